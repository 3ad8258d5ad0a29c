"""What an entry of the atlas is made of, once read: data with their source, records, layers."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping
from typing import Any, Literal

import attrs

from cybercoop.model.citation import Citation

__all__ = [
    "AgreementRecord",
    "AuthorityRecord",
    "Confidence",
    "Datum",
    "InstrumentRecord",
    "Membership",
    "Source",
    "StateRecord",
    "StatementRecord",
    "TerritoryRecord",
]

Confidence = Literal["official-copy", "secondary", "knowledge", "caller"]

_DAY = re.compile(r"^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$")


@attrs.frozen
class Source:
    """Where a datum was read: `as_of` is the date the page shows, `read_on` the day it was read."""

    id: str
    publisher: str | None = None
    url: str | None = None
    as_of: str | None = None
    read_on: str | None = None

    @property
    def dated(self) -> dt.date | None:
        """`as_of` as a day; the first day when only the month or the year is shown."""
        match = _DAY.match(self.as_of or "")
        if match is None:
            return None
        year, month, day = match.groups()
        return dt.date(int(year), int(month or 1), int(day or 1))


CALLER = Source("overlay", "given by the caller's overlay")


@attrs.frozen(kw_only=True)
class Datum:
    """One thing the atlas says, where it stands and where it comes from.

    `path` is the place in the State's entry (``statements[BC 29(4)]``), `value` what is said,
    `confirmed` a list read later that says the same.
    """

    path: str
    value: Any
    origin: Source
    confidence: Confidence
    note: str | None = None
    cite: Citation | None = None
    confirmed: Source | None = None

    @property
    def source(self) -> str:
        """Identifier of the source, or the words with which an overlay names its own."""
        return self.origin.id

    @property
    def url(self) -> str | None:
        """Address of the source, if it has one."""
        return self.origin.url

    @property
    def publisher(self) -> str | None:
        """Who published the source."""
        return self.origin.publisher

    @property
    def as_of(self) -> str | None:
        """The date the source itself shows, as precise as it is shown."""
        return self.origin.as_of

    @property
    def read_on(self) -> str | None:
        """The day the source was read."""
        return self.origin.read_on

    @property
    def dated(self) -> dt.date | None:
        """`as_of` as a day; the first day when only the month or the year is shown.

        A later source that confirms the datum counts instead.
        """
        days = [self.origin.dated, self.confirmed.dated if self.confirmed else None]
        return max((day for day in days if day is not None), default=None)

    def described(self) -> str:
        """The source in one line, for a person."""
        origin = self.origin
        as_of = f" (as of {origin.as_of})" if origin.as_of else ""
        return ", ".join(filter(None, (origin.publisher or origin.id, origin.url))) + as_of


@attrs.frozen
class InstrumentRecord:
    """What is on file for one State and one instrument: a datum per key, absent if left out.

    Keys: `signed`, `deposited`, `in_force`, `denounced`, `status`, `unknown` (the reason why
    nothing is known). A datum whose value is None says that the value is not known.
    """

    data: Mapping[str, Datum]

    def day(self, key: str) -> dt.date | None:
        """The day under `key`, None if there is none or it is not known."""
        datum = self.data.get(key)
        return datum.value if datum is not None else None

    @property
    def silent(self) -> bool:
        """Does the entry say nothing at all (null in place of its dates)?"""
        return all(datum.value is None for datum in self.data.values())


@attrs.frozen(kw_only=True)
class StatementRecord:
    """A reservation, declaration or notification as filed.

    `made` is the day it was made (None: presumed at deposit), `withdrawn` the day its withdrawal
    takes effect; `verified` is false where it is only remembered or its filing was not seen.
    """

    provision: Citation
    kind: str
    made: dt.date | None
    withdrawn: dt.date | None
    scope: Any
    text: str | None
    verified: bool
    datum: Datum
    layer: int


@attrs.frozen(kw_only=True)
class AuthorityRecord:
    """An authority designated for a role; `none` when the State says that it has none."""

    role: str
    name: str | None
    none: bool
    datum: Datum


@attrs.frozen(kw_only=True)
class TerritoryRecord:
    """A territory left out: until `until`, or until an extension received on `extended` works."""

    name: str
    extended: dt.date | None
    until: dt.date | None
    datum: Datum


@attrs.frozen(kw_only=True)
class StateRecord:
    """What is on file for one State in one layer; None for a part the layer is silent on."""

    code: str
    name: str | None = None
    eu_member: Datum | None = None
    instruments: Mapping[str, InstrumentRecord | None] = attrs.field(factory=dict)
    statements: tuple[StatementRecord, ...] | None = None
    statements_complete: Datum | None = None
    territories: tuple[TerritoryRecord, ...] | None = None
    authorities: tuple[AuthorityRecord, ...] | None = None
    law: Mapping[str, Datum] = attrs.field(factory=dict)
    agreements_complete: Datum | None = None
    publishes: tuple[Datum, ...] = ()
    listed_everywhere: bool = False
    """A shipped entry: an instrument it does not list is judged by the list of its Parties."""


@attrs.frozen(kw_only=True)
class Membership:
    """How one State stands to an agreement."""

    status: str | None
    in_force: dt.date | None
    terminated: dt.date | None
    datum: Datum


@attrs.frozen(kw_only=True)
class AgreementRecord:
    """An agreement of the atlas: `scope` None when the source does not say what it covers."""

    id: str
    kind: str
    title: str | None
    members: Mapping[str, Membership]
    sides: tuple[frozenset[str], frozenset[str]] | None
    signed: str | None
    status: str | None
    in_force: dt.date | None
    terminated: dt.date | None
    scope: Literal["general"] | frozenset[str] | None
    binding: bool
    instrument: str | None
    features: Mapping[str, Any]
    applies_instead: frozenset[str]
    datum: Datum
    layer: int

    def joins(self, one: str, other: str) -> bool:
        """Does the agreement stand between these two States (across its sides, if it has any)?"""
        if one == other or one not in self.members or other not in self.members:
            return False
        if self.sides is None:
            return True
        left, right = self.sides
        return (one in left and other in right) or (one in right and other in left)
