"""Deadlines and holding periods as data, one module per family of instruments."""

from __future__ import annotations

from collections.abc import Mapping

from cybercoop.law.clocks import budapest, european, second_protocol
from cybercoop.logic.conditions import Condition
from cybercoop.logic.periods import When

__all__ = ["CLOCKS", "DRAWN", "SURELY"]

CLOCKS = (*budapest.CLOCKS, *second_protocol.CLOCKS, *european.CLOCKS)
"""Every clock, in the order they are listed."""

DRAWN: Mapping[str, When] = {**budapest.DRAWN, **second_protocol.DRAWN, **european.DRAWN}
"""Days that follow from events, by the name conditions use for them."""

SURELY: Mapping[str, Condition] = european.SURELY
"""Notions that count only where they are known to hold, by the path of the fact."""
