"""Periods: ends of days and hours, and what they were counted from."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cybercoop.logic.periods import (
    After,
    DayAfter,
    FirstKnown,
    Given,
    Happening,
    Later,
    Moment,
    NoEnd,
    Rolled,
    When,
)

START, OTHER = Happening("start"), Happening("other")


class At:
    """A reading with two events; no weekend is a working day."""

    def __init__(self, start: Moment | None = None, other: Moment | None = None) -> None:
        self.moments = {"start": start, "other": other}

    def happened(self, name: str) -> Moment | None:
        return self.moments[name]

    def number(self, fact: object) -> int | None:
        return None

    def works(self, day: dt.date) -> bool:
        return day.weekday() < 5


@given(st.dates(dt.date(1990, 1, 1), dt.date(2090, 1, 1)), st.integers(0, 400))
def test_the_last_day_counts(start: dt.date, days: int) -> None:
    end = After(START, days=days).end(At(start))
    assert end == start + dt.timedelta(days=days)


def test_sixty_days_from_the_first_of_march_end_on_the_thirtieth_of_april() -> None:
    assert After(START, days=60).end(At(dt.date(2027, 3, 1))) == dt.date(2027, 4, 30)


def test_months_end_with_the_month() -> None:
    assert After(START, months=3).end(At(dt.date(2026, 11, 30))) == dt.date(2027, 2, 28)
    assert After(START, months=3).end(At(dt.date(2027, 11, 30))) == dt.date(2028, 2, 29)


def test_hours_are_counted_from_instants_alone() -> None:
    zone = dt.timezone(dt.timedelta(hours=2))
    start = dt.datetime(2026, 11, 20, 20, tzinfo=zone)
    end = After(START, hours=8).end(At(start))
    assert end == dt.datetime(2026, 11, 21, 4, tzinfo=zone)
    assert After(START, hours=8).end(At(dt.date(2026, 11, 20))) is None


@given(st.dates(dt.date(2000, 1, 1), dt.date(2090, 1, 1)))
def test_a_rolled_end_is_the_next_working_day(day: dt.date) -> None:
    end = Rolled(START).end(At(day))
    assert isinstance(end, dt.date)
    assert end.weekday() < 5
    assert 0 <= (end - day).days <= 2


def test_an_instant_does_not_roll() -> None:
    saturday = dt.datetime(2026, 11, 21, 4, tzinfo=dt.UTC)
    assert Rolled(START).end(At(saturday)) == saturday


DAY, NEXT = dt.date(2026, 11, 20), dt.date(2026, 11, 25)


@pytest.mark.parametrize(
    ("when", "reading", "end"),
    [
        (FirstKnown((START, OTHER)), At(None, NEXT), NEXT),
        (FirstKnown((START, OTHER)), At(DAY, NEXT), DAY),
        (FirstKnown((START, OTHER)), At(), None),
        (Later(START, OTHER), At(DAY, NEXT), NEXT),
        (Later(START, OTHER), At(NEXT, DAY), NEXT),
        (Later(START, OTHER), At(DAY), DAY),
        (Later(START, OTHER), At(None, DAY), None),
        (DayAfter(START), At(DAY), dt.date(2026, 11, 21)),
        (DayAfter(START), At(), None),
        (Given(OTHER, START), At(DAY), None),
        (Given(OTHER, START), At(DAY, NEXT), DAY),
        (NoEnd(START), At(DAY), None),
        (After(START, days=3), At(), None),
    ],
)
def test_ends_are_put_together(when: When, reading: At, end: Moment | None) -> None:
    assert when.end(reading) == end


def test_an_end_tells_what_it_was_counted_from() -> None:
    when = DayAfter(Later(Rolled(After(FirstKnown((START, OTHER)), days=1)), Given(OTHER, START)))
    assert list(when.events()) == ["start", "other", "start"]
    assert list(NoEnd(START).events()) == ["start"]
