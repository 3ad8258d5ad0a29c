"""Clocks as a calendar (RFC 5545). Needs the extra ``calendar``."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Iterable

from cybercoop.errors import MissingExtra
from cybercoop.model.casework import Clock
from cybercoop.model.requests import Request

__all__ = ["clocks_to_calendar"]


def clocks_to_calendar(
    clocks: Iterable[Clock],
    *,
    request: Request,
    stamp: dt.datetime,
    remind: dt.timedelta = dt.timedelta(days=3),
) -> bytes:
    """The dates of the clocks as an iCalendar file, with a reminder before each.

    A clock without an end has no entry; where the law is open, the cautious date has an entry of
    its own. `stamp` is when the file is made, an instant. Nothing of the case is in it but the
    reference of the request. Raises `MissingExtra` if icalendar is not installed.
    """
    try:
        from icalendar import Alarm, Calendar, Event
    except ImportError:
        raise MissingExtra("calendars need icalendar: install cybercoop[calendar]") from None
    calendar = Calendar()
    calendar.add("prodid", "-//cybercoop//clocks//EN")
    calendar.add("version", "2.0")
    name = request.reference or request.request_id or f"{request.kind} request"
    for clock in clocks:
        dates = [("", clock.due)]
        if clock.cautious_due is not None and clock.cautious_due != clock.due:
            dates.append((" (cautious reading)", clock.cautious_due))
        for reading, due in dates:
            if due is None:
                continue
            event = Event()
            key = f"{name}|{clock.what}|{clock.cite}|{due.isoformat()}"
            event.add("uid", hashlib.sha256(key.encode("utf-8")).hexdigest()[:32] + "@cybercoop")
            event.add("dtstamp", stamp.astimezone(dt.UTC))
            # An instant keeps its meaning in UTC whatever the zone data of the reader.
            if isinstance(due, dt.datetime):
                event.add("dtstart", due.astimezone(dt.UTC))
            else:
                event.add("dtstart", due)
                event.add("dtend", due + dt.timedelta(days=1))
            event.add("summary", f"{clock.what}{reading}: {name}")
            event.add("description", f"{clock.cite}: {clock.text}. Binds: {clock.binds}.")
            alarm = Alarm()
            alarm.add("action", "DISPLAY")
            alarm.add("description", f"{clock.what}: {name}")
            alarm.add("trigger", -remind)
            event.add_component(alarm)
            calendar.add_component(event)
    written: bytes = calendar.to_ical()
    return written
