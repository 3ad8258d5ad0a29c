"""Reading an overlay: what a caller lays over the atlas (contract, sections 4 and 7)."""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import attrs

from cybercoop.atlas.agreements import read_agreement
from cybercoop.atlas.iso import is_invented
from cybercoop.atlas.parties import read_party
from cybercoop.atlas.reading import Reading
from cybercoop.atlas.records import AgreementRecord, StateRecord
from cybercoop.errors import InvalidInput

__all__ = ["Overlay", "read_overlay"]

_TOP = ("base", "parties", "agreements", "name")
_EXCLUDED_BY_NONE = frozenset({"mutual-assistance", "uniform-law"})


@attrs.frozen(kw_only=True)
class Overlay:
    """One overlay, read: `empty_base` when it stands alone, `canonical` its content as JSON."""

    empty_base: bool
    states: Mapping[str, StateRecord]
    agreements: tuple[AgreementRecord, ...]
    canonical: str


def _plain(source: Mapping[str, Any] | str | os.PathLike[str]) -> object:
    if isinstance(source, Mapping):
        return source
    try:
        text = Path(source).read_text(encoding="utf-8")
    except (OSError, TypeError, ValueError) as error:
        raise InvalidInput(
            InvalidInput.single(
                "$", "file", f"the overlay cannot be read: {error}", str(source), "a JSON file"
            ).problems,
            "overlay",
        ) from None
    try:
        return json.loads(text)
    except json.JSONDecodeError as error:
        raise InvalidInput(
            InvalidInput.single("$", "json", f"not JSON: {error}", None, "a JSON object").problems,
            "overlay",
        ) from None


def read_overlay(
    source: Mapping[str, Any] | str | os.PathLike[str],
    layer: int,
    known: Callable[[str], bool],
) -> Overlay:
    """The overlay in `source`, a mapping or the path of a JSON file.

    `known` tells which invented States are on file already. Raises `InvalidInput` with every
    problem.
    """
    reading = Reading(None, layer)
    raw = reading.mapping(_plain(source), "$", "an overlay")
    reading.keys(raw, "$", _TOP)
    base = raw.get("base", "shipped")
    reading.word(base, "$.base", ("shipped", "empty"))
    states: dict[str, StateRecord] = {}
    parties = raw.get("parties")
    if parties is not None:
        for code, entry in reading.mapping(parties, "$.parties", "parties").items():
            record = read_party(reading, code, entry, f"$.parties.{code}")
            if record is not None:
                states[code] = record
    agreements: list[AgreementRecord] = []
    listed = raw.get("agreements")
    if listed is not None:
        for path, item in reading.items(listed, "$.agreements", "agreements"):
            agreement = read_agreement(reading, item, path)
            if agreement is not None:
                _check(reading, agreement, agreements, path)
                agreements.append(agreement)
                _unknown(reading, agreement, path, states, known, base == "empty")
    if reading.problems:
        raise InvalidInput(reading.problems, "overlay")
    return Overlay(
        empty_base=base == "empty",
        states=states,
        agreements=tuple(agreements),
        canonical=json.dumps(raw, sort_keys=True, ensure_ascii=False, default=str),
    )


def _check(
    reading: Reading, new: AgreementRecord, earlier: list[AgreementRecord], path: str
) -> None:
    for other in earlier:
        if other.id == new.id:
            reading.report(
                f"{path}.id", "repeated", f"{new.id!r} stands twice", new.id, "each id once"
            )
        kinds = {other.kind, new.kind}
        if (
            "none" in kinds
            and kinds & _EXCLUDED_BY_NONE
            and other.members.keys() == new.members.keys()
        ):
            reading.report(
                path,
                "contradiction",
                f"{other.id!r} and {new.id!r}: the two States cannot have an agreement and none",
                new.id,
                "one of the two",
            )


def _unknown(
    reading: Reading,
    agreement: AgreementRecord,
    path: str,
    states: Mapping[str, StateRecord],
    known: Callable[[str], bool],
    alone: bool,
) -> None:
    for code in agreement.members:
        if is_invented(code) and code not in states and (alone or not known(code)):
            reading.report(
                path,
                "state",
                f"{agreement.id!r} names {code}, an invented State that has no entry",
                code,
                f"an entry under $.parties.{code}",
            )
