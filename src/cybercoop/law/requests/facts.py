"""The facts of a request on paper that inspections ask about."""

from __future__ import annotations

from cybercoop.logic.conditions import Condition
from cybercoop.logic.facts import Collection, Flag, Term, Terms

__all__: list[str] = []


def _flag(name: str) -> Condition:
    return Flag(f"request.{name}").holds


categories = Terms("request.data_categories")
language = Term("request.language")
translated_into = Term("request.translation")
says_language = _flag("says_language")
has_target = _flag("has_target")
has_channel = _flag("has_channel")
known_way = _flag("known_way")
period_reversed = _flag("period_reversed")
period_has_zone = _flag("period_has_zone")
period_starts_ahead = _flag("period_starts_ahead")
period_ends_ahead = _flag("period_ends_ahead")
live_reversed = _flag("live_reversed")
live_is_over = _flag("live_is_over")
issued_ahead = _flag("issued_ahead")
deadline_passed = _flag("deadline_passed")
hold_is_over = _flag("hold_is_over")
hold_beyond_sixty = _flag("hold_beyond_sixty")
is_extension = _flag("is_extension")
has_related = _flag("has_related")
other_category = _flag("other_category")
other_offence = _flag("other_offence")
other_provider = _flag("other_provider")
confirms_formally = _flag("confirms_formally")
claims_dual_criminality = _flag("claims_dual_criminality")
has_contact = _flag("has_contact")

targets = Collection("request.targets", "target")
target_format = Term("target.format")
target_has_value = Flag("target.has_value").holds
target_well_formed = Flag("target.well_formed").holds
target_timed = Flag("target.timed").holds
target_seen_ahead = Flag("target.seen_ahead").holds
target_private = Flag("target.private").holds
