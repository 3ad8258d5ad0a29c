"""Counts, suppressed cells, times with cases still open, and durations that rank routes."""

from __future__ import annotations

import builtins
import datetime as dt
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cybercoop.casework import (
    ExchangeLog,
    durations_from,
    plot_statistics,
    statistics,
    survival,
)
from cybercoop.errors import InvalidInput, MissingExtra
from cybercoop.formats.casework import request_from_dict
from cybercoop.routing import route
from cybercoop.routing.durations import Durations, shipped_durations

ON = dt.date(2026, 11, 23)
START = dt.datetime(2026, 1, 1, 9, tzinfo=dt.UTC)


def a_log(
    days: float | None,
    *,
    end: str = "executed",
    state: str = "FR",
    conduct: str = "BC 8",
    data: str = "subscriber",
    channel: str = "treaty",
    confirmed: bool = True,
) -> ExchangeLog:
    request = request_from_dict(
        {
            "kind": "stored-data",
            "channel": channel,
            "data_categories": [data],
            "need": {
                "requesting": "RO",
                "requested": state,
                "measure": "stored-data",
                "offence": {"conduct": [conduct]},
            },
        }
    )
    log = ExchangeLog(request=request).add("drafted", at=START)
    log = log.add("sent", at=START, means="e-mail")
    if confirmed:
        log = log.add("receipt-confirmed", at=START)
    return log if days is None else log.add(end, at=START + dt.timedelta(days=days))


def test_the_curve_is_that_of_kaplan_and_meier() -> None:
    # Remission times of the drug group in Freireich et al. 1963, the textbook example.
    days = [6, 6, 6, 7, 10, 13, 16, 22, 23, 6, 9, 10, 11, 17, 19, 20, 25, 32, 32, 34, 35]
    came = [True] * 9 + [False] * 12
    curve = survival(days, came)
    assert curve.cases == 21
    assert curve.results == 9
    assert curve.days == (6, 7, 10, 13, 16, 22, 23)
    expected = (0.857, 0.807, 0.753, 0.690, 0.627, 0.538, 0.448)
    assert curve.waiting == pytest.approx(expected, abs=0.0006)
    assert curve.median == 23
    assert curve.p90 is None


def test_open_cases_lengthen_the_wait() -> None:
    done = [10.0, 20.0, 30.0]
    assert survival(done, [True] * 3).median == 20
    assert survival([*done, 40.0, 40.0], [True] * 3 + [False] * 2).median == 30
    assert survival([5.0, 5.0], [False, False]).median is None


@given(st.lists(st.tuples(st.integers(0, 500), st.booleans()), min_size=1, max_size=40))
def test_the_share_waiting_only_falls(cases: list[tuple[int, bool]]) -> None:
    curve = survival([day for day, _ in cases], [came for _, came in cases])
    assert list(curve.days) == sorted(set(curve.days))
    assert all(0 <= share <= 1 for share in curve.waiting)
    assert list(curve.waiting) == sorted(curve.waiting, reverse=True)
    assert (curve.median is None) or curve.median in curve.days


@pytest.mark.parametrize(("days", "came"), [([], []), ([1.0], []), ([-1.0], [True])])
def test_what_is_no_case_is_refused(days: list[float], came: list[bool]) -> None:
    with pytest.raises(InvalidInput):
        survival(days, came)


def test_requests_are_counted_in_every_dimension() -> None:
    logs = [a_log(10.0) for _ in range(6)] + [a_log(None, state="DE") for _ in range(7)]
    table = statistics(logs, on=ON)
    assert table.cases == 13
    assert table.counts["state"] == {"FR": 6, "DE": 7}
    assert table.counts["outcome"] == {"executed": 6, "open": 7}
    assert table.counts["data"] == {"subscriber": 13}
    assert table.counts["offence"] == {"BC 8": 13}
    time = table.times["stored-data", "treaty"]
    assert (time.cases, time.results) == (13, 6)
    assert "executed" in table.to_table()
    assert "Data categories" in table.to_table()


def test_small_cells_are_not_told_nor_given_away() -> None:
    logs = [a_log(1.0) for _ in range(8)]
    logs += [a_log(1.0, state="DE") for _ in range(6)]
    logs += [a_log(1.0, state="IT") for _ in range(2)]
    counts = statistics(logs, on=ON).counts["state"]
    assert counts == {"FR": 8, "DE": None, "IT": None}
    two = statistics([*logs, a_log(1.0, state="ES")], on=ON).counts["state"]
    assert two == {"FR": 8, "DE": 6, "IT": None, "ES": None}
    assert "<5" in statistics(logs, on=ON).to_table()
    with pytest.raises(InvalidInput):
        statistics(logs, on=ON, small=0)


