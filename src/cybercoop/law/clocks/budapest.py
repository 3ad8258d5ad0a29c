"""Article 29(7), the domestic holds beside it, and the hold of a provider's own law."""

from __future__ import annotations

from cybercoop.law import open_questions as oq
from cybercoop.law import vocabulary as v
from cybercoop.law.clocks.facts import after, clock, day, first_known, happened
from cybercoop.logic.conditions import NEVER
from cybercoop.logic.facts import Number
from cybercoop.logic.periods import FirstKnown, Happening, NoEnd, When
from cybercoop.model.terms import Channel

__all__ = ["CLOCKS", "DRAWN"]

CHANNELS = ("network-24-7", "central-authority", "direct-judicial", "interpol", "treaty")
KINDS = ("preservation",)
SIXTY = 60
NINETY = 90

# The literal reading counts from the last preservation, the cautious one from the first.
_last = first_known("extended_on", "effected_on", "received_on", "requested_on")
_first = first_known("effected_on", "received_on", "requested_on")
_followed_up = happened("followup_received_on")
_received = day("followup_received_on")
_in_time = _followed_up & _received.not_after(day("hold_from_last").plus_days(SIXTY))
_surely_in_time = _followed_up & _received.not_after(day("hold_from_first").plus_days(SIXTY))
_decided = happened("decided_on") & _received.not_after(day("decided_on"))
_days = Number("requested.law.preservation_days", "requested")
_days_known = happened("domestic_hold_ends")
_renewable = v.requested.law_says("preservation_renewable")
_kept_at_home = (
    _followed_up & ~_in_time & _days_known & _received.not_after(day("domestic_hold_ends"))
)
_extended = happened("extended_on")
_effected = happened("effected_on")

