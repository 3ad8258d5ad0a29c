"""The atlas: what is on file, with the caller's overlays, and the way to a view of one day."""

from __future__ import annotations

import datetime as dt
import hashlib
import json
import os
from collections.abc import Iterable, Mapping
from functools import cache, cached_property
from typing import TYPE_CHECKING, Any

from cybercoop.atlas.iso import TERRITORY_OF, is_invented, read_code
from cybercoop.atlas.layers import laid_over
from cybercoop.atlas.overlays import Overlay, read_overlay
from cybercoop.atlas.records import AgreementRecord, Datum, InstrumentRecord, Source, StateRecord
from cybercoop.atlas.shipped import Shipped, load, nothing
from cybercoop.atlas.status import Effect, Standing, effect_of, first_entry, standing
from cybercoop.atlas.views import View
from cybercoop.errors import InvalidInput, did_you_mean
from cybercoop.law.instruments import INSTRUMENT_CLAUSES

if TYPE_CHECKING:
    from cybercoop.atlas.reports import InForce, InForcePair

__all__ = ["Atlas", "shipped"]

_VIEWS_KEPT = 64
# Instruments whose Parties stand in the agreements, not in the entries of the States.
_AS_AGREEMENTS = frozenset({"EUJP", "EUUS", "OAS"})
_TERRITORY = Source("ISO 3166-1", "codes of territories (general knowledge)")


