"""Citations such as `BC 29(2)(a)`, `GN 10`, `OQ-3`: parsed, compared, ordered, contained."""

from __future__ import annotations

import re
from functools import cache

import attrs

from cybercoop.errors import InvalidInput

__all__ = ["INSTRUMENTS", "Citation"]

INSTRUMENTS: dict[str, str] = {
    "BC": "Convention on Cybercrime (CETS 185)",
    "P1": "First Additional Protocol (ETS 189)",
    "P2": "Second Additional Protocol (CETS 224)",
    "E24": "European Convention on Extradition (ETS 24)",
    "E30": "European Convention on Mutual Assistance in Criminal Matters (ETS 30)",
    "E99": "Additional Protocol to ETS 30 (ETS 99)",
    "E182": "Second Additional Protocol to ETS 30 (ETS 182)",
    "E30V": "Third Additional Protocol to ETS 30 (Valletta Protocol)",
    "EU00": "EU Convention on Mutual Assistance in Criminal Matters (2000)",
    "EU00P": "Protocol of 2001 to the EU Convention of 2000",
    "EIO": "European Investigation Order, Directive 2014/41/EU",
    "EPO": "European Production and Preservation Orders, Regulation (EU) 2023/1543",
    "EPD": "Directive (EU) 2023/1544 on designated establishments",
    "IED": "Directive (EU) 2023/977 on police information",
    "TCA": "EU-UK Trade and Cooperation Agreement, Part Three",
    "EUUS": "EU-US agreement on mutual legal assistance",
    "EUJP": "EU-Japan agreement on mutual legal assistance",
    "CA": "Executive agreements under 18 USC 2523",
    "US": "United States Code, title 18",
    "UNTOC": "UN Convention against Transnational Organized Crime",
    "UNCAC": "UN Convention against Corruption",
    "UNCC": "UN Convention against Cybercrime",
    "OAS": "Inter-American Convention on Mutual Assistance (Nassau)",
    "CW": "Commonwealth (Harare) Scheme",
    "IPOL": "Interpol",
    "EPOL": "Europol",
    "G7": "G7 24/7 network",
    "PRV": "Practice of providers",
    "GN": "T-CY Guidance Note",
    "RC": "T-CY recommendation (assessment of 2014)",
    "OQ": "Open question of the Convention",
    "OPEN": "Open question of the other instruments",
}
"""Instrument codes a citation may start with, and what they stand for."""

_SHAPE = re.compile(
    r"^(?P<code>[A-Z][A-Z0-9]*)(?:[ -](?P<locator>[0-9A-Za-z]+(?:\([0-9a-z]+\)|\([A-Z]\))*))?$"
)
_PART = re.compile(r"[0-9A-Za-z]+")


def _rank(part: str) -> tuple[int, int, str]:
    return (0, int(part), "") if part.isdigit() else (1, 0, part)


@attrs.frozen(eq=True, order=False, repr=False)
class Citation:
    """A place in an instrument, a guidance note, a recommendation or an open question.

    `code` is the instrument (`BC`), `parts` the way down (`("29", "2", "a")`); no parts means
    the whole instrument. Build it with `Citation.parse`.

    >>> Citation.parse("BC 29(2)(a)") in Citation.parse("BC 29(2)")
    True
    """

    code: str
    parts: tuple[str, ...] = ()

    @classmethod
    def parse(cls, text: str) -> Citation:
        """Read a citation; raises `InvalidInput` naming the forms that are accepted."""
        if not isinstance(text, str):
            raise InvalidInput.single(
                "$", "type", "a citation is text", text, "text such as 'BC 29(2)(a)'"
            )
        return _parse(text)

    @property
    def article(self) -> str | None:
        """The article (or note, or question) number; None for a whole instrument."""
        return self.parts[0] if self.parts else None

    def __contains__(self, other: object) -> bool:
        """Is `other` this place or a place inside it?"""
        return (
            isinstance(other, Citation)
            and other.code == self.code
            and other.parts[: len(self.parts)] == self.parts
        )

    def within(self, other: Citation) -> bool:
        """Does this citation lie within `other` (or equal it)?"""
        return self in other

    def article_between(self, first: Citation, last: Citation) -> bool:
        """Is the article one of those from `first` to `last`, both included?"""
        if not (self.code == first.code == last.code and self.parts):
            return False
        return _rank(first.parts[0]) <= _rank(self.parts[0]) <= _rank(last.parts[0])

    @property
    def sort_key(self) -> tuple[object, ...]:
        """Order: by instrument as listed in `INSTRUMENTS`, then by number."""
        return (list(INSTRUMENTS).index(self.code), tuple(_rank(part) for part in self.parts))

    def __lt__(self, other: Citation) -> bool:
        return self.sort_key < other.sort_key

    def __le__(self, other: Citation) -> bool:
        return self.sort_key <= other.sort_key

    def __gt__(self, other: Citation) -> bool:
        return self.sort_key > other.sort_key

    def __ge__(self, other: Citation) -> bool:
        return self.sort_key >= other.sort_key

    def __str__(self) -> str:
        if not self.parts:
            return self.code
        joint = "-" if self.code in ("OQ", "OPEN") else " "
        return f"{self.code}{joint}{self.parts[0]}" + "".join(
            f"({part})" for part in self.parts[1:]
        )

    def __repr__(self) -> str:
        return f"Citation.parse({str(self)!r})"


@cache
def _parse(text: str) -> Citation:
    match = _SHAPE.match(text)
    if match is None or match["code"] not in INSTRUMENTS:
        raise InvalidInput.single(
            "$",
            "citation",
            f"{text!r} is not a citation",
            text,
            "a code of an instrument and a place, such as 'BC 29(2)(a)', 'GN 10', 'OQ-3'",
        )
    locator = match["locator"]
    return Citation(match["code"], tuple(_PART.findall(locator)) if locator else ())
