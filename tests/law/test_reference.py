"""The reference of the law is written from the rules themselves."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from cybercoop.law import current_law

DOCS = Path(__file__).parents[2] / "docs"


def test_every_rule_and_question_is_on_a_page(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.syspath_prepend(str(DOCS))
    sys.modules.pop("generate_law", None)
    import generate_law

    generate_law.write_pages(tmp_path)
    text = "\n".join(path.read_text("utf-8") for path in tmp_path.glob("*.md"))
    law = current_law()
    for rule in law.rules:
        assert f"## {rule.key}\n" in text
    for question in law.questions:
        assert question.text in text
    for presumption in law.presumptions:
        assert presumption.text in text
    with pytest.raises(TypeError):
        generate_law.condition_text(object())
