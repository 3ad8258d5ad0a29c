"""Direct orders and orders given effect: Second Protocol, Articles 7 and 8."""

from __future__ import annotations

from cybercoop.law import vocabulary as v
from cybercoop.law.clocks.facts import after, clock, day, first_known, happened
from cybercoop.logic.conditions import derived
from cybercoop.logic.periods import ClockRule, DayAfter, FirstKnown, Happening, Later, When

__all__ = ["CLOCKS", "DRAWN"]

between = derived(
    "both States are Parties to the Second Protocol",
    v.requesting.bound_by("P2") & v.requested.bound_by("P2"),
)
KINDS = ("stored-data",)
_received = first_known("order_received_on", "received_on")
_answer = Later(after(_received, days=30), Happening("deadline"))
_refused_in_time = happened("refused_on") & day("refused_on").not_after(day("answer_due"))

article_7 = (
    clock(
        "P2-7-7",
        "P2 7(7)",
        "provider-answer-due",
        _answer,
        "thirty days from receipt, or the time the order sets if that is longer",
        binds="provider",
        kinds=KINDS,
        channels=["provider-order"],
        when=between & ~_refused_in_time,
        mark="K",
    ),
    clock(
        "P2-7-7.opens",
        "P2 7(7)",
        "enforcement-opens",
        DayAfter(_answer),
        "from this day the order may be enforced, by Article 8 or mutual assistance alone",
        binds="requesting",
        kinds=KINDS,
        channels=["provider-order"],
        when=between & ~_refused_in_time,
        mark="K",
    ),
    clock(
        "P2-7-7.refused",
        "P2 7(7)",
        "enforcement-opens",
        Happening("refused_on"),
        "the provider refused: Article 8 or mutual assistance is open at once",
        binds="requesting",
        kinds=KINDS,
        channels=["provider-order"],
        when=between & _refused_in_time,
        mark="K",
    ),
)
_service = after("completed_on", days=45)
_served = FirstKnown((Happening("served_on"), _service))
_is_served = happened("served_on")


def _return(category: str, days: int) -> ClockRule:
    return clock(
        f"P2-8-6-a.{category}",
        "P2 8(6)",
        "return-due",
        after(_served, days=days),
        f"the provider returns {category} data within {days} days of the service of the order",
        binds="provider",
        kinds=KINDS,
        channels=["order-giving-effect"],
        when=between & v.data.equals(category),
        settled=_is_served,
        cautious=after("completed_on", days=days),
        mark="K",
    )


article_8 = (
    clock(
        "P2-8-6-a.service",
        "P2 8(6)",
        "service-due",
        _service,
        "reasonable efforts to serve the provider within 45 days of all the information",
        binds="requested",
        kinds=KINDS,
        channels=["order-giving-effect"],
        when=between,
        mark="K",
    ),
    _return("subscriber", 20),
    _return("traffic", 45),
)

DRAWN: dict[str, When] = {"answer_due": _answer}

CLOCKS = (*article_7, *article_8)
