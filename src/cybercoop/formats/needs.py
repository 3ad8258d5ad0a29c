"""Reading a need from JSON: strict, with every problem of the document at once and its path."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any, get_args, get_type_hints

import attrs
from cattrs import AttributeValidationNote, ClassValidationError, Converter
from cattrs.errors import ForbiddenExtraKeysError
from cattrs.gen import make_dict_structure_fn, override

from cybercoop.errors import InvalidInput, Problem, did_you_mean
from cybercoop.model.need import Need

__all__ = ["load_json", "need_from_dict", "need_from_json"]


def load_json(text: str | bytes, what: str) -> Any:
    """Parse JSON strictly: no repeated keys, no NaN. Raises `InvalidInput` with the place."""

    def once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        keys = [key for key, _ in pairs]
        twice = sorted({key for key in keys if keys.count(key) > 1})
        if twice:
            raise InvalidInput(
                [Problem("$", "repeated", f"the key {key!r} stands twice", key) for key in twice],
                what,
            )
        return dict(pairs)

    def no_number(word: str) -> Any:
        raise InvalidInput(
            [Problem("$", "number", f"{word} is no number", word, "a finite number")], what
        )

    try:
        return json.loads(text, object_pairs_hook=once, parse_constant=no_number)
    except UnicodeDecodeError:
        raise InvalidInput(
            [Problem("$", "encoding", "not UTF-8 text", None, "UTF-8")], what
        ) from None
    except RecursionError:
        raise InvalidInput([Problem("$", "depth", "nested too deeply")], what) from None
    except json.JSONDecodeError as error:
        raise InvalidInput(
            [
                Problem(
                    "$",
                    "json",
                    f"no JSON at line {error.lineno}, column {error.colno}: {error.msg}",
                    None,
                    "a JSON document",
                )
            ],
            what,
        ) from None


def need_from_json(text: str | bytes) -> Need:
    """Read a need from a JSON document.

    Raises `InvalidInput` with every problem found: unknown keys, wrong types, words outside the
    vocabulary, dates that are none, facts that contradict one another.
    """
    return need_from_dict(load_json(text, "need"))


def need_from_dict(document: Mapping[str, Any]) -> Need:
    """Read a need from plain data, as `need_from_json` does."""
    try:
        return _converter().structure(document, Need)
    except ClassValidationError as error:
        raise InvalidInput(_problems(error, "$"), "need") from None
    except InvalidInput as error:
        raise InvalidInput(error.problems, "need") from None


@cache
def _converter() -> Converter:
    converter = Converter(forbid_extra_keys=True, detailed_validation=True)

    def reader(kind: type) -> Any:
        fields = attrs.fields_dict(kind)
        hints = get_type_hints(kind)
        overrides = {
            name: override(struct_hook=_field_reader(field, hints[name], converter))
            for name, field in fields.items()
        }
        structure: Any = make_dict_structure_fn(
            kind,
            converter,
            _cattrs_forbid_extra_keys=True,
            _cattrs_detailed_validation=True,
            **overrides,  # type: ignore[arg-type]  # names of fields, not of options
        )

        def read(document: Any, _: Any) -> Any:
            if not isinstance(document, Mapping):
                raise InvalidInput.single(
                    "$", "type", "an object expected", document, "an object, or null if not known"
                )
            return structure(document, kind)

        return read

    converter.register_structure_hook_factory(attrs.has, reader)
    return converter


def _field_reader(field: attrs.Attribute[Any], hint: Any, converter: Converter) -> Any:
    if attrs.has(hint):
        return lambda value, _: None if value is None else converter.structure(value, hint)
    check: Any = field.converter
    dates = dt.date in get_args(hint)

    def read(value: Any, _: Any) -> Any:
        if dates and isinstance(value, str):
            value = _day(value, field.name)
        return check.converter(value, None, field)

    return read


def _day(value: str, name: str) -> dt.date:
    day: dt.date | None
    try:
        day = dt.date.fromisoformat(value)
    except ValueError:
        day = None
    # The week and the compact forms of ISO 8601 are dates too, but not of the contract.
    if day is None or day.isoformat() != value:
        raise InvalidInput.single(
            f"$.{name}", "date", f"{value!r} is no date", value, "a date such as 2026-11-23"
        )
    return day


def _problems(error: ClassValidationError, path: str) -> Iterator[Problem]:
    for inner in error.exceptions:
        name = next(
            (n.name for n in getattr(inner, "__notes__", ()) if type(n) is AttributeValidationNote),
            None,
        )
        if isinstance(inner, ClassValidationError):
            yield from _problems(inner, path if name is None else f"{path}.{name}")
        elif isinstance(inner, ForbiddenExtraKeysError):
            known = [field.name for field in attrs.fields(inner.cl)]
            for key in sorted(inner.extra_fields, key=str):
                yield Problem(
                    f"{path}.{key}", "unknown-key", "unknown key", key, did_you_mean(key, known)
                )
        elif isinstance(inner, InvalidInput):
            for problem in inner.problems:
                # A part that is no object speaks of itself as "$".
                inside = f"{path}.{name}" if problem.path == "$" and name else path
                yield problem.at(inside)
        else:
            yield Problem(f"{path}.{name}", "missing", "required", None, "a value")
