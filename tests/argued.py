"""Running argued cases: the ground they share, what is asked, and what must hold of the answer."""

from __future__ import annotations

import copy
import datetime as dt
import json
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import attrs

from cybercoop.atlas import Atlas, shipped
from cybercoop.formats import advice_to_dict, need_from_dict
from cybercoop.model.citation import Citation

HERE = Path(__file__).parent
STATUS_KEYS = ("status", "obligation", "yields", "expedited")


@attrs.frozen(eq=False)
class Case:
    """One question with the answer that was argued for it."""

    id: str
    on: str
    need: dict[str, Any]
    atlas: dict[str, Any]
    expect: dict[str, Any]
    rules: tuple[str, ...] = ()


def merge(target: Any, patch: Any) -> Any:
    """A JSON merge patch (RFC 7396), except that a null in a need stays a null."""
    if not isinstance(patch, dict):
        return copy.deepcopy(patch)
    merged = dict(target) if isinstance(target, dict) else {}
    for key, value in patch.items():
        if value is None:
            merged.pop(key, None)
        else:
            merged[key] = merge(merged.get(key), value)
    return merged


@cache
def _bases() -> dict[str, Any]:
    return json.loads((HERE / "cases" / "bases.json").read_text("utf-8"))


def argued_cases() -> Iterator[Case]:
    """Every case of `tests/cases`."""
    for path in sorted((HERE / "cases").glob("*.json")):
        if path.name == "bases.json":
            continue
        document = json.loads(path.read_text("utf-8"))
        ground = _bases().get(document.get("base", ""), {})
        for entry in document["cases"]:
            parts = {}
            for part in ("on", "need", "atlas"):
                value = ground.get(part, {})
                for layer in (document, entry):
                    if part in layer:
                        value = merge(value, layer[part])
                parts[part] = value
            yield Case(
                id=f"{path.stem}:{entry['id']}",
                expect=entry["expect"],
                rules=tuple(document.get("rules", ())),
                **parts,
            )


def worked_examples(verb: str) -> Iterator[Case | dict[str, Any]]:
    """The worked examples of the project, by verb."""
    for path in sorted((HERE / "examples").glob("*.json")):
        document = json.loads(path.read_text("utf-8"))
        if document["verb"] == verb:
            if verb != "route":
                yield document
                continue
            yield Case(
                document["id"],
                document["on"],
                document["need"],
                document["atlas"],
                document["expect"],
            )


@cache
def _atlas(text: str) -> Atlas:
    return shipped().with_overlay(json.loads(text))


def atlas_of(case: Case) -> Atlas:
    """The shipped atlas with the case's overlay; the same object for the same overlay."""
    return _atlas(json.dumps(case.atlas, sort_keys=True)) if case.atlas else shipped()


def answer(case: Case, router: Any) -> dict[str, Any]:
    """What the library answers, as plain data."""
    on = dt.date.fromisoformat(case.on)
    return advice_to_dict(router.route(need_from_dict(case.need), atlas_of(case), on))


def _cites(value: Any) -> set[str]:
    if isinstance(value, dict):
        found = {value["cite"]} if isinstance(value.get("cite"), str) else set()
        return found.union(*(_cites(item) for item in value.values()))
    if isinstance(value, list):
        return set().union(*(_cites(item) for item in value))
    return set()


def _meets(wanted: str, cites: set[str]) -> bool:
    place = Citation.parse(wanted)
    return any(Citation.parse(cite) in place for cite in cites)


def _one_of(value: Any, allowed: Any) -> bool:
    return value in allowed if isinstance(allowed, list) else value == allowed


def complaints(case: Case, got: dict[str, Any]) -> list[str]:
    """Where the answer falls short of what was argued; empty if it holds."""
    found: list[str] = []
    expect = case.expect
    for key in ("first", "fastest"):
        if key in expect:
            found += _compare_step(key, expect[key], got[key])
    for row in expect.get("routes", ()):
        found += _compare_row(row, got["routes"])
    facts = {
        "questions": {question["fact"] for question in got["questions"]},
        "assumptions": {assumption["fact"] for assumption in got["assumptions"]},
        "alternatives": {other["measure"] for other in got["alternatives"]},
    }
    for name, there in facts.items():
        for item in expect.get(f"{name}_include", ()):
            fact = item["fact"] if isinstance(item, dict) else item
            if fact not in there:
                found.append(f"{name}: no {fact} in {sorted(there)}")
        for item in expect.get(f"{name}_exclude", ()):
            if item in there:
                found.append(f"{name}: {item} should not be there")
    known = {f"{n}_{w}" for n in facts for w in ("include", "exclude")}
    unknown = set(expect) - known - {"first", "fastest", "routes"}
    return found + [f"expectation not understood: {key}" for key in sorted(unknown)]


