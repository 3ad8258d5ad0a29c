"""Reading the agreements of the atlas (contract: `agreements`)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from functools import partial
from typing import Any, Literal

import attrs

from cybercoop.atlas.iso import read_code
from cybercoop.atlas.reading import Reading
from cybercoop.atlas.records import AgreementRecord, Membership
from cybercoop.atlas.words import AGREEMENT_KINDS, AGREEMENT_STATUSES
from cybercoop.errors import InvalidInput, did_you_mean
from cybercoop.law.instruments import INSTRUMENT_CLAUSES
from cybercoop.model._fields import OFFENCE_CATEGORIES, read_category

__all__ = ["read_agreement"]

_FLAGS = (
    "direct_judicial",
    "interpol",
    "joint_teams",
    "electronic_transmission",
    "confidentiality",
)
_KEYS = (
    "id",
    "kind",
    "title",
    "between",
    "parties",
    "sides",
    "signed",
    "status",
    "in_force",
    "terminated",
    "scope",
    "binding",
    "instrument",
    "minimum_penalty_years",
    "applies_instead",
    "confidence_of",
    *_FLAGS,
)
_MEMBER_KEYS = ("status", "in_force", "terminated")
_NEEDS_NO_FORCE = frozenset({"none", "in-lieu"})


def read_agreement(reading: Reading, value: object, path: str) -> AgreementRecord | None:
    """One agreement; None if it cannot be read."""
    before = len(reading.problems)
    raw = reading.mapping(value, path, "an agreement")
    reading.keys(raw, path, _KEYS)
    named = reading.text(raw.get("id"), f"{path}.id")
    if named is None:
        reading.report(f"{path}.id", "missing", "an agreement without an id", None, "an id")
    kind = reading.word(raw.get("kind"), f"{path}.kind", AGREEMENT_KINDS)
    status = raw.get("status")
    if status is not None:
        status = reading.word(status, f"{path}.status", AGREEMENT_STATUSES)
    datum = reading.datum(path, f"agreements[{named}]", kind, raw)
    in_force = reading.day(raw.get("in_force"), f"{path}.in_force")
    terminated = reading.day(raw.get("terminated"), f"{path}.terminated")
    sides = _sides(reading, raw.get("sides"), f"{path}.sides")
    members = _members(reading, raw, path, sides, status, in_force, terminated)
    instrument = raw.get("instrument")
    if instrument is not None:
        instrument = reading.word(instrument, f"{path}.instrument", INSTRUMENT_CLAUSES)
    features: dict[str, Any] = {key: reading.flag(raw.get(key), f"{path}.{key}") for key in _FLAGS}
    features["minimum_penalty_years"] = reading.number(
        raw.get("minimum_penalty_years"), f"{path}.minimum_penalty_years"
    )
    binding = reading.flag(raw.get("binding", True), f"{path}.binding")
    record = AgreementRecord(
        id=named or "",
        kind=kind or "",
        title=reading.text(raw.get("title"), f"{path}.title"),
        members=members,
        sides=sides,
        signed=reading.text(raw.get("signed"), f"{path}.signed"),
        status=status,
        in_force=in_force,
        terminated=terminated,
        scope=_scope(reading, raw, path),
        binding=binding is not False,
        instrument=instrument,
        features=features,
        applies_instead=_instead(reading, raw.get("applies_instead"), path, kind),
        datum=datum,
        layer=reading.layer,
    )
    return record if len(reading.problems) == before else None


def _code(reading: Reading, value: object, path: str) -> str | None:
    return reading.attempt(path, lambda: read_code(value))


def _codes(reading: Reading, value: object, path: str, what: str) -> list[str]:
    codes: list[str] = []
    for here, item in reading.items(value, path, what):
        code = _code(reading, item, here)
        if code in codes:
            reading.report(here, "repeated", f"{code} is listed twice", item, "each State once")
        elif code is not None:
            codes.append(code)
    return codes


def _sides(
    reading: Reading, value: object, path: str
) -> tuple[frozenset[str], frozenset[str]] | None:
    if value is None:
        return None
    sides = [
        frozenset(_codes(reading, s, here, "a side"))
        for here, s in reading.items(value, path, "sides")
    ]
    if len(sides) != 2:
        reading.report(path, "sides", "two sides expected", value, "two lists of States")
        return None
    if sides[0] & sides[1]:
        reading.report(path, "sides", "a State stands on both sides", value, "each on one side")
    return sides[0], sides[1]


def _members(
    reading: Reading,
    raw: Mapping[str, Any],
    path: str,
    sides: tuple[frozenset[str], frozenset[str]] | None,
    status: str | None,
    in_force: dt.date | None,
    terminated: dt.date | None,
) -> dict[str, Membership]:
    ways = [key for key in ("between", "parties", "sides") if raw.get(key) is not None]
    if ways not in (["between"], ["parties"], ["sides"], ["parties", "sides"]):
        reading.report(
            path,
            "parties",
            "an agreement names its States in one way",
            ways,
            "`between` two States, a list of `parties`, or two `sides`",
        )
        return {}
    listed = raw.get(ways[0])
    datum = reading.datum(path, f"agreements[{raw.get('id')}]", None, raw)
    same = Membership(status=status, in_force=in_force, terminated=terminated, datum=datum)
    if ways[0] == "parties" and isinstance(listed, Mapping):
        return {
            code: _membership(reading, item, f"{path}.parties.{code}", in_force)
            for code, item in listed.items()
            if _code(reading, code, f"{path}.parties.{code}") is not None
        }
    if ways[0] == "sides":
        return {code: same for side in sides or () for code in sorted(side)}
    codes = _codes(reading, listed, f"{path}.{ways[0]}", ways[0])
    if ways[0] == "between" and len(codes) != 2:
        reading.report(f"{path}.between", "between", "two States expected", listed, "two States")
    return dict.fromkeys(codes, same)


def _membership(reading: Reading, value: object, path: str, first: dt.date | None) -> Membership:
    raw = reading.mapping(value, path, "a Party to the agreement")
    reading.keys(raw, path, _MEMBER_KEYS)
    status = raw.get("status")
    if status is not None:
        status = reading.word(status, f"{path}.status", AGREEMENT_STATUSES)
    own = reading.day(raw.get("in_force"), f"{path}.in_force")
    # No State is bound before the agreement itself is in force.
    start = max(filter(None, (own, first)), default=None)
    return Membership(
        status=status,
        in_force=start,
        terminated=reading.day(raw.get("terminated"), f"{path}.terminated"),
        datum=reading.datum(path, "agreements", status, raw),
    )


def _scope(
    reading: Reading, raw: Mapping[str, Any], path: str
) -> Literal["general"] | frozenset[str] | None:
    value = raw.get("scope", "general")
    if value is None or value == "general":
        return value  # type: ignore[no-any-return]
    if isinstance(value, str):
        reading.report(
            f"{path}.scope",
            "scope",
            f"{value!r} is no scope",
            value,
            "'general' or a list of: " + did_you_mean(value, OFFENCE_CATEGORIES),
        )
        return None
    words = [
        reading.attempt(here, partial(_category, item))
        for here, item in reading.items(value, f"{path}.scope", "scope")
    ]
    return frozenset(word for word in words if word is not None)


def _category(value: object) -> str:
    try:
        return read_category(value, "scope")
    except InvalidInput as error:
        raise InvalidInput(attrs.evolve(problem, path="$") for problem in error.problems) from None


def _instead(reading: Reading, value: object, path: str, kind: str | None) -> frozenset[str]:
    if value is None:
        value = []
    here = f"{path}.applies_instead"
    found = []
    for where, item in reading.items(value, here, "applies_instead"):
        citation = reading.citation(item, where)
        if citation is None:
            continue
        if (citation.code, citation.article) not in {
            ("BC", "27"),
            ("BC", "28"),
            ("P2", "11"),
            ("P2", "12"),
        }:
            reading.report(
                where,
                "applies-instead",
                f"{citation} is not a provision two States may agree to apply instead",
                item,
                "paragraphs of BC 27, BC 28, P2 11 or P2 12",
            )
        found.append(str(citation))
    if kind == "in-lieu" and not found:
        reading.report(
            here, "missing", "an in-lieu agreement names its paragraphs", value, "a list of them"
        )
    return frozenset(found)
