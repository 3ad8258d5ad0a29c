"""From rules to a status: exceptions, conflicts, presumptions, open questions, what would open."""

from __future__ import annotations

from typing import Any

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from strategies import FLAGS, LIST, QUESTIONS, TERM, Facts, cases, conditions

from cybercoop.errors import LawError
from cybercoop.logic.conditions import ALWAYS, NEVER, Condition, Open
from cybercoop.logic.facts import Terms
from cybercoop.logic.lawbook import Lawbook
from cybercoop.logic.rules import ANY_GROUND, FirstStep
from cybercoop.logic.sections import Section, channel, measure, on, presumes, row
from cybercoop.logic.unlock import unlocks
from cybercoop.logic.verdict import Verdict, judge
from cybercoop.logic.worlds import Knowledge, match_presumptions
from cybercoop.model.citation import Citation
from cybercoop.model.terms import Measure, Status
from cybercoop.routing.open_facts import open_facts

CITE = "BC 29(1)"
A, B, C, D = (flag.holds for flag in FLAGS)
STEP = FirstStep(
    key="first",
    cite=Citation.parse(CITE),
    measure=Measure.PRESERVATION,
    before=frozenset(),
    unless=NEVER,
    alongside=None,
    text="none",
)


def line(key: str, when: Condition, **extra: Any) -> Any:
    return row(key, CITE, when, f"{key} holds", **extra)


def way() -> Section:
    return channel("interpol", regime="r").carries(
        "preservation", basis="b", yields="preservation", hands=1
    )


def book(*sections: Section, presumptions: Any = ()) -> Lawbook:
    return Lawbook.of("test", [way(), *sections], presumptions, STEP)


def verdict(law: Lawbook, values: dict[str, Any], *, presume: bool = True) -> Verdict:
    matched = match_presumptions(law.facts, law.presumptions) if presume else {}
    return judge(law.layouts[0], Knowledge.of(Facts(values), matched))


def status(law: Lawbook, values: dict[str, Any], *, presume: bool = True) -> Status:
    return verdict(law, values, presume=presume).status


def test_a_hard_condition_blocks_asks_or_lets_through() -> None:
    law = book(on().only_if(line("a", A)))
    assert status(law, {"flag0": False}) == "blocked"
    assert status(law, {}) == "undetermined"
    assert status(law, {"flag0": True}) == "available"


def test_a_ground_makes_refusable_only_when_it_is_met() -> None:
    law = book(on().may_be_refused_if(line("a", A)).may_be_postponed_if(line("b", B)))
    assert status(law, {"flag0": True}) == "refusable"
    assert status(law, {"flag0": False, "flag1": True}) == "refusable"
    assert status(law, {}) == "available"


def test_a_closing_rule_gives_way_to_its_exception() -> None:
    closing = on().is_closed_if(line("general", A))
    law = book(closing, on().stays_open_if(line("exception", B, overrides="general")))
    assert status(law, {"flag0": True, "flag1": False}) == "blocked"
    assert status(law, {"flag0": True, "flag1": True}) == "available"
    assert status(law, {"flag0": True}) == "undetermined"
    assert status(law, {"flag0": False}) == "available"


def test_a_demand_gives_way_to_its_exception() -> None:
    law = book(
        on().only_if(line("general", A)),
        on().stays_open_if(line("exception", B, overrides=("general",))),
    )
    assert status(law, {"flag0": False, "flag1": True}) == "available"
    assert status(law, {"flag0": False, "flag1": False}) == "blocked"


def test_a_shield_takes_its_ground_away_and_a_closed_list_all_others() -> None:
    ground = on().may_be_refused_if(line("ground", A, ground="x", overrides="closed"))
    shield = on().must_not_be_refused_if(line("shield", B, ground="x", overrides="ground"))
    closed = on().must_not_be_refused_if(line("closed", ALWAYS, ground=ANY_GROUND))
    law = book(ground, shield, closed)
    assert status(law, {"flag0": True, "flag1": False}) == "refusable"
    assert status(law, {"flag0": True, "flag1": True}) == "available"


