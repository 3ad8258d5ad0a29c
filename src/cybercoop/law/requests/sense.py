"""What no schema sees: contradictions, and requests the law cannot mean."""

from __future__ import annotations

from collections.abc import Iterable

from cybercoop.law import vocabulary as v
from cybercoop.law.requests import facts as q
from cybercoop.logic.conditions import ALWAYS, Condition
from cybercoop.logic.facts import Collection
from cybercoop.logic.rules import Inspection, Scope
from cybercoop.model.citation import Citation
from cybercoop.model.terms import Channel, Layer, Measure, Severity

__all__ = ["INSPECTIONS", "NO_CASE", "PUBLISHED"]

DATA = (
    "preservation",
    "partial-disclosure",
    "stored-data",
    "domain-registration",
    "real-time-traffic",
    "interception",
)


def _wrong(
    key: str,
    cite: str,
    item: str,
    when: Condition,
    text: str,
    cure: str,
    *,
    kinds: Iterable[str] | None = None,
    channels: Iterable[str] | None = None,
    each: Collection | None = None,
    required: bool = False,
    layer: Layer | None = None,
    severity: Severity = Severity.ERROR,
) -> Inspection:
    return Inspection(
        key=key,
        cite=Citation.parse(cite),
        item=item,
        code=key.partition(".")[2],
        layer=layer or (Layer.LAW if required else Layer.SENSE),
        severity=severity,
        when=when,
        text=text,
        cure=cure,
        scope=Scope(
            None if kinds is None else frozenset(Measure(kind) for kind in kinds),
            None if channels is None else frozenset(Channel(name) for name in channels),
        ),
        required=required,
        each=each,
    )


# What the law cannot mean.
of_law = (
    _wrong(
        "BC-29-1.future-period",
        "BC 29(1)",
        "period",
        q.period_starts_ahead,
        "only stored data are preserved, and this period has not begun",
        "ask for collection in real time (BC 33, 34), or for data that exist",
        kinds=["preservation"],
        required=True,
    ),
    _wrong(
        "BC-18-1b.subscriber-only",
        "BC 18(1)(b)",
        "data_categories",
        ~q.categories.all_in({"subscriber"}),
        "a provider that only offers its services here can be ordered to give subscriber "
        "information alone",
        "ask for subscriber information here, and for the rest by mutual assistance",
        channels=["domestic-order-offering-services"],
        required=True,
    ),
    _wrong(
        "BC-30-1.traffic-only",
        "BC 30(1)",
        "data_categories",
        ~q.categories.all_in({"traffic"}),
        "only traffic data are disclosed under Article 30",
        "leave the other categories to a request under Article 31",
        kinds=["partial-disclosure"],
        required=True,
    ),
    _wrong(
        "BC-33-1.traffic-only",
        "BC 33(1)",
        "data_categories",
        ~q.categories.all_in({"traffic"}),
        "only traffic data are collected under Article 33",
        "ask for content by interception (BC 34), for subscriber data under Article 31",
        kinds=["real-time-traffic"],
        required=True,
    ),
    _wrong(
        "BC-34.content-only",
        "BC 34",
        "data_categories",
        ~q.categories.any_in({"content"}),
        "interception is for content",
        "ask for traffic data in real time under Article 33",
        kinds=["interception"],
        required=True,
    ),
)

