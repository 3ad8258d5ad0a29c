"""Real-time collection of traffic data and interception of content: Articles 33 and 34."""

from __future__ import annotations

from cybercoop.law import vocabulary as v
from cybercoop.law.scopes import CONVENTION, LIVE, TREATIES
from cybercoop.logic.conditions import ALWAYS
from cybercoop.logic.sections import measure, on, row

__all__ = ["SECTIONS"]

REGIMES = (CONVENTION, *TREATIES)

real_time_traffic = (
    measure("real-time-traffic", regimes=REGIMES)
    .only_if(
        row("BC-33-1.future", "BC 33(1)", v.future, "the data are still to come"),
        row("BC-33-1.traffic", "BC 33(1)", v.data.equals("traffic"), "they are traffic data"),
        row(
            "BC-33-1.communication",
            "BC 33(1)",
            v.specific_communication,
            "the communications are specified",
        ),
        row(
            "BC-33-1.located",
            "BC 33(1)",
            v.located_in.equals(v.requested.state),
            "the communications are in the requested Party's territory",
        ),
    )
    .obliges_if(
        row(
            "BC-33-1.duty",
            "BC 33(1)",
            ALWAYS,
            "the Parties assist each other, under the conditions of domestic law",
        ),
    )
    .leaves_open_if(
        row(
            "BC-33-2",
            "BC 33(2)",
            ~v.available_at_home,
            "the requested Party could not do it in a similar case of its own, so it need not",
            overrides=("BC-33-1.duty", "IP-1"),
        ),
    )
    .warns(
        row(
            "BC-14-3a",
            "BC 14(3)(a)",
            v.requested.made("BC 14(3)"),
            "the requested Party has made a reservation to 14(3): it may collect traffic data live "
            "for listed offences only",
        ),
    )
    .suggests(
        row(
            "BC-33-2.preserve",
            "BC 29(1)",
            ~v.available_at_home,
            "no duty to collect traffic live: have the logs preserved",
            "I",
            measure="preservation",
        ),
    )
)

interception = (
    measure("interception", regimes=REGIMES)
    .only_if(
        row("BC-34.future", "BC 34", v.future, "the communications are still to come"),
        row("BC-34.content", "BC 34", v.data.equals("content"), "content is wanted"),
        row(
            "BC-34.communication",
            "BC 34",
            v.specific_communication,
            "the communications are specified",
        ),
        row(
            "BC-34.located",
            "BC 34",
            v.located_in.equals(v.requested.state),
            "the communications are in the requested Party's territory",
        ),
        row(
            "BC-34.permitted",
            "BC 34",
            v.requested.law_says("interception_for_foreign_requests"),
            "the requested Party's law permits interception for a foreign request",
        ),
    )
    .obliges_if(
        row(
            "BC-34.duty",
            "BC 34",
            ALWAYS,
            "the Parties assist each other as far as treaties and domestic law permit",
        ),
    )
)

already_stored = on(LIVE).suggests(
    row(
        "BC-31-1.instead",
        "BC 31(1)",
        v.stored,
        "data that exist already are asked as stored data",
        measure="stored-data",
    ),
)

SECTIONS = (real_time_traffic, interception, already_stored)
