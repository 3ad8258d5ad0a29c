"""What logs tell: counts, outcomes, and how long things take (T-CY recommendation 2)."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

import attrs

from cybercoop.casework.exchange import ExchangeLog
from cybercoop.errors import InvalidInput, MissingExtra, Problem
from cybercoop.model.exchange import EventKind
from cybercoop.model.requests import PreservationRequest
from cybercoop.routing.durations import DurationRow, Durations, TimeEstimate

if TYPE_CHECKING:
    from matplotlib.figure import Figure

__all__ = [
    "Statistics",
    "Survival",
    "durations_from",
    "plot_statistics",
    "statistics",
    "survival",
]

SMALL = 5
DIMENSIONS = ("measure", "data", "offence", "state", "channel", "outcome")
OPEN = "open"


@attrs.frozen(kw_only=True)
class Survival:
    """How long it takes until a result, cases still open counted as far as they go.

    Kaplan and Meier: `days` are the days at which results came, `waiting` the share still
    waiting after each. `median` and `p90` are None where so many are open that it cannot be told.
    """

    cases: int
    results: int
    days: tuple[float, ...]
    waiting: tuple[float, ...]

    def quantile(self, share: float) -> float | None:
        """The days by which `share` of the cases have their result; None if not known yet."""
        for day, still in zip(self.days, self.waiting, strict=True):
            if 1 - still >= share - 1e-12:
                return day
        return None

    @property
    def median(self) -> float | None:
        """The days by which half the cases have their result."""
        return self.quantile(0.5)

    @property
    def p90(self) -> float | None:
        """The days by which nine in ten have their result."""
        return self.quantile(0.9)


@attrs.frozen(kw_only=True)
class Statistics:
    """Counts by each dimension; a count below `small` is None, and so is one that would tell it.

    `times` are by measure and channel, `times_by` by the words of each dimension, both for
    groups of `small` cases or more whose count is told.
    """

    on: dt.date
    cases: int
    small: int
    counts: Mapping[str, Mapping[str, int | None]]
    times: Mapping[tuple[str, str], Survival]
    times_by: Mapping[str, Mapping[str, Survival]]
    unconfirmed: int | None

    def to_table(self) -> str:
        """The report as a table, in the order of the T-CY's assessment."""
        lines = [f"{self.cases} requests, on {self.on.isoformat()}"]
        titles = {
            "data": "Data categories",
            "offence": "Underlying offences",
            "outcome": "Outcomes",
            "measure": "Measures",
            "channel": "Channels",
            "state": "Requested States",
        }
        for dimension, title in titles.items():
            rows = self.counts[dimension]
            lines += ["", f"{title:<40} {'requests':>9}  {'share':>6}"]
            shown = sorted(rows.items(), key=lambda row: (row[1] is None, -(row[1] or 0), row[0]))
            for name, count in shown:
                if count is None:
                    lines.append(f"{name:<40} {'<' + str(self.small):>9}  {'':>6}")
                else:
                    lines.append(f"{name:<40} {count:>9}  {count / self.cases:>6.0%}")
        lines += ["", f"{'Days to a result':<40} {'cases':>9}  {'median':>6}  {'p90':>6}"]
        named = [(f"{m} by {c}", time) for (m, c), time in sorted(self.times.items())]
        for dimension in ("data", "offence", "state"):
            named += sorted(self.times_by[dimension].items())
        for name, time in named:
            lines.append(
                f"{name:<40} {time.cases:>9}  {_days(time.median):>6}  {_days(time.p90):>6}"
            )
        told = f"<{self.small}" if self.unconfirmed is None else str(self.unconfirmed)
        lines += ["", f"Receipt never confirmed: {told}"]
        return "\n".join(lines) + "\n"


def _days(value: float | None) -> str:
    return "open" if value is None else f"{value:.0f}"


