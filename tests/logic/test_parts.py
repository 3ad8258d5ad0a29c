"""Corners of the algebra that everyday law seldom reaches."""

from __future__ import annotations

from typing import Any

from strategies import FLAGS, LIST, NUMBER, TERM, THING_FLAG, THINGS, Facts

from cybercoop.logic.conditions import ALWAYS, NEVER, AnyOf, Atom, Condition, Operator
from cybercoop.logic.facts import Flag
from cybercoop.logic.sections import presumes
from cybercoop.logic.trace import missing, presumed
from cybercoop.logic.transform import fill_in
from cybercoop.logic.unlock import _changes, _join, _minimal, _values
from cybercoop.logic.worlds import Knowledge, Stated
from cybercoop.model.advice import Change

A = FLAGS[0].holds


def test_what_is_always_so_drops_out() -> None:
    assert fill_in(A & ALWAYS, {}) == A
    assert fill_in(ALWAYS & ALWAYS, {}) == ALWAYS
    assert fill_in(NEVER | NEVER, {}) == NEVER
    assert fill_in(~ALWAYS, {}) == NEVER
    assert fill_in(AnyOf(THINGS, NEVER), {}) == NEVER
    assert fill_in(AnyOf(THINGS, ALWAYS), {}) == AnyOf(THINGS, ALWAYS)


def test_presumptions_reach_into_collections() -> None:
    condition: Condition = AnyOf(THINGS, THING_FLAG.holds & A)
    presumptions = {
        path: (presumes("p", "BC 29", path, True, "so"),) for path in ("thing.flag", "flag0")
    }
    known = Knowledge.of(Facts({}, [{}]), presumptions)
    assert condition.holds(known.stated) is None
    assert condition.holds(known.presumed) is True
    found = presumed(condition, known.stated, known.presumed)
    assert found == {"thing.flag": True, "flag0": True}
    assert missing(condition, known.stated).keys() == {"thing.flag", "flag0"}


def test_members_of_a_collection_are_worlds_of_their_own() -> None:
    facts = Facts({"flag0": True}, [{"thing.flag": True}, {"thing.flag": False}])
    known = Knowledge.of(facts, {})
    insides = known.members(THINGS)
    assert [THING_FLAG.holds.holds(inside.stated) for inside in insides] == [True, False]
    assert [A.holds(inside.stated) for inside in insides] == [True, True]
    again = insides[0].stated.items(THINGS)
    assert [THING_FLAG.holds.holds(world) for world in again] == [True, False]
    outer = Knowledge.of(facts, {})
    told = outer.within(Facts({"thing.flag": False}), "thing.", {})
    assert THING_FLAG.holds.holds(told.presumed) is False
    both = Knowledge.of(facts, {"flag1": (presumes("p", "BC 29", "flag1", True, "so"),)})
    inside = both.within(Facts({}), "thing.", {})
    assert FLAGS[1].holds.holds(inside.presumed) is True


def test_changes_that_contradict_one_another_are_no_way_out() -> None:
    red, blue = (frozenset({Change("word", word, "both")}) for word in ("red", "blue"))
    assert _join([red], [blue]) == []
    assert _join([red], [red]) == [red]
    assert _minimal([red, red | blue, blue]) == [blue, red]


def test_only_values_that_can_be_named_are_offered() -> None:
    cases: list[tuple[Operator, Any, Any, bool, list[Any]]] = [
        (Operator.IS, False, True, True, [True]),
        (Operator.IS, True, True, False, [False]),
        (Operator.EQUALS, "red", "blue", True, ["blue"]),
        (Operator.EQUALS, "red", "red", False, []),
        (Operator.AT_LEAST, 1, 3, True, [3]),
        (Operator.IN, "red", {"blue", "green"}, True, ["blue", "green"]),
        (Operator.CONTAINS, {"red"}, "red", False, [()]),
        (Operator.ANY_IN, {"red", "blue"}, {"red"}, False, [("blue",)]),
        (Operator.ANY_IN, {"red"}, {"blue"}, True, [("blue", "red")]),
        (Operator.NOT_AFTER, 1, 2, True, []),
    ]
    for operator, value, wanted, target, expected in cases:
        assert _values(operator, value, wanted, target) == expected


def test_a_list_may_be_met_from_either_side() -> None:
    world = Stated(Facts({"list": frozenset({"red"}), "word": "blue"}))
    changes = set(_changes(LIST.contains(TERM), True, world))
    assert changes == {
        Change("list", ("blue", "red"), "requesting"),
        Change("word", "red", "requesting"),
    }
    given = Atom(Flag("given"), Operator.IS, True)
    assert list(_changes(given, True, Stated(Facts({"given": False})))) == []
    assert list(_changes(NUMBER.at_least(2), True, Stated(Facts({"number": 1}))))
