"""Mutual assistance with and without a treaty: Articles 25, 27 and 28."""

from __future__ import annotations

from cybercoop.law import open_questions as oq
from cybercoop.law import vocabulary as v
from cybercoop.law.scopes import (
    ARTICLE_27,
    ASSISTANCE,
    CONVENTION,
    STORED,
    TREATIES,
)
from cybercoop.logic.conditions import ALWAYS, Open
from cybercoop.logic.sections import Section, on, row

__all__ = ["SECTIONS"]

WITH_PRESERVATION = (*ASSISTANCE, "preservation")

# Article 27(1): a treaty displaces paragraphs 2 to 9.
gives_way = on(WITH_PRESERVATION, ARTICLE_27, [CONVENTION]).is_closed_if(
    row(
        "BC-27-1b",
        "BC 27(1)",
        v.displaced,
        "a treaty or arrangement on mutual assistance is in force between the two, so Article 27 "
        "does not apply",
    ),
)
beside_any_treaty = on(["preservation"], ["central-authority"], [CONVENTION]).stays_open_if(
    row(
        "IP-2",
        "BC 29(1)",
        ALWAYS,
        "Article 29 applies with or without a treaty",
        "I",
        overrides="BC-27-1b",
    ),
)


def _in_lieu(channel: str, paragraph: str, measures: tuple[str, ...] = ASSISTANCE) -> Section:
    return on(measures, [channel], [CONVENTION]).stays_open_if(
        row(
            f"BC-27-1b.in-lieu-{channel}",
            "BC 27(1)",
            v.applies_instead.any_covering(paragraph),
            "the two have agreed to apply this paragraph instead",
            overrides="BC-27-1b",
        ),
    )


# Article 27(2): central authorities.
central_authority = (
    on(None, ["central-authority"], [CONVENTION])
    .carries("preservation", basis="BC 29", yields="preservation", hands=3)
    .carries("partial-disclosure", basis="BC 30", yields="evidence", hands=3)
    .carries(*STORED, basis="BC 27(2)", yields="evidence", hands=3)
    .carries("real-time-traffic", basis="BC 33", yields="evidence", hands=3)
    .carries("interception", basis="BC 34", yields="evidence", hands=3)
)
designated = on(
    (*WITH_PRESERVATION, "partial-disclosure", "assistance", "spontaneous-information"),
    ["central-authority"],
    [CONVENTION],
).only_if(
    row(
        "BC-27-2a.requesting",
        "BC 27(2)",
        v.requesting.designates("central-authority"),
        "the requesting Party has designated a central authority",
    ),
    row(
        "BC-27-2a.requested",
        "BC 27(2)",
        v.requested.designates("central-authority"),
        "the requested Party has designated a central authority",
    ),
)

# Article 27(9): direct ways.
direct_judicial = (
    on(WITH_PRESERVATION, ["direct-judicial"], [CONVENTION])
    .carries("preservation", basis="BC 29", yields="preservation", hands=1)
    .carries(*STORED, basis="BC 27(9)(a)", yields="evidence", hands=1)
    .carries("real-time-traffic", basis="BC 33", yields="evidence", hands=1)
    .carries("interception", basis="BC 34", yields="evidence", hands=1)
    .only_if(
        row("BC-27-9a.urgent", "BC 27(9)(a)", v.urgent, "the case is urgent"),
        row(
            "BC-27-9a.judicial",
            "BC 27(9)(a)",
            v.judicial,
            "a judicial authority sends the request",
        ),
    )
    .owes(
        row(
            "BC-27-9a.copy",
            "BC 27(9)(a)",
            ALWAYS,
            "send a copy at the same time to their central authority through your own",
            on="requesting",
            to="requested",
        ),
        row(
            "BC-27-9c",
            "BC 27(9)(c)",
            ALWAYS,
            "if it reaches the wrong authority, pass it on to the right one and tell the "
            "requesting Party",
            on="requested",
            to="requesting",
        ),
    )
)
interpol = (
    on(ASSISTANCE, ["interpol"], [CONVENTION])
    .carries(*STORED, basis="BC 27(9)(b)", yields="evidence", hands=4)
    .carries("real-time-traffic", basis="BC 33", yields="evidence", hands=4)
    .carries("interception", basis="BC 34", yields="evidence", hands=4)
    .only_if(
        row(
            "BC-27-9b",
            "BC 27(9)(b)",
            v.urgent & v.judicial | ~v.coercive & Open(oq.OQ_3, v.urgent, ALWAYS),
            "Interpol carries what paragraph 9 opens: urgent requests between judicial "
            "authorities, and requests without coercion",
        ),
    )
)
direct_non_coercive = (
    on(ASSISTANCE, ["direct-non-coercive"], [CONVENTION])
    .carries(*STORED, basis="BC 27(9)(d)", yields="evidence", hands=1)
    .carries("real-time-traffic", basis="BC 33", yields="evidence", hands=1)
    .carries("interception", basis="BC 34", yields="evidence", hands=1)
    .only_if(
        row(
            "BC-27-9d.non-coercive",
            "BC 27(9)(d)",
            ~v.coercive,
            "nothing coercive is asked of the requested Party",
        ),
        row(
            "BC-27-9d.urgency",
            "BC 27(9)(d)",
            Open(oq.OQ_3, v.urgent, ALWAYS),
            "urgency is not needed for a request without coercion",
            "K",
        ),
    )
)
not_opted_out = on(WITH_PRESERVATION, ["direct-judicial", "direct-non-coercive"], [CONVENTION])
not_opted_out = not_opted_out.only_if(
    row(
        "BC-27-9e",
        "BC 27(9)(e)",
        ~v.requested.made("BC 27(9)(e)"),
        "the requested Party has not declared that such requests go to its central authority",
    ),
)
interpol_not_opted_out = on(ASSISTANCE, ["interpol"], [CONVENTION]).only_if(
    row(
        "BC-27-9e.interpol",
        "BC 27(9)(e)",
        Open(oq.OQ_4, ~v.requested.made("BC 27(9)(e)"), ALWAYS),
        "the requested Party has not declared that such requests go to its central authority",
    ),
)

