"""A provision: a place in an instrument with its title and what it says, in our own words."""

from __future__ import annotations

import attrs

from cybercoop.model.citation import Citation
from cybercoop.model.terms import Mark

__all__ = ["Provision"]


@attrs.frozen(kw_only=True)
class Provision:
    """One paragraph, note, recommendation or open question.

    `summary` paraphrases it; `mark` says how sure its source is; `related` are places to read
    with it. The rules that rest on it are found in the law by its citation.
    """

    citation: Citation
    title: str
    summary: str
    mark: Mark
    related: tuple[Citation, ...] = ()
