"""Reading a need from JSON."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from cybercoop.formats.codec import load_json, read, write
from cybercoop.model.need import Need

__all__ = ["need_from_dict", "need_from_json", "need_to_dict"]


def need_from_json(text: str | bytes) -> Need:
    """Read a need from a JSON document.

    Raises `InvalidInput` with every problem found: unknown keys, wrong types, words outside the
    vocabulary, dates that are none, facts that contradict one another.
    """
    return need_from_dict(load_json(text, "need"))


def need_from_dict(document: Mapping[str, Any]) -> Need:
    """Read a need from plain data, as `need_from_json` does."""
    return read(document, Need, "need")


def need_to_dict(need: Need) -> dict[str, Any]:
    """A need as plain data, without what is not known."""
    written: dict[str, Any] = write(need)
    return written
