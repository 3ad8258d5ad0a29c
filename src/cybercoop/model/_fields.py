"""Field builders for the nouns: each checks its value and names what would be accepted."""

from __future__ import annotations

import datetime as dt
import math
import re
from collections.abc import Callable, Iterable
from enum import StrEnum
from typing import Any, TypeVar

import attrs

from cybercoop.errors import InvalidInput, did_you_mean
from cybercoop.model.citation import Citation

E = TypeVar("E", bound=StrEnum)

_STATE = re.compile(r"^[A-Z]{2}$")
STATE_FORM = "an ISO 3166-1 alpha-2 code such as 'RO', or XA to XZ for an invented State"
# Habits of other registers that would silently name no State.
_ALIASES = {"UK": "GB", "EL": "GR"}

OFFENCE_CATEGORIES: frozenset[str] = frozenset(
    {
        "child-sexual-abuse",
        "computer-crime",
        "corruption",
        "customs",
        "drug-trafficking",
        "financial-crime",
        "firearms",
        "fraud",
        "human-trafficking",
        "money-laundering",
        "organised-crime",
        "proceeds-of-crime",
        "serious-crime",
        "tax",
        "terrorism",
        "violence",
        "war-crimes",
    }
)
"""Offence words shared by needs and scopes of agreements; words of one's own start with ``x-``."""

_OWN_WORD = re.compile(r"^x-[a-z0-9][a-z0-9-]*$")


def fail(name: str, code: str, message: str, value: object, accepted: str) -> InvalidInput:
    """An `InvalidInput` about the field `name`."""
    return InvalidInput.single(f"$.{name}", code, message, value, accepted)


def read_term(kind: type[E], value: object, name: str) -> E:
    """`value` as a word of the vocabulary `kind`."""
    if isinstance(value, kind):
        return value
    if isinstance(value, str):
        try:
            return kind(value)
        except ValueError:
            pass
    raise fail(
        name,
        "term",
        f"{value!r} is not a {kind.__name__}",
        value,
        did_you_mean(value, (member.value for member in kind)),
    )


def read_state(value: object, name: str) -> str:
    """`value` as a State code (its form; whether the State is known is the atlas's affair)."""
    if not isinstance(value, str) or not _STATE.match(value):
        raise fail(name, "state", f"{value!r} is not a State code", value, STATE_FORM)
    if value in _ALIASES:
        raise fail(
            name, "state", f"{value!r} is not an ISO code", value, f"{_ALIASES[value]} (ISO 3166-1)"
        )
    return value


def read_category(value: object, name: str) -> str:
    """`value` as an offence category."""
    if isinstance(value, str) and (value in OFFENCE_CATEGORIES or _OWN_WORD.match(value)):
        return value
    raise fail(
        name,
        "category",
        f"{value!r} is not an offence category",
        value,
        did_you_mean(value, OFFENCE_CATEGORIES) + ", or a word of your own that starts with 'x-'",
    )


def read_citation(value: object, name: str) -> Citation:
    """`value` as a citation."""
    if isinstance(value, Citation):
        return value
    try:
        return Citation.parse(value)  # type: ignore[arg-type]  # parse refuses what is no text
    except InvalidInput as error:
        raise InvalidInput(p.at(f"$.{name}") for p in error.problems) from None


def _read_text(value: object, name: str) -> str:
    if isinstance(value, str) and value.strip():
        return value
    raise fail(name, "type", "text expected", value, "text that is not empty, or null if not known")


def _read_flag(value: object, name: str) -> bool:
    if isinstance(value, bool):
        return value
    raise fail(name, "type", "true or false expected", value, "true, false, or null if not known")


def _read_day(value: object, name: str) -> dt.date:
    if isinstance(value, dt.date) and not isinstance(value, dt.datetime):
        return value
    raise fail(name, "type", "a date expected", value, "a date such as 2026-11-23")


def read_instant(value: object, name: str) -> dt.datetime:
    """`value` as an instant: a datetime that knows its offset from UTC."""
    if isinstance(value, dt.datetime) and value.utcoffset() is not None:
        return value
    raise fail(
        name,
        "instant",
        f"{value!r} is no instant",
        value,
        "a date and time with its offset, such as 2026-11-20T10:00:00+01:00",
    )


def _read_moment(value: object, name: str) -> dt.date | dt.datetime:
    if isinstance(value, dt.date) and not isinstance(value, dt.datetime):
        return value
    return read_instant(value, name)


def _read_count(value: object, name: str) -> int:
    if isinstance(value, int) and not isinstance(value, bool) and value >= 0:
        return value
    raise fail(name, "type", "a whole number expected", value, "a whole number, 0 or more")


_LANGUAGE = re.compile(r"^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$")


