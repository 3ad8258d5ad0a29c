"""Who is bound, for what, where: Articles 14, 23, 36 to 38; quick means, Article 25(3)."""

from __future__ import annotations

from cybercoop.law import vocabulary as v
from cybercoop.law.scopes import CONVENTION, DATA_MEASURES, TREATIES
from cybercoop.logic.conditions import ALWAYS
from cybercoop.logic.sections import on, row

__all__ = ["SECTIONS"]

convention = on(regimes=[CONVENTION]).only_if(
    row(
        "BC-23.requesting",
        "BC 23",
        v.requesting.bound_by("BC"),
        "the requesting State is a Party to the Convention",
    ),
    row(
        "BC-23.requested",
        "BC 23",
        v.requested.bound_by("BC"),
        "the requested State is a Party to the Convention",
    ),
    row(
        "BC-14-1",
        "BC 14(1)",
        v.criminal,
        "the request serves a criminal investigation or proceeding",
    ),
)

territory = on(DATA_MEASURES, regimes=[CONVENTION]).only_if(
    row(
        "BC-38-1",
        "BC 38(1)",
        ~v.requested.list_of("excluded_territories").contains(v.territory),
        "the territory where the data are is not excluded by the requested Party",
    ),
)

_quick = v.urgent & v.secure & v.authenticated & v.both_parties
quick_means = (
    on(regimes=[CONVENTION, *TREATIES])
    .is_expedited_if(
        row(
            "BC-25-3",
            "BC 25(3)",
            _quick,
            "in urgent circumstances the requested Party accepts and answers requests by e-mail "
            "or other quick means that are secure and authenticated",
        ),
    )
    .owes(
        row(
            "BC-25-3.answer",
            "BC 25(3)",
            _quick,
            "accept the request by quick means and answer by such means",
            on="requested",
            to="requesting",
        ),
        row(
            "BC-25-3.confirmation",
            "BC 25(3)",
            v.urgent & v.both_parties & v.requested.law_says("formal_confirmation"),
            "confirm the request formally afterwards, as the requested Party wants it",
            on="requesting",
            to="requested",
        ),
    )
)

other_instruments = on(regimes=TREATIES).obliges_if(
    row(
        "IP-1",
        "BC 39(1)",
        ALWAYS,
        "the treaty obliges; the Convention adds to it",
    ),
)

SECTIONS = (convention, territory, quick_means, other_instruments)
