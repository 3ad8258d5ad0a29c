"""Which dates bind whom?"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache
from typing import TYPE_CHECKING, Any, TypeAlias

import attrs

from cybercoop.casework._world import Facts, case_facts, check_day, served_need
from cybercoop.law import current_law
from cybercoop.law.clocks import CLOCKS, DRAWN, SURELY
from cybercoop.logic.facts import Fact, Number
from cybercoop.logic.periods import ClockRule, DayAfter, Later, Moment, NoEnd
from cybercoop.logic.rules import Presumption
from cybercoop.logic.transform import facts_of
from cybercoop.logic.verdict import truth
from cybercoop.logic.worlds import Knowledge, Stated, match_presumptions
from cybercoop.model.advice import Notice
from cybercoop.model.casework import Clock
from cybercoop.model.requests import Request
from cybercoop.model.response import Events
from cybercoop.routing.explain import question_notice

if TYPE_CHECKING:
    from cybercoop.atlas import Atlas

__all__ = ["IsHoliday", "clocks"]

IsHoliday: TypeAlias = Callable[[str, dt.date], bool]
"""Is the day a public holiday in the State?"""


def clocks(
    request: Request,
    events: Events | None = None,
    *,
    on: dt.date,
    atlas: Atlas | None = None,
    holidays: IsHoliday | None = None,
) -> tuple[Clock, ...]:
    """Every deadline and holding period of a request, from what has happened to it.

    The 60 days of BC 29(7) and domestic holds (16(2)); answers to direct orders (P2 7(7), 8(6));
    investigation, production and preservation orders (EIO 12, 16; EPO 4, 10 to 12), TCA 640,
    IED 5, executive agreements. Periods that roll over weekends roll over public holidays too if
    `holidays` tells them. Clocks that have not started are left out; those whose law is open
    carry a cautious date. Raises `InvalidInput` for a request without a need, or a State the
    atlas cannot know.
    """
    check_day(on)
    need = served_need(request)
    case, _ = case_facts(need, atlas, on)
    timed = _Times(request, events or Events(), Facts(case, {}), holidays)
    return tuple(timed.clocks())


class _Times:
    """The moments of a request, as clocks read them."""

    def __init__(
        self, request: Request, events: Events, facts: Facts, holidays: IsHoliday | None
    ) -> None:
        self.request = request
        self.facts = facts
        self.holidays = holidays
        self.moments: dict[str, Moment] = {
            field.name: value
            for field in attrs.fields(Events)
            if (value := getattr(events, field.name)) is not None
        }
        if request.deadline is not None:
            self.moments["deadline"] = request.deadline
        expiry = facts.need.urgency.expires_on
        if expiry is not None:
            self.moments["expires_on"] = expiry
        if request.issued_at is not None:
            self.moments.setdefault("issued_at", request.issued_at)
        for name, when in DRAWN.items():
            end = when.end(self)
            if end is not None:
                self.moments[name] = _day(end)
        basis = request.legal_basis
        said: dict[str, Any] = {"request.treaty": None if basis is None else basis.treaty}
        presumptions = _presumptions()
        plain = Knowledge.of(_Said(facts.saying(said), self), presumptions)
        said |= {path: truth(c, plain, True) is True for path, c in SURELY.items()}
        self.known = Knowledge.of(_Said(facts.saying(said), self), presumptions)

    def happened(self, name: str) -> Moment | None:
        return self.moments.get(name)

    def number(self, fact: Number) -> int | None:
        value = Stated(self.facts).read(fact)
        return None if value is None else int(value)

    def works(self, day: dt.date) -> bool:
        if day.weekday() >= 5:
            return False
        state = self.facts.need.addressed_to
        return not (self.holidays and state and self.holidays(state, day))

    def clocks(self) -> Iterator[Clock]:
        for rule in CLOCKS:
            if rule.covers(self.request.kind, self.request.channel):
                clock = self._clock(rule)
                if clock is not None:
                    yield clock

    def _clock(self, rule: ClockRule) -> Clock | None:
        runs = truth(rule.when, self.known, True)
        used = [(name, self.moments[name]) for name in rule.due.events() if name in self.moments]
        due = rule.due.end(self)
        if runs is False or not used or (due is None and not _endless(rule)):
            return None
        settled = runs is True and truth(rule.settled, self.known, True) is True
        cautious = rule.cautious.end(self) if rule.cautious and not settled else None
        notices = []
        if rule.question is not None and not settled:
            notices.append(question_notice(rule.question))
        if runs is None:
            notices.append(Notice(rule.cite, "whether the instrument binds both is not known"))
        return Clock(
            what=rule.what,
            due=due,
            cite=rule.cite,
            binds=rule.binds,
            text=rule.text,
            computed_from=tuple(dict(used[:1] if not _several(rule) else used).items()),
            settled=settled,
            cautious_due=cautious,
            mark=rule.mark,
            warnings=tuple(notices),
        )


@cache
def _presumptions() -> Mapping[str, Sequence[Presumption]]:
    """What practice takes for granted of the facts clocks ask about."""
    asked: dict[str, Fact] = {}
    conditions = [condition for rule in CLOCKS for condition in (rule.when, rule.settled)]
    for condition in (*conditions, *SURELY.values()):
        asked |= facts_of(condition)
    return match_presumptions(asked, current_law().presumptions)


class _Said:
    """Facts of a case and of time: whether something happened, and on which day."""

    def __init__(self, facts: Facts, times: _Times) -> None:
        self.facts = facts
        self.moments = times.moments

    def resolve(self, fact: Fact, read: Any) -> Any:
        head, _, name = fact.path.partition(".")
        if head == "happened":
            return name in self.moments
        if head == "events":
            moment = self.moments.get(name)
            return None if moment is None else _day(moment)
        return self.facts.resolve(fact, read)

    def members(self, collection: Any) -> Sequence[Any]:
        return self.facts.members(collection)


def _day(moment: Moment) -> dt.date:
    return moment.date() if isinstance(moment, dt.datetime) else moment


def _endless(rule: ClockRule) -> bool:
    return isinstance(rule.due, NoEnd)


def _several(rule: ClockRule) -> bool:
    """Does the end rest on more than the first event that is known?"""
    inner = rule.due.inner if isinstance(rule.due, DayAfter) else rule.due
    return isinstance(inner, Later)
