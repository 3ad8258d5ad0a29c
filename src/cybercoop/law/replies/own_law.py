"""The open list: grounds that the requested Party's own law or the treaty must know (25(4))."""

from __future__ import annotations

from cybercoop.law import vocabulary as v
from cybercoop.law.replies import facts as r
from cybercoop.law.scopes import (
    ASSISTANCE,
    COMITY,
    CONVENTION,
    PROVIDER,
    TREATIES,
    TREATY_AGREEMENT,
    TREATY_ETS_30,
    TREATY_UNLISTED,
    TREATY_UNTOC,
)
from cybercoop.logic.conditions import ALWAYS
from cybercoop.logic.facts import Flag
from cybercoop.logic.rules import ANY_GROUND
from cybercoop.logic.sections import Row, on, row

__all__ = ["SECTIONS"]

GROUNDS = v.requested.law_list("refusal_grounds")
OPEN = (*ASSISTANCE, "assistance")

ANYWHERE = (
    "bank-secrecy",
    "conflict-of-laws",
    "data-protection",
    "extraterritorial-offence",
    "fundamental-rights",
    "immunity-or-privilege",
    "late-request",
    "nationality",
    "ne-bis-in-idem",
    "penalty-threshold",
)
"""Grounds of which the Convention and the treaties modelled say nothing of their own."""


def _own(prefix: str, cite: str, words: tuple[str, ...], text: str, mark: str = "T") -> list[Row]:
    """One row per ground: their own law lists it."""
    return [
        row(f"{prefix}.{word}", cite, GROUNDS.contains(word), text, mark, ground=word)
        for word in words
    ]


def _theirs(prefix: str, words: tuple[str, ...]) -> list[Row]:
    """One row per ground: their own law lists it, or the treaty's text does, which is not known."""
    return [
        row(
            f"{prefix}.{word}",
            "BC 25(4)",
            GROUNDS.contains(word) | Flag(f"pair.treaty_terms[{word}]", "both").holds,
            "assistance follows the treaty and the requested Party's law, with the grounds they "
            "know",
            ground=word,
        )
        for word in words
    ]


_TEXT = "assistance follows the requested Party's law, with the grounds it knows"
_incomplete = (
    row(
        "BC-25-4a.incomplete",
        "BC 25(4)",
        GROUNDS.contains("incomplete-request"),
        "the Convention lists no contents for this request; their law may",
        ground="incomplete-request",
    ),
)
_form = (
    row(
        "BC-25-4a.form",
        "BC 25(4)",
        GROUNDS.contains("form-of-transmission"),
        "their law may want a form of its own where no urgent quick means are used",
        ground="form-of-transmission",
    ),
)
_language = (
    row(
        "BC-25-4a.language",
        "BC 25(4)",
        ~r.in_their_language,
        "the Convention has no rule on languages; their law may want one",
        ground="language",
    ),
)