article_29 = (
    clock(
        "BC-29-7a.due",
        "BC 29(7)",
        "follow-up-due",
        after(_last, days=SIXTY),
        "the last day for the request for disclosure to be received; sending it is not enough",
        binds="requesting",
        kinds=KINDS,
        channels=CHANNELS,
        when=v.both_parties & ~_in_time,
        settled=_effected & ~_extended,
        cautious=after(_first, days=SIXTY),
        question=oq.OQ_10,
        assumed=True,
    ),
    clock(
        "BC-29-7b",
        "BC 29(7)",
        "hold-until-decision",
        NoEnd(Happening("followup_received_on")),
        "the request was received in time: the data stay until it is decided",
        binds="requested",
        kinds=KINDS,
        channels=CHANNELS,
        when=v.both_parties & _in_time & ~_decided,
        settled=_surely_in_time,
        cautious=after(_first, days=SIXTY),
        question=oq.OQ_10,
        assumed=True,
    ),
    clock(
        "BC-29-7b.decided",
        "BC 29(7)",
        "hold-until-decision",
        Happening("decided_on"),
        "the request has been decided, and the hold ended with it",
        binds="requested",
        kinds=KINDS,
        channels=CHANNELS,
        when=v.both_parties & _in_time & _decided,
        settled=_surely_in_time,
        cautious=after(_first, days=SIXTY),
        question=oq.OQ_10,
        assumed=True,
    ),
    clock(
        "BC-29-7b.kept-at-home",
        "BC 29(7)",
        "hold-until-decision",
        NoEnd(Happening("followup_received_on")),
        "the request came after the 60 days, while their own law still kept the data: whether "
        "they must be kept further is open",
        binds="requested",
        kinds=KINDS,
        channels=CHANNELS,
        when=v.both_parties & _kept_at_home & ~_decided,
        settled=NEVER,
        cautious=Happening("domestic_hold_ends"),
        question=oq.OQ_10,
        mark="I",
        assumed=True,
    ),
)
_told = happened("held_until")
domestic = (
    clock(
        "BC-16-2.told",
        "BC 16(2)",
        "domestic-hold-ends",
        Happening("held_until"),
        "the day until which the requested Party says that it keeps the data; Article 29(7) is "
        "another clock",
        binds="requested",
        kinds=KINDS,
        channels=CHANNELS,
        when=v.both_parties & _told,
        assumed=True,
    ),
    clock(
        "BC-16-2",
        "BC 16(2)",
        "domestic-hold-ends",
        after("effected_on", days=_days),
        "the requested Party's own order to preserve ends; Article 29(7) is another clock",
        binds="requested",
        kinds=KINDS,
        channels=CHANNELS,
        when=v.both_parties & ~_told & _days_known & (~_extended | ~_renewable),
        assumed=True,
    ),
    clock(
        "BC-16-2.renewed",
        "BC 16(2)",
        "domestic-hold-ends",
        after("effected_on", days=_days, times=2),
        "the requested Party's own order, renewed for as long again, ends",
        binds="requested",
        kinds=KINDS,
        channels=CHANNELS,
        when=v.both_parties & ~_told & _days_known & _extended & _renewable,
        settled=NEVER,
        cautious=after("extended_on", days=_days),
        assumed=True,
    ),
    clock(
        "BC-16-2.ceiling",
        "BC 16(2)",
        "domestic-hold-ends",
        after("effected_on", days=NINETY),
        "how long their own order lasts is not known: 90 days at most, unless renewed",
        binds="requested",
        kinds=KINDS,
        channels=CHANNELS,
        when=v.both_parties & ~_told & ~_days_known & ~_extended,
        settled=NEVER,
        cautious=after("effected_on", days=SIXTY),
        assumed=True,
    ),
    clock(
        "BC-16-2.ceiling-renewed",
        "BC 16(2)",
        "domestic-hold-ends",
        after("extended_on", days=NINETY),
        "how long their own order lasts is not known: 90 days at most from its renewal",
        binds="requested",
        kinds=KINDS,
        channels=CHANNELS,
        when=v.both_parties & ~_told & ~_days_known & _extended,
        settled=NEVER,
        cautious=after("effected_on", days=SIXTY),
        assumed=True,
    ),
)
_start = first_known("effected_on", "received_on", "requested_on")
united_states = (
    clock(
        "US-2703-f",
        "US 2703(f)",
        "domestic-hold-ends",
        after(_start, days=NINETY),
        "providers keep records 90 days; the statute speaks of authorities of the United States, "
        "to others it is a courtesy",
        binds="provider",
        kinds=KINDS,
        channels=["provider-voluntary"],
        when=v.seat.state.equals("US") & ~_extended,
        settled=_effected,
        cautious=after(first_known("requested_on", "received_on", "effected_on"), days=NINETY),
    ),
    clock(
        "US-2703-f.renewed",
        "US 2703(f)",
        "domestic-hold-ends",
        after(_start, days=NINETY, times=2),
        "90 days, and 90 more on a renewed request",
        binds="provider",
        kinds=KINDS,
        channels=["provider-voluntary"],
        when=v.seat.state.equals("US") & _extended,
        settled=NEVER,
        cautious=after("extended_on", days=NINETY),
    ),
)

_everywhere = [channel.value for channel in Channel]
_own_deadline = ("provider-order", "executive-agreement-order")
of_the_case = (
    clock(
        "BC-31-3.expiry",
        "BC 31(3)",
        "data-expire",
        Happening("expires_on"),
        "the holder deletes the data after this day; nothing but a hold stops it",
        binds="requesting",
        kinds=None,
        channels=_everywhere,
        when=~_effected,
        mark="I",
        assumed=True,
    ),
    clock(
        "RC-12.deadline",
        "RC 12",
        "answer-wanted",
        Happening("deadline"),
        "the time the request itself sets: no treaty makes it binding",
        binds="requested",
        kinds=None,
        channels=[name for name in _everywhere if name not in _own_deadline],
        mark="K",
        assumed=True,
    ),
)

DRAWN: dict[str, When] = {
    "hold_from_last": _last,
    "hold_from_first": _first,
    "domestic_hold_ends": FirstKnown(
        (Happening("held_until"), after("effected_on", days=_days)),
    ),
}
"""Days that follow from events, for conditions to compare with."""

CLOCKS = (*article_29, *domestic, *united_states, *of_the_case)
