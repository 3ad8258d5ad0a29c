"""The exchange log of a request: append-only, chained by digests, with what is possible next."""

from __future__ import annotations

import datetime as dt
import hashlib
import json
from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

import attrs

from cybercoop.casework.timing import clocks
from cybercoop.errors import CybercoopError, InvalidInput, Problem
from cybercoop.model.casework import Clock
from cybercoop.model.exchange import ENDS, EventKind, ExchangeEvent
from cybercoop.model.plain import plain_data
from cybercoop.model.requests import PreservationRequest, Request
from cybercoop.model.response import Events, Obtained, UseCondition

if TYPE_CHECKING:
    from cybercoop.atlas import Atlas

__all__ = ["BrokenChain", "ExchangeLog", "lapsing", "overdue", "unconfirmed"]

K = EventKind


class BrokenChain(CybercoopError):
    """A log whose digests do not fit its events: something was changed, lost or put in."""


@attrs.frozen
class _Step:
    """When an event is possible: what must have happened, what must not, what must be open."""

    after: frozenset[EventKind]
    never_after: frozenset[EventKind] = frozenset()
    answers: EventKind | None = None
    once: bool = False
    preservation: bool | None = None


_OPEN_UNTIL: Mapping[EventKind, frozenset[EventKind]] = MappingProxyType(
    {
        K.INFORMATION_ASKED: frozenset({K.INFORMATION_GIVEN}),
        K.CONDITIONS_SET: frozenset({K.CONDITIONS_ACCEPTED, K.CONDITIONS_DECLINED}),
    }
)
"""Questions put to the sender, and what answers them."""


def _after(*kinds: EventKind, **more: Any) -> _Step:
    return _Step(frozenset(kinds), **more)


_STEPS: Mapping[EventKind, _Step] = MappingProxyType(
    {
        K.DRAFTED: _after(once=True),
        K.CONSULTED: _after(K.DRAFTED, never_after=frozenset({K.SENT})),
        K.SENT: _after(K.DRAFTED),
        K.RECEIPT_CONFIRMED: _after(K.SENT, once=True),
        K.INFORMATION_ASKED: _after(K.SENT),
        K.INFORMATION_GIVEN: _after(K.SENT, answers=K.INFORMATION_ASKED),
        K.PRESERVED: _after(K.SENT, once=True, preservation=True),
        K.EXTENDED: _after(K.PRESERVED, preservation=True),
        K.FOLLOWUP_SENT: _after(K.SENT, preservation=True),
        K.FOLLOWUP_RECEIVED: _after(K.FOLLOWUP_SENT, once=True, preservation=True),
        K.DECIDED: _after(K.FOLLOWUP_RECEIVED, preservation=True),
        K.POSTPONED: _after(K.SENT, never_after=frozenset({K.PRESERVED})),
        K.CONDITIONS_SET: _after(K.SENT),
        K.CONDITIONS_ACCEPTED: _after(K.SENT, answers=K.CONDITIONS_SET),
        K.CONDITIONS_DECLINED: _after(K.SENT, answers=K.CONDITIONS_SET),
        K.PARTIALLY_EXECUTED: _after(K.SENT, preservation=False),
        K.EXECUTED: _after(K.SENT, preservation=False),
        K.REFUSED: _after(K.SENT, never_after=frozenset({K.PRESERVED})),
        K.WITHDRAWN: _after(K.DRAFTED),
        K.FEEDBACK_GIVEN: _after(K.SENT, once=True, never_after=frozenset({K.WITHDRAWN})),
    }
)
_SUPPLY = frozenset({K.PARTIALLY_EXECUTED, K.EXECUTED})
_RESULTS = _SUPPLY | {K.REFUSED, K.PRESERVED, K.DECIDED}
_DAYS: Mapping[EventKind, str] = MappingProxyType(
    {
        K.RECEIPT_CONFIRMED: "received_on",
        K.PRESERVED: "effected_on",
        K.FOLLOWUP_SENT: "followup_sent_on",
        K.FOLLOWUP_RECEIVED: "followup_received_on",
        K.DECIDED: "decided_on",
        K.REFUSED: "refused_on",
    }
)


