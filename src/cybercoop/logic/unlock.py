"""What would have to be otherwise: the smallest changes of facts that open a blocked way."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import product
from typing import Any

import attrs

from cybercoop.logic.conditions import (
    And,
    AnyOf,
    Atom,
    Condition,
    Constant,
    Not,
    Open,
    Operator,
    Or,
)
from cybercoop.logic.facts import Collection, Fact
from cybercoop.logic.rules import Presumption
from cybercoop.logic.verdict import Verdict, judge
from cybercoop.logic.worlds import Knowledge, Read, Source, Stated
from cybercoop.model.advice import Change, Unlock
from cybercoop.model.terms import Status

__all__ = ["unlocks"]

_MOST_SETS = 24
_MOST_ANSWERS = 4


ChangeSet = frozenset[Change]
_NOTHING: ChangeSet = frozenset()


@attrs.frozen(eq=False)
class _Changed:
    """A source in which some facts have other values."""

    source: Source
    changes: Mapping[str, Any]

    def resolve(self, fact: Fact, read: Read) -> Any:
        if fact.path in self.changes:
            return self.changes[fact.path]
        return self.source.resolve(fact, read)

    def members(self, collection: Collection) -> Sequence[Source]:
        return [_Changed(source, self.changes) for source in self.source.members(collection)]


def unlocks(
    verdict: Verdict, presumptions: Mapping[str, Sequence[Presumption]]
) -> tuple[Unlock, ...]:
    """The smallest sets of changes that would lift a blocked way to another status."""
    if verdict.status is not Status.BLOCKED:
        return ()
    world = verdict.known.presumed
    sets = [_NOTHING]
    for finding in verdict.demands:
        if finding.effective is False:
            options = list(_ways_to(finding.clause.condition, True, world))
            sets = _minimal(_join(sets, options))
    answers: list[Unlock] = []
    for changes in sorted(sets, key=_order):
        if changes and len(answers) < _MOST_ANSWERS:
            status = _status_after(verdict, changes, presumptions)
            if status is not Status.BLOCKED:
                answers.append(Unlock(status, tuple(sorted(changes, key=lambda c: c.fact))))
    return tuple(answers)


def _order(changes: ChangeSet) -> tuple[int, list[str]]:
    return len(changes), sorted(f"{change.fact}={change.to}" for change in changes)


def _status_after(
    verdict: Verdict, changes: ChangeSet, presumptions: Mapping[str, Sequence[Presumption]]
) -> Status:
    values = {change.fact: change.to for change in changes}
    world = verdict.known.stated
    parent = world.parent
    if parent is None:
        known = Knowledge.of(_Changed(world.source, values), presumptions)
    else:
        outer = Knowledge.of(_Changed(parent.source, values), presumptions)
        known = outer.within(_Changed(world.source, values), world.member, presumptions)
    return judge(verdict.layout, known).status


def _join(left: Iterable[ChangeSet], right: Iterable[ChangeSet]) -> list[ChangeSet]:
    joined = []
    for one, other in product(left, right):
        both = one | other
        if len({change.fact for change in both}) == len(both):
            joined.append(both)
    return joined


def _minimal(sets: Iterable[ChangeSet]) -> list[ChangeSet]:
    kept: list[ChangeSet] = []
    for candidate in sorted(set(sets), key=_order):
        if not any(smaller <= candidate for smaller in kept):
            kept.append(candidate)
    return kept[:_MOST_SETS]


def _ways_to(condition: Condition, target: bool, world: Stated) -> Iterator[ChangeSet]:
    """Sets of changes after which `condition` no longer has the opposite of `target`."""
    if condition.holds(world) is not (not target):
        yield _NOTHING
        return
    match condition:
        case Constant():
            return
        case Atom():
            yield from (frozenset({change}) for change in _changes(condition, target, world))
        case Not():
            yield from _ways_to(condition.inner, not target, world)
        case And() | Or():
            options = [list(_ways_to(part, target, world)) for part in condition.parts]
            yield from _combine(options, every=isinstance(condition, And) is target)
        case AnyOf():
            items = world.items(condition.collection)
            options = [list(_ways_to(condition.inner, target, item)) for item in items]
            yield from _combine(options, every=not target)
        case Open():
            first = world.takes_first(condition.question)
            yield from _ways_to(condition.first if first else condition.second, target, world)
        case _:
            for child in condition.children:
                yield from _ways_to(child, target, world)


def _combine(options: Sequence[Iterable[ChangeSet]], *, every: bool) -> Iterator[ChangeSet]:
    if not every:
        for sets in options:
            yield from sets
        return
    joined = [_NOTHING]
    for sets in options:
        joined = _minimal(_join(joined, sets))
    yield from joined


def _changes(atom: Atom, target: bool, world: Stated) -> Iterator[Change]:
    fact, operand = atom.fact, atom.operand
    other = operand if isinstance(operand, Fact) else None
    value = world.read(fact)
    wanted = world.read(other) if other is not None else operand
    if fact.who is not None and wanted is not None:
        for to in _values(atom.operator, value, wanted, target):
            yield Change(fact.path, to, fact.who)
    if (
        other is not None
        and other.who is not None
        and atom.operator is Operator.CONTAINS
        and target
    ):
        for to in sorted(value):
            yield Change(other.path, to, other.who)


def _values(operator: Operator, value: Any, wanted: Any, target: bool) -> list[Any]:
    """Values that would turn the comparison: only those that can be named."""
    match operator:
        case Operator.IS:
            return [wanted if target else not wanted]
        case Operator.EQUALS | Operator.AT_LEAST if target:
            return [wanted]
        case Operator.IN if target:
            return sorted(wanted)
        case Operator.CONTAINS:
            return [_sorted({*value, wanted} if target else set(value) - {wanted})]
        case Operator.ANY_IN:
            if not target:
                return [_sorted(set(value) - set(wanted))]
            return [_sorted({*value, item}) for item in _sorted(wanted)]
        case Operator.ANY_WITHIN:
            inside = {item for item in value if item != "other" and item.article_between(*wanted)}
            return [_sorted({*value, wanted[0]} if target else set(value) - inside)]
    return []


def _sorted(items: Iterable[Any]) -> tuple[Any, ...]:
    return tuple(sorted(items, key=str))
