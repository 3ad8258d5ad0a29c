"""Clocks go into a calendar; holidays move those that roll."""

from __future__ import annotations

import builtins
import datetime as dt
from typing import Any

import pytest
from icalendar import Calendar

from cybercoop.casework import clocks
from cybercoop.casework.holidays import public_holidays
from cybercoop.errors import MissingExtra
from cybercoop.formats.calendar import clocks_to_calendar
from cybercoop.formats.casework import events_from_dict, request_from_dict

STAMP = dt.datetime(2026, 11, 23, tzinfo=dt.UTC)
ON = dt.date(2026, 11, 23)


def preservation() -> Any:
    return request_from_dict(
        {
            "kind": "preservation",
            "channel": "network-24-7",
            "reference": "12/P/2026",
            "need": {"requesting": "RO", "requested": "FR", "measure": "preservation"},
        }
    )


def test_every_date_has_an_entry_with_a_reminder() -> None:
    request = preservation()
    found = clocks(request, events_from_dict({"effected_on": "2026-09-27"}), on=ON)
    calendar = Calendar.from_ical(clocks_to_calendar(found, request=request, stamp=STAMP))
    entries = list(calendar.walk("VEVENT"))
    dates = {clock.due for clock in found} | {clock.cautious_due for clock in found}
    assert {entry.decoded("dtstart") for entry in entries} == dates - {None}
    summaries = [str(entry["summary"]) for entry in entries]
    assert "follow-up-due: 12/P/2026" in summaries
    assert any("cautious reading" in summary for summary in summaries)
    assert all(entry.walk("VALARM") for entry in entries)
    assert len({str(entry["uid"]) for entry in entries}) == len(entries)


def test_a_clock_without_end_has_no_entry() -> None:
    request = preservation()
    events = {"effected_on": "2026-09-01", "followup_received_on": "2026-10-11"}
    found = [
        clock
        for clock in clocks(request, events_from_dict(events), on=ON)
        if clock.what == "hold-until-decision"
    ]
    calendar = Calendar.from_ical(clocks_to_calendar(found, request=request, stamp=STAMP))
    assert found
    assert not list(calendar.walk("VEVENT"))


def production(day: str) -> Any:
    request = request_from_dict(
        {
            "kind": "stored-data",
            "channel": "eu-production-order",
            "need": {
                "requesting": "FR",
                "requested": "DE",
                "measure": "stored-data",
                "data": "subscriber",
                "urgency": {"imminent": False},
            },
        }
    )
    return request, events_from_dict({"order_received_on": day})


def test_instants_are_written_as_instants() -> None:
    request = request_from_dict(
        {
            "kind": "stored-data",
            "channel": "eu-production-order",
            "need": {
                "requesting": "FR",
                "requested": "DE",
                "measure": "stored-data",
                "urgency": {"danger_to_life": True, "imminent": True},
            },
        }
    )
    events = events_from_dict({"order_received_at": "2026-11-20T20:00:00+01:00"})
    found = clocks(request, events, on=ON)
    calendar = Calendar.from_ical(clocks_to_calendar(found, request=request, stamp=STAMP))
    (entry,) = calendar.walk("VEVENT")
    assert entry.decoded("dtstart") == dt.datetime(2026, 11, 21, 3, tzinfo=dt.UTC)


def test_clocks_roll_over_public_holidays_where_they_are_told() -> None:
    # 15 December plus ten days is Christmas Day, a Friday in 2026.
    request, events = production("2026-12-15")
    (plain,) = clocks(request, events, on=ON)
    assert plain.due == dt.date(2026, 12, 25)
    (told,) = clocks(request, events, on=ON, holidays=public_holidays())
    assert told.due == dt.date(2026, 12, 28)


def test_a_state_without_known_holidays_has_none() -> None:
    assert not public_holidays()("XA", dt.date(2026, 12, 25))
    assert public_holidays()("DE", dt.date(2026, 12, 25))


def test_a_missing_extra_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    real = builtins.__import__

    def without(name: str, *rest: Any) -> Any:
        if name.split(".")[0] in ("icalendar", "holidays"):
            raise ImportError(name)
        return real(name, *rest)

    monkeypatch.setattr(builtins, "__import__", without)
    with pytest.raises(MissingExtra, match=r"cybercoop\[calendar\]"):
        clocks_to_calendar([], request=preservation(), stamp=STAMP)
    with pytest.raises(MissingExtra, match=r"cybercoop\[calendar\]"):
        public_holidays()
