"""Grounds that must not be given, whatever the requested Party's law says."""

from __future__ import annotations

from cybercoop.law import vocabulary as v
from cybercoop.law.replies import facts as r
from cybercoop.law.scopes import (
    ARTICLE_27,
    ASSISTANCE,
    CONVENTION,
    LIVE,
    STORED,
    TREATIES,
    TREATY_AGREEMENT,
    TREATY_ETS_30,
    TREATY_UNTOC,
)
from cybercoop.logic.conditions import ALWAYS
from cybercoop.logic.sections import on, row

__all__ = ["SECTIONS"]

REGIMES = (CONVENTION, *TREATIES)
PRESERVING = ("preservation", "partial-disclosure")
OWED = (*PRESERVING, *STORED, "assistance")
ALL = (*OWED, *LIVE)

# Article 25(2): each Party has the law it needs for Articles 27 to 35.
has_the_power = on(OWED, None, REGIMES).must_not_be_refused_if(
    row(
        "BC-25-2.power",
        "BC 25(2)",
        v.both_parties,
        "each Party must have the powers Articles 27 to 35 need: lacking one is no answer",
        ground="no-domestic-power",
    ),
)
live_power = (
    on(["real-time-traffic"], None, REGIMES)
    .must_not_be_refused_if(
        row(
            "BC-25-2.live",
            "BC 25(2)",
            v.both_parties & v.available_at_home,
            "each Party must have the power to collect traffic data as in a case of its own",
            ground="no-domestic-power",
        ),
    )
    .may_be_refused_if(
        row(
            "BC-33-2.power",
            "BC 33(2)",
            ~v.available_at_home,
            "collection is owed only where it would be available in a similar domestic case",
            ground="no-domestic-power",
        ),
    )
)
interception_power = on(["interception"], None, REGIMES).may_be_refused_if(
    row(
        "BC-34.power",
        "BC 34",
        ~v.requested.law_says("interception_for_foreign_requests"),
        "interception is owed only as far as treaties and their law permit it",
        ground="no-domestic-power",
    ),
    row(
        "BC-34.treaty",
        "BC 34",
        ~v.requested.law_says("interception_for_foreign_requests"),
        "interception is owed only as far as treaties and their law permit it",
        ground="no-treaty-clause",
    ),
)

# The Convention is itself the title.
preserved_without_treaty = on(PRESERVING, None, REGIMES).must_not_be_refused_if(
    row(
        "IP-2.title",
        "BC 29(1)",
        v.both_parties,
        "Articles 29 and 30 bind with or without a treaty on mutual assistance",
        "I",
        ground="no-treaty-clause",
    ),
)
stored_without_treaty = on([*STORED, "assistance"], None, REGIMES).must_not_be_refused_if(
    row(
        "BC-31-2.title",
        "BC 31(2)",
        v.both_parties,
        "the Convention itself obliges, and Article 27 gives the procedure where there is no "
        "treaty",
        ground="no-treaty-clause",
    ),
)
live_without_treaty = on(["real-time-traffic"], None, REGIMES).must_not_be_refused_if(
    row(
        "BC-33-1.title",
        "BC 33(1)",
        v.both_parties,
        "Parties assist each other in collecting traffic data; no other treaty is needed",
        ground="no-treaty-clause",
    ),
)
federal = on([*ALL, "extradition"], None, REGIMES).must_not_be_refused_if(
    row(
        "BC-41-1",
        "BC 41(1)",
        v.both_parties,
        "a federal State may reserve Chapter II, and only if it can still cooperate under "
        "Chapter III",
        ground="federal-structure",
    ),
)

# Form, addressee, procedure.
quick_means = on(ALL, None, REGIMES).must_not_be_refused_if(
    row(
        "BC-25-3.accept",
        "BC 25(3)",
        r.quick,
        "an urgent request by secure, authenticated quick means must be accepted and answered so",
        ground="form-of-transmission",
        overrides="BC-25-4a.form",
    ),
)
wrong_addressee = on([*ASSISTANCE, "preservation"], ["direct-judicial"], [CONVENTION])
wrong_addressee = wrong_addressee.must_not_be_refused_if(
    row(
        "BC-27-9c.pass-on",
        "BC 27(9)(c)",
        ALWAYS,
        "an authority that is not competent passes the request on and tells the sender directly",
        ground="wrong-addressee",
    ),
)
_answered = [*ASSISTANCE, "preservation", "assistance"]
opted_out = on(ASSISTANCE, ["direct-judicial"], [CONVENTION]).may_be_refused_if(
    row(
        "BC-27-9e.addressee",
        "BC 27(9)(e)",
        v.requested.made("BC 27(9)(e)"),
        "they have declared that such requests go to their central authority",
        ground="wrong-addressee",
        overrides="BC-27-9c.pass-on",
    ),
)
unfamiliar = on(_answered, [*ARTICLE_27, "network-24-7"], [CONVENTION]).must_not_be_refused_if(
    row(
        "BC-27-3.unfamiliar",
        "BC 27(3)",
        r.applies("BC 27(3)"),
        "the procedure asked for is followed unless it is incompatible with their law; being "
        "unknown to it is not that",
        "K",
        ground="unfamiliar-procedure",
        overrides="BC-25-4a.unfamiliar-procedure",
    ),
)
not_urgent = on([*ASSISTANCE, "preservation"], ["direct-judicial"], [CONVENTION]).may_be_refused_if(
    row(
        "BC-27-9a.not-urgent",
        "BC 27(9)(a)",
        ~v.urgent,
        "the direct way between judicial authorities is for urgent cases",
        ground="not-an-emergency",
        overrides="BC-29-5.closed",
    ),
)

