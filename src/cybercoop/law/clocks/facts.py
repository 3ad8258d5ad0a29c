"""The facts of time that clocks ask about, and how a clock is written."""

from __future__ import annotations

from collections.abc import Iterable

from cybercoop.logic.conditions import ALWAYS, Condition, OpenQuestion
from cybercoop.logic.facts import Day, Flag, Number
from cybercoop.logic.periods import After, ClockRule, FirstKnown, Happening, When
from cybercoop.logic.rules import Scope
from cybercoop.model.citation import Citation
from cybercoop.model.terms import Channel, Mark, Measure

__all__ = ["after", "clock", "day", "first_known", "happened"]


def happened(name: str) -> Condition:
    """Something has happened on a day that is known."""
    return Flag(f"happened.{name}").holds


def day(name: str) -> Day:
    """The day something happened."""
    return Day(f"events.{name}")


def first_known(*names: str) -> FirstKnown:
    """The first of these events that is known."""
    return FirstKnown(tuple(Happening(name) for name in names))


def after(
    start: str | When,
    *,
    days: int | Number = 0,
    hours: int = 0,
    months: int = 0,
    times: int = 1,
) -> After:
    """So long after an event or another end."""
    begins = Happening(start) if isinstance(start, str) else start
    return After(begins, days=days, hours=hours, months=months, times=times)


def clock(
    key: str,
    cite: str,
    what: str,
    due: When,
    text: str,
    *,
    binds: str,
    kinds: Iterable[str] | None,
    channels: Iterable[str],
    when: Condition = ALWAYS,
    settled: Condition = ALWAYS,
    cautious: When | None = None,
    question: OpenQuestion | None = None,
    mark: str = "T",
    assumed: bool = False,
) -> ClockRule:
    """Write one clock."""
    return ClockRule(
        key=key,
        cite=Citation.parse(cite),
        what=what,
        binds=binds,
        text=text,
        due=due,
        scope=Scope(
            None if kinds is None else frozenset(Measure(kind) for kind in kinds),
            frozenset(Channel(name) for name in channels),
        ),
        when=when,
        settled=settled,
        cautious=cautious,
        question=question,
        mark=Mark(mark),
        assumed=assumed,
    )