def statistics(logs: Iterable[ExchangeLog], *, on: dt.date, small: int = SMALL) -> Statistics:
    """Count logs and measure times, on a day. Needs the extra ``sim``.

    A request that was never sent is left out. Cells below `small` are suppressed; where only one
    is, the next smallest is too, so that it cannot be worked out. Times run from the first
    sending to the result (data handed over, or preserved); open, refused and withdrawn requests
    count as waiting as long as they did (right-censored). Raises `InvalidInput` for a `small`
    below 1.
    """
    if small < 1:
        raise InvalidInput(
            [Problem("$.small", "range", "a size of cell expected", small, "1 or more")],
            "question",
        )
    sent = [log for log in logs if _sent(log) is not None]
    counts = {
        name: _suppressed(Counter(word for log in sent for word in _WORDS[name](log)), small)
        for name in DIMENSIONS
    }
    groups: dict[tuple[str, str], list[ExchangeLog]] = {}
    for log in sent:
        groups.setdefault(_group(log), []).append(log)
    times = {group: _times(found, on) for group, found in groups.items() if len(found) >= small}
    times_by = {
        name: {
            word: _times([log for log in sent if word in _WORDS[name](log)], on)
            for word, count in counts[name].items()
            if count is not None
        }
        for name in DIMENSIONS
    }
    silent = sum(
        not any(event.kind is EventKind.RECEIPT_CONFIRMED for event in log.events) for log in sent
    )
    return Statistics(
        on=on,
        cases=len(sent),
        small=small,
        counts=counts,
        times=times,
        times_by=times_by,
        unconfirmed=None if 0 < silent < small else silent,
    )


def _times(logs: Sequence[ExchangeLog], on: dt.date) -> Survival:
    waits = [_waited(log, on) for log in logs]
    return survival([days for days, _ in waits], [came for _, came in waits])


def survival(days: Sequence[float], came: Sequence[bool]) -> Survival:
    """The curve of Kaplan and Meier: days waited, and whether the result came. Extra ``sim``.

    Raises `InvalidInput` for lists of different length, no case at all or negative days.
    """
    if len(days) != len(came) or not days or min(days) < 0:
        raise InvalidInput(
            [
                Problem(
                    "$.days",
                    "cases",
                    "no cases that can be counted",
                    len(days),
                    "as many days, 0 or more, as results, and at least one",
                )
            ],
            "question",
        )
    try:
        from scipy import stats
    except ImportError:
        raise MissingExtra("times need scipy: install cybercoop[sim]") from None
    done = [day for day, result in zip(days, came, strict=True) if result]
    still = [day for day, result in zip(days, came, strict=True) if not result]
    if not done:
        return Survival(cases=len(days), results=0, days=(), waiting=())
    curve = stats.ecdf(stats.CensoredData(uncensored=done, right=still)).sf
    steps = [
        (float(day), float(share))
        for day, share in zip(curve.quantiles, curve.probabilities, strict=True)
        if float(day) in done
    ]
    return Survival(
        cases=len(days),
        results=len(done),
        days=tuple(day for day, _ in steps),
        waiting=tuple(share for _, share in steps),
    )


def durations_from(
    logs: Iterable[ExchangeLog], *, on: dt.date, small: int = SMALL, name: str = "own logs"
) -> Durations:
    """Durations fitted to logs, to be laid over the shipped ones. Needs the extra ``sim``.

    One line per measure and channel with `small` cases or more whose median is known; where the
    ninetieth percentile is not known yet, the longest wait stands in and the line says so.
    """
    table = statistics(logs, on=on, small=small)
    rows = []
    for (measure, channel), time in table.times.items():
        median = time.median
        if median is None or channel == _UNKNOWN:
            continue
        last = time.p90 if time.p90 is not None else time.days[-1]
        known = "" if time.p90 is not None else ", p90 not reached"
        rows.append(
            DurationRow(
                measures=frozenset({measure}),
                channel=channel,
                only={},
                time=TimeEstimate(
                    min_days=time.days[0],
                    median_days=median,
                    p90_days=last,
                    assumption=False,
                    source=f"{name}, {time.cases} cases to {on.isoformat()}{known}",
                ),
            )
        )
    return Durations(tuple(rows))


