"""Plain data to objects and back: strict, with every problem of a document at once."""

from __future__ import annotations

import datetime as dt
import json
import types
import typing
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any, TypeVar, get_args, get_origin, get_type_hints

import attrs
from cattrs import AttributeValidationNote, ClassValidationError, Converter
from cattrs.errors import ForbiddenExtraKeysError
from cattrs.gen import make_dict_structure_fn, override

from cybercoop.errors import InvalidInput, Problem, did_you_mean
from cybercoop.model.citation import Citation
from cybercoop.model.plain import key_of as _key
from cybercoop.model.plain import plain_data as write

__all__ = ["load_json", "read", "write"]

T = TypeVar("T")


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


def read(document: Any, kind: type[T], what: str) -> T:
    """An object of `kind` from plain data.

    Raises `InvalidInput` about `what` with every problem found: unknown keys, wrong types, words
    outside the vocabulary, dates that are none, facts that contradict one another.
    """
    try:
        return _converter().structure(document, kind)
    except ClassValidationError as error:
        raise InvalidInput(_problems(error, "$"), what) from None
    except InvalidInput as error:
        raise InvalidInput(error.problems, what) from None


@cache
def _converter() -> Converter:
    converter = Converter(forbid_extra_keys=True, detailed_validation=True)

    def reader(kind: type) -> Any:
        fields = attrs.fields_dict(kind)
        hints = get_type_hints(kind)
        overrides = {
            name: override(
                struct_hook=_field_reader(field, hints[name], converter),
                rename=_key(name) if name.endswith("_") else None,
            )
            for name, field in fields.items()
        }
        structure: Any = make_dict_structure_fn(
            kind,
            converter,
            _cattrs_forbid_extra_keys=True,
            _cattrs_detailed_validation=True,
            **overrides,  # type: ignore[arg-type]  # names of fields, not of options
        )

        def read_part(document: Any, _: Any) -> Any:
            if not isinstance(document, Mapping):
                raise InvalidInput.single(
                    "$", "type", "an object expected", document, "an object, or null if not known"
                )
            return structure(document, kind)

        return read_part

    converter.register_structure_hook_factory(attrs.has, reader)
    return converter


def _inner(hint: Any) -> tuple[Any, ...]:
    """The types a hint allows besides None."""
    if get_origin(hint) in (typing.Union, types.UnionType):
        return tuple(arg for arg in get_args(hint) if arg is not type(None))
    return (hint,)


def _field_reader(field: attrs.Attribute[Any], hint: Any, converter: Converter) -> Any:
    (kind, *others) = _inner(hint)
    if attrs.has(kind):
        if others or kind is Citation:
            return _plain_reader(field, hint)
        return lambda value, _: None if value is None else converter.structure(value, kind)
    if get_origin(kind) is tuple and attrs.has(item := get_args(kind)[0]) and item is not Citation:
        return _list_reader(field, item, converter)
    return _plain_reader(field, hint)


def _list_reader(field: attrs.Attribute[Any], item: type, converter: Converter) -> Any:
    check: Any = field.converter

    def read_list(value: Any, _: Any) -> Any:
        if not isinstance(value, list | tuple):
            return check.converter(value, None, field)
        problems: list[Problem] = []
        parts: list[Any] = []
        for index, entry in enumerate(value):
            try:
                parts.append(converter.structure(entry, item))
            except ClassValidationError as error:
                problems += [p.at(f"$.{field.name}[{index}]") for p in _problems(error, "$")]
            except InvalidInput as error:
                problems += [p.at(f"$.{field.name}[{index}]") for p in error.problems]
        if problems:
            raise InvalidInput(problems)
        return check.converter(tuple(parts), None, field)

    return read_list


def _plain_reader(field: attrs.Attribute[Any], hint: Any) -> Any:
    check: Any = field.converter
    kinds = {arg for outer in _inner(hint) for arg in (outer, *get_args(outer))}
    kinds |= {arg for kind in kinds for arg in get_args(kind)}
    convert = None
    if dt.datetime in kinds:
        convert = _moment if dt.date in kinds else _instant
    elif dt.date in kinds:
        convert = _day

    def read_plain(value: Any, _: Any) -> Any:
        if convert is not None and isinstance(value, str):
            value = convert(value, field.name)
        elif convert is not None and isinstance(value, list):
            value = [
                convert(item, f"{field.name}[{index}]") if isinstance(item, str) else item
                for index, item in enumerate(value)
            ]
        return check.converter(value, None, field)

    return read_plain


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


_INSTANT = "a date and time with its offset, such as 2026-11-20T10:00:00+01:00"


def _instant(value: str, name: str) -> dt.datetime:
    instant: dt.datetime | None
    try:
        instant = dt.datetime.fromisoformat(value)
    except ValueError:
        instant = None
    if instant is None or "T" not in value.upper() or len(value) < len("2026-11-20T10:00Z"):
        raise InvalidInput.single(
            f"$.{name}", "instant", f"{value!r} is no instant", value, _INSTANT
        )
    if instant.utcoffset() is None:
        raise InvalidInput.single(
            f"$.{name}", "instant", f"{value!r} names no offset from UTC", value, _INSTANT
        )
    return instant


def _moment(value: str, name: str) -> dt.date | dt.datetime:
    return _instant(value, name) if "T" in value.upper() else _day(value, name)


def _problems(error: ClassValidationError, path: str) -> Iterator[Problem]:
    for inner in error.exceptions:
        name = next(
            (
                _key(n.name)
                for n in getattr(inner, "__notes__", ())
                if type(n) is AttributeValidationNote
            ),
            None,
        )
        if isinstance(inner, ClassValidationError):
            yield from _problems(inner, path if name is None else f"{path}.{name}")
        elif isinstance(inner, ForbiddenExtraKeysError):
            known = [_key(field.name) for field in attrs.fields(inner.cl)]
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
