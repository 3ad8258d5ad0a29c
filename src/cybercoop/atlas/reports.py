"""Answers and reports drawn from the atlas: who is bound by what, remarks, and the sources."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import attrs

from cybercoop.atlas.records import Datum, StatementRecord, StateRecord
from cybercoop.atlas.status import Effect
from cybercoop.law.instruments import INSTRUMENT_CLAUSES
from cybercoop.model.citation import Citation

if TYPE_CHECKING:
    from cybercoop.atlas.core import Atlas
    from cybercoop.atlas.views import StateView

__all__ = [
    "InForce",
    "InForcePair",
    "SourceRow",
    "StatementStatus",
    "in_force",
    "in_force_pair",
    "remarks",
    "source_rows",
]

FORMAT = "cybercoop/in-force/1"
# Instruments whose territory follows the declarations made under BC 38.
_TERRITORIAL = frozenset({"BC", "P1", "P2"})


def _day(value: dt.date | None) -> str | None:
    return None if value is None else value.isoformat()


@attrs.frozen(kw_only=True)
class StatementStatus:
    """A statement of a State and whether it has effect on the day (None: not known)."""

    provision: Citation
    kind: str
    in_effect: bool | None
    cite: Citation
    made: dt.date | None
    withdrawn: dt.date | None
    text: str | None
    note: str | None

    def to_dict(self) -> dict[str, Any]:
        """The statement as JSON values."""
        return {
            "provision": str(self.provision),
            "kind": self.kind,
            "in_effect": self.in_effect,
            "cite": str(self.cite),
            "made": _day(self.made),
            "withdrawn": _day(self.withdrawn),
            "text": self.text,
            "note": self.note,
        }


@attrs.frozen(kw_only=True)
class InForce:
    """How a State stands to an instrument on a day.

    `in_force` is None where it is not known; `since` is the day of entry into force, even if it
    lies ahead, and None where there is none or the day is not known; `until` the day a
    denunciation takes effect.
    """

    on: dt.date
    state: str
    instrument: str
    in_force: bool | None
    since: dt.date | None
    until: dt.date | None
    cite: Citation
    datum: Datum | None
    statements: tuple[StatementStatus, ...]
    excluded_territories: tuple[tuple[str, bool], ...]

    def to_dict(self) -> dict[str, Any]:
        """The answer as JSON values, in the form of the contract (section 6)."""
        datum = self.datum
        return {
            "format": FORMAT,
            "on": _day(self.on),
            "state": self.state,
            "instrument": self.instrument,
            "in_force": self.in_force,
            "since": _day(self.since),
            "until": _day(self.until),
            "cite": str(self.cite),
            "source": None if datum is None else datum.described(),
            "confidence": None if datum is None else datum.confidence,
            "note": None if datum is None else datum.note,
            "statements": [statement.to_dict() for statement in self.statements],
            "excluded_territories": [
                {"name": name, "excluded": excluded} for name, excluded in self.excluded_territories
            ],
        }


@attrs.frozen(kw_only=True)
class InForcePair:
    """How two States stand to an instrument on a day; `in_force` when it binds both."""

    on: dt.date
    instrument: str
    in_force: bool | None
    since: dt.date | None
    until: dt.date | None
    each: tuple[InForce, InForce]

    def to_dict(self) -> dict[str, Any]:
        """The answer as JSON values: that of the pair, and that of each State under `each`."""
        return {
            "format": FORMAT,
            "on": _day(self.on),
            "states": [one.state for one in self.each],
            "instrument": self.instrument,
            "in_force": self.in_force,
            "since": _day(self.since),
            "until": _day(self.until),
            "each": [one.to_dict() for one in self.each],
        }


def _statement(view: StateView, statement: StatementRecord, effect: Effect) -> StatementStatus:
    in_effect = view.in_effect(statement, effect)
    clauses = INSTRUMENT_CLAUSES.get(statement.provision.code)
    withdrawn = statement.withdrawn is not None and view.on >= statement.withdrawn
    cite = effect.cite
    if withdrawn and effect.allowed and clauses is not None and clauses.withdrawal_cite:
        cite = clauses.withdrawal_cite
    return StatementStatus(
        provision=statement.provision,
        kind=statement.kind,
        in_effect=in_effect,
        cite=cite,
        made=statement.made,
        withdrawn=statement.withdrawn,
        text=statement.text,
        note=effect.remark or statement.datum.note,
    )


def in_force(atlas: Atlas, state: str, instrument: str, on: dt.date) -> InForce:
    """The standing of a State towards an instrument on a day, with its statements."""
    view = atlas.as_of(on).state(state)
    standing = atlas.standing(state, instrument)
    clauses = INSTRUMENT_CLAUSES[instrument]
    ended = standing.until is not None and on >= standing.until
    record = atlas.record(state)
    territories = record.territories if record is not None else None
    return InForce(
        on=on,
        state=state,
        instrument=instrument,
        in_force=standing.on(on),
        since=standing.since,
        until=standing.until,
        cite=(clauses.denunciation_cite if ended else None) or standing.cite or clauses.entry_cite,
        datum=standing.datum,
        statements=tuple(
            _statement(view, statement, effect)
            for statement, effect in view.statements
            if statement.provision.code == instrument
        ),
        excluded_territories=tuple(
            (territory.name, territory.name in (view.excluded_territories or ()))
            for territory in (territories or ())
            if instrument in _TERRITORIAL
        ),
    )


def in_force_pair(atlas: Atlas, one: str, other: str, instrument: str, on: dt.date) -> InForcePair:
    """The standing of two States towards an instrument on a day."""
    each = (in_force(atlas, one, instrument, on), in_force(atlas, other, instrument, on))
    held = [answer.in_force for answer in each]
    starts = [answer.since for answer in each]
    ends = [answer.until for answer in each if answer.until is not None]
    return InForcePair(
        on=on,
        instrument=instrument,
        in_force=False if False in held else None if None in held else True,
        since=None if None in starts else max(day for day in starts if day is not None),
        until=min(ends, default=None),
        each=each,
    )


def remarks(atlas: Atlas, code: str) -> Iterator[str]:
    """What is on file for a State and has no effect, or is not relied on, and why."""
    record = atlas.record(code)
    if record is None:
        return
    for statement, effect in zip(record.statements or (), atlas.effects(code), strict=True):
        if effect.remark is not None:
            yield f"{code}: {effect.remark}"
        elif not statement.verified:
            yield (
                f"{code}: the {statement.kind} to {statement.provision} is not verified "
                f"({statement.datum.confidence}): kept, not relied on"
            )
    for instrument, entry in record.instruments.items():
        data = entry.data if entry is not None else {}
        if (
            "deposited" in data
            and data["deposited"].confidence == "caller"
            and "in_force" in data
            and data["in_force"].value is not None
            and data["in_force"].confidence != "caller"
        ):
            yield (
                f"{code}: a new day of deposit for {instrument} is laid over, but the day of entry "
                'into force on file stands; say `"in_force": null` to have it computed'
            )


@attrs.frozen(kw_only=True)
class SourceRow:
    """One source and how much rests on it; `confidence` counts its data by how sure they are."""

    id: str
    publisher: str | None
    url: str | None
    as_of: str | None
    read_on: str | None
    data: int
    confidence: dict[str, int]

    def to_dict(self) -> dict[str, Any]:
        """The row as JSON values."""
        return attrs.asdict(self)


def _data(record: StateRecord) -> Iterator[Datum]:
    for single in (record.eu_member, record.statements_complete, record.agreements_complete):
        if single is not None:
            yield single
    for entry in record.instruments.values():
        if entry is not None:
            yield from entry.data.values()
    for statement in record.statements or ():
        yield statement.datum
    for territory in record.territories or ():
        yield territory.datum
    for authority in record.authorities or ():
        yield authority.datum
    yield from record.law.values()
    yield from record.publishes


def every_datum(atlas: Atlas) -> Iterator[Datum]:
    """Every datum of the atlas, State by State, then the agreements."""
    for code in atlas.states:
        record = atlas.record(code)
        if record is not None:
            yield from _data(record)
    for agreement in atlas.agreements:
        yield agreement.datum
        for member in agreement.members.values():
            if member.datum.value is not None:
                yield member.datum


def source_rows(atlas: Atlas) -> tuple[SourceRow, ...]:
    """Every source of the atlas, the one most rests on first."""
    counts: dict[Any, dict[str, int]] = {}
    for datum in every_datum(atlas):
        count = counts.setdefault(datum.origin, {})
        count[datum.confidence] = count.get(datum.confidence, 0) + 1
    rows = [
        SourceRow(
            id=origin.id,
            publisher=origin.publisher,
            url=origin.url,
            as_of=origin.as_of,
            read_on=origin.read_on,
            data=sum(count.values()),
            confidence=count,
        )
        for origin, count in counts.items()
    ]
    return tuple(sorted(rows, key=lambda row: (-row.data, row.id)))
