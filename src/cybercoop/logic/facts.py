"""Facts: the named, typed things a rule may ask about. They know their path, not their value."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import attrs

from cybercoop.logic.conditions import Atom, Operator, Shifted
from cybercoop.model.citation import Citation

__all__ = ["Collection", "Day", "Fact", "Flag", "Number", "Term", "Terms"]


@attrs.frozen(cache_hash=True)
class Fact:
    """Something that may be known about a case.

    `path` names it as the outside world does (``urgency.urgent``,
    ``requested.law.dual_criminality_for``); `who` could make it otherwise, None if it is given.
    """

    path: str
    who: str | None = None

    def __str__(self) -> str:
        return self.path


@attrs.frozen(cache_hash=True)
class Flag(Fact):
    """A fact that is true, false or not known."""

    @property
    def holds(self) -> Atom:
        """The condition that the fact is true."""
        return Atom(self, Operator.IS, True)


@attrs.frozen(cache_hash=True)
class Term(Fact):
    """A fact with one word as its value: a State, a kind, a category."""

    def equals(self, other: str | Term) -> Atom:
        """The word is `other`, a word or another fact."""
        return Atom(self, Operator.EQUALS, other)

    def is_in(self, words: Iterable[str]) -> Atom:
        """The word is one of `words`."""
        return Atom(self, Operator.IN, frozenset(words))


@attrs.frozen(cache_hash=True)
class Number(Fact):
    """A fact with a number as its value."""

    def at_least(self, other: float | Number) -> Atom:
        """The number is `other` or more."""
        return Atom(self, Operator.AT_LEAST, other)


@attrs.frozen(cache_hash=True)
class Day(Fact):
    """A fact with a calendar day as its value."""

    def plus_days(self, days: int) -> Shifted:
        """The day that many days later."""
        return Shifted(self, days)

    def not_after(self, other: Day | Shifted) -> Atom:
        """The day is the other one or an earlier one."""
        return Atom(self, Operator.NOT_AFTER, other)


@attrs.frozen(cache_hash=True)
class Terms(Fact):
    """A fact with a list as its value: words or citations. An empty list is a known none."""

    def contains(self, item: str | Term) -> Atom:
        """The list has `item`, a word or the word another fact holds."""
        return Atom(self, Operator.CONTAINS, item)

    def any_in(self, items: Iterable[str] | Terms) -> Atom:
        """At least one entry is among `items`, words or another list."""
        return Atom(self, Operator.ANY_IN, items if isinstance(items, Terms) else frozenset(items))

    def all_in(self, items: Iterable[str] | Terms) -> Atom:
        """Every entry is among `items`."""
        return Atom(self, Operator.ALL_IN, items if isinstance(items, Terms) else frozenset(items))

    def any_within(self, first: str, last: str | None = None) -> Atom:
        """At least one entry is a citation of an article from `first` to `last`, both included."""
        return Atom(self, Operator.ANY_WITHIN, _article_range(first, last))

    def any_covering(self, place: str) -> Atom:
        """At least one entry is a citation that `place` is or lies within."""
        return Atom(self, Operator.ANY_COVERING, Citation.parse(place))


@attrs.frozen(cache_hash=True)
class Collection:
    """A list of things that have facts of their own, such as the treaties between two States.

    `item` is the first word of the paths of those facts (``treaty``).
    """

    path: str
    item: str


def _article_range(first: str, last: str | None) -> tuple[Citation, Citation]:
    start = Citation.parse(first)
    return start, start if last is None else Citation.parse(last)


def path_of(value: Any) -> str | None:
    """The path behind an operand, if it is a fact."""
    if isinstance(value, Shifted):
        return value.day.path
    return value.path if isinstance(value, Fact) else None