def test_small_groups_have_no_times() -> None:
    assert statistics([a_log(3.0) for _ in range(4)], on=ON).times == {}
    assert len(statistics([a_log(3.0) for _ in range(5)], on=ON).times) == 1


def test_drafts_are_not_counted_and_refusals_are_waits_without_a_result() -> None:
    draft = ExchangeLog(request=a_log(None).request).add("drafted", at=START)
    assert statistics([draft], on=ON).cases == 0
    logs = [a_log(10.0) for _ in range(5)] + [a_log(2.0, end="refused") for _ in range(5)]
    time = statistics(logs, on=ON).times["stored-data", "treaty"]
    assert (time.cases, time.results, time.median) == (10, 5, 10)


def test_receipts_never_confirmed_are_counted() -> None:
    logs = [a_log(None, confirmed=False) for _ in range(5)] + [a_log(None)]
    assert statistics(logs, on=ON).unconfirmed == 5
    assert statistics(logs[3:], on=ON).unconfirmed is None


def test_own_times_rank_routes() -> None:
    request = a_log(None).request
    assert request.need is not None
    plain = route(request.need, on=ON)
    slow = plain.route("stored-data", "treaty")
    assert slow is not None
    assert slow.time is not None
    fitted = durations_from([a_log(2.0) for _ in range(9)], on=ON, name="our ministry")
    quick = route(request.need, on=ON, durations=fitted).route("stored-data", "treaty")
    assert quick is not None
    assert quick.time is not None
    assert quick.time.median_days == 2.0 < slow.time.median_days
    assert not quick.time.assumption
    assert quick.time.source.startswith("our ministry, 9 cases")
    assert quick.status is slow.status


def test_a_line_laid_over_replaces_its_route_and_no_other() -> None:
    fitted = durations_from([a_log(2.0) for _ in range(5)], on=ON)
    both = fitted.over(shipped_durations())
    facts: dict[str, Any] = {"expedited": True}
    assert both.find("stored-data", "treaty", facts) == fitted.rows[0].time
    for measure, channel in (("domain-registration", "treaty"), ("stored-data", "interpol")):
        assert both.find(measure, channel, facts) == shipped_durations().find(
            measure, channel, facts
        )


def test_a_median_not_reached_fits_nothing() -> None:
    logs = [a_log(2.0)] + [a_log(None) for _ in range(9)]
    assert durations_from(logs, on=ON).rows == ()


def test_the_report_can_be_drawn() -> None:
    table = statistics([a_log(float(day)) for day in range(1, 9)], on=ON)
    figure = plot_statistics(table)
    titles = [axis.get_title() for axis in figure.axes]
    assert titles == ["Data categories", "Offences", "Outcomes", "Share with a result"]
    assert figure.axes[3].get_lines()


def test_a_missing_extra_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    real = builtins.__import__

    def without(name: str, *rest: Any) -> Any:
        if name.split(".")[0] in ("scipy", "matplotlib"):
            raise ImportError(name)
        return real(name, *rest)

    table = statistics([a_log(None)], on=ON)
    monkeypatch.setattr(builtins, "__import__", without)
    with pytest.raises(MissingExtra, match=r"cybercoop\[sim\]"):
        survival([1.0], [True])
    with pytest.raises(MissingExtra, match=r"cybercoop\[plot\]"):
        plot_statistics(table)


def test_a_line_wholly_replaced_is_gone() -> None:
    (row, *_) = [r for r in shipped_durations().rows if r.measures == frozenset({"preservation"})]
    both = Durations((row,)).over(Durations((row,)))
    assert both.rows == (row,)


def test_times_are_told_by_every_dimension() -> None:
    logs = [a_log(10.0, data="traffic") for _ in range(6)]
    logs += [a_log(30.0, state="DE", conduct="BC 2") for _ in range(6)]
    times = statistics(logs, on=ON).times_by
    assert set(times) == {"measure", "data", "offence", "state", "channel", "outcome"}
    assert times["data"]["traffic"].median == times["state"]["FR"].median == 10
    assert times["offence"]["BC 2"].median == times["data"]["subscriber"].median == 30
    assert times["measure"]["stored-data"].cases == 12
    assert "IT" not in statistics([*logs, a_log(1.0, state="IT")], on=ON).times_by["state"]
