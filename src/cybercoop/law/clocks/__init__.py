"""Deadlines and holding periods as data, one module per family of instruments."""

from __future__ import annotations

from cybercoop.law.clocks import budapest, european, second_protocol

__all__ = ["CLOCKS"]

CLOCKS = (*budapest.CLOCKS, *second_protocol.CLOCKS, *european.CLOCKS)
"""Every clock, in the order they are listed."""
