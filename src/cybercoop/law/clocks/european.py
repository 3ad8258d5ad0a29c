"""Clocks between European States: EIO, TCA, EPO, police information; executive agreements."""

from __future__ import annotations

from cybercoop.law import vocabulary as v
from cybercoop.law.clocks.facts import after, clock, day, first_known, happened
from cybercoop.logic.conditions import NEVER, Condition, derived
from cybercoop.logic.facts import Flag, Term, Terms
from cybercoop.logic.periods import FirstKnown, Given, Happening, NoEnd, Rolled, When

__all__ = ["CLOCKS", "DRAWN", "SURELY"]


def _both(instrument: str) -> Condition:
    return v.requesting.bound_by(instrument) & v.requested.bound_by(instrument)


_received = first_known("received_on", "order_received_on")
_is_decided = happened("decided_on")
_is_extended = happened("extended_on")

_order = ("eu-investigation-order",)
_decide = Rolled(after(_received, days=30))
_decide_later = Rolled(after(_received, days=60))
investigation_order = (
    clock(
        "EIO-16",
        "EIO 16(1)",
        "acknowledgement-due",
        Rolled(after(_received, days=7)),
        "receipt is acknowledged within a week",
        binds="requested",
        kinds=None,
        channels=_order,
        when=_both("EIO"),
        mark="K",
    ),
    clock(
        "EIO-12-3",
        "EIO 12(3)",
        "decision-due",
        _decide,
        "the order is recognised, or not, within 30 days of receipt",
        binds="requested",
        kinds=None,
        channels=_order,
        when=_both("EIO") & ~_is_extended,
    ),
    clock(
        "EIO-12-5",
        "EIO 12(5)",
        "decision-due",
        _decide_later,
        "with reasons given, the time to decide is longer by 30 days",
        binds="requested",
        kinds=None,
        channels=_order,
        when=_both("EIO") & _is_extended,
    ),
    clock(
        "EIO-12-4",
        "EIO 12(4)",
        "execution-due",
        Rolled(after("decided_on", days=90)),
        "the measure is carried out within 90 days of the decision",
        binds="requested",
        kinds=None,
        channels=_order,
        when=_both("EIO") & _is_decided,
    ),
    clock(
        "EIO-12-4.undecided",
        "EIO 12(4)",
        "execution-due",
        Rolled(after(_decide, days=90)),
        "90 days from the decision, which is not taken yet",
        binds="requested",
        kinds=None,
        channels=_order,
        when=_both("EIO") & ~_is_decided & ~_is_extended,
        settled=NEVER,
        cautious=Rolled(after(_received, days=90)),
    ),
    clock(
        "EIO-12-4.undecided-later",
        "EIO 12(4)",
        "execution-due",
        Rolled(after(_decide_later, days=90)),
        "90 days from the decision, which is not taken yet and may come 30 days later",
        binds="requested",
        kinds=None,
        channels=_order,
        when=_both("EIO") & ~_is_decided & _is_extended,
        settled=NEVER,
        cautious=Rolled(after(_received, days=90)),
    ),
)

_tca = _both("TCA") & Term("request.treaty").equals("TCA")
trade_and_cooperation = (
    clock(
        "TCA-640.decision",
        "TCA 640",
        "decision-due",
        after(_received, days=45),
        "the request is decided within 45 days of receipt",
        binds="requested",
        kinds=None,
        channels=["treaty"],
        when=_tca,
        mark="K",
    ),
    clock(
        "TCA-640.execution",
        "TCA 640",
        "execution-due",
        after(FirstKnown((Happening("decided_on"), after(_received, days=45))), days=90),
        "it is carried out within 90 days of the decision",
        binds="requested",
        kinds=None,
        channels=["treaty"],
        when=_tca,
        settled=_is_decided,
        cautious=after(_received, days=90),
        mark="K",
    ),
)

