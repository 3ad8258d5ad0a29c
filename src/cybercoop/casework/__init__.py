"""After routing comes the paper: draft, check, review, clocks, use, and the exchange log."""

from __future__ import annotations

from cybercoop.casework.checking import check
from cybercoop.casework.drafting import draft
from cybercoop.casework.exchange import (
    BrokenChain,
    ExchangeLog,
    lapsing,
    overdue,
    unconfirmed,
)
from cybercoop.casework.reviewing import review
from cybercoop.casework.statistics import (
    Statistics,
    durations_from,
    plot_statistics,
    statistics,
    survival,
)
from cybercoop.casework.timing import clocks
from cybercoop.casework.using import may_use

__all__ = [
    "BrokenChain",
    "ExchangeLog",
    "Statistics",
    "check",
    "clocks",
    "draft",
    "durations_from",
    "lapsing",
    "may_use",
    "overdue",
    "plot_statistics",
    "review",
    "statistics",
    "survival",
    "unconfirmed",
]
