"""The laws of the three-valued algebra."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given, settings
from strategies import (
    DAY,
    FLAGS,
    LIST,
    NUMBER,
    OTHER_DAY,
    OTHER_LIST,
    OTHER_TERM,
    PLACES,
    TERM,
    VALUES,
    Facts,
    cases,
    conditions,
)

from cybercoop.logic.conditions import (
    ALWAYS,
    NEVER,
    Atom,
    Condition,
    Not,
    Truth,
    all_of,
    any_of,
    derived,
)
from cybercoop.logic.trace import deciding, missing
from cybercoop.logic.transform import can_hold, facts_of, fill_in, share
from cybercoop.logic.worlds import Stated

pytestmark = pytest.mark.filterwarnings("default")
Case = tuple[Facts, Facts]


def value(condition: Condition, facts: Facts) -> Truth:
    return condition.holds(Stated(facts))


@given(conditions(), conditions(), cases())
@settings(deadline=None)
def test_de_morgan_holds_both_ways(a: Condition, b: Condition, case: Case) -> None:
    known = case[0]
    assert value(~(a & b), known) is value(~a | ~b, known)
    assert value(~(a | b), known) is value(~a & ~b, known)


@given(conditions(), conditions(), conditions(), cases())
@settings(deadline=None)
def test_and_and_or_commute_associate_absorb_and_repeat(
    a: Condition, b: Condition, c: Condition, case: Case
) -> None:
    known = case[0]
    assert value(a & b, known) is value(b & a, known)
    assert value(a | b, known) is value(b | a, known)
    assert value((a & b) & c, known) is value(a & (b & c), known)
    assert value((a | b) | c, known) is value(a | (b | c), known)
    assert value(a & (a | b), known) is value(a, known)
    assert value(a | (a & b), known) is value(a, known)
    assert value(a & a, known) is value(a, known)
    assert value(a | a, known) is value(a, known)
    assert value(a & (b | c), known) is value((a & b) | (a & c), known)


@given(conditions(), cases())
@settings(deadline=None)
def test_a_double_negation_changes_nothing(a: Condition, case: Case) -> None:
    assert value(~~a, case[0]) is value(a, case[0])
    assert value(derived("a notion", a), case[0]) is value(a, case[0])
    assert value(a & ALWAYS, case[0]) is value(a, case[0])
    assert value(a | NEVER, case[0]) is value(a, case[0])


@given(conditions(), cases())
@settings(deadline=None)
def test_what_is_decided_stays_so_however_unknowns_are_filled_in(a: Condition, case: Case) -> None:
    known, full = case
    before, after = value(a, known), value(a, full)
    assert after is not None
    assert before in (None, after)


@given(conditions(), cases())
@settings(deadline=None)
def test_sharing_equal_parts_changes_nothing(a: Condition, case: Case) -> None:
    shared = share(a, {})
    assert shared == a
    assert value(shared, case[0]) is value(a, case[0])


@given(conditions(), cases())
@settings(deadline=None)
def test_filling_in_a_word_is_knowing_it(a: Condition, case: Case) -> None:
    known = Facts({**case[0].values, TERM.path: "red", OTHER_TERM.path: "red"}, case[0].things)
    filled = fill_in(a, {TERM.path: "red", OTHER_TERM.path: "red"})
    assert value(filled, known) is value(a, known)
    assert not {TERM.path, OTHER_TERM.path} & set(facts_of(filled))


@given(conditions(), cases())
@settings(deadline=None)
def test_what_is_missing_is_unknown_and_settles_the_matter(a: Condition, case: Case) -> None:
    known, full = case
    world = Stated(known)
    lacking = missing(a, world)
    assert (a.holds(world) is None) is bool(lacking)
    told = dict(known.values)
    for path in lacking:
        assert known.values.get(path) is None
        told[path] = full.values.get(path)
    if lacking and not any(path.startswith("thing.") for path in lacking):
        assert value(a, Facts({**full.values, **told}, full.things)) is not None


@given(conditions(), cases())
@settings(deadline=None)
def test_the_facts_that_decide_are_enough(a: Condition, case: Case) -> None:
    known = case[0]
    world = Stated(known)
    facts = deciding(a, world)
    if a.holds(world) is None:
        assert facts == {}
    else:
        kept = {path: found for path, found in facts.items() if not path.startswith("thing.")}
        assert value(a, Facts(kept, known.things)) is a.holds(world)


@given(conditions(opens=False), cases())
@settings(deadline=None)
def test_what_holds_somewhere_can_hold(a: Condition, case: Case) -> None:
    if value(a, case[1]):
        assert can_hold(a)
    assert can_hold(a | ~a)
    assert not can_hold(a & ~a)


def test_one_word_cannot_be_two() -> None:
    assert not can_hold(TERM.equals("red") & TERM.equals("blue"))
    assert can_hold(TERM.equals("red") & OTHER_TERM.equals("blue"))
    assert can_hold(TERM.equals("red") & TERM.equals(OTHER_TERM))


def test_a_condition_is_no_truth_value() -> None:
    with pytest.raises(TypeError, match="combine with"):
        bool(FLAGS[0].holds)


def test_all_and_any_of_one_are_that_one() -> None:
    only = FLAGS[0].holds
    assert all_of(only) is only
    assert any_of(only) is only
    assert all_of(only, ~only) == only & ~only
    assert any_of(only, ~only) == only | ~only


@pytest.mark.parametrize(
    ("condition", "values", "expected"),
    [
        (LIST.contains("red"), {"list": frozenset()}, False),
        (LIST.contains(OTHER_TERM), {"list": frozenset()}, False),
        (LIST.contains(OTHER_TERM), {"list": frozenset({"red"})}, None),
        (LIST.any_in(OTHER_LIST), {"list": frozenset()}, False),
        (LIST.any_in(OTHER_LIST), {"other_list": frozenset()}, False),
        (LIST.any_in(OTHER_LIST), {"list": frozenset({"red"})}, None),
        (LIST.all_in(OTHER_LIST), {"list": frozenset()}, True),
        (LIST.all_in(OTHER_LIST), {"list": frozenset({"red"})}, None),
        (LIST.all_in({"red"}), {"list": frozenset({"red", "blue"})}, False),
        (TERM.equals(OTHER_TERM), {"word": "red"}, None),
        (TERM.equals(OTHER_TERM), {"word": "red", "other_word": "red"}, True),
        (NUMBER.at_least(1), {"number": 1}, True),
        (NUMBER.at_least(1), {"number": 0.99}, False),
        (PLACES.any_within("BC 2", "BC 11"), {"places": ("other",)}, False),
        (DAY.not_after(OTHER_DAY), {"day": dt.date(2026, 1, 1)}, None),
        (
            DAY.not_after(OTHER_DAY.plus_days(60)),
            {"day": dt.date(2026, 4, 30), "other_day": dt.date(2026, 3, 1)},
            True,
        ),
        (
            DAY.not_after(OTHER_DAY.plus_days(60)),
            {"day": dt.date(2026, 5, 1), "other_day": dt.date(2026, 3, 1)},
            False,
        ),
    ],
)
def test_lists_and_bounds_at_their_edges(
    condition: Condition, values: dict[str, object], expected: Truth
) -> None:
    assert value(condition, Facts(values)) is expected


def test_every_fact_of_the_strategies_is_read_by_its_name() -> None:
    assert {str(fact) for fact in VALUES} == {fact.path for fact in VALUES}
    assert isinstance(FLAGS[0].holds, Atom)
    assert isinstance(~FLAGS[0].holds, Not)
