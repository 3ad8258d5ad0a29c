"""The words an entry of the atlas may use: keys, kinds, roles, and what each key of a law holds."""

from __future__ import annotations

from collections.abc import Callable
from types import MappingProxyType

from cybercoop.errors import InvalidInput, did_you_mean
from cybercoop.model.citation import Citation
from cybercoop.model.terms import AuthorityKind, Channel, DataCategory, Measure

__all__ = [
    "AGREEMENT_KINDS",
    "AGREEMENT_STATUSES",
    "CARRIES_ASSISTANCE",
    "CONFIDENCES",
    "GROUNDS",
    "LAW_KEYS",
    "LAW_LISTS",
    "read_law",
]

CONFIDENCES = ("official-copy", "secondary", "knowledge", "caller")
"""How sure a datum is, best first; `caller` marks what an overlay says."""

AGREEMENT_KINDS = frozenset(
    {
        "cybercrime",
        "executive-agreement",
        "extradition",
        "in-lieu",
        "joint-investigation",
        "mutual-assistance",
        "none",
        "uniform-law",
    }
)
AGREEMENT_STATUSES = frozenset({"in-force", "not-in-force", "unknown", "terminated"})
CARRIES_ASSISTANCE = frozenset({"mutual-assistance", "uniform-law", "cybercrime"})
"""Kinds of agreement that could be the treaty or arrangement of BC 27(1)."""

GROUNDS = frozenset(
    {
        "bank-secrecy",
        "conflict-of-laws",
        "data-protection",
        "dual-criminality",
        "essential-interests",
        "extraterritorial-offence",
        "federal-structure",
        "fiscal-offence",
        "form-of-transmission",
        "fundamental-rights",
        "immunity-or-privilege",
        "incomplete-request",
        "language",
        "late-request",
        "minor-case",
        "nationality",
        "ne-bis-in-idem",
        "no-domestic-power",
        "no-treaty-clause",
        "not-an-emergency",
        "own-proceedings",
        "penalty-threshold",
        "political-offence",
        "unfamiliar-procedure",
        "wrong-addressee",
    }
)
"""Grounds a State's own law may know (BC 25(4)), in the words of a response."""

_MEASURES = frozenset(member.value for member in Measure)
_DATA = frozenset(member.value for member in DataCategory)
_CHANNELS = frozenset(member.value for member in Channel)
_AUTHORITIES = frozenset(member.value for member in AuthorityKind)


def _bad(code: str, value: object, expected: str, accepted: str) -> InvalidInput:
    return InvalidInput.single("$", code, f"{value!r} is not {expected}", value, accepted)


def _flag(value: object) -> bool:
    if isinstance(value, bool):
        return value
    raise _bad("type", value, "true or false", "true, false, or null if not known")


def _days(value: object) -> int:
    if isinstance(value, int) and not isinstance(value, bool) and value >= 0:
        return value
    raise _bad("type", value, "a number of days", "a whole number of days, 0 or more")


def _word(words: frozenset[str]) -> Callable[[object], str]:
    def read(value: object) -> str:
        if isinstance(value, str) and value in words:
            return value
        raise _bad("term", value, "one of the words taken here", did_you_mean(value, words))

    return read


def _citation(value: object) -> str:
    return str(Citation.parse(value))  # type: ignore[arg-type]  # parse refuses what is no text


def _text(value: object) -> str:
    if isinstance(value, str) and value.strip():
        return value
    raise _bad("type", value, "text", "text that is not empty")


LAW_LISTS: MappingProxyType[str, Callable[[object], str]] = MappingProxyType(
    {
        "admits_evidence_from": _word(_CHANNELS),
        "contact_point_executes": _word(_MEASURES | _DATA),
        "dual_criminality_for": _word(_MEASURES),
        "implements": _citation,
        "judicial_authorities": _word(_AUTHORITIES),
        "languages": _text,
        "providers_may_disclose": _word(_DATA),
        "providers_may_disclose_in_emergency": _word(_DATA),
        "refusal_grounds": _word(GROUNDS),
    }
)
"""Keys of `law` that hold a list, with the reader of one item."""

_SINGLES: dict[str, Callable[[object], bool | int | str]] = {
    "extradition_needs_treaty": _flag,
    "formal_confirmation": _flag,
    "interception_for_foreign_requests": _flag,
    "police_direct": _flag,
    "preservation_days": _days,
    "preservation_renewable": _flag,
    "providers_notify_customers": _flag,
    "user_identification": _word(frozenset({"subscriber", "traffic"})),
}

LAW_KEYS = frozenset(LAW_LISTS) | frozenset(_SINGLES)
"""Every key `law` may have."""


def read_law(key: str, value: object) -> bool | int | str | frozenset[str] | None:
    """The value of one key of `law`; None stays None, a list becomes a set.

    Raises `InvalidInput` with every bad item, the path counted from the value.
    """
    if value is None:
        return None
    if key in _SINGLES:
        return _SINGLES[key](value)
    reader = LAW_LISTS[key]
    if not isinstance(value, list | tuple):
        raise _bad("type", value, "a list", "a list, or null if not known")
    problems = []
    items = set()
    for index, item in enumerate(value):
        try:
            items.add(reader(item))
        except InvalidInput as error:
            problems += [problem.at(f"$[{index}]") for problem in error.problems]
    if problems:
        raise InvalidInput(problems)
    return frozenset(items)
