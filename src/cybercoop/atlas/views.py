"""The atlas as it stands on one day."""

from __future__ import annotations

import datetime as dt
import re
from functools import cached_property
from typing import TYPE_CHECKING

import attrs

from cybercoop.atlas.pairs import PairView, pair_view
from cybercoop.atlas.records import Datum, StatementRecord, StateRecord
from cybercoop.atlas.status import Effect, territory_end
from cybercoop.atlas.words import LAW_KEYS
from cybercoop.errors import InvalidInput, did_you_mean
from cybercoop.law.instruments import INSTRUMENT_CLAUSES
from cybercoop.model.citation import Citation
from cybercoop.model.terms import AuthorityRole

if TYPE_CHECKING:
    from cybercoop.atlas.core import Atlas

__all__ = ["StateView", "View"]

_PLACE = re.compile(r"^(instruments|statements|authorities)\[(.+)\]$|^law\.(\w+)$|^(eu_member)$")
_ROLES = frozenset(role.value for role in AuthorityRole)


class View:
    """The atlas on the day `on`."""

    def __init__(self, atlas: Atlas, on: dt.date) -> None:
        self.atlas = atlas
        self.on = on
        self._states: dict[str, StateView] = {}
        self._pairs: dict[tuple[str, str], PairView] = {}

    def state(self, code: str) -> StateView:
        """One State on that day.

        Raises `InvalidInput` for a code that names no State, or an invented one without an entry.
        """
        found = self._states.get(code)
        if found is None:
            found = self._states[code] = StateView(self.atlas, code, self.on)
        return found

    def pair(self, one: str, other: str) -> PairView:
        """Two States on that day, in either order."""
        key = (one, other) if one <= other else (other, one)
        found = self._pairs.get(key)
        if found is None:
            found = self._pairs[key] = pair_view(self.atlas, *key, self.on)
        return found


class StateView:
    """One State on one day. True and false are known; None is not."""

    def __init__(self, atlas: Atlas, code: str, on: dt.date) -> None:
        self._atlas = atlas
        self._record = atlas.record(code) or StateRecord(code=code, listed_everywhere=True)
        self._made: dict[str, bool | None] = {}
        self.code = code
        self.on = on

    @property
    def name(self) -> str:
        """The State's name; its code if there is no entry."""
        return self._record.name or self.code

    def bound(self, instrument: str) -> bool | None:
        """Is the State bound by the instrument on that day?"""
        return self._atlas.standing(self.code, instrument).on(self.on)

    def bound_datum(self, instrument: str) -> Datum | None:
        """The datum that `bound` rests on."""
        datum = self._atlas.standing(self.code, instrument).datum
        listing = self._atlas.party_list(instrument)
        if datum is None or listing is None or not self.bound(instrument):
            return datum
        return attrs.evolve(datum, confirmed=listing.origin)

    def statement(self, provision: str) -> bool | None:
        """Is a statement to the provision, or to a part of it, in effect on that day?

        False: known not to be (not made, withdrawn, without effect); None: not listed, or listed
        on grounds too weak to rely on.
        """
        try:
            return self._made[provision]
        except KeyError:
            found = self._made[provision] = self._statement(Citation.parse(provision))
            return found

    def _statement(self, provision: Citation) -> bool | None:
        answers: list[bool | None] = []
        for statement, effect in self._statements:
            if statement.provision in provision:
                answers.append(self.in_effect(statement, effect))
            elif provision in statement.provision:
                # Filed to the whole of which this is a part: which part is not known.
                answers.append(None if self.in_effect(statement, effect) is not False else False)
        if True in answers:
            return True
        if None in answers:
            return None
        complete = self._record.statements_complete
        return False if answers or (complete is not None and complete.value) else None

    @cached_property
    def _statements(self) -> tuple[tuple[StatementRecord, Effect], ...]:
        return tuple(
            zip(self._record.statements or (), self._atlas.effects(self.code), strict=True)
        )

    def in_effect(self, statement: StatementRecord, effect: Effect) -> bool | None:
        """Does this statement have effect on that day?"""
        if not effect.allowed:
            return False
        if statement.made is not None and self.on < statement.made:
            return False
        if statement.withdrawn is not None and self.on >= statement.withdrawn:
            return False
        code = statement.provision.code
        if code in INSTRUMENT_CLAUSES and self.bound(code) is False:
            return False
        return True if statement.verified else None

    @property
    def statements(self) -> tuple[tuple[StatementRecord, Effect], ...]:
        """Every statement on file, with what its instrument lets it do."""
        return self._statements

    def authority(self, role: str) -> bool | None:
        """Is an authority of that role listed? False: the State says that it has none."""
        if role not in _ROLES:
            raise InvalidInput.single(
                "$.role", "term", f"{role!r} is no role", role, did_you_mean(role, _ROLES)
            )
        for authority in reversed(self._record.authorities or ()):
            if authority.role == role:
                return not authority.none
        return None

    def authority_name(self, role: str) -> str | None:
        """The name of the authority of that role; None if none is listed by name."""
        self.authority(role)
        names = [a.name for a in self._record.authorities or () if a.role == role]
        return names[-1] if names else None

    @cached_property
    def excluded_territories(self) -> frozenset[str] | None:
        """Names of the territories left out on that day; None if it is not known."""
        territories = self._record.territories
        if territories is None:
            return None
        clauses = INSTRUMENT_CLAUSES["BC"]
        return frozenset(
            territory.name
            for territory in territories
            if (end := territory_end(territory, clauses)) is None or self.on < end
        )

    def law(self, key: str) -> bool | str | int | frozenset[str] | None:
        """What the State's own law says under a key of the contract; None if it is not known."""
        if key not in LAW_KEYS:
            raise InvalidInput.single(
                "$.law", "key", f"unknown key {key!r} of law", key, did_you_mean(key, LAW_KEYS)
            )
        datum = self._record.law.get(key)
        return None if datum is None else datum.value

    @property
    def eu_member(self) -> bool | None:
        """Is the State a member of the European Union?"""
        datum = self._record.eu_member
        return None if datum is None else datum.value

    @property
    def publishes(self) -> tuple[Datum, ...]:
        """What the State asks of requests: languages, means of transmission, conditions."""
        return self._record.publishes

    def datum(self, path: str) -> Datum | None:
        """The datum at a path such as ``statements[BC 29(4)]`` or ``law.dual_criminality_for``.

        None if there is nothing on file there; raises `InvalidInput` for a path of another form.
        """
        match = _PLACE.match(path)
        if match is None:
            raise InvalidInput.single(
                "$.path",
                "path",
                f"{path!r} is no path of a State's entry",
                path,
                "instruments[…], statements[…], authorities[…], law.… or eu_member",
            )
        part, inner, key, _ = match.groups()
        if part == "instruments":
            return self.bound_datum(inner)
        if part == "statements":
            return self._statement_datum(Citation.parse(inner))
        if part == "authorities":
            self.authority(inner)
            found = [a.datum for a in self._record.authorities or () if a.role == inner]
            return found[-1] if found else None
        if key is not None:
            self.law(key)
            return self._record.law.get(key)
        return self._record.eu_member

    def _statement_datum(self, provision: Citation) -> Datum | None:
        found = [pair for pair in self._statements if pair[0].provision in provision]
        # The one that decides: in effect, then uncertain, then without effect.
        for wanted in (True, None, False):
            for statement, effect in reversed(found):
                if self.in_effect(statement, effect) is wanted:
                    return statement.datum
        return None
