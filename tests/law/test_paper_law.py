"""The law on requests, replies, clocks and use keeps the same promises as that on routes."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from cybercoop.law import current_law
from cybercoop.law.clocks import CLOCKS
from cybercoop.law.provisions import provision
from cybercoop.law.replies import ASSERTED, SECTIONS, reply_law
from cybercoop.law.requests import EXPECTED, INSPECTIONS
from cybercoop.law.requests import SECTIONS as CONTENTS
from cybercoop.law.use import RULES
from cybercoop.logic.rules import ANY_GROUND
from cybercoop.model.requests import REQUESTS
from cybercoop.model.terms import Ground

MANIFEST = json.loads((Path(__file__).parent / "manifest.json").read_text("utf-8"))
PAPER = [rule for section in (*SECTIONS, *CONTENTS) for rule in section.rules]
SHEET = re.compile(
    r"^(BC-\d+|IP-\d+|GN-\d+|RC-\d+|E30|E182|UNTOC|P2-\d+|CA|EPOL|IED|IPOL|PRV|EIO|EPO|TCA|US)"
)


def test_no_two_rules_on_replies_contradict_each_other() -> None:
    assert reply_law(check=True).rules


def test_every_rule_has_a_key_of_its_own_that_names_its_sheet() -> None:
    rules = [*PAPER, *RULES]
    keys = [rule.key for rule in rules] + [clock.key for clock in CLOCKS]
    keys += [rule.key for rule in INSPECTIONS] + [rule.key for rule in current_law().rules]
    assert len(keys) == len(set(keys)), {key for key in keys if keys.count(key) > 1}
    for key in keys[: len(rules)]:
        assert SHEET.match(key), key


def test_every_paragraph_is_told_in_our_own_words() -> None:
    for entry in (*PAPER, *RULES, *CLOCKS, *INSPECTIONS, *EXPECTED):
        assert provision(entry.cite).summary


def test_every_ground_is_a_word_of_the_contract() -> None:
    words = {rule.ground for rule in PAPER if rule.ground is not None}
    assert words - {ANY_GROUND} <= {str(ground) for ground in Ground}
    assert set(ASSERTED) <= set(Ground)


def test_every_ground_is_spoken_of_for_stored_data() -> None:
    law = reply_law()
    spoken = {
        clause.rule.ground
        for layout in law.layouts
        if layout.way.measure == "stored-data" and layout.way.channel == "central-authority"
        for clauses in (layout.grounds, *layout.others.values())
        for clause in clauses
    }
    assert {str(ground) for ground in Ground} - spoken == set()


def test_what_is_expected_and_looked_for_are_fields_of_the_requests() -> None:
    for entry in EXPECTED:
        for kind in entry.kinds:
            assert hasattr(REQUESTS[kind], entry.item), (entry.item, kind)
    fields = {name for kind in REQUESTS.values() for name in kind.__slots__}
    fields |= {
        name
        for kind in REQUESTS.values()
        for base in kind.__mro__
        for name in getattr(base, "__slots__", ())
    }
    for inspection in INSPECTIONS:
        assert inspection.item in fields, inspection.item
    for rule in PAPER:
        assert set(rule.fields) <= fields


def test_practice_never_claims_to_be_law() -> None:
    law_items = {rule.item for rule in PAPER if rule.item}
    assert law_items
    for entry in EXPECTED:
        assert not hasattr(entry, "required")


def test_the_verbs_name_no_article_and_no_state() -> None:
    pattern = re.compile(r'"(BC|P1|P2|E30|E182|EIO|EPO|UNTOC|TCA|RC) ?[0-9]|"(US|RO|DE|FR|GB)"')
    source = Path(__file__).parents[2] / "src" / "cybercoop" / "casework"
    for path in source.rglob("*.py"):
        assert not pattern.search(path.read_text("utf-8")), path


@pytest.mark.parametrize("clock", CLOCKS, ids=lambda clock: clock.key)
def test_a_clock_that_may_be_unsettled_has_a_cautious_date(clock: object) -> None:
    from cybercoop.logic.conditions import ALWAYS

    assert clock.settled == ALWAYS or clock.cautious is not None  # type: ignore[attr-defined]
