"""What can be read off a request on paper: shapes, times, contradictions."""

from __future__ import annotations

import datetime as dt
import ipaddress
import re
from collections.abc import Callable, Mapping, Sequence
from typing import Any
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from cybercoop.logic.worlds import Read
from cybercoop.model.need import Need
from cybercoop.model.request_parts import Period, Target
from cybercoop.model.requests import LiveRequest, PreservationRequest, Request
from cybercoop.model.terms import RequestStatus, TargetFormat

__all__ = ["Paper", "TargetFacts", "well_formed"]

Moment = dt.date | dt.datetime

_LABEL = r"[A-Za-z0-9_](?:[A-Za-z0-9_-]{0,61}[A-Za-z0-9_])?"
_DOMAIN = re.compile(rf"^(?=.{{1,253}}\.?$){_LABEL}(?:\.{_LABEL})+\.?$")
_SHAPES: Mapping[TargetFormat, Callable[[str], bool]] = {
    TargetFormat.IP_ADDRESS: lambda text: _address(text) is not None,
    TargetFormat.E_MAIL_ADDRESS: lambda text: _is_mail(text),
    TargetFormat.URL: lambda text: bool(
        re.match(r"^[A-Za-z][A-Za-z0-9+.-]*://[^\s/?#]+[^\s]*$", text)
    ),
    TargetFormat.DOMAIN: lambda text: bool(_DOMAIN.match(_ascii(text))),
    TargetFormat.TELEPHONE: lambda text: bool(re.match(r"^\+?[0-9][0-9 ().-]{2,24}$", text)),
}
_PRIVATE = tuple(
    ipaddress.ip_network(text)
    for text in (
        "10.0.0.0/8",
        "172.16.0.0/12",
        "192.168.0.0/16",
        "100.64.0.0/10",
        "127.0.0.0/8",
        "169.254.0.0/16",
        "fc00::/7",
        "fe80::/10",
        "::1/128",
    )
)


def _ascii(text: str) -> str:
    """An internationalised name in the form it travels in."""
    try:
        return text.encode("idna").decode("ascii")
    except UnicodeError:
        return text


def _is_mail(text: str) -> bool:
    local, at, domain = text.rpartition("@")
    return bool(at and local) and not re.search(r"\s", text) and bool(_DOMAIN.match(_ascii(domain)))


def _address(text: str) -> ipaddress.IPv4Address | ipaddress.IPv6Address | None:
    """The address, without the port that may follow it."""
    match = re.match(r"^\[(.+)\](?::\d{1,5})?$", text) or re.match(
        r"^(\d+\.\d+\.\d+\.\d+):\d{1,5}$", text
    )
    try:
        return ipaddress.ip_address(match[1] if match else text)
    except ValueError:
        return None


def well_formed(target: Target) -> bool | None:
    """Does the value have the shape of its format? None where the format has no shape to check."""
    shape = None if target.format is None else _SHAPES.get(target.format)
    return None if target.value is None or shape is None else shape(target.value)


def _day(moment: Moment) -> dt.date:
    return moment.date() if isinstance(moment, dt.datetime) else moment


def _zone(name: str | None) -> dt.tzinfo | None:
    if name is None:
        return None
    if name in ("Z", "UTC"):
        return dt.UTC
    match = re.match(r"^([+-])(\d{2}):(\d{2})$", name)
    if match:
        sign = -1 if match[1] == "-" else 1
        minutes = sign * (int(match[2]) * 60 + int(match[3]))
        return dt.timezone(dt.timedelta(minutes=minutes)) if abs(minutes) < 24 * 60 else None
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return None


def _before(first: Moment | None, second: Moment | None) -> bool | None:
    if first is None or second is None:
        return None
    if isinstance(first, dt.datetime) and isinstance(second, dt.datetime):
        return first < second
    return _day(first) < _day(second)


def _after(moment: Moment | None, on: dt.date) -> bool | None:
    """Does it lie after the day, wherever on Earth it is counted?"""
    return None if moment is None else _day(moment) > on + dt.timedelta(days=1)


def _has_zone(period: Period | None) -> bool | None:
    if period is None:
        return None
    moments = [m for m in (period.start, period.end) if m is not None]
    if not moments:
        return None
    dated = all(isinstance(moment, dt.datetime) for moment in moments)
    return dated or _zone(period.zone) is not None


