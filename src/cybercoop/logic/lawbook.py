"""The book of law: sections put together, checked for conflicts and laid out way by way."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cached_property

import attrs

from cybercoop.errors import LawError
from cybercoop.logic.conditions import (
    Condition,
    Open,
    OpenQuestion,
    all_of,
    any_of,
)
from cybercoop.logic.facts import Fact
from cybercoop.logic.rules import (
    ANY_GROUND,
    Effect,
    FirstStep,
    Presumption,
    Rule,
    Way,
    check_keys,
)
from cybercoop.logic.sections import Section
from cybercoop.logic.transform import can_hold, facts_of, fill_in, share
from cybercoop.model.citation import Citation
from cybercoop.model.terms import Measure

__all__ = ["Clause", "Lawbook", "Layout"]

_OPPOSITES = {
    Effect.KEEPS_OPEN: (Effect.CLOSES,),
    Effect.MUST_NOT_REFUSE: (Effect.MAY_REFUSE, Effect.MAY_POSTPONE),
    Effect.LEAVES_OPEN: (Effect.OBLIGES,),
}
_REFUSALS = (
    Effect.MAY_REFUSE,
    Effect.MAY_POSTPONE,
    Effect.MAY_CONDITION,
    Effect.MAY_DEMAND,
)


@attrs.frozen(eq=False)
class Clause:
    """A rule as it stands for one way: its exceptions worked into the condition.

    `condition` is what the rule asks (of a closing rule: that it does not close), `own` its
    condition without the exceptions, `exceptions` the rules that may displace it.
    """

    rule: Rule
    condition: Condition
    own: Condition
    exceptions: tuple[Clause, ...] = ()
    questions: tuple[OpenQuestion, ...] = ()


@attrs.frozen(eq=False)
class Layout:
    """A way with every clause that bears on it, sorted by what the clause does."""

    way: Way
    demands: tuple[Clause, ...]
    grounds: tuple[Clause, ...]
    others: Mapping[Effect, tuple[Clause, ...]]

    def of(self, effect: Effect) -> tuple[Clause, ...]:
        """The clauses of one effect, other than demands and grounds."""
        return self.others.get(effect, ())


@attrs.frozen(eq=False)
class Lawbook:
    """All rules, ways, presumptions and first steps of one version of the law.

    Build it with `Lawbook.of`, which raises `LawError` for two rules of opposite effect that can
    hold together on one way with neither declared an exception to the other.
    """

    version: str
    rules: tuple[Rule, ...]
    ways: tuple[Way, ...]
    presumptions: tuple[Presumption, ...]
    first_step: FirstStep
    layouts: tuple[Layout, ...]

    @classmethod
    def of(
        cls,
        version: str,
        sections: Iterable[Section],
        presumptions: Iterable[Presumption],
        first_step: FirstStep,
        *,
        check: bool = True,
    ) -> Lawbook:
        """Put sections together; `check` false skips the search for conflicts."""
        sections = tuple(sections)
        rules = tuple(rule for section in sections for rule in section.rules)
        ways = tuple(way for section in sections for way in section.ways)
        return cls.of_rules(version, rules, ways, presumptions, first_step, check=check)

    @classmethod
    def of_rules(
        cls,
        version: str,
        rules: tuple[Rule, ...],
        ways: tuple[Way, ...],
        presumptions: Iterable[Presumption],
        first_step: FirstStep,
        *,
        check: bool = True,
    ) -> Lawbook:
        """The same from rules and ways, such as those of another book with one rule changed."""
        check_keys(rules)
        seen: dict[Condition, Condition] = {}
        layouts = tuple(_lay_out(way, rules, seen, check) for way in ways)
        first_step = attrs.evolve(first_step, unless=share(first_step.unless, seen))
        return cls(version, rules, ways, tuple(presumptions), first_step, layouts)

    @cached_property
    def by_measure(self) -> Mapping[Measure, tuple[Layout, ...]]:
        """The ways of each measure."""
        return {
            measure: tuple(entry for entry in self.layouts if entry.way.measure == measure)
            for measure in Measure
        }

    @cached_property
    def facts(self) -> Mapping[str, Fact]:
        """Every fact any rule reads, by path."""
        found: dict[str, Fact] = {}
        for rule in self.rules:
            found |= facts_of(rule.when)
            found |= {fact.path: fact for fact in rule.shown_by}
        for way in self.ways:
            found |= facts_of(way.shown)
        for presumption in self.presumptions:
            found |= facts_of(presumption.when)
            if isinstance(presumption.value, Fact):
                found[presumption.value.path] = presumption.value
        return found | facts_of(self.first_step.unless)

    def resting_on(self, place: Citation) -> tuple[Rule, ...]:
        """The rules that cite `place` or a place inside it."""
        return tuple(rule for rule in self.rules if rule.cite in place)

    @cached_property
    def questions(self) -> tuple[OpenQuestion, ...]:
        """The open questions the rules turn on, in order of their ids."""
        found = {question for rule in self.rules for question in _questions(rule.when)}
        return tuple(sorted(found, key=lambda question: question.cite.sort_key))


def _questions(condition: Condition) -> tuple[OpenQuestion, ...]:
    return tuple(
        dict.fromkeys(node.question for node in condition.walk() if isinstance(node, Open))
    )


def _lay_out(
    way: Way, rules: Iterable[Rule], seen: dict[Condition, Condition], check: bool
) -> Layout:
    fixed = {"route.measure": way.measure, "route.channel": way.channel, "route.regime": way.regime}
    there = {}
    for rule in rules:
        if rule.scope.covers(way):
            when = share(fill_in(rule.when, fixed), seen)
            there[rule.key] = (rule, when)
    if check:
        _refuse_conflicts(way, list(there.values()))

    def clause(rule: Rule, when: Condition) -> Clause:
        exceptions = tuple(
            clause(other, other_when)
            for other, other_when in there.values()
            if rule.key in other.overrides
        )
        displaced = any_of(*(entry.condition for entry in exceptions)) if exceptions else None
        if rule.effect is Effect.REQUIRES:
            condition = when if displaced is None else when | displaced
        elif rule.effect is Effect.CLOSES:
            condition = ~when if displaced is None else ~when | displaced
        else:
            condition = when if displaced is None else when & ~displaced
        condition = share(condition, seen)
        return Clause(rule, condition, when, exceptions, _questions(condition))

    by_effect: dict[Effect, list[Clause]] = {}
    for rule, when in there.values():
        by_effect.setdefault(rule.effect, []).append(clause(rule, when))
    demands = [*by_effect.pop(Effect.REQUIRES, ()), *by_effect.pop(Effect.CLOSES, ())]
    grounds = [entry for effect in _REFUSALS for entry in by_effect.pop(effect, ())]
    return Layout(
        attrs.evolve(way, shown=share(way.shown, seen)),
        tuple(demands),
        tuple(grounds),
        {effect: tuple(entries) for effect, entries in by_effect.items()},
    )


def _refuse_conflicts(way: Way, there: list[tuple[Rule, Condition]]) -> None:
    for rule, when in there:
        for other, other_when in there:
            if other.effect not in _OPPOSITES.get(rule.effect, ()):
                continue
            if rule.ground not in (None, ANY_GROUND, other.ground):
                continue
            if rule.key in other.overrides or other.key in rule.overrides:
                continue
            if can_hold(all_of(when, other_when)):
                raise LawError(
                    f"{rule.key} and {other.key} can hold together for {way.measure} via "
                    f"{way.channel} ({way.regime}), and neither is an exception to the other"
                )
