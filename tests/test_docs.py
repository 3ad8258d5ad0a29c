"""The examples in the documentation run, and the public names are what they say."""

from __future__ import annotations

import doctest
import re
import subprocess
import sys
from pathlib import Path

import pytest

import cybercoop

ROOT = Path(__file__).parents[1]


@pytest.mark.parametrize("page", ["quickstart.md"])
def test_the_examples_of_a_page_run(page: str) -> None:
    failed, tried = doctest.testfile(str(ROOT / "docs" / page), module_relative=False)
    assert tried > 5
    assert failed == 0


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
