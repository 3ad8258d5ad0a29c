"""What a Party may do by its own powers: Articles 18, 19 and 32."""

from __future__ import annotations

from cybercoop.law import open_questions as oq
from cybercoop.law import vocabulary as v
from cybercoop.law.scopes import LIVE, OWN, STORED
from cybercoop.logic.conditions import ALWAYS, Open
from cybercoop.logic.sections import channel, on, row

__all__ = ["SECTIONS"]

open_source = (
    channel("open-source", regime=OWN)
    .carries(
        *STORED, basis="BC 32(a)", yields="evidence", hands=0, asks_state=False, asks_nobody=True
    )
    .only_if(
        row(
            "BC-32-a",
            "BC 32(a)",
            v.public,
            "the data are publicly available, wherever they are",
        ),
    )
)

consent = (
    channel("consent", regime=OWN)
    .carries(
        *STORED, basis="BC 32(b)", yields="evidence", hands=0, asks_state=False, asks_nobody=True
    )
    .only_if(
        row(
            "BC-32-b.requesting",
            "BC 32(b)",
            v.requesting.bound_by("BC"),
            "the State that gains access is a Party",
        ),
        row(
            "BC-32-b.from",
            "BC 32(b)",
            v.accessed_from.equals(v.requesting.state),
            "access is gained through a computer system in its own territory",
        ),
        row(
            "GN-3-2",
            "GN 3",
            v.location_known,
            "it is known where the data are",
            "K",
        ),
        row(
            "BC-32-b.party",
            "BC 32(b)",
            v.location.bound_by("BC"),
            "the data are located in a Party",
        ),
        row(
            "BC-32-b.abroad",
            "BC 32(b)",
            ~v.located_in.equals(v.requesting.state),
            "the data are located in another State",
        ),
        row("BC-32-b.stored", "BC 32(b)", v.stored, "the data are stored already"),
        row("BC-32-b.given", "BC 32(b)", v.consent_given, "consent is given"),
        row("BC-32-b.lawful", "BC 32(b)", v.consent_lawful, "the consent is lawful"),
        row("BC-32-b.voluntary", "BC 32(b)", v.consent_voluntary, "the consent is voluntary"),
        row(
            "BC-32-b.entitled",
            "BC 32(b)",
            v.consent_entitled,
            "the person may lawfully disclose the data",
        ),
        row(
            "GN-3-5",
            "GN 3",
            Open(oq.OQ_9, v.consent_given_in.equals(v.requesting.state), ALWAYS),
            "the consent is given in the State that gains access",
            "K",
        ),
    )
    .warns(
        row(
            "GN-3-4",
            "GN 3",
            v.consent_by.equals("provider"),
            "a provider only holds its users' data and is unlikely to be entitled to consent",
            "K",
        ),
    )
)

domestic_order = (
    channel("domestic-order", regime=OWN)
    .carries(*STORED, basis="BC 18(1)(a)", yields="evidence", hands=1, asks_state=False)
    .only_if(
        row(
            "BC-18-1a.person",
            "BC 18(1)(a)",
            v.present_in.contains(v.requesting.state),
            "the person ordered is in the own territory",
        ),
        row(
            "BC-18-1a.control",
            "BC 18(1)(a)",
            v.controls_from.contains(v.requesting.state),
            "the data are in its possession or control there, wherever they are stored",
        ),
        row(
            "BC-18-1a.implements",
            "BC 18(1)(a)",
            v.requesting.law_list("implements").contains("BC 18(1)(a)"),
            "the own law has the production order",
        ),
    )
    .obliges_if(
        row(
            "BC-18-1a.duty",
            "BC 18(1)(a)",
            ALWAYS,
            "the person must produce the data",
        ),
    )
)

_identifies_user = v.data.equals("user-identification") & v.requesting.law_word(
    "user_identification"
).equals("subscriber")

order_offering_services = (
    channel("domestic-order-offering-services", regime=OWN)
    .carries(*STORED, basis="BC 18(1)(b)", yields="evidence", hands=1, asks_state=False)
    .only_if(
        row(
            "BC-18-1b.provider",
            "BC 18(1)(b)",
            v.service_provider,
            "the holder is a service provider",
        ),
        row(
            "BC-18-1b.subscriber",
            "BC 18(1)(b)",
            v.data.equals("subscriber") | _identifies_user,
            "subscriber information alone is wanted",
        ),
        row(
            "BC-18-1b.offers",
            "BC 18(1)(b)",
            v.offers_services_in.contains(v.requesting.state),
            "the provider offers its services in the own territory",
        ),
        row(
            "GN-10-4",
            "GN 10",
            v.real_connection_to.contains(v.requesting.state),
            "the provider has a real and substantial connection to it",
            "K",
        ),
        row(
            "BC-18-1b.implements",
            "BC 18(1)(b)",
            v.requesting.law_list("implements").contains("BC 18(1)(b)"),
            "the own law has this production order",
        ),
    )
    .leaves_open_if(
        row(
            "GN-10-3.discretion",
            "GN 10",
            ALWAYS,
            "issuing it is lawful, but nobody enforces it abroad",
            "S",
        ),
    )
    .warns(
        row(
            "GN-10-3",
            "GN 10",
            ALWAYS,
            "no State has consented to foreign service or enforcement by reading 18(1)(b) this "
            "way: if the provider does not comply, ask for stored data",
            "S",
        ),
        row(
            "BC-18-3x",
            "OPEN-5",
            v.data.equals("user-identification"),
            "whether the user behind an address is subscriber information is for the law of "
            "the ordering State to say",
            "K",
        ),
    )
)

domestic_search = (
    channel("domestic-search", regime=OWN)
    .carries(
        *STORED, basis="BC 19(1)", yields="evidence", hands=0, asks_state=False, asks_nobody=True
    )
    .only_if(
        row(
            "BC-19-2",
            "BC 19(2)",
            v.located_in.equals(v.requesting.state),
            "the system searched is in the own territory",
        ),
    )
)

domestic_powers = on(
    None, ["domestic-order", "domestic-order-offering-services", "domestic-search"], [OWN]
).only_if(
    row(
        "BC-14-2.party",
        "BC 14(2)",
        v.requesting.bound_by("BC"),
        "the State is a Party to the Convention",
    ),
    row(
        "BC-14-1.own",
        "BC 14(1)",
        v.criminal,
        "the power serves a criminal investigation or proceeding",
    ),
    row("BC-14-2.stored", "BC 14(2)", v.stored, "the data are stored already"),
)

not_live = (
    on(LIVE, ["consent"], [OWN])
    .carries(
        *LIVE, basis="BC 32(b)", yields="evidence", hands=0, asks_state=False, asks_nobody=True
    )
    .is_closed_if(
        row(
            "BC-32-b.live",
            "BC 32(b)",
            ALWAYS,
            "consent opens stored data only; live collection is asked under Articles 33 and 34",
        ),
    )
)

SECTIONS = (
    open_source,
    consent,
    domestic_order,
    order_offering_services,
    domestic_search,
    domestic_powers,
    not_live,
)
