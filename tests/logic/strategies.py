"""Facts, conditions and worlds for the properties of the algebra."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from typing import Any

from hypothesis import strategies as st

from cybercoop.logic.conditions import (
    ALWAYS,
    NEVER,
    AnyOf,
    Condition,
    Derived,
    Open,
    OpenQuestion,
)
from cybercoop.logic.facts import Collection, Day, Fact, Flag, Number, Term, Terms
from cybercoop.logic.worlds import Read, Source
from cybercoop.model.citation import Citation

WORDS = ("red", "green", "blue")
FLAGS = tuple(Flag(f"flag{i}", "requesting") for i in range(4))
TERM, OTHER_TERM = Term("word", "requesting"), Term("other_word", "requesting")
LIST, OTHER_LIST = Terms("list", "requesting"), Terms("other_list", "requesting")
PLACES = Terms("places", "requesting")
NUMBER, BOUND = Number("number", "requesting"), Number("bound", "requesting")
DAY, OTHER_DAY = Day("day", "requesting"), Day("other_day", "requesting")
THINGS = Collection("things", "thing")
THING_FLAG = Flag("thing.flag", "both")
QUESTIONS = tuple(
    OpenQuestion(Citation.parse(f"OQ-{i}"), "Which?", "one", "two", i % 2 == 0, i > 1)
    for i in range(1, 5)
)
DAYS = (dt.date(2026, 1, 1), dt.date(2026, 1, 5), dt.date(2026, 1, 11))
CITES = tuple(Citation.parse(text) for text in ("BC 2", "BC 9", "BC 11", "BC 27(9)", "P1 3"))

VALUES: dict[Fact, st.SearchStrategy[Any]] = {
    **dict.fromkeys(FLAGS, st.booleans()),
    **dict.fromkeys((TERM, OTHER_TERM), st.sampled_from(WORDS)),
    **dict.fromkeys((LIST, OTHER_LIST), st.frozensets(st.sampled_from(WORDS))),
    PLACES: st.frozensets(st.sampled_from((*CITES, "other"))),
    **dict.fromkeys((NUMBER, BOUND), st.integers(0, 3)),
    **dict.fromkeys((DAY, OTHER_DAY), st.sampled_from(DAYS)),
}


class Facts:
    """A source that knows what it is told."""

    def __init__(self, values: Mapping[str, Any], things: Sequence[Mapping[str, Any]] = ()) -> None:
        self.values = values
        self.things = things

    def resolve(self, fact: Fact, read: Read) -> Any:
        return self.values.get(fact.path)

    def members(self, collection: Collection) -> Sequence[Source]:
        return [Facts(thing) for thing in self.things]


def atoms() -> st.SearchStrategy[Condition]:
    """Every comparison there is, with values and with facts."""
    flags: st.SearchStrategy[Condition] = st.sampled_from(FLAGS).map(lambda flag: flag.holds)
    word = st.one_of(st.sampled_from(WORDS), st.just(OTHER_TERM))
    some = st.one_of(st.frozensets(st.sampled_from(WORDS), min_size=1), st.just(OTHER_LIST))
    return st.one_of(
        flags,
        word.map(TERM.equals),
        st.frozensets(st.sampled_from(WORDS), min_size=1).map(TERM.is_in),
        word.map(LIST.contains),
        some.map(LIST.any_in),
        some.map(LIST.all_in),
        st.sampled_from((("BC 2", "BC 11"), ("BC 9", None), ("P1 3", "P1 7"))).map(
            lambda place: PLACES.any_within(*place)
        ),
        st.sampled_from(("BC 27(9)(a)", "BC 9")).map(PLACES.any_covering),
        st.one_of(st.integers(0, 3), st.just(BOUND)).map(NUMBER.at_least),
        st.sampled_from((OTHER_DAY, OTHER_DAY.plus_days(4))).map(DAY.not_after),
    )


def conditions(*, opens: bool = True) -> st.SearchStrategy[Condition]:
    """Conditions of every kind."""

    def extend(inner: st.SearchStrategy[Condition]) -> st.SearchStrategy[Condition]:
        pair = st.tuples(inner, inner)
        kinds = [
            inner.map(lambda c: ~c),
            pair.map(lambda p: p[0] & p[1]),
            pair.map(lambda p: p[0] | p[1]),
            inner.map(lambda c: Derived("a notion", c)),
            inner.map(lambda c: AnyOf(THINGS, THING_FLAG.holds & c)),
        ]
        if opens:
            kinds.append(
                st.tuples(st.sampled_from(QUESTIONS), inner, inner).map(lambda t: Open(*t))
            )
        return st.one_of(kinds)

    leaves = st.one_of(atoms(), st.sampled_from((ALWAYS, NEVER)))
    return st.recursive(leaves, extend, max_leaves=8)


@st.composite
def cases(draw: st.DrawFn) -> tuple[Facts, Facts]:
    """What is known, and one way in which everything might turn out to be."""
    full = {fact.path: draw(values) for fact, values in VALUES.items()}
    known = {path: value for path, value in full.items() if draw(st.booleans())}
    things = [{THING_FLAG.path: draw(st.booleans())} for _ in range(draw(st.integers(0, 2)))]
    half = [thing if draw(st.booleans()) else {} for thing in things]
    return Facts(known, half), Facts(full, things)
