"""The facts of a request and of the answer to it, beside those of the case and the atlas."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

import attrs

from cybercoop.errors import InvalidInput, Problem
from cybercoop.model.need import Need
from cybercoop.model.requests import PreservationRequest, Request
from cybercoop.routing.facts import CaseFacts
from cybercoop.routing.router import checked_view

if TYPE_CHECKING:
    from cybercoop.atlas import Atlas
    from cybercoop.logic.facts import Collection, Fact
    from cybercoop.logic.verdict import Verdict
    from cybercoop.logic.worlds import Read, Source

__all__ = ["Facts", "RequestFacts", "case_facts", "check_day", "chosen_by_treaty", "served_need"]


class Facts:
    """The facts of a case, with some said otherwise or added.

    `said` are values by path; a path that is there wins over the case, even where its value is
    None. Paths of the parts in `parts` (``request``, ``response`` …) are read from those objects.
    """

    __slots__ = ("case", "need", "parts", "said")

    def __init__(
        self, case: CaseFacts, parts: Mapping[str, Any], said: Mapping[str, Any] | None = None
    ) -> None:
        self.case = case
        self.need = case.need
        self.parts = parts
        self.said = dict(said or {})

    def saying(self, more: Mapping[str, Any]) -> Facts:
        """The same facts with `more` of them said."""
        return Facts(self.case, self.parts, {**self.said, **more})

    def resolve(self, fact: Fact, read: Read) -> Any:
        path = fact.path
        if path in self.said:
            return self.said[path]
        head, _, rest = path.partition(".")
        if head in self.parts:
            return _attribute(self.parts[head], rest)
        if head == "ground" or path.startswith("pair.treaty_terms"):
            # What a treaty says in its own text is in no atlas.
            return None
        return self.case.resolve(fact, read)

    def members(self, collection: Collection) -> Sequence[Source]:
        return self.case.members(collection)

    def datum(self, path: str, read: Read) -> Any:
        """What the atlas has written down about this fact, if it comes from there."""
        return None if path.partition(".")[0] in self.parts else self.case.datum(path, read)


def _attribute(part: Any, name: str) -> Any:
    value: Any = part
    for step in name.split("."):
        value = getattr(value, step, None)
    return value


class RequestFacts:
    """What rules may ask about a request: its fields, and some words drawn from them."""

    __slots__ = ("complete", "copy_to_central_authority", "language", "translation")

    def __init__(self, request: Request, complete: bool | None) -> None:
        self.complete = complete
        self.language = request.language
        self.translation = (request.translation.lang if request.translation else None) or ""
        self.copy_to_central_authority = request.copy_to_central_authority


def served_need(request: Request) -> Need:
    """The need a request serves, with what the request itself says of it.

    Raises `InvalidInput` if the request names no need: nobody knows then who asks whom.
    """
    need = request.need
    if need is None:
        raise InvalidInput(
            [Problem("$.need", "missing", "the case is not stated", None, "a need")], "request"
        )
    changes: dict[str, Any] = {"measure": request.kind}
    if need.confidential is None and request.confidentiality is not None:
        changes["confidential"] = request.confidentiality.keep
    if isinstance(request, PreservationRequest) and need.intends_mutual_assistance is None:
        changes["intends_mutual_assistance"] = request.intends_mla
    if need.data is None and request.data_categories:
        (first, *more) = request.data_categories
        changes["data"] = None if more else first
    return attrs.evolve(need, **changes)


def chosen_by_treaty(judged: Sequence[tuple[Verdict, str]], request: Request) -> list[Verdict]:
    """The ways whose basis is the treaty the request names; all of them if none is, or it is not
    named."""
    treaty = None if request.legal_basis is None else request.legal_basis.treaty
    named = [
        verdict
        for verdict, basis in judged
        if treaty is not None and treaty in (basis, basis.partition(" ")[0])
    ]
    return named or [verdict for verdict, _ in judged]


def case_facts(need: Need, atlas: Atlas | None, on: dt.date) -> tuple[CaseFacts, str]:
    """The facts of a need on a day, with the digest of the atlas they were read from."""
    if atlas is None:
        from cybercoop.atlas import shipped

        atlas = shipped()
    return CaseFacts(need, checked_view(need, atlas, on), on), atlas.digest


def check_day(on: object) -> None:
    """Raise `InvalidInput` if `on` is no calendar day."""
    if not isinstance(on, dt.date) or isinstance(on, dt.datetime):
        raise InvalidInput(
            [Problem("$.on", "type", "a date expected", on, "a date such as 2026-11-23")],
            "question",
        )