def plot_statistics(table: Statistics) -> Figure:
    """The report as a figure: data categories, offences, outcomes, times. Extra ``plot``."""
    try:
        from matplotlib.figure import Figure
    except ImportError:
        raise MissingExtra("plots need matplotlib: install cybercoop[plot]") from None
    figure = Figure(figsize=(11, 8), layout="constrained")
    axes = figure.subplots(2, 2)
    panels = (("data", "Data categories"), ("offence", "Offences"), ("outcome", "Outcomes"))
    for axis, (dimension, title) in zip(axes.flat, panels, strict=False):
        rows = sorted(
            ((name, count) for name, count in table.counts[dimension].items() if count),
            key=lambda row: row[1],
        )
        axis.barh([name for name, _ in rows], [count for _, count in rows])
        axis.set_title(title)
    times = axes.flat[3]
    for (measure, channel), time in sorted(table.times.items()):
        if time.days:
            share = [1 - waiting for waiting in time.waiting]
            times.step((0, *time.days), (0, *share), where="post", label=f"{measure} by {channel}")
    times.set_title("Share with a result")
    times.set_xlabel("days since sending")
    times.set_ylim(0, 1)
    if table.times:
        times.legend(fontsize="small")
    return figure


_UNKNOWN = "not stated"
_RESULTS = (EventKind.EXECUTED, EventKind.PARTIALLY_EXECUTED)


def _sent(log: ExchangeLog) -> dt.datetime | None:
    return next((event.at for event in log.events if event.kind is EventKind.SENT), None)


def _result(log: ExchangeLog) -> dt.datetime | None:
    kinds = (EventKind.PRESERVED,) if isinstance(log.request, PreservationRequest) else _RESULTS
    return next((event.at for event in log.events if event.kind in kinds), None)


def _waited(log: ExchangeLog, on: dt.date) -> tuple[float, bool]:
    """Days from sending to the result, or to where the wait broke off."""
    start, result = _sent(log), _result(log)
    if start is None:
        raise ValueError("the log was never sent")
    if result is not None:
        return (result - start).total_seconds() / 86400, True
    ended = next(
        (e.at for e in log.events if e.kind in (EventKind.REFUSED, EventKind.WITHDRAWN)), None
    )
    until = ended or dt.datetime.combine(on, dt.time(23, 59), tzinfo=start.tzinfo)
    return max(0.0, (until - start).total_seconds() / 86400), False


def _group(log: ExchangeLog) -> tuple[str, str]:
    return str(log.request.kind), str(log.request.channel or _UNKNOWN)


def _data(log: ExchangeLog) -> Iterable[str]:
    request = log.request
    if request.data_categories:
        return [str(item) for item in request.data_categories]
    need = request.need
    return [str(need.data)] if need is not None and need.data is not None else [_UNKNOWN]


def _offence(log: ExchangeLog) -> Iterable[str]:
    named = [str(o.convention_article) for o in log.request.offences or () if o.convention_article]
    need = log.request.need
    if not named and need is not None:
        named = [str(item) for item in need.offence.conduct or ()]
    return named or [_UNKNOWN]


def _state(log: ExchangeLog) -> Iterable[str]:
    need = log.request.need
    return [(need.addressed_to if need is not None else None) or _UNKNOWN]


def _outcome(log: ExchangeLog) -> Iterable[str]:
    kinds = [event.kind for event in log.events]
    if log.outcome is not None:
        return [str(log.outcome)]
    for kind in (EventKind.PRESERVED, EventKind.PARTIALLY_EXECUTED, EventKind.POSTPONED):
        if kind in kinds:
            return [str(kind)]
    return [OPEN]


_WORDS: Mapping[str, Callable[[ExchangeLog], Iterable[str]]] = {
    "measure": lambda log: [str(log.request.kind)],
    "data": _data,
    "offence": _offence,
    "state": _state,
    "channel": lambda log: [_group(log)[1]],
    "outcome": _outcome,
}


def _suppressed(counts: Counter[str], small: int) -> dict[str, int | None]:
    """Counts without the small ones, and without one that a single gap would give away."""
    hidden = {name for name, count in counts.items() if count < small}
    rest = [name for name in counts if name not in hidden]
    if len(hidden) == 1 and rest:
        hidden.add(min(rest, key=lambda name: (counts[name], name)))
    return {name: None if name in hidden else count for name, count in counts.items()}
