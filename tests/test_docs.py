"""The examples in the documentation run, and the public names are what they say."""

from __future__ import annotations

import doctest
import importlib
import re
import subprocess
import sys
from pathlib import Path

import pytest

import cybercoop
from cybercoop.model.terms import Channel, Measure

ROOT = Path(__file__).parents[1]


PAGES = [
    "quickstart.md",
    *(
        f"casework/{name}.md"
        for name in ("draft", "check", "review", "clocks", "may-use", "exchange", "statistics")
    ),
]


@pytest.mark.parametrize("page", PAGES)
def test_the_examples_of_a_page_run(page: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    failed, tried = doctest.testfile(str(ROOT / "docs" / page), module_relative=False)
    assert tried > 5
    assert failed == 0


def _recommendations() -> dict[int, str]:
    text = (ROOT / "docs" / "casework" / "recommendations.md").read_text("utf-8")
    rows = re.findall(r"^\| (\d+) \| (.+?) \| (.+) \|$", text, re.M)
    return {int(number): served for number, _, served in rows}


def test_each_of_the_24_recommendations_is_served_or_said_not_to_be() -> None:
    rows = _recommendations()
    assert list(rows) == list(range(1, 25))
    for number, served in rows.items():
        assert "`" in served or "nothing yet" in served, number


@pytest.mark.parametrize("number", range(1, 25))
def test_what_serves_a_recommendation_is_there(number: int) -> None:
    from cybercoop.atlas.words import LAW_KEYS
    from cybercoop.cli import _parser
    from cybercoop.model.exchange import EventKind

    words = {str(word) for kind in (Channel, Measure, EventKind) for word in kind}
    words |= {f"law.{key}" for key in LAW_KEYS} | {"urgency", "expedited", "examples/"}
    usage = _parser().format_help()
    for name in re.findall(r"`([^`]+)`", _recommendations()[number]):
        if name.startswith("cybercoop."):
            value: object = cybercoop
            for part in name.split(".")[1:]:
                if not hasattr(value, part):
                    value = importlib.import_module(f"{value.__name__}.{part}")  # type: ignore[attr-defined]
                else:
                    value = getattr(value, part)
            assert value is not None
        elif name.startswith("cybercoop "):
            assert name.split()[1] in usage
        else:
            assert name in words, name
    assert hasattr(cybercoop.Need(requesting="RO", measure="assistance"), "urgency")


def test_the_readme_runs_in_python() -> None:
    (code,) = re.findall(r"```python\n(.*?)```", (ROOT / "README.md").read_text("utf-8"), re.S)
    names: dict[str, object] = {}
    exec(code, names)
    advice = names["advice"]
    assert isinstance(advice, cybercoop.Advice)
    assert advice.first is not None
    assert advice.first.channel == "network-24-7"


def test_every_public_name_is_there_and_documented() -> None:
    for name in cybercoop.__all__:
        value = getattr(cybercoop, name)
        if not name.startswith(("__", "LAW")):
            assert value.__doc__, name
    assert sorted(cybercoop.__all__) == dir(cybercoop)
    with pytest.raises(AttributeError, match="no attribute 'nothing'"):
        _ = cybercoop.nothing


def test_importing_loads_nothing_heavy() -> None:
    code = (
        "import sys, cybercoop; heavy = {'attrs', 'cattrs', 'lxml', 'hypothesis', 'dateutil'};"
        "sys.exit(bool(heavy & set(sys.modules)))"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_the_engine_names_no_article_and_no_state() -> None:
    pattern = re.compile(r'"(BC|P1|P2|E30|E182|EIO|EPO|UNTOC) ?[0-9]|"(US|RO|DE|FR)"')
    for package in ("logic", "routing"):
        for path in (ROOT / "src" / "cybercoop" / package).rglob("*.py"):
            assert not pattern.search(path.read_text("utf-8")), path
