"""What a request must contain, what practice expects in it, and what makes no sense."""

from __future__ import annotations

from functools import cache

from cybercoop.law.requests.contents import SECTIONS
from cybercoop.law.requests.practice import EXPECTED
from cybercoop.law.requests.sense import INSPECTIONS, NO_CASE, PUBLISHED
from cybercoop.logic.lawbook import Lawbook

__all__ = ["EXPECTED", "INSPECTIONS", "NO_CASE", "PUBLISHED", "SECTIONS", "request_law"]


@cache
def request_law() -> Lawbook:
    """The current law with the contents of requests laid over it."""
    from cybercoop.law import LAW_VERSION, current_law
    from cybercoop.law import SECTIONS as ROUTES

    law = current_law()
    sections = (*ROUTES, *SECTIONS)
    return Lawbook.of(LAW_VERSION, sections, law.presumptions, law.first_step, check=False)