class Atlas:
    """Who is bound by what, since when, and what their law adds; immutable.

    `shipped()` gives the one of the package, `with_overlay` a new one with the caller's knowledge
    laid over it, `as_of` the view of a day.
    """

    def __init__(self, base: Shipped, overlays: tuple[Overlay, ...] = ()) -> None:
        self._base = base
        self._overlays = overlays
        self._records: dict[str, StateRecord | None] = {}
        self._standings: dict[tuple[str, str], Standing] = {}
        self._firsts: dict[str, tuple[dt.date | None, dt.date | None]] = {}
        self._views: dict[dt.date, View] = {}

    @classmethod
    def empty(cls) -> Atlas:
        """An atlas that knows nothing."""
        return cls(nothing())

    def with_overlay(self, source: Mapping[str, Any] | str | os.PathLike[str]) -> Atlas:
        """A new atlas with `source`, a mapping or the path of a JSON file, laid over this one.

        Raises `InvalidInput` with all problems and their places. ``"base": "empty"`` stands alone.
        """
        overlay = read_overlay(source, len(self._overlays) + 1, lambda code: code in self)
        if overlay.empty_base:
            return Atlas(nothing(), (overlay,))
        return Atlas(self._base, (*self._overlays, overlay))

    def __contains__(self, code: object) -> bool:
        return code in self._base or any(code in overlay.states for overlay in self._overlays)

    @cached_property
    def states(self) -> tuple[str, ...]:
        """Codes of the States that have an entry."""
        codes = set(self._base)
        for overlay in self._overlays:
            codes.update(overlay.states)
        return tuple(sorted(codes))

    @cached_property
    def digest(self) -> str:
        """``sha256:…`` over the content, overlays included, so that an answer can be reproduced."""
        state = hashlib.sha256(
            json.dumps(
                self._base.raw, sort_keys=True, ensure_ascii=False, separators=(",", ":")
            ).encode()
        )
        for overlay in self._overlays:
            if overlay.states or overlay.agreements:
                state.update(b"\n")
                state.update(overlay.canonical.encode())
        return f"sha256:{state.hexdigest()}"

    @cached_property
    def reports(self) -> tuple[str, ...]:
        """What is kept without effect, or not relied on, and why; overlaid States first."""
        from cybercoop.atlas.reports import remarks

        overlaid = {code for overlay in self._overlays for code in overlay.states}
        ordered = sorted(self.states, key=lambda code: (code not in overlaid, code))
        return tuple(line for code in ordered for line in remarks(self, code))

    def sources(self) -> tuple[dict[str, Any], ...]:
        """Every source with its date and what rests on it, as JSON values, most used first."""
        from cybercoop.atlas.reports import source_rows

        return tuple(row.to_dict() for row in source_rows(self))

    def as_of(self, day: dt.date) -> View:
        """The view of a day."""
        view = self._views.get(day)
        if view is None:
            if not isinstance(day, dt.date) or isinstance(day, dt.datetime):
                raise InvalidInput.single(
                    "$.on", "date", f"{day!r} is not a day", day, "a datetime.date"
                )
            if len(self._views) >= _VIEWS_KEPT:
                self._views.clear()
            view = self._views[day] = View(self, day)
        return view

    def in_force(self, state: str, instrument: str, on: dt.date) -> InForce:
        """Is the State bound by the instrument on that day, and with which statements?"""
        from cybercoop.atlas.reports import in_force

        return in_force(self, state, instrument, on)

    def in_force_pair(self, one: str, other: str, instrument: str, on: dt.date) -> InForcePair:
        """Are both States bound by the instrument on that day?"""
        from cybercoop.atlas.reports import in_force_pair

        return in_force_pair(self, one, other, instrument, on)

    # What the views and reports read.

    def record(self, code: str) -> StateRecord | None:
        """What is on file for a State, layers merged; None for an ISO code without an entry.

        Raises `InvalidInput` for a code that names no State, or an invented one without an entry.
        """
        try:
            return self._records[code]
        except (KeyError, TypeError):
            pass
        read_code(code)
        merged = self._base.record(code) if code in self._base else None
        for overlay in self._overlays:
            above = overlay.states.get(code)
            if above is not None:
                merged = above if merged is None else laid_over(merged, above)
        if merged is None and is_invented(code):
            raise InvalidInput.single(
                "$",
                "state",
                f"{code} is an invented State and has no entry in the atlas",
                code,
                "an overlay that describes it, or one of: "
                + (", ".join(filter(is_invented, self.states)) or "no invented State is on file"),
            )
        self._records[code] = merged
        return merged

    def standing(self, code: str, instrument: str) -> Standing:
        """How the State stands to the instrument over time."""
        key = (code, instrument)
        found = self._standings.get(key)
        if found is None:
            found = self._standings[key] = self._stand(code, instrument)
        return found

    def _stand(self, code: str, instrument: str) -> Standing:
        clauses = INSTRUMENT_CLAUSES.get(instrument)
        if clauses is None:
            raise InvalidInput.single(
                "$.instrument",
                "instrument",
                f"{instrument!r} is no instrument a State is bound by",
                instrument,
                did_you_mean(instrument, INSTRUMENT_CLAUSES),
            )
        record = self.record(code)
        entry = record.instruments.get(instrument) if record is not None else None
        if entry is not None and not entry.silent and "unknown" not in entry.data:
            found = standing(entry, clauses, self._first(instrument))
            return self._fallen(code, clauses.falls_with, found)
        listed = record is not None and instrument in record.instruments
        datum = next(iter(entry.data.values()), None) if entry is not None else None
        parent = clauses.requires
        if parent is not None:
            above = self.standing(code, parent)
            if above.earliest == dt.date.max:
                # Only Parties to the parent can join.
                return Standing(earliest=dt.date.max, datum=above.datum, cite=clauses.entry_cite)
        if listed:
            return Standing(datum=datum, cite=clauses.entry_cite)
        if record is not None and not record.listed_everywhere:
            return Standing(earliest=dt.date.max, cite=clauses.entry_cite)
        return self._unlisted(code, record, instrument)

    def party_list(self, instrument: str) -> Datum | None:
        """The complete list of the States bound by an instrument, if there is one."""
        found: Datum | None = self._base.party_lists.get(instrument)
        return found

    def _unlisted(self, code: str, record: StateRecord | None, instrument: str) -> Standing:
        cite = INSTRUMENT_CLAUSES[instrument].entry_cite
        for agreement in self.agreements if instrument in _AS_AGREEMENTS else ():
            member = agreement.members.get(code) if agreement.instrument == instrument else None
            if member is not None and member.in_force is not None and member.status == "in-force":
                return Standing(
                    earliest=member.in_force,
                    certain=member.in_force,
                    since=member.in_force,
                    datum=agreement.datum,
                    cite=cite,
                )
        owner = TERRITORY_OF.get(code) if record is None else None
        if owner is not None and self.standing(owner, instrument).earliest != dt.date.max:
            return Standing(
                cite=cite,
                datum=Datum(
                    path=f"instruments[{instrument}]",
                    value=None,
                    origin=_TERRITORY,
                    confidence="knowledge",
                    note=f"{code} belongs to {owner}: ask for {owner} and name the territory",
                ),
            )
        complete = self._base.party_lists.get(instrument)
        if complete is None and self._base.raw["states"]:
            # Before the instrument itself is in force, it binds nobody.
            if INSTRUMENT_CLAUSES[instrument].consents_needed is None:
                return Standing(cite=cite)
            return Standing(earliest=self._first(instrument)[0] or dt.date.max, cite=cite)
        return Standing(earliest=dt.date.max, datum=complete, cite=cite)

    def _fallen(self, code: str, parent: str | None, found: Standing) -> Standing:
        if parent is None:
            return found
        end = self.standing(code, parent).until
        if end is None or (found.until is not None and found.until <= end):
            return found
        return Standing(
            earliest=found.earliest,
            certain=found.certain,
            until=end,
            since=found.since,
            datum=found.datum,
            cite=found.cite,
        )

    def _first(self, instrument: str) -> tuple[dt.date | None, dt.date | None]:
        found = self._firsts.get(instrument)
        if found is None:
            clauses = INSTRUMENT_CLAUSES[instrument]
            found = self._firsts[instrument] = first_entry(clauses, self._consents(instrument))
        return found

    def _consents(self, instrument: str) -> Iterable[InstrumentRecord]:
        for code in self.states:
            if (code in self._base and self._base.lists(instrument, code)) or any(
                code in overlay.states and instrument in overlay.states[code].instruments
                for overlay in self._overlays
            ):
                record = self.record(code)
                entry = record.instruments.get(instrument) if record is not None else None
                if entry is not None:
                    yield entry

    def effects(self, code: str) -> tuple[Effect, ...]:
        """For each statement of the State, in order, what its instrument lets it do."""
        record = self.record(code)
        if record is None or record.statements is None:
            return ()
        return tuple(
            effect_of(statement, INSTRUMENT_CLAUSES.get(statement.provision.code), record)
            for statement in record.statements
        )

    @cached_property
    def agreements(self) -> tuple[AgreementRecord, ...]:
        """Every agreement on file; one of a later layer replaces the one with its id."""
        found = {agreement.id: agreement for agreement in self._base.agreements}
        for overlay in self._overlays:
            for agreement in overlay.agreements:
                found[agreement.id] = agreement
        return tuple(found.values())

    @cached_property
    def _by_state(self) -> dict[str, list[AgreementRecord]]:
        index: dict[str, list[AgreementRecord]] = {}
        for agreement in self.agreements:
            for code in agreement.members:
                index.setdefault(code, []).append(agreement)
        return index

    def between(self, one: str, other: str) -> tuple[AgreementRecord, ...]:
        """The agreements that stand between two States, whatever their force."""
        return tuple(a for a in self._by_state.get(one, ()) if a.joins(one, other))


@cache
def shipped() -> Atlas:
    """The atlas that ships with the package."""
    return Atlas(load())
