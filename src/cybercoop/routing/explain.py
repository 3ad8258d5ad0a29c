"""Building the parts of a route that are read on demand: reasons, duties, contents, warnings."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any, cast

import attrs

from cybercoop.logic.conditions import Condition, OpenQuestion
from cybercoop.logic.lawbook import Clause
from cybercoop.logic.rules import Effect, Presumption
from cybercoop.logic.trace import deciding, missing
from cybercoop.logic.unlock import unlocks
from cybercoop.logic.verdict import Finding, Verdict, truth
from cybercoop.logic.worlds import Knowledge
from cybercoop.model.advice import ContentItem, Duty, Notice, Reason, Unlock
from cybercoop.model.terms import Status
from cybercoop.routing.facts import ROLES, CaseFacts, RegimeFacts

if TYPE_CHECKING:
    from cybercoop.atlas import Datum

__all__ = ["Explainer", "question_notice", "reason_for"]


def reason_for(clause: Clause, value: bool | None, known: Knowledge) -> Reason:
    """What became of a clause, with the facts that decided or are missing."""
    rule = clause.rule
    facts = _facts_behind(clause.condition, known)
    return Reason(rule.cite, rule.effect, value, rule.text, facts)


def question_notice(question: OpenQuestion) -> Notice:
    """A warning that shows both readings of an open question."""
    preferred, other = question.first, question.second
    if not question.prefers_first:
        preferred, other = other, preferred
    return Notice(
        question.cite, f"{question.text} Preferred reading: {preferred}. Other reading: {other}."
    )


def _facts_behind(condition: Condition, known: Knowledge) -> tuple[tuple[str, Any], ...]:
    if condition.holds(known.presumed) is None:
        return tuple((path, None) for path in missing(condition, known.presumed))
    return tuple(deciding(condition, known.presumed).items())


@attrs.frozen(eq=False)
class Explainer:
    """Tells why a verdict is what it is. `stale_after` is the age at which a datum is doubted."""

    verdict: Verdict
    presumptions: Mapping[str, Sequence[Presumption]]
    on: dt.date
    stale_after: dt.timedelta

    def because(self) -> tuple[Reason, ...]:
        """Every demand, the grounds that are met or not known, and what makes it owed or not."""
        reasons = [reason for f in self.verdict.demands for reason in self._demand(f)]
        for finding in self.verdict.grounds:
            if finding.effective is not False or finding.disputed:
                reasons.append(self._reason(finding.clause, finding.value))
        for effect in (Effect.MUST_NOT_REFUSE, Effect.OBLIGES, Effect.LEAVES_OPEN):
            reasons += [self._own(clause) for clause in self._holding(effect)]
        for clause in self._holding(Effect.TRAVELS_BY):
            reasons.append(self._own(clause))
        reasons += self._data_reasons()
        return tuple(reasons)

    def duties(self) -> tuple[Duty, ...]:
        """What either side owes on this route."""
        read = self.verdict.known.presumed.read
        states = {name: read(ROLES[name]) for name in ("requesting", "requested")}
        return tuple(
            Duty(
                on=cast(str, clause.rule.on),
                to=states[cast(str, clause.rule.to)],
                cite=clause.rule.cite,
                text=clause.rule.text,
            )
            for clause in self._holding(Effect.OWES)
        )

    def contents(self) -> tuple[ContentItem, ...]:
        """What the request must contain, and whether the need already holds it."""
        read = self.verdict.known.stated.read
        return tuple(
            ContentItem(
                cite=clause.rule.cite,
                item=cast(str, clause.rule.item),
                present=any(read(fact) not in (None, ()) for fact in clause.rule.shown_by),
                text=clause.rule.text,
            )
            for clause in self._holding(Effect.MUST_CONTAIN)
        )

    def warnings(self) -> tuple[Notice, ...]:
        """Open questions first, then practical traps, then data that are weak or old."""
        notices = [question_notice(question) for question in self.verdict.open_questions]
        for clause in self._holding(Effect.WARNS):
            notices.append(Notice(clause.rule.cite, clause.rule.text))
        return (*notices, *self._data_warnings())

    def unlock(self) -> tuple[Unlock, ...]:
        """The smallest changes that would lift a blocked route."""
        return unlocks(self.verdict, self.presumptions)

    def _holding(self, effect: Effect) -> list[Clause]:
        known = self.verdict.known
        return [
            clause
            for clause in self.verdict.layout.of(effect)
            if truth(clause.condition, known, True) is True
        ]

    def _demand(self, finding: Finding) -> Iterator[Reason]:
        clause = finding.clause
        if clause.rule.effect is Effect.REQUIRES:
            yield self._reason(clause, finding.value)
            return
        own = truth(clause.own, self.verdict.known, False)
        yield Reason(
            clause.rule.cite, clause.rule.effect, own, clause.rule.text, self._facts(clause.own)
        )
        yield from self._shields(finding)

    def _shields(self, finding: Finding) -> Iterator[Reason]:
        """The exceptions that keep a closing rule or a ground of refusal from biting."""
        if truth(finding.clause.own, self.verdict.known, False) is not False:
            for exception in finding.clause.exceptions:
                if truth(exception.condition, self.verdict.known, True) is True:
                    yield self._own(exception)

    def _own(self, clause: Clause) -> Reason:
        return self._reason(clause, True)

    def _reason(self, clause: Clause, value: bool | None) -> Reason:
        return reason_for(clause, value, self.verdict.known)

    def _facts(self, condition: Condition) -> tuple[tuple[str, Any], ...]:
        return _facts_behind(condition, self.verdict.known)

    def _deciding_findings(self) -> list[Finding]:
        """The findings the status rests on."""
        verdict = self.verdict
        if verdict.status is Status.BLOCKED:
            return [f for f in verdict.demands if f.effective is False]
        return [*verdict.demands, *(f for f in verdict.grounds if f.effective is True)]

    def _data(self) -> Iterator[tuple[Finding, str, Datum]]:
        world = self.verdict.known.presumed
        seen: set[str] = set()
        told: list[Datum] = []
        for finding in self._deciding_findings():
            for path in deciding(finding.clause.condition, world):
                if path not in seen:
                    seen.add(path)
                    source = world.source
                    if isinstance(source, RegimeFacts) and not path.startswith("treaty."):
                        source = world.parent.source if world.parent else source
                    datum = cast(CaseFacts, source).datum(path, world.read)
                    if datum is not None and not any(datum is other for other in told):
                        told.append(datum)
                        yield finding, path, datum

    def _data_reasons(self) -> Iterator[Reason]:
        for finding, path, datum in self._data():
            if datum.cite is not None:
                yield Reason(
                    datum.cite,
                    "states",
                    finding.value,
                    datum.note or f"source of {path}",
                    ((path, datum.value),),
                )

    def _data_warnings(self) -> Iterator[Notice]:
        for finding, path, datum in self._data():
            cite = finding.clause.rule.cite
            if datum.confidence == "knowledge":
                yield Notice(cite, f"not verified: {path} ({datum.source})")
            dated = datum.dated
            if dated is not None and self.on - dated > self.stale_after:
                yield Notice(cite, f"old: {path} was last confirmed on {dated} ({datum.source})")
