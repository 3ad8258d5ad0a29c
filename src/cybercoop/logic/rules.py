"""Rules: a condition, an effect and the paragraph both come from. Data, never code."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum

import attrs

from cybercoop.errors import LawError
from cybercoop.logic.conditions import ALWAYS, Condition
from cybercoop.logic.facts import Collection, Fact
from cybercoop.model.citation import Citation
from cybercoop.model.terms import Channel, FollowUp, Layer, Mark, Measure, Severity, Yields

__all__ = [
    "ANY_GROUND",
    "Effect",
    "Expectation",
    "FirstStep",
    "Inspection",
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
    # Effects on what is said and done about a request once it is sent.
    MAY_CONDITION = "may be made conditional if"
    MAY_DEMAND = "may be demanded if"
    BINDS = "binds if"
    BREACHES = "is breached if"
    CALLS_FOR = "calls for"
    # Effects on the use of what was obtained.
    FORBIDS = "forbids if"
    PERMITS = "permits if"


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
    `shown_by` to contents (with `fields`, the fields of a request any of which is enough, and
    `if_known`, which asks for it only as far as one of `shown_by` is known), `wire` to ways of
    travel, `measure` to suggestions, `action` to next steps, `ask` to limits of use.
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
    fields: tuple[str, ...] = ()
    if_known: bool = False
    wire: Channel | None = None
    measure: Measure | None = None
    action: FollowUp | None = None
    ask: str | None = None

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


@attrs.frozen(kw_only=True)
class Inspection:
    """Something to look for in a request: `when` says what is wrong, or of advice, that it fits.

    With `each`, every thing of the collection is looked at. `required` marks what the law itself
    forbids or wants; `item` is the field the finding speaks of.
    """

    key: str
    cite: Citation
    item: str
    code: str
    layer: Layer
    severity: Severity
    when: Condition
    text: str
    cure: str
    scope: Scope
    required: bool = False
    each: Collection | None = None


@attrs.frozen(kw_only=True)
class Expectation:
    """A field that forms and practice expect in requests of some kinds, though no law does."""

    item: str
    cite: Citation
    kinds: frozenset[Measure]
    text: str
    when: Condition = ALWAYS


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
