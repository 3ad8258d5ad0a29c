"""The words that cross the border of the library: measures, channels, data categories, statuses."""

from __future__ import annotations

from enum import StrEnum

__all__ = [
    "AuthorityKind",
    "AuthorityRole",
    "CaseScope",
    "Channel",
    "ConditionKind",
    "ConsentBy",
    "ContactRole",
    "DataCategory",
    "Existence",
    "FollowUp",
    "Ground",
    "HolderKind",
    "Layer",
    "Mark",
    "Measure",
    "Obligation",
    "OrderOutcome",
    "Permission",
    "PersonRole",
    "Proceeding",
    "Purpose",
    "RequestStatus",
    "Responder",
    "ResponseKind",
    "Severity",
    "Status",
    "TargetFormat",
    "TrafficLight",
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


class RequestStatus(StrEnum):
    """What a request is to the requests before it (T-CY templates, item 3)."""

    NEW = "new"
    EXTENSION = "extension"
    FOLLOWUP_MLA = "followup_mla"
    FOLLOWUP_PRESERVATION = "followup_preservation"


class ContactRole(StrEnum):
    """What a contact named in a request is for (T-CY templates, items 6 to 8)."""

    CONFIRM = "confirm"
    INVESTIGATING = "investigating"
    PROSECUTOR_OR_COURT = "prosecutor_or_court"
    RETURN = "return"


class TargetFormat(StrEnum):
    """What kind of identifier a target is."""

    IP_ADDRESS = "ip-address"
    E_MAIL_ADDRESS = "e-mail-address"
    URL = "url"
    ACCOUNT = "account"
    TELEPHONE = "telephone"
    DEVICE = "device"
    DOMAIN = "domain"


class TrafficLight(StrEnum):
    """How far a document may travel: the Traffic Light Protocol 2.0 of FIRST."""

    RED = "TLP:RED"
    AMBER_STRICT = "TLP:AMBER+STRICT"
    AMBER = "TLP:AMBER"
    GREEN = "TLP:GREEN"
    CLEAR = "TLP:CLEAR"


class ResponseKind(StrEnum):
    """What came back. A demand wants something first or afterwards and does not refuse."""

    REFUSAL = "refusal"
    POSTPONEMENT = "postponement"
    CONDITIONS = "conditions"
    SILENCE = "silence"
    DEMAND = "demand"


class Responder(StrEnum):
    """Who answered."""

    AUTHORITY = "authority"
    PROVIDER = "provider"


class Ground(StrEnum):
    """A ground given for a refusal, a postponement, a condition or a demand."""

    POLITICAL_OFFENCE = "political-offence"
    ESSENTIAL_INTERESTS = "essential-interests"
    FISCAL_OFFENCE = "fiscal-offence"
    DUAL_CRIMINALITY = "dual-criminality"
    MINOR_CASE = "minor-case"
    BANK_SECRECY = "bank-secrecy"
    OWN_PROCEEDINGS = "own-proceedings"
    NO_DOMESTIC_POWER = "no-domestic-power"
    NO_TREATY_CLAUSE = "no-treaty-clause"
    FORM_OF_TRANSMISSION = "form-of-transmission"
    LANGUAGE = "language"
    FEDERAL_STRUCTURE = "federal-structure"
    NATIONALITY = "nationality"
    INCOMPLETE_REQUEST = "incomplete-request"
    WRONG_ADDRESSEE = "wrong-addressee"
    DATA_PROTECTION = "data-protection"
    NOT_AN_EMERGENCY = "not-an-emergency"
    LATE_REQUEST = "late-request"
    UNFAMILIAR_PROCEDURE = "unfamiliar-procedure"
    USE_LIMITATION = "use-limitation"
    CONFIDENTIALITY = "confidentiality"
    IMMUNITY_OR_PRIVILEGE = "immunity-or-privilege"
    FUNDAMENTAL_RIGHTS = "fundamental-rights"
    NE_BIS_IN_IDEM = "ne-bis-in-idem"
    EXTRATERRITORIAL_OFFENCE = "extraterritorial-offence"
    PENALTY_THRESHOLD = "penalty-threshold"
    CONFLICT_OF_LAWS = "conflict-of-laws"


class Permission(StrEnum):
    """May they give this ground; may the data be used so?"""

    YES = "yes"
    NO = "no"
    UNSETTLED = "unsettled"
    UNDETERMINED = "undetermined"


class Layer(StrEnum):
    """Where a finding of `check` comes from; only the first makes a request incomplete."""

    LAW = "law"
    SENSE = "sense"
    REQUESTED_PARTY = "requested-party"
    PRACTICE = "practice"


class Severity(StrEnum):
    """How bad a finding is."""

    ERROR = "error"
    WARNING = "warning"
    ADVICE = "advice"
    FINE = "fine"


class ConditionKind(StrEnum):
    """A condition data were given under (BC 26(2), 28(2))."""

    USE_LIMITATION = "use-limitation"
    CONFIDENTIALITY = "confidentiality"
    HANDLING = "handling"


class CaseScope(StrEnum):
    """Is a planned use in the case the data were given for, or in another?"""

    SAME = "same"
    OTHER = "other"


class FollowUp(StrEnum):
    """The best answer to a response: what a next step does."""

    COMPLETE_AND_RESEND = "complete-and-resend"
    INVOKE = "invoke"
    ACCEPT = "accept"
    CHANGE_CHANNEL = "change-channel"
    CONSULT = "consult"
    WAIT = "wait"