@pytest.mark.parametrize(
    "sections",
    [
        [on().is_closed_if(line("a", A)), on().stays_open_if(line("b", B))],
        [
            on().may_be_refused_if(line("a", A, ground="x")),
            on().must_not_be_refused_if(line("b", B, ground="x")),
        ],
        [
            on().may_be_postponed_if(line("a", A, ground="y")),
            on().must_not_be_refused_if(line("b", ALWAYS, ground=ANY_GROUND)),
        ],
        [on().obliges_if(line("a", A)), on().leaves_open_if(line("b", TERM.equals("red")))],
    ],
)
def test_opposite_rules_that_can_hold_together_do_not_load(sections: list[Section]) -> None:
    with pytest.raises(LawError, match="neither is an exception"):
        book(*sections)
    Lawbook.of("test", [way(), *sections], (), STEP, check=False)


def test_opposite_rules_that_never_meet_load() -> None:
    book(on().obliges_if(line("a", A)), on().leaves_open_if(line("b", ~A)))
    book(
        on().may_be_refused_if(line("a", A, ground="x")),
        on().must_not_be_refused_if(line("b", B, ground="y")),
    )
    book(
        measure("extradition").obliges_if(line("a", A)),
        measure("preservation").leaves_open_if(line("b", A)),
    )
    question = QUESTIONS[0]
    book(
        on().obliges_if(line("a", Open(question, A, NEVER))),
        on().leaves_open_if(line("b", Open(question, ~A, NEVER))),
    )


def test_keys_are_unique_and_exceptions_name_what_exists() -> None:
    with pytest.raises(LawError, match="two rules are called a"):
        book(on().only_if(line("a", A)), on().only_if(line("a", B)))
    with pytest.raises(LawError, match="exception to nothing"):
        book(on().only_if(line("a", A, overrides="nothing")))


def test_readings_that_are_both_kept_and_differ_leave_the_way_unsettled() -> None:
    kept = QUESTIONS[0]
    law = book(on().only_if(line("a", Open(kept, A, B))))
    assert status(law, {"flag0": True, "flag1": False}) == "unsettled"
    assert status(law, {"flag0": True, "flag1": True}) == "available"
    assert status(law, {"flag0": False, "flag1": False}) == "blocked"
    assert status(law, {"flag0": False}) == "undetermined"
    found = verdict(law, {"flag0": True, "flag1": False})
    assert found.open_questions == (kept,)


def test_a_preferred_reading_decides_and_the_question_is_named() -> None:
    first, second = QUESTIONS[1], QUESTIONS[2]
    assert first.prefers_first
    assert not second.prefers_first
    for question, expected in ((first, "available"), (second, "blocked")):
        law = book(on().only_if(line("a", Open(question, A, B))))
        found = verdict(law, {"flag0": True, "flag1": False})
        assert found.status == expected
        assert found.open_questions == (question,)
        assert law.questions == (question,)


def test_an_open_ground_leaves_the_way_unsettled_unless_another_ground_is_met() -> None:
    kept = QUESTIONS[0]
    law = book(on().may_be_refused_if(line("a", Open(kept, A, NEVER)), line("b", B)))
    assert status(law, {"flag0": True, "flag1": False}) == "unsettled"
    assert status(law, {"flag0": True, "flag1": True}) == "refusable"


def test_a_presumption_opens_but_never_closes() -> None:
    law = book(
        on().only_if(line("a", A), line("b", B)),
        presumptions=(
            presumes("p", CITE, FLAGS[0], True, "taken for granted"),
            presumes("q", CITE, "flag1", False, "taken for granted"),
        ),
    )
    assert status(law, {"flag1": True}) == "available"
    assert status(law, {"flag1": True}, presume=False) == "undetermined"
    assert status(law, {"flag0": True}) == "undetermined"


