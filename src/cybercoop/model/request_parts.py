"""The parts requests are made of. A field that is None is missing from the paper."""

from __future__ import annotations

import datetime as dt

import attrs

from cybercoop.model import _fields as f
from cybercoop.model.citation import Citation
from cybercoop.model.terms import ContactRole, TargetFormat, TrafficLight

__all__ = [
    "Attachment",
    "Authentication",
    "Authority",
    "Confidentiality",
    "Contact",
    "DomesticBasis",
    "DualCriminalityClaim",
    "EmergencyStatement",
    "LegalBasis",
    "Live",
    "Marking",
    "Notification",
    "Period",
    "PersonSought",
    "ProviderDetails",
    "Related",
    "RequestOffence",
    "SpontaneousContent",
    "Target",
    "TeamTerms",
    "Translation",
    "TransmissionDetails",
    "UrgencyStatement",
]


@attrs.frozen(kw_only=True)
class Authority:
    """An authority as a request names it (BC 29(2)(a); T-CY templates, items 4, 5 and 7).

    `kind` is a word of `AuthorityKind` where one fits.
    """

    name: str | None = f.text()
    kind: str | None = f.text()
    person: str | None = f.text()
    address: str | None = f.text()
    telephone: str | None = f.text()
    email: str | None = f.text()
    office_hours: str | None = f.text()
    time_zone: str | None = f.text()
    reference: str | None = f.text()


@attrs.frozen(kw_only=True)
class Contact:
    """A person to turn to, and for what (T-CY templates, items 6 to 8)."""

    role: ContactRole | None = f.term(ContactRole)
    name: str | None = f.text()
    title: str | None = f.text()
    organisation: str | None = f.text()
    telephone: str | None = f.text()
    email: str | None = f.text()


@attrs.frozen(kw_only=True)
class LegalBasis:
    """The treaty the request rests on: `treaty` is a code such as ``BC`` or an agreement's id."""

    treaty: str | None = f.text()
    article: str | None = f.text()
    reservation_refs: tuple[str, ...] | None = f.texts()


@attrs.frozen(kw_only=True)
class DomesticBasis:
    """The provision of the requesting State's own law (P2 7(4)(a))."""

    provision: str | None = f.text()
    text: str | None = f.text()


@attrs.frozen(kw_only=True)
class Related:
    """An earlier request the new one belongs to (P2 7(4)(e); T-CY template for Article 31)."""

    kind: str | None = f.text()
    reference: str | None = f.text()
    date: dt.date | None = f.day()
    authority: str | None = f.text()
    channel: str | None = f.text()


@attrs.frozen(kw_only=True)
class Translation:
    """Is a translation supplied, and into which language?"""

    supplied: bool | None = f.flag()
    lang: str | None = f.language()


@attrs.frozen(kw_only=True)
class ProviderDetails:
    """The custodian of the data (BC 29(2)(d))."""

    name: str | None = f.text()
    address: str | None = f.text()
    representative: str | None = f.text()
    technical_id: str | None = f.text()


def _read_article(value: object, name: str) -> Citation | str:
    return "other" if value == "other" else f.read_citation(value, name)


@attrs.frozen(kw_only=True)
class RequestOffence:
    """An offence as the request states it (BC 29(2)(b)). `max_penalty` is in years."""

    label: str | None = f.text()
    provision: str | None = f.text()
    max_penalty: int | float | None = f.years()
    convention_article: Citation | str | None = f.optional(_read_article)
    list_category: str | None = f.text()


@attrs.frozen(kw_only=True)
class Target:
    """An identifier whose data are wanted, and when it was seen (BC 29(2)(c))."""

    format: TargetFormat | None = f.term(TargetFormat)
    value: str | None = f.text()
    service: str | None = f.text()
    observed_at: tuple[dt.date | dt.datetime, ...] | None = f.moments()