def _compare_step(key: str, wanted: Any, got: Any) -> list[str]:
    if wanted is None or got is None:
        return [] if wanted is got else [f"{key}: {got} instead of {wanted}"]
    found = []
    for name, value in wanted.items():
        if name == "alongside":
            there = {step["channel"] for step in got.get("alongside", ())}
            names = {step["channel"] if isinstance(step, dict) else step for step in value}
            if not names <= there or (not value and there):
                found.append(f"{key}.alongside: {there} instead of {names}")
        elif not _one_of(got.get(name), value):
            found.append(f"{key}.{name}: {got.get(name)} instead of {value}")
    return found


def _compare_row(row: dict[str, Any], routes: list[dict[str, Any]]) -> list[str]:
    name = f"{row['measure']} via {row['channel']} {row.get('basis', '')}".strip()
    chosen = [
        route
        for route in routes
        if route["measure"] == row["measure"]
        and row["channel"] in ("any", route["channel"])
        and row.get("basis") in (None, route["basis"])
    ]
    if row.get("absent"):
        return [f"{name}: should not be listed"] if chosen else []
    if not chosen:
        return [f"{name}: not listed"]
    answers = [_complaints_of_route(row, route) for route in chosen]
    best = min(answers, key=len)
    return [f"{name}: {text}" for text in best]


def _complaints_of_route(row: dict[str, Any], route: dict[str, Any]) -> list[str]:
    found = [
        f"{key} is {route[key]} instead of {row[key]}"
        for key in STATUS_KEYS
        if key in row and not _one_of(route[key], row[key])
    ]
    places = {
        "cites": _cites({key: route[key] for key in ("because", "duties", "warnings", "contents")}),
        "warnings": _cites([route["warnings"], route["because"]]),
        "duties": _cites(route["duties"]),
        "because": _cites(route["because"]),
        "notices": _cites(route["warnings"]),
    }
    places["cites"].add(route["basis"])
    cites = {cite for cite in places["cites"] if _is_citation(cite)}
    places["cites"] = cites
    for key, there in places.items():
        for wanted in row.get(f"{key}_include", ()):
            if isinstance(wanted, dict):
                found += _find_entry(key, wanted, route[_ENTRIES.get(key, key)])
                continue
            options = wanted if isinstance(wanted, list) else [wanted]
            if not any(_meets(option, there) for option in options):
                found.append(f"{key} lack {wanted}: {sorted(there)}")
        for unwanted in row.get(f"{key}_exclude", ()):
            if isinstance(unwanted, dict):
                if not _find_entry(key, unwanted, route[key]):
                    found.append(f"{key} should not have {unwanted}")
                continue
            excluded = _cites(route["warnings"]) if key == "warnings" else there
            if _meets(unwanted, excluded):
                found.append(f"{key} should not have {unwanted}: {sorted(excluded)}")
    for wire in row.get("via_include", ()):
        if wire not in route["via"]:
            found.append(f"via lacks {wire}: {route['via']}")
    for wire in row.get("via_exclude", ()):
        if wire in route["via"]:
            found.append(f"via should not have {wire}")
    for wanted in row.get("contents_include", ()):
        found += _find_entry("contents", wanted, route["contents"])
    for wanted in row.get("unlock_include", ()):
        if not any(_same_unlock(wanted, unlock) for unlock in route["unlock"]):
            found.append(f"unlock lacks {wanted}: {route['unlock']}")
    known = {"measure", "channel", "basis", "why", *STATUS_KEYS}
    known |= {f"{key}_{word}" for key in (*places, "via") for word in ("include", "exclude")}
    known |= {"contents_include", "unlock_include"}
    return found + [f"not understood: {key}" for key in sorted(set(row) - known)]


_ENTRIES = {"notices": "warnings"}


def _is_citation(text: str) -> bool:
    return bool(text) and text.split()[0].split("-")[0] in _CODES


_CODES = frozenset({"BC", "P1", "E30", "E99", "E182", "UNTOC", "GN", "RC", "OQ", "OPEN", "US"}) | {
    "PRV",
    "IPOL",
}


def _find_entry(key: str, wanted: dict[str, Any], entries: list[dict[str, Any]]) -> list[str]:
    for entry in entries:
        same = all(
            _meets(value, {entry["cite"]}) if name == "cite" else entry.get(name) == value
            for name, value in wanted.items()
        )
        if same:
            return []
    return [f"{key} lack {wanted}"]


def _same_unlock(wanted: dict[str, Any], unlock: dict[str, Any]) -> bool:
    if "status" in wanted and not _one_of(unlock["status"], wanted["status"]):
        return False
    changes = wanted.get("changes", wanted.get("change", ()))
    got = {change["fact"]: change["to"] for change in unlock["change"]}
    return {change["fact"] for change in changes} == set(got) and all(
        "to" not in change or got[change["fact"]] == change["to"] for change in changes
    )
