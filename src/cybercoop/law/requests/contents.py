"""What the law wants in requests besides Article 29(2), which stands with preservation."""

from __future__ import annotations

from cybercoop.law.scopes import ASSISTANCE, CONVENTION, TREATY_ETS_30
from cybercoop.logic.conditions import ALWAYS
from cybercoop.logic.facts import Flag, Term
from cybercoop.logic.sections import on, row

__all__ = ["SECTIONS"]

copy = on([*ASSISTANCE, "preservation"], ["direct-judicial"], [CONVENTION]).must_contain(
    row(
        "BC-27-9a.contents",
        "BC 27(9)(a)",
        ALWAYS,
        "that a copy goes to their central authority at the same time, through your own",
        item="copy_to_central_authority",
        fields="copy_to_central_authority",
        shown_by=Flag("need.copy"),
    ),
)
ets_30 = on(ASSISTANCE, ["treaty"], [TREATY_ETS_30]).must_contain(
    row(
        "E30-14.authority",
        "E30 14(1)",
        ALWAYS,
        "the authority making the request",
        item="issuing_authority",
        fields="issuing_authority",
        shown_by=Term("authority"),
    ),
    row(
        "E30-14.object",
        "E30 14(1)",
        ALWAYS,
        "the object of the request",
        item="targets",
        fields=("targets", "data_categories", "special_instructions"),
        shown_by=Term("data"),
    ),
    row(
        "E30-14.reason",
        "E30 14(1)",
        ALWAYS,
        "the reason for the request",
        item="relevance",
        fields=("relevance", "necessity"),
        shown_by=Term("purpose"),
    ),
    row(
        "E30-14.person",
        "E30 14(1)",
        ALWAYS,
        "the identity and nationality of the person concerned, where possible",
        item="person",
        fields="person",
        if_known=True,
        shown_by=Term("person.national_of"),
    ),
    row(
        "E30-14.offence",
        "E30 14(2)",
        ALWAYS,
        "the offence",
        item="offences",
        fields="offences",
        shown_by=Term("offence.conduct"),
    ),
    row(
        "E30-14.facts",
        "E30 14(2)",
        ALWAYS,
        "a summary of the facts",
        item="facts",
        fields="facts",
        shown_by=Term("offence.description"),
    ),
)

SECTIONS = (copy, ets_30)
