"""Conditions: expressions over facts in Kleene's three values (True, False, None for unknown)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator, Sequence
from enum import StrEnum
from typing import TYPE_CHECKING, Any, Protocol, TypeAlias

import attrs

from cybercoop.model.citation import Citation

if TYPE_CHECKING:
    from cybercoop.logic.facts import Collection, Day, Fact

__all__ = [
    "ALWAYS",
    "NEVER",
    "And",
    "AnyOf",
    "Atom",
    "Condition",
    "Constant",
    "Derived",
    "Not",
    "Open",
    "OpenQuestion",
    "Or",
    "Shifted",
    "World",
    "all_of",
    "any_of",
    "derived",
]

Truth: TypeAlias = bool | None
Operand: TypeAlias = Any
"""A value, a fact, a shifted day, a set of words or a range of articles, as the operator wants."""


class World(Protocol):
    """A state of knowledge that conditions are judged in."""

    memo: dict[int, Truth]

    def read(self, fact: Fact) -> Any:
        """The value of a fact; None if it is not known."""

    def items(self, collection: Collection) -> Sequence[World]:
        """One world for each thing in a collection, where the facts of that thing are read."""

    def takes_first(self, question: OpenQuestion) -> bool:
        """Which reading of an open question this world follows: the first, or the second."""


class Operator(StrEnum):
    """How an atom compares its fact."""

    IS = "is"
    EQUALS = "equals"
    IN = "in"
    AT_LEAST = "at least"
    NOT_AFTER = "not after"
    CONTAINS = "contains"
    ANY_IN = "any in"
    ALL_IN = "all in"
    ANY_WITHIN = "any within"
    ANY_COVERING = "any covering"


@attrs.frozen(cache_hash=True)
class Shifted:
    """A day some days after the one a fact holds; the last day counts."""

    day: Day
    days: int


class Condition:
    """Something that is true, false or unknown. Combine with ``&``, ``|`` and ``~``."""

    __slots__ = ()

    def __and__(self, other: Condition) -> Condition:
        return And((*_parts(And, self), *_parts(And, other)))

    def __or__(self, other: Condition) -> Condition:
        return Or((*_parts(Or, self), *_parts(Or, other)))

    def __invert__(self) -> Condition:
        return Not(self)

    def __bool__(self) -> bool:
        raise TypeError("a condition has no truth value of its own: combine with &, | and ~")

    @property
    def children(self) -> tuple[Condition, ...]:
        """The conditions this one is made of."""
        return ()

    def judged(self, world: World) -> Truth:
        """The value in `world`, worked out afresh."""
        raise NotImplementedError

    def holds(self, world: World) -> Truth:
        """The value in `world`: True, False, or None if the facts known there do not decide it."""
        memo = world.memo
        key = id(self)
        if key in memo:
            return memo[key]
        memo[key] = value = self.judged(world)
        return value

    def walk(self) -> Iterator[Condition]:
        """This condition and everything inside it."""
        yield self
        for child in self.children:
            yield from child.walk()


def _parts(kind: type[And] | type[Or], condition: Condition) -> tuple[Condition, ...]:
    return condition.parts if isinstance(condition, kind) else (condition,)


@attrs.frozen(cache_hash=True)
class Constant(Condition):
    """A condition whose value is fixed."""

    value: bool

    def judged(self, world: World) -> Truth:
        return self.value


ALWAYS = Constant(True)
NEVER = Constant(False)


@attrs.frozen(cache_hash=True)
class Atom(Condition):
    """One comparison of one fact, with a value or with another fact."""

    fact: Fact
    operator: Operator
    operand: Operand

    def judged(self, world: World) -> Truth:
        value = world.read(self.fact)
        operand = self.operand
        if hasattr(operand, "path"):
            operand = world.read(operand)
        elif isinstance(operand, Shifted):
            start = world.read(operand.day)
            operand = None if start is None else start + dt.timedelta(days=operand.days)
        if value is None:
            # Nothing is among no words, whatever the unknown fact is.
            return False if operand == frozenset() and self.operator in _NEEDS_ENTRIES else None
        if operand is None:
            return _of_unknown(self.operator, value)
        return _COMPARE[self.operator](value, operand)


_NEEDS_ENTRIES = frozenset({Operator.IN, Operator.ANY_IN})


def _of_unknown(operator: Operator, value: Any) -> Truth:
    if not value and operator in (Operator.CONTAINS, Operator.ANY_IN):
        return False
    return True if not value and operator is Operator.ALL_IN else None


def _within(value: Any, operand: tuple[Citation, Citation]) -> bool:
    return any(isinstance(item, Citation) and item.article_between(*operand) for item in value)


_COMPARE: dict[Operator, Callable[[Any, Any], bool]] = {
    Operator.IS: lambda value, operand: value is operand,
    Operator.EQUALS: lambda value, operand: value == operand,
    Operator.IN: lambda value, operand: value in operand,
    Operator.AT_LEAST: lambda value, operand: value >= operand,
    Operator.NOT_AFTER: lambda value, operand: value <= operand,
    Operator.CONTAINS: lambda value, operand: operand in value,
    Operator.ANY_IN: lambda value, operand: any(item in operand for item in value),
    Operator.ALL_IN: lambda value, operand: all(item in operand for item in value),
    Operator.ANY_WITHIN: _within,
    Operator.ANY_COVERING: lambda value, operand: any(
        isinstance(item, Citation) and operand in item for item in value
    ),
}


@attrs.frozen(cache_hash=True)
class Not(Condition):
    """True where the inner condition is false."""

    inner: Condition

    @property
    def children(self) -> tuple[Condition, ...]:
        return (self.inner,)

    def judged(self, world: World) -> Truth:
        value = self.inner.holds(world)
        return None if value is None else not value


@attrs.frozen(cache_hash=True)
class And(Condition):
    """True if all parts are; false as soon as one is."""

    parts: tuple[Condition, ...]

    @property
    def children(self) -> tuple[Condition, ...]:
        return self.parts

    def judged(self, world: World) -> Truth:
        answer: Truth = True
        for part in self.parts:
            value = part.holds(world)
            if value is False:
                return False
            if value is None:
                answer = None
        return answer


@attrs.frozen(cache_hash=True)
class Or(Condition):
    """True as soon as one part is; false if all are."""

    parts: tuple[Condition, ...]

    @property
    def children(self) -> tuple[Condition, ...]:
        return self.parts

    def judged(self, world: World) -> Truth:
        answer: Truth = False
        for part in self.parts:
            value = part.holds(world)
            if value is True:
                return True
            if value is None:
                answer = None
        return answer


@attrs.frozen(cache_hash=True)
class Derived(Condition):
    """A condition with a name of its own: a legal notion built from facts."""

    name: str
    inner: Condition

    @property
    def children(self) -> tuple[Condition, ...]:
        return (self.inner,)

    def judged(self, world: World) -> Truth:
        return self.inner.holds(world)


@attrs.frozen(cache_hash=True)
class AnyOf(Condition):
    """True if the condition holds of at least one thing in the collection."""

    collection: Collection
    inner: Condition

    @property
    def children(self) -> tuple[Condition, ...]:
        return (self.inner,)

    def judged(self, world: World) -> Truth:
        answer: Truth = False
        for item in world.items(self.collection):
            value = self.inner.holds(item)
            if value is True:
                return True
            if value is None:
                answer = None
        return answer


@attrs.frozen(cache_hash=True)
class OpenQuestion:
    """A question the law leaves open, with the two readings of it.

    `decides` says whether the preferred reading decides (with a warning) or both are shown and
    the route stays unsettled.
    """

    cite: Citation
    text: str
    first: str
    second: str
    prefers_first: bool
    decides: bool


@attrs.frozen(cache_hash=True)
class Open(Condition):
    """A condition that reads differently under the two readings of an open question."""

    question: OpenQuestion
    first: Condition
    second: Condition

    @property
    def children(self) -> tuple[Condition, ...]:
        return (self.first, self.second)

    def judged(self, world: World) -> Truth:
        chosen = self.first if world.takes_first(self.question) else self.second
        return chosen.holds(world)


def all_of(*conditions: Condition) -> Condition:
    """All of them; true if there is none."""
    return conditions[0] if len(conditions) == 1 else And(conditions)


def any_of(*conditions: Condition) -> Condition:
    """At least one of them; false if there is none."""
    return conditions[0] if len(conditions) == 1 else Or(conditions)


def derived(name: str, condition: Condition) -> Derived:
    """Give a condition a name."""
    return Derived(name, condition)
