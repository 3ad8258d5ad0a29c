"""Information sent unasked: Article 26."""

from __future__ import annotations

from cybercoop.law import vocabulary as v
from cybercoop.law.scopes import CONVENTION
from cybercoop.logic.conditions import ALWAYS
from cybercoop.logic.sections import measure, row

__all__ = ["SECTIONS"]

spontaneous_information = (
    measure("spontaneous-information", regimes=[CONVENTION])
    .carries(
        "spontaneous-information",
        basis="BC 26",
        yields="intelligence",
        hands=3,
        channel="central-authority",
    )
    .carries(
        "spontaneous-information",
        basis="BC 26",
        yields="intelligence",
        hands=1,
        channel="direct-non-coercive",
    )
    .leaves_open_if(
        row(
            "BC-26-1",
            "BC 26(1)",
            ALWAYS,
            "a Party may, within its own law, send what may help the other's investigation",
        ),
    )
    .owes(
        row(
            "BC-26-2.confidentiality",
            "BC 26(2)",
            v.confidential,
            "say beforehand what confidentiality or conditions of use are wanted",
            on="requesting",
            to="requested",
        ),
        row(
            "BC-26-2.answer",
            "BC 26(2)",
            ALWAYS,
            "say so if conditions cannot be met; once accepted, they bind",
            on="requested",
            to="requesting",
        ),
    )
)

SECTIONS = (spontaneous_information,)
