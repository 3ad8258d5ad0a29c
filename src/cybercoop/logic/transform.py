"""Working on conditions as data: filling in what is fixed, sharing equal parts, satisfiability."""

from __future__ import annotations

from collections.abc import Mapping
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
    Operator,
    Or,
)
from cybercoop.logic.facts import Fact, path_of

__all__ = ["can_hold", "facts_of", "fill_in", "share"]


def fill_in(condition: Condition, fixed: Mapping[str, str]) -> Condition:
    """Replace the facts whose paths are in `fixed` by their values, and drop what they decide."""
    match condition:
        case Atom():
            return _fill_atom(condition, fixed)
        case Not():
            inner = fill_in(condition.inner, fixed)
            return Constant(not inner.value) if isinstance(inner, Constant) else Not(inner)
        case And():
            return _fill_parts(condition, fixed, And, NEVER, ALWAYS)
        case Or():
            return _fill_parts(condition, fixed, Or, ALWAYS, NEVER)
        case Derived() | AnyOf():
            inner = fill_in(condition.inner, fixed)
            if isinstance(inner, Constant) and not (isinstance(condition, AnyOf) and inner.value):
                return inner
            return attrs.evolve(condition, inner=inner)
        case Open():
            first, second = fill_in(condition.first, fixed), fill_in(condition.second, fixed)
            return first if first == second else Open(condition.question, first, second)
    return condition


def _fill_parts(
    condition: And | Or,
    fixed: Mapping[str, str],
    kind: type[And] | type[Or],
    decisive: Constant,
    neutral: Constant,
) -> Condition:
    parts: list[Condition] = []
    for part in condition.parts:
        part = fill_in(part, fixed)
        if part == decisive:
            return decisive
        if part != neutral:
            parts.append(part)
    if not parts:
        return neutral
    return parts[0] if len(parts) == 1 else kind(tuple(parts))


def _fill_atom(atom: Atom, fixed: Mapping[str, str]) -> Condition:
    operand = atom.operand
    operand = fixed.get(path_of(operand) or "", operand)
    value = fixed.get(atom.fact.path)
    if value is None:
        return Atom(atom.fact, atom.operator, operand)
    return Constant(value in operand if atom.operator is Operator.IN else value == operand)


def share(condition: Condition, seen: dict[Condition, Condition]) -> Condition:
    """The same condition in which equal parts are one object, also with those in `seen`."""
    known = seen.get(condition)
    if known is not None:
        return known
    match condition:
        case Not() | Derived() | AnyOf():
            built: Condition = attrs.evolve(condition, inner=share(condition.inner, seen))
        case And() | Or():
            built = type(condition)(tuple(share(part, seen) for part in condition.parts))
        case Open():
            built = Open(
                condition.question, share(condition.first, seen), share(condition.second, seen)
            )
        case _:
            built = condition
    seen[built] = built
    return built


def facts_of(condition: Condition) -> dict[str, Fact]:
    """Every fact a condition reads, by path."""
    found: dict[str, Fact] = {}
    for node in condition.walk():
        if isinstance(node, Atom):
            found[node.fact.path] = node.fact
            operand = getattr(node.operand, "day", node.operand)
            if isinstance(operand, Fact):
                found[operand.path] = operand
    return found


class _Assignment:
    """Truth values given to atoms by name, to see whether a condition can hold at all."""

    def __init__(self, values: dict[Any, bool]) -> None:
        self.values = values

    def truth(self, condition: Condition) -> bool | None:
        match condition:
            case Constant():
                return condition.value
            case Not():
                value = self.truth(condition.inner)
                return None if value is None else not value
            case And() | Or():
                values = {self.truth(part) for part in condition.parts}
                decisive = isinstance(condition, Or)
                if decisive in values:
                    return decisive
                return None if None in values else not decisive
            case Derived():
                return self.truth(condition.inner)
            case Open():
                chosen = self.values.get(condition.question)
                if chosen is None:
                    first, second = self.truth(condition.first), self.truth(condition.second)
                    return first if first == second else None
                return self.truth(condition.first if chosen else condition.second)
        return self.values.get(condition)


def _literals(condition: Condition) -> list[Any]:
    found: dict[Any, None] = {}
    for node in condition.walk():
        if isinstance(node, Atom | AnyOf):
            found[node] = None
        elif isinstance(node, Open):
            found[node.question] = None
    return list(found)


def can_hold(condition: Condition) -> bool:
    """Is there any way to fill in the facts so that the condition is true?

    Each comparison counts as a literal of its own, except that one word cannot equal two.
    """
    literals = _literals(condition)

    def search(values: dict[Any, bool], index: int) -> bool:
        truth = _Assignment(values).truth(condition)
        if truth is not None:
            return truth
        literal = literals[index]
        for guess in (True, False):
            if guess and _excluded(literal, values):
                continue
            if search({**values, literal: guess}, index + 1):
                return True
        return False

    return search({}, 0)


def _excluded(literal: Any, values: dict[Any, bool]) -> bool:
    if not isinstance(literal, Atom) or literal.operator is not Operator.EQUALS:
        return False
    if isinstance(literal.operand, Fact):
        return False
    return any(
        value
        and isinstance(other, Atom)
        and other.operator is Operator.EQUALS
        and other.fact == literal.fact
        and not isinstance(other.operand, Fact)
        for other, value in values.items()
    )