@attrs.frozen(kw_only=True)
class Period:
    """The time the data are about; days need a `zone` (an IANA name or an offset)."""

    start: dt.date | dt.datetime | None = f.moment()
    end: dt.date | dt.datetime | None = f.moment()
    zone: str | None = f.text()


@attrs.frozen(kw_only=True)
class UrgencyStatement:
    """How urgent, and why (BC 25(3), 31(3))."""

    level: str | None = f.text()
    reason: str | None = f.text()


@attrs.frozen(kw_only=True)
class EmergencyStatement:
    """What shows the emergency, and how the data bear on it (P2 9(3)(e), 10(2))."""

    facts: str | None = f.text()
    risk: str | None = f.text()
    link: str | None = f.text()


@attrs.frozen(kw_only=True)
class Confidentiality:
    """What is to be kept secret, and why (BC 27(8))."""

    keep: bool | None = f.flag()
    delay_user_info: bool | None = f.flag()
    reason: str | None = f.text()


@attrs.frozen(kw_only=True)
class Notification:
    """The notice to the authority of the other State (P2 7(5); EPO 8)."""

    required: bool | None = f.flag()
    made: bool | None = f.flag()
    to: str | None = f.text()
    at: dt.datetime | None = f.instant()


@attrs.frozen(kw_only=True)
class TransmissionDetails:
    """How the request is sent (BC 25(3))."""

    means: str | None = f.text()
    security: str | None = f.text()
    formal_confirmation_follows: bool | None = f.flag()


@attrs.frozen(kw_only=True)
class Attachment:
    """A document that goes with the request. `size` is in bytes."""

    name: str | None = f.text()
    media_type: str | None = f.text()
    size: int | None = f.count()
    sha256: str | None = f.matching(
        r"^[0-9a-f]{64}$", "digest", "is no SHA-256 digest", "64 hexadecimal digits in lower case"
    )
    lang: str | None = f.language()


@attrs.frozen(kw_only=True)
class Marking:
    """How the document may be handled: TLP 2.0, PAP, and legal caveats."""

    tlp: TrafficLight | None = f.term(TrafficLight)
    pap: str | None = f.text()
    legal: tuple[str, ...] | None = f.texts()


@attrs.frozen(kw_only=True)
class Authentication:
    """Who vouches for the request, and how (BC 25(3))."""

    kind: str | None = f.text()
    signer: str | None = f.text()
    role: str | None = f.text()
    at: dt.datetime | None = f.instant()


@attrs.frozen(kw_only=True)
class DualCriminalityClaim:
    """Is the conduct said to be a crime in both States, and on what basis (BC 25(5))?"""

    claimed: bool | None = f.flag()
    basis: str | None = f.text()


@attrs.frozen(kw_only=True)
class Live:
    """The time of a collection in real time, and how the data are handed over (BC 33, 34)."""

    from_: dt.date | dt.datetime | None = f.moment()
    to: dt.date | dt.datetime | None = f.moment()
    delivery: str | None = f.text()


@attrs.frozen(kw_only=True)
class PersonSought:
    """The person concerned (BC 24; E30 14)."""

    identity: str | None = f.text()
    description: str | None = f.text()
    nationality: str | None = f.state()
    whereabouts: str | None = f.text()
    warrant_or_judgment: str | None = f.text()
    provisional_arrest: bool | None = f.flag()


@attrs.frozen(kw_only=True)
class SpontaneousContent:
    """What is sent unasked, where it comes from and under which conditions (BC 26)."""

    information: str | None = f.text()
    origin: str | None = f.text()
    conditions: tuple[str, ...] | None = f.texts()


@attrs.frozen(kw_only=True)
class TeamTerms:
    """The terms of a joint investigation team (P2 12(2); E182 20)."""

    purposes: str | None = f.text()
    composition: str | None = f.text()
    functions: str | None = f.text()
    duration: str | None = f.text()
    location: str | None = f.text()
    organisation: str | None = f.text()
    evidence_terms: str | None = f.text()
    confidentiality: str | None = f.text()
    participation: str | None = f.text()
