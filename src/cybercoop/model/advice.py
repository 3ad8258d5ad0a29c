"""The answer to a need: routes with status and reasons, what to do first, what is not known."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Any, Generic, TypeVar

import attrs

from cybercoop.model.citation import Citation
from cybercoop.model.need import Need
from cybercoop.model.terms import Channel, Mark, Measure, Obligation, Status, Yields

__all__ = [
    "Advice",
    "Alternative",
    "Assumption",
    "Change",
    "ContentItem",
    "Duty",
    "Notice",
    "Question",
    "Reason",
    "Route",
    "Step",
    "TimeEstimate",
    "Unlock",
]

T = TypeVar("T")


class Deferred(Generic[T]):
    """A value worked out when it is first wanted."""

    __slots__ = ("_make", "_value")

    def __init__(self, make: Callable[[], T]) -> None:
        self._make: Callable[[], T] | None = make
        self._value: T

    def get(self) -> T:
        """The value."""
        if self._make is not None:
            self._value = self._make()
            self._make = None
        return self._value


@attrs.frozen
class Reason:
    """What became of one condition of one paragraph, and on which facts.

    `holds` is True, False, or None for not known; `facts` are the facts that decided, with
    their values, or those that are missing.
    """

    cite: Citation
    effect: str
    holds: bool | None
    text: str
    facts: tuple[tuple[str, Any], ...] = ()


@attrs.frozen
class Duty:
    """What one side owes: `on` is requesting or requested, `to` the State it is owed to."""

    on: str
    to: str | None
    cite: Citation
    text: str


@attrs.frozen
class ContentItem:
    """Something the request must contain, and whether the need already holds it."""

    cite: Citation
    item: str
    present: bool
    text: str


@attrs.frozen
class Notice:
    """A warning, with the place it rests on."""

    cite: Citation
    text: str


@attrs.frozen
class Change:
    """A fact, the value it would need, and who could bring that about."""

    fact: str
    to: Any
    who: str


@attrs.frozen
class Unlock:
    """A smallest set of changes, and the status the route would then have."""

    status: Status
    change: tuple[Change, ...]


@attrs.frozen
class TimeEstimate:
    """Days from sending to a usable result; `assumption` where it rests on judgement alone."""

    min_days: float
    median_days: float
    p90_days: float
    assumption: bool
    source: str

    def days(self, by: str) -> float:
        """The days to rank by: ``median`` or ``p90``."""
        return self.p90_days if by == "p90" else self.median_days


@attrs.frozen(eq=False, kw_only=True)
class Route:
    """One lawful or unlawful combination of measure, basis and channel, with its reasons.

    Reasons, duties, contents, warnings and unlocks are built when they are first read.
    """

    measure: Measure
    channel: Channel
    basis: str
    status: Status
    obligation: Obligation
    yields: Yields | None
    expedited: bool
    via: tuple[Channel, ...]
    time: TimeEstimate | None
    mark: Mark
    hands: int = 0
    asks_nobody: bool = False
    last_resort: bool = False
    _because: Deferred[tuple[Reason, ...]] = attrs.field(repr=False)
    _duties: Deferred[tuple[Duty, ...]] = attrs.field(repr=False)
    _contents: Deferred[tuple[ContentItem, ...]] = attrs.field(repr=False)
    _warnings: Deferred[tuple[Notice, ...]] = attrs.field(repr=False)
    _unlock: Deferred[tuple[Unlock, ...]] = attrs.field(repr=False)

    @property
    def because(self) -> tuple[Reason, ...]:
        """Why the route has its status, condition by condition."""
        return self._because.get()

    @property
    def duties(self) -> tuple[Duty, ...]:
        """What either side owes on this route."""
        return self._duties.get()

    @property
    def contents(self) -> tuple[ContentItem, ...]:
        """What the request must contain."""
        return self._contents.get()

    @property
    def warnings(self) -> tuple[Notice, ...]:
        """Open questions, weak data and practical traps."""
        return self._warnings.get()

    @property
    def unlock(self) -> tuple[Unlock, ...]:
        """The smallest changes that would lift a blocked route."""
        return self._unlock.get()


@attrs.frozen
class Step:
    """A route named for doing: the first thing to do, or the fastest way."""

    measure: Measure
    channel: Channel
    basis: str
    assured: bool = True
    alongside: tuple[Step, ...] = ()


@attrs.frozen
class Assumption:
    """A fact nobody stated and practice takes for granted."""

    fact: str
    value: Any


@attrs.frozen
class Question:
    """A fact that is not known, the routes it decides, and the paragraph that asks for it."""

    fact: str
    decides: tuple[str, ...]
    why: Citation


@attrs.frozen
class Alternative:
    """Another measure that would serve, and why."""

    measure: Measure
    why: str
    cite: Citation


@attrs.frozen(eq=False, kw_only=True)
class Advice:
    """The answer to a need on a date, under a version of the law and an atlas."""

    need: Need
    on: dt.date
    law: str
    atlas: str
    first: Step | None
    fastest: Step | None
    routes: tuple[Route, ...]
    alternatives: tuple[Alternative, ...]
    _open: Deferred[tuple[tuple[Assumption, ...], tuple[Question, ...]]] = attrs.field(repr=False)

    @property
    def assumptions(self) -> tuple[Assumption, ...]:
        """Facts the answer takes for granted."""
        return self._open.get()[0]

    @property
    def questions(self) -> tuple[Question, ...]:
        """Facts that would settle what the answer leaves open."""
        return self._open.get()[1]

    def route(self, measure: str, channel: str, basis: str | None = None) -> Route | None:
        """The route of that measure and channel (and basis), if it was considered."""
        for route in self.routes:
            if (route.measure, route.channel) == (measure, channel) and basis in (
                None,
                route.basis,
            ):
                return route
        return None
