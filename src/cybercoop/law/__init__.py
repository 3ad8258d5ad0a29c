"""The law as data: one module per instrument, every rule with its paragraph and its certainty."""

from __future__ import annotations

from functools import cache

from cybercoop.law import budapest, comity, providers, treaties
from cybercoop.law.presumptions import FIRST_STEP, PRESUMPTIONS
from cybercoop.logic.lawbook import Lawbook

__all__ = ["LAW_VERSION", "SECTIONS", "current_law"]

LAW_VERSION = "2026.1"
"""Version of the rules; it changes whenever an answer may change."""

SECTIONS = (
    *budapest.SECTIONS,
    *treaties.SECTIONS,
    *providers.SECTIONS,
    *comity.SECTIONS,
)
"""Every section of the law, in the order they are explained."""


@cache
def current_law() -> Lawbook:
    """The law this version of the library knows, checked for conflicts and laid out."""
    return Lawbook.of(LAW_VERSION, SECTIONS, PRESUMPTIONS, FIRST_STEP)
