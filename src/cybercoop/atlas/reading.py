"""Reading plain JSON values of an atlas: every problem is kept with its path, none is fatal."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Iterable, Mapping
from typing import Any, TypeVar

from cybercoop.atlas.records import CALLER, Confidence, Datum, Source
from cybercoop.atlas.words import CONFIDENCES
from cybercoop.errors import InvalidInput, Problem, did_you_mean
from cybercoop.model.citation import Citation

__all__ = ["Reading"]

T = TypeVar("T")

_DAY = re.compile(r"^\d{4}-\d{2}-\d{2}$")
_ORIGIN = frozenset({"source", "confidence", "note"})
DAY_FORM = "a date such as 2026-11-23, or null if not known"


class Reading:
    """One pass over one layer of the atlas.

    `sources` are the sources the layer may name, by id; None for an overlay, whose data are the
    caller's and may name a source in words. What is wrong is collected in `problems`.
    """

    def __init__(self, sources: Mapping[str, Source] | None, layer: int) -> None:
        self.sources = sources
        self.layer = layer
        self.problems: list[Problem] = []

    def report(
        self, path: str, code: str, message: str, value: object = None, accepted: str | None = None
    ) -> None:
        """Keep a problem."""
        self.problems.append(Problem(path, code, message, value, accepted))

    def attempt(self, path: str, read: Callable[[], T]) -> T | None:
        """What `read` gives; None, and its problems kept under `path`, if it cannot be read."""
        try:
            return read()
        except InvalidInput as error:
            self.problems += [problem.at(path) for problem in error.problems]
            return None

    def mapping(self, value: object, path: str, what: str) -> Mapping[str, Any]:
        """`value` as an object; an empty one, and a problem, if it is none."""
        if isinstance(value, Mapping):
            return value
        self.report(path, "type", f"{what} is expected to be an object", value, "an object")
        return {}

    def items(self, value: object, path: str, what: str) -> list[tuple[str, Any]]:
        """The items of a list with their paths; none, and a problem, if it is no list."""
        if isinstance(value, list | tuple):
            return [(f"{path}[{index}]", item) for index, item in enumerate(value)]
        self.report(path, "type", f"{what} is expected to be a list", value, "a list")
        return []

    def keys(self, raw: Mapping[str, Any], path: str, known: Iterable[str]) -> None:
        """Keep a problem for each key that is not one of `known`."""
        known = sorted(set(known) | _ORIGIN)
        for key in raw:
            if key not in known:
                self.report(
                    f"{path}.{key}", "key", f"unknown key {key!r}", key, did_you_mean(key, known)
                )

    def text(self, value: object, path: str) -> str | None:
        """Text that is not empty, or None."""
        if value is None or (isinstance(value, str) and value.strip()):
            return value
        self.report(path, "type", "text expected", value, "text that is not empty, or null")
        return None

    def flag(self, value: object, path: str) -> bool | None:
        """True, false or None."""
        if value is None or isinstance(value, bool):
            return value
        self.report(path, "type", "true or false expected", value, "true, false or null")
        return None

    def number(self, value: object, path: str) -> float | None:
        """A number, 0 or more, or None."""
        if value is None:
            return None
        if isinstance(value, int | float) and not isinstance(value, bool) and value >= 0:
            return value
        self.report(path, "type", "a number expected", value, "a number, 0 or more, or null")
        return None

    def day(self, value: object, path: str) -> dt.date | None:
        """A calendar day, or None."""
        if value is None:
            return None
        if isinstance(value, dt.date) and not isinstance(value, dt.datetime):
            return value
        if isinstance(value, str) and _DAY.match(value):
            try:
                return dt.date.fromisoformat(value)
            except ValueError:
                pass
        self.report(path, "date", f"{value!r} is not a date", value, DAY_FORM)
        return None

    def word(self, value: object, path: str, words: Iterable[str]) -> str | None:
        """One of `words`."""
        words = sorted(words)
        if isinstance(value, str) and value in words:
            return value
        self.report(path, "term", f"{value!r} is not taken here", value, did_you_mean(value, words))
        return None

    def citation(self, value: object, path: str) -> Citation | None:
        """A citation."""
        return self.attempt(path, lambda: Citation.parse(value))  # type: ignore[arg-type]

    def datum(self, path: str, place: str, value: Any, raw: Mapping[str, Any]) -> Datum:
        """`value` with the source that `raw` names beside it; `place` is its path in the entry."""
        named = raw.get("source")
        cite = raw.get("cite")
        note = raw.get("note")
        origin, confidence = self._origin(path, named, raw.get("confidence"))
        return Datum(
            path=place,
            value=value,
            origin=origin,
            confidence=confidence,
            note=self.text(note, f"{path}.note"),
            cite=None if cite is None else self.citation(cite, f"{path}.cite"),
        )

    def leaf(self, raw: object, path: str, place: str, read: Callable[[object, str], Any]) -> Datum:
        """A value with its source (``{"value": …, "source": …}``), or the bare value."""
        if isinstance(raw, Mapping) and "value" in raw:
            self.keys(raw, path, ("value", "cite"))
            return self.datum(path, place, read(raw["value"], f"{path}.value"), raw)
        return self.datum(path, place, read(raw, path), {})

    def _origin(self, path: str, named: object, sure: object) -> tuple[Source, Confidence]:
        if self.sources is None:
            name = self.text(named, f"{path}.source")
            if sure is not None:
                self.word(sure, f"{path}.confidence", CONFIDENCES)
            return (CALLER if name is None else Source(name)), "caller"
        if not isinstance(named, str) or named not in self.sources:
            self.report(f"{path}.source", "source", "a datum with no source", named, "a source id")
            return CALLER, "caller"
        shipped = CONFIDENCES[:-1]
        found = self.word(sure, f"{path}.confidence", shipped)
        return self.sources[named], (found or "knowledge")  # type: ignore[return-value]
