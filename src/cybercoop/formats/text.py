"""An answer on one screen: do this first, then this, why, what may go wrong, what is not known."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Iterator

from cybercoop.formats.answers import plain
from cybercoop.model.advice import Advice, Reason, Route, Step
from cybercoop.model.terms import Obligation, Status

__all__ = ["advice_to_text"]

_WIDTH = 96
_COLOURS = {
    Status.AVAILABLE: "32",
    Status.REFUSABLE: "33",
    Status.UNSETTLED: "35",
    Status.UNDETERMINED: "36",
    Status.BLOCKED: "31",
}
_OBLIGATIONS = {
    Obligation.DUTY: "they must",
    Obligation.DISCRETION: "they may",
    Obligation.NONE: "nobody is asked",
}


def advice_to_text(advice: Advice, *, colour: bool = False) -> str:
    """The answer for a reader: plain text of at most 96 columns, with colour if wanted."""
    return "\n".join(_Page(advice, colour).lines()) + "\n"


class _Page:
    def __init__(self, advice: Advice, colour: bool) -> None:
        self.advice = advice
        self.colour = colour

    def lines(self) -> Iterator[str]:
        advice, need = self.advice, self.advice.need
        data = f" of {need.data} data" if need.data else ""
        to = f" to {need.addressed_to}" if need.addressed_to else ""
        yield self._bold(f"{need.requesting}{to}: {need.measure}{data}, on {advice.on}")
        yield from self._steps()
        yield from self._others()
        yield from self._trouble()
        yield from self._closed()
        yield from self._open()
        yield ""
        yield f"law {advice.law}, atlas {advice.atlas[:19]}. Not legal advice: check the sources."

    def _bold(self, text: str) -> str:
        return f"\033[1m{text}\033[0m" if self.colour else text

    def _status(self, status: Status) -> str:
        return f"\033[{_COLOURS[status]}m{status}\033[0m" if self.colour else str(status)

    def _head(self, text: str) -> Iterator[str]:
        yield ""
        yield self._bold(text)

    def _find(self, step: Step) -> Route:
        route = self.advice.route(step.measure, step.channel, step.basis)
        if route is None:
            raise LookupError(f"the answer names a step it has no route for: {step}")
        return route

    def _steps(self) -> Iterator[str]:
        first, fastest = self.advice.first, self.advice.fastest
        if first is None:
            yield from self._head("NO LAWFUL WAY IS ESTABLISHED ON THESE FACTS")
            return
        yield from self._head("DO THIS FIRST")
        yield from self._route(self._find(first))
        for step in first.alongside:
            yield from self._head("AT THE SAME TIME")
            yield from self._route(self._find(step))
        if fastest is not None and self._find(fastest) is not self._find(first):
            yield from self._head("THEN")
            yield from self._route(self._find(fastest))

    def _title(self, route: Route) -> str:
        via = f" by {', '.join(route.via)}" if route.via else ""
        return f"{route.measure} via {route.channel}{via} ({route.basis})"

    def _route(self, route: Route) -> Iterator[str]:
        yield f"  {self._title(route)}"
        quick = "; must be answered by quick means" if route.expedited else ""
        yield f"    {self._status(route.status)}, {_OBLIGATIONS[route.obligation]}{quick}"
        if route.time is not None:
            guess = ", an assumption" if route.time.assumption else ""
            yield (
                f"    about {route.time.median_days:g} days, nine in ten within "
                f"{route.time.p90_days:g}{guess}"
            )
        for reason in _main_reasons(route):
            yield from _wrapped(f"{_sign(reason)} {reason.cite}: {reason.text}", 4)
        for duty in route.duties:
            if duty.on == "requesting":
                yield from _wrapped(f"you owe ({duty.cite}): {duty.text}", 4)
        missing = [f"{item.item} ({item.cite})" for item in route.contents if not item.present]
        if missing:
            yield from _wrapped(f"the request still lacks: {', '.join(missing)}", 4)

    def _others(self) -> Iterator[str]:
        named = {id(self._find(s)) for s in (self.advice.first, self.advice.fastest) if s}
        others = [
            route
            for route in self.advice.routes
            if route.status is not Status.BLOCKED and id(route) not in named
        ]
        if others:
            yield from self._head("OTHER WAYS")
            for route in others:
                days = f", about {route.time.median_days:g} days" if route.time else ""
                yield f"  {self._title(route)}: {self._status(route.status)}{days}"

    def _trouble(self) -> Iterator[str]:
        notes: dict[str, None] = {}
        for route in self.advice.routes:
            if route.status in (Status.BLOCKED, Status.UNDETERMINED):
                continue
            for reason in route.because:
                if reason.effect.startswith("may be") and reason.holds:
                    notes[f"{route.measure}: they may {_verb(reason)} {reason.text}"] = None
            for warning in route.warnings:
                old = warning.text.startswith(("old:", "not verified:"))
                notes[warning.text if old else f"{warning.cite}: {warning.text}"] = None
        if notes:
            yield from self._head("WHAT MAY GO WRONG")
            for note in notes:
                yield from _wrapped(f"- {note}", 2)

    def _closed(self) -> Iterator[str]:
        blocked = [route for route in self.advice.routes if route.status is Status.BLOCKED]
        if blocked:
            yield from self._head("CLOSED")
            for route in blocked:
                why = next((r for r in route.because if _closes(r)), None)
                because = f" - {why.cite}: {_negative(why)}" if why else ""
                yield from _wrapped(f"{self._title(route)}{because}", 2)

    def _open(self) -> Iterator[str]:
        for other in self.advice.alternatives:
            yield from self._head("CONSIDER")
            yield from _wrapped(f"{other.measure} ({other.cite}): {other.why}", 2)
        if self.advice.questions:
            yield from self._head("NOT KNOWN")
            for question in self.advice.questions:
                decides = _few(question.decides)
                yield from _wrapped(f"{question.fact} ({question.why}) decides {decides}", 2)
        if self.advice.assumptions:
            yield from self._head("TAKEN FOR GRANTED")
            facts = [f"{a.fact} = {_value(a.value)}" for a in self.advice.assumptions]
            yield from _wrapped("; ".join(facts), 2)


def _few(names: tuple[str, ...]) -> str:
    shown = ", ".join(names[:3])
    return shown if len(names) <= 3 else f"{shown} and {len(names) - 3} more"


def _value(value: object) -> str:
    simple = plain(value)
    if isinstance(simple, bool):
        return "yes" if simple else "no"
    if isinstance(simple, list):
        return ", ".join(str(item) for item in simple) or "none"
    return str(simple)


def _verb(reason: Reason) -> str:
    word = "postpone" if "postponed" in reason.effect else "refuse"
    return f"{word} ({reason.cite}):"


def _closes(reason: Reason) -> bool:
    if reason.effect == "requires":
        return reason.holds is False
    return reason.effect == "closes" and reason.holds is True


def _negative(reason: Reason) -> str:
    return f"not met: {reason.text}" if reason.effect == "requires" else reason.text


def _main_reasons(route: Route) -> list[Reason]:
    return [r for r in route.because if r.effect in _MAIN]


_MAIN = ("requires", "obliges", "leaves to discretion", "may be refused if", "states")


def _sign(reason: Reason) -> str:
    return {True: "+", False: "-", None: "?"}[reason.holds]


def _wrapped(text: str, indent: int) -> Iterable[str]:
    return textwrap.wrap(
        text,
        _WIDTH,
        initial_indent=" " * indent,
        subsequent_indent=" " * (indent + 2),
        break_long_words=False,
    )
