"""Every paragraph the rules rest on, with a title and a summary in our own words."""

from __future__ import annotations

from functools import cache

from cybercoop.errors import InvalidInput, did_you_mean
from cybercoop.law import open_questions
from cybercoop.law.provisions import beyond, cooperation, others, powers
from cybercoop.model.citation import Citation
from cybercoop.model.provision import Provision
from cybercoop.model.terms import Mark

__all__ = ["provision", "provisions"]


@cache
def _all() -> dict[Citation, Provision]:
    found: dict[Citation, Provision] = {}
    for module in (powers, cooperation, others, beyond):
        for cite, title, summary, mark, *related in module.ROWS:
            entry = Provision(
                citation=Citation.parse(cite),
                title=title,
                summary=summary,
                mark=Mark(mark),
                related=tuple(Citation.parse(other) for other in related),
            )
            found[entry.citation] = entry
    for question in open_questions.ALL:
        preferred, other = question.first, question.second
        if not question.prefers_first:
            preferred, other = other, preferred
        found[question.cite] = Provision(
            citation=question.cite,
            title=question.text,
            summary=f"Preferred reading: {preferred}. Other reading: {other}.",
            mark=Mark.INFERENCE,
        )
    return dict(sorted(found.items()))


def provisions(within: str | Citation | None = None) -> tuple[Provision, ...]:
    """Every provision, or those within a place such as ``BC 29``, in order."""
    if within is None:
        return tuple(_all().values())
    place = Citation.parse(within) if isinstance(within, str) else within
    return tuple(entry for cite, entry in _all().items() if cite in place)


def provision(citation: str | Citation) -> Provision:
    """The provision of that citation.

    Raises `InvalidInput` for text that is no citation, or a place nothing is written of.
    """
    place = Citation.parse(citation) if isinstance(citation, str) else citation
    found = _all().get(place)
    if found is None:
        raise InvalidInput.single(
            "$",
            "provision",
            f"nothing is written of {place}",
            str(place),
            did_you_mean(
                place, [str(cite) for cite in _all() if cite.code == place.code] or ["BC 29(4)"]
            ),
        )
    return found