_imminent = Flag("urgency.imminent").holds
emergency = derived(
    "an emergency of the Regulation: imminent danger to life, integrity or safety of a person, or "
    "to infrastructure whose failure would bring it",
    _imminent
    & (
        v.danger_to_life
        | Flag("urgency.danger_to_safety").holds
        | Flag("urgency.threatens_infrastructure").holds
    ),
)
_committed_in = Terms("offence.committed_in")
_resides_in = Term("person.resides_in")
_own_affair = _committed_in.contains(v.requesting.state) & _resides_in.equals(v.requesting.state)
_notified = v.data.is_in({"traffic", "content", "other-stored"}) & ~_own_affair
_order_received = first_known("order_received_on", "order_received_at")
_surely_emergency = Flag("known.emergency").holds
_production = ("eu-production-order",)
_either = ("eu-production-order", "eu-preservation-order")
_needs_validation = ~v.authority.equals("judge") & ~(
    v.authority.equals("prosecutor") & v.data.is_in({"subscriber", "user-identification"})
)
_validated_late = Term("validated_by").equals("unobtainable-in-time") & _needs_validation
production_order = (
    clock(
        "EPO-10-3",
        "EPO 10(3)",
        "production-due",
        Rolled(after(_order_received, days=10)),
        "without a notice to their authority: within ten days of receipt",
        binds="provider",
        kinds=None,
        channels=_production,
        when=~_surely_emergency & ~_notified,
    ),
    clock(
        "EPO-10-2",
        "EPO 10(2)",
        "production-due",
        Rolled(after(_order_received, days=10)),
        "with a notice, if no ground is raised: at the end of the ten days",
        binds="provider",
        kinds=None,
        channels=_production,
        when=~_surely_emergency & _notified,
    ),
    clock(
        "EPO-10-4",
        "EPO 10(4)",
        "production-due",
        after("order_received_at", hours=8),
        "in an emergency: eight hours; hours do not roll over weekends",
        binds="provider",
        kinds=None,
        channels=_production,
        when=_surely_emergency,
        mark="S",
    ),
    clock(
        "EPO-12-1.days",
        "EPO 12(1)",
        "objection-ends",
        Rolled(after(first_known("notified_on", "notified_at"), days=10)),
        "their authority may raise a ground within ten days of its notice",
        binds="requested",
        kinds=None,
        channels=_production,
        when=~_surely_emergency & _notified,
    ),
    clock(
        "EPO-12-1.hours",
        "EPO 12(1)",
        "objection-ends",
        after("notified_at", hours=96),
        "in an emergency their authority has 96 hours to object or to limit the use",
        binds="requested",
        kinds=None,
        channels=_production,
        when=_surely_emergency & _notified,
    ),
    clock(
        "EPO-4-5",
        "EPO 4(5)",
        "validation-due",
        after("issued_at", hours=48),
        "an order issued without validation in an emergency is validated within 48 hours",
        binds="requesting",
        kinds=None,
        channels=_either,
        when=_surely_emergency & _validated_late,
        mark="K",
    ),
)
_sixty = after(_order_received, days=60)
_ninety = after(_order_received, days=90)
_is_confirmed = happened("confirmed_on") & day("confirmed_on").not_after(day("kept_until"))
_preservation = ("eu-preservation-order",)
preservation_order = (
    clock(
        "EPO-11-1",
        "EPO 11(1)",
        "preservation-lapses",
        Rolled(_sixty),
        "preservation ends unless a request for production is confirmed; from receipt, it is "
        "assumed",
        binds="requesting",
        kinds=None,
        channels=_preservation,
        when=~_is_extended & ~_is_confirmed,
        settled=NEVER,
        cautious=after(first_known("issued_at", "order_received_on", "order_received_at"), days=60),
    ),
    clock(
        "EPO-11-1.extended",
        "EPO 11(1)",
        "preservation-lapses",
        Rolled(_ninety),
        "extended once by 30 days",
        binds="requesting",
        kinds=None,
        channels=_preservation,
        when=_is_extended & ~_is_confirmed,
        settled=NEVER,
        cautious=after(first_known("issued_at", "order_received_on", "order_received_at"), days=90),
    ),
    clock(
        "EPO-11-2",
        "EPO 11(2)",
        "preservation-lapses",
        NoEnd(Happening("confirmed_on")),
        "a request for production was confirmed: the data stay as long as needed",
        binds="provider",
        kinds=None,
        channels=_preservation,
        when=_is_confirmed,
    ),
)

_police = ("police-cooperation",)
police_information = (
    clock(
        "IED-5.other",
        "IED 5",
        "information-due",
        after(_received, days=7),
        "seven calendar days for what is not urgent",
        binds="requested",
        kinds=None,
        channels=_police,
        when=_both("IED") & ~v.urgent,
        mark="K",
    ),
    clock(
        "IED-5.urgent",
        "IED 5",
        "information-due",
        after(_received, days=3),
        "urgent: three calendar days, or eight hours for what is directly available",
        binds="requested",
        kinds=None,
        channels=_police,
        when=_both("IED") & v.urgent,
        settled=NEVER,
        cautious=FirstKnown((after("order_received_at", hours=8), Happening("received_on"))),
        mark="K",
    ),
)
_british = v.requesting.state.equals("GB") & v.requested.state.equals("US")
_executive = ("executive-agreement-order",)
executive_agreements = (
    clock(
        "CA-UK-5.answer",
        "CA",
        "order-answer-due",
        FirstKnown(
            (Happening("deadline"), after(first_known("order_received_on", "received_on"), days=7))
        ),
        "the time the order sets; seven days by default for an overseas production order",
        binds="provider",
        kinds=None,
        channels=_executive,
        when=_british,
        settled=happened("deadline"),
        cautious=after(first_known("order_received_on", "received_on"), days=7),
        mark="S",
    ),
    clock(
        "CA-UK-5.service",
        "CA",
        "service-due",
        after("issued_at", months=3),
        "an overseas production order is served within three months",
        binds="requesting",
        kinds=None,
        channels=_executive,
        when=_british & ~happened("order_received_on") & ~happened("served_on"),
        mark="S",
    ),
)

DRAWN: dict[str, When] = {
    # Once extended, the preservation runs for the longer time.
    "kept_until": FirstKnown((Given(Happening("extended_on"), _ninety), _sixty)),
}
SURELY: dict[str, Condition] = {"known.emergency": emergency}
"""Notions that count only where they are known to hold."""

CLOCKS = (
    *investigation_order,
    *trade_and_cooperation,
    *production_order,
    *preservation_order,
    *police_information,
    *executive_agreements,
)
