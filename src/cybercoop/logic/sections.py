"""The language rules are written in: sections of the law about some measures and channels."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

import attrs

from cybercoop.logic.conditions import ALWAYS, Condition
from cybercoop.logic.facts import Collection, Fact
from cybercoop.logic.rules import Effect, Presumption, Rule, Scope, Way, words
from cybercoop.model.citation import Citation
from cybercoop.model.terms import Channel, Mark, Measure, Yields

__all__ = ["Row", "Section", "channel", "measure", "on", "presumes", "row"]


@attrs.frozen(kw_only=True)
class Row:
    """One line of a section: everything of a rule except its effect and its scope."""

    key: str
    cite: Citation
    when: Condition
    text: str
    mark: Mark
    extra: dict[str, Any]


def row(key: str, cite: str, when: Condition, text: str, mark: str = "T", **extra: Any) -> Row:
    """Write one line: key, paragraph, condition, plain words, mark of certainty.

    `extra` holds what only some effects need: `overrides`, `ground`, `on`, `to`, `item`,
    `shown_by`, `fields`, `if_known`, `wire`, `measure`, `action`, `ask`.
    """
    return Row(
        key=key, cite=Citation.parse(cite), when=when, text=text, mark=Mark(mark), extra=extra
    )


def _adds(effect: Effect) -> Callable[..., Section]:
    def add(self: Section, *rows: Row) -> Section:
        rules = tuple(_rule(effect, self.scope, line) for line in rows)
        return attrs.evolve(self, rules=self.rules + rules)

    add.__doc__ = f"Add rules of the effect “{effect}”."
    return add


def _rule(effect: Effect, scope: Scope, line: Row) -> Rule:
    extra = dict(line.extra)
    for name in ("overrides", "shown_by", "fields"):
        if name in extra and not isinstance(extra[name], tuple):
            extra[name] = (extra[name],)
    return Rule(
        key=line.key,
        cite=line.cite,
        effect=effect,
        when=line.when,
        text=line.text,
        mark=line.mark,
        scope=scope,
        **extra,
    )


@attrs.frozen
class Section:
    """Rules that share a scope, and the ways (measure and channel) they open. Immutable."""

    scope: Scope
    rules: tuple[Rule, ...] = ()
    ways: tuple[Way, ...] = ()

    only_if = _adds(Effect.REQUIRES)
    is_closed_if = _adds(Effect.CLOSES)
    stays_open_if = _adds(Effect.KEEPS_OPEN)
    may_be_refused_if = _adds(Effect.MAY_REFUSE)
    may_be_postponed_if = _adds(Effect.MAY_POSTPONE)
    must_not_be_refused_if = _adds(Effect.MUST_NOT_REFUSE)
    obliges_if = _adds(Effect.OBLIGES)
    leaves_open_if = _adds(Effect.LEAVES_OPEN)
    owes = _adds(Effect.OWES)
    must_contain = _adds(Effect.MUST_CONTAIN)
    is_expedited_if = _adds(Effect.EXPEDITES)
    travels_by = _adds(Effect.TRAVELS_BY)
    warns = _adds(Effect.WARNS)
    suggests = _adds(Effect.SUGGESTS)
    may_be_conditional_if = _adds(Effect.MAY_CONDITION)
    may_be_demanded_if = _adds(Effect.MAY_DEMAND)
    binds_if = _adds(Effect.BINDS)
    is_breached_if = _adds(Effect.BREACHES)
    calls_for = _adds(Effect.CALLS_FOR)
    forbids_if = _adds(Effect.FORBIDS)
    permits_if = _adds(Effect.PERMITS)

    def carries(
        self,
        *measures: str,
        basis: str,
        yields: str | None,
        hands: int,
        channel: str | None = None,
        regime: str | None = None,
        each: Collection | None = None,
        fallback: bool = False,
        shown: Condition = ALWAYS,
        asks_state: bool = True,
        asks_nobody: bool = False,
        last_resort: bool = False,
    ) -> Section:
        """Add a way for each measure. Channel and regime are those of the scope, if it has one."""
        ways = tuple(
            Way(
                measure=Measure(name),
                channel=Channel(channel or _only(self.scope.channels)),
                basis=basis,
                regime=regime or _only(self.scope.regimes),
                yields=None if yields is None else Yields(yields),
                hands=hands,
                each=each,
                fallback=fallback,
                shown=shown,
                asks_state=asks_state,
                asks_nobody=asks_nobody,
                last_resort=last_resort,
            )
            for name in measures
        )
        return attrs.evolve(self, ways=self.ways + ways)


def _only(names: Iterable[str] | None) -> str:
    (name,) = names or ()
    return name


def on(
    measures: Iterable[str] | None = None,
    channels: Iterable[str] | None = None,
    regimes: Iterable[str] | None = None,
) -> Section:
    """Open a section about these measures, channels and regimes; None means all of them."""
    return Section(
        Scope(
            None if measures is None else frozenset(Measure(name) for name in measures),
            None if channels is None else frozenset(Channel(name) for name in channels),
            words(regimes),
        )
    )


def measure(name: str, *, regimes: Iterable[str] | None = None) -> Section:
    """Open a section about one measure."""
    return on([name], None, regimes)


def channel(name: str, *, regime: str) -> Section:
    """Open a section about one channel under one regime."""
    return on(None, [name], [regime])


def presumes(
    key: str, cite: str, fact: Fact | str, value: object, text: str, when: Condition = ALWAYS
) -> Presumption:
    """Declare what is presumed of `fact`, or of every fact of a form such as ``*.x[*]``."""
    path = fact if isinstance(fact, str) else fact.path
    return Presumption(
        key=key, cite=Citation.parse(cite), fact=path, value=value, when=when, text=text
    )
