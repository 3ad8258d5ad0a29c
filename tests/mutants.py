"""Small wrongs done to the law: each literal of each rule flipped, one at a time."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import attrs

from cybercoop.logic.conditions import (
    ALWAYS,
    NEVER,
    And,
    AnyOf,
    Atom,
    Condition,
    Constant,
    Derived,
    Not,
    Open,
    OpenQuestion,
    Operator,
    Or,
    Shifted,
)
from cybercoop.logic.lawbook import Lawbook
from cybercoop.logic.rules import Effect, FirstStep, Presumption, Rule
from cybercoop.model.citation import Citation


@attrs.frozen(eq=False)
class Mutant:
    """A law with one thing wrong. `rule` is the key of what was changed, `change` says how."""

    rule: str
    change: str
    rules: tuple[Rule, ...]
    presumptions: tuple[Presumption, ...]
    first_step: FirstStep


def mutants(law: Lawbook) -> Iterator[Mutant]:
    """Every mutant of a law, rule by rule."""
    plain = {
        "rules": law.rules,
        "presumptions": law.presumptions,
        "first_step": law.first_step,
    }
    for index, rule in enumerate(law.rules):
        for change, changed in _of_rule(rule):
            rules = (*law.rules[:index], changed, *law.rules[index + 1 :])
            yield Mutant(rule.key, change, **{**plain, "rules": rules})
    for notion in _notions(law):
        for change, inner in _of_condition(notion.inner):
            other = attrs.evolve(notion, inner=inner)
            swapped = tuple(
                attrs.evolve(rule, when=_swap(rule.when, notion, other)) for rule in law.rules
            )
            yield Mutant(notion.name, change, **{**plain, "rules": swapped})
    for index, presumption in enumerate(law.presumptions):
        rest = (*law.presumptions[:index], *law.presumptions[index + 1 :])
        yield Mutant(presumption.key, "dropped", **{**plain, "presumptions": rest})
        for change, when in _of_condition(presumption.when):
            changed_one = attrs.evolve(presumption, when=when)
            there = (*rest, changed_one)
            yield Mutant(presumption.key, change, **{**plain, "presumptions": there})
    step = law.first_step
    for change, unless in _of_condition(step.unless):
        mutated = attrs.evolve(step, unless=unless)
        yield Mutant(step.key, change, **{**plain, "first_step": mutated})
    for measure in sorted(step.before):
        mutated = attrs.evolve(step, before=step.before - {measure})
        yield Mutant(step.key, f"not before {measure}", **{**plain, "first_step": mutated})
    mutated = attrs.evolve(step, alongside=None)
    yield Mutant(step.key, "nothing alongside", **{**plain, "first_step": mutated})


def _notions(law: Lawbook) -> list[Derived]:
    found: dict[str, Derived] = {}
    for rule in law.rules:
        for node in rule.when.walk():
            if isinstance(node, Derived):
                found[node.name] = node
    return list(found.values())


def _swap(condition: Condition, old: Condition, new: Condition) -> Condition:
    """The condition with one part of it replaced wherever it stands."""
    if condition == old:
        return new
    match condition:
        case Not() | Derived() | AnyOf():
            return attrs.evolve(condition, inner=_swap(condition.inner, old, new))
        case And() | Or():
            return type(condition)(tuple(_swap(part, old, new) for part in condition.parts))
        case Open():
            first, second = condition.first, condition.second
            return attrs.evolve(
                condition, first=_swap(first, old, new), second=_swap(second, old, new)
            )
    return condition


def _of_rule(rule: Rule) -> Iterator[tuple[str, Rule]]:
    for change, when in _of_condition(rule.when):
        yield change, attrs.evolve(rule, when=when)
    for name in rule.overrides:
        rest = tuple(other for other in rule.overrides if other != name)
        yield f"no exception to {name}", attrs.evolve(rule, overrides=rest)
    for fact in rule.shown_by:
        others = tuple(other for other in rule.shown_by if other != fact)
        yield f"not shown by {fact}", attrs.evolve(rule, shown_by=others)
    if rule.wire is not None:
        yield "another wire", attrs.evolve(rule, wire=None)
    for name in ("measures", "channels", "regimes"):
        words = getattr(rule.scope, name)
        if words is not None and len(words) > 1 and rule.effect in _SCOPED:
            for word in sorted(words):
                scope = attrs.evolve(rule.scope, **{name: words - {word}})
                yield f"not for {word}", attrs.evolve(rule, scope=scope)


_SCOPED = frozenset(
    {
        Effect.REQUIRES,
        Effect.CLOSES,
        Effect.KEEPS_OPEN,
        Effect.MAY_REFUSE,
        Effect.MAY_POSTPONE,
        Effect.MUST_NOT_REFUSE,
        Effect.OBLIGES,
        Effect.LEAVES_OPEN,
    }
)
"""Effects on the verdict: their scope is mutated too."""


def _of_condition(condition: Condition) -> Iterator[tuple[str, Condition]]:
    match condition:
        case Constant():
            yield "constant flipped", NEVER if condition.value else ALWAYS
        case Atom():
            yield f"{condition.fact} negated", Not(condition)
            yield from _of_atom(condition)
        case Derived():
            # What a notion is made of is changed once, wherever it is used.
            yield f"{condition.name} negated", Not(condition)
        case Not() | AnyOf():
            for change, inner in _of_condition(condition.inner):
                yield change, attrs.evolve(condition, inner=inner)
        case And() | Or():
            for index, part in enumerate(condition.parts):
                for change, other in _of_condition(part):
                    parts = (*condition.parts[:index], other, *condition.parts[index + 1 :])
                    yield change, type(condition)(parts)
        case Open():
            question = condition.question
            for change, first in _of_condition(condition.first):
                yield f"{question.cite} first: {change}", attrs.evolve(condition, first=first)
            for change, second in _of_condition(condition.second):
                yield f"{question.cite} second: {change}", attrs.evolve(condition, second=second)
            yield from _of_question(condition, question)


def _of_question(condition: Open, question: OpenQuestion) -> Iterator[tuple[str, Condition]]:
    for name in ("prefers_first", "decides"):
        if name == "prefers_first" and not question.decides:
            continue  # both readings are shown: which one comes first changes no answer
        other = attrs.evolve(question, **{name: not getattr(question, name)})
        yield f"{question.cite} {name} flipped", attrs.evolve(condition, question=other)


def _of_atom(atom: Atom) -> Iterator[tuple[str, Condition]]:
    operand: Any = atom.operand
    fact = atom.fact
    if isinstance(operand, frozenset):
        for word in sorted(operand):
            yield f"{fact} without {word}", attrs.evolve(atom, operand=operand - {word})
    elif isinstance(operand, Shifted):
        for days in (operand.days - 1, operand.days + 1):
            yield (
                f"{fact} {days} days",
                attrs.evolve(atom, operand=attrs.evolve(operand, days=days)),
            )
    elif atom.operator is Operator.AT_LEAST and isinstance(operand, int | float):
        for bound in (operand - 1, operand + 1):
            yield f"{fact} at least {bound}", attrs.evolve(atom, operand=bound)
    elif atom.operator is Operator.ANY_WITHIN:
        for change, bounds in _ranges(*operand):
            yield f"{fact} {change}", attrs.evolve(atom, operand=bounds)


def _ranges(first: Citation, last: Citation) -> Iterator[tuple[str, tuple[Citation, Citation]]]:
    def moved(place: Citation, by: int) -> Citation:
        return Citation(place.code, (str(int(place.parts[0]) + by),))

    if first != last:
        yield f"from {moved(first, 1)}", (moved(first, 1), last)
        yield f"to {moved(last, -1)}", (first, moved(last, -1))
