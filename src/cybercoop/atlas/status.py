"""Who is bound when, and which statements have effect: the clauses applied to the data."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

import attrs

from cybercoop.atlas.records import (
    Datum,
    InstrumentRecord,
    StatementRecord,
    StateRecord,
    TerritoryRecord,
)
from cybercoop.model.citation import Citation
from cybercoop.model.instrument import InstrumentClauses, StatementTime

__all__ = ["Effect", "Standing", "effect_of", "first_entry", "standing", "territory_end"]

NEVER = dt.date.max
ALWAYS = dt.date.min


@attrs.frozen(kw_only=True)
class Standing:
    """How a State stands to an instrument over time.

    It is surely not bound before `earliest` nor from `until` on, surely bound from `certain` on
    (until then); what lies between is not known. `since` is the exact day of entry into force.
    """

    earliest: dt.date | None = None
    certain: dt.date | None = None
    until: dt.date | None = None
    since: dt.date | None = None
    datum: Datum | None = None
    cite: Citation | None = None

    def on(self, day: dt.date) -> bool | None:
        """Bound on that day; None if it is not known."""
        if self.until is not None and day >= self.until:
            return False
        if self.earliest is not None and day < self.earliest:
            return False
        if self.certain is not None and day >= self.certain:
            return True
        return None


def first_entry(
    clauses: InstrumentClauses, consents: Iterable[InstrumentRecord]
) -> tuple[dt.date | None, dt.date | None]:
    """The day the instrument itself enters into force: at the earliest, and for certain.

    It is a fixed day, or computed from the dated consents; a consent whose day is not known
    counts for the earliest day only. None: no such day on what is known.
    """
    if clauses.consents_needed is None or clauses.entry is None:
        fixed = clauses.first_entry or ALWAYS
        return fixed, fixed
    dated, undated = [], []
    for record in consents:
        day = record.day("deposited")
        if day is not None:
            dated.append(day)
        elif record.day("status") == "consented":
            undated.append(record.day("signed") or ALWAYS)
    needed = clauses.consents_needed

    def reached(days: list[dt.date]) -> dt.date | None:
        if len(days) < needed or clauses.entry is None:
            return None
        return clauses.entry.after(sorted(days)[needed - 1])

    return reached(dated + undated), reached(dated)


def standing(
    record: InstrumentRecord,
    clauses: InstrumentClauses,
    first: tuple[dt.date | None, dt.date | None],
) -> Standing:
    """The standing that follows from what is on file for one State and one instrument."""
    data = record.data
    until = None
    denounced = record.day("denounced")
    if denounced is not None and clauses.denunciation is not None:
        until = clauses.denunciation.after(denounced)
    # A State acceded only if it is said that it never signed.
    acceded = "signed" in data and data["signed"].value is None
    cite = (clauses.accession_cite if acceded else None) or clauses.entry_cite
    status = record.day("status")
    given = record.day("in_force")
    deposited = record.day("deposited")
    if given is not None:
        return Standing(
            earliest=given,
            certain=given,
            until=until,
            since=given,
            datum=data["in_force"],
            cite=cite,
        )
    if deposited is not None and clauses.entry is not None:
        own = clauses.entry.after(deposited)
        earliest = NEVER if first[0] is None else max(own, first[0])
        certain = None if first[1] is None else max(own, first[1])
        return Standing(
            earliest=earliest,
            certain=certain,
            until=until,
            since=certain if certain == earliest else None,
            datum=data["deposited"],
            cite=cite,
        )
    if status == "in-force":
        start = max(record.day("signed") or ALWAYS, first[0] or ALWAYS)
        return Standing(earliest=start, certain=start, until=until, datum=data["status"], cite=cite)
    if status == "consented":
        own = record.day("signed") or ALWAYS
        return Standing(
            earliest=NEVER if first[0] is None else max(own, first[0]),
            until=until,
            datum=data["status"],
            cite=cite,
        )
    if status in ("not-in-force", "terminated"):
        return Standing(earliest=NEVER, datum=data["status"], cite=cite)
    if record.day("signed") is not None and deposited is None and status is None:
        # A signature alone binds to nothing.
        return Standing(earliest=NEVER, datum=data["signed"], cite=cite)
    datum = next(iter(data.values()), None)
    return Standing(until=until, datum=datum, cite=cite)


@attrs.frozen(kw_only=True)
class Effect:
    """May a statement have effect at all? If not, or if it was filed oddly, `remark` says why."""

    allowed: bool
    cite: Citation
    remark: str | None = None


def effect_of(
    statement: StatementRecord, clauses: InstrumentClauses | None, state: StateRecord
) -> Effect:
    """What the instrument lets a statement do, whatever the day.

    A reservation to a paragraph that takes none, or one that came after the deposit where only
    signature or deposit allow it, has none (BC 40, BC 42).
    """
    provision = statement.provision
    if clauses is None or clauses.statements is None:
        return Effect(allowed=True, cite=provision)
    rule = clauses.rule_for(provision)
    if rule is None and any(inner.provision in provision for inner in clauses.statements):
        return Effect(
            allowed=True,
            cite=provision,
            remark=f"filed to {provision} as a whole: which of its paragraphs is not known",
        )
    if rule is None:
        return Effect(
            allowed=False,
            cite=clauses.statements_cite or provision,
            remark=f"{provision} takes no {statement.kind}: kept without effect",
        )
    record = state.instruments.get(provision.code)
    late = _made_late(statement, record) if record is not None else None
    if rule.when is StatementTime.SIGNATURE_OR_DEPOSIT and late is not None:
        return Effect(
            allowed=False,
            cite=rule.cite,
            remark=(
                f"the {statement.kind} to {provision} was made on {statement.made}, after {late}: "
                f"{rule.cite} allows it at signature or deposit only; kept without effect"
            ),
        )
    if statement.kind != rule.kind.value:
        return Effect(
            allowed=True,
            cite=provision,
            remark=f"filed as a {statement.kind}, {provision} takes a {rule.kind.value}: read so",
        )
    return Effect(allowed=True, cite=provision)


def _made_late(statement: StatementRecord, record: InstrumentRecord) -> str | None:
    if statement.made is None:
        return None
    deposited = record.day("deposited")
    if deposited is not None:
        return f"the deposit of {deposited}" if statement.made > deposited else None
    in_force = record.day("in_force")
    if in_force is not None and statement.made > in_force:
        return f"the entry into force of {in_force}"
    return None


def territory_end(territory: TerritoryRecord, clauses: InstrumentClauses) -> dt.date | None:
    """The day from which the territory is covered; None if it stays excluded (BC 38(2))."""
    days = [territory.until]
    if territory.extended is not None and clauses.territory is not None:
        days.append(clauses.territory.after(territory.extended))
    return min(filter(None, days), default=None)
