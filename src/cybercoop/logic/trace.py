"""Reading a verdict back: which facts decided, which are missing, which were presumed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from cybercoop.logic.conditions import And, AnyOf, Atom, Condition, Open, Or
from cybercoop.logic.facts import Fact
from cybercoop.logic.worlds import Stated

__all__ = ["deciding", "missing", "presumed"]


def _facts(atom: Atom) -> Iterator[Fact]:
    yield atom.fact
    operand = getattr(atom.operand, "day", atom.operand)
    if isinstance(operand, Fact):
        yield operand


def _relevant(condition: Condition, world: Stated) -> tuple[Condition, ...]:
    """The parts that account for the value: the decisive ones, if some are enough."""
    if isinstance(condition, Open):
        return (condition.first if world.takes_first(condition.question) else condition.second,)
    value = condition.holds(world)
    decisive = value is False if isinstance(condition, And) else value is True
    if decisive and isinstance(condition, And | Or):
        return tuple(part for part in condition.parts if part.holds(world) is value)
    return condition.children


def missing(condition: Condition, world: Stated) -> dict[str, Fact]:
    """The facts whose being unknown leaves `condition` unknown in `world`."""
    found: dict[str, Fact] = {}
    if condition.holds(world) is not None:
        return found
    if isinstance(condition, Atom):
        return {fact.path: fact for fact in _facts(condition) if world.read(fact) is None}
    if isinstance(condition, AnyOf):
        for item in world.items(condition.collection):
            found |= missing(condition.inner, item)
        return found
    for part in _relevant(condition, world):
        found |= missing(part, world)
    return found


def presumed(condition: Condition, stated: Stated, assumed: Stated) -> dict[str, object]:
    """The presumed facts, with their values, that `condition` rests on where nothing is stated."""
    found: dict[str, object] = {}
    if condition.holds(stated) is not None or condition.holds(assumed) is None:
        return found
    if isinstance(condition, Atom):
        for fact in _facts(condition):
            if stated.read(fact) is None and assumed.read(fact) is not None:
                found[fact.path] = assumed.read(fact)
        return found
    if isinstance(condition, AnyOf):
        pairs = zip(
            stated.items(condition.collection), assumed.items(condition.collection), strict=True
        )
        for inside, inside_assumed in pairs:
            found |= presumed(condition.inner, inside, inside_assumed)
        return found
    for part in _relevant(condition, assumed):
        found |= presumed(part, stated, assumed)
    return found


def deciding(condition: Condition, world: Stated) -> Mapping[str, object]:
    """The facts, with their values, that make `condition` true or false in `world`."""
    known = world.decided.get(id(condition))
    if known is None:
        known = world.decided[id(condition)] = _deciding(condition, world)
    return known


def _deciding(condition: Condition, world: Stated) -> Mapping[str, object]:
    if condition.holds(world) is None:
        return {}
    if isinstance(condition, Atom):
        return {fact.path: world.read(fact) for fact in _facts(condition)}
    found: dict[str, object] = {}
    if isinstance(condition, AnyOf):
        for item in world.items(condition.collection):
            found |= deciding(condition.inner, item)
        return found
    for part in _relevant(condition, world):
        found |= deciding(part, world)
    return found
