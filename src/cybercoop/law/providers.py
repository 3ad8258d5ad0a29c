"""Asking the provider itself, whom no Convention obliges: practice, and the law of its seat."""

from __future__ import annotations

from cybercoop.law import open_questions as oq
from cybercoop.law import vocabulary as v
from cybercoop.law.scopes import LIVE, PROVIDER, STORED
from cybercoop.logic.conditions import ALWAYS, NEVER, Open
from cybercoop.logic.sections import channel, on, row

__all__ = ["SECTIONS"]

_voluntary = v.seat.law_list("providers_may_disclose")
_emergency = v.seat.law_list("providers_may_disclose_in_emergency")

both = on(STORED, ["provider-voluntary", "provider-emergency"], [PROVIDER])
both = both.only_if(
    row("PR-VOL-3.provider", "RC 22", v.service_provider, "the holder is a service provider", "S"),
    row("PR-VOL-3.stored", "RC 22", v.stored, "the data are stored already", "S"),
).leaves_open_if(
    row(
        "PR-VOL-3.discretion",
        "RC 22",
        ALWAYS,
        "the provider answers of its own will, under its own law and policy",
        "S",
    ),
)

voluntary = (
    channel("provider-voluntary", regime=PROVIDER)
    .carries(*STORED, basis="PRV", yields="evidence", hands=1, asks_state=False)
    .warns(
        row(
            "PR-VOL-2",
            "OPEN-13",
            ALWAYS,
            "courts differ on whether what a provider gives of its own will is evidence",
            "S",
        ),
    )
)
voluntary_stored = on(STORED, ["provider-voluntary"], [PROVIDER]).only_if(
    row(
        "PR-VOL-1",
        "RC 22",
        _voluntary.contains(v.data),
        "the law of the provider's seat lets it give such data to a foreign authority",
        "S",
    ),
    row(
        "PR-VOL-3.policy",
        "RC 22",
        v.answers_voluntarily,
        "the provider's policy, or its word, is to answer",
        "S",
    ),
)
not_live = (
    on(LIVE, ["provider-voluntary"], [PROVIDER])
    .carries(*LIVE, basis="PRV", yields="evidence", hands=1, asks_state=False)
    .is_closed_if(
        row(
            "PR-VOL-1.live",
            "RC 22",
            ALWAYS,
            "providers give stored data of their own will, not live ones",
            "S",
        ),
    )
)

emergency = (
    channel("provider-emergency", regime=PROVIDER)
    .carries(*STORED, basis="PRV", yields="intelligence", hands=1, asks_state=False)
    .only_if(
        row(
            "PR-VOL-1.danger",
            "RC 22",
            v.danger_to_life,
            "a life is in danger",
            "S",
        ),
        row(
            "PR-VOL-1.emergency",
            "RC 22",
            _emergency.contains(v.data),
            "the law of the provider's seat lets it give such data in an emergency",
            "S",
        ),
        row(
            "PR-VOL-1.content",
            "RC 22",
            ~v.data.equals("content") | Open(oq.OQ_8, NEVER, _emergency.contains("content")),
            "content may go straight to a foreign authority in an emergency",
            "S",
        ),
    )
    .warns(
        row(
            "OPEN-6",
            "OPEN-6",
            v.data.equals("content"),
            "in the United States the emergency exception speaks of domestic authorities: ask "
            "their point of contact",
            "K",
        ),
    )
)

SECTIONS = (both, voluntary, voluntary_stored, not_live, emergency)
