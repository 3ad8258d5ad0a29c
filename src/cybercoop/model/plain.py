"""Objects as plain data: what codecs write and digests are taken of."""

from __future__ import annotations

import datetime as dt
from enum import StrEnum
from typing import Any

import attrs

from cybercoop.model.citation import Citation

__all__ = ["key_of", "plain_data"]


def plain_data(value: Any) -> Any:
    """An object as plain data, without what is not known. Codecs give the same object back."""
    if isinstance(value, StrEnum | Citation):
        return str(value)
    if attrs.has(type(value)):
        written = {}
        for field in attrs.fields(type(value)):
            inner = getattr(value, field.name)
            if inner is None or (attrs.has(type(inner)) and inner == _empty(type(inner))):
                continue
            written[key_of(field.name)] = plain_data(inner)
        return written
    if isinstance(value, dt.date):
        return value.isoformat()
    if isinstance(value, tuple):
        if value and all(isinstance(item, tuple) for item in value):
            return {str(key): plain_data(inner) for key, inner in value}
        return [plain_data(item) for item in value]
    return value


def _empty(kind: type[Any]) -> Any:
    fields = attrs.fields(kind)
    return None if any(f.default is attrs.NOTHING for f in fields) else kind()


def key_of(name: str) -> str:
    """The key of a field: names Python keeps for itself end in an underscore here."""
    return name.rstrip("_")
