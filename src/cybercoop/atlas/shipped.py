"""The data files of the package: found, read and turned into records only when asked for."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from functools import cache, cached_property
from importlib.resources import files
from typing import Any

from cybercoop.atlas.agreements import read_agreement
from cybercoop.atlas.parties import read_party
from cybercoop.atlas.reading import Reading
from cybercoop.atlas.records import AgreementRecord, Datum, Source, StateRecord
from cybercoop.errors import AtlasError

__all__ = ["Shipped", "load"]


class Shipped:
    """The data files as plain values, and as records once a State is asked for.

    `raw` has `states` by code, `agreements`, `sources` and `party_lists`. Nothing of it is
    changed after reading.
    """

    def __init__(self, raw: Mapping[str, Any]) -> None:
        self.raw = raw
        self.sources: dict[str, Source] = {
            key: Source(key, **fields) for key, fields in raw["sources"].items()
        }
        self._records: dict[str, StateRecord] = {}

    def __iter__(self) -> Iterator[str]:
        return iter(self.raw["states"])

    def __contains__(self, code: object) -> bool:
        return code in self.raw["states"]

    def record(self, code: str) -> StateRecord:
        """The record of a State that has a file; raises `AtlasError` if the file is unsound."""
        found = self._records.get(code)
        if found is None:
            reading = Reading(self.sources, layer=0)
            found = read_party(reading, code, self.raw["states"][code], f"$.states.{code}")
            if found is None or reading.problems:
                raise AtlasError(reading.problems, f"the atlas, {code}")
            self._records[code] = found
        return found

    def lists(self, instrument: str, code: str) -> bool:
        """Does the file of that State list the instrument?"""
        return instrument in self.raw["states"][code].get("instruments", ())

    @cached_property
    def agreements(self) -> tuple[AgreementRecord, ...]:
        """Every agreement; raises `AtlasError` if one is unsound."""
        reading = Reading(self.sources, layer=0)
        found = [
            read_agreement(reading, item, f"$.agreements[{index}]")
            for index, item in enumerate(self.raw["agreements"])
        ]
        if reading.problems:
            raise AtlasError(reading.problems, "the atlas, agreements")
        return tuple(record for record in found if record is not None)

    @cached_property
    def party_lists(self) -> dict[str, Datum]:
        """For each instrument whose list of Parties is complete, the datum that says so."""
        reading = Reading(self.sources, layer=0)
        found = {
            code: reading.datum(f"$.party_lists.{code}", f"instruments[{code}]", False, entry)
            for code, entry in self.raw["party_lists"].items()
            if entry["complete"]
        }
        if reading.problems:
            raise AtlasError(reading.problems, "the atlas, lists of Parties")
        return found


@cache
def load() -> Shipped:
    """The atlas that ships with the package."""
    root = files("cybercoop.atlas") / "data"

    def read(name: str) -> Any:
        return json.loads(root.joinpath(name).read_text(encoding="utf-8"))

    states = sorted(
        (entry for entry in root.joinpath("states").iterdir() if entry.name.endswith(".json")),
        key=lambda entry: entry.name,
    )
    agreements = [
        agreement
        for entry in sorted(root.joinpath("agreements").iterdir(), key=lambda entry: entry.name)
        if entry.name.endswith(".json")
        for agreement in json.loads(entry.read_text(encoding="utf-8"))
    ]
    return Shipped(
        {
            "states": {
                entry.name.removesuffix(".json"): json.loads(entry.read_text(encoding="utf-8"))
                for entry in states
            },
            "agreements": agreements,
            "sources": read("sources.json"),
            "party_lists": read("party_lists.json"),
        }
    )


@cache
def nothing() -> Shipped:
    """An atlas without data."""
    return Shipped({"states": {}, "agreements": [], "sources": {}, "party_lists": {}})
