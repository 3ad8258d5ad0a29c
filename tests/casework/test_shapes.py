"""Identifiers, zones and times as they stand on paper."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from cybercoop.casework import check
from cybercoop.casework._paper import well_formed
from cybercoop.formats.casework import request_from_dict
from cybercoop.model.request_parts import Target

ON = dt.date(2026, 11, 23)

GOOD = [
    ("ip-address", "203.0.113.7"),
    ("ip-address", "2001:db8::1"),
    ("ip-address", "203.0.113.7:51344"),
    ("ip-address", "[2001:db8::1]:443"),
    ("e-mail-address", "victim@mail.example"),
    ("e-mail-address", "jürgen@bücher.example"),
    ("url", "https://example.org/a?b=c#d"),
    ("domain", "bücher.example"),
    ("domain", "example.org."),
    ("telephone", "+40 (21) 312-34-56"),
]
BAD = [
    ("ip-address", "203.0.113.999"),
    ("ip-address", "somewhere"),
    ("e-mail-address", "victim"),
    ("e-mail-address", "two words@mail.example"),
    ("e-mail-address", "victim@localhost"),
    ("url", "example.org"),
    ("domain", "not a domain"),
    ("domain", "a..b"),
    ("telephone", "call me"),
]


@pytest.mark.parametrize(("form", "value"), GOOD)
def test_an_identifier_of_the_right_shape_is_taken(form: Any, value: str) -> None:
    assert well_formed(Target(format=form, value=value)) is True


@pytest.mark.parametrize(("form", "value"), BAD)
def test_an_identifier_of_the_wrong_shape_is_found(form: Any, value: str) -> None:
    assert well_formed(Target(format=form, value=value)) is False


def test_an_account_or_device_has_no_shape_to_check() -> None:
    for form in ("account", "device", None):
        assert well_formed(Target(format=form, value="anything")) is None  # type: ignore[arg-type]


def wrong(request: dict[str, Any]) -> set[tuple[str, str]]:
    document = {"kind": "preservation", **request}
    findings = check(request_from_dict(document), on=ON).findings
    return {
        (finding.path, finding.code)
        for finding in findings
        if finding.layer == "sense" and finding.item not in ("need", "channel")
    }


def address(**more: Any) -> dict[str, Any]:
    return {"targets": [{"format": "ip-address", "value": "203.0.113.7", **more}]}


TIMELESS = ("$.targets[0]", "address-without-time")


@pytest.mark.parametrize(
    ("request_", "timed"),
    [
        (address(), False),
        (address(observed_at=["2026-11-20"]), False),
        (address(observed_at=["2026-11-20T10:00:00+01:00"]), True),
        ({**address(), "period": {"start": "2026-11-20T10:00:00Z"}}, True),
        ({**address(), "period": {"start": "2026-11-20", "zone": "Europe/Paris"}}, True),
        ({**address(), "period": {"start": "2026-11-20"}}, False),
    ],
)
def test_an_address_needs_a_time_with_its_zone(request_: dict[str, Any], timed: bool) -> None:
    assert (TIMELESS not in wrong(request_)) is timed


@pytest.mark.parametrize(
    ("zone", "known"),
    [
        ("Z", True),
        ("UTC", True),
        ("+02:00", True),
        ("-09:30", True),
        ("+99:00", False),
        ("Europe/Bucharest", True),
        ("Europe/Nowhere", False),
        ("../etc", False),
        (None, False),
    ],
)
def test_days_need_a_zone_that_exists(zone: str | None, known: bool) -> None:
    period = {"start": "2026-11-01", "end": "2026-11-02", "zone": zone}
    found = ("$.period", "period-without-zone") in wrong({**address(), "period": period})
    assert found is not known


PERIODS = [
    ({"start": "2026-11-02", "end": "2026-11-01", "zone": "Z"}, "period-reversed"),
    (
        {"start": "2026-11-02T10:00:00+02:00", "end": "2026-11-02T07:59:00Z"},
        "period-reversed",
    ),
    ({"start": "2026-11-20", "end": "2026-12-20", "zone": "Z"}, "period-runs-ahead"),
]


@pytest.mark.parametrize(("period", "code"), PERIODS)
def test_a_period_that_cannot_be_is_found(period: dict[str, Any], code: str) -> None:
    assert ("$.period", code) in wrong({**address(), "period": period})


def test_the_same_instant_in_two_zones_is_no_reversed_period() -> None:
    period = {"start": "2026-11-02T10:00:00+02:00", "end": "2026-11-02T08:00:00Z"}
    assert ("$.period", "period-reversed") not in wrong({**address(), "period": period})


MORE = [
    ({"targets": [{"format": "account"}]}, ("$.targets[0]", "no-value")),
    (
        {"targets": [{"format": "account", "value": "a"}, {"format": "url", "value": "x"}]},
        ("$.targets[1]", "malformed"),
    ),
    (address(observed_at=["2026-12-20T10:00:00Z"]), ("$.targets[0]", "seen-ahead")),
    (
        {"targets": [{"format": "ip-address", "value": "192.168.1.4"}]},
        ("$.targets[0]", "private-address"),
    ),
    ({"preserve_until": "2026-11-01"}, ("$.preserve_until", "hold-is-over")),
    ({"preserve_until": "2027-06-01"}, ("$.preserve_until", "hold-beyond-sixty")),
    ({"deadline": "2026-11-01"}, ("$.deadline", "deadline-passed")),
    ({"issued_at": "2026-12-24T10:00:00Z"}, ("$.issued_at", "issued-ahead")),
    ({"status": "extension"}, ("$.related", "extension-of-nothing")),
    ({}, ("$.targets", "no-target")),
]


@pytest.mark.parametrize(("request_", "finding"), MORE)
def test_what_makes_no_sense_is_found_with_its_path(
    request_: dict[str, Any], finding: tuple[str, str]
) -> None:
    assert finding in wrong(request_)


CASE = {
    "requesting": "RO",
    "requested": "FR",
    "measure": "preservation",
    "data": "traffic",
    "offence": {"conduct": ["BC 2"]},
    "holder": {"name": "Mail Example Ltd"},
}


def test_a_request_that_differs_from_its_case_is_found() -> None:
    other = {
        "need": CASE,
        "data_categories": ["content"],
        "offences": [{"convention_article": "BC 8"}],
        "provider": {"name": "Other Ltd"},
    }
    same = {
        "need": CASE,
        "data_categories": ["traffic", "content"],
        "offences": [{"convention_article": "BC 2(1)"}],
        "provider": {"name": "MAIL EXAMPLE LTD"},
    }
    codes = {"other-category", "other-offence", "other-provider"}
    assert codes <= {code for _, code in wrong(other)}
    assert not codes & {code for _, code in wrong(same)}


def test_live_collection_lies_ahead() -> None:
    live: dict[str, Any] = {"kind": "real-time-traffic"}
    past = {**live, "realtime": {"from": "2026-10-01", "to": "2026-10-02"}}
    assert ("$.realtime", "live-is-over") in wrong(past)
    turned = {**live, "realtime": {"from": "2026-12-02", "to": "2026-12-01"}}
    assert ("$.realtime", "live-reversed") in wrong(turned)