def test_a_presumption_may_rest_on_another_fact_and_on_a_condition() -> None:
    law = book(
        on().only_if(line("a", TERM.equals("red"))),
        presumptions=(
            presumes("p", CITE, TERM, Terms("nothing"), "not when", when=A),
            presumes("q", CITE, TERM, "red", "in all other cases", when=~A),
            presumes("r", CITE, "flag*", False, "every flag"),
        ),
    )
    assert status(law, {}) == "available"
    assert status(law, {"flag0": True}) == "undetermined"


laws = st.builds(
    lambda a, b, c, d, e: [
        on().only_if(line("a", a), line("b", b)),
        on().is_closed_if(line("c", c)),
        on().stays_open_if(line("k", d, overrides="c")),
        on().may_be_refused_if(line("d", e, ground="x")),
        on().must_not_be_refused_if(line("s", b, ground="x", overrides="d")),
    ],
    *[conditions() for _ in range(5)],
)


@given(laws, cases())
@settings(deadline=None)
def test_a_status_only_changes_through_facts_that_are_asked_for(
    sections: list[Section], case: tuple[Facts, Facts]
) -> None:
    known, full = case
    law = Lawbook.of("test", [way(), *sections], (), STEP, check=False)
    before = judge(law.layouts[0], Knowledge.of(known, {}))
    after = judge(law.layouts[0], Knowledge.of(full, {}))
    if before.status is Status.BLOCKED:
        assert after.status is Status.BLOCKED
    elif not open_facts([before])[1]:
        assert after.status is before.status


@given(laws, cases(), st.dictionaries(st.sampled_from(["flag0", "flag1"]), st.booleans()))
@settings(deadline=None)
def test_no_presumption_blocks(
    sections: list[Section], case: tuple[Facts, Facts], taken: dict[str, bool]
) -> None:
    known = case[0]
    presumptions = [presumes(name, CITE, name, value, "so") for name, value in taken.items()]
    law = Lawbook.of("test", [way(), *sections], presumptions, STEP, check=False)
    matched = match_presumptions(law.facts, law.presumptions)
    without = judge(law.layouts[0], Knowledge.of(known, {}))
    with_them = judge(law.layouts[0], Knowledge.of(known, matched))
    assert (with_them.status is Status.BLOCKED) is (without.status is Status.BLOCKED)


@given(laws, cases())
@settings(deadline=None)
def test_what_would_open_a_way_does_open_it(
    sections: list[Section], case: tuple[Facts, Facts]
) -> None:
    known = case[0]
    law = Lawbook.of("test", [way(), *sections], (), STEP, check=False)
    found = judge(law.layouts[0], Knowledge.of(known, {}))
    for unlock in unlocks(found, {}):
        assert unlock.status is not Status.BLOCKED
        changes = {change.fact: change.to for change in unlock.change}
        if not any(path.startswith("thing.") for path in changes):
            told = Facts({**known.values, **changes}, known.things)
            assert judge(law.layouts[0], Knowledge.of(told, {})).status is unlock.status
    if found.status is not Status.BLOCKED:
        assert unlocks(found, {}) == ()


def test_a_change_names_who_could_bring_it_about_and_only_open_ways_are_named() -> None:
    fixed = attrs.evolve(FLAGS[3], who=None).holds
    law = book(on().only_if(line("a", A), line("b", LIST.contains("red")), line("c", ~fixed)))
    found = verdict(law, {"flag0": False, "list": frozenset({"blue"}), "flag3": False})
    (unlock,) = unlocks(found, {})
    assert unlock.status == "available"
    assert [(c.fact, c.to, c.who) for c in unlock.change] == [
        ("flag0", True, "requesting"),
        ("list", ("blue", "red"), "requesting"),
    ]
    assert unlocks(verdict(law, {"flag0": False, "flag3": True}), {}) == ()
