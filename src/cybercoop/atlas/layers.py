"""Laying one layer of the atlas over another: key by key, deeply (contract, section 4)."""

from __future__ import annotations

from typing import TypeVar

import attrs

from cybercoop.atlas.records import InstrumentRecord, StateRecord

__all__ = ["laid_over"]

T = TypeVar("T")


def laid_over(below: StateRecord, above: StateRecord) -> StateRecord:
    """`above` over `below`, for one State.

    Dates, keys of the law, the name and the list of excluded territories replace what is below;
    statements and authorities are added, unless `above` says that its statements are complete:
    then the lists it gives replace those below.
    """
    complete = above.statements_complete
    replaces = complete is not None and complete.value is True
    instruments = dict(below.instruments)
    for code, entry in above.instruments.items():
        old = instruments.get(code)
        if entry is None or old is None:
            instruments[code] = entry
        else:
            instruments[code] = InstrumentRecord({**old.data, **entry.data})
    return attrs.evolve(
        below,
        name=above.name or below.name,
        eu_member=above.eu_member or below.eu_member,
        instruments=instruments,
        statements=_lists(below.statements, above.statements, replaces),
        statements_complete=above.statements_complete or below.statements_complete,
        territories=below.territories if above.territories is None else above.territories,
        authorities=_lists(below.authorities, above.authorities, replaces),
        law={**below.law, **above.law},
        agreements_complete=above.agreements_complete or below.agreements_complete,
        publishes=below.publishes + above.publishes,
    )


def _lists(
    below: tuple[T, ...] | None, above: tuple[T, ...] | None, replaces: bool
) -> tuple[T, ...] | None:
    if above is None:
        return below
    return above if replaces or below is None else below + above
