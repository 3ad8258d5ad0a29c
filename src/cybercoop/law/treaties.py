"""Requests under a treaty that stands beside the Convention: ETS 30, UNTOC, bilateral treaties."""

from __future__ import annotations

from cybercoop.law import open_questions as oq
from cybercoop.law import vocabulary as v
from cybercoop.law.scopes import (
    ASSISTANCE,
    TREATY_AGREEMENT,
    TREATY_ETS_30,
    TREATY_UNLISTED,
    TREATY_UNTOC,
)
from cybercoop.logic.conditions import ALWAYS, NEVER, Open
from cybercoop.logic.sections import channel, on, row

__all__ = ["SECTIONS"]

CARRIED = (*ASSISTANCE, "partial-disclosure", "joint-investigation")
MUTUAL = (*CARRIED, "preservation")

# The European Convention on Mutual Assistance (ETS 30) with its protocols.
ets_30 = (
    channel("treaty", regime=TREATY_ETS_30)
    .carries("preservation", basis="E30", yields="preservation", hands=2, shown=v.between_ets_30)
    .carries(
        *CARRIED,
        "hearing-by-video",
        basis="E30",
        yields="evidence",
        hands=2,
        shown=v.between_ets_30,
    )
    .only_if(
        row(
            "IP-5",
            "E30 1(1)",
            v.between_ets_30,
            "both States are Parties to the European convention on mutual assistance",
        ),
        row("IP-5.criminal", "E30 1(1)", v.criminal, "the request serves a criminal proceeding"),
    )
    .travels_by(
        row(
            "IP-5.central",
            "E30 15(1)",
            ALWAYS,
            "ministry of justice to ministry of justice",
            wire="central-authority",
        ),
        row(
            "IP-5.direct",
            "E30 15(1)",
            v.between_ets_182 & ~v.requested.made("E30 15(8)"),
            "as amended: directly between judicial authorities",
            wire="direct-judicial",
        ),
        row(
            "IP-5.direct-urgent",
            "E30 15(2)",
            v.urgent & ~v.between_ets_182,
            "text of 1959: directly between judicial authorities if urgent",
            "K",
            wire="direct-judicial",
        ),
        row(
            "IP-5.interpol",
            "E30 15(7)",
            v.urgent,
            "through Interpol if urgent",
            wire="interpol",
        ),
    )
)
ets_30_assistance = (
    on(ASSISTANCE, ["treaty"], [TREATY_ETS_30])
    .may_be_refused_if(
        row(
            "IP-5.political",
            "E30 2(a)",
            v.political,
            "the requested Party considers the offence political",
            ground="political-offence",
        ),
        row(
            "IP-5.fiscal",
            "E30 2(a)",
            v.fiscal,
            "the requested Party considers the offence fiscal",
            ground="fiscal-offence",
        ),
        row(
            "IP-5.interests",
            "E30 2(b)",
            v.essential_interests,
            "its sovereignty, security, public order or other essential interests are at stake",
            ground="essential-interests",
        ),
    )
    .must_not_be_refused_if(
        row(
            "IP-5.no-fiscal",
            "E99 1",
            v.between_ets_99 & ~v.requested.made("E99 8(2)"),
            "between Parties to the first protocol an offence is not refused as fiscal, unless "
            "they have reserved its Chapter I",
            ground="fiscal-offence",
            overrides=("IP-5.fiscal", "BC-25-4a.fiscal"),
        ),
    )
    .owes(
        row(
            "IP-5.reasons",
            "E30 19",
            ALWAYS,
            "give reasons for any refusal",
            on="requested",
            to="requesting",
        ),
        row(
            "IP-5.confidentiality",
            "E182 25",
            v.between_ets_182 & v.confidential,
            "keep the request confidential, or say that this cannot be done",
            on="requested",
            to="requesting",
        ),
    )
)

# A treaty of the atlas between the two.
agreement = (
    channel("treaty", regime=TREATY_AGREEMENT)
    .carries(
        "preservation",
        basis="",
        yields="preservation",
        hands=2,
        each=v.regimes,
        shown=v.assistance_treaty,
    )
    .carries(
        *CARRIED,
        basis="",
        yields="evidence",
        hands=2,
        each=v.regimes,
        shown=v.assistance_treaty,
    )
    .carries(
        "extradition",
        basis="",
        yields=None,
        hands=2,
        each=v.regimes,
        shown=v.extradition_treaty,
    )
    .warns(
        row(
            "IP-7",
            "BC 39(2)",
            ALWAYS,
            "the treaty's own contents, conditions and grounds of refusal are not in the atlas: "
            "read it",
        ),
    )
)
agreement_assistance = (
    on(MUTUAL, ["treaty"], [TREATY_AGREEMENT])
    .only_if(
        row(
            "IP-3",
            "BC 27(1)",
            v.assistance_treaty,
            "a treaty or arrangement on mutual assistance is in force between the two",
        ),
        row("IP-4", "BC 39(1)", v.treaty_covers, "the treaty covers the offence", "I"),
        row(
            "BC-14-1.treaty",
            "BC 25(1)",
            v.criminal,
            "the request serves a criminal proceeding",
        ),
    )
    .travels_by(
        row(
            "IP-3.central",
            "BC 39(1)",
            ALWAYS,
            "between the authorities the treaty names",
            wire="central-authority",
        ),
        row(
            "IP-3.direct",
            "BC 39(1)",
            v.treaty_direct,
            "directly between judicial authorities, as the treaty allows",
            wire="direct-judicial",
        ),
        row(
            "IP-3.interpol",
            "BC 39(1)",
            v.treaty_interpol,
            "through Interpol, as the treaty allows",
            wire="interpol",
        ),
    )
)
agreement_extradition = on(["extradition"], ["treaty"], [TREATY_AGREEMENT]).only_if(
    row(
        "BC-24-2",
        "BC 24(2)",
        v.extradition_treaty,
        "an extradition treaty is in force between the two",
    ),
)
confidentiality = on(ASSISTANCE, ["treaty"], [TREATY_AGREEMENT]).may_be_refused_if(
    row(
        "OQ-11",
        "BC 27(8)",
        v.confidential & ~v.treaty_confidentiality & Open(oq.OQ_11, ALWAYS, NEVER),
        "the treaty is silent on confidentiality, which may then not be kept",
        "I",
        ground="confidentiality",
    ),
)

