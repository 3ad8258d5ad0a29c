"""Reading the entry of one State (contract: `parties`)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from cybercoop.atlas.iso import read_code
from cybercoop.atlas.reading import Reading
from cybercoop.atlas.records import (
    AuthorityRecord,
    Datum,
    InstrumentRecord,
    StatementRecord,
    StateRecord,
    TerritoryRecord,
)
from cybercoop.atlas.words import AGREEMENT_STATUSES, LAW_KEYS, read_law
from cybercoop.errors import did_you_mean
from cybercoop.law.instruments import INSTRUMENT_CLAUSES
from cybercoop.model.instrument import StatementKind
from cybercoop.model.terms import AuthorityRole

__all__ = ["PARTY_KEYS", "read_party"]

PARTY_KEYS = frozenset(
    {
        "agreement_list",
        "authorities",
        "code",
        "eu_member",
        "excluded_territories",
        "instruments",
        "law",
        "name",
        "publishes",
        "statements",
        "statements_complete",
    }
)
_DATES = ("signed", "deposited", "in_force", "denounced")
_STATEMENT_KEYS = ("provision", "kind", "made", "since", "withdrawn", "scope", "text", "status")
_PUBLISHED = (
    "channel",
    "dual_criminality",
    "languages",
    "minor_offence_threshold",
    "misc",
    "preservation",
    "seizure_conditions",
    "police_to_police",
    "transmission",
)


def read_party(reading: Reading, code: str, value: object, path: str) -> StateRecord | None:
    """The entry of the State `code`; None if the code names no State."""
    state = reading.attempt(path, lambda: read_code(code))
    raw = reading.mapping(value, path, "the entry of a State")
    reading.keys(raw, path, PARTY_KEYS)
    record = StateRecord(
        code=code,
        name=reading.text(raw.get("name"), f"{path}.name"),
        eu_member=(
            reading.leaf(raw["eu_member"], f"{path}.eu_member", "eu_member", reading.flag)
            if "eu_member" in raw
            else None
        ),
        instruments=_instruments(reading, raw.get("instruments"), f"{path}.instruments"),
        statements=_statements(reading, raw.get("statements"), f"{path}.statements"),
        statements_complete=(
            reading.leaf(
                raw["statements_complete"],
                f"{path}.statements_complete",
                "statements_complete",
                reading.flag,
            )
            if raw.get("statements_complete") is not None
            else None
        ),
        territories=_territories(
            reading, raw.get("excluded_territories"), f"{path}.excluded_territories"
        ),
        authorities=_authorities(reading, raw.get("authorities"), f"{path}.authorities"),
        law=_law(reading, raw.get("law"), f"{path}.law"),
        agreements_complete=_list(reading, raw.get("agreement_list"), f"{path}.agreement_list"),
        publishes=_published(reading, raw.get("publishes"), f"{path}.publishes"),
        listed_everywhere=reading.sources is not None,
    )
    return record if state is not None else None


def _instruments(reading: Reading, value: object, path: str) -> dict[str, InstrumentRecord | None]:
    if value is None:
        return {}
    found: dict[str, InstrumentRecord | None] = {}
    for code, entry in reading.mapping(value, path, "instruments").items():
        here = f"{path}.{code}"
        if code not in INSTRUMENT_CLAUSES:
            reading.report(
                here,
                "instrument",
                f"{code!r} is no instrument a State is bound by",
                code,
                did_you_mean(code, INSTRUMENT_CLAUSES),
            )
        elif entry is None:
            found[code] = None
        else:
            found[code] = _instrument(reading, code, entry, here)
    return found


def _instrument(reading: Reading, code: str, value: object, path: str) -> InstrumentRecord:
    raw = reading.mapping(value, path, "an instrument's dates")
    reading.keys(raw, path, (*_DATES, "status", "unknown"))
    place = f"instruments[{code}]"
    data: dict[str, Datum] = {}
    for key in _DATES:
        if key in raw:
            data[key] = reading.leaf(raw[key], f"{path}.{key}", place, reading.day)
    if "status" in raw:
        data["status"] = reading.leaf(
            raw["status"],
            f"{path}.status",
            place,
            lambda word, where: reading.word(word, where, AGREEMENT_STATUSES | {"consented"}),
        )
    if "unknown" in raw:
        data["unknown"] = reading.leaf(raw["unknown"], f"{path}.unknown", place, reading.flag)
    return InstrumentRecord(data)


def _statements(reading: Reading, value: object, path: str) -> tuple[StatementRecord, ...] | None:
    if value is None:
        return None
    records = []
    for here, item in reading.items(value, path, "statements"):
        raw = reading.mapping(item, here, "a statement")
        reading.keys(raw, here, _STATEMENT_KEYS)
        provision = reading.citation(raw.get("provision"), f"{here}.provision")
        kind = reading.word(raw.get("kind"), f"{here}.kind", [k.value for k in StatementKind])
        made = reading.day(raw.get("made"), f"{here}.made")
        withdrawn = reading.day(raw.get("withdrawn"), f"{here}.withdrawn")
        reading.day(raw.get("since"), f"{here}.since")
        text = reading.text(raw.get("text"), f"{here}.text")
        status = raw.get("status")
        if status is not None:
            reading.word(status, f"{here}.status", ("filed", "unverified"))
        datum = reading.datum(here, f"statements[{provision}]", dict(raw), raw)
        if provision is None or kind is None:
            continue
        records.append(
            StatementRecord(
                provision=provision,
                kind=kind,
                made=made,
                withdrawn=withdrawn,
                scope=raw.get("scope"),
                text=text,
                verified=status != "unverified" and datum.confidence != "knowledge",
                datum=datum,
                layer=reading.layer,
            )
        )
    return tuple(records)


def _territories(reading: Reading, value: object, path: str) -> tuple[TerritoryRecord, ...] | None:
    if value is None:
        return None
    records = []
    for here, item in reading.items(value, path, "excluded_territories"):
        raw = reading.mapping(item, here, "a territory")
        reading.keys(raw, here, ("name", "extended", "until"))
        name = reading.text(raw.get("name"), f"{here}.name")
        if name is None:
            reading.report(f"{here}.name", "missing", "a territory without a name", None, "a name")
        records.append(
            TerritoryRecord(
                name=name or "",
                extended=reading.day(raw.get("extended"), f"{here}.extended"),
                until=reading.day(raw.get("until"), f"{here}.until"),
                datum=reading.datum(here, f"excluded_territories[{name}]", name, raw),
            )
        )
    return tuple(records)


def _authorities(reading: Reading, value: object, path: str) -> tuple[AuthorityRecord, ...] | None:
    if value is None:
        return None
    records = []
    roles = [role.value for role in AuthorityRole]
    for here, item in reading.items(value, path, "authorities"):
        raw = reading.mapping(item, here, "an authority")
        reading.keys(raw, here, ("role", "provision", "name", "for", "since", "status", "scope"))
        role = reading.word(raw.get("role"), f"{here}.role", roles)
        if raw.get("provision") is not None:
            reading.citation(raw["provision"], f"{here}.provision")
        name = reading.text(raw.get("name"), f"{here}.name")
        reading.day(raw.get("since"), f"{here}.since")
        datum = reading.datum(here, f"authorities[{role}]", dict(raw), raw)
        if role is not None:
            none = "name" in raw and raw["name"] is None
            records.append(AuthorityRecord(role=role, name=name, none=none, datum=datum))
    return tuple(records)


def _law(reading: Reading, value: object, path: str) -> dict[str, Datum]:
    if value is None:
        return {}
    found: dict[str, Datum] = {}
    for key, entry in reading.mapping(value, path, "law").items():
        here = f"{path}.{key}"
        if key not in LAW_KEYS:
            reading.report(
                here, "key", f"unknown key {key!r} of law", key, did_you_mean(key, LAW_KEYS)
            )
            continue

        def read(item: object, where: str, key: str = key) -> Any:
            return reading.attempt(where, lambda: read_law(key, item))

        found[key] = reading.leaf(entry, here, f"law.{key}", read)
    return found


def _list(reading: Reading, value: object, path: str) -> Datum | None:
    if value is None:
        return None
    raw = reading.mapping(value, path, "agreement_list")
    reading.keys(raw, path, ("complete",))
    complete = reading.flag(raw.get("complete"), f"{path}.complete")
    return reading.datum(path, "agreement_list", complete, raw)


def _published(reading: Reading, value: object, path: str) -> tuple[Datum, ...]:
    if value is None:
        return ()
    found = []
    for here, item in reading.items(value, path, "publishes"):
        raw: Mapping[str, Any] = reading.mapping(item, here, "a published requirement")
        reading.keys(raw, here, ("about", "value", "under"))
        about = reading.word(raw.get("about"), f"{here}.about", _PUBLISHED)
        entry = {"about": about, "value": raw.get("value"), "under": raw.get("under")}
        found.append(reading.datum(here, f"publishes[{about}]", entry, raw))
    return tuple(found)