class TargetFacts:
    """The facts of one target."""

    __slots__ = ("_target", "_values")

    def __init__(self, target: Target, period: Period | None, on: dt.date) -> None:
        self._target = target
        seen = target.observed_at or ()
        zone = period is not None and _zone(period.zone) is not None
        by_period = period is not None and any(
            isinstance(moment, dt.datetime) for moment in (period.start, period.end)
        )
        address = (
            _address(target.value)
            if target.format is TargetFormat.IP_ADDRESS and (target.value)
            else None
        )
        self._values = {
            "format": target.format,
            "has_value": target.value is not None,
            "well_formed": well_formed(target),
            "timed": any(isinstance(m, dt.datetime) for m in seen)
            or by_period
            or (zone and period is not None and period.start is not None),
            "seen_ahead": any(_after(moment, on) for moment in seen),
            "private": address is not None
            and any(address in net for net in _PRIVATE if net.version == address.version),
        }

    def resolve(self, fact: Any, read: Read) -> Any:
        return self._values[fact.path.partition(".")[2]]

    def members(self, collection: Any) -> Sequence[Any]:
        return ()


class Paper:
    """The facts of a request as a piece of paper, on a day. None: cannot be told."""

    def __init__(self, request: Request, need: Need | None, on: dt.date, known_way: bool) -> None:
        period = request.period
        start, end = (period.start, period.end) if period else (None, None)
        live = request.realtime if isinstance(request, LiveRequest) else None
        begins, ends = (live.from_, live.to) if live else (None, None)
        keep = request.preserve_until if isinstance(request, PreservationRequest) else None
        identifiers = need.target_data.identifiers if need else None
        self.targets = [TargetFacts(t, period, on) for t in request.targets or ()]
        self.data_categories = (
            frozenset(request.data_categories) if request.data_categories else None
        )
        self.language = request.language
        self.translation = (request.translation.lang if request.translation else None) or ""
        self.says_language = self.language is not None or self.translation is not None
        self.has_target = bool(
            request.targets
            or request.data_categories
            or identifiers
            or request.special_instructions
        )
        self.has_channel = request.channel is not None
        self.known_way = known_way
        self.period_reversed = _before(end, start)
        self.period_has_zone = _has_zone(period)
        self.period_starts_ahead = _after(start, on)
        self.period_ends_ahead = _after(end, on)
        self.live_reversed = _before(ends, begins)
        self.live_is_over = None if ends is None else _day(ends) < on - dt.timedelta(days=1)
        self.issued_ahead = _after(request.issued_at, on)
        sent = request.issued_at or on
        self.deadline_passed = _before(request.deadline, sent)
        self.hold_is_over = None if keep is None else keep < _day(sent)
        self.hold_beyond_sixty = None if keep is None else keep > _day(sent) + dt.timedelta(days=60)
        self.is_extension = request.status not in (None, RequestStatus.NEW)
        self.has_related = bool(request.related)
        self.other_category = _differs_category(request, need)
        self.other_offence = _differs_offence(request, need)
        holder = need.holder.name if need else None
        named = request.provider.name if request.provider else None
        self.other_provider = (
            None if None in (holder, named) else str(holder).casefold() != str(named).casefold()
        )
        sending = request.transmission
        self.confirms_formally = bool(sending and sending.formal_confirmation_follows)
        claim = request.dual_criminality
        self.claims_dual_criminality = bool(claim and claim.claimed)
        self.has_contact = bool(request.contacts)


def _differs_category(request: Request, need: Need | None) -> bool | None:
    if need is None or need.data is None or not request.data_categories:
        return None
    return need.data not in request.data_categories


def _differs_offence(request: Request, need: Need | None) -> bool | None:
    if need is None or not need.offence.conduct:
        return None
    named = [o.convention_article for o in request.offences or () if o.convention_article]
    if not named:
        return None
    known = [str(item) for item in need.offence.conduct]
    return not all(
        any(str(place) == item or str(place).startswith(f"{item}(") for item in known)
        or any(item.startswith(f"{place}(") for item in known)
        for place in named
    )
