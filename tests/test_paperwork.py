"""Every argued case of check, review, clocks and may_use holds."""

from __future__ import annotations

import pytest

from paperwork import Case, answer, complaints, paperwork_cases

CASES = list(paperwork_cases())


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.id)
def test_an_argued_case_holds(case: Case) -> None:
    assert complaints(case, answer(case)) == []


def test_no_case_is_told_twice() -> None:
    names = [case.id for case in CASES]
    assert len(names) == len(set(names))


@pytest.mark.parametrize("verb", ["check", "review", "clocks", "may_use"])
def test_every_verb_is_argued_at_length(verb: str) -> None:
    assert sum(case.verb == verb for case in CASES) >= 70
