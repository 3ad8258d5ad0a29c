"""Is this request specific and complete for its channel?"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import TYPE_CHECKING, Any

import attrs

from cybercoop.casework._paper import Paper
from cybercoop.casework._world import (
    Facts,
    case_facts,
    check_day,
    chosen_by_treaty,
    served_need,
)
from cybercoop.law.requests import EXPECTED, INSPECTIONS, NO_CASE, PUBLISHED, request_law
from cybercoop.logic.conditions import Condition
from cybercoop.logic.lawbook import Clause
from cybercoop.logic.rules import Effect, Inspection
from cybercoop.logic.transform import fill_in
from cybercoop.logic.verdict import Finding as Demand
from cybercoop.logic.verdict import Verdict, truth
from cybercoop.logic.worlds import Knowledge, match_presumptions
from cybercoop.model.casework import Check, Finding
from cybercoop.model.need import Need
from cybercoop.model.request_parts import Authority
from cybercoop.model.requests import Request
from cybercoop.model.terms import Layer, Measure, Severity
from cybercoop.routing.router import judged_ways

if TYPE_CHECKING:
    from cybercoop.atlas import Atlas, Datum, StateView
    from cybercoop.logic.facts import Collection
    from cybercoop.logic.worlds import Source
    from cybercoop.routing.facts import CaseFacts

__all__ = ["check"]

_SAYS_NO = "says-no"


def check(
    request: Request, *, on: dt.date, atlas: Atlas | None = None, presume: bool = True
) -> Check:
    """What the law requires of the request, what is missing, and what makes no sense.

    Four layers, told apart: what the instrument requires (only this makes a request incomplete),
    contradictions, what the requested Party publishes, what forms and practice expect
    (BC 29(2); rule sheet section 6; T-CY recommendation 12). Raises `InvalidInput` for a State
    the atlas cannot know. A request without a need can be checked, for what its paper shows.
    """
    check_day(on)
    return _Check(request, on, presume).answer(atlas)


class _PaperSource(Facts):
    """The facts of the case, with the paper and its targets."""

    __slots__ = ("paper",)

    def __init__(self, case: CaseFacts, paper: Paper) -> None:
        super().__init__(case, {"request": paper})
        self.paper = paper

    def members(self, collection: Collection) -> Sequence[Source]:
        if collection.path == "request.targets":
            return self.paper.targets
        return super().members(collection)


class _NoCase:
    """A paper without a case: nothing else is known."""

    def __init__(self, paper: Paper) -> None:
        self.paper = paper

    def resolve(self, fact: Any, read: Any) -> Any:
        head, _, rest = fact.path.partition(".")
        return getattr(self.paper, rest) if head == "request" else None

    def members(self, collection: Collection) -> Sequence[Source]:
        return self.paper.targets if collection.path == "request.targets" else ()


class _Check:
    def __init__(self, request: Request, on: dt.date, presume: bool) -> None:
        self.request = request
        self.on = on
        self.law = request_law()
        rules = match_presumptions(self.law.facts, self.law.presumptions)
        self.presumptions = rules if presume else {}
        self.ways = [
            layout
            for layout in self.law.by_measure[request.kind]
            if request.channel == layout.way.channel
            or (request.channel is None and layout.way.asks_state and not layout.way.last_resort)
        ]

    def answer(self, atlas: Atlas | None) -> Check:
        need: Need | None = None
        if self.request.need is not None:
            need = served_need(self.request)
        paper = Paper(self.request, need, self.on, bool(self.ways))
        source: Any
        requested: StateView | None = None
        if need is None:
            source, digest = _NoCase(paper), _digest(atlas)
        else:
            case, digest = case_facts(need, atlas, self.on)
            source = _PaperSource(case, paper)
            requested = None if need.addressed_to is None else case.state(need.addressed_to)
        known = Knowledge.of(source, self.presumptions)
        findings = [
            *self._contents(known),
            *([] if need is not None else [_no_need()]),
            *self._inspections(known),
            *(_published(requested) if requested else ()),
            *self._practice(known),
        ]
        return Check(
            on=self.on,
            law=self.law.version,
            atlas=digest,
            findings=tuple(_first_of_each(findings)),
        )

    def _contents(self, known: Knowledge) -> Iterator[Finding]:
        """What the law wants in it, and the conditions of the way that are not met."""
        judged = chosen_by_treaty(judged_ways(self.ways, known), self.request)
        lawful = [verdict for verdict in judged if not _unmet(verdict)]
        wanted: dict[str, tuple[Clause, Verdict]] = {}
        for verdict in lawful or judged:
            for clause in verdict.layout.of(Effect.MUST_CONTAIN):
                if truth(clause.condition, verdict.known, True) is not False:
                    wanted.setdefault(clause.rule.key, (clause, verdict))
        common = [
            key
            for key in wanted
            if all(
                any(c.rule.key == key for c in v.layout.of(Effect.MUST_CONTAIN))
                for v in lawful or judged
            )
        ]
        for key in common:
            yield self._content(*wanted[key])
        if judged and not lawful:
            for demand in _unmet(judged[0]):
                rule = demand.clause.rule
                closes = rule.effect is Effect.CLOSES
                yield Finding(
                    item="channel",
                    path="$.channel",
                    code="not-met",
                    cite=rule.cite,
                    layer=Layer.LAW,
                    severity=Severity.ERROR,
                    required=True,
                    present=False,
                    text=rule.text if closes else f"not met: {rule.text}",
                    cure="change the request, or the channel",
                )

    def _content(self, clause: Clause, verdict: Verdict) -> Finding:
        rule = clause.rule
        fields = rule.fields or (str(rule.item),)
        given = [getattr(self.request, name, None) for name in fields]
        named = [name for name, value in zip(fields, given, strict=True) if _filled(value)]
        says_no = any(value is False for value in given)
        present = bool(named)
        owed = True
        if rule.if_known and not present:
            owed = any(verdict.known.stated.read(f) not in (None, ()) for f in rule.shown_by)
        cure = f"state {rule.text}" if owed else f"state {rule.text} as soon as it is known"
        return Finding(
            item=named[0] if present else str(rule.item),
            path=f"$.{(named or fields)[0]}",
            code="present" if present else _SAYS_NO if says_no else "missing",
            cite=rule.cite,
            layer=Layer.LAW,
            severity=Severity.FINE if present else Severity.ERROR if owed else Severity.ADVICE,
            required=owed,
            present=present,
            text=rule.text,
            cure=None if present else cure,
        )

    def _inspections(self, known: Knowledge) -> Iterator[Finding]:
        for rule in INSPECTIONS:
            if not self._covers(rule):
                continue
            wrong = _asked_of(rule, self.request.kind)
            if rule.each is None:
                if truth(wrong, known, False) is True:
                    yield _finding(rule, f"$.{rule.item}")
                continue
            for index, inside in enumerate(known.members(rule.each)):
                if truth(wrong, inside, False) is True:
                    yield _finding(rule, f"$.{rule.item}[{index}]")

    def _covers(self, rule: Inspection) -> bool:
        scope, request = rule.scope, self.request
        return (scope.measures is None or request.kind in scope.measures) and (
            scope.channels is None or request.channel in scope.channels
        )

    def _practice(self, known: Knowledge) -> Iterator[Finding]:
        for entry in EXPECTED:
            if self.request.kind not in entry.kinds:
                continue
            if truth(entry.when, known, True) is not True:
                continue
            present = _filled(getattr(self.request, entry.item, None))
            yield Finding(
                item=entry.item,
                path=f"$.{entry.item}",
                code="present" if present else "expected",
                cite=entry.cite,
                layer=Layer.PRACTICE,
                severity=Severity.FINE if present else Severity.ADVICE,
                required=False,
                present=present,
                text=entry.text,
                cure=None if present else f"state {entry.text}",
            )


def _unmet(verdict: Verdict) -> list[Demand]:
    """The conditions of the way that are not met, on any reading of the law."""
    return [
        demand
        for demand in verdict.demands
        if demand.value is False and not any(other is True for _, other in demand.disputed)
    ]


@cache
def _asked_of(rule: Inspection, kind: Measure) -> Condition:
    return fill_in(rule.when, {"route.measure": kind})


def _first_of_each(findings: list[Finding]) -> Iterator[Finding]:
    """Practice says nothing more of an item the law wants already."""
    wanted = {finding.item for finding in findings if finding.layer is Layer.LAW}
    for finding in findings:
        if finding.layer is not Layer.PRACTICE or finding.item not in wanted:
            yield finding


def _filled(value: Any) -> bool:
    """Is something stated? A part with nothing in it, an empty list and a no are not."""
    if value is None or value is False or value == ():
        return False
    if isinstance(value, Authority):
        return value.name is not None
    if attrs.has(type(value)):
        return any(_filled(getattr(value, f.name)) for f in attrs.fields(type(value)))
    return not isinstance(value, tuple) or any(_filled(item) for item in value)


def _finding(rule: Inspection, path: str) -> Finding:
    return Finding(
        item=rule.item,
        path=path,
        code=rule.code,
        cite=rule.cite,
        layer=rule.layer,
        severity=rule.severity,
        required=rule.required,
        present=False,
        text=rule.text,
        cure=rule.cure,
    )


def _no_need() -> Finding:
    return _finding(NO_CASE, "$.need")


def _published(state: StateView) -> Iterator[Finding]:
    """What the requested Party has published about requests, in its own words."""
    for datum in state.publishes:
        yield Finding(
            item="special_instructions",
            path="$",
            code="published",
            cite=datum.cite or PUBLISHED,
            layer=Layer.REQUESTED_PARTY,
            severity=Severity.ADVICE,
            required=False,
            present=True,
            text=_said(datum),
            source=datum.described(),
        )


def _said(datum: Datum) -> str:
    entry = datum.value
    about, value, under = entry["about"], entry["value"], entry["under"]
    if isinstance(value, Mapping):
        value = [f"{key} {entry}" for key, entry in value.items()]
    shown = ", ".join(map(str, value)) if isinstance(value, list | tuple) else str(value)
    note = f"; {datum.note}" if datum.note else ""
    return f"{about}: {shown}" + (f" ({under})" if under else "") + note


def _digest(atlas: Atlas | None) -> str:
    if atlas is None:
        from cybercoop.atlas import shipped

        atlas = shipped()
    return atlas.digest
