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
from cybercoop.casework.timing import clocks
from cybercoop.casework.using import may_use

__all__ = [
    "BrokenChain",
    "ExchangeLog",
    "check",
    "clocks",
    "draft",
    "lapsing",
    "may_use",
    "overdue",
    "review",
    "unconfirmed",
]
