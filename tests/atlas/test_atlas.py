"""Who is bound by what, when; what overlays change; what the shipped data must carry."""

from __future__ import annotations

import datetime as dt
import json
import re
from pathlib import Path
from typing import Any

import pytest

import cybercoop.atlas
from cybercoop import Atlas, InvalidInput, shipped

ON = dt.date(2026, 11, 23)
DATA = Path(cybercoop.atlas.__file__).parent / "data"


def with_deposit(deposited: str, instrument: str = "BC", **more: Any) -> Atlas:
    entry = {"instruments": {instrument: {"deposited": deposited, **more}}}
    return shipped().with_overlay({"parties": {"XA": entry}})


@pytest.mark.parametrize(
    ("deposited", "since"),
    [
        ("2004-03-18", "2004-07-01"),
        ("2005-04-07", "2005-08-01"),
        ("2006-11-16", "2007-03-01"),
        ("2007-05-24", "2007-09-01"),
        ("2010-03-15", "2010-07-01"),
        ("2011-09-21", "2012-01-01"),
        ("2012-06-13", "2012-10-01"),
        ("2024-06-20", "2024-10-01"),
        ("2025-08-28", "2025-12-01"),
        ("2025-01-10", "2025-05-01"),
        ("2022-11-30", "2023-03-01"),
    ],
)
def test_the_convention_enters_into_force_on_the_first_of_a_month(
    deposited: str, since: str
) -> None:
    atlas = with_deposit(deposited)
    day = dt.date.fromisoformat(since)
    answer = atlas.in_force("XA", "BC", day).to_dict()
    assert (answer["in_force"], answer["since"]) == (True, since)
    before = atlas.in_force("XA", "BC", day - dt.timedelta(days=1)).to_dict()
    assert (before["in_force"], before["since"]) == (False, since)


def test_nobody_was_bound_before_the_convention_itself_was_in_force() -> None:
    assert with_deposit("2002-01-10").in_force("XA", "BC", ON).to_dict()["since"] == "2004-07-01"


def test_a_denunciation_takes_three_months_to_the_first_of_a_month() -> None:
    atlas = with_deposit("2010-03-15", denounced="2025-02-10")
    assert atlas.as_of(dt.date(2025, 5, 31)).state("XA").bound("BC") is True
    assert atlas.as_of(dt.date(2025, 6, 1)).state("XA").bound("BC") is False


def test_the_second_protocol_sleeps_until_its_fifth_consent() -> None:
    assert shipped().as_of(ON).state("RS").bound("P2") is False
    consents = {
        code: {"instruments": {"P2": {"deposited": "2026-01-15"}}} for code in ("FR", "ES", "CR")
    }
    awake = shipped().with_overlay({"parties": consents})
    assert awake.as_of(dt.date(2026, 4, 30)).state("RS").bound("P2") is False
    assert awake.as_of(dt.date(2026, 5, 1)).state("RS").bound("P2") is True


def statement(provision: str, made: str, **more: Any) -> Atlas:
    return shipped().with_overlay(
        {
            "parties": {
                "XA": {
                    "instruments": {"BC": {"deposited": "2010-03-15"}},
                    "statements": [
                        {"provision": provision, "kind": "reservation", "made": made, **more}
                    ],
                    "statements_complete": True,
                }
            }
        }
    )


def test_a_statement_works_from_its_deposit_to_its_withdrawal() -> None:
    atlas = statement("BC 29(4)", "2010-03-15", withdrawn="2026-02-03")
    assert atlas.as_of(dt.date(2026, 2, 2)).state("XA").statement("BC 29(4)") is True
    assert atlas.as_of(dt.date(2026, 2, 4)).state("XA").statement("BC 29(4)") is False


@pytest.mark.parametrize(
    ("provision", "made"), [("BC 29(4)", "2015-01-01"), ("BC 31(1)", "2010-03-15")]
)
def test_a_statement_that_is_late_or_impossible_is_kept_without_effect(
    provision: str, made: str
) -> None:
    atlas = statement(provision, made)
    assert atlas.as_of(ON).state("XA").statement(provision) is False
    assert any("XA" in report for report in atlas.reports)
    (told,) = atlas.in_force("XA", "BC", ON).to_dict()["statements"]
    assert told["in_effect"] is False


def test_what_is_not_listed_is_unknown_unless_the_list_is_complete() -> None:
    silent = with_deposit("2010-03-15").as_of(ON).state("XA")
    complete = statement("BC 4(2)", "2010-03-15").as_of(ON).state("XA")
    assert silent.statement("BC 29(4)") is None
    assert complete.statement("BC 29(4)") is False
    assert silent.law("dual_criminality_for") is None
    assert silent.authority("contact-point") is None


