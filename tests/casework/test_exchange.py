"""The exchange log: what can follow what, conditions that travel, chains that show tampering."""

from __future__ import annotations

import datetime as dt
from typing import Any

import attrs
import pytest

from cybercoop.casework import (
    BrokenChain,
    ExchangeLog,
    lapsing,
    may_use,
    overdue,
    unconfirmed,
)
from cybercoop.errors import InvalidInput
from cybercoop.formats.casework import log_from_dict, log_to_dict, request_from_dict
from cybercoop.model.exchange import EventKind, ExchangeEvent
from cybercoop.model.response import UseCondition, UsePlan, UseQuestion
from cybercoop.model.terms import Permission

ON = dt.date(2026, 11, 23)
LIMIT = UseCondition(kind="use-limitation", text="only this case")  # type: ignore[arg-type]


def at(day: int, hour: int = 9) -> dt.datetime:
    return dt.datetime(2026, 10, day, hour, tzinfo=dt.UTC)


def begun(kind: str = "stored-data", **fields: Any) -> ExchangeLog:
    need = {"requesting": "GH", "requested": "JP", "measure": kind}
    request = request_from_dict(
        {"kind": kind, "channel": "central-authority", "need": need, **fields}
    )
    log = ExchangeLog(request=request).add("drafted", at=at(1))
    return log.add("sent", at=at(2), means="diplomatic bag")


def test_conditions_accepted_travel_with_the_data_into_a_question_of_use() -> None:
    log = begun(legal_basis={"treaty": "BC", "article": "31"})
    with pytest.raises(InvalidInput, match="nothing was handed over"):
        log.obtained()
    log = log.add("conditions-set", at=at(5), conditions=(LIMIT,))
    assert log.conditions == (LIMIT,)
    assert EventKind.EXECUTED not in log.possible
    log = log.add("conditions-accepted", at=at(6)).add("executed", at=at(9))
    obtained = log.obtained()
    assert obtained.conditions == (attrs.evolve(LIMIT, accepted=True),)
    assert (obtained.from_, obtained.by, obtained.basis) == ("JP", "GH", "BC 31")
    plan = UsePlan(purpose="evidence", case="other")  # type: ignore[arg-type]
    answer = may_use(UseQuestion(obtained=obtained, use=plan), on=ON)
    assert answer.permitted is Permission.NO
    assert answer.ask == "JP"


def test_conditions_declined_are_kept_as_declined() -> None:
    log = begun().add("conditions-set", at=at(5), conditions=(LIMIT,))
    log = log.add("conditions-declined", at=at(6)).add("executed", at=at(9))
    assert [condition.accepted for condition in log.conditions] == [False]


def test_partial_execution_is_a_result_that_ends_nothing() -> None:
    log = begun().add("partially-executed", at=at(5))
    assert not log.ended
    assert log.obtained().conditions == ()
    assert log.add("executed", at=at(9)).outcome is EventKind.EXECUTED


def test_the_receipt_day_is_the_one_the_other_side_names() -> None:
    log = begun("preservation").add("receipt-confirmed", at=at(4), on=dt.date(2026, 10, 3))
    assert log.events_for_clocks().received_on == dt.date(2026, 10, 3)


def test_a_hold_extended_decided_and_refused_is_seen_by_the_clocks() -> None:
    log = begun("preservation").add("preserved", at=at(3))
    assert [c.what for _, c in lapsing([log], on=dt.date(2026, 11, 30))] == [
        "follow-up-due",
        "domestic-hold-ends",
    ]
    longer = log.add("extended", at=at(20))
    (clock,) = [c for c in longer.clocks(on=ON) if c.what == "follow-up-due"]
    assert (clock.settled, clock.earliest) == (False, dt.date(2026, 12, 2))
    followed = longer.add("followup-sent", at=at(21)).add("followup-received", at=at(25))
    assert {c.what for c in followed.clocks(on=ON)} >= {"hold-until-decision"}
    over = followed.add("decided", at=at(28))
    assert over.ended
    assert overdue([over], on=dt.date(2030, 1, 1)) == ()
    assert over.events_for_clocks().decided_on == dt.date(2026, 10, 28)
    refused = begun("preservation").add("refused", at=at(3), grounds=("political-offence",))
    assert refused.events_for_clocks().refused_on == dt.date(2026, 10, 3)


def test_a_request_with_a_deadline_is_overdue_after_it() -> None:
    log = begun(deadline="2026-10-20")
    assert overdue([log], on=dt.date(2026, 10, 20)) == ()
    ((_, clock),) = overdue([log], on=dt.date(2026, 10, 21))
    assert clock.what == "answer-wanted"


