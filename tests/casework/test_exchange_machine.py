"""Random lives of a request: whatever happens, the log keeps its promises."""

from __future__ import annotations

import datetime as dt
import json

import attrs
import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from cybercoop.casework import BrokenChain, ExchangeLog, lapsing, overdue, unconfirmed
from cybercoop.errors import InvalidInput
from cybercoop.formats.casework import log_from_dict, log_to_dict
from cybercoop.model.exchange import ENDS, EventKind
from cybercoop.model.need import Need, TargetData
from cybercoop.model.requests import PreservationRequest, StoredDataRequest
from cybercoop.model.response import UseCondition

START = dt.datetime(2027, 12, 20, 9, 0, tzinfo=dt.UTC)
CONDITION = st.builds(
    UseCondition,
    kind=st.sampled_from(["use-limitation", "confidentiality", "handling"]),
    text=st.sampled_from(["only the case named", "tell nobody", "H1"]),
)


def preservation() -> PreservationRequest:
    need = Need(
        requesting="RO",
        requested="FR",
        measure="preservation",  # type: ignore[arg-type]
        target_data=TargetData(located_in="FR"),
    )
    return PreservationRequest(need=need, channel="network-24-7")  # type: ignore[arg-type]


def stored() -> StoredDataRequest:
    need = Need(requesting="RO", requested="FR", measure="stored-data")  # type: ignore[arg-type]
    return StoredDataRequest(need=need, channel="central-authority")  # type: ignore[arg-type]


class Life(RuleBasedStateMachine):
    """Adds what is possible, tries what is not, and watches."""

    @initialize(request=st.sampled_from([preservation(), stored()]))
    def begin(self, request: PreservationRequest | StoredDataRequest) -> None:
        self.log = ExchangeLog(request=request)
        self.now = START
        self.set: list[UseCondition] = []
        self.answered: list[tuple[UseCondition, bool]] = []
        self.seen = [self.log.digest]

    @rule(
        data=st.data(),
        hours=st.integers(0, 24 * 25),
    )
    def something_possible_happens(self, data: st.DataObject, hours: int) -> None:
        possible = sorted(self.log.possible)
        if not possible:
            return
        kind = data.draw(st.sampled_from(possible))
        self.now += dt.timedelta(hours=hours)
        details: dict[str, object] = {}
        if kind is EventKind.SENT:
            details["means"] = "e-mail"
        if kind is EventKind.CONDITIONS_SET:
            details["conditions"] = tuple(
                data.draw(st.lists(CONDITION, min_size=1, max_size=2, unique=True))
            )
        before = self.log
        self.log = self.log.add(kind, at=self.now, **details)
        assert len(self.log.events) == len(before.events) + 1
        assert self.log.events[:-1] == before.events
        self.seen.append(self.log.digest)
        if kind is EventKind.CONDITIONS_SET:
            self.set = list(details["conditions"])  # type: ignore[call-overload]
        elif kind in (EventKind.CONDITIONS_ACCEPTED, EventKind.CONDITIONS_DECLINED):
            taken = kind is EventKind.CONDITIONS_ACCEPTED
            self.answered += [(entry, taken) for entry in self.set]
            self.set = []

    @rule(kind=st.sampled_from(EventKind))
    def what_is_not_possible_is_refused(self, kind: EventKind) -> None:
        if kind in self.log.possible:
            return
        with pytest.raises(InvalidInput) as error:
            self.log.add(
                kind,
                at=self.now,
                **({"means": "post"} if kind is EventKind.SENT else {}),
                **(
                    {"conditions": (UseCondition(kind="handling"),)}  # type: ignore[arg-type]
                    if kind is EventKind.CONDITIONS_SET
                    else {}
                ),
            )
        assert error.value.problems[0].code == "impossible"
        assert error.value.problems[0].accepted

    @precondition(lambda self: self.log.events)
    @rule()
    def time_does_not_run_back(self) -> None:
        early = self.log.events[-1].at - dt.timedelta(seconds=1)
        for kind in self.log.possible - {EventKind.SENT, EventKind.CONDITIONS_SET}:
            with pytest.raises(InvalidInput, match="before the event before it"):
                self.log.add(kind, at=early)

    @precondition(lambda self: len(self.log.events) > 1)
    @rule(data=st.data())
    def a_changed_or_lost_event_shows(self, data: st.DataObject) -> None:
        index = data.draw(st.integers(0, len(self.log.events) - 2))
        events = list(self.log.events)
        forged = attrs.evolve(events[index], actor="somebody else")
        with pytest.raises((BrokenChain, InvalidInput)):
            ExchangeLog(
                request=self.log.request, events=(*events[:index], forged, *events[index + 1 :])
            )
        with pytest.raises((BrokenChain, InvalidInput)):
            ExchangeLog(request=self.log.request, events=(*events[:index], *events[index + 1 :]))

    @invariant()
    def nothing_follows_the_end(self) -> None:
        kinds = [event.kind for event in self.log.events]
        ends = [index for index, kind in enumerate(kinds) if kind in ENDS]
        if ends:
            assert len(ends) == 1
            assert set(kinds[ends[0] + 1 :]) <= {EventKind.FEEDBACK_GIVEN}
            assert self.log.possible <= {EventKind.FEEDBACK_GIVEN}
            assert self.log.ended

    @invariant()
    def the_digests_chain(self) -> None:
        assert len(set(self.seen)) == len(self.seen)
        again = json.loads(json.dumps(log_to_dict(self.log)))
        assert log_from_dict(again) == self.log

    @invariant()
    def no_condition_is_lost(self) -> None:
        told = {(c.kind, c.text, c.accepted) for c in self.log.conditions}
        for condition, taken in self.answered:
            assert (condition.kind, condition.text, taken) in told
        for condition in self.set:
            assert (condition.kind, condition.text, None) in told

    @invariant()
    def no_lapse_goes_unreported(self) -> None:
        log, today = self.log, self.now.date()
        clocks = log.clocks(on=today)
        told = {clock.what for _, clock in (*overdue([log], on=today), *lapsing([log], on=today))}
        for clock in clocks:
            if clock.what == "follow-up-due" and clock.due is not None and not log.ended:
                assert isinstance(clock.due, dt.date)
                if clock.due <= today + dt.timedelta(days=10):
                    assert clock.what in told
        if log.ended:
            assert not told

    @invariant()
    def a_receipt_never_confirmed_is_found(self) -> None:
        kinds = {event.kind for event in self.log.events}
        silent = EventKind.SENT in kinds and kinds <= {
            EventKind.DRAFTED,
            EventKind.CONSULTED,
            EventKind.SENT,
        }
        assert not silent or unconfirmed([self.log]) == (self.log,)


Life.TestCase.settings = settings(max_examples=60, stateful_step_count=25, deadline=None)
TestLife = Life.TestCase
