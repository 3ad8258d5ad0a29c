"""Rules: a condition, an effect and the paragraph both come from. Data, never code."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum

import attrs

from cybercoop.errors import LawError
from cybercoop.logic.conditions import ALWAYS, Condition
from cybercoop.logic.facts import Collection, Fact
from cybercoop.model.citation import Citation
from cybercoop.model.terms import Channel, Mark, Measure, Yields

__all__ = [
    "ANY_GROUND",
    "Effect",
    "FirstStep",
    "Presumption",
    "Rule",
    "Scope",
    "Way",
]

ANY_GROUND = "*"
"""Ground of a rule that shuts out every ground of refusal not excepted from it."""


class Effect(StrEnum):
    """What a rule does to a route when its condition holds."""

    REQUIRES = "requires"
    CLOSES = "closes"
    KEEPS_OPEN = "keeps open"
    MAY_REFUSE = "may be refused if"
    MAY_POSTPONE = "may be postponed if"
    MUST_NOT_REFUSE = "must not be refused if"
    OBLIGES = "obliges"
    LEAVES_OPEN = "leaves to discretion"
    OWES = "owes"
    MUST_CONTAIN = "must contain"
    EXPEDITES = "expedites"
    TRAVELS_BY = "travels by"
    WARNS = "warns"
    SUGGESTS = "suggests"


@attrs.frozen
class Scope:
    """Which routes a rule speaks of; None means every one."""

    measures: frozenset[Measure] | None = None
    channels: frozenset[Channel] | None = None
    regimes: frozenset[str] | None = None

    def covers(self, way: Way) -> bool:
        """Does the rule speak of this way?"""
        return (
            (self.measures is None or way.measure in self.measures)
            and (self.channels is None or way.channel in self.channels)
            and (self.regimes is None or way.regime in self.regimes)
        )


@attrs.frozen(kw_only=True)
class Rule:
    """One rule of the law.

    `key` starts with the id of the rule sheet it implements (``BC-29-4``) and may go on after a
    dot. `overrides` names the keys of the general rules this one is an exception to. The other
    fields belong to single effects: `ground` to refusals, `on` and `to` to duties, `item` and
    `shown_by` to contents, `wire` to ways of travel, `measure` to suggestions.
    """

    key: str
    cite: Citation
    effect: Effect
    when: Condition
    text: str
    mark: Mark
    scope: Scope
    overrides: tuple[str, ...] = ()
    ground: str | None = None
    on: str | None = None
    to: str | None = None
    item: str | None = None
    shown_by: tuple[Fact, ...] = ()
    wire: Channel | None = None
    measure: Measure | None = None

    @property
    def sheet_id(self) -> str:
        """The id of the rule sheet this rule implements."""
        return self.key.partition(".")[0]


@attrs.frozen(kw_only=True)
class Presumption:
    """What practice takes for granted of a fact nobody has stated.

    `value` is a value or another fact to take it from; `when` must hold on what is known.
    A `fact` whose path holds ``*`` stands for every fact of that form.
    """

    key: str
    cite: Citation
    fact: str
    value: object
    when: Condition = ALWAYS
    text: str


@attrs.frozen(kw_only=True)
class Way:
    """A combination of measure, channel and basis that the law knows.

    `regime` groups ways that share rules. `each` names a collection of which every member makes
    a way of its own; `fallback` ways are shown only if no other of their measure and channel is;
    `shown` ways only unless their condition is known to be false. `hands` is through how many
    hands it goes; `asks_state` and `asks_nobody` say whom it needs.
    """

    measure: Measure
    channel: Channel
    basis: str
    regime: str
    yields: Yields | None
    hands: int
    each: Collection | None = None
    fallback: bool = False
    shown: Condition = ALWAYS
    asks_state: bool = True
    asks_nobody: bool = False
    last_resort: bool = False


@attrs.frozen(kw_only=True)
class FirstStep:
    """A measure to take before others: `measure`, for a need of `before`, not if `unless` holds."""

    key: str
    cite: Citation
    measure: Measure
    before: frozenset[Measure]
    unless: Condition
    alongside: Channel | None
    text: str


def words(items: Iterable[str] | None) -> frozenset[str] | None:
    """A set of words, or None for all."""
    return None if items is None else frozenset(items)


def check_keys(rules: Iterable[Rule]) -> None:
    """Raise `LawError` if two rules share a key or an exception names a rule that is not there."""
    keys: set[str] = set()
    rules = tuple(rules)
    for rule in rules:
        if rule.key in keys:
            raise LawError(f"two rules are called {rule.key}")
        keys.add(rule.key)
    for rule in rules:
        for name in rule.overrides:
            if name not in keys:
                raise LawError(f"{rule.key} is an exception to {name}, which does not exist")
