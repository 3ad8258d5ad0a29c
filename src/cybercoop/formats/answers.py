"""Writing answers as plain data, in the shape of the contract."""

from __future__ import annotations

import datetime as dt
from typing import Any

from cybercoop.model.advice import Advice, Notice, Reason, Route, Step, TimeEstimate

__all__ = ["advice_to_dict", "notice_to_dict", "plain", "reason_to_dict"]


def plain(value: Any) -> Any:
    """A value as JSON knows it: citations and words as text, days in ISO form, sets sorted."""
    if value is None or isinstance(value, bool | int | float):
        return value
    if isinstance(value, dt.date):
        return value.isoformat()
    if isinstance(value, frozenset | set):
        return sorted(plain(item) for item in value)
    if isinstance(value, tuple | list):
        return [plain(item) for item in value]
    return str(value)


def _step(step: Step | None) -> dict[str, Any] | None:
    if step is None:
        return None
    return {"measure": str(step.measure), "channel": str(step.channel), "basis": step.basis}


def _first(step: Step | None) -> dict[str, Any] | None:
    answer = _step(step)
    if answer is not None and step is not None and step.alongside:
        answer["alongside"] = [_step(other) for other in step.alongside]
    return answer


def _fastest(step: Step | None) -> dict[str, Any] | None:
    answer = _step(step)
    if answer is not None and step is not None:
        answer["assured"] = step.assured
    return answer


def reason_to_dict(reason: Reason) -> dict[str, Any]:
    """A reason as plain data."""
    return {
        "cite": str(reason.cite),
        "effect": str(reason.effect),
        "holds": reason.holds,
        "text": reason.text,
        "facts": {path: plain(value) for path, value in reason.facts},
    }


def notice_to_dict(notice: Notice) -> dict[str, Any]:
    """A warning as plain data."""
    return {"cite": str(notice.cite), "text": notice.text}


def _time(time: TimeEstimate | None) -> dict[str, Any] | None:
    if time is None:
        return None
    return {
        "min_days": time.min_days,
        "median_days": time.median_days,
        "p90_days": time.p90_days,
        "assumption": time.assumption,
        "source": time.source,
    }


def _route(route: Route) -> dict[str, Any]:
    return {
        "measure": str(route.measure),
        "channel": str(route.channel),
        "basis": route.basis,
        "status": str(route.status),
        "obligation": str(route.obligation),
        "yields": None if route.yields is None else str(route.yields),
        "expedited": route.expedited,
        "via": [str(wire) for wire in route.via],
        "because": [reason_to_dict(reason) for reason in route.because],
        "duties": [
            {"on": duty.on, "to": duty.to, "cite": str(duty.cite), "text": duty.text}
            for duty in route.duties
        ],
        "contents": [
            {
                "cite": str(content.cite),
                "item": content.item,
                "present": content.present,
                "text": content.text,
            }
            for content in route.contents
        ],
        "unlock": [
            {
                "status": str(unlock.status),
                "change": [
                    {"fact": change.fact, "to": plain(change.to), "who": change.who}
                    for change in unlock.change
                ],
            }
            for unlock in route.unlock
        ],
        "warnings": [notice_to_dict(notice) for notice in route.warnings],
        "time": _time(route.time),
        "mark": str(route.mark),
    }


def advice_to_dict(advice: Advice) -> dict[str, Any]:
    """The answer as plain data of the format ``cybercoop/advice/1``."""
    return {
        "format": "cybercoop/advice/1",
        "on": advice.on.isoformat(),
        "law": advice.law,
        "atlas": advice.atlas,
        "first": _first(advice.first),
        "fastest": _fastest(advice.fastest),
        "routes": [_route(route) for route in advice.routes],
        "alternatives": [
            {"measure": str(other.measure), "why": other.why, "cite": str(other.cite)}
            for other in advice.alternatives
        ],
        "assumptions": [
            {"fact": assumption.fact, "value": plain(assumption.value)}
            for assumption in advice.assumptions
        ],
        "questions": [
            {"fact": question.fact, "decides": list(question.decides), "why": str(question.why)}
            for question in advice.questions
        ],
    }
