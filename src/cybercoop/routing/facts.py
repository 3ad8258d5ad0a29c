"""Reading the facts of a case: from the need, from the atlas, through the roles of the States."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Mapping, Sequence
from functools import cache
from operator import attrgetter
from typing import TYPE_CHECKING, Any

from cybercoop.logic.facts import Collection, Fact, Term
from cybercoop.logic.worlds import Read, Source
from cybercoop.model.citation import Citation
from cybercoop.model.need import Need

if TYPE_CHECKING:
    from cybercoop.atlas import Datum, PairView, Regime, StateView, View

__all__ = ["ROLES", "CaseFacts", "RegimeFacts"]

ROLES: Mapping[str, Term] = {
    "requesting": Term("requesting"),
    "requested": Term("requested"),
    "location": Term("target_data.located_in"),
    "seat": Term("holder.seat"),
    "addressee": Term("holder.eu_addressee"),
}
"""The roles a State may have, each with the fact that says which State has it."""

_BRACKETS = re.compile(r"^(?P<what>\w+)\[(?P<key>.+)\]$")


def _state_reader(rest: str) -> Callable[[StateView], Any]:
    """How a fact of a State is read from its entry: ``law.x``, ``instruments[X]`` and so on."""
    match = _BRACKETS.match(rest)
    if match is not None:
        what, key = match["what"], match["key"]
        method = {"instruments": "bound", "statements": "statement", "authorities": "authority"}
        name = method[what]
        return lambda state: getattr(state, name)(key)
    head, _, key = rest.partition(".")
    if head == "law":
        return lambda state: state.law(key)
    return _excluded_territories


def _excluded_territories(state: StateView) -> frozenset[str] | None:
    names = state.excluded_territories
    return None if names is None else frozenset(name.casefold() for name in names)


def _similar_case(need: Need) -> bool | None:
    answer = need.offence.available_in_similar_domestic_case
    if isinstance(answer, tuple):
        return dict(answer).get(need.measure)
    return answer


def _location_known(need: Need) -> bool | None:
    return True if need.target_data.located_in is not None else need.target_data.location_known


def _territory(need: Need) -> str | None:
    territory = need.target_data.territory
    return None if territory is None else territory.casefold()


def _hold_requested(need: Need) -> bool | None:
    hold = need.preservation
    stated = (hold.requested_on, hold.effected_on, hold.reference)
    return True if any(value is not None for value in stated) else hold.requested


_SPECIAL: dict[str, Callable[[Need], Any]] = {
    "requested": lambda need: need.addressed_to,
    "need.names_requested": lambda need: need.requested is not None,
    "offence.available_in_similar_domestic_case": _similar_case,
    "target_data.location_known": _location_known,
    "target_data.territory": _territory,
    "preservation.requested": _hold_requested,
}


@cache
def _plan(path: str) -> tuple[str, Callable[[Any], Any]]:
    """Where a fact lives (a role, ``pair``, ``need``) and how it is read there."""
    head, _, rest = path.partition(".")
    if rest and head in ROLES:
        return head, _state_reader(rest)
    if head == "pair":
        return "pair", attrgetter(rest)
    return "need", _SPECIAL.get(path) or attrgetter(path)


class RegimeFacts:
    """The facts of one treaty or arrangement between the two States."""

    __slots__ = ("regime",)

    def __init__(self, regime: Regime) -> None:
        self.regime = regime

    def resolve(self, fact: Fact, read: Read) -> Any:
        name = fact.path.partition(".")[2]
        if name == "general":
            return self.regime.scope == "general"
        if name == "scope":
            scope = self.regime.scope
            return frozenset() if isinstance(scope, str) else scope
        return getattr(self.regime, name)

    def members(self, collection: Collection) -> Sequence[Source]:
        return ()

    def datum(self, path: str, read: Read) -> Datum | None:
        """What the atlas has written down about this treaty."""
        return self.regime.datum


class CaseFacts:
    """The facts of a need on a date, with the entries of its States and of the pair."""

    __slots__ = ("_pair", "_states", "_view", "need", "on")

    def __init__(self, need: Need, view: View, on: dt.date) -> None:
        self.need = need
        self.on = on
        self._view = view
        self._states: dict[str, StateView] = {}
        other = need.addressed_to
        self._pair: PairView | None = view.pair(need.requesting, other) if other else None

    def state(self, code: str) -> StateView:
        """The entry of a State."""
        if code not in self._states:
            self._states[code] = self._view.state(code)
        return self._states[code]

    def resolve(self, fact: Fact, read: Read) -> Any:
        if fact.path == "on":
            return self.on
        place, reader = _plan(fact.path)
        if place == "need":
            return reader(self.need)
        if place == "pair":
            return None if self._pair is None else _of_pair(self._pair, fact.path)
        code = read(ROLES[place])
        return None if code is None or code == "none" else reader(self.state(code))

    def members(self, collection: Collection) -> Sequence[Source]:
        return [] if self._pair is None else [RegimeFacts(r) for r in self._pair.regimes]

    def datum(self, path: str, read: Read) -> Datum | None:
        """What the atlas has written down about this fact, if it comes from there."""
        head, _, rest = path.partition(".")
        if head == "pair":
            return None if self._pair is None else self._pair.datum
        if head not in ROLES or not rest or rest == "excluded_territories":
            return None
        code = read(ROLES[head])
        return None if code is None or code == "none" else self.state(code).datum(rest)


def _of_pair(pair: PairView, path: str) -> Any:
    if path == "pair.agreements":
        # Known to have none, by what is said of the pair or by a complete list; else not known.
        return False if pair.none_stated or pair.bilateral_lists_complete else None
    if path == "pair.applies_instead":
        return frozenset(Citation.parse(place) for place in pair.applies_instead)
    # The published lists are of treaties on mutual assistance: they say nothing of other kinds.
    return False if pair.none_stated else None