# Extradition.
extradition_title = on(["extradition"], None, REGIMES).must_not_be_refused_if(
    row(
        "BC-24-2.title",
        "BC 24(2)",
        v.both_parties & v.has_extradition_treaty,
        "these offences are part of the extradition treaty between the two",
        ground="no-treaty-clause",
    ),
    row(
        "BC-24-4.title",
        "BC 24(4)",
        v.both_parties & ~v.requested.law_says("extradition_needs_treaty"),
        "a Party that needs no treaty treats these offences as extraditable",
        ground="no-treaty-clause",
    ),
)
extradition_penalty = on(["extradition"], None, [CONVENTION]).may_be_refused_if(
    row(
        "BC-24-1.penalty",
        "BC 24(1)(a)",
        ~(v.penalty_requesting.at_least(1) & v.penalty_requested.at_least(1)),
        "both Parties must punish it with a maximum of one year or more",
        ground="penalty-threshold",
    ),
)
_minimum = v.treaty_minimum_penalty
treaty_penalty = on(["extradition"], ["treaty"], [TREATY_AGREEMENT]).may_be_refused_if(
    row(
        "BC-24-1b.penalty",
        "BC 24(1)(b)",
        ~(v.penalty_requesting.at_least(_minimum) & v.penalty_requested.at_least(_minimum)),
        "the penalty must reach the minimum of the treaty in both Parties",
        ground="penalty-threshold",
    ),
)
extradition = on(["extradition"], None, REGIMES).may_be_refused_if(
    row(
        "BC-24-1.conduct",
        "BC 24(1)",
        ~v.dual_criminality,
        "extradition is for conduct punishable in both Parties",
        ground="dual-criminality",
    ),
    row(
        "BC-24-3.needs-treaty",
        "BC 24(3)",
        v.requested.law_says("extradition_needs_treaty") & ~v.has_extradition_treaty,
        "a Party that needs a treaty may, but need not, take the Convention for one",
        ground="no-treaty-clause",
    ),
)

# Other treaties.
ets_30 = on(ASSISTANCE, ["treaty"], [TREATY_ETS_30]).must_not_be_refused_if(
    row(
        "E30-18",
        "E30 18",
        ALWAYS,
        "an authority that is not competent passes the request on",
        ground="wrong-addressee",
    ),
    row(
        "E182-8",
        "E182 8",
        v.between_ets_182,
        "formalities the requester wants are observed, unknown ones too, unless they go against "
        "fundamental principles",
        ground="unfamiliar-procedure",
        overrides="E30-3.procedure",
    ),
    row(
        "E30-15-9",
        "E30 15(9)",
        v.between_ets_182 & v.secure & v.authenticated,
        "as amended, requests may go by any electronic means that leave a written record",
        ground="form-of-transmission",
        overrides="BC-25-4a.form",
    ),
    row(
        "E30-16-1",
        "E30 16(1)",
        ~v.requested.made("E30 16"),
        "no translation is needed unless the State has declared that it wants one",
        ground="language",
        overrides="E30-16-2",
    ),
)
untoc = (
    on(ASSISTANCE, ["treaty"], [TREATY_UNTOC])
    .must_not_be_refused_if(
        row(
            "UNTOC-18-8",
            "UNTOC 18(8)",
            ALWAYS,
            "bank secrecy is no ground to decline",
            ground="bank-secrecy",
        ),
    )
    .may_be_refused_if(
        row(
            "UNTOC-18-9",
            "UNTOC 18(9)",
            ~v.dual_criminality,
            "assistance may be declined where dual criminality is missing",
            "K",
            ground="dual-criminality",
        ),
        row(
            "UNTOC-18-21",
            "UNTOC 18(21)",
            v.essential_interests,
            "its sovereignty, security, public order or other essential interests are at stake",
            "K",
            ground="essential-interests",
        ),
    )
)

SECTIONS = (
    has_the_power,
    live_power,
    interception_power,
    preserved_without_treaty,
    stored_without_treaty,
    live_without_treaty,
    federal,
    quick_means,
    wrong_addressee,
    opted_out,
    unfamiliar,
    not_urgent,
    extradition_title,
    extradition_penalty,
    treaty_penalty,
    extradition,
    ets_30,
    untoc,
)
"""Closed doors and the exceptions to them, in the order of the articles."""
