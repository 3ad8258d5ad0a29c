"""The verbs about requests on the command line: text, JSON, a calendar, and refusals."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from icalendar import Calendar

from cybercoop.cli import main
from paperwork import ANSWER, Case, complaints, paperwork_cases

HERE = Path(__file__).parents[1] / "examples" / "casework"
ON = ["--on", "2026-11-23"]
PRESERVATION = str(HERE / "preservation.json")
COMMANDS = {
    "check": ["check", PRESERVATION],
    "review": ["review", str(HERE / "stored-data.json"), str(HERE / "refusal.json")],
    "clocks": ["clocks", PRESERVATION, str(HERE / "events.json")],
    "may-use": ["may-use", str(HERE / "use.json")],
    "draft": ["draft", str(HERE.parent / "ro-us-subscriber.json")],
}
SAID = {
    "check": ["INCOMPLETE", "BC 29(2)(f)", "$.targets[0]", "not mandatory"],
    "review": ["fiscal-offence: permitted: NO", "BC 27(7)", "WHAT TO DO NOW"],
    "clocks": ["follow-up-due: 2027-01-20, 58 days left", "not settled"],
    "may-use": ["Permitted: NO; ask JP", "BC 28(2)(b)"],
    "draft": ['"kind": "preservation"', "THE LAW REQUIRES"],
}


@pytest.mark.parametrize("name", COMMANDS)
def test_a_verb_answers_for_a_reader(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([*COMMANDS[name], *ON]) == 0
    page = capsys.readouterr().out
    for text in SAID[name]:
        assert text in page
    assert "Traceback" not in page


@pytest.mark.parametrize("name", COMMANDS)
def test_a_verb_answers_for_a_program(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([*COMMANDS[name], *ON, "--format", "json"]) == 0
    answer = json.loads(capsys.readouterr().out)
    formats = {"check": "check", "review": "review", "clocks": "clocks", "may-use": "use"}
    if name in formats:
        assert answer["format"] == f"cybercoop/{formats[name]}/1"
    else:
        assert answer["kind"] == "preservation"


def test_what_is_drafted_can_be_checked(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([*COMMANDS["draft"], *ON, "--channel", "treaty", "--format", "json"]) == 0
    path = tmp_path / "request.json"
    path.write_text(capsys.readouterr().out, encoding="utf-8")
    assert main(["check", str(path), *ON]) == 0
    assert "The request is complete" in capsys.readouterr().out


def test_a_route_that_is_not_there_is_refused_with_those_that_are(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert main([*COMMANDS["draft"], *ON, "--channel", "pigeon"]) == 2
    assert "stored-data by treaty" in capsys.readouterr().err


def test_clocks_go_into_a_calendar(capsys: pytest.CaptureFixture[str]) -> None:
    assert main([*COMMANDS["clocks"], *ON, "--format", "ics", "--holidays"]) == 0
    calendar = Calendar.from_ical(capsys.readouterr().out)
    assert "follow-up-due: 1207/P/2026" in {str(e["summary"]) for e in calendar.walk("VEVENT")}


def test_nothing_has_happened_yet(capsys: pytest.CaptureFixture[str]) -> None:
    stored = str(HERE / "stored-data.json")
    assert main(["clocks", stored, *ON]) == 0
    assert "data-expire: 2026-12-05" in capsys.readouterr().out
    assert main(["may-use", stored, *ON]) == 2
    assert "$.kind: unknown key" in capsys.readouterr().err


@pytest.mark.parametrize("name", ["check", "review", "clocks", "may-use"])
def test_a_file_that_cannot_be_read_is_told_with_its_path(
    name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    bad = tmp_path / "bad.json"
    bad.write_text('{"kind": "preservation", "facts": 1, "channel": "mail"}', encoding="utf-8")
    arguments = [name, str(bad)] + ([str(HERE / "refusal.json")] if name == "review" else [])
    assert main([*arguments, *ON]) == 2
    told = capsys.readouterr().err
    assert "$." in told
    assert "accepted:" in told


def test_a_file_that_is_not_there_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "nowhere.json", *ON]) == 2
    assert "nowhere.json cannot be read" in capsys.readouterr().err


EXAMPLES = [case for case in paperwork_cases() if case.id.startswith("bc-")]


@pytest.mark.parametrize("case", EXAMPLES, ids=lambda case: case.id)
def test_the_worked_examples_hold_on_the_command_line(
    case: Case, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    files: dict[str, str] = {}
    for name, part in case.parts.items():
        path = tmp_path / f"{name}.json"
        path.write_text(json.dumps(part), encoding="utf-8")
        files[name] = str(path)
    second: dict[str, list[str]] = {
        "review": [files.get("response", "")],
        "clocks": [files.get("events", "")],
    }
    arguments: list[Any] = [case.verb, files["request"], *second.get(case.verb, [])]
    arguments += ["--atlas", files["atlas"], "--on", case.on, "--format", "json"]
    assert main(arguments) == 0
    assert complaints(case, json.loads(capsys.readouterr().out)) == []
    assert set(ANSWER) >= {case.verb}
