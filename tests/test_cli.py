"""The command line: answers on standard output, one clear error on standard error, exit codes."""

from __future__ import annotations

import io
import json
import subprocess
import sys
from pathlib import Path

import pytest

from cybercoop.cli import main

EXAMPLES = Path(__file__).parent.parent / "examples"
RO_US = str(EXAMPLES / "ro-us-subscriber.json")


@pytest.mark.parametrize("example", sorted(EXAMPLES.glob("*.json")), ids=lambda p: p.stem)
def test_every_example_is_answered_on_one_page(
    example: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["route", str(example), "--on", "2026-11-23"]) == 0
    page = capsys.readouterr().out
    for part in ("DO THIS FIRST", "CLOSED", "NOT KNOWN", "TAKEN FOR GRANTED"):
        assert part in page
    assert "\033[" not in page
    assert max(len(line) for line in page.splitlines()) <= 110


def test_the_answer_as_json_is_that_of_the_contract(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["route", RO_US, "--on", "2026-11-23", "--format", "json"]) == 0
    answer = json.loads(capsys.readouterr().out)
    assert answer["format"] == "cybercoop/advice/1"
    assert answer["first"]["channel"] == "network-24-7"
    assert {"law", "atlas", "routes", "assumptions", "questions", "fastest"} <= set(answer)
    keys = {
        "measure",
        "channel",
        "basis",
        "status",
        "obligation",
        "yields",
        "expedited",
        "via",
        "because",
        "duties",
        "contents",
        "unlock",
        "warnings",
        "time",
        "mark",
    }
    assert all(keys <= set(row) for row in answer["routes"])


def test_a_need_comes_from_standard_input_and_an_overlay_from_a_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    overlay = tmp_path / "mine.json"
    overlay.write_text(
        json.dumps({"agreements": [{"id": "GH-GB-none", "between": ["GH", "GB"], "kind": "none"}]})
    )
    text = (EXAMPLES / "gh-gb-subscriber.json").read_bytes()
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(text)))
    arguments = ["route", "-", "--on", "2026-11-23", "--atlas", str(overlay), "--format", "json"]
    assert main(arguments) == 0
    answer = json.loads(capsys.readouterr().out)
    assert "pair.agreements" not in {a["fact"] for a in answer["assumptions"]}


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ('{"requesting": "RO", "measure": "stored-data", "colour": 1}', "$.colour: unknown key"),
        ('{"requesting": "UK", "measure": "stored-data"}', "$.requesting"),
        ('{"requesting": "RO", "measure": "seizure"}', "$.measure"),
        ("{", "no JSON at line 1"),
        ('{"requesting": "RO", "requesting": "DE"}', "stands twice"),
        ("[]", "an object expected"),
    ],
)
def test_a_need_that_cannot_be_read_is_one_clear_error(
    text: str, wanted: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "need.json"
    path.write_text(text)
    assert main(["route", str(path), "--on", "2026-11-23"]) == 2
    captured = capsys.readouterr()
    assert captured.out == ""
    assert wanted in captured.err
    assert "Traceback" not in captured.err


@pytest.mark.parametrize(
    "arguments",
    [
        ["route", "nowhere.json"],
        ["route", "."],
        ["route", RO_US, "--atlas", "nowhere.json"],
        ["in-force", "RO"],
        ["in-force", "RO", "US", "DE", "BC"],
        ["in-force", "RO", "XYZ"],
        ["in-force", "ROM", "BC"],
        ["explain", "BC", "999"],
        ["explain", "nonsense"],
    ],
)
def test_what_cannot_be_answered_ends_with_two(
    arguments: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(arguments) == 2
    assert "problem" in capsys.readouterr().err


def test_a_broken_overlay_is_refused_with_its_paths(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "mine.json"
    path.write_text('{"parties": {"XA": {"instruments": {"BC": {"deposited": "soon"}}, "lw": {}}}}')
    assert main(["route", RO_US, "--atlas", str(path)]) == 2
    error = capsys.readouterr().err
    assert "deposited" in error
    assert "lw" in error


@pytest.mark.parametrize("day", ["2026-13-01", "20261123", "yesterday"])
def test_a_day_that_is_none_is_refused(day: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stopped:
        main(["route", RO_US, "--on", day])
    assert stopped.value.code == 2
    assert "no date such as" in capsys.readouterr().err


def test_who_is_bound_is_told_for_one_state_and_for_two(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["in-force", "US", "BC", "--on", "2026-11-23"]) == 0
    text = capsys.readouterr().out
    assert "in force, since 2007-01-01" in text
    assert "declaration BC 27(9)(e): in effect" in text
    assert main(["in-force", "RO", "US", "BC", "--on", "2005-01-01"]) == 0
    assert "between RO and US: not in force" in capsys.readouterr().out
    assert main(["in-force", "DK", "BC", "--on", "2026-11-23"]) == 0
    assert "not extended to" in capsys.readouterr().out
    assert main(["in-force", "RO", "BC", "--on", "2026-11-23", "--format", "json"]) == 0
    assert json.loads(capsys.readouterr().out)["format"] == "cybercoop/in-force/1"


def test_paragraphs_are_explained_with_the_rules_that_rest_on_them(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert main(["explain", "BC", "29(4)"]) == 0
    text = capsys.readouterr().out
    assert "Reservation" in text
    assert "BC-29-4: may be refused if" in text
    assert "OQ-7" in text


def test_parties_and_sources_are_listed(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["parties", "--on", "2026-11-23"]) == 0
    assert "RO  Romania: in force since 2004-09-01" in capsys.readouterr().out
    assert main(["parties", "--on", "2026-11-23", "--format", "json"]) == 0
    rows = json.loads(capsys.readouterr().out)
    assert sum(row["in_force"] is True for row in rows) == 81
    assert main(["atlas", "sources"]) == 0
    assert "uscode.house.gov" in capsys.readouterr().out
    assert main(["atlas", "sources", "--format", "json"]) == 0
    assert all("confidence" in row for row in json.loads(capsys.readouterr().out))


def test_the_command_is_installed_and_survives_a_reader_that_leaves() -> None:
    code = "import sys; from cybercoop.cli import main; sys.exit(main())"
    done = subprocess.run(
        f"{sys.executable} -c '{code}' atlas sources --format json | head -1",
        shell=True,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0
    assert "Traceback" not in done.stderr
