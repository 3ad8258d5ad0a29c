"""Expedited preservation and the quick disclosure of a little traffic data: Articles 29 and 30."""

from __future__ import annotations

from cybercoop.law import open_questions as oq
from cybercoop.law import vocabulary as v
from cybercoop.law.scopes import CONVENTION, STORED, TREATIES
from cybercoop.logic.conditions import ALWAYS, NEVER, Open
from cybercoop.logic.facts import Day, Flag, Term, Terms
from cybercoop.logic.rules import ANY_GROUND
from cybercoop.logic.sections import measure, on, row

__all__ = ["SECTIONS"]

REGIMES = (CONVENTION, *TREATIES)

preservation = (
    measure("preservation", regimes=REGIMES)
    .only_if(
        row("BC-29-1.stored", "BC 29(1)", v.stored, "the data are stored already"),
        row(
            "BC-29-1.located",
            "BC 29(1)",
            v.in_requested,
            "the data are located in the requested Party's territory",
        ),
        row(
            "BC-29-1.intends",
            "BC 29(1)",
            v.intends_mutual_assistance,
            "a request for search, seizure or disclosure is meant to follow",
        ),
    )
    .obliges_if(
        row(
            "BC-29-3a",
            "BC 29(3)",
            ALWAYS,
            "the requested Party takes all appropriate measures to preserve quickly",
        ),
    )
    .must_not_be_refused_if(
        row(
            "BC-29-3b",
            "BC 29(3)",
            ALWAYS,
            "dual criminality is no condition for preserving",
            ground="dual-criminality",
        ),
        row(
            "BC-29-5.closed",
            "BC 29(5)",
            ALWAYS,
            "preservation is refused on the listed grounds only",
            ground=ANY_GROUND,
        ),
    )
    .may_be_refused_if(
        row(
            "BC-29-4",
            "BC 29(4)",
            v.requested.made("BC 29(4)")
            & v.requested.law_list("dual_criminality_for").contains("stored-data")
            & ~v.established_offence
            & ~v.dual_criminality,
            "the requested Party has reserved refusal where dual criminality, which it wants for "
            "stored data, will foreseeably be missing, and the offence is outside Articles 2 to 11",
            ground="dual-criminality",
            overrides=("BC-29-3b", "BC-29-5.closed"),
        ),
        row(
            "BC-29-5.a",
            "BC 29(5)(a)",
            v.political,
            "the requested Party considers the offence political",
            ground="political-offence",
            overrides="BC-29-5.closed",
        ),
        row(
            "BC-29-5.b",
            "BC 29(5)(b)",
            v.essential_interests,
            "its sovereignty, security, public order or other essential interests are at stake",
            ground="essential-interests",
            overrides="BC-29-5.closed",
        ),
    )
    .may_be_postponed_if(
        row(
            "BC-29-5x",
            "BC 29(5)",
            v.own_proceedings & Open(oq.OQ_5, ALWAYS, NEVER),
            "acting now would prejudice proceedings of the requested Party",
            "I",
            ground="own-proceedings",
            overrides="BC-29-5.closed",
        ),
    )
    .owes(
        row(
            "BC-29-7a",
            "BC 29(7)",
            ALWAYS,
            "keep the data at least 60 days from the day they were preserved, and once the request "
            "for disclosure is received, until it is decided",
            on="requested",
            to="requesting",
        ),
        row(
            "BC-29-7c",
            "BC 29(7)",
            ALWAYS,
            "have the request for disclosure received before the 60 days are over: the Convention "
            "gives no right to more",
            "I",
            on="requesting",
            to="requested",
        ),
        row(
            "BC-29-6",
            "BC 29(6)",
            ALWAYS,
            "say promptly if preservation will not save the data or would harm the case; the "
            "requesting Party then decides",
            on="requested",
            to="requesting",
        ),
    )
    .warns(
        row(
            "BC-29-6.tips-off",
            "BC 29(6)",
            v.tips_off_customer,
            "the provider tells its customer: ask first how confidentiality can be kept",
        ),
        row(
            "BC-29-2.incomplete",
            "BC 29(2)",
            ~v.intends_mutual_assistance,
            "a request that does not announce the later one is incomplete",
        ),
    )
    .must_contain(
        row(
            "BC-29-2.a",
            "BC 29(2)(a)",
            ALWAYS,
            "the authority asking for preservation",
            item="issuing_authority",
            shown_by=Term("authority"),
        ),
        row(
            "BC-29-2.b-offence",
            "BC 29(2)(b)",
            ALWAYS,
            "the offence under investigation or prosecution",
            item="offences",
            shown_by=Terms("offence.conduct"),
        ),
        row(
            "BC-29-2.b-facts",
            "BC 29(2)(b)",
            ALWAYS,
            "a short summary of the facts",
            item="facts",
            shown_by=Term("offence.description"),
        ),
        row(
            "BC-29-2.c",
            "BC 29(2)(c)",
            ALWAYS,
            "the stored data to preserve",
            item="targets",
            fields=("targets", "data_categories"),
            shown_by=Terms("target_data.identifiers"),
        ),
        row(
            "BC-29-2.c-link",
            "BC 29(2)(c)",
            ALWAYS,
            "how the data are linked to the offence",
            item="relevance",
        ),
        row(
            "BC-29-2.d",
            "BC 29(2)(d)",
            ALWAYS,
            "what is known of the custodian or of the place of the system",
            item="provider",
            fields=("provider", "system_location"),
            if_known=True,
            shown_by=(Term("holder.name"), Term("holder.seat"), Term("target_data.located_in")),
        ),
        row(
            "BC-29-2.e",
            "BC 29(2)(e)",
            ALWAYS,
            "why preservation is necessary",
            item="necessity",
            shown_by=(Flag("urgency.volatile"), Day("urgency.expires_on")),
        ),
        row(
            "BC-29-2.f",
            "BC 29(2)(f)",
            ALWAYS,
            "that the request for disclosure will follow",
            item="intends_mla",
            shown_by=Flag("intends_mutual_assistance"),
        ),
    )
)

