"""From a need, an atlas and a date to an Advice: facts, verdicts, ranking. It knows no article."""

from __future__ import annotations

import datetime as dt
from functools import cache
from typing import TYPE_CHECKING

import attrs

from cybercoop.law import current_law
from cybercoop.model.advice import Advice
from cybercoop.model.need import Need
from cybercoop.routing.durations import Durations
from cybercoop.routing.router import Router

if TYPE_CHECKING:
    from cybercoop.atlas import Atlas

__all__ = ["Durations", "Router", "route"]


@cache
def _router(presume: bool) -> Router:
    return Router.of(current_law(), presume=presume)


def route(
    need: Need,
    *,
    on: dt.date,
    atlas: Atlas | None = None,
    by: str = "median",
    presume: bool = True,
    stale_after: dt.timedelta = dt.timedelta(days=3 * 365),
    durations: Durations | None = None,
) -> Advice:
    """Which channels are lawful for this need on this day, which is fastest, what comes first?

    `atlas` is the shipped one unless another is given; `by` ranks by the ``median`` or the
    ``p90`` of the durations in days; `presume=False` takes nothing for granted that is not
    stated; a deciding datum last confirmed longer than `stale_after` ago brings a warning;
    `durations`, such as those of one's own logs, are laid over the shipped ones.
    Raises `InvalidInput` for a State the atlas cannot know, or a day or word that is none.
    """
    if atlas is None:
        from cybercoop.atlas import shipped

        atlas = shipped()
    router = _router(presume)
    if durations is not None:
        router = attrs.evolve(router, durations=durations.over(router.durations))
    return router.route(need, atlas, on, by=by, stale_after=stale_after)
