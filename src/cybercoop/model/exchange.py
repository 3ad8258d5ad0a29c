"""What happened to a request: events that cannot be changed, only added to."""

from __future__ import annotations

import datetime as dt
from enum import StrEnum

import attrs

from cybercoop.errors import InvalidInput, Problem
from cybercoop.model import _fields as f
from cybercoop.model.response import UseCondition
from cybercoop.model.terms import Ground

__all__ = ["ENDS", "EventKind", "ExchangeEvent"]


class EventKind(StrEnum):
    """What can happen to a request, from the draft to the feedback (T-CY recommendations 2, 9)."""

    DRAFTED = "drafted"
    CONSULTED = "consulted"
    SENT = "sent"
    RECEIPT_CONFIRMED = "receipt-confirmed"
    INFORMATION_ASKED = "information-asked"
    INFORMATION_GIVEN = "information-given"
    PRESERVED = "preserved"
    EXTENDED = "extended"
    FOLLOWUP_SENT = "followup-sent"
    FOLLOWUP_RECEIVED = "followup-received"
    DECIDED = "decided"
    POSTPONED = "postponed"
    CONDITIONS_SET = "conditions-set"
    CONDITIONS_ACCEPTED = "conditions-accepted"
    CONDITIONS_DECLINED = "conditions-declined"
    PARTIALLY_EXECUTED = "partially-executed"
    EXECUTED = "executed"
    REFUSED = "refused"
    WITHDRAWN = "withdrawn"
    FEEDBACK_GIVEN = "feedback-given"


ENDS = frozenset({EventKind.EXECUTED, EventKind.REFUSED, EventKind.WITHDRAWN, EventKind.DECIDED})
"""After one of these nothing happens to a request, but that feedback is given.

A request to preserve is fulfilled by ``preserved``, which ends nothing: the hold runs on until the
follow-up is ``decided``.
"""


@attrs.frozen(kw_only=True)
class ExchangeEvent:
    """One thing that happened.

    `at` is when it was recorded as happening, `on` the legal day where it differs (the day of
    receipt the other side names). `means` is how it was sent, `until` a day named (of a hold, a
    postponement), `digest` chains it to everything before.
    """

    kind: EventKind = f.term(EventKind, required=True)
    at: dt.datetime = f.instant()
    actor: str | None = f.text()
    on: dt.date | None = f.day()
    means: str | None = f.text()
    reference: str | None = f.text()
    text: str | None = f.text()
    until: dt.date | None = f.day()
    conditions: tuple[UseCondition, ...] | None = f.some(UseCondition)
    grounds: tuple[Ground, ...] | None = f.terms(Ground)
    digest: str | None = f.matching(
        r"^[0-9a-f]{64}$", "digest", "is no SHA-256 digest", "64 hexadecimal digits in lower case"
    )

    def __attrs_post_init__(self) -> None:
        problems = []
        if self.at is None:
            problems.append(Problem("$.at", "missing", "required", None, "an instant"))
        if self.conditions and self.kind is not EventKind.CONDITIONS_SET:
            problems.append(
                Problem(
                    "$.conditions",
                    "contradiction",
                    f"conditions are not set by {self.kind}",
                    None,
                    "conditions with conditions-set only",
                )
            )
        if self.kind is EventKind.CONDITIONS_SET and not self.conditions:
            problems.append(
                Problem("$.conditions", "missing", "which conditions?", None, "the conditions set")
            )
        if self.kind is EventKind.SENT and self.means is None:
            problems.append(
                Problem("$.means", "missing", "by which means was it sent?", None, "text")
            )
        if self.grounds and self.kind not in (EventKind.REFUSED, EventKind.POSTPONED):
            problems.append(
                Problem(
                    "$.grounds",
                    "contradiction",
                    f"{self.kind} rests on no ground",
                    None,
                    "grounds with refused or postponed only",
                )
            )
        if problems:
            raise InvalidInput(problems, "event")

    @property
    def day(self) -> dt.date:
        """The legal day: the one named, else the day of `at` in its own offset."""
        return self.on or self.at.date()