@attrs.frozen(kw_only=True)
class ExchangeLog:
    """A request and everything that happened to it, in order.

    Logs are never changed: `add` gives a new one. Each event's digest covers the request and all
    events before it, so that a changed, lost or inserted event shows (`verify`).
    """

    request: Request
    events: tuple[ExchangeEvent, ...] = ()

    def __attrs_post_init__(self) -> None:
        so_far: tuple[ExchangeEvent, ...] = ()
        for index, event in enumerate(self.events):
            self._refuse_impossible(so_far, event, f"$.events[{index}]")
            if event.digest != self._digest_after(so_far, event):
                raise BrokenChain(
                    f"$.events[{index}]: the digest does not fit {event.kind} and what came before"
                )
            so_far += (event,)

    def add(self, kind: EventKind | str, *, at: dt.datetime, **details: Any) -> ExchangeLog:
        """The log with one more event; `details` are fields of `ExchangeEvent`.

        Raises `InvalidInput` for an event that is not possible now, lies before the last one, or
        lacks what its kind needs.
        """
        event = ExchangeEvent(kind=kind, at=at, **details)  # type: ignore[arg-type]  # converted
        self._refuse_impossible(self.events, event, "$")
        event = attrs.evolve(event, digest=self._digest_after(self.events, event))
        return attrs.evolve(self, events=(*self.events, event))

    @property
    def possible(self) -> frozenset[EventKind]:
        """What can happen next."""
        return frozenset(kind for kind in EventKind if self._why_not(self.events, kind) is None)

    @property
    def ended(self) -> bool:
        """Is the request executed, refused or withdrawn?"""
        return any(event.kind in ENDS for event in self.events)

    @property
    def outcome(self) -> EventKind | None:
        """How it ended; None while it is open."""
        return next((event.kind for event in self.events if event.kind in ENDS), None)

    @property
    def digest(self) -> str:
        """The digest of the last event, or of the request before anything happened."""
        return self.events[-1].digest or "" if self.events else _hash(plain_data(self.request))

    @property
    def conditions(self) -> tuple[UseCondition, ...]:
        """Every condition that was set, with whether it was accepted; they go with the data."""
        found: list[UseCondition] = []
        waiting: list[UseCondition] = []
        for event in self.events:
            if event.kind is K.CONDITIONS_SET:
                waiting = list(event.conditions or ())
            elif event.kind in (K.CONDITIONS_ACCEPTED, K.CONDITIONS_DECLINED):
                accepted = event.kind is K.CONDITIONS_ACCEPTED
                found += [attrs.evolve(entry, accepted=accepted) for entry in waiting]
                waiting = []
        return (*found, *(attrs.evolve(entry, accepted=None) for entry in waiting))

    def obtained(self) -> Obtained:
        """How the data came, with their conditions: the first half of a question of use.

        Raises `InvalidInput` while nothing has been handed over.
        """
        if not any(event.kind in _SUPPLY for event in self.events):
            raise InvalidInput(
                [Problem("$.events", "nothing-obtained", "nothing was handed over yet")], "log"
            )
        need, basis = self.request.need, self.request.legal_basis
        named = " ".join(filter(None, (basis.treaty, basis.article))) if basis else ""
        return Obtained(
            measure=self.request.kind,
            channel=self.request.channel,
            basis=named or None,
            from_=need.addressed_to if need else None,
            by=need.requesting if need else None,
            conditions=self.conditions,
        )

    def events_for_clocks(self) -> Events:
        """The days clocks are counted from."""
        days: dict[str, dt.date] = {}
        for event in self.events:
            if event.kind is K.SENT:
                days.setdefault("requested_on", event.day)
            elif event.kind is K.EXTENDED:
                days["extended_on"] = event.day
            elif event.kind in _DAYS:
                days.setdefault(_DAYS[event.kind], event.day)
            if event.kind in (K.PRESERVED, K.EXTENDED) and event.until is not None:
                days["held_until"] = event.until
        return Events(**days)  # type: ignore[arg-type]  # names of fields

    def clocks(self, *, on: dt.date, atlas: Atlas | None = None) -> tuple[Clock, ...]:
        """Every clock of the request, from what has happened to it."""
        return clocks(self.request, self.events_for_clocks(), on=on, atlas=atlas)

    def _why_not(self, so_far: tuple[ExchangeEvent, ...], kind: EventKind) -> str | None:
        """Why an event is not possible after these; None if it is."""
        step = _STEPS[kind]
        happened = {event.kind for event in so_far}
        ended = happened & ENDS
        if ended and kind is not K.FEEDBACK_GIVEN:
            return f"nothing follows {min(ended)} but feedback"
        preserving = isinstance(self.request, PreservationRequest)
        if step.preservation is True and not preserving:
            return "only a request to preserve has a hold"
        if step.preservation is False and preserving:
            return "a request to preserve ends when its follow-up is decided"
        missing = step.after - happened
        if missing:
            return f"{min(missing)} comes first"
        if happened & step.never_after:
            return f"it is too late after {min(happened & step.never_after)}"
        if step.once and kind in happened:
            return "it has happened already"
        if step.answers is not None and not _is_open(so_far, step.answers):
            return f"there is no {step.answers} to answer"
        if kind in _OPEN_UNTIL and _is_open(so_far, kind):
            return "the last one is not answered yet"
        if kind in _SUPPLY and _is_open(so_far, K.CONDITIONS_SET):
            return "the conditions set are not answered yet"
        if kind is K.FEEDBACK_GIVEN and not happened & _RESULTS:
            return "there is no result to give feedback on"
        return None

    def _refuse_impossible(
        self, so_far: tuple[ExchangeEvent, ...], event: ExchangeEvent, path: str
    ) -> None:
        why = self._why_not(so_far, event.kind)
        if why is not None:
            now = ", ".join(sorted(k for k in EventKind if self._why_not(so_far, k) is None))
            raise InvalidInput(
                [
                    Problem(
                        f"{path}.kind",
                        "impossible",
                        f"{event.kind} is not possible now: {why}",
                        str(event.kind),
                        now or "nothing: the life of this request is over",
                    )
                ],
                "event",
            )
        if so_far and event.at < so_far[-1].at:
            last = so_far[-1].at.isoformat()
            raise InvalidInput(
                [
                    Problem(
                        f"{path}.at",
                        "order",
                        "lies before the event before it",
                        event.at.isoformat(),
                        f"{last} or later",
                    )
                ],
                "event",
            )

    def _digest_after(self, so_far: tuple[ExchangeEvent, ...], event: ExchangeEvent) -> str:
        before = so_far[-1].digest if so_far else _hash(plain_data(self.request))
        body = plain_data(attrs.evolve(event, digest=None))
        return _hash({"before": before, "event": body})


