"""The refinement law on the real law and the shipped atlas: knowing more never unblocks."""

from __future__ import annotations

import datetime as dt
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from cybercoop import Advice, advice_to_dict, need_from_dict, route
from cybercoop.formats.text import advice_to_text

ON = dt.date(2026, 11, 23)
STATES = st.sampled_from(["RO", "US", "DE", "JP", "GH", "IE", "KE", "CH"])
flags = st.booleans()

full_needs = st.fixed_dictionaries(
    {
        "data": st.sampled_from(["subscriber", "traffic", "content"]),
        "authority": st.sampled_from(["police", "prosecutor", "judge"]),
        "proceeding": st.sampled_from(["criminal", "civil"]),
        "coercive": flags,
        "intends_mutual_assistance": flags,
        "essential_interests_at_stake": flags,
        "own_proceedings_in_requested": flags,
        "confidential": flags,
        "urgency": st.fixed_dictionaries({"urgent": flags, "danger_to_life": flags}),
        "offence": st.fixed_dictionaries(
            {
                "conduct": st.sampled_from([["BC 2"], ["other"], ["P1 3", "BC 9"]]),
                "dual_criminality": flags,
                "political": flags,
                "fiscal": flags,
                "minor": flags,
                "transnational": flags,
                "organised_group": flags,
                "categories": st.sampled_from([["tax"], ["drug-trafficking"], []]),
                "max_penalty_years": st.just({"requesting": 1, "requested": 4}),
                "available_in_similar_domestic_case": flags,
            }
        ),
        "target_data": st.fixed_dictionaries(
            {
                "existence": st.sampled_from(["stored", "future"]),
                "located_in": STATES,
                "public": flags,
                "accessed_from": STATES,
                "specific_communication": flags,
                "territory": st.just("mainland"),
            }
        ),
        "holder": st.fixed_dictionaries(
            {
                "kind": st.sampled_from(["service-provider", "organisation"]),
                "seat": STATES,
                "present_in": st.lists(STATES, unique=True, max_size=2),
                "controls_from": st.lists(STATES, unique=True, max_size=2),
                "answers_voluntarily": flags,
            }
        ),
    }
)


@st.composite
def two_needs(draw: st.DrawFn) -> tuple[dict[str, Any], dict[str, Any]]:
    """A need with gaps, and one way to fill them."""
    requesting, requested = draw(st.lists(STATES, min_size=2, max_size=2, unique=True))
    measure = draw(
        st.sampled_from(["stored-data", "preservation", "real-time-traffic", "extradition"])
    )
    base = {"requesting": requesting, "requested": requested, "measure": measure}
    full = draw(full_needs)
    gaps: dict[str, Any] = {}
    for key, value in full.items():
        if isinstance(value, dict):
            gaps[key] = {name: item for name, item in value.items() if draw(flags)}
        elif draw(flags):
            gaps[key] = value
    return base | gaps, base | full


def statuses(advice: Advice) -> dict[tuple[str, str, str], str]:
    return {(r.measure, r.channel, r.basis): str(r.status) for r in advice.routes}


@given(two_needs())
@settings(deadline=None, max_examples=150)
def test_what_is_blocked_on_stated_facts_stays_blocked(
    needs: tuple[dict[str, Any], dict[str, Any]],
) -> None:
    partial, full = (need_from_dict(need) for need in needs)
    before = route(partial, on=ON, presume=False)
    after = statuses(route(full, on=ON, presume=False))
    for key, status in statuses(before).items():
        if status == "blocked":
            assert after.get(key, "blocked") == "blocked", key


@given(two_needs())
@settings(deadline=None, max_examples=150)
def test_a_presumption_blocks_nothing(needs: tuple[dict[str, Any], dict[str, Any]]) -> None:
    need = need_from_dict(needs[0])
    bare = statuses(route(need, on=ON, presume=False))
    for key, status in statuses(route(need, on=ON)).items():
        if status == "blocked":
            assert bare.get(key) in ("blocked", None), key


@given(two_needs())
@settings(deadline=None, max_examples=100)
def test_what_is_left_open_is_asked_or_said_to_be_assumed(
    needs: tuple[dict[str, Any], dict[str, Any]],
) -> None:
    partial, full = (need_from_dict(need) for need in needs)
    before, after = route(partial, on=ON), route(full, on=ON)
    told = {q.fact for q in before.questions} | {a.fact for a in before.assumptions}
    if not told:
        assert statuses(before) == statuses(after)
    for answer in (before, after):
        assert advice_to_dict(answer)["routes"]
        assert advice_to_text(answer)
