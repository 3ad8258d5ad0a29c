"""Conditions and demands: what may be wanted before or after, without refusing."""

from __future__ import annotations

from cybercoop.law import vocabulary as v
from cybercoop.law.replies import facts as r
from cybercoop.law.scopes import (
    ARTICLE_27,
    ASSISTANCE,
    CONVENTION,
    TREATIES,
    TREATY_AGREEMENT,
    TREATY_ETS_30,
    TREATY_UNLISTED,
    TREATY_UNTOC,
)
from cybercoop.logic.conditions import ALWAYS
from cybercoop.logic.facts import Flag
from cybercoop.logic.sections import on, row

__all__ = ["SECTIONS"]

SUPPLY = (*ASSISTANCE, "partial-disclosure", "assistance")
CHANNELS_27 = (*ARTICLE_27, "network-24-7")
_use_terms = Flag("pair.treaty_terms[use-limitation]", "both").holds
_secrecy_terms = Flag("pair.treaty_terms[confidentiality]", "both").holds

article_28 = (
    on(SUPPLY, CHANNELS_27, [CONVENTION])
    .may_be_conditional_if(
        row(
            "BC-28-2.a",
            "BC 28(2)(a)",
            r.applies("BC 28(2)(a)") | _secrecy_terms,
            "supply may depend on confidentiality, where the request could not be met otherwise; "
            "under a treaty the treaty decides",
            ground="confidentiality",
        ),
        row(
            "BC-28-2.b",
            "BC 28(2)(b)",
            r.applies("BC 28(2)(b)") | _use_terms,
            "supply may depend on no use outside the case named in the request; under a treaty "
            "the treaty decides",
            ground="use-limitation",
        ),
    )
    .binds_if(
        row(
            "BC-28-3.use",
            "BC 28(3)",
            r.accepted,
            "a condition that was accepted binds; one that cannot be met is to be refused promptly",
            ground="use-limitation",
        ),
        row(
            "BC-28-3.secrecy",
            "BC 28(3)",
            r.accepted,
            "a condition that was accepted binds; one that cannot be met is to be refused promptly",
            ground="confidentiality",
        ),
    )
)
article_26 = (
    on(["spontaneous-information"], None, [CONVENTION])
    .may_be_conditional_if(
        row(
            "BC-26-2.use",
            "BC 26(2)",
            ALWAYS,
            "the sender may ask for limits of use before sending",
            ground="use-limitation",
        ),
        row(
            "BC-26-2.secrecy",
            "BC 26(2)",
            ALWAYS,
            "the sender may ask for confidentiality before sending",
            ground="confidentiality",
        ),
    )
    .binds_if(
        row(
            "BC-26-2.binds-use",
            "BC 26(2)",
            r.accepted,
            "who accepts the information under conditions is bound by them",
            ground="use-limitation",
        ),
        row(
            "BC-26-2.binds-secrecy",
            "BC 26(2)",
            r.accepted,
            "who accepts the information under conditions is bound by them",
            ground="confidentiality",
        ),
    )
)
agreement = on(
    SUPPLY, ["treaty"], [TREATY_AGREEMENT, TREATY_UNLISTED, TREATY_ETS_30]
).may_be_conditional_if(
    row(
        "BC-28-x.use",
        "BC 28(1)",
        _use_terms,
        "Article 28 gives way to the treaty: limits of use come from it or from their law",
        "I",
        ground="use-limitation",
    ),
    row(
        "BC-28-x.secrecy",
        "BC 28(1)",
        _secrecy_terms,
        "Article 28 gives way to the treaty: confidentiality comes from it or from their law",
        "I",
        ground="confidentiality",
    ),
)
ets_182 = on(SUPPLY, ["treaty"], [TREATY_ETS_30]).may_be_conditional_if(
    row(
        "E182-26",
        "E182 26",
        v.between_ets_182,
        "personal data may be handed over under conditions of use",
        ground="use-limitation",
    ),
)
untoc = on(SUPPLY, ["treaty"], [TREATY_UNTOC]).may_be_conditional_if(
    row(
        "UNTOC-18-19",
        "UNTOC 18(19)",
        ALWAYS,
        "what was given for one case serves another only with their consent",
        "K",
        ground="use-limitation",
    ),
    row(
        "UNTOC-18.secrecy",
        "UNTOC 18",
        _secrecy_terms,
        "whether confidentiality may be a condition is for their law",
        "K",
        ground="confidentiality",
    ),
)

# Demands: something first, or afterwards.
formal_confirmation = on(None, None, [CONVENTION, *TREATIES]).may_be_demanded_if(
    row(
        "BC-25-3.afterwards",
        "BC 25(3)",
        ~r.before
        | ~r.quick & v.requested.law_list("refusal_grounds").contains("form-of-transmission"),
        "formal confirmation may be wanted afterwards; an urgent request by secure means is acted "
        "on first",
        ground="form-of-transmission",
    ),
)
more_facts = on(["preservation"], None, [CONVENTION, *TREATIES]).may_be_demanded_if(
    row(
        "BC-29-2.complete",
        "BC 29(2)",
        ~r.complete,
        "what paragraph 2 lists must be stated; a request that states it is complete",
        ground="incomplete-request",
    ),
    row(
        "BC-29-3.translation",
        "BC 29(3)",
        ~r.before,
        "a translation may follow, but data are preserved quickly and on the listed conditions",
        "I",
        ground="language",
    ),
)
more_facts_later = on(SUPPLY, None, [CONVENTION, *TREATIES]).may_be_demanded_if(
    row(
        "BC-25-4a.more-facts",
        "BC 25(4)",
        v.requested.law_list("refusal_grounds").contains("incomplete-request"),
        "the Convention lists no contents for this request; their law or the treaty may",
        ground="incomplete-request",
    ),
    row(
        "BC-25-4a.translation",
        "BC 25(4)",
        ~r.in_their_language,
        "the Convention has no rule on languages; their law or the treaty may want one",
        ground="language",
    ),
)

SECTIONS = (
    article_28,
    article_26,
    agreement,
    ets_182,
    untoc,
    formal_confirmation,
    more_facts,
    more_facts_later,
)