def test_territories_come_in_when_their_extension_takes_effect() -> None:
    atlas = shipped().with_overlay(
        {
            "parties": {
                "XA": {
                    "instruments": {"BC": {"deposited": "2010-03-15"}},
                    "excluded_territories": [
                        {"name": "Far Island", "extended": "2020-01-10"},
                        {"name": "Near Island", "until": "2015-01-01"},
                    ],
                }
            }
        }
    )

    def out(day: dt.date) -> frozenset[str] | None:
        return atlas.as_of(day).state("XA").excluded_territories

    assert out(dt.date(2014, 12, 31)) == {"Far Island", "Near Island"}
    assert out(dt.date(2020, 4, 30)) == {"Far Island"}
    assert out(dt.date(2020, 5, 1)) == frozenset()


def test_none_not_known_and_complete_so_none_are_three_things() -> None:
    view = shipped().as_of(ON)
    known_none = view.pair("SN", "US")
    assert known_none.regimes == ()
    assert known_none.bilateral_lists_complete == {"US"}
    unknown = view.pair("KE", "DE")
    assert not unknown.none_stated
    assert not unknown.bilateral_lists_complete
    stated = shipped().with_overlay(
        {"agreements": [{"id": "KE-DE-none", "between": ["KE", "DE"], "kind": "none"}]}
    )
    assert stated.as_of(ON).pair("KE", "DE").none_stated
    assert {regime.id for regime in view.pair("RO", "US").regimes} >= {"RO-US-MLAT-1999"}


def test_an_overlay_replaces_what_it_names_and_keeps_the_rest() -> None:
    below = shipped().as_of(ON).state("DE")
    atlas = shipped().with_overlay({"parties": {"DE": {"law": {"preservation_days": 45}}}})
    above = atlas.as_of(ON).state("DE")
    assert above.law("preservation_days") == 45
    assert above.law("dual_criminality_for") == below.law("dual_criminality_for")
    assert above.statement("BC 29(4)") is below.statement("BC 29(4)") is True
    empty = shipped().with_overlay({"base": "empty", "parties": {"XA": {"name": "A"}}})
    assert empty.states == ("XA",)
    assert Atlas.empty().states == ()


def test_a_broken_overlay_is_refused_with_every_problem() -> None:
    with pytest.raises(InvalidInput) as caught:
        shipped().with_overlay(
            {
                "partys": {},
                "parties": {
                    "ROM": {},
                    "XA": {
                        "instruments": {"BC": {"deposited": "2010-13-01"}, "XYZ": {}},
                        "statements": [{"provision": "nonsense", "kind": "promise"}],
                        "law": {"judicial": []},
                    },
                },
                "agreements": [{"id": "x", "between": ["XA"], "kind": "pact"}],
            }
        )
    text = str(caught.value)
    for part in ("partys", "ROM", "deposited", "XYZ", "nonsense", "judicial", "pact"):
        assert part in text
    assert len(caught.value.problems) >= 7


@pytest.mark.parametrize("code", ["XY", "QQ", "UK", "ro"])
def test_a_state_nobody_described_is_refused(code: str) -> None:
    with pytest.raises(InvalidInput):
        shipped().as_of(ON).state(code)


def test_a_state_known_from_the_lists_alone_is_no_party() -> None:
    assert shipped().as_of(ON).state("MN").bound("BC") is False


def test_two_states_are_bound_together_from_the_later_day() -> None:
    answer = shipped().in_force_pair("RO", "US", "BC", ON).to_dict()
    assert (answer["in_force"], answer["since"]) == (True, "2007-01-01")


def test_every_datum_of_the_shipped_atlas_has_a_source_and_a_confidence() -> None:
    sources = json.loads((DATA / "sources.json").read_text("utf-8"))
    found = 0

    def walk(value: Any, place: str) -> None:
        nonlocal found
        if isinstance(value, dict):
            if "confidence" in value or "source" in value:
                found += 1
                assert value.get("source") in sources, place
                assert value["confidence"] in ("official-copy", "secondary", "knowledge"), place
            for key, inner in value.items():
                walk(inner, f"{place}.{key}")
        elif isinstance(value, list):
            for index, inner in enumerate(value):
                walk(inner, f"{place}[{index}]")

    for path in sorted((DATA / "states").glob("*.json")):
        walk(json.loads(path.read_text("utf-8")), path.stem)
    assert found > 1000
    assert all(row["confidence"] for row in shipped().sources())


def test_no_person_can_be_reached_through_the_data() -> None:
    mail = re.compile(r"[\w.+-]+@[\w-]+\.\w")
    phone = re.compile(r"\+\d[\d ()/-]{7,}")
    for path in DATA.rglob("*.json"):
        text = path.read_text("utf-8")
        assert not mail.search(text), path
        assert not phone.search(text), path


def test_the_digest_names_the_content_overlay_included() -> None:
    overlay = {"parties": {"XA": {"name": "A"}}}
    one, two = shipped().with_overlay(overlay), shipped().with_overlay(overlay)
    assert one.digest == two.digest != shipped().digest
