"""Routing: presumptions, ranking, the refusal of bad questions, what is built when."""

from __future__ import annotations

import datetime as dt

import pytest

from cybercoop import InvalidInput, Need, Urgency, advice_to_dict, need_from_dict, route, shipped
from cybercoop.law import current_law
from cybercoop.model.advice import Deferred, TimeEstimate
from cybercoop.routing.durations import Durations, shipped_durations
from cybercoop.routing.router import Router

ON = dt.date(2026, 11, 23)


def need(**changes: object) -> Need:
    return need_from_dict(
        {"requesting": "RO", "requested": "US", "measure": "stored-data"} | changes
    )


def test_without_presumptions_what_nobody_stated_stays_unknown() -> None:
    with_them = route(need(), on=ON)
    without = route(need(), on=ON, presume=False)
    one = with_them.route("preservation", "network-24-7")
    two = without.route("preservation", "network-24-7")
    assert one is not None
    assert two is not None
    assert (one.status, two.status) == ("available", "undetermined")
    assert without.assumptions == ()
    assert "proceeding" in {question.fact for question in without.questions}
    assert "proceeding" in {assumption.fact for assumption in with_them.assumptions}
    blocked = advice_to_dict(route(need(proceeding="civil"), on=ON, presume=False))
    assert any(r["unlock"] for r in blocked["routes"]) or blocked["routes"]


def test_ranking_by_the_slow_end_may_choose_another_route() -> None:
    rows = [
        {
            "measure": ["stored-data"],
            "channel": "treaty",
            "min": 1,
            "median": 1,
            "p90": 90,
            "kind": "law",
            "source": "a test",
        },
        {
            "measure": ["stored-data"],
            "channel": "provider-voluntary",
            "min": 1,
            "median": 2,
            "p90": 3,
            "kind": "law",
            "source": "a test",
        },
    ]
    router = Router.of(current_law(), Durations.read(rows))
    asked = need(
        data="subscriber",
        holder={"kind": "service-provider", "seat": "US", "answers_voluntarily": True},
        target_data={"existence": "stored", "located_in": "US"},
    )
    by = {name: router.route(asked, shipped(), ON, by=name).fastest for name in ("median", "p90")}
    assert by["median"] is not None
    assert by["p90"] is not None
    assert by["median"].channel == "treaty"
    assert by["p90"].channel == "provider-voluntary"


def test_durations_of_a_route_are_the_most_specific_that_fit() -> None:
    table = shipped_durations()
    plain = table.find("stored-data", "central-authority", {})
    quick = table.find("stored-data", "central-authority", {"expedited": True})
    states = table.find("stored-data", "central-authority", {"requested": "US"})
    direct = table.find("stored-data", "treaty", {"basis": "E30", "via": ("direct-judicial",)})
    assert plain is not None
    assert (plain.median_days, plain.assumption) == (300, False)
    assert quick is not None
    assert (quick.median_days, quick.assumption) == (40, True)
    assert states is not None
    assert states.median_days == 285
    assert direct is not None
    assert direct.median_days == 120
    assert table.find("stored-data", "video-conference", {}) is None


@pytest.mark.parametrize(
    ("changes", "paths"),
    [
        ({"on": "2026-11-23"}, ["$.on"]),
        ({"on": dt.datetime(2026, 11, 23, tzinfo=dt.UTC)}, ["$.on"]),
        ({"by": "mean"}, ["$.by"]),
        ({"on": None, "by": "best"}, ["$.on", "$.by"]),
    ],
)
def test_a_bad_question_is_refused_with_every_problem(
    changes: dict[str, object], paths: list[str]
) -> None:
    with pytest.raises(InvalidInput) as caught:
        route(need(), **({"on": ON} | changes))  # type: ignore[arg-type]  # wrong on purpose
    assert [problem.path for problem in caught.value.problems] == paths


def test_states_the_atlas_cannot_know_are_named_with_their_paths() -> None:
    asked = need(requesting="XY", requested="ZZ", holder={"seat": "QQ"})
    with pytest.raises(InvalidInput) as caught:
        route(asked, on=ON)
    paths = [problem.path for problem in caught.value.problems]
    assert paths == ["$.requesting", "$.requested", "$.holder.seat"]


def test_a_route_is_found_by_measure_channel_and_basis() -> None:
    advice = route(need(), on=ON)
    treaty = advice.route("stored-data", "treaty", "EU-US-MLA-2003")
    assert treaty is not None
    assert treaty.basis == "EU-US-MLA-2003"
    assert advice.route("stored-data", "video-conference") is None


def test_reasons_are_built_once_and_only_when_read() -> None:
    made: list[int] = []

    def make() -> int:
        made.append(1)
        return len(made)

    value = Deferred(make)
    assert made == []
    assert (value.get(), value.get(), made) == (1, 1, [1])


def test_estimates_are_read_by_the_name_of_the_ranking() -> None:
    time = TimeEstimate(1, 2, 3, True, "a test")
    assert (time.days("median"), time.days("p90")) == (2, 3)


def test_nothing_lawful_on_these_facts_means_no_first_step() -> None:
    asked = Need(requesting="RO", measure="stored-data", urgency=Urgency(volatile=False))
    advice = route(asked, on=ON)
    assert advice.first is None
    assert advice.fastest is None
    assert "holder.seat" in {question.fact for question in advice.questions}


def test_available_at_home_may_be_told_measure_by_measure() -> None:
    asked = need_from_dict(
        {
            "requesting": "RO",
            "requested": "US",
            "measure": "real-time-traffic",
            "offence": {
                "available_in_similar_domestic_case": {
                    "real-time-traffic": False,
                    "interception": True,
                }
            },
        }
    )
    found = route(asked, on=ON).route("real-time-traffic", "central-authority")
    assert found is not None
    assert found.obligation == "discretion"


def test_a_treaty_has_no_treaties_inside_it() -> None:
    from cybercoop.law.vocabulary import regimes
    from cybercoop.routing.facts import RegimeFacts

    (treaty, *_) = shipped().as_of(ON).pair("RO", "US").regimes
    assert RegimeFacts(treaty).members(regimes) == ()