def _read_language(value: object, name: str) -> str:
    if isinstance(value, str) and _LANGUAGE.match(value):
        return value
    raise fail(
        name, "language", f"{value!r} is no language tag", value, "a tag of BCP 47 such as 'en'"
    )


def _matching(pattern: str, code: str, message: str, accepted: str) -> Callable[[Any, str], str]:
    shape = re.compile(pattern)

    def read(value: object, name: str) -> str:
        if isinstance(value, str) and shape.match(value):
            return value
        raise fail(name, code, f"{value!r} {message}", value, accepted)

    return read


def _read_number(value: object, name: str) -> int | float:
    if (
        isinstance(value, int | float)
        and not isinstance(value, bool)
        and math.isfinite(value)
        and value >= 0
    ):
        return value
    raise fail(name, "type", "a number of years expected", value, "a number, 0 or more")


def _field(reader: Callable[[Any, str], Any], required: bool) -> Any:
    def convert(value: Any, _self: Any, field: attrs.Attribute[Any]) -> Any:
        if value is None and not required:
            return None
        # Names Python keeps for itself end in an underscore here, and in no document.
        return reader(value, field.name.rstrip("_"))

    converter = attrs.Converter(convert, takes_self=True, takes_field=True)
    default = attrs.NOTHING if required else None
    return attrs.field(default=default, converter=converter)


def term(kind: type[StrEnum], *, required: bool = False) -> Any:
    """A field holding a word of `kind`; text is converted."""
    return _field(lambda value, name: read_term(kind, value, name), required)


def state(*, required: bool = False) -> Any:
    """A field holding a State code."""
    return _field(read_state, required)


def text() -> Any:
    """A field holding text that is not empty."""
    return _field(_read_text, False)


def flag() -> Any:
    """A field holding true, false or None for not known."""
    return _field(_read_flag, False)


def day() -> Any:
    """A field holding a calendar day."""
    return _field(_read_day, False)


def instant() -> Any:
    """A field holding an instant with its offset."""
    return _field(read_instant, False)


def moment() -> Any:
    """A field holding a calendar day, or an instant with its offset."""
    return _field(_read_moment, False)


def moments() -> Any:
    """A field holding a tuple of days and instants."""
    return sequence(_read_moment)


def count() -> Any:
    """A field holding a whole number, 0 or more."""
    return _field(_read_count, False)


def language() -> Any:
    """A field holding a language tag (BCP 47)."""
    return _field(_read_language, False)


def matching(pattern: str, code: str, message: str, accepted: str) -> Any:
    """A field holding text of one shape."""
    return _field(_matching(pattern, code, message, accepted), False)


def years() -> Any:
    """A field holding a number of years, 0 or more."""
    return _field(_read_number, False)


def sequence(reader: Callable[[Any, str], Any]) -> Any:
    """A field holding a tuple of checked items; None if the list is not known."""

    def read(value: Any, name: str) -> tuple[Any, ...]:
        if isinstance(value, str) or not isinstance(value, Iterable):
            raise fail(name, "type", "a list expected", value, "a list, or null if not known")
        items = tuple(reader(item, f"{name}[{index}]") for index, item in enumerate(value))
        for index, item in enumerate(items):
            if item in items[:index]:
                raise fail(
                    f"{name}[{index}]",
                    "repeated",
                    f"{item!s} is listed twice",
                    item,
                    "each entry once",
                )
        return items

    return _field(read, False)


def texts() -> Any:
    """A field holding a tuple of texts."""
    return sequence(_read_text)


def states() -> Any:
    """A field holding a tuple of State codes."""
    return sequence(read_state)


def optional(reader: Callable[[Any, str], Any]) -> Any:
    """A field read by `reader`; None if not known."""
    return _field(reader, False)


def terms(kind: type[StrEnum]) -> Any:
    """A field holding a tuple of words of `kind`."""
    return sequence(lambda value, name: read_term(kind, value, name))


def _one(kind: type) -> Callable[[Any, str], Any]:
    def read(value: Any, name: str) -> Any:
        if isinstance(value, kind):
            return value
        raise fail(name, "type", f"a {kind.__name__} expected", value, f"a {kind.__name__}")

    return read


def one(kind: type) -> Any:
    """A field holding one part, None if it is missing."""
    return _field(_one(kind), False)


def some(kind: type) -> Any:
    """A field holding a tuple of parts, None if they are missing."""
    return sequence(_one(kind))


def part(kind: type) -> Any:
    """A field holding a part of the need; an empty part if left out."""

    def read(value: Any, name: str) -> Any:
        if value is None:
            return kind()
        if isinstance(value, kind):
            return value
        raise fail(name, "type", f"a {kind.__name__} expected", value, f"a {kind.__name__}")

    converter: Any = attrs.Converter(
        lambda value, _self, field: read(value, field.name), takes_self=True, takes_field=True
    )
    return attrs.field(factory=kind, converter=converter)