# Grounds of refusal and duties where Article 27 applies.
grounds_27 = (
    on(ASSISTANCE, ARTICLE_27, [CONVENTION])
    .may_be_refused_if(
        row(
            "BC-27-4.a",
            "BC 27(4)(a)",
            v.political,
            "the requested Party considers the offence political",
            ground="political-offence",
        ),
        row(
            "BC-27-4.b",
            "BC 27(4)(b)",
            v.essential_interests,
            "its sovereignty, security, public order or other essential interests are at stake",
            ground="essential-interests",
        ),
    )
    .may_be_postponed_if(
        row(
            "BC-27-5",
            "BC 27(5)",
            v.own_proceedings,
            "acting now would prejudice proceedings of the requested Party",
            ground="own-proceedings",
        ),
    )
    .owes(
        row(
            "BC-27-3",
            "BC 27(3)",
            ALWAYS,
            "follow the procedure the requesting Party specifies, unless its own law forbids it",
            on="requested",
            to="requesting",
        ),
        row(
            "BC-27-6",
            "BC 27(6)",
            ALWAYS,
            "before refusing or postponing, consider granting in part or under conditions",
            on="requested",
            to="requesting",
        ),
        row(
            "BC-27-7",
            "BC 27(7)",
            ALWAYS,
            "tell the outcome promptly, and give reasons for a refusal, postponement or delay",
            on="requested",
            to="requesting",
        ),
        row(
            "BC-27-8",
            "BC 27(8)",
            v.confidential,
            "keep the request confidential, or say promptly that this cannot be done",
            on="requested",
            to="requesting",
        ),
        row(
            "BC-28-2",
            "BC 28(2)",
            ALWAYS,
            "expect conditions of confidentiality or of use for the stated case alone; say "
            "promptly if they cannot be met",
            on="requesting",
            to="requested",
        ),
    )
)

# Article 25(4) and (5): the requested Party's own law, where nothing of the chapter says otherwise.
own_law = (
    on(ASSISTANCE, None, [CONVENTION, *TREATIES])
    .may_be_refused_if(
        row(
            "BC-25-5",
            "BC 25(5)",
            v.both_parties & v.wants_dual_criminality & ~v.dual_criminality,
            "the requested Party's law wants dual criminality, and the conduct is no crime there",
            ground="dual-criminality",
        ),
        row(
            "BC-25-4a.fiscal",
            "BC 25(4)",
            v.both_parties
            & v.requested.law_list("refusal_grounds").contains("fiscal-offence")
            & v.fiscal,
            "the requested Party's own law lets it refuse for a fiscal offence",
            ground="fiscal-offence",
        ),
        row(
            "BC-25-4a.minor",
            "BC 25(4)",
            v.both_parties
            & v.requested.law_list("refusal_grounds").contains("minor-case")
            & v.minor,
            "the requested Party's own law lets it refuse in a minor case",
            ground="minor-case",
        ),
    )
    .must_not_be_refused_if(
        row(
            "BC-25-4b",
            "BC 25(4)",
            v.both_parties & v.in_convention,
            "assistance for an offence of Articles 2 to 11 is not refused as fiscal alone",
            ground="fiscal-offence",
            overrides=("BC-25-4a.fiscal", "IP-5.fiscal"),
        ),
    )
)

SECTIONS = (
    gives_way,
    beside_any_treaty,
    _in_lieu("central-authority", "BC 27(2)"),
    _in_lieu("direct-judicial", "BC 27(9)(a)", WITH_PRESERVATION),
    _in_lieu("interpol", "BC 27(9)(b)"),
    _in_lieu("direct-non-coercive", "BC 27(9)(d)"),
    central_authority,
    designated,
    direct_judicial,
    interpol,
    direct_non_coercive,
    not_opted_out,
    interpol_not_opted_out,
    grounds_27,
    own_law,
)
