"""What came back to a request, what happened to it, and what the data are to be used for."""

from __future__ import annotations

import datetime as dt

import attrs

from cybercoop.errors import InvalidInput, Problem
from cybercoop.model import _fields as f
from cybercoop.model.terms import (
    CaseScope,
    Channel,
    ConditionKind,
    Ground,
    Measure,
    Purpose,
    Responder,
    ResponseKind,
)

__all__ = ["Events", "Obtained", "Response", "UseCondition", "UsePlan", "UseQuestion"]

_ZONES = dt.timedelta(days=1)


def _contradiction(name: str, message: str, value: object, accepted: str) -> InvalidInput:
    return InvalidInput([Problem(f"$.{name}", "contradiction", message, value, accepted)])


@attrs.frozen(kw_only=True)
class Response:
    """What the other side answered; silence is an answer too. Only `kind` is required.

    `reasons_given` and `considered_partial` speak of BC 27(6) and (7); `accepted` says whether
    the requesting State took the conditions on; `before` whether a demand must be met before
    anything is done; `until` is the day a postponement is to end.
    """

    kind: ResponseKind = f.term(ResponseKind, required=True)
    by: Responder | None = f.term(Responder)
    grounds: tuple[Ground, ...] | None = f.terms(Ground)
    reasons_given: bool | None = f.flag()
    considered_partial: bool | None = f.flag()
    accepted: bool | None = f.flag()
    before: bool | None = f.flag()
    until: dt.date | None = f.day()

    def __attrs_post_init__(self) -> None:
        belongs = {
            "accepted": (ResponseKind.CONDITIONS,),
            "before": (ResponseKind.DEMAND,),
            "until": (ResponseKind.POSTPONEMENT,),
        }
        for name, kinds in belongs.items():
            value = getattr(self, name)
            if value is not None and self.kind not in kinds:
                raise _contradiction(
                    name, f"has no sense in a {self.kind}", value, f"only with {kinds[0]}"
                )
        if self.kind is ResponseKind.SILENCE and self.grounds:
            raise _contradiction("grounds", "silence gives no ground", self.grounds, "no grounds")


@attrs.frozen(kw_only=True)
class Events:
    """When what happened to a request. Days are legal days; periods in hours need instants.

    `held_until` is the day until which the other side says that it keeps the data.
    """

    requested_on: dt.date | None = f.day()
    received_on: dt.date | None = f.day()
    effected_on: dt.date | None = f.day()
    extended_on: dt.date | None = f.day()
    held_until: dt.date | None = f.day()
    followup_sent_on: dt.date | None = f.day()
    followup_received_on: dt.date | None = f.day()
    decided_on: dt.date | None = f.day()
    order_received_on: dt.date | None = f.day()
    completed_on: dt.date | None = f.day()
    refused_on: dt.date | None = f.day()
    served_on: dt.date | None = f.day()
    notified_on: dt.date | None = f.day()
    confirmed_on: dt.date | None = f.day()
    order_received_at: dt.datetime | None = f.instant()
    issued_at: dt.datetime | None = f.instant()
    notified_at: dt.datetime | None = f.instant()

    def __attrs_post_init__(self) -> None:
        # The day of the sender and that of the receiver may differ by one around the world.
        for before, after in _ORDER:
            first, then = getattr(self, before), getattr(self, after)
            if first is not None and then is not None and then < first - _ZONES:
                raise _contradiction(
                    after, f"lies before {before}", then, f"{first} or later (one day of grace)"
                )


_ORDER = (
    ("requested_on", "received_on"),
    ("requested_on", "effected_on"),
    ("effected_on", "extended_on"),
    ("effected_on", "held_until"),
    ("followup_sent_on", "followup_received_on"),
    ("order_received_on", "refused_on"),
    ("completed_on", "served_on"),
    ("received_on", "decided_on"),
)


@attrs.frozen(kw_only=True)
class UseCondition:
    """A condition the data were given under; `accepted` null: nobody knows whether it was."""

    kind: ConditionKind = f.term(ConditionKind, required=True)
    text: str | None = f.text()
    accepted: bool | None = f.flag()


@attrs.frozen(kw_only=True)
class Obtained:
    """How the data came: by which measure and channel, on which basis, from whom, to whom.

    `basis` is a citation or the id of an agreement, as a route names it. `conditions` left out:
    nobody knows whether there are any; an empty list: there are none.
    """

    measure: Measure | None = f.term(Measure)
    channel: Channel | None = f.term(Channel)
    basis: str | None = f.text()
    from_: str | None = f.state()
    by: str | None = f.state()
    conditions: tuple[UseCondition, ...] | None = f.some(UseCondition)


@attrs.frozen(kw_only=True)
class UsePlan:
    """What the data are to be used for: `pass_to` is a State or an authority, in words."""

    purpose: Purpose | None = f.term(Purpose)
    case: CaseScope | None = f.term(CaseScope)
    pass_to: str | None = f.text()


@attrs.frozen(kw_only=True)
class UseQuestion:
    """May these data be used so? See `cybercoop.may_use`."""

    obtained: Obtained = f.part(Obtained)
    use: UsePlan = f.part(UsePlan)
