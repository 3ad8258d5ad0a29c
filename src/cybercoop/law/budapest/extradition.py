"""Extradition: Article 24."""

from __future__ import annotations

from cybercoop.law import vocabulary as v
from cybercoop.law.scopes import CONVENTION, TREATY_AGREEMENT, TREATY_UNLISTED
from cybercoop.logic.conditions import ALWAYS
from cybercoop.logic.sections import measure, on, row

__all__ = ["SECTIONS"]

REGIMES = (CONVENTION, TREATY_AGREEMENT, TREATY_UNLISTED)

central_authority = (
    on(["extradition"], ["central-authority"], [CONVENTION])
    .carries("extradition", basis="BC 24", yields=None, hands=3)
    .is_closed_if(
        row(
            "BC-24-7.treaty",
            "BC 24(7)",
            v.has_extradition_treaty,
            "an extradition treaty is in force between the two, whose own way is used",
        ),
    )
    .only_if(
        row(
            "BC-24-7.authority",
            "BC 24(7)",
            v.requested.designates("extradition-authority"),
            "the requested Party has named an authority for extradition without a treaty",
        ),
        row(
            "BC-24-1a.conduct",
            "BC 24(1)",
            v.in_convention | v.in_first_protocol,
            "the offence is one of Articles 2 to 11, or of the First Protocol between its Parties",
        ),
        row(
            "BC-24-1a.requesting",
            "BC 24(1)(a)",
            v.penalty_requesting.at_least(1),
            "the requesting Party punishes it with a maximum of one year or more",
        ),
        row(
            "BC-24-1a.requested",
            "BC 24(1)(a)",
            v.penalty_requested.at_least(1),
            "the requested Party punishes it with a maximum of one year or more",
        ),
    )
    .obliges_if(
        row(
            "BC-24-4",
            "BC 24(4)",
            ALWAYS,
            "Parties that need no treaty treat these offences as extraditable",
        ),
    )
    .leaves_open_if(
        row(
            "BC-24-3",
            "BC 24(3)",
            v.requested.law_says("extradition_needs_treaty"),
            "a Party that needs a treaty may, but need not, take the Convention for one",
            overrides="BC-24-4",
        ),
    )
)

under_treaty = on(["extradition"], ["treaty"], [TREATY_AGREEMENT]).only_if(
    row(
        "BC-24-1b.requesting",
        "BC 24(1)(b)",
        v.penalty_requesting.at_least(v.treaty_minimum_penalty),
        "the penalty in the requesting Party reaches the minimum of the treaty",
    ),
    row(
        "BC-24-1b.requested",
        "BC 24(1)(b)",
        v.penalty_requested.at_least(v.treaty_minimum_penalty),
        "the penalty in the requested Party reaches the minimum of the treaty",
    ),
)

extradition = (
    measure("extradition", regimes=REGIMES)
    .only_if(
        row(
            "BC-24-1a.both",
            "BC 24(1)",
            v.dual_criminality,
            "the conduct is punishable in both Parties",
        ),
    )
    .may_be_refused_if(
        row(
            "BC-24-5.nationality",
            "BC 24(5)",
            v.requested.law_list("refusal_grounds").contains("nationality")
            & v.nationality.equals(v.requested.state),
            "the person is a national, whom the requested Party's law lets it keep",
            ground="nationality",
        ),
        row(
            "BC-24-5.political",
            "BC 24(5)",
            v.requested.law_list("refusal_grounds").contains("political-offence") & v.political,
            "the requested Party's law lets it refuse for a political offence",
            ground="political-offence",
        ),
    )
    .owes(
        row(
            "BC-24-6",
            "BC 24(6)",
            v.both_parties & v.nationality.equals(v.requested.state),
            "if it refuses for nationality alone and is asked to, submit the case to its own "
            "authorities and report the outcome",
            on="requested",
            to="requesting",
        ),
    )
)

SECTIONS = (central_authority, under_treaty, extradition)
