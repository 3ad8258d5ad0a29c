"""Every argued case and every worked example holds."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from argued import Case, answer, argued_cases, complaints, worked_examples
from cybercoop.atlas import shipped
from cybercoop.law import current_law
from cybercoop.routing.router import Router

ROUTER = Router.of(current_law())
CASES = [*(c for c in worked_examples("route") if isinstance(c, Case)), *argued_cases()]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.id)
def test_the_argued_answer_is_given(case: Case) -> None:
    assert complaints(case, answer(case, ROUTER)) == []


@pytest.mark.parametrize("document", list(worked_examples("in_force")), ids=lambda d: d["id"])
def test_the_worked_status_is_given(document: dict[str, Any]) -> None:
    atlas = shipped().with_overlay(document["atlas"])
    query = document["query"]
    on = dt.date.fromisoformat(document["on"])
    got = atlas.in_force(query["state"], query["instrument"], on).to_dict()
    expect = document["expect"]
    assert got["in_force"] is expect["in_force"]
    assert got["since"] == expect["since"]
    for wanted in expect.get("statements", ()):
        (found,) = (s for s in got["statements"] if s["provision"] == wanted["provision"])
        assert found["in_effect"] is wanted["in_effect"]


def test_the_cases_are_many_and_all_different() -> None:
    assert len(CASES) > 900
    assert len({case.id for case in CASES}) == len(CASES)
