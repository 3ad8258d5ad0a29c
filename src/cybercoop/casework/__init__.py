"""After routing comes the paper: draft, check, review, clocks, use, and the exchange log."""

from __future__ import annotations

from cybercoop.casework.checking import check
from cybercoop.casework.drafting import draft
from cybercoop.casework.reviewing import review
from cybercoop.casework.timing import clocks
from cybercoop.casework.using import may_use

__all__ = ["check", "clocks", "draft", "may_use", "review"]
