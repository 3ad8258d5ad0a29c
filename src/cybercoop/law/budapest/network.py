"""The network of contact points, always available: Article 35."""

from __future__ import annotations

from cybercoop.law import vocabulary as v
from cybercoop.law.scopes import ASSISTANCE, CONVENTION, STORED
from cybercoop.logic.conditions import ALWAYS
from cybercoop.logic.sections import channel, measure, on, row

__all__ = ["SECTIONS"]

_may_execute = v.requested.law_list("contact_point_executes")
executes = _may_execute.contains(v.route_measure) | _may_execute.contains(v.data)

network = (
    channel("network-24-7", regime=CONVENTION)
    .carries("preservation", basis="BC 29", yields="preservation", hands=2)
    .carries("partial-disclosure", basis="BC 30", yields="evidence", hands=2)
    .carries("assistance", basis="BC 35", yields="intelligence", hands=2)
    .carries("spontaneous-information", basis="BC 26", yields="intelligence", hands=2)
    .carries(*STORED, basis="BC 35", yields="evidence", hands=2)
    .carries("real-time-traffic", basis="BC 33", yields="evidence", hands=2)
    .carries("interception", basis="BC 34", yields="evidence", hands=2)
    .only_if(
        row(
            "BC-35-1.requesting",
            "BC 35(1)",
            v.requesting.designates("contact-point"),
            "the requesting Party has a point of contact",
        ),
        row(
            "BC-35-1.requested",
            "BC 35(1)",
            v.requested.designates("contact-point"),
            "the requested Party has a point of contact, always available",
        ),
    )
    .owes(
        row(
            "BC-35-2a",
            "BC 35(2)",
            ALWAYS,
            "send it through your own point of contact, which reaches theirs quickly",
            on="requesting",
            to="requested",
        ),
    )
)
carrying_out = (
    on(ASSISTANCE, ["network-24-7"], [CONVENTION])
    .only_if(
        row(
            "BC-35-1.executes",
            "BC 35(1)",
            executes,
            "their law and practice let their point of contact carry this out itself",
        ),
    )
    .warns(
        row(
            "BC-35-x",
            "BC 35(1)",
            ~executes,
            "their point of contact does not carry this out itself, but may speed up the "
            "request on its other way",
        ),
    )
    .may_be_refused_if(
        row(
            "BC-27-4.a-network",
            "BC 27(4)(a)",
            ~v.displaced & v.political,
            "the requested Party considers the offence political",
            ground="political-offence",
        ),
        row(
            "BC-27-4.b-network",
            "BC 27(4)(b)",
            ~v.displaced & v.essential_interests,
            "its sovereignty, security, public order or other essential interests are at stake",
            ground="essential-interests",
        ),
    )
)

assistance = (
    measure("assistance", regimes=[CONVENTION])
    .carries(
        "assistance",
        basis="BC 35",
        yields="intelligence",
        hands=3,
        channel="central-authority",
    )
    .obliges_if(
        row(
            "BC-35-1.duty",
            "BC 35(1)",
            ALWAYS,
            "the requested Party gives technical advice and legal information, collects evidence "
            "and locates suspects, at once",
        ),
    )
)

SECTIONS = (network, carrying_out, assistance)
