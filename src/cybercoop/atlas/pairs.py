"""Two States on one day: the agreements that do or may bind them, and what is known of the rest."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Literal

import attrs

from cybercoop.atlas.records import AgreementRecord, Datum, Membership
from cybercoop.atlas.words import CARRIES_ASSISTANCE

if TYPE_CHECKING:
    from cybercoop.atlas.core import Atlas

__all__ = ["PairView", "Regime", "pair_view"]

_NO_REGIME = frozenset({"none", "in-lieu"})


@attrs.frozen(kw_only=True)
class Regime:
    """An agreement that binds, or may bind, two States on a day.

    `in_force` is None where it is not known whether it binds; `scope` is ``"general"`` or the
    offence words it covers. Where the source does not say what it covers, `scope` is
    ``"general"`` and `in_force` None, so that neither it nor its absence is relied on.
    `instrument` is the code citations use for it, if it has one.
    """

    id: str
    kind: str
    title: str | None
    in_force: bool | None
    scope: Literal["general"] | frozenset[str]
    binding: bool
    direct_judicial: bool | None
    interpol: bool | None
    minimum_penalty_years: float | None
    joint_teams: bool | None
    electronic_transmission: bool | None
    confidentiality: bool | None
    instrument: str | None
    note: str | None
    datum: Datum | None


@attrs.frozen(kw_only=True)
class PairView:
    """What is known between two States on a day, multilateral conventions of the law aside.

    `none_stated`: it is said that the two have no agreement. `on_file`: a binding agreement that
    could itself carry mutual assistance is, or may be, in force between them.
    `bilateral_lists_complete`: those of the two whose list of bilateral treaties is complete (the
    date is in `datum`); nothing on file and one complete list mean that there is none.
    `applies_instead`: paragraphs the two agreed to apply.
    """

    states: tuple[str, str]
    regimes: tuple[Regime, ...]
    none_stated: bool
    bilateral_lists_complete: frozenset[str]
    on_file: bool
    applies_instead: frozenset[str]
    datum: Datum | None


def _bound(member: Membership, agreement: AgreementRecord, on: dt.date) -> bool | None:
    start = member.in_force or agreement.in_force
    if start is not None and on < start:
        return False
    if member.terminated is not None:
        return on < member.terminated
    dated = member.datum.dated
    if member.status in (None, "in-force"):
        # No status given: a date alone says it is in force from then on.
        return True if member.status or member.in_force is not None else None
    if member.status == "not-in-force":
        # Not in force when the source was written; what came after is not known.
        return False if dated is not None and on <= dated else None
    if member.status == "terminated":
        # Ended when the source was written; the day is not known.
        return False if dated is None or on >= dated else None
    return None


def _force(agreement: AgreementRecord, one: str, other: str, on: dt.date) -> bool | None:
    dated = agreement.in_force is not None or agreement.status is not None
    if agreement.kind in _NO_REGIME and not dated:
        # It says how things stand, and needs no day.
        return agreement.terminated is None or on < agreement.terminated
    signed = agreement.signed
    if signed is not None and on.isoformat() < signed:
        return False
    held = [
        _bound(agreement.members[one], agreement, on),
        _bound(agreement.members[other], agreement, on),
    ]
    if agreement.terminated is not None and on >= agreement.terminated:
        return False
    if False in held:
        return False
    if None in held or agreement.scope is None:
        return None
    return None if agreement.status == "unknown" else True


def _regime(agreement: AgreementRecord, in_force: bool | None) -> Regime:
    return Regime(
        id=agreement.id,
        kind=agreement.kind,
        title=agreement.title,
        in_force=in_force,
        scope="general" if agreement.scope is None else agreement.scope,
        binding=agreement.binding,
        instrument=agreement.instrument,
        note=agreement.datum.note,
        datum=agreement.datum,
        **agreement.features,
    )


def pair_view(atlas: Atlas, one: str, other: str, on: dt.date) -> PairView:
    """The view of the two States on that day; their order does not matter."""
    records = {code: atlas.record(code) for code in (one, other)}
    rows = atlas.between(one, other)
    forces = {row.id: _force(row, one, other, on) for row in rows}
    live = [row for row in rows if forces[row.id] is not False]
    nones = [row for row in live if row.kind == "none"]
    # A later layer that says "none" ends what earlier layers listed, and the other way round.
    since = max((row.layer for row in nones), default=0)
    # One that covers no offence (it only regulates transmission) carries no request.
    carrying = [
        row
        for row in live
        if row.kind not in _NO_REGIME and row.layer >= since and row.scope != frozenset()
    ]
    regimes = [_regime(row, forces[row.id]) for row in carrying]
    none_stated = bool(nones) and not any(
        row.layer > since and row.kind in CARRIES_ASSISTANCE for row in carrying
    )
    applies = {place for row in live if forces[row.id] for place in row.applies_instead}
    complete = {
        code: record.agreements_complete
        for code, record in records.items()
        if record is not None
        and record.agreements_complete is not None
        and record.agreements_complete.value is True
    }
    on_file = any(regime.kind in CARRIES_ASSISTANCE and regime.binding for regime in regimes)
    if none_stated:
        datum: Datum | None = nones[-1].datum
    elif regimes:
        datum = regimes[0].datum
    else:
        datum = max(complete.values(), key=lambda found: found.as_of or "", default=None)
    return PairView(
        states=(one, other),
        regimes=tuple(regimes),
        none_stated=none_stated,
        bilateral_lists_complete=frozenset(complete),
        on_file=on_file,
        applies_instead=frozenset(applies),
        datum=datum,
    )
