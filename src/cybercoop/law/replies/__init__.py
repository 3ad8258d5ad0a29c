"""What may be answered to a request, which duties an answer breaches, and what to do then.

These rules are read together with the rules of the routes: a ground of refusal is written once.
"""

from __future__ import annotations

from functools import cache

from cybercoop.law.replies import conditions, duties, own_law, shields
from cybercoop.law.replies.facts import ASSERTED
from cybercoop.logic.lawbook import Lawbook
from cybercoop.model.citation import Citation

__all__ = ["ASSERTED", "SECTIONS", "UNRULED", "reply_law"]

UNRULED = Citation.parse("RC 15")
"""Where to turn on a ground no rule speaks of: Parties are asked to publish theirs."""

SECTIONS = (
    *shields.SECTIONS,
    *own_law.SECTIONS,
    *conditions.SECTIONS,
    *duties.SECTIONS,
)
"""Every section about replies."""


@cache
def reply_law(*, check: bool = False) -> Lawbook:
    """The current law with the rules on replies laid over it; `check` searches for conflicts."""
    from cybercoop.law import LAW_VERSION, current_law
    from cybercoop.law import SECTIONS as ROUTES

    law = current_law()
    return Lawbook.of(
        LAW_VERSION, (*ROUTES, *SECTIONS), law.presumptions, law.first_step, check=check
    )
