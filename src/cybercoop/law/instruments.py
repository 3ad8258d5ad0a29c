"""How each instrument enters into force, ends, covers territory, and takes statements (data).

This module rests on the model alone, so that the atlas, which applies these clauses, may read it.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from types import MappingProxyType

from cybercoop.model.citation import Citation
from cybercoop.model.instrument import (
    InstrumentClauses,
    Period,
    StatementKind,
    StatementRule,
    StatementTime,
)
from cybercoop.model.terms import Mark

__all__ = ["INSTRUMENT_CLAUSES"]

THREE_MONTHS = Period(months=3, first_of_month=True)
cite = Citation.parse


def _rules(
    kind: StatementKind, when: StatementTime, allowed_by: str, provisions: Iterable[str]
) -> tuple[StatementRule, ...]:
    return tuple(StatementRule(cite(text), kind, when, cite(allowed_by)) for text in provisions)


_RESERVATION = StatementKind.RESERVATION
_DECLARATION = StatementKind.DECLARATION
_NOTIFICATION = StatementKind.NOTIFICATION
_AT_DEPOSIT = StatementTime.SIGNATURE_OR_DEPOSIT
_ANY_TIME = StatementTime.ANY_TIME

BUDAPEST = InstrumentClauses(
    code="BC",
    entry=THREE_MONTHS,
    entry_cite=cite("BC 36(4)"),
    accession_cite=cite("BC 37(2)"),
    first_entry=dt.date(2004, 7, 1),
    denunciation=THREE_MONTHS,
    denunciation_cite=cite("BC 47(2)"),
    territory=THREE_MONTHS,
    territory_cite=cite("BC 38(2)"),
    statements_cite=cite("BC 42"),
    withdrawal_cite=cite("BC 43(1)"),
    statements=(
        *_rules(
            _RESERVATION,
            _AT_DEPOSIT,
            "BC 42",
            (
                "BC 4(2)",
                "BC 6(3)",
                "BC 9(4)",
                "BC 10(3)",
                "BC 11(3)",
                "BC 14(3)",
                "BC 22(2)",
                "BC 29(4)",
                "BC 41(1)",
            ),
        ),
        *_rules(
            _DECLARATION,
            _AT_DEPOSIT,
            "BC 40",
            ("BC 2", "BC 3", "BC 6(1)(b)", "BC 7", "BC 9(3)", "BC 27(9)(e)"),
        ),
        # The register of authorities is kept correct, so these change at any time.
        *_rules(_NOTIFICATION, _ANY_TIME, "BC 24(7)", ("BC 24(7)",)),
        *_rules(_NOTIFICATION, _ANY_TIME, "BC 27(2)", ("BC 27(2)",)),
        *_rules(_NOTIFICATION, _ANY_TIME, "BC 35(1)", ("BC 35(1)",)),
        *_rules(_DECLARATION, _ANY_TIME, "BC 38", ("BC 38",)),
    ),
)

FIRST_PROTOCOL = InstrumentClauses(
    code="P1",
    entry=THREE_MONTHS,
    entry_cite=cite("P1 10(2)"),
    accession_cite=cite("P1 11(2)"),
    first_entry=dt.date(2006, 3, 1),
    denunciation=THREE_MONTHS,
    denunciation_cite=cite("P1 15(2)"),
    territory=THREE_MONTHS,
    territory_cite=cite("P1 14(2)"),
    requires="BC",
    statements_cite=cite("P1 12(2)"),
    withdrawal_cite=cite("P1 13"),
    statements=(
        *_rules(
            _RESERVATION,
            _AT_DEPOSIT,
            "P1 12(2)",
            ("P1 3", "P1 5", "P1 6", "BC 22(2)", "BC 41(1)"),
        ),
        *_rules(_DECLARATION, _ANY_TIME, "P1 14", ("P1 14",)),
    ),
)

SECOND_PROTOCOL = InstrumentClauses(
    code="P2",
    entry=THREE_MONTHS,
    entry_cite=cite("P2 16(4)"),
    consents_needed=5,
    denunciation=THREE_MONTHS,
    denunciation_cite=cite("P2 24"),
    territory=THREE_MONTHS,
    territory_cite=cite("P2 18"),
    requires="BC",
    falls_with="BC",
    mark=Mark.KNOWLEDGE,
    statements_cite=cite("P2 19"),
    withdrawal_cite=cite("P2 20"),
    statements=(
        *_rules(
            _RESERVATION,
            _AT_DEPOSIT,
            "P2 19(1)",
            ("P2 7(9)(a)", "P2 7(9)(b)", "P2 8(13)", "P2 17(1)"),
        ),
        *_rules(
            _DECLARATION,
            _AT_DEPOSIT,
            "P2 19(2)",
            (
                "P2 7(2)(b)",
                "P2 7(8)",
                "P2 8(11)",
                "P2 9(1)(b)",
                "P2 9(5)",
                "P2 10(9)",
                "P2 12(3)",
                "P2 18(2)",
            ),
        ),
        *_rules(
            _NOTIFICATION,
            _ANY_TIME,
            "P2 19(3)",
            (
                "P2 6(6)",
                "P2 7(5)(a)",
                "P2 7(5)(e)",
                "P2 8(4)",
                "P2 8(10)",
                "P2 14(7)(c)",
                "P2 14(10)(b)",
                "P2 17(2)",
            ),
        ),
    ),
)

MUTUAL_ASSISTANCE_1959 = InstrumentClauses(
    code="E30",
    entry=Period(days=90),
    entry_cite=cite("E30 27(3)"),
    accession_cite=cite("E30 28"),
    first_entry=dt.date(1962, 6, 12),
    denunciation=Period(months=6),
    denunciation_cite=cite("E30 29"),
    mark=Mark.KNOWLEDGE,
)

# The final clauses of ETS 99 were not read for this table.
ADDITIONAL_PROTOCOL_1978 = InstrumentClauses(
    code="E99",
    entry=Period(days=90),
    entry_cite=cite("E99"),
    first_entry=dt.date(1982, 4, 12),
    requires="E30",
    mark=Mark.KNOWLEDGE,
)

SECOND_ADDITIONAL_PROTOCOL_2001 = InstrumentClauses(
    code="E182",
    entry=THREE_MONTHS,
    entry_cite=cite("E182 30(3)"),
    accession_cite=cite("E182 31"),
    first_entry=dt.date(2004, 2, 1),
    denunciation=THREE_MONTHS,
    denunciation_cite=cite("E182 34"),
    requires="E30",
)

ORGANISED_CRIME = InstrumentClauses(
    code="UNTOC",
    entry=Period(days=30),
    entry_cite=cite("UNTOC 38"),
    first_entry=dt.date(2003, 9, 29),
    denunciation=Period(months=12),
    denunciation_cite=cite("UNTOC 40"),
    mark=Mark.KNOWLEDGE,
)

UN_CYBERCRIME = InstrumentClauses(
    code="UNCC",
    entry=Period(days=90),
    entry_cite=cite("UNCC 65"),
    consents_needed=40,
    mark=Mark.KNOWLEDGE,
)


def _dated(code: str, mark: Mark = Mark.KNOWLEDGE) -> InstrumentClauses:
    # Acts that bind State by State from a day that is on file, never computed.
    return InstrumentClauses(code=code, entry=None, entry_cite=cite(code), mark=mark)


INSTRUMENT_CLAUSES: Mapping[str, InstrumentClauses] = MappingProxyType(
    {
        clauses.code: clauses
        for clauses in (
            BUDAPEST,
            FIRST_PROTOCOL,
            SECOND_PROTOCOL,
            MUTUAL_ASSISTANCE_1959,
            ADDITIONAL_PROTOCOL_1978,
            SECOND_ADDITIONAL_PROTOCOL_2001,
            ORGANISED_CRIME,
            UN_CYBERCRIME,
            _dated("EIO"),
            _dated("EPO", Mark.TEXT),
            _dated("EPD"),
            _dated("IED"),
            _dated("EU00"),
            _dated("EU00P"),
            _dated("TCA"),
            _dated("EUUS"),
            _dated("EUJP"),
            _dated("E24"),
            _dated("E30V"),
            _dated("UNCAC"),
            _dated("OAS"),
        )
    }
)
"""The clauses by the code of the instrument."""
