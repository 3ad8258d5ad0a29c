"""An instrument's clauses on its own life: entry into force, end, territory, statements."""

from __future__ import annotations

import calendar
import datetime as dt
from enum import StrEnum

import attrs

from cybercoop.model.citation import Citation
from cybercoop.model.terms import Mark

__all__ = ["InstrumentClauses", "Period", "StatementKind", "StatementRule", "StatementTime"]


class StatementKind(StrEnum):
    """What a State filed with the depositary."""

    RESERVATION = "reservation"
    DECLARATION = "declaration"
    NOTIFICATION = "notification"


class StatementTime(StrEnum):
    """When an instrument allows a statement."""

    SIGNATURE_OR_DEPOSIT = "signature-or-deposit"
    ANY_TIME = "any-time"


@attrs.frozen(kw_only=True)
class Period:
    """A span between an act of a State and its effect: `months` or `days`, never both.

    With `first_of_month` the effect begins on the first day of the month that follows the end of
    the span (BC 36(3)).

    >>> Period(months=3, first_of_month=True).after(dt.date(2022, 11, 30))
    datetime.date(2023, 3, 1)
    """

    months: int = attrs.field(default=0, validator=attrs.validators.ge(0))
    days: int = attrs.field(default=0, validator=attrs.validators.ge(0))
    first_of_month: bool = False

    def __attrs_post_init__(self) -> None:
        if bool(self.months) == bool(self.days) or (self.days and self.first_of_month):
            raise ValueError("a period is months (to the first of a month or not) or days")

    def after(self, day: dt.date) -> dt.date:
        """The day the effect begins, when the act was done on `day`."""
        if self.days:
            return day + dt.timedelta(days=self.days)
        # The end of the span is held within its month, so only the month decides what follows.
        index = day.year * 12 + day.month - 1 + self.months + self.first_of_month
        year, month = divmod(index, 12)
        if self.first_of_month:
            return dt.date(year, month + 1, 1)
        return dt.date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


@attrs.frozen
class StatementRule:
    """One paragraph under which a State may file a statement.

    A statement to a paragraph inside `provision` is covered; `when` says how late it may come;
    `cite` is the clause that allows it.
    """

    provision: Citation
    kind: StatementKind
    when: StatementTime
    cite: Citation


@attrs.frozen(kw_only=True)
class InstrumentClauses:
    """What an instrument says of its own life, for one instrument.

    `entry` is the span from a State's consent to its entry into force (None: not computed, the
    date must be on file); `first_entry` the day the instrument itself entered into force, or
    `consents_needed` the number of consents that day is computed from; `requires` the instrument
    only whose Parties can join; `falls_with` the instrument whose denunciation ends this one too;
    `statements` the paragraphs that take a statement (None: not judged); `mark` how sure this is.
    """

    code: str
    entry: Period | None
    entry_cite: Citation
    accession_cite: Citation | None = None
    first_entry: dt.date | None = None
    consents_needed: int | None = None
    denunciation: Period | None = None
    denunciation_cite: Citation | None = None
    territory: Period | None = None
    territory_cite: Citation | None = None
    requires: str | None = None
    falls_with: str | None = None
    statements: tuple[StatementRule, ...] | None = None
    statements_cite: Citation | None = None
    withdrawal_cite: Citation | None = None
    mark: Mark = Mark.TEXT

    def rule_for(self, provision: Citation) -> StatementRule | None:
        """The rule that covers a statement to `provision`; None if the paragraph takes none."""
        for rule in self.statements or ():
            if provision in rule.provision:
                return rule
        return None
