"""Answers about a request: findings, a review, clocks, leave to use data."""

from __future__ import annotations

import datetime as dt

import attrs

from cybercoop.model.advice import Notice, Reason
from cybercoop.model.citation import Citation
from cybercoop.model.requests import Request
from cybercoop.model.terms import FollowUp, Ground, Layer, Mark, Permission, Severity

__all__ = [
    "Breach",
    "Check",
    "Clock",
    "Draft",
    "Finding",
    "GroundReview",
    "NextStep",
    "Review",
    "UseAnswer",
]


@attrs.frozen(kw_only=True)
class Finding:
    """One thing `check` looked at.

    `required` is true only for what the law asks; `cure` says what would put it right; `source`
    names the datum of the atlas it comes from, if it does.
    """

    item: str
    path: str
    code: str
    cite: Citation
    layer: Layer
    severity: Severity
    required: bool
    present: bool
    text: str
    cure: str | None = None
    source: str | None = None


@attrs.frozen(kw_only=True)
class Check:
    """Is the request specific and complete?

    `complete`: the law misses nothing. `sound`: nothing in it contradicts itself or good sense.
    """

    on: dt.date
    law: str
    atlas: str
    findings: tuple[Finding, ...]

    @property
    def complete(self) -> bool:
        """Is everything there that the law requires?"""
        return not self.missing

    @property
    def sound(self) -> bool:
        """Is the request free of errors, whether or not the law speaks of them?"""
        return not any(f.severity is Severity.ERROR and not f.present for f in self.findings)

    @property
    def missing(self) -> tuple[Finding, ...]:
        """What the law requires and the request lacks."""
        return tuple(f for f in self.findings if f.required and not f.present)


@attrs.frozen(kw_only=True)
class Draft:
    """A request with everything filled in that is known, and what `check` finds missing."""

    request: Request
    check: Check


@attrs.frozen(kw_only=True)
class GroundReview:
    """May they give this ground, for this measure, under these treaties?"""

    ground: Ground
    permitted: Permission
    because: tuple[Reason, ...]
    warnings: tuple[Notice, ...] = ()


@attrs.frozen(kw_only=True)
class Breach:
    """A duty that was not kept: `on` is requesting or requested."""

    on: str
    cite: Citation
    text: str


@attrs.frozen(kw_only=True)
class NextStep:
    """What to do now; `until` is the day to wait for."""

    action: FollowUp
    cite: Citation
    text: str
    until: dt.date | None = None


@attrs.frozen(kw_only=True)
class Review:
    """What to make of an answer."""

    on: dt.date
    law: str
    atlas: str
    grounds: tuple[GroundReview, ...]
    breaches: tuple[Breach, ...]
    next_steps: tuple[NextStep, ...]
    warnings: tuple[Notice, ...] = ()


@attrs.frozen(kw_only=True)
class Clock:
    """A deadline or a holding period.

    `due` is the last day (or instant), None if there is no end. `cautious_due` is the earliest
    defensible date where the computation is not `settled`. `computed_from` holds the events it
    was counted from, with their dates.
    """

    what: str
    due: dt.date | dt.datetime | None
    cite: Citation
    binds: str
    text: str
    computed_from: tuple[tuple[str, dt.date | dt.datetime], ...]
    settled: bool
    cautious_due: dt.date | dt.datetime | None = None
    mark: Mark = Mark.TEXT
    warnings: tuple[Notice, ...] = ()

    @property
    def earliest(self) -> dt.date | dt.datetime | None:
        """The date to work with: the cautious one where there is one."""
        return self.due if self.cautious_due is None else self.cautious_due


@attrs.frozen(kw_only=True)
class UseAnswer:
    """May the data be used so? `ask` is the State to ask for leave."""

    on: dt.date
    law: str
    atlas: str
    permitted: Permission
    because: tuple[Reason, ...]
    ask: str | None
    warnings: tuple[Notice, ...] = ()
