"""Every rule of the rule sheet is implemented by name, or listed with the reason why it is not."""

from __future__ import annotations

import json
from importlib import import_module
from pathlib import Path

import pytest

from cybercoop.law import current_law
from cybercoop.law.provisions import provision, provisions

MANIFEST = json.loads((Path(__file__).parent / "manifest.json").read_text("utf-8"))
LAW = current_law()
NAMES = (
    {rule.key for rule in LAW.rules}
    | {f"question {question.cite}" for question in LAW.questions}
    | {LAW.first_step.key}
)


@pytest.mark.parametrize("sheet_id", MANIFEST)
def test_a_rule_of_the_sheet_is_implemented_or_explained(sheet_id: str) -> None:
    entry = MANIFEST[sheet_id]
    if "why_not" in entry:
        assert entry["why_not"].endswith(".")
        assert len(entry["why_not"].split()) > 5
        return
    assert entry["implemented_by"]
    for name in entry["implemented_by"]:
        if name not in NAMES:
            module, _, attribute = name.rpartition(".")
            assert hasattr(import_module(module), attribute), name


def test_every_rule_of_the_law_belongs_to_the_sheet() -> None:
    for rule in LAW.rules:
        assert rule.key in MANIFEST[rule.sheet_id]["implemented_by"]


def test_every_paragraph_a_rule_cites_is_told_in_our_own_words() -> None:
    for rule in LAW.rules:
        assert provision(rule.cite).summary
    for presumption in LAW.presumptions:
        assert provision(presumption.cite).summary


@pytest.mark.parametrize("article", range(23, 36))
def test_every_article_on_cooperation_is_there(article: int) -> None:
    found = provisions(f"BC {article}")
    assert found
    assert str(found[0].citation) == f"BC {article}"


def test_places_to_read_with_a_provision_exist() -> None:
    for entry in provisions():
        for other in entry.related:
            assert provision(other).title


def test_all_twelve_open_questions_tell_both_readings() -> None:
    for number in range(1, 13):
        summary = provision(f"OQ-{number}").summary
        assert "Preferred reading" in summary
        assert "Other reading" in summary
