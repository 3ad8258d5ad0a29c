"""Errors of cybercoop: what was wrong, where, and what would be accepted."""

from __future__ import annotations

from collections.abc import Iterable

import attrs

__all__ = [
    "AtlasError",
    "CybercoopError",
    "InvalidInput",
    "LawError",
    "MissingExtra",
    "Problem",
    "did_you_mean",
]


class CybercoopError(Exception):
    """Base of every error this library raises on purpose."""


@attrs.frozen
class Problem:
    """One thing that is wrong with an input.

    `path` points at the place (``$.offence.conduct[0]``), `value` is what stood there,
    `accepted` says what would have been taken.
    """

    path: str
    code: str
    message: str
    value: object = None
    accepted: str | None = None

    def at(self, prefix: str) -> Problem:
        """The same problem seen from further out: `prefix` is put before its path."""
        return attrs.evolve(self, path=prefix + self.path.removeprefix("$"))

    def __str__(self) -> str:
        tail = f"; accepted: {self.accepted}" if self.accepted else ""
        return f"{self.path}: {self.message}{tail}"


class InvalidInput(CybercoopError, ValueError):
    """An input that cannot be read: all its problems at once, in `problems`."""

    def __init__(self, problems: Iterable[Problem], what: str = "input") -> None:
        self.problems: tuple[Problem, ...] = tuple(problems)
        self.what = what
        super().__init__(what, self.problems)

    @classmethod
    def single(
        cls,
        path: str,
        code: str,
        message: str,
        value: object = None,
        accepted: str | None = None,
    ) -> InvalidInput:
        """An error with one problem."""
        return cls([Problem(path, code, message, value, accepted)])

    def __str__(self) -> str:
        count = len(self.problems)
        head = f"{self.what}: {count} problem{'s' if count != 1 else ''}"
        return "\n".join([head, *(f"  {problem}" for problem in self.problems)])


class AtlasError(InvalidInput):
    """A datum of the atlas or of an overlay that cannot be used."""


class LawError(CybercoopError):
    """A rule base that contradicts itself or names something that does not exist."""


class MissingExtra(CybercoopError, ImportError):
    """A library of an optional extra is not installed; the message names the extra."""


def did_you_mean(value: object, accepted: Iterable[str]) -> str:
    """One sentence part listing what is accepted, with the closest word first if there is one."""
    import difflib

    words = sorted(accepted)
    close = difflib.get_close_matches(str(value), words, n=1)
    listing = ", ".join(words)
    return f"{listing} (did you mean {close[0]!r}?)" if close else listing
