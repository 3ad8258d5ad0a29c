"""A need: what an authority wants, in which case, from where. A field that is None is not known."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import Any

import attrs

from cybercoop.errors import InvalidInput, Problem
from cybercoop.model import _fields as f
from cybercoop.model.citation import Citation
from cybercoop.model.terms import (
    AuthorityKind,
    ConsentBy,
    DataCategory,
    Existence,
    HolderKind,
    Measure,
    OrderOutcome,
    PersonRole,
    Proceeding,
    Purpose,
    Validation,
)

__all__ = [
    "Consent",
    "DirectOrder",
    "Hold",
    "Holder",
    "MaxPenalty",
    "Need",
    "Offence",
    "Person",
    "TargetData",
    "Transmission",
    "Urgency",
]


def _contradiction(name: str, message: str, value: object, accepted: str) -> InvalidInput:
    return InvalidInput([Problem(f"$.{name}", "contradiction", message, value, accepted)])


@attrs.frozen(kw_only=True)
class Urgency:
    """How fast it must go, and why (BC 25(3), 27(9), 31(3); P2 3(2)(c); EPO 3(18))."""

    urgent: bool | None = f.flag()
    volatile: bool | None = f.flag()
    expires_on: dt.date | None = f.day()
    danger_to_life: bool | None = f.flag()
    danger_to_safety: bool | None = f.flag()
    threatens_infrastructure: bool | None = f.flag()
    imminent: bool | None = f.flag()

    def __attrs_post_init__(self) -> None:
        dangers = (self.danger_to_life, self.danger_to_safety, self.threatens_infrastructure)
        if self.imminent and all(danger is False for danger in dangers):
            raise _contradiction(
                "imminent",
                "nothing is said to be in danger",
                True,
                "imminent with one of the dangers",
            )


@attrs.frozen(kw_only=True)
class MaxPenalty:
    """The maximum penalty for the offence, in years, in each State (BC 24(1))."""

    requesting: int | float | None = f.years()
    requested: int | float | None = f.years()


def _read_conduct(value: Any, name: str) -> Citation | str:
    if value == "other":
        return "other"
    citation = f.read_citation(value, name)
    for code, first, last in (("BC", "2", "11"), ("P1", "3", "7")):
        if citation.article_between(Citation(code, (first,)), Citation(code, (last,))):
            return citation
    raise f.fail(
        name,
        "conduct",
        f"{citation} describes no offence",
        value,
        "BC 2 to BC 11, P1 3 to P1 7, or 'other'",
    )


def _read_similar_case(value: Any, name: str) -> bool | tuple[tuple[Measure, bool], ...]:
    if isinstance(value, bool):
        return value
    pairs = tuple(value.items()) if isinstance(value, Mapping) else value
    if not isinstance(pairs, tuple) or not all(isinstance(p, tuple) and len(p) == 2 for p in pairs):
        raise f.fail(name, "type", "not understood", value, "true, false, or an object by measure")
    answer = []
    for key, flag in pairs:
        measure = f.read_term(Measure, key, name)
        if not isinstance(flag, bool):
            raise f.fail(
                f"{name}.{measure}", "type", "true or false expected", flag, "true or false"
            )
        answer.append((measure, flag))
    return tuple(sorted(answer))


@attrs.frozen(kw_only=True)
class Offence:
    """The conduct under investigation, and how the two States see it.

    `conduct` takes citations of BC 2 to 11 and P1 3 to 7, or ``"other"``.
    """

    conduct: tuple[Citation | str, ...] | None = f.sequence(_read_conduct)
    attempt: bool | None = f.flag()
    description: str | None = f.text()
    dual_criminality: bool | None = f.flag()
    political: bool | None = f.flag()
    fiscal: bool | None = f.flag()
    minor: bool | None = f.flag()
    serious: bool | None = f.flag()
    max_penalty_years: MaxPenalty = f.part(MaxPenalty)
    categories: tuple[str, ...] | None = f.sequence(f.read_category)
    transnational: bool | None = f.flag()
    organised_group: bool | None = f.flag()
    available_in_similar_domestic_case: bool | tuple[tuple[Measure, bool], ...] | None = f.optional(
        _read_similar_case
    )
    committed_in: tuple[str, ...] | None = f.states()
    listed: tuple[Citation, ...] | None = f.sequence(f.read_citation)


@attrs.frozen(kw_only=True)
class TargetData:
    """The data wanted: do they exist, where are they, who can see them (BC 29(1), 31(1), 32)."""

    existence: Existence | None = f.term(Existence)
    located_in: str | None = f.state()
    location_known: bool | None = f.flag()
    territory: str | None = f.text()
    public: bool | None = f.flag()
    accessed_from: str | None = f.state()
    specific_communication: bool | None = f.flag()
    identifiers: tuple[str, ...] | None = f.texts()

    def __attrs_post_init__(self) -> None:
        if self.located_in is not None and self.location_known is False:
            raise _contradiction(
                "located_in",
                "a location is given although it is said to be unknown",
                self.located_in,
                "no located_in with location_known false",
            )


@attrs.frozen(kw_only=True)
class Holder:
    """Who holds the data (BC 1(c), 18(1); GN 10)."""

    kind: HolderKind | None = f.term(HolderKind)
    name: str | None = f.text()
    seat: str | None = f.state()
    present_in: tuple[str, ...] | None = f.states()
    controls_from: tuple[str, ...] | None = f.states()
    offers_services_in: tuple[str, ...] | None = f.states()
    real_connection_to: tuple[str, ...] | None = f.states()
    tips_off_customer: bool | None = f.flag()
    answers_voluntarily: bool | None = f.flag()
    eu_addressee: str | None = f.optional(
        lambda value, name: value if value == "none" else f.read_state(value, name)
    )
    languages: tuple[str, ...] | None = f.texts()


@attrs.frozen(kw_only=True)
class Consent:
    """Consent to access (BC 32(b)). `given` false says that there is none."""

    given: bool | None = f.flag()
    by: ConsentBy | None = f.term(ConsentBy)
    entitled: bool | None = f.flag()
    voluntary: bool | None = f.flag()
    lawful: bool | None = f.flag()
    given_in: str | None = f.state()

    def __attrs_post_init__(self) -> None:
        if self.given is False:
            for name in ("by", "entitled", "voluntary", "lawful", "given_in"):
                if getattr(self, name) is not None:
                    raise _contradiction(
                        name,
                        "said of a consent that was not given",
                        getattr(self, name),
                        "nothing further with given false",
                    )


@attrs.frozen(kw_only=True)
class Hold:
    """An earlier request to preserve these data (BC 29). `requested` false says there is none."""

    requested: bool | None = f.flag()
    requested_on: dt.date | None = f.day()
    effected_on: dt.date | None = f.day()
    reference: str | None = f.text()
    other_provider_in: str | None = f.state()

    def __attrs_post_init__(self) -> None:
        if self.requested is False:
            for name in ("requested_on", "effected_on", "reference", "other_provider_in"):
                if getattr(self, name) is not None:
                    raise _contradiction(
                        name,
                        "said of a preservation that was not requested",
                        getattr(self, name),
                        "nothing further with requested false",
                    )
        if self.requested_on and self.effected_on and self.effected_on < self.requested_on:
            raise _contradiction(
                "effected_on",
                "lies before the request",
                self.effected_on,
                f"{self.requested_on} or later",
            )


@attrs.frozen(kw_only=True)
class Person:
    """The person concerned (BC 24(6); CA 2523(b)(4))."""

    role: PersonRole | None = f.term(PersonRole)
    national_of: str | None = f.state()
    located_in: str | None = f.state()
    resides_in: str | None = f.state()
    permanent_resident_of: str | None = f.state()
    incorporated_in: str | None = f.state()


@attrs.frozen(kw_only=True)
class Transmission:
    """How the request would travel (BC 25(3))."""

    means: str | None = f.text()
    secure: bool | None = f.flag()
    authenticated: bool | None = f.flag()


@attrs.frozen(kw_only=True)
class DirectOrder:
    """What became of a direct order to the provider (P2 7(7), 7(8))."""

    outcome: OrderOutcome | None = f.term(OrderOutcome)
    not_sent_because: str | None = f.text()

    def __attrs_post_init__(self) -> None:
        if self.not_sent_because is not None and self.outcome not in (None, OrderOutcome.NOT_SENT):
            raise _contradiction(
                "not_sent_because",
                "the order was sent",
                self.not_sent_because,
                "only with 'not-sent'",
            )


@attrs.frozen(kw_only=True)
class Need:
    """What is wanted, by whom, from whom, in which case. `requesting` and `measure` are required.

    States are ISO 3166-1 alpha-2 codes. A field left out is not known; it is never read as no.
    Raises `InvalidInput` for a value outside its vocabulary or facts that contradict one another.
    """

    requesting: str = f.state(required=True)
    measure: Measure = f.term(Measure, required=True)
    requested: str | None = f.state()
    data: DataCategory | None = f.term(DataCategory)
    authority: AuthorityKind | None = f.term(AuthorityKind)
    validated_by: Validation | None = f.term(Validation)
    on_behalf_of: str | None = f.state()
    constituent_unit: str | None = f.text()
    proceeding: Proceeding | None = f.term(Proceeding)
    purpose: Purpose | None = f.term(Purpose)
    urgency: Urgency = f.part(Urgency)
    offence: Offence = f.part(Offence)
    target_data: TargetData = f.part(TargetData)
    holder: Holder = f.part(Holder)
    consent: Consent = f.part(Consent)
    coercive: bool | None = f.flag()
    intends_mutual_assistance: bool | None = f.flag()
    essential_interests_at_stake: bool | None = f.flag()
    own_proceedings_in_requested: bool | None = f.flag()
    preservation: Hold = f.part(Hold)
    person: Person = f.part(Person)
    transmission: Transmission = f.part(Transmission)
    direct_order: DirectOrder = f.part(DirectOrder)
    confidential: bool | None = f.flag()
    language: str | None = f.text()

    def __attrs_post_init__(self) -> None:
        if self.requested == self.requesting:
            raise _contradiction(
                "requested",
                "a State sends no request to itself",
                self.requested,
                "another State, or null",
            )

    @property
    def addressed_to(self) -> str | None:
        """The State a request would go to: `requested`, else where the data are, else the seat.

        None if that is nobody, or the requesting State itself.
        """
        for code in (self.requested, self.target_data.located_in, self.holder.seat):
            if code is not None:
                return code if code != self.requesting else None
        return None