convention = on(OPEN, None, [CONVENTION]).may_be_refused_if(
    *_own("BC-25-4a", "BC 25(4)", (*ANYWHERE, "unfamiliar-procedure"), _TEXT)
)
formal = on(OPEN, None, [CONVENTION, *TREATIES]).may_be_refused_if(*_incomplete, *_form)
in_words = on(OPEN, None, [CONVENTION, TREATY_AGREEMENT, TREATY_UNLISTED, TREATY_UNTOC])
in_words = in_words.may_be_refused_if(*_language)
addressee = on(
    OPEN,
    ["central-authority", "interpol", "direct-non-coercive", "network-24-7"],
    [CONVENTION],
).may_be_refused_if(
    *_own("BC-25-4a", "BC 25(4)", ("wrong-addressee", "not-an-emergency"), _TEXT),
)
assistance = (
    on(["assistance"], None, [CONVENTION])
    .may_be_refused_if(
        row(
            "BC-25-5.assistance",
            "BC 25(5)",
            v.wants_dual_criminality & ~v.dual_criminality,
            "the requested Party's law wants dual criminality, and the conduct is no crime there",
            ground="dual-criminality",
        ),
        row(
            "BC-25-4a.fiscal-assistance",
            "BC 25(4)",
            GROUNDS.contains("fiscal-offence") & v.fiscal & ~v.in_convention,
            "their law may refuse for a fiscal offence, though never for one of Articles 2 to 11",
            ground="fiscal-offence",
        ),
        *_own("BC-25-4a", "BC 25(4)", ("minor-case",), _TEXT),
    )
    .may_be_refused_if(
        row(
            "BC-27-4a.assistance",
            "BC 27(4)(a)",
            r.applies("BC 27(4)(a)") & v.political,
            "the requested Party considers the offence political",
            ground="political-offence",
        ),
        row(
            "BC-27-4b.assistance",
            "BC 27(4)(b)",
            r.applies("BC 27(4)(b)") & v.essential_interests,
            "its sovereignty, security, public order or other essential interests are at stake",
            ground="essential-interests",
        ),
    )
    .may_be_postponed_if(
        row(
            "BC-27-5.assistance",
            "BC 27(5)",
            r.applies("BC 27(5)") & v.own_proceedings,
            "acting now would prejudice proceedings of the requested Party",
            ground="own-proceedings",
        ),
    )
)
network = on(ASSISTANCE, ["network-24-7"], [CONVENTION]).may_be_postponed_if(
    row(
        "BC-27-5.network",
        "BC 27(5)",
        r.applies("BC 27(5)") & v.own_proceedings,
        "acting now would prejudice proceedings of the requested Party",
        ground="own-proceedings",
    ),
)
agreement = on(OPEN, ["treaty"], [TREATY_AGREEMENT, TREATY_UNLISTED]).may_be_refused_if(
    *_theirs(
        "IP-7.own",
        (
            *ANYWHERE,
            "political-offence",
            "essential-interests",
            "own-proceedings",
            "unfamiliar-procedure",
            "wrong-addressee",
            "not-an-emergency",
        ),
    )
)
agreement_more = on(OPEN, ["treaty"], [TREATY_AGREEMENT, TREATY_UNLISTED]).may_be_refused_if(
    row(
        "IP-7.fiscal",
        "BC 25(4)",
        v.fiscal
        & ~(v.both_parties & v.in_convention)
        & (GROUNDS.contains("fiscal-offence") | Flag("pair.treaty_terms[fiscal]", "both").holds),
        "the treaty or their law may refuse for a fiscal offence, though never for one of "
        "Articles 2 to 11",
        ground="fiscal-offence",
    ),
    row(
        "IP-7.dual-criminality",
        "BC 25(5)",
        ~v.dual_criminality & Flag("pair.treaty_terms[dual-criminality]", "both").holds,
        "the treaty may want dual criminality; it is met by the conduct, whatever its name",
        ground="dual-criminality",
    ),
    row(
        "IP-7.minor",
        "BC 25(4)",
        v.minor & Flag("pair.treaty_terms[minor-case]", "both").holds,
        "the treaty may exclude minor cases",
        ground="minor-case",
    ),
)
untoc = on(OPEN, ["treaty"], [TREATY_UNTOC]).may_be_refused_if(
    *_own(
        "UNTOC-18-21",
        "UNTOC 18(21)",
        (
            *(word for word in ANYWHERE if word != "bank-secrecy"),
            "political-offence",
            "own-proceedings",
            "unfamiliar-procedure",
            "wrong-addressee",
            "not-an-emergency",
        ),
        "assistance may be refused where their law would forbid it in a case of their own",
        "K",
    )
)
ets_30 = on(OPEN, ["treaty"], [TREATY_ETS_30]).may_be_refused_if(
    *_own(
        "E30-3",
        "E30 3(1)",
        (*ANYWHERE, "own-proceedings", "not-an-emergency"),
        "a request is executed in the manner their law provides",
    ),
    row(
        "E30-3.procedure",
        "E30 3(1)",
        Flag("pair.treaty_terms[procedure]", "both").holds,
        "a request is executed in the manner their law provides",
        ground="unfamiliar-procedure",
    ),
    row(
        "E30-16-2",
        "E30 16(2)",
        v.requested.made("E30 16") & ~r.in_their_language,
        "they have declared that they want a translation",
        ground="language",
    ),
    row(
        "E30-5-1",
        "E30 5(1)",
        v.requested.made("E30 5(1)") & v.coercive & ~v.dual_criminality,
        "for search or seizure they have reserved dual criminality",
        ground="dual-criminality",
    ),
)
extradition = on(["extradition"], None, [CONVENTION, *TREATIES]).may_be_refused_if(
    *_own(
        "BC-24-5",
        "BC 24(5)",
        (
            *(word for word in ANYWHERE if word not in ("nationality", "penalty-threshold")),
            "essential-interests",
            "fiscal-offence",
            "minor-case",
            "own-proceedings",
            "no-domestic-power",
            "incomplete-request",
            "language",
            "form-of-transmission",
            "wrong-addressee",
            "unfamiliar-procedure",
            "not-an-emergency",
        ),
        "conditions and grounds are those of the requested Party's law or the treaty",
    )
)

# Where nothing is owed, any ground will do.
unasked = on(["spontaneous-information"], None, [CONVENTION, COMITY]).may_be_refused_if(
    row(
        "BC-26-1.free",
        "BC 26(1)",
        ALWAYS,
        "nobody owes information unasked, nor has to take it",
        ground=ANY_GROUND,
    ),
)
courtesy = on(None, ["letters-rogatory"], [COMITY]).may_be_refused_if(
    row(
        "BC-23.courtesy",
        "BC 23",
        ALWAYS,
        "outside any treaty nothing is owed",
        "I",
        ground=ANY_GROUND,
    ),
)
providers = on(None, None, [PROVIDER]).may_be_refused_if(
    row(
        "RC-22.free",
        "RC 22",
        ALWAYS,
        "a provider that is asked to answer of its own will may decline",
        ground=ANY_GROUND,
    ),
)
offering = on(None, ["domestic-order-offering-services"]).may_be_refused_if(
    row(
        "GN-10-3.free",
        "GN 10",
        ALWAYS,
        "an order to a provider that only offers its services here cannot be enforced abroad",
        "S",
        ground=ANY_GROUND,
    ),
)

SECTIONS = (
    convention,
    formal,
    in_words,
    addressee,
    assistance,
    network,
    agreement,
    agreement_more,
    untoc,
    ets_30,
    extradition,
    unasked,
    courtesy,
    providers,
    offering,
)