partial_disclosure = (
    measure("partial-disclosure", regimes=REGIMES)
    .only_if(
        row(
            "BC-30-1.preservation",
            "BC 30(1)",
            v.hold_requested,
            "preservation of the data has been requested",
        ),
        row("BC-30-1.traffic", "BC 30(1)", v.data.equals("traffic"), "they are traffic data"),
        row(
            "BC-30-1.communication",
            "BC 30(1)",
            v.specific_communication,
            "they are about a specific communication",
        ),
        row(
            "BC-30-1.other-provider",
            "BC 30(1)",
            ~v.other_provider_in.equals(v.requested.state),
            "a provider in another State took part in the transmission",
        ),
    )
    .obliges_if(
        row(
            "BC-30-1.duty",
            "BC 30(1)",
            ALWAYS,
            "the requested Party discloses of its own motion what identifies that provider "
            "and the path",
        ),
    )
    .must_not_be_refused_if(
        row(
            "BC-30-2.closed",
            "BC 30(2)",
            ALWAYS,
            "disclosure is withheld on the two listed grounds only",
            ground=ANY_GROUND,
        ),
    )
    .may_be_refused_if(
        row(
            "BC-30-2.a",
            "BC 30(2)(a)",
            v.political,
            "the requested Party considers the offence political",
            ground="political-offence",
            overrides="BC-30-2.closed",
        ),
        row(
            "BC-30-2.b",
            "BC 30(2)(b)",
            v.essential_interests,
            "its sovereignty, security, public order or other essential interests are at stake",
            ground="essential-interests",
            overrides="BC-30-2.closed",
        ),
    )
    .warns(
        row(
            "BC-30-1y",
            "BC 30(1)",
            ALWAYS,
            "it brings only enough traffic data to find the other provider and the path; the next "
            "step is yours: a new request to that State, or your own powers if it is yours",
        ),
    )
)

future_data = on(["preservation", *STORED]).suggests(
    row(
        "BC-29-1x.content",
        "BC 34",
        v.future & v.data.equals("content"),
        "messages still to come are intercepted, not preserved",
        "I",
        measure="interception",
    ),
    row(
        "BC-29-1x.traffic",
        "BC 33",
        v.future & v.data.equals("traffic"),
        "traffic still to come is collected in real time, not preserved",
        "I",
        measure="real-time-traffic",
    ),
)

SECTIONS = (preservation, partial_disclosure, future_data)
