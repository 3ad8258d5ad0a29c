"""Requests and the answers about them as objects: kinds, round trips, refusals of bad input."""

from __future__ import annotations

import datetime as dt
import json
from typing import Any, get_args

import attrs
import pytest

from cybercoop.atlas import shipped
from cybercoop.casework import check, clocks, may_use, review
from cybercoop.errors import InvalidInput
from cybercoop.formats.casework import (
    events_from_dict,
    request_from_dict,
    request_to_dict,
    response_from_dict,
    use_question_from_dict,
)
from cybercoop.model.requests import REQUESTS, AnyRequest, PreservationRequest, StoredDataRequest
from cybercoop.model.response import Response
from cybercoop.model.terms import Measure
from paperwork import paperwork_cases

ON = dt.date(2026, 11, 23)
REQUESTS_IN_CASES = [case.parts["request"] for case in paperwork_cases() if "request" in case.parts]


def test_every_measure_has_its_request_and_the_union_names_them_all() -> None:
    assert set(REQUESTS) == set(Measure)
    assert set(get_args(AnyRequest)) == set(REQUESTS.values())
    for measure, kind in REQUESTS.items():
        assert kind.kind is measure
        assert kind().kind is measure


def test_only_the_kind_is_required() -> None:
    for measure in REQUESTS:
        request = request_from_dict({"kind": str(measure)})
        assert request_to_dict(request) == {"kind": str(measure)}


def test_requests_survive_the_way_out_and_in() -> None:
    for document in REQUESTS_IN_CASES:
        request = request_from_dict(document)
        written = json.loads(json.dumps(request_to_dict(request)))
        assert request_from_dict(written) == request


def test_a_request_cannot_be_changed() -> None:
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        PreservationRequest().facts = "other"  # type: ignore[misc]


BAD_REQUESTS: list[tuple[dict[str, Any], str, str]] = [
    ({}, "$.kind", "preservation"),
    ({"kind": "preserve"}, "$.kind", "preservation"),
    ({"kind": "preservation", "target": []}, "$.target", "targets"),
    ({"kind": "preservation", "facts": ""}, "$.facts", "not empty"),
    ({"kind": "preservation", "channel": "e-mail"}, "$.channel", "network-24-7"),
    ({"kind": "preservation", "request_id": "ABC"}, "$.request_id", "UUID"),
    ({"kind": "preservation", "language": "English!"}, "$.language", "BCP 47"),
    ({"kind": "preservation", "targets": "x"}, "$.targets", "a list"),
    ({"kind": "preservation", "targets": ["x"]}, "$.targets[0]", "an object"),
    (
        {"kind": "preservation", "targets": [{"format": "ip"}]},
        "$.targets[0].format",
        "ip-address",
    ),
    (
        {"kind": "preservation", "targets": [{"observed_at": ["2026-11-20T10:00:00"]}]},
        "$.targets[0].observed_at[0]",
        "offset",
    ),
    ({"kind": "preservation", "preserve_until": "soon"}, "$.preserve_until", "2026-11-23"),
    ({"kind": "preservation", "issued_at": "2026-11-20"}, "$.issued_at", "offset"),
    ({"kind": "preservation", "data_categories": ["logs"]}, "$.data_categories[0]", "traffic"),
    (
        {"kind": "preservation", "offences": [{"convention_article": "Article 2"}]},
        "$.offences[0].convention_article",
        "BC 29(2)(a)",
    ),
    (
        {"kind": "preservation", "attachments": [{"sha256": "abc"}]},
        "$.attachments[0].sha256",
        "64 hexadecimal",
    ),
    (
        {"kind": "preservation", "need": {"requesting": "ro", "measure": "preservation"}},
        "$.need.requesting",
        "ISO 3166-1",
    ),
    (
        {"kind": "extradition", "need": {"requesting": "RO", "measure": "preservation"}},
        "$.need.measure",
        "extradition",
    ),
    ({"kind": "stored-data", "preserve_until": "2026-12-01"}, "$.preserve_until", "deadline"),
    ({"kind": "preservation", "format": "cybercoop/request/9"}, "$.format", "cybercoop/request/1"),
]


@pytest.mark.parametrize(("document", "path", "accepted"), BAD_REQUESTS)
def test_a_bad_request_is_refused_with_path_and_cure(
    document: dict[str, Any], path: str, accepted: str
) -> None:
    with pytest.raises(InvalidInput) as error:
        request_from_dict(document)
    (problem,) = error.value.problems
    assert problem.path == path
    assert accepted in str(problem.accepted)


def test_all_problems_of_a_request_are_told_at_once() -> None:
    document = {
        "kind": "preservation",
        "facts": 3,
        "targets": [{"format": "ip"}, {"value": ""}],
        "period": {"start": "yesterday"},
        "bogus": 1,
    }
    with pytest.raises(InvalidInput) as error:
        request_from_dict(document)
    assert {problem.path for problem in error.value.problems} == {
        "$.facts",
        "$.targets[0].format",
        "$.targets[1].value",
        "$.period.start",
        "$.bogus",
    }


BAD_RESPONSES: list[tuple[dict[str, Any], str]] = [
    ({}, "$.kind"),
    ({"kind": "no"}, "$.kind"),
    ({"kind": "refusal", "grounds": ["too busy"]}, "$.grounds[0]"),
    ({"kind": "refusal", "grounds": ["language", "language"]}, "$.grounds[1]"),
    ({"kind": "silence", "grounds": ["language"]}, "$.grounds"),
    ({"kind": "refusal", "accepted": True}, "$.accepted"),
    ({"kind": "refusal", "before": True}, "$.before"),
    ({"kind": "refusal", "until": "2026-12-01"}, "$.until"),
    ({"kind": "refusal", "by": "court"}, "$.by"),
]


