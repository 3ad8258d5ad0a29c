"""The Convention on Cybercrime (CETS 185), one module per group of articles."""

from __future__ import annotations

from cybercoop.law.budapest import (
    extradition,
    general,
    mutual_assistance,
    network,
    own_powers,
    preservation,
    real_time,
    spontaneous,
    stored_data,
)

__all__ = ["SECTIONS"]

SECTIONS = (
    *general.SECTIONS,
    *extradition.SECTIONS,
    *spontaneous.SECTIONS,
    *mutual_assistance.SECTIONS,
    *preservation.SECTIONS,
    *stored_data.SECTIONS,
    *own_powers.SECTIONS,
    *real_time.SECTIONS,
    *network.SECTIONS,
)
"""Every section of the Convention that bears on a route."""
