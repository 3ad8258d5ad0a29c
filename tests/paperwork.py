"""Running argued cases of check, review, clocks and may_use."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from typing import Any

import attrs

from argued import merge
from cybercoop.atlas import Atlas, shipped
from cybercoop.casework import check, clocks, may_use, review
from cybercoop.errors import InvalidInput
from cybercoop.formats import casework as formats
from cybercoop.model.citation import Citation

HERE = Path(__file__).parent
PARTS = ("atlas", "request", "response", "events", "question")


@attrs.frozen(eq=False)
class Case:
    """One question about a request, with the answer that was argued for it."""

    id: str
    verb: str
    on: str
    parts: dict[str, Any]
    expect: dict[str, Any]


def paperwork_cases() -> Iterator[Case]:
    """The worked examples and every case of `tests/paperwork`, except those of `route`."""
    for path in sorted((HERE / "examples").glob("*.json")):
        document = json.loads(path.read_text("utf-8"))
        if document["verb"] in ANSWER:
            parts = {name: document[name] for name in PARTS if name in document}
            yield Case(document["id"], document["verb"], document["on"], parts, document["expect"])
    for path in sorted((HERE / "paperwork").glob("*.json")):
        document = json.loads(path.read_text("utf-8"))
        for entry in document["cases"]:
            parts = {}
            for name in PARTS:
                if name in document or name in entry:
                    parts[name] = merge(document.get(name, {}), entry.get(name, {}))
            yield Case(
                entry["id"],
                document["verb"],
                entry.get("on", document["on"]),
                parts,
                entry["expect"],
            )


@cache
def _atlas(text: str) -> Atlas:
    return shipped().with_overlay(json.loads(text))


def atlas_of(case: Case) -> Atlas:
    """The shipped atlas with the case's overlay."""
    overlay = case.parts.get("atlas")
    return _atlas(json.dumps(overlay, sort_keys=True)) if overlay else shipped()


def _check(case: Case, on: dt.date, atlas: Atlas) -> Any:
    request = formats.request_from_dict(case.parts["request"])
    return formats.check_to_dict(check(request, on=on, atlas=atlas))


def _review(case: Case, on: dt.date, atlas: Atlas) -> Any:
    request = formats.request_from_dict(case.parts["request"])
    response = formats.response_from_dict(case.parts["response"])
    return formats.review_to_dict(review(request, response, on=on, atlas=atlas))


def _clocks(case: Case, on: dt.date, atlas: Atlas) -> Any:
    request = formats.request_from_dict(case.parts["request"])
    events = formats.events_from_dict(case.parts.get("events", {}))
    return formats.clocks_to_dict(clocks(request, events, on=on, atlas=atlas), on)


def _may_use(case: Case, on: dt.date, atlas: Atlas) -> Any:
    question = formats.use_question_from_dict(case.parts["question"])
    return formats.use_to_dict(may_use(question, on=on, atlas=atlas))


ANSWER: dict[str, Callable[[Case, dt.date, Atlas], Any]] = {
    "check": _check,
    "review": _review,
    "clocks": _clocks,
    "may_use": _may_use,
}


def answer(case: Case) -> Any:
    """What the library answers, as plain data."""
    return ANSWER[case.verb](case, dt.date.fromisoformat(case.on), atlas_of(case))


def _place(text: str) -> Citation | None:
    try:
        return Citation.parse(text)
    except InvalidInput:
        return None


def cites(value: Any) -> set[str]:
    """Every citation anywhere in plain data."""
    if isinstance(value, dict):
        own = {value["cite"]} if isinstance(value.get("cite"), str) else set()
        return own.union(*(cites(item) for item in value.values()))
    if isinstance(value, list):
        return set().union(*(cites(item) for item in value))
    return set()


def meets(wanted: Any, there: set[str]) -> bool:
    """Is the citation, or one of a list of them, met by itself or a place inside it?"""
    options = wanted if isinstance(wanted, list) else [wanted]
    return any(
        place is not None and place in Citation.parse(option)
        for option in options
        for place in map(_place, there)
    )


def _one_of(value: Any, allowed: Any) -> bool:
    return value in allowed if isinstance(allowed, list) else value == allowed


def complaints(case: Case, got: Any) -> list[str]:
    """Where the answer falls short of what was argued; empty if it holds."""
    expect = dict(case.expect)
    found = list(_COMPLAIN[case.verb](expect, got))
    return found + [f"expectation not understood: {key}" for key in sorted(expect)]


