"""What an answer rests on that nobody stated: assumptions, and questions that would settle it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from cybercoop.logic.lawbook import Clause
from cybercoop.logic.rules import Effect
from cybercoop.logic.trace import missing, presumed
from cybercoop.logic.verdict import Finding, Verdict
from cybercoop.logic.worlds import Knowledge
from cybercoop.model.advice import Assumption, Question
from cybercoop.model.citation import Citation
from cybercoop.model.terms import Status
from cybercoop.routing.facts import ROLES

__all__ = ["open_facts"]


def open_facts(
    verdicts: Iterable[Verdict],
) -> tuple[tuple[Assumption, ...], tuple[Question, ...]]:
    """The assumptions and questions of an answer, each fact once."""
    assumed: dict[str, Assumption] = {}
    asked: dict[str, tuple[dict[str, None], Citation]] = {}
    for verdict in verdicts:
        if verdict.status is Status.BLOCKED:
            continue
        way = verdict.layout.way
        name = f"{way.measure} via {way.channel}"
        for clause, known, favourable in _open_clauses(verdict):
            condition = clause.condition
            if condition.holds(known.stated) is not None:
                continue
            value = condition.holds(known.presumed)
            if value is favourable or (favourable is None and value is not None):
                for path, taken in presumed(condition, known.stated, known.presumed).items():
                    fact = path.partition("[")[0] if path.startswith("pair.") else path
                    assumed[fact] = Assumption(fact, taken)
                continue
            # A presumption never closes a way: what only it would close is asked.
            world = known.presumed if value is None else known.stated
            for path in missing(condition, world):
                fact = _asked_as(path, known)
                asked.setdefault(fact, ({}, clause.rule.cite))[0][name] = None
    questions = tuple(
        Question(path, tuple(decides), cite) for path, (decides, cite) in asked.items()
    )
    return tuple(assumed[fact] for fact in sorted(assumed)), questions


def _open_clauses(verdict: Verdict) -> Iterator[tuple[Clause, Knowledge, bool | None]]:
    """The clauses on which the status, the obligation or the way of travel may still turn.

    With each, the value a presumption may give it; None if it may give either.
    """
    known = verdict.known
    findings: list[tuple[Finding, bool]] = [(finding, True) for finding in verdict.demands]
    if verdict.status is not Status.REFUSABLE:
        findings += [(finding, False) for finding in verdict.grounds]
    for finding, favourable in findings:
        yield finding.clause, known, favourable
        for question in finding.clause.questions:
            if not question.decides:
                yield finding.clause, known.under_other_reading(question), favourable
    for effect in (Effect.OBLIGES, Effect.TRAVELS_BY, Effect.EXPEDITES):
        for clause in verdict.layout.of(effect):
            yield clause, known, None


def _asked_as(path: str, known: Knowledge) -> str:
    """What to ask for: of a State nobody named, which it is; of a treaty, the agreements."""
    head = path.partition(".")[0]
    role = ROLES.get(head)
    if role is not None and path != head and known.presumed.read(role) is None:
        return role.path
    if head == "treaty":
        return "pair.agreements"
    # Which kind of agreement is meant stands in the routes it decides.
    return path.partition("[")[0] if head == "pair" else path
