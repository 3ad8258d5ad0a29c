"""Periods of time as data: where they start, how long they run, when they end."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import Protocol, TypeAlias

import attrs
from dateutil.relativedelta import relativedelta

from cybercoop.logic.conditions import ALWAYS, Condition, OpenQuestion
from cybercoop.logic.facts import Number
from cybercoop.logic.rules import Scope
from cybercoop.model.citation import Citation
from cybercoop.model.terms import Channel, Mark, Measure

__all__ = [
    "After",
    "ClockRule",
    "DayAfter",
    "FirstKnown",
    "Given",
    "Happening",
    "Later",
    "Moment",
    "NoEnd",
    "Reading",
    "Rolled",
    "When",
]

Moment: TypeAlias = dt.date | dt.datetime


class Reading(Protocol):
    """Where the ends of periods are read from."""

    def happened(self, name: str) -> Moment | None:
        """When something happened; None if it has not, or nobody knows when."""

    def number(self, fact: Number) -> int | None:
        """The value of a number of the law."""

    def works(self, day: dt.date) -> bool:
        """Is it a working day where the order is carried out?"""


@attrs.frozen
class Happening:
    """The moment something happened, by the name of the event."""

    name: str

    def end(self, reading: Reading) -> Moment | None:
        return reading.happened(self.name)

    def events(self) -> Iterator[str]:
        yield self.name


@attrs.frozen
class After:
    """A period after a start. Days are calendar days and the last one counts; hours are hours."""

    start: When
    days: int | Number = 0
    hours: int = 0
    months: int = 0
    times: int = 1

    def end(self, reading: Reading) -> Moment | None:
        start = self.start.end(reading)
        days = reading.number(self.days) if isinstance(self.days, Number) else self.days
        if start is None or days is None:
            return None
        if self.hours:
            # Hours are elapsed time; an instant keeps the offset it was given with.
            return (
                start + dt.timedelta(hours=self.hours) if isinstance(start, dt.datetime) else None
            )
        whole = start.date() if isinstance(start, dt.datetime) else start
        return whole + relativedelta(days=days * self.times, months=self.months)

    def events(self) -> Iterator[str]:
        yield from self.start.events()


@attrs.frozen
class FirstKnown:
    """The first of several starts that is known."""

    options: tuple[When, ...]

    def end(self, reading: Reading) -> Moment | None:
        return next(
            (end for option in self.options if (end := option.end(reading)) is not None), None
        )

    def events(self) -> Iterator[str]:
        for option in self.options:
            yield from option.events()


@attrs.frozen
class Given:
    """An end that counts only once something else has happened."""

    condition: When
    inner: When

    def end(self, reading: Reading) -> Moment | None:
        return None if self.condition.end(reading) is None else self.inner.end(reading)

    def events(self) -> Iterator[str]:
        yield from self.inner.events()


@attrs.frozen
class Later:
    """The later of an end and another one, where that is known."""

    one: When
    other: When

    def end(self, reading: Reading) -> Moment | None:
        one, other = self.one.end(reading), self.other.end(reading)
        if one is None or other is None:
            return one
        return max(_day(one), _day(other))

    def events(self) -> Iterator[str]:
        yield from self.one.events()
        yield from self.other.events()


@attrs.frozen
class DayAfter:
    """The day after an end."""

    inner: When

    def end(self, reading: Reading) -> Moment | None:
        end = self.inner.end(reading)
        return None if end is None else _day(end) + dt.timedelta(days=1)

    def events(self) -> Iterator[str]:
        yield from self.inner.events()


@attrs.frozen
class Rolled:
    """An end in days that moves to the next working day."""

    inner: When

    def end(self, reading: Reading) -> Moment | None:
        end = self.inner.end(reading)
        if end is None or isinstance(end, dt.datetime):
            return end
        while not reading.works(end):
            end += dt.timedelta(days=1)
        return end

    def events(self) -> Iterator[str]:
        yield from self.inner.events()


@attrs.frozen
class NoEnd:
    """A period without an end, counted from what `since` happened."""

    since: When

    def end(self, reading: Reading) -> Moment | None:
        return None

    def events(self) -> Iterator[str]:
        yield from self.since.events()


When: TypeAlias = Happening | After | FirstKnown | Given | Later | DayAfter | Rolled | NoEnd


def _day(moment: Moment) -> dt.date:
    return moment.date() if isinstance(moment, dt.datetime) else moment


@attrs.frozen(kw_only=True)
class ClockRule:
    """A deadline or holding period of one paragraph.

    It runs where `when` is not false; `due` is its end; where `settled` is not true the earliest
    defensible end is `cautious`. `assumed` clocks run also for a request that names no channel.
    """

    key: str
    cite: Citation
    what: str
    binds: str
    text: str
    due: When
    scope: Scope
    when: Condition = ALWAYS
    settled: Condition = ALWAYS
    cautious: When | None = None
    question: OpenQuestion | None = None
    mark: Mark = Mark.TEXT
    assumed: bool = False

    def covers(self, kind: Measure, channel: Channel | None) -> bool:
        """Does the clock run for such a request?"""
        scope = self.scope
        if scope.measures is not None and kind not in scope.measures:
            return False
        if channel is None:
            return self.assumed
        return scope.channels is None or channel in scope.channels