def _of_check(expect: dict[str, Any], got: Any) -> Iterator[str]:
    for key in ("complete", "sound"):
        if key in expect and got[key] is not (wanted := expect.pop(key)):
            yield f"{key} is {got[key]} instead of {wanted}"
        expect.pop(key, None)
    missing = {f["cite"] for f in got["findings"] if f["required"] and not f["present"]}
    if "missing" in expect:
        wanted = expect.pop("missing")
        may = expect.get("may_also_miss", [])
        for place in wanted:
            if not meets(place, missing):
                yield f"{place} is not reported as missing: {sorted(missing)}"
        for place in sorted(missing):
            if not any(meets(other, {place}) for other in (*wanted, *may)):
                yield f"{place} should not be missing"
    expect.pop("may_also_miss", None)
    required = {f["item"] for f in got["findings"] if f["required"]}
    for item in expect.pop("not_mandatory", ()):
        if item in required:
            yield f"{item} is called mandatory"
    for wanted in expect.pop("findings_include", ()):
        if not any(_entry(wanted, finding) for finding in got["findings"]):
            yield f"no finding {wanted}"
    absent = {f["item"] for f in got["findings"] if not f["present"]}
    for item in expect.pop("items_exclude", ()):
        if item in absent:
            yield f"{item} is reported as missing"


def _entry(wanted: dict[str, Any], entry: dict[str, Any]) -> bool:
    return all(
        meets(value, {entry["cite"]}) if key == "cite" else _same(entry.get(key), value)
        for key, value in wanted.items()
    )


def _same(value: Any, wanted: Any) -> bool:
    if isinstance(value, str) and isinstance(wanted, str) and "T" in value and "T" in wanted:
        try:
            return dt.datetime.fromisoformat(value) == dt.datetime.fromisoformat(wanted)
        except (TypeError, ValueError):
            return value == wanted
    return _one_of(value, wanted)


def _of_review(expect: dict[str, Any], got: Any) -> Iterator[str]:
    by_word = {entry["ground"]: entry for entry in got["grounds"]}
    for word, wanted in expect.pop("grounds", {}).items():
        wanted = dict(wanted)
        entry = by_word.get(word)
        if entry is None:
            yield f"nothing is said of {word}"
            continue
        allowed = wanted.pop("permitted", entry["permitted"])
        if not _one_of(entry["permitted"], allowed):
            places = sorted(cites(entry))
            yield f"{word} is {entry['permitted']} instead of {allowed} ({places})"
        for place in wanted.pop("cites_include", ()):
            if not meets(place, cites(entry)):
                yield f"{word} does not cite {place}: {sorted(cites(entry))}"
        for place in wanted.pop("warnings_include", ()):
            if not meets(place, cites([entry["warnings"], entry["because"]])):
                yield f"{word} does not warn of {place}"
        for key in wanted:
            yield f"not understood: {word}.{key}"
    breaches, steps = cites(got["breaches"]), cites(got["next_steps"])
    for place in expect.pop("breaches_include", ()):
        if not meets(place, breaches):
            yield f"no breach of {place}: {sorted(breaches)}"
    for place in expect.pop("breaches_exclude", ()):
        if meets(place, breaches):
            yield f"no breach of {place} expected: {sorted(breaches)}"
    for place in expect.pop("next_include", ()):
        if not meets(place, steps):
            yield f"no next step for {place}: {sorted(steps)}"


def _of_clocks(expect: dict[str, Any], got: Any) -> Iterator[str]:
    for wanted in expect.pop("clocks", ()):
        if not any(_entry(wanted, clock) for clock in got["clocks"]):
            shown = [
                {key: clock[key] for key in ("what", "due", "cite", "settled", "cautious_due")}
                for clock in got["clocks"]
            ]
            yield f"no clock {wanted}: {shown}"
    for what in expect.pop("absent", ()):
        if any(clock["what"] == what for clock in got["clocks"]):
            yield f"{what} should not be there"


def _of_use(expect: dict[str, Any], got: Any) -> Iterator[str]:
    allowed = expect.pop("permitted", got["permitted"])
    if not _one_of(got["permitted"], allowed):
        yield f"permitted is {got['permitted']} instead of {allowed} ({sorted(cites(got))})"
    for place in expect.pop("cites_include", ()):
        if not meets(place, cites(got)):
            yield f"does not cite {place}: {sorted(cites(got))}"
    if "ask" in expect and got["ask"] != (wanted := expect.pop("ask")):
        yield f"ask is {got['ask']} instead of {wanted}"
    expect.pop("ask", None)


_COMPLAIN: dict[str, Callable[[dict[str, Any], Any], Iterator[str]]] = {
    "check": _of_check,
    "review": _of_review,
    "clocks": _of_clocks,
    "may_use": _of_use,
}
