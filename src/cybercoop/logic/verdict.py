"""From the clauses of a way to its status: hard conditions, open questions, grounds of refusal."""

from __future__ import annotations

from functools import cached_property

import attrs

from cybercoop.logic.conditions import Condition, OpenQuestion, Truth
from cybercoop.logic.lawbook import Clause, Layout
from cybercoop.logic.worlds import Knowledge
from cybercoop.model.terms import Status

__all__ = ["Finding", "Verdict", "find", "judge", "truth"]


def truth(condition: Condition, known: Knowledge, favourable: bool) -> Truth:
    """The value on stated facts; where they do not decide, a presumption may make it favourable."""
    value = condition.holds(known.stated)
    if value is None and condition.holds(known.presumed) is favourable:
        return favourable
    return value


@attrs.frozen(eq=False)
class Finding:
    """What became of one clause: its value, and what it would be where the law is open.

    `disputed` holds each open question under whose other reading the value differs, with the
    value it has there.
    """

    clause: Clause
    value: Truth
    disputed: tuple[tuple[OpenQuestion, Truth], ...] = ()

    @property
    def unsettled(self) -> bool:
        """Both readings are known, differ, and the library does not choose between them."""
        return self.value is not None and any(
            not question.decides and other is not None for question, other in self.disputed
        )

    @property
    def effective(self) -> Truth:
        """The value that counts: unknown if an undecided reading turns on an unknown fact."""
        if any(not question.decides for question, _ in self.disputed):
            return None
        return self.value


def find(clause: Clause, known: Knowledge, favourable: bool) -> Finding:
    """What becomes of one clause, under both readings of each open question it turns on."""
    value = truth(clause.condition, known, favourable)
    if not clause.questions:
        return Finding(clause, value)
    disputed = []
    for question in clause.questions:
        other = truth(clause.condition, known.under_other_reading(question), favourable)
        if other is not value:
            disputed.append((question, other))
    return Finding(clause, value, tuple(disputed))


@attrs.frozen(eq=False)
class Verdict:
    """The status of a way, with what was found of each of its clauses: the trace."""

    layout: Layout
    known: Knowledge
    status: Status
    demands: tuple[Finding, ...]
    grounds: tuple[Finding, ...]

    @cached_property
    def open_questions(self) -> tuple[OpenQuestion, ...]:
        """The open questions this status turns on or is interpreted by."""
        return tuple(
            dict.fromkeys(
                question
                for finding in (*self.demands, *self.grounds)
                for question, _ in finding.disputed
            )
        )


def judge(layout: Layout, known: Knowledge) -> Verdict:
    """Judge one way in one state of knowledge.

    A hard condition that is false blocks; two readings that differ and are both kept leave the
    way unsettled; a hard condition that is unknown leaves it undetermined; a ground of refusal
    that is met makes it refusable; otherwise it is available.
    """
    demands = tuple(find(clause, known, True) for clause in layout.demands)
    grounds = tuple(find(clause, known, False) for clause in layout.grounds)
    return Verdict(layout, known, _status(demands, grounds), demands, grounds)


def _status(demands: tuple[Finding, ...], grounds: tuple[Finding, ...]) -> Status:
    values = {finding.effective for finding in demands}
    if False in values:
        return Status.BLOCKED
    if any(finding.unsettled for finding in demands):
        return Status.UNSETTLED
    if None in values:
        return Status.UNDETERMINED
    if any(finding.effective for finding in grounds):
        return Status.REFUSABLE
    if any(finding.unsettled for finding in grounds):
        return Status.UNSETTLED
    return Status.AVAILABLE