# The UN convention on organised crime, for a case within its scope.
untoc = (
    channel("treaty", regime=TREATY_UNTOC)
    .carries(
        "preservation", basis="UNTOC 18", yields="preservation", hands=2, shown=v.between_untoc
    )
    .carries(
        *CARRIED,
        "hearing-by-video",
        basis="UNTOC 18",
        yields="evidence",
        hands=2,
        shown=v.between_untoc,
    )
    .only_if(
        row(
            "IP-8",
            "UNTOC 3",
            v.under_untoc,
            "both are Parties, and it is a serious transnational crime with an organised group",
        ),
        row("IP-8.criminal", "UNTOC 18", v.criminal, "the request serves a criminal proceeding"),
    )
    .travels_by(
        row(
            "IP-8.central",
            "UNTOC 18",
            ALWAYS,
            "central authority to central authority",
            wire="central-authority",
        ),
    )
)
case_for_untoc = on(ASSISTANCE, ["central-authority", "treaty"]).warns(
    row(
        "OQ-2",
        "OQ-2",
        v.organised_crime_case,
        "if both States are bound by the UN convention on organised crime, it may stand in the "
        "place of Article 27",
        "I",
    ),
)

# No treaty is on file: there may still be one.
unlisted = (
    channel("treaty", regime=TREATY_UNLISTED)
    .carries("preservation", basis="BC 39", yields="preservation", hands=2, fallback=True)
    .carries(*CARRIED, basis="BC 39", yields="evidence", hands=2, fallback=True)
    .carries("extradition", basis="BC 39", yields=None, hands=2, fallback=True)
)
unlisted_assistance = on(MUTUAL, ["treaty"], [TREATY_UNLISTED]).only_if(
    row(
        "IP-3.unlisted",
        "BC 39(1)",
        v.unlisted_agreement,
        "a treaty is in force between the two",
    ),
)
unlisted_extradition = on(["extradition"], ["treaty"], [TREATY_UNLISTED]).only_if(
    row(
        "BC-24-2.unlisted",
        "BC 24(2)",
        v.unlisted_extradition,
        "an extradition treaty is in force between the two",
    ),
)

# Joint teams and hearings by video want a clause of the treaty's own.
joint_teams = on(["joint-investigation"], ["treaty"], [TREATY_AGREEMENT]).only_if(
    row(
        "IP-10.agreement",
        "BC 39(1)",
        v.treaty_joint_teams,
        "the treaty provides for joint teams",
        "S",
    ),
)
joint_teams_ets_30 = on(["joint-investigation"], ["treaty"], [TREATY_ETS_30]).only_if(
    row("IP-10.ets-30", "E182 20", v.between_ets_182, "both are Parties to the second protocol"),
)
video_ets_30 = on(["hearing-by-video"], ["treaty"], [TREATY_ETS_30]).only_if(
    row("IP-10.video", "E182 9", v.between_ets_182, "both are Parties to the second protocol", "K"),
)


preserving = on(["preservation"], ["treaty"], [TREATY_ETS_30]).only_if(
    row(
        "IP-5.preservation",
        "E182 24",
        v.both_parties | v.between_ets_182,
        "both are Parties to the Convention, whose Article 29 goes beside any treaty, or to the "
        "protocol that knows provisional measures",
    ),
)
preserving = preserving.leaves_open_if(
    row(
        "IP-5.provisional",
        "E182 24",
        ~v.both_parties,
        "provisional measures under the protocol are for the requested Party to decide",
        overrides=("IP-1", "BC-29-3a"),
    ),
)
preserving_elsewhere = on(
    ["preservation", "partial-disclosure"],
    ["treaty"],
    [TREATY_UNTOC, TREATY_AGREEMENT, TREATY_UNLISTED],
).only_if(
    row(
        "IP-2.both",
        "BC 29(1)",
        v.both_parties,
        "both are Parties to the Convention, whose Articles 29 and 30 go beside any treaty",
        "I",
    ),
)

SECTIONS = (
    ets_30,
    ets_30_assistance,
    agreement,
    agreement_assistance,
    agreement_extradition,
    confidentiality,
    untoc,
    case_for_untoc,
    unlisted,
    unlisted_assistance,
    unlisted_extradition,
    joint_teams,
    joint_teams_ets_30,
    video_ets_30,
    preserving,
    preserving_elsewhere,
)
