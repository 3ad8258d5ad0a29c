"""The words that cross the border of the library: measures, channels, data categories, statuses."""

from __future__ import annotations

from enum import StrEnum

__all__ = [
    "AuthorityKind",
    "AuthorityRole",
    "Channel",
    "ConsentBy",
    "DataCategory",
    "Existence",
    "HolderKind",
    "Mark",
    "Measure",
    "Obligation",
    "OrderOutcome",
    "PersonRole",
    "Proceeding",
    "Purpose",
    "Status",
    "Validation",
    "Yields",
]


class Measure(StrEnum):
    """What is wanted from the other side (Budapest Convention Articles 24, 26, 29-31, 33-35)."""

    PRESERVATION = "preservation"
    PARTIAL_DISCLOSURE = "partial-disclosure"
    STORED_DATA = "stored-data"
    REAL_TIME_TRAFFIC = "real-time-traffic"
    INTERCEPTION = "interception"
    EXTRADITION = "extradition"
    SPONTANEOUS_INFORMATION = "spontaneous-information"
    ASSISTANCE = "assistance"
    DOMAIN_REGISTRATION = "domain-registration"
    HEARING_BY_VIDEO = "hearing-by-video"
    JOINT_INVESTIGATION = "joint-investigation"


class DataCategory(StrEnum):
    """Which data are meant (BC 1(d), BC 18(3); content is what is neither)."""

    SUBSCRIBER = "subscriber"
    USER_IDENTIFICATION = "user-identification"
    TRAFFIC = "traffic"
    CONTENT = "content"
    DOMAIN_REGISTRATION = "domain-registration"
    OTHER_STORED = "other-stored"


class Channel(StrEnum):
    """The way a request travels, or the own act that needs no request."""

    OPEN_SOURCE = "open-source"
    CONSENT = "consent"
    DOMESTIC_ORDER = "domestic-order"
    DOMESTIC_ORDER_OFFERING_SERVICES = "domestic-order-offering-services"
    NETWORK_24_7 = "network-24-7"
    CENTRAL_AUTHORITY = "central-authority"
    DIRECT_JUDICIAL = "direct-judicial"
    INTERPOL = "interpol"
    DIRECT_NON_COERCIVE = "direct-non-coercive"
    TREATY = "treaty"
    LETTERS_ROGATORY = "letters-rogatory"
    DOMESTIC_SEARCH = "domestic-search"
    PROVIDER_VOLUNTARY = "provider-voluntary"
    PROVIDER_EMERGENCY = "provider-emergency"
    REGISTRAR_REQUEST = "registrar-request"
    PROVIDER_ORDER = "provider-order"
    ORDER_GIVING_EFFECT = "order-giving-effect"
    NETWORK_24_7_EMERGENCY = "network-24-7-emergency"
    EMERGENCY_MUTUAL_ASSISTANCE = "emergency-mutual-assistance"
    VIDEO_CONFERENCE = "video-conference"
    JOINT_INVESTIGATION_TEAM = "joint-investigation-team"
    JOINT_INVESTIGATION = "joint-investigation"
    EU_INVESTIGATION_ORDER = "eu-investigation-order"
    EU_PRODUCTION_ORDER = "eu-production-order"
    EU_PRESERVATION_ORDER = "eu-preservation-order"
    EXECUTIVE_AGREEMENT_ORDER = "executive-agreement-order"
    POLICE_COOPERATION = "police-cooperation"


class Status(StrEnum):
    """The verdict on a route."""

    AVAILABLE = "available"
    REFUSABLE = "refusable"
    BLOCKED = "blocked"
    UNDETERMINED = "undetermined"
    UNSETTLED = "unsettled"


class Obligation(StrEnum):
    """Must the other side act, may it, or is nobody asked?"""

    DUTY = "duty"
    DISCRETION = "discretion"
    NONE = "none"


class Yields(StrEnum):
    """What the route brings."""

    EVIDENCE = "evidence"
    INTELLIGENCE = "intelligence"
    PRESERVATION = "preservation"


class Mark(StrEnum):
    """How sure the text behind a rule is; weakest last."""

    TEXT = "T"
    SECONDARY = "S"
    INFERENCE = "I"
    KNOWLEDGE = "K"

    @property
    def weight(self) -> int:
        """0 for checked text, rising as certainty falls."""
        return ("T", "S", "I", "K").index(self.value)


class AuthorityKind(StrEnum):
    """Who acts for the requesting State."""

    POLICE = "police"
    PROSECUTOR = "prosecutor"
    JUDGE = "judge"
    CENTRAL_AUTHORITY = "central-authority"
    CONTACT_POINT = "contact-point"
    INTELLIGENCE_SERVICE = "intelligence-service"


class AuthorityRole(StrEnum):
    """Designations a Party notifies (BC 24(7), BC 27(2), BC 35(1))."""

    CENTRAL_AUTHORITY = "central-authority"
    CONTACT_POINT = "contact-point"
    EXTRADITION_AUTHORITY = "extradition-authority"


class Validation(StrEnum):
    """Who validates or supervises what the authority issues (P2 7(2)(b), EIO 2(c), EPO 4)."""

    PROSECUTOR = "prosecutor"
    JUDGE = "judge"
    INDEPENDENT_BODY = "independent-body"
    NONE = "none"
    UNOBTAINABLE_IN_TIME = "unobtainable-in-time"


class Proceeding(StrEnum):
    """The proceeding the data are wanted for (BC 14(1), BC 23)."""

    CRIMINAL = "criminal"
    CIVIL = "civil"
    ADMINISTRATIVE = "administrative"
    INTELLIGENCE = "intelligence"


class Purpose(StrEnum):
    """What the result must serve as."""

    EVIDENCE = "evidence"
    INTELLIGENCE = "intelligence"


class Existence(StrEnum):
    """Do the data exist already?"""

    STORED = "stored"
    FUTURE = "future"


class HolderKind(StrEnum):
    """Who holds the data."""

    SERVICE_PROVIDER = "service-provider"
    REGISTRAR = "registrar"
    ORGANISATION = "organisation"
    PERSON = "person"
    PUBLIC_BODY = "public-body"


class ConsentBy(StrEnum):
    """Who consented to access (BC 32(b))."""

    ACCOUNT_HOLDER = "account-holder"
    ENTITLED_PERSON = "entitled-person"
    PROVIDER = "provider"


class PersonRole(StrEnum):
    """The person concerned, as the proceeding sees him or her."""

    SUSPECT = "suspect"
    ACCUSED = "accused"
    WITNESS = "witness"
    EXPERT = "expert"


class OrderOutcome(StrEnum):
    """What became of a direct order (P2 7(7), 7(8))."""

    REFUSED = "refused"
    NO_ANSWER = "no-answer"
    NOT_SENT = "not-sent"
