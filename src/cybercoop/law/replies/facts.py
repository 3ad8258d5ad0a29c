"""The facts of an answer: what was replied, and on what ground."""

from __future__ import annotations

from collections.abc import Mapping

from cybercoop.law import vocabulary as v
from cybercoop.logic.conditions import Condition, derived
from cybercoop.logic.facts import Flag, Term
from cybercoop.model.terms import Ground

__all__ = ["ASSERTED"]

kind = Term("response.kind")
by = Term("response.by")
reasons_given = Flag("response.reasons_given").holds
considered_partial = Flag("response.considered_partial").holds
accepted = Flag("response.accepted").holds
before = Flag("response.before").holds

language = Term("request.language")
translated_into = Term("request.translation")
complete = Flag("request.complete").holds
copied = Flag("request.copy_to_central_authority").holds

ground = Term("ground.word")
permitted = Term("ground.permitted")

refused = kind.equals("refusal")
postponed = kind.equals("postponement")
withheld = kind.is_in({"refusal", "postponement"})
conditional = kind.equals("conditions")
silent = kind.equals("silence")
demanded = kind.equals("demand")


def applies(paragraph: str) -> Condition:
    """A paragraph of Article 27 or 28 applies: no treaty stands there, or the two chose it."""
    return ~v.displaced | v.applies_instead.any_covering(paragraph)


quick = derived(
    "it is urgent, and the means are secure and authenticated",
    v.urgent & v.secure & v.authenticated & v.both_parties,
)
in_their_language = derived(
    "the request or its translation is in a language the requested Party takes",
    v.requested.law_list("languages").contains(language)
    | v.requested.law_list("languages").contains(translated_into),
)

ASSERTED: Mapping[Ground, str] = {
    Ground.POLITICAL_OFFENCE: "offence.political",
    Ground.ESSENTIAL_INTERESTS: "essential_interests_at_stake",
    Ground.FISCAL_OFFENCE: "offence.fiscal",
    Ground.MINOR_CASE: "offence.minor",
    Ground.OWN_PROCEEDINGS: "own_proceedings_in_requested",
}
"""What a ground asserts where the judgement is the requested Party's: it *considers* it so."""