# Contradictions and gaps of a practical kind.
of_sense = (
    _wrong(
        "RC-12.no-target",
        "RC 12",
        "targets",
        ~q.has_target,
        "nothing says which data are wanted",
        "give at least one identifier, or name the data",
        kinds=DATA,
    ),
    _wrong(
        "RC-12.period-reversed",
        "RC 12",
        "period",
        q.period_reversed,
        "the period ends before it starts",
        "put the earlier moment first",
    ),
    _wrong(
        "RC-12.period-without-zone",
        "RC 12",
        "period",
        ~q.period_has_zone,
        "the period names days without a time zone",
        "give instants with their offset, or name the zone",
        severity=Severity.WARNING,
    ),
    _wrong(
        "RC-12.period-runs-ahead",
        "BC 29(1)",
        "period",
        q.period_ends_ahead & ~q.period_starts_ahead,
        "part of the period lies ahead: what is not stored yet cannot be preserved",
        "end the period today, and ask again for what comes later",
        kinds=["preservation", "partial-disclosure"],
        severity=Severity.WARNING,
    ),
    _wrong(
        "RC-12.stored-in-future",
        "BC 31(1)",
        "period",
        q.period_starts_ahead,
        "stored data are asked for a time that has not begun",
        "ask for collection in real time (BC 33, 34)",
        kinds=["stored-data", "partial-disclosure"],
    ),
    _wrong(
        "RC-12.live-reversed",
        "RC 12",
        "realtime",
        q.live_reversed,
        "the collection ends before it starts",
        "put the earlier moment first",
    ),
    _wrong(
        "RC-12.live-is-over",
        "BC 33(1)",
        "realtime",
        q.live_is_over,
        "what is past cannot be collected in real time",
        "ask for stored data under Article 31",
        kinds=["real-time-traffic", "interception"],
    ),
    _wrong(
        "RC-12.issued-ahead",
        "RC 12",
        "issued_at",
        q.issued_ahead,
        "the request is dated after the day it is checked for",
        "date it on the day it is signed",
        severity=Severity.WARNING,
    ),
    _wrong(
        "RC-12.deadline-passed",
        "RC 12",
        "deadline",
        q.deadline_passed,
        "the time to answer is over before the request is sent",
        "set a time that can be met",
    ),
    _wrong(
        "RC-12.hold-is-over",
        "BC 29(7)",
        "preserve_until",
        q.hold_is_over,
        "the data are to be kept until a day that is past",
        "ask for 60 days at least",
    ),
    _wrong(
        "RC-12.hold-beyond-sixty",
        "BC 29(7)",
        "preserve_until",
        q.hold_beyond_sixty,
        "the Convention gives 60 days, and the time until a follow-up is decided",
        "have the follow-up received within 60 days, or ask for an extension",
        severity=Severity.ADVICE,
    ),
    _wrong(
        "RC-12.extension-of-nothing",
        "RC 12",
        "related",
        q.is_extension & ~q.has_related,
        "an extension or follow-up that does not say of what",
        "name the earlier request with its reference",
        severity=Severity.WARNING,
    ),
    _wrong(
        "RC-12.other-category",
        "RC 12",
        "data_categories",
        q.other_category,
        "the categories differ from the data the case is about",
        "make both say the same",
        severity=Severity.WARNING,
    ),
    _wrong(
        "RC-12.other-offence",
        "RC 12",
        "offences",
        q.other_offence,
        "the articles named differ from the conduct the case is about",
        "make both say the same",
        severity=Severity.WARNING,
    ),
    _wrong(
        "RC-12.other-provider",
        "RC 12",
        "provider",
        q.other_provider,
        "the provider is not the holder the case names",
        "make both say the same",
        severity=Severity.WARNING,
    ),
    _wrong(
        "RC-12.no-value",
        "RC 12",
        "targets",
        ~q.target_has_value,
        "a target without an identifier",
        "give the identifier",
        each=q.targets,
    ),
    _wrong(
        "RC-12.malformed",
        "RC 12",
        "targets",
        ~q.target_well_formed,
        "the identifier does not have the shape of its kind",
        "copy it again from the source, or name the kind it is",
        each=q.targets,
    ),
    _wrong(
        "RC-12.address-without-time",
        "RC 12",
        "targets",
        q.target_format.equals("ip-address") & ~q.target_timed,
        "an IP address without the time and zone it was seen tells no user from another",
        "add observed_at with an offset, such as 2026-11-20T10:00:00+01:00",
        each=q.targets,
    ),
    _wrong(
        "RC-12.seen-ahead",
        "RC 12",
        "targets",
        q.target_seen_ahead,
        "it is said to have been seen on a day still to come",
        "correct the date or the zone",
        each=q.targets,
    ),
    _wrong(
        "RC-12.private-address",
        "RC 12",
        "targets",
        q.target_private,
        "a private address is used in many networks at once",
        "find the public address and port behind it",
        each=q.targets,
        severity=Severity.WARNING,
    ),
)

# What the requested Party's own law and notices add.
_takes = v.requested.law_list("languages")
of_requested_party = (
    _wrong(
        "BC-25-4a.language-of-request",
        "BC 25(4)",
        "language",
        ~(_takes.contains(q.language) | _takes.contains(q.translated_into)) & q.says_language,
        "the requested Party takes other languages",
        "add a translation",
        layer=Layer.REQUESTED_PARTY,
        severity=Severity.WARNING,
    ),
    _wrong(
        "BC-25-3.confirmation-wanted",
        "BC 25(3)",
        "transmission",
        v.requested.law_says("formal_confirmation") & ~q.confirms_formally,
        "the requested Party wants formal confirmation of what is sent by quick means",
        "say that it follows, and send it",
        layer=Layer.REQUESTED_PARTY,
        severity=Severity.WARNING,
    ),
    _wrong(
        "BC-25-5.claim",
        "BC 25(5)",
        "dual_criminality",
        v.wants_dual_criminality & ~q.claims_dual_criminality,
        "the requested Party's law wants dual criminality for this measure",
        "say by which conduct it is met there",
        kinds=["stored-data", "domain-registration", "real-time-traffic", "interception"],
        layer=Layer.REQUESTED_PARTY,
        severity=Severity.WARNING,
    ),
    _wrong(
        "BC-29-4.claim",
        "BC 29(4)",
        "dual_criminality",
        v.requested.made("BC 29(4)") & ~v.established_offence & ~q.claims_dual_criminality,
        "the requested Party has reserved refusal where dual criminality will be missing",
        "say by which conduct it is met there",
        kinds=["preservation"],
        layer=Layer.REQUESTED_PARTY,
        severity=Severity.WARNING,
    ),
)
unknown_way = (
    _wrong(
        "RC-12.unknown-way",
        "RC 12",
        "channel",
        q.has_channel & ~q.known_way,
        "this version knows no rules for such a request on this channel: what its instrument "
        "wants is not checked",
        "check the text of the instrument",
        severity=Severity.WARNING,
    ),
    _wrong(
        "RC-12.no-channel",
        "RC 12",
        "channel",
        ~q.has_channel,
        "nothing says by which channel it goes",
        "name the channel; `route` tells which are lawful",
        severity=Severity.WARNING,
    ),
)

NO_CASE = _wrong(
    "RC-12.missing",
    "RC 12",
    "need",
    ALWAYS,
    "the case is not stated: nobody knows who asks whom",
    "add the need the request serves",
)
"""The finding on a request that names no need."""

PUBLISHED = Citation.parse("RC 15")
"""Where Parties are asked to publish what they want of requests."""

INSPECTIONS = (*of_law, *of_sense, *of_requested_party, *unknown_way)
"""Everything that is looked for, in the order it is reported."""
