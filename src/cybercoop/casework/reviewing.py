"""They refused, postponed, set conditions, wanted more or said nothing: may they? What now?"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import TYPE_CHECKING, cast

import attrs

from cybercoop.casework._world import (
    Facts,
    RequestFacts,
    case_facts,
    check_day,
    chosen_by_treaty,
    served_need,
)
from cybercoop.casework.checking import check
from cybercoop.law.replies import ASSERTED, UNRULED, reply_law
from cybercoop.logic.lawbook import Clause, Lawbook
from cybercoop.logic.rules import ANY_GROUND, Effect, Presumption
from cybercoop.logic.verdict import Finding, Verdict, find, truth
from cybercoop.logic.worlds import Knowledge, match_presumptions
from cybercoop.model.advice import Notice, Reason
from cybercoop.model.casework import Breach, GroundReview, NextStep, Review
from cybercoop.model.requests import Request
from cybercoop.model.response import Response
from cybercoop.model.terms import (
    Channel,
    FollowUp,
    Ground,
    Permission,
    Responder,
    ResponseKind,
    Status,
)
from cybercoop.routing.explain import question_notice, reason_for
from cybercoop.routing.router import judged_ways

if TYPE_CHECKING:
    from cybercoop.atlas import Atlas

__all__ = ["review"]

_SUFFICES: Mapping[ResponseKind, frozenset[Effect]] = {
    ResponseKind.REFUSAL: frozenset({Effect.MAY_REFUSE}),
    ResponseKind.POSTPONEMENT: frozenset({Effect.MAY_REFUSE, Effect.MAY_POSTPONE}),
    ResponseKind.CONDITIONS: frozenset(
        {Effect.MAY_REFUSE, Effect.MAY_POSTPONE, Effect.MAY_CONDITION}
    ),
    ResponseKind.DEMAND: frozenset({Effect.MAY_REFUSE, Effect.MAY_DEMAND}),
    ResponseKind.SILENCE: frozenset(),
}
"""Who may refuse may also do less: postpone, or help under conditions."""

_ORDER = tuple(FollowUp)


def review(
    request: Request,
    response: Response,
    *,
    on: dt.date,
    atlas: Atlas | None = None,
    presume: bool = True,
) -> Review:
    """What to make of an answer to a request (BC 25 to 30; rule sheet sections 2 and 3).

    For every ground: may it be given for this measure between these States; which duties were
    not kept; what to do now. Raises `InvalidInput` for a request that names no need, or a State
    the atlas cannot know.
    """
    check_day(on)
    need = served_need(request)
    case, digest = case_facts(need, atlas, on)
    complete = check(request, on=on, atlas=atlas).complete
    parts = {"response": response, "request": RequestFacts(request, complete)}
    return _Review(request, response, Facts(case, parts), presume).answer(on, digest, atlas)


@cache
def _book(presume: bool) -> tuple[Lawbook, Mapping[str, Sequence[Presumption]]]:
    law = reply_law()
    return law, match_presumptions(law.facts, law.presumptions) if presume else {}


@attrs.frozen(eq=False)
class _Judged:
    """What is found of one ground on one way."""

    permitted: Permission
    reasons: tuple[Reason, ...]
    notices: tuple[Notice, ...]


class _Review:
    def __init__(self, request: Request, response: Response, facts: Facts, presume: bool) -> None:
        self.request = request
        self.response = response
        self.facts = facts
        self.law, self.presumptions = _book(presume)
        self.notices: list[Notice] = []

    def answer(self, on: dt.date, digest: str, atlas: Atlas | None) -> Review:
        ways = self._ways(self.facts, note=True)
        grounds = tuple(self._ground(ground) for ground in self.response.grounds or ())
        breaches = [*self._forbidden(grounds), *self._breaches(ways)]
        return Review(
            on=on,
            law=self.law.version,
            atlas=digest,
            grounds=grounds,
            breaches=tuple({(b.on, b.cite): b for b in reversed(breaches)}.values())[::-1],
            next_steps=self._steps(grounds, on, atlas),
            warnings=tuple(dict.fromkeys(self.notices)),
        )

    def _ways(self, facts: Facts, *, note: bool = False) -> list[Verdict]:
        """The ways the request may have travelled, judged on these facts."""
        known = Knowledge.of(facts, self.presumptions)
        judged = judged_ways(self.law.by_measure[self.request.kind], known)
        channel = self.request.channel
        if channel is None:
            found = [
                (v, basis)
                for v, basis in judged
                if v.layout.way.asks_state and not v.layout.way.last_resort
            ]
        else:
            found = [(v, basis) for v, basis in judged if v.layout.way.channel == channel]
        ways = chosen_by_treaty(found, self.request)
        open_ways = [v for v in ways if v.status is not Status.BLOCKED]
        if open_ways:
            return open_ways
        if note:
            self._note_closed(ways)
        treaties = [
            v
            for v, _ in judged
            if v.layout.way.channel == Channel.TREATY and not v.layout.way.fallback
        ]
        through_treaty = [v for v in treaties if v.status is not Status.BLOCKED]
        return through_treaty or treaties or ways

    def _note_closed(self, verdicts: list[Verdict]) -> None:
        for verdict in verdicts:
            for finding in verdict.demands:
                if finding.effective is False:
                    rule = finding.clause.rule
                    self.notices.append(
                        Notice(rule.cite, f"this channel was not open: {_denied(finding)}")
                    )

    def _ground(self, ground: Ground) -> GroundReview:
        asserted = ASSERTED.get(ground)
        facts = self.facts if asserted is None else self.facts.saying({asserted: True})
        ways = self._ways(facts)
        judged = [self._judge(ground, verdict) for verdict in ways]
        kinds = {entry.permitted for entry in judged}
        reasons = tuple(dict.fromkeys(reason for j in judged for reason in j.reasons))
        notices = [notice for j in judged for notice in j.notices]
        notices += self._contradicted(asserted, judged)
        permitted = kinds.pop() if len(kinds) == 1 else Permission.UNDETERMINED
        if not ways:
            silent = "no rule known here speaks of such a request on this channel"
            reasons = (Reason(UNRULED, "is silent", None, silent),)
        return GroundReview(
            ground=ground,
            permitted=permitted,
            because=reasons,
            warnings=tuple(dict.fromkeys(notices)),
        )

    def _contradicted(self, path: str | None, judged: list[_Judged]) -> Iterator[Notice]:
        if path is None:
            return
        value = self.facts.need
        for step in path.split("."):
            value = getattr(value, step)
        cites = [reason.cite for entry in judged for reason in entry.reasons]
        if value is False and cites:  # type: ignore[comparison-overlap]
            yield Notice(cites[0], f"you state the contrary of {path}; the judgement is theirs")

    def _judge(self, ground: Ground, verdict: Verdict) -> _Judged:
        known = verdict.known
        suffices = _SUFFICES[self.response.kind]
        named = [c for c in verdict.layout.grounds if c.rule.ground in (ground, ANY_GROUND)]
        findings = [find(c, known, False) for c in named if c.rule.effect in suffices]
        support = [
            reason_for(clause, truth(clause.condition, known, False), known)
            for clause in verdict.layout.of(Effect.BINDS)
            if clause.rule.ground == ground
        ]
        notices = tuple(question_notice(question) for f in findings for question, _ in f.disputed)

        def judged(permitted: Permission, reasons: list[Reason]) -> _Judged:
            return _Judged(permitted, (*reasons, *support), notices)

        met = [f for f in findings if f.effective is True]
        if met:
            return judged(Permission.YES, [_reason(f, known) for f in met])
        disputed = [f for f in findings if f.unsettled]
        if disputed:
            open_places = [
                Reason(question.cite, "open question", None, question.text)
                for f in disputed
                for question, _ in f.disputed
            ]
            return judged(
                Permission.UNSETTLED, [*(_reason(f, known) for f in disputed), *open_places]
            )
        unknown = [f for f in findings if f.effective is None]
        if unknown:
            return judged(Permission.UNDETERMINED, [_reason(f, known) for f in unknown])
        shields = self._shields(ground, verdict)
        short = [find(c, known, False) for c in named if c.rule.effect not in suffices]
        reasons = [*shields, *(_reason(f, known) for f in (*short, *findings))]
        if reasons:
            return judged(Permission.NO, reasons)
        unruled = Reason(UNRULED, "is silent", None, "no rule known here speaks of this ground")
        return judged(Permission.UNDETERMINED, [unruled])

    def _shields(self, ground: Ground, verdict: Verdict) -> list[Reason]:
        """The rules that forbid the ground, the special ones before the closed list.

        The list stays closed for this ground though another ground, which is on it, is met too.
        """
        holding = []
        for clause in verdict.layout.of(Effect.MUST_NOT_REFUSE):
            if clause.rule.ground in (ground, ANY_GROUND):
                closed = clause.rule.ground == ANY_GROUND
                condition = clause.own if closed else clause.condition
                if truth(condition, verdict.known, True) is True:
                    holding.append(clause)
        holding.sort(key=lambda clause: clause.rule.ground == ANY_GROUND)
        return [reason_for(clause, True, verdict.known) for clause in holding]

    def _forbidden(self, grounds: tuple[GroundReview, ...]) -> Iterator[Breach]:
        if self.response.by is Responder.PROVIDER:
            return
        for ground in grounds:
            if ground.permitted is not Permission.NO:
                continue
            shields = [r for r in ground.because if r.effect == Effect.MUST_NOT_REFUSE]
            for reason in shields or ground.because[:1]:
                yield Breach(on="requested", cite=reason.cite, text=_instead(reason))

    def _breaches(self, ways: list[Verdict]) -> Iterator[Breach]:
        """Duties not kept on every way the request may have gone."""
        held = [
            {
                clause.rule.key: clause
                for clause in verdict.layout.of(Effect.BREACHES)
                if truth(clause.condition, verdict.known, True) is True
            }
            for verdict in ways
        ]
        for key, clause in (held[0] if held else {}).items():
            if all(key in other for other in held[1:]):
                rule = clause.rule
                yield Breach(on=cast(str, rule.on), cite=rule.cite, text=rule.text)

    def _steps(
        self, grounds: tuple[GroundReview, ...], on: dt.date, atlas: Atlas | None
    ) -> tuple[NextStep, ...]:
        steps: list[NextStep] = []
        for ground in grounds:
            if ground.permitted is Permission.NO and ground.because:
                reason = ground.because[0]
                steps.append(
                    NextStep(
                        action=FollowUp.INVOKE,
                        cite=reason.cite,
                        text=f"point to it: {_instead(reason)}",
                    )
                )
        worlds = [
            self.facts.saying({"ground.word": g.ground, "ground.permitted": g.permitted})
            for g in grounds
        ]
        for facts in worlds or [self.facts]:
            for verdict in self._ways(facts):
                for clause in verdict.layout.of(Effect.CALLS_FOR):
                    if truth(clause.condition, verdict.known, True) is True:
                        steps += self._step(clause, on, atlas)
        unique = {(step.action, step.cite): step for step in reversed(steps)}
        return tuple(sorted(unique.values(), key=lambda step: _ORDER.index(step.action)))

    def _step(self, clause: Clause, on: dt.date, atlas: Atlas | None) -> Iterator[NextStep]:
        rule = clause.rule
        action = cast(FollowUp, rule.action)
        text = rule.text
        if action is FollowUp.CHANGE_CHANNEL and rule.wire is None:
            others = self._other_ways(on, atlas)
            if not others:
                return
            text = f"{text}: {'; '.join(others)}"
        until = self.response.until if action is FollowUp.WAIT else None
        yield NextStep(action=action, cite=rule.cite, text=text, until=until)

    def _other_ways(self, on: dt.date, atlas: Atlas | None) -> list[str]:
        from cybercoop.routing import route

        advice = route(self.facts.need, on=on, atlas=atlas)
        lawful = [
            route
            for route in advice.routes
            if route.measure == self.request.kind
            and route.channel != self.request.channel
            and not route.last_resort
            and route.status in (Status.AVAILABLE, Status.REFUSABLE)
        ]
        lawful.sort(key=lambda r: r.time.median_days if r.time else float("inf"))
        return [f"{route.channel} ({route.basis}, {route.status})" for route in lawful]


def _reason(finding: Finding, known: Knowledge) -> Reason:
    return reason_for(finding.clause, finding.value, known)


def _denied(finding: Finding) -> str:
    text = finding.clause.rule.text
    return text if finding.clause.rule.effect is Effect.CLOSES else f"not met: {text}"


def _instead(reason: Reason) -> str:
    """A forbidding reason as a sentence: what holds, or what would have been needed."""
    if reason.holds is False:
        return f"only where this holds, and it does not: {reason.text}"
    if reason.effect in (Effect.MAY_POSTPONE, Effect.MAY_CONDITION, Effect.MAY_DEMAND):
        return f"it {reason.effect} this holds, no more: {reason.text}"
    return reason.text
