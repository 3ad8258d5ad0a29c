"""Which route is fastest and what to do first, among those that are lawful."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence

from cybercoop.logic.rules import FirstStep
from cybercoop.model.advice import Route, Step
from cybercoop.model.need import Need
from cybercoop.model.terms import Measure, Obligation, Purpose, Status, Yields

__all__ = ["fastest_way", "first_step"]

_LAWFUL = (Status.AVAILABLE, Status.REFUSABLE)


def _speed(route: Route, by: str) -> tuple[float, bool, bool, int]:
    """Shorter first; then where nobody is asked, then a duty, then fewer hands."""
    days = math.inf if route.time is None else route.time.days(by)
    return days, not route.asks_nobody, route.obligation is Obligation.DISCRETION, route.hands


def _best(routes: Iterable[Route], by: str) -> Route | None:
    """The quickest available route, else the quickest refusable one; courtesies last of all."""
    lawful = [route for route in routes if route.status in _LAWFUL]
    return min(
        lawful,
        key=lambda r: (r.last_resort, r.status is Status.REFUSABLE, _speed(r, by)),
        default=None,
    )


def _step(route: Route, alongside: tuple[Step, ...] = ()) -> Step:
    assured = route.status is Status.AVAILABLE
    return Step(route.measure, route.channel, route.basis, assured, alongside)


def _fastest(
    measure: Measure, purpose: Purpose | None, routes: Sequence[Route], by: str
) -> Route | None:
    wanted = [route for route in routes if route.measure == measure]
    evidence = [route for route in wanted if route.yields is Yields.EVIDENCE]
    return _best(evidence if evidence and purpose is Purpose.EVIDENCE else wanted, by)


def fastest_way(
    measure: Measure, purpose: Purpose | None, routes: Sequence[Route], by: str
) -> Step | None:
    """The quickest lawful route that brings what was asked; None if there is none."""
    route = _fastest(measure, purpose, routes, by)
    return None if route is None else _step(route)


def first_step(law: FirstStep, need: Need, routes: Sequence[Route], by: str) -> Step | None:
    """What to do at once, and what at the same time."""
    fastest = _fastest(need.measure, need.purpose, routes, by)
    first = fastest
    if need.measure in law.before:
        safeguard = _best((route for route in routes if route.measure == law.measure), by)
        # A courtesy is no safeguard where an instrument opens a way to the data themselves.
        if safeguard is not None and (
            fastest is None or fastest.last_resort or not safeguard.last_resort
        ):
            first = safeguard
    if first is None:
        return None
    beside = tuple(
        _step(route)
        for route in routes
        if route.channel == law.alongside and route.status in _LAWFUL and route is not first
    )
    return _step(first, beside)
