"""What forms and practice expect: never mandatory (T-CY templates; recommendations 9, 12, 24)."""

from __future__ import annotations

from collections.abc import Iterable

from cybercoop.law import vocabulary as v
from cybercoop.logic.conditions import ALWAYS, Condition
from cybercoop.logic.rules import Expectation
from cybercoop.model.citation import Citation
from cybercoop.model.terms import Measure

__all__ = ["EXPECTED"]

PRESERVATION = ("preservation",)
PARTIAL = ("partial-disclosure",)
STORED = ("stored-data", "domain-registration")
LIVE = ("real-time-traffic", "interception")
EXTRADITION = ("extradition",)
DATA = (*PRESERVATION, *PARTIAL, *STORED, *LIVE)
ASKING = (*DATA, *EXTRADITION)
ALL = (*ASKING, "assistance")


def _expect(
    item: str, cite: str, kinds: Iterable[str], text: str, when: Condition = ALWAYS
) -> Expectation:
    return Expectation(
        item=item,
        cite=Citation.parse(cite),
        kinds=frozenset(Measure(kind) for kind in kinds),
        text=text,
        when=when,
    )


EXPECTED = (
    _expect("legal_basis", "RC 12", ALL, "the treaty and the article the request rests on"),
    _expect(
        "domestic_basis",
        "RC 12",
        (*STORED, *LIVE),
        "the provision of your own law, as the T-CY template for Article 31 has it",
    ),
    _expect("reference", "RC 12", ALL, "your reference or case number"),
    _expect("status", "RC 12", ASKING, "whether it is new, an extension or a follow-up"),
    _expect("issued_at", "RC 12", ALL, "the date of the request"),
    _expect(
        "related",
        "BC 31(1)",
        (*STORED, *LIVE),
        "the earlier preservation and its reference, so that the data kept are found",
        v.hold_requested,
    ),
    _expect("language", "RC 24", ALL, "the language of the request; English serves preservation"),
    _expect(
        "issuing_authority",
        "RC 12",
        (*PARTIAL, *STORED, *LIVE, *EXTRADITION),
        "the authority that asks",
    ),
    _expect(
        "requested_authority",
        "RC 12",
        (*PRESERVATION, *PARTIAL, *STORED, *LIVE, *EXTRADITION),
        "the authority that is asked",
    ),
    _expect("contacts", "RC 9", ALL, "whom to ask and who confirms that the request is genuine"),
    _expect(
        "offences",
        "BC 25(5)",
        (*PARTIAL, *STORED, *LIVE, *EXTRADITION, "assistance"),
        "the offence: dual criminality and shields turn on the conduct",
    ),
    _expect(
        "facts",
        "BC 25(5)",
        (*PARTIAL, *STORED, *LIVE, *EXTRADITION, "assistance"),
        "a summary of the facts",
    ),
    _expect(
        "relevance", "RC 12", (*PARTIAL, *STORED, *LIVE), "how the data are linked to the offence"
    ),
    _expect("necessity", "RC 12", (*PARTIAL, *STORED, *LIVE), "why the data are needed"),
    _expect("proceeding_type", "BC 28(2)(b)", (*STORED, *LIVE), "the proceeding they will serve"),
    _expect("targets", "RC 12", (*PARTIAL, *STORED, *LIVE), "the identifiers, one by one"),
    _expect("data_categories", "RC 12", (*STORED, *LIVE), "subscriber, traffic or content"),
    _expect("period", "RC 12", (*PRESERVATION, *PARTIAL, *STORED), "the time the data are about"),
    _expect("period", "BC 33(1)", ("real-time-traffic",), "the time of the collection"),
    _expect("realtime", "BC 33(1)", ("real-time-traffic",), "from when to when, and how delivered"),
    _expect("realtime", "BC 34", ("interception",), "from when to when, and how delivered"),
    _expect(
        "urgency",
        "BC 25(3)",
        (*PRESERVATION, *PARTIAL),
        "how urgent it is, and why",
    ),
    _expect(
        "urgency",
        "BC 31(3)",
        STORED,
        "why the data are vulnerable: it owes them an expedited answer",
        v.urgent | v.volatile,
    ),
    _expect("deadline", "RC 12", (*STORED, *LIVE), "by when the answer is needed"),
    _expect("preserve_until", "BC 29(7)", PRESERVATION, "how long to keep them: 60 days at least"),
    _expect(
        "confidentiality",
        "BC 27(8)",
        DATA,
        "what is to be kept secret, and why",
    ),
    _expect(
        "special_instructions",
        "BC 27(3)",
        STORED,
        "a procedure to follow, if evidence at home depends on it",
    ),
    _expect("transmission", "BC 25(3)", ALL, "how it is sent, secured and confirmed"),
    _expect("authentication", "BC 25(3)", ALL, "who vouches for it"),
    _expect("person", "RC 12", EXTRADITION, "the person sought"),
    _expect("attachments", "RC 12", EXTRADITION, "the warrant or judgment"),
    _expect("spontaneous", "BC 26(1)", ("spontaneous-information",), "what is being told"),
)
"""Fields marked T in the forms of the field, with the place that makes them worth the while."""