def test_receipts_never_confirmed_are_found_until_an_answer_shows_receipt() -> None:
    log = begun()
    confirmed = log.add("receipt-confirmed", at=at(3))
    assert unconfirmed([log, confirmed]) == (log,)
    assert unconfirmed([log.add("executed", at=at(3))]) == ()
    assert unconfirmed([log.add("withdrawn", at=at(3))]) == ()
    assert unconfirmed([ExchangeLog(request=log.request)]) == ()


WRONG: list[tuple[str, dict[str, Any], str]] = [
    ("sent", {}, "$.means"),
    ("conditions-set", {}, "$.conditions"),
    ("refused", {"conditions": (LIMIT,)}, "$.conditions"),
    ("executed", {"grounds": ("language",)}, "$.grounds"),
    ("posted", {}, "$.kind"),
    ("preserved", {}, "$.kind"),
    ("extended", {}, "$.kind"),
    ("information-given", {}, "$.kind"),
    ("feedback-given", {}, "$.kind"),
    ("consulted", {}, "$.kind"),
    ("drafted", {}, "$.kind"),
]


@pytest.mark.parametrize(("kind", "details", "path"), WRONG)
def test_an_event_that_cannot_be_is_refused_with_path_and_cure(
    kind: str, details: dict[str, Any], path: str
) -> None:
    with pytest.raises(InvalidInput) as error:
        begun().add(kind, at=at(9), **details)
    (problem,) = error.value.problems
    assert problem.path == path
    assert problem.accepted


def test_an_event_has_a_time_with_its_offset() -> None:
    with pytest.raises(InvalidInput) as error:
        begun().add("executed", at=dt.datetime(2026, 10, 9))  # noqa: DTZ001
    assert error.value.problems[0].path == "$.at"
    with pytest.raises(InvalidInput):
        ExchangeEvent(kind="executed")  # type: ignore[arg-type]


def test_nothing_is_possible_after_a_withdrawal() -> None:
    log = begun().add("withdrawn", at=at(3))
    assert log.possible == frozenset()
    with pytest.raises(InvalidInput, match="the life of this request is over"):
        log.add("sent", at=at(4), means="post")


def test_a_log_read_back_is_checked_event_by_event() -> None:
    log = begun().add("executed", at=at(9))
    document = log_to_dict(log)
    assert log_from_dict(document) == log
    forged = {**document, "events": [dict(e) for e in document["events"]]}
    forged["events"][1]["means"] = "pigeon"
    with pytest.raises(BrokenChain, match=r"events\[1\]"):
        log_from_dict(forged)
    other = {**document, "request": {**document["request"], "reference": "another case"}}
    with pytest.raises(BrokenChain, match=r"events\[0\]"):
        log_from_dict(other)
    early = {**document, "events": document["events"][1:]}
    with pytest.raises(InvalidInput, match="drafted comes first"):
        log_from_dict(early)


@pytest.mark.parametrize(
    ("document", "paths"),
    [
        ([], ["$"]),
        ({"request": {"kind": "x"}, "event": 1}, ["$.event", "$.request.kind"]),
        ({"request": {"kind": "assistance"}, "events": {}}, ["$.events"]),
        (
            {"request": {"kind": "assistance"}, "events": [{"kind": "lost"}, {"at": "noon"}]},
            ["$.events[0].kind", "$.events[1].kind", "$.events[1].at"],
        ),
    ],
)
def test_a_log_that_cannot_be_read_is_refused_with_every_path(
    document: Any, paths: list[str]
) -> None:
    with pytest.raises(InvalidInput) as error:
        log_from_dict(document)
    assert sorted(problem.path for problem in error.value.problems) == sorted(paths)


def test_the_digest_covers_the_request() -> None:
    one = ExchangeLog(request=begun().request)
    two = ExchangeLog(request=attrs.evolve(one.request, reference="2"))
    assert one.digest != two.digest
    assert one.digest == ExchangeLog(request=begun().request).digest


def test_the_day_they_say_they_keep_the_data_until_is_a_clock() -> None:
    log = begun("preservation").add("preserved", at=at(3), until=dt.date(2026, 12, 31))
    ends = {c.what: (c.due, c.settled) for c in log.clocks(on=ON)}
    assert ends["domestic-hold-ends"] == (dt.date(2026, 12, 31), True)
    assert ends["follow-up-due"] == (dt.date(2026, 12, 2), True)
    longer = log.add("extended", at=at(9), until=dt.date(2027, 3, 31))
    ends = {c.what: (c.due, c.settled) for c in longer.clocks(on=ON)}
    assert ends["domestic-hold-ends"] == (dt.date(2027, 3, 31), True)
