"""The router: every way the law knows for a need is judged, timed and ranked."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING

import attrs

from cybercoop.errors import InvalidInput, Problem
from cybercoop.logic.lawbook import Clause, Lawbook, Layout
from cybercoop.logic.rules import Effect, Presumption
from cybercoop.logic.verdict import Verdict, judge, truth
from cybercoop.logic.worlds import Knowledge, match_presumptions
from cybercoop.model.advice import Advice, Alternative, Deferred, Route
from cybercoop.model.need import Need
from cybercoop.model.terms import Mark, Obligation, Status
from cybercoop.routing.durations import Durations, shipped_durations
from cybercoop.routing.explain import Explainer
from cybercoop.routing.facts import CaseFacts, RegimeFacts
from cybercoop.routing.open_facts import open_facts
from cybercoop.routing.ranking import fastest_way, first_step

if TYPE_CHECKING:
    from cybercoop.atlas import Atlas, View

__all__ = ["Router", "checked_view", "judged_ways"]

_STALE_AFTER = dt.timedelta(days=3 * 365)


@attrs.frozen(eq=False)
class Router:
    """A law and a table of durations, ready to answer needs.

    `presume` false leaves every unstated fact unknown.
    """

    law: Lawbook
    durations: Durations
    presumptions: Mapping[str, Sequence[Presumption]]

    @classmethod
    def of(
        cls, law: Lawbook, durations: Durations | None = None, *, presume: bool = True
    ) -> Router:
        """A router over `law`, with the shipped durations unless others are given."""
        matched = match_presumptions(law.facts, law.presumptions) if presume else {}
        return cls(law, durations or shipped_durations(), matched)

    def route(
        self,
        need: Need,
        atlas: Atlas,
        on: dt.date,
        *,
        by: str = "median",
        stale_after: dt.timedelta = _STALE_AFTER,
    ) -> Advice:
        """Judge every way for `need` on the day `on`. See `cybercoop.route`."""
        _check(on, by)
        source = CaseFacts(need, checked_view(need, atlas, on), on)
        known = Knowledge.of(source, self.presumptions)
        verdicts = self._verdicts(need, known)
        routes = tuple(
            self._route(verdict, basis, need, on, stale_after) for verdict, basis in verdicts
        )
        return Advice(
            need=need,
            on=on,
            law=self.law.version,
            atlas=atlas.digest,
            first=first_step(self.law.first_step, need, routes, by),
            fastest=fastest_way(need.measure, need.purpose, routes, by),
            routes=routes,
            alternatives=self._alternatives(need, known),
            open=Deferred(partial(open_facts, [verdict for verdict, _ in verdicts])),
        )

    def _verdicts(self, need: Need, known: Knowledge) -> list[tuple[Verdict, str]]:
        """Every way considered, judged, with the basis it rests on."""
        step = self.law.first_step
        layouts = list(self.law.by_measure[need.measure])
        if need.measure in step.before and truth(step.unless, known, True) is not True:
            layouts += self.law.by_measure[step.measure]
        if need.addressed_to is None:
            layouts = [layout for layout in layouts if not layout.way.asks_state]
        return judged_ways(layouts, known)

    def _route(
        self, verdict: Verdict, basis: str, need: Need, on: dt.date, stale_after: dt.timedelta
    ) -> Route:
        way = verdict.layout.way
        explainer = Explainer(verdict, self.presumptions, on, stale_after)
        via = tuple(
            clause.rule.wire
            for clause in _in_force(verdict, Effect.TRAVELS_BY)
            if clause.rule.wire is not None
        )
        quick = bool(_in_force(verdict, Effect.EXPEDITES))
        expedited = quick and verdict.status is not Status.BLOCKED
        facts = {
            "basis": basis,
            "via": via,
            "requested": need.addressed_to,
            "expedited": expedited,
            "data": need.data,
            "emergency": need.urgency.danger_to_life,
        }
        return Route(
            measure=way.measure,
            channel=way.channel,
            basis=basis,
            status=verdict.status,
            obligation=_obligation(verdict),
            yields=way.yields,
            expedited=expedited,
            via=tuple(dict.fromkeys(via)),
            time=self.durations.find(way.measure, way.channel, facts),
            mark=_weakest(verdict),
            hands=way.hands,
            asks_nobody=way.asks_nobody,
            last_resort=way.last_resort,
            because=Deferred(explainer.because),
            duties=Deferred(explainer.duties),
            contents=Deferred(explainer.contents),
            warnings=Deferred(explainer.warnings),
            unlock=Deferred(explainer.unlock),
        )

    def _alternatives(self, need: Need, known: Knowledge) -> tuple[Alternative, ...]:
        found: dict[str, Alternative] = {}
        for layout in self.law.by_measure[need.measure]:
            for clause in layout.of(Effect.SUGGESTS):
                rule = clause.rule
                if rule.measure is not None and truth(clause.condition, known, True) is True:
                    found[rule.key] = Alternative(rule.measure, rule.text, rule.cite)
        return tuple(found.values())


def judged_ways(layouts: Iterable[Layout], known: Knowledge) -> list[tuple[Verdict, str]]:
    """Each way that exists on what is known, judged, with the basis it rests on."""
    found: list[tuple[Verdict, str]] = []
    spare: list[Layout] = []
    for layout in layouts:
        if layout.way.fallback:
            spare.append(layout)
            continue
        for inside in _insides(layout, known):
            if layout.way.shown.holds(inside.presumed) is not False:
                found.append((judge(layout, inside), _basis(layout, inside)))
    taken = {(v.layout.way.measure, v.layout.way.channel) for v, _ in found}
    for layout in spare:
        if (layout.way.measure, layout.way.channel) not in taken:
            found.append((judge(layout, known), layout.way.basis))
    return found


def _insides(layout: Layout, known: Knowledge) -> Iterable[Knowledge]:
    """The states of knowledge to judge a way in: one for each thing it is repeated for."""
    if layout.way.each is None:
        return (known,)
    return known.members(layout.way.each)


def _basis(layout: Layout, known: Knowledge) -> str:
    source = known.stated.source
    return source.regime.id if isinstance(source, RegimeFacts) else layout.way.basis


def _in_force(verdict: Verdict, effect: Effect) -> list[Clause]:
    return [
        clause
        for clause in verdict.layout.of(effect)
        if truth(clause.condition, verdict.known, True) is True
    ]


def _obligation(verdict: Verdict) -> Obligation:
    """A duty unless the law is known to leave it open; nothing if nobody is asked."""
    if _in_force(verdict, Effect.LEAVES_OPEN):
        return Obligation.DISCRETION
    owed = any(
        truth(clause.condition, verdict.known, True) is not False
        for clause in verdict.layout.of(Effect.OBLIGES)
    )
    return Obligation.DUTY if owed else Obligation.NONE


def _weakest(verdict: Verdict) -> Mark:
    """The weakest mark among the rules the status rests on."""
    marks = [finding.clause.rule.mark for finding in verdict.demands]
    marks += [f.clause.rule.mark for f in verdict.grounds if f.effective is True]
    for effect in (Effect.OBLIGES, Effect.LEAVES_OPEN):
        marks += [clause.rule.mark for clause in _in_force(verdict, effect)]
    return max(marks, key=lambda mark: mark.weight, default=Mark.TEXT)


def _check(on: dt.date, by: str) -> None:
    problems = []
    if not isinstance(on, dt.date) or isinstance(on, dt.datetime):
        problems.append(Problem("$.on", "type", "a date expected", on, "a date such as 2026-11-23"))
    if by not in ("median", "p90"):
        problems.append(Problem("$.by", "word", "not a way to rank", by, "median or p90"))
    if problems:
        raise InvalidInput(problems, "question")


_STATES: tuple[tuple[str, Callable[[Need], str | None]], ...] = (
    ("requesting", lambda need: need.requesting),
    ("requested", lambda need: need.requested),
    ("target_data.located_in", lambda need: need.target_data.located_in),
    ("holder.seat", lambda need: need.holder.seat),
)


def checked_view(need: Need, atlas: Atlas, on: dt.date) -> View:
    """The atlas on the day, with every State of the need known to it."""
    view = atlas.as_of(on)
    problems: list[Problem] = []
    for path, read in _STATES:
        code = read(need)
        if code is not None:
            try:
                view.state(code)
            except InvalidInput as error:
                problems += [attrs.evolve(p, path=f"$.{path}") for p in error.problems]
    if problems:
        raise InvalidInput(problems, "need")
    return view