def _is_open(so_far: Iterable[ExchangeEvent], question: EventKind) -> bool:
    waiting = False
    for event in so_far:
        if event.kind is question:
            waiting = True
        elif event.kind in _OPEN_UNTIL[question]:
            waiting = False
    return waiting


def _hash(value: Any) -> str:
    text = json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    return hashlib.sha256(text.encode("utf-8")).hexdigest()


def unconfirmed(logs: Iterable[ExchangeLog]) -> tuple[ExchangeLog, ...]:
    """Requests that were sent and whose receipt was never confirmed, ended or not.

    A request that was executed or refused was received: those are left out (T-CY
    recommendation 9).
    """
    answered = {K.RECEIPT_CONFIRMED, *_RESULTS, K.WITHDRAWN}
    found = []
    for log in logs:
        kinds = {event.kind for event in log.events}
        if K.SENT in kinds and not kinds & answered:
            found.append(log)
    return tuple(found)


def overdue(
    logs: Iterable[ExchangeLog], *, on: dt.date, atlas: Atlas | None = None
) -> tuple[tuple[ExchangeLog, Clock], ...]:
    """Clocks of open requests whose date, on the cautious reading, is past."""
    return _running(logs, None, on - dt.timedelta(days=1), on, atlas)


def lapsing(
    logs: Iterable[ExchangeLog],
    *,
    on: dt.date,
    within: dt.timedelta = dt.timedelta(days=10),
    atlas: Atlas | None = None,
) -> tuple[tuple[ExchangeLog, Clock], ...]:
    """Clocks of open requests that end from `on` to so long after it, on the cautious reading."""
    return _running(logs, on, on + within, on, atlas)


def _running(
    logs: Iterable[ExchangeLog],
    first: dt.date | None,
    last: dt.date,
    on: dt.date,
    atlas: Atlas | None,
) -> tuple[tuple[ExchangeLog, Clock], ...]:
    found = []
    for log in logs:
        if log.ended:
            continue
        for clock in log.clocks(on=on, atlas=atlas):
            # A date not settled has a range: it is told as long as any end of it still counts.
            days = [_day(end) for end in (clock.cautious_due, clock.due) if end is not None]
            if days and any((first is None or first <= day) and day <= last for day in days):
                found.append((log, clock))
    return tuple(sorted(found, key=lambda pair: _day(pair[1].earliest or last)))


def _day(moment: dt.date | dt.datetime) -> dt.date:
    return moment.date() if isinstance(moment, dt.datetime) else moment
