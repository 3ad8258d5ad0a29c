"""Requests: one class for each kind. Only the kind is given; everything else may be missing.

Fields bear the names of the forms of the field. The two States stand in `need`; what happens to
a request is kept by the exchange log.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from types import MappingProxyType
from typing import ClassVar, TypeAlias

import attrs

from cybercoop.model import _fields as f
from cybercoop.model import request_parts as p
from cybercoop.model.need import Need
from cybercoop.model.terms import Channel, DataCategory, Measure, Proceeding, RequestStatus

__all__ = [
    "REQUESTS",
    "AnyRequest",
    "AssistanceRequest",
    "DataRequest",
    "DomainRegistrationRequest",
    "ExtraditionRequest",
    "HearingByVideoRequest",
    "InterceptionRequest",
    "JointInvestigationRequest",
    "LiveRequest",
    "PartialDisclosureRequest",
    "PreservationRequest",
    "RealTimeTrafficRequest",
    "Request",
    "SpontaneousInformationRequest",
    "StoredDataRequest",
]


@attrs.frozen(kw_only=True)
class Request:
    """What every request may hold. Build one of its children.

    `need` is the case it serves, `channel` the way it travels. A field that is None is missing.
    Raises `InvalidInput` for a value of the wrong shape, or a need for another measure.
    """

    kind: ClassVar[Measure]

    request_id: str | None = f.matching(
        r"^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$",
        "uuid",
        "is no identifier of a request",
        "a UUID in lower case",
    )
    schema_version: str | None = f.text()
    channel: Channel | None = f.term(Channel)
    need: Need | None = f.one(Need)
    legal_basis: p.LegalBasis | None = f.one(p.LegalBasis)
    domestic_basis: p.DomesticBasis | None = f.one(p.DomesticBasis)
    reference: str | None = f.text()
    status: RequestStatus | None = f.term(RequestStatus)
    issued_at: dt.datetime | None = f.instant()
    related: tuple[p.Related, ...] | None = f.some(p.Related)
    language: str | None = f.language()
    translation: p.Translation | None = f.one(p.Translation)
    issuing_authority: p.Authority | None = f.one(p.Authority)
    seeking_authority: p.Authority | None = f.one(p.Authority)
    validating_authority: p.Authority | None = f.one(p.Authority)
    requested_authority: p.Authority | None = f.one(p.Authority)
    contacts: tuple[p.Contact, ...] | None = f.some(p.Contact)
    offences: tuple[p.RequestOffence, ...] | None = f.some(p.RequestOffence)
    facts: str | None = f.text()
    provider: p.ProviderDetails | None = f.one(p.ProviderDetails)
    system_location: str | None = f.text()
    relevance: str | None = f.text()
    necessity: str | None = f.text()
    dual_criminality: p.DualCriminalityClaim | None = f.one(p.DualCriminalityClaim)
    targets: tuple[p.Target, ...] | None = f.some(p.Target)
    data_categories: tuple[DataCategory, ...] | None = f.terms(DataCategory)
    period: p.Period | None = f.one(p.Period)
    emergency: p.EmergencyStatement | None = f.one(p.EmergencyStatement)
    person: p.PersonSought | None = f.one(p.PersonSought)
    proceeding_type: Proceeding | None = f.term(Proceeding)
    urgency: p.UrgencyStatement | None = f.one(p.UrgencyStatement)
    deadline: dt.date | dt.datetime | None = f.moment()
    manner: str | None = f.text()
    confidentiality: p.Confidentiality | None = f.one(p.Confidentiality)
    use_conditions: tuple[str, ...] | None = f.texts()
    special_instructions: str | None = f.text()
    notification: p.Notification | None = f.one(p.Notification)
    transmission: p.TransmissionDetails | None = f.one(p.TransmissionDetails)
    attachments: tuple[p.Attachment, ...] | None = f.some(p.Attachment)
    marking: p.Marking | None = f.one(p.Marking)
    authentication: p.Authentication | None = f.one(p.Authentication)
    copy_to_central_authority: bool | None = f.flag()

    def __attrs_post_init__(self) -> None:
        if self.need is not None and not self._serves(self.need.measure):
            raise f.fail(
                "need.measure",
                "contradiction",
                f"a {self.kind} request serves no need of {self.need.measure}",
                self.need.measure,
                str(self.kind),
            )

    def _serves(self, measure: Measure) -> bool:
        return measure == self.kind


@attrs.frozen(kw_only=True)
class DataRequest(Request):
    """A request about data; `intends_mla` says whether mutual assistance will be asked for."""

    intends_mla: bool | None = f.flag()


@attrs.frozen(kw_only=True)
class PreservationRequest(DataRequest):
    """Keep these data until they can be asked for (BC 29). It may serve a need of stored data."""

    kind: ClassVar[Measure] = Measure.PRESERVATION

    preserve_until: dt.date | None = f.day()

    def _serves(self, measure: Measure) -> bool:
        return measure in (self.kind, Measure.STORED_DATA, Measure.DOMAIN_REGISTRATION)


@attrs.frozen(kw_only=True)
class PartialDisclosureRequest(DataRequest):
    """Disclose enough preserved traffic data to find the other provider and the path (BC 30)."""

    kind: ClassVar[Measure] = Measure.PARTIAL_DISCLOSURE


@attrs.frozen(kw_only=True)
class StoredDataRequest(DataRequest):
    """Search, seize, produce or disclose stored data (BC 31; P2 7 to 10; EIO; EPO)."""

    kind: ClassVar[Measure] = Measure.STORED_DATA

    possession_reason: str | None = f.text()
    other_means_tried: str | None = f.text()
    legal_remedies: str | None = f.text()


@attrs.frozen(kw_only=True)
class DomainRegistrationRequest(DataRequest):
    """Who registered this domain name (P2 6; BC 31)?"""

    kind: ClassVar[Measure] = Measure.DOMAIN_REGISTRATION


@attrs.frozen(kw_only=True)
class LiveRequest(DataRequest):
    """A request about data still to come."""

    realtime: p.Live | None = f.one(p.Live)


@attrs.frozen(kw_only=True)
class RealTimeTrafficRequest(LiveRequest):
    """Collect traffic data in real time (BC 33)."""

    kind: ClassVar[Measure] = Measure.REAL_TIME_TRAFFIC


@attrs.frozen(kw_only=True)
class InterceptionRequest(LiveRequest):
    """Intercept the content of communications (BC 34)."""

    kind: ClassVar[Measure] = Measure.INTERCEPTION


@attrs.frozen(kw_only=True)
class AssistanceRequest(DataRequest):
    """Technical advice, evidence, legal information, locating suspects (BC 35(1)(a) and (c))."""

    kind: ClassVar[Measure] = Measure.ASSISTANCE


@attrs.frozen(kw_only=True)
class ExtraditionRequest(Request):
    """Hand over a person (BC 24)."""

    kind: ClassVar[Measure] = Measure.EXTRADITION


@attrs.frozen(kw_only=True)
class SpontaneousInformationRequest(Request):
    """Information sent unasked (BC 26)."""

    kind: ClassVar[Measure] = Measure.SPONTANEOUS_INFORMATION

    spontaneous: p.SpontaneousContent | None = f.one(p.SpontaneousContent)


@attrs.frozen(kw_only=True)
class HearingByVideoRequest(Request):
    """Hear a witness or expert by video (P2 11; E182 9)."""

    kind: ClassVar[Measure] = Measure.HEARING_BY_VIDEO


@attrs.frozen(kw_only=True)
class JointInvestigationRequest(Request):
    """Set up a joint investigation or a team (P2 12; E182 20)."""

    kind: ClassVar[Measure] = Measure.JOINT_INVESTIGATION

    jit: p.TeamTerms | None = f.one(p.TeamTerms)


AnyRequest: TypeAlias = (
    PreservationRequest
    | PartialDisclosureRequest
    | StoredDataRequest
    | DomainRegistrationRequest
    | RealTimeTrafficRequest
    | InterceptionRequest
    | AssistanceRequest
    | ExtraditionRequest
    | SpontaneousInformationRequest
    | HearingByVideoRequest
    | JointInvestigationRequest
)
"""Any request; `kind` tells them apart."""

REQUESTS: Mapping[Measure, type[Request]] = MappingProxyType(
    {
        kind.kind: kind
        for kind in (
            PreservationRequest,
            PartialDisclosureRequest,
            StoredDataRequest,
            DomainRegistrationRequest,
            RealTimeTrafficRequest,
            InterceptionRequest,
            AssistanceRequest,
            ExtraditionRequest,
            SpontaneousInformationRequest,
            HearingByVideoRequest,
            JointInvestigationRequest,
        )
    }
)
"""The class of each kind of request."""
