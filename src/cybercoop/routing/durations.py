"""How long each way takes: dated, sourced data that rank routes and never change a status."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from functools import cache, cached_property
from importlib import resources
from typing import Any

import attrs

from cybercoop.model.advice import TimeEstimate

__all__ = ["DurationRow", "Durations", "TimeEstimate", "shipped_durations"]

_REFINED_BY = ("basis", "via", "requested", "expedited", "data", "emergency")


@attrs.frozen(kw_only=True)
class DurationRow:
    """One line: for which routes, how many days, from where; `only` are the facts it needs."""

    measures: frozenset[str]
    channel: str
    only: Mapping[str, Any]
    time: TimeEstimate


@attrs.frozen(eq=False)
class Durations:
    """A table of durations. The line that fits with the most limits wins."""

    rows: tuple[DurationRow, ...]

    @cached_property
    def _by_route(self) -> Mapping[tuple[str, str], tuple[DurationRow, ...]]:
        found: dict[tuple[str, str], list[DurationRow]] = {}
        for row in self.rows:
            for measure in row.measures:
                found.setdefault((measure, row.channel), []).append(row)
        return {key: tuple(rows) for key, rows in found.items()}

    @classmethod
    def read(cls, rows: Iterable[Mapping[str, Any]]) -> Durations:
        """Build a table from plain rows as in the shipped file."""
        return cls(
            tuple(
                DurationRow(
                    measures=frozenset(row["measure"]),
                    channel=row["channel"],
                    only={name: row[name] for name in _REFINED_BY if name in row},
                    time=TimeEstimate(
                        min_days=row["min"],
                        median_days=row["median"],
                        p90_days=row["p90"],
                        assumption=row["kind"] == "assumption",
                        source=row["source"],
                    ),
                )
                for row in rows
            )
        )

    def over(self, below: Durations) -> Durations:
        """These lines laid over others: of the same route, only the upper ones count."""
        mine = {(measure, row.channel) for row in self.rows for measure in row.measures}
        kept = []
        for row in below.rows:
            left = frozenset(m for m in row.measures if (m, row.channel) not in mine)
            if left:
                kept.append(attrs.evolve(row, measures=left))
        return Durations((*self.rows, *kept))

    def find(self, measure: str, channel: str, facts: Mapping[str, Any]) -> TimeEstimate | None:
        """The estimate for a route; None if the table has none for it.

        `facts` says what is so of the route: its `basis`, `data` and `requested` State, the wires
        of `via`, whether it is `expedited`, whether it is an `emergency`.
        """
        best: DurationRow | None = None
        for row in self._by_route.get((measure, channel), ()):
            if all(_fits(facts.get(name), value) for name, value in row.only.items()) and (
                best is None or len(row.only) > len(best.only)
            ):
                best = row
        return None if best is None else best.time


def _fits(fact: Any, value: Any) -> bool:
    return value in fact if isinstance(fact, tuple) else fact == value


@cache
def shipped_durations() -> Durations:
    """The starting values the library comes with."""
    text = resources.files("cybercoop.atlas").joinpath("data/durations.json").read_text("utf-8")
    return Durations.read(json.loads(text)["rows"])
