"""Reading requests, responses, events and questions of use; writing the answers about them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import Any

from cybercoop.casework.exchange import ExchangeLog
from cybercoop.errors import InvalidInput, Problem, did_you_mean
from cybercoop.formats.answers import notice_to_dict, plain, reason_to_dict
from cybercoop.formats.codec import read, write
from cybercoop.model.casework import Check, Clock, Review, UseAnswer
from cybercoop.model.exchange import ExchangeEvent
from cybercoop.model.requests import REQUESTS, Request
from cybercoop.model.response import Events, Response, UseQuestion
from cybercoop.model.terms import Measure

__all__ = [
    "check_to_dict",
    "clocks_to_dict",
    "events_from_dict",
    "log_from_dict",
    "log_to_dict",
    "request_from_dict",
    "request_to_dict",
    "response_from_dict",
    "review_to_dict",
    "use_question_from_dict",
    "use_to_dict",
]


def request_from_dict(document: Mapping[str, Any]) -> Request:
    """Read a request; `kind` says which. Raises `InvalidInput` with every problem."""
    if not isinstance(document, Mapping):
        raise InvalidInput.single("$", "type", "an object expected", document, "a request")
    fields = _body(document, "request")
    word = fields.pop("kind", None)
    known = {str(kind) for kind in REQUESTS}
    if not isinstance(word, str) or word not in known:
        raise InvalidInput.single(
            "$.kind",
            "missing" if word is None else "term",
            "required" if word is None else f"{word!r} is no kind of request",
            word,
            did_you_mean(word, known),
        )
    return read(fields, REQUESTS[Measure(word)], "request")


def request_to_dict(request: Request) -> dict[str, Any]:
    """A request as plain data, without what is missing."""
    return {"kind": str(request.kind), **write(request)}


def response_from_dict(document: Mapping[str, Any]) -> Response:
    """Read a response. Raises `InvalidInput` with every problem."""
    return read(_body(document, "response"), Response, "response")


def events_from_dict(document: Mapping[str, Any]) -> Events:
    """Read the events of a request. Raises `InvalidInput` with every problem."""
    return read(_body(document, "events"), Events, "events")


def use_question_from_dict(document: Mapping[str, Any]) -> UseQuestion:
    """Read a question of use. Raises `InvalidInput` with every problem."""
    return read(_body(document, "use-question"), UseQuestion, "question")


def _body(document: Any, what: str) -> Any:
    """The document without the name of its format, which is checked if it is there."""
    if not isinstance(document, Mapping) or "format" not in document:
        return dict(document) if isinstance(document, Mapping) else document
    fields = dict(document)
    wanted = f"cybercoop/{what}/1"
    if (given := fields.pop("format")) != wanted:
        raise InvalidInput.single("$.format", "format", f"{given!r} is not read", given, wanted)
    return fields


def check_to_dict(check: Check) -> dict[str, Any]:
    """The findings as plain data of the format ``cybercoop/check/1``."""
    return {
        "format": "cybercoop/check/1",
        "on": check.on.isoformat(),
        "law": check.law,
        "atlas": check.atlas,
        "complete": check.complete,
        "sound": check.sound,
        "findings": [
            {
                "item": finding.item,
                "path": finding.path,
                "code": finding.code,
                "cite": str(finding.cite),
                "layer": str(finding.layer),
                "severity": str(finding.severity),
                "required": finding.required,
                "present": finding.present,
                "text": finding.text,
                "cure": finding.cure,
                "source": finding.source,
            }
            for finding in check.findings
        ],
    }


def review_to_dict(review: Review) -> dict[str, Any]:
    """The review as plain data of the format ``cybercoop/review/1``."""
    return {
        "format": "cybercoop/review/1",
        "on": review.on.isoformat(),
        "law": review.law,
        "atlas": review.atlas,
        "grounds": [
            {
                "ground": str(ground.ground),
                "permitted": str(ground.permitted),
                "because": [reason_to_dict(reason) for reason in ground.because],
                "warnings": [notice_to_dict(notice) for notice in ground.warnings],
            }
            for ground in review.grounds
        ],
        "breaches": [
            {"on": breach.on, "cite": str(breach.cite), "text": breach.text}
            for breach in review.breaches
        ],
        "next_steps": [
            {
                "action": str(step.action),
                "text": step.text,
                "cite": str(step.cite),
                "until": plain(step.until),
            }
            for step in review.next_steps
        ],
        "warnings": [notice_to_dict(notice) for notice in review.warnings],
    }


def clocks_to_dict(clocks: tuple[Clock, ...], on: dt.date) -> dict[str, Any]:
    """The clocks as plain data of the format ``cybercoop/clocks/1``."""
    return {
        "format": "cybercoop/clocks/1",
        "on": on.isoformat(),
        "clocks": [
            {
                "what": clock.what,
                "due": plain(clock.due),
                "cite": str(clock.cite),
                "binds": clock.binds,
                "text": clock.text,
                "computed_from": {name: plain(value) for name, value in clock.computed_from},
                "settled": clock.settled,
                "cautious_due": plain(clock.cautious_due),
                "mark": str(clock.mark),
                "warnings": [notice_to_dict(notice) for notice in clock.warnings],
            }
            for clock in clocks
        ],
    }


def use_to_dict(answer: UseAnswer) -> dict[str, Any]:
    """The answer as plain data of the format ``cybercoop/use/1``."""
    return {
        "format": "cybercoop/use/1",
        "on": answer.on.isoformat(),
        "law": answer.law,
        "atlas": answer.atlas,
        "permitted": str(answer.permitted),
        "because": [reason_to_dict(reason) for reason in answer.because],
        "ask": answer.ask,
        "warnings": [notice_to_dict(notice) for notice in answer.warnings],
    }


def log_to_dict(log: ExchangeLog) -> dict[str, Any]:
    """An exchange log as plain data of the format ``cybercoop/log/1``, digests included."""
    return {
        "format": "cybercoop/log/1",
        "request": request_to_dict(log.request),
        "events": [write(event) for event in log.events],
    }


def log_from_dict(document: Mapping[str, Any]) -> ExchangeLog:
    """Read an exchange log and check its chain.

    Raises `InvalidInput` for what cannot be read or cannot have happened in this order, and
    `BrokenChain` if a digest does not fit.
    """
    body = _body(document, "log")
    problems: list[Problem] = []
    if not isinstance(body, Mapping):
        raise InvalidInput.single("$", "type", "an object expected", document, "a log")
    problems += [
        Problem(f"$.{key}", "unknown-key", "unknown key", key, "request, events")
        for key in body
        if key not in ("request", "events")
    ]
    request: Request | None = None
    try:
        request = request_from_dict(body.get("request", {}))
    except InvalidInput as error:
        problems += [problem.at("$.request") for problem in error.problems]
    events = []
    entries = body.get("events", [])
    if not isinstance(entries, list):
        problems.append(Problem("$.events", "type", "a list expected", entries, "a list"))
        entries = []
    for index, entry in enumerate(entries):
        try:
            events.append(read(entry, ExchangeEvent, "event"))
        except InvalidInput as error:
            problems += [problem.at(f"$.events[{index}]") for problem in error.problems]
    if problems or request is None:
        raise InvalidInput(problems, "log")
    return ExchangeLog(request=request, events=tuple(events))
