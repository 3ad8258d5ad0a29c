"""After routing comes the paper: draft, check, review, clocks, use, and the exchange log."""

from __future__ import annotations

from cybercoop.casework.checking import check
from cybercoop.casework.reviewing import review

__all__ = ["check", "review"]