@pytest.mark.parametrize(("document", "path"), BAD_RESPONSES)
def test_a_bad_response_is_refused_with_its_path(document: dict[str, Any], path: str) -> None:
    with pytest.raises(InvalidInput) as error:
        response_from_dict(document)
    assert [problem.path for problem in error.value.problems] == [path]


BAD_EVENTS: list[tuple[dict[str, Any], str]] = [
    ({"effected": "2026-11-01"}, "$.effected"),
    ({"effected_on": "2026-02-30"}, "$.effected_on"),
    ({"effected_on": "20261101"}, "$.effected_on"),
    ({"order_received_at": "2026-11-01T10:00:00"}, "$.order_received_at"),
    ({"requested_on": "2026-11-10", "received_on": "2026-11-01"}, "$.received_on"),
    ({"followup_sent_on": "2026-11-10", "followup_received_on": "2026-11-01"},) * 1
    + ("$.followup_received_on",),
]


@pytest.mark.parametrize(("document", "path"), BAD_EVENTS)
def test_bad_events_are_refused_with_their_path(document: dict[str, Any], path: str) -> None:
    with pytest.raises(InvalidInput) as error:
        events_from_dict(document)
    assert [problem.path for problem in error.value.problems] == [path]
    assert error.value.problems[0].accepted


def test_the_day_of_the_receiver_may_be_one_before_that_of_the_sender() -> None:
    events = events_from_dict({"requested_on": "2026-11-02", "received_on": "2026-11-01"})
    assert events.received_on == dt.date(2026, 11, 1)


BAD_QUESTIONS: list[tuple[dict[str, Any], list[str]]] = [
    ({}, ["$.obtained.channel", "$.obtained.by"]),
    ({"obtained": {"channel": "treaty"}}, ["$.obtained.by"]),
    ({"obtained": {"channel": "treaty", "by": "RO", "from": "RO"}}, ["$.obtained.from"]),
    ({"obtained": {"channel": "treaty", "by": "XQ"}}, ["$.requesting"]),
]


@pytest.mark.parametrize(("document", "paths"), BAD_QUESTIONS)
def test_a_question_of_use_says_how_the_data_came(
    document: dict[str, Any], paths: list[str]
) -> None:
    question = use_question_from_dict(document)
    with pytest.raises(InvalidInput) as error:
        may_use(question, on=ON)
    assert [problem.path for problem in error.value.problems] == paths


@pytest.mark.parametrize(
    ("document", "path"),
    [
        ({"obtained": {"conditions": [{"text": "x"}]}}, "$.obtained.conditions[0].kind"),
        ({"obtained": {"from": "Romania"}}, "$.obtained.from"),
        ({"use": {"case": "third"}}, "$.use.case"),
        ({"used": {}}, "$.used"),
    ],
)
def test_a_question_of_use_that_cannot_be_read_is_refused(
    document: dict[str, Any], path: str
) -> None:
    with pytest.raises(InvalidInput) as error:
        use_question_from_dict(document)
    assert [problem.path for problem in error.value.problems] == [path]


def test_who_asks_whom_must_be_said() -> None:
    request = StoredDataRequest()
    for ask in (
        lambda: review(request, Response(kind="silence"), on=ON),  # type: ignore[arg-type]
        lambda: clocks(request, on=ON),
    ):
        with pytest.raises(InvalidInput, match="the case is not stated"):
            ask()
    findings = check(request, on=ON).findings
    assert any(f.path == "$.need" and f.cure for f in findings)


@pytest.mark.parametrize("on", [dt.datetime(2026, 11, 23, tzinfo=dt.UTC), "2026-11-23", None])
def test_the_day_of_the_question_is_a_day(on: Any) -> None:
    request = request_from_dict(REQUESTS_IN_CASES[0])
    question = use_question_from_dict({"obtained": {"channel": "treaty", "by": "RO"}})
    for ask in (
        lambda: check(request, on=on),
        lambda: review(request, Response(kind="silence"), on=on),  # type: ignore[arg-type]
        lambda: clocks(request, on=on),
        lambda: may_use(question, on=on),
    ):
        with pytest.raises(InvalidInput) as error:
            ask()
        assert error.value.problems[0].path == "$.on"


def test_answers_name_the_law_and_the_atlas_they_rest_on() -> None:
    request = request_from_dict(
        {"kind": "stored-data", "need": {"requesting": "RO", "measure": "stored-data"}}
    )
    answer = check(request, on=ON)
    assert answer.law
    assert answer.atlas == shipped().digest
    reviewed = review(request, Response(kind="silence"), on=ON)  # type: ignore[arg-type]
    assert (reviewed.law, reviewed.atlas) == (answer.law, answer.atlas)


def test_without_a_channel_the_clocks_of_the_convention_run_and_no_others() -> None:
    need = {"requesting": "RO", "requested": "FR", "measure": "preservation"}
    request = request_from_dict({"kind": "preservation", "need": need})
    events = events_from_dict({"effected_on": "2026-11-01", "order_received_on": "2026-11-01"})
    found = {clock.what for clock in clocks(request, events, on=ON)}
    assert found == {"follow-up-due", "domestic-hold-ends"}
