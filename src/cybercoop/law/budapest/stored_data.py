"""Access to stored data in another Party: Article 31."""

from __future__ import annotations

from cybercoop.law import vocabulary as v
from cybercoop.law.scopes import CONVENTION, STORED, TREATIES
from cybercoop.logic.conditions import ALWAYS
from cybercoop.logic.sections import on, row

__all__ = ["SECTIONS"]

stored_data = (
    on(STORED, regimes=[CONVENTION, *TREATIES])
    .only_if(
        row("BC-31-1.stored", "BC 31(1)", v.stored, "the data are stored already"),
        row(
            "BC-31-1.located",
            "BC 31(1)",
            v.in_requested,
            "the data are located in the requested Party's territory",
        ),
    )
    .owes(
        row(
            "BC-31-3",
            "BC 31(3)",
            v.both_parties & v.volatile,
            "answer expeditiously, as the data are vulnerable to loss or change",
            on="requested",
            to="requesting",
        ),
    )
)

answer = on(STORED, regimes=[CONVENTION]).obliges_if(
    row(
        "BC-31-2",
        "BC 31(2)",
        ALWAYS,
        "the requested Party answers through the instruments and laws of Article 23",
    ),
)

answer_by_treaty = on(STORED, regimes=TREATIES).obliges_if(
    row(
        "BC-31-2.treaty",
        "BC 31(2)",
        v.both_parties,
        "the requested Party answers through the treaty between the two",
    ),
)

SECTIONS = (stored_data, answer, answer_by_treaty)
