"""Real needs on the shipped atlas, as argued in docs/examples.md."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path

import pytest

from cybercoop import Advice, need_from_dict, need_from_json, route, shipped
from cybercoop.model.advice import Route

EXAMPLES = Path(__file__).parent.parent / "examples"
ON = dt.date(2026, 11, 23)


def ask(name: str, on: dt.date = ON) -> Advice:
    return route(need_from_json((EXAMPLES / f"{name}.json").read_bytes()), on=on)


def of(advice: Advice, measure: str, channel: str, basis: str | None = None) -> Route:
    found = advice.route(measure, channel, basis)
    assert found is not None
    return found


def cites(found: Route) -> set[str]:
    return {str(reason.cite) for reason in found.because if reason.holds is not False}


def closed_by(found: Route) -> set[str]:
    return {
        str(r.cite)
        for r in found.because
        if (r.effect == "requires" and r.holds is False) or (r.effect == "closes" and r.holds)
    }


def first_of(advice: Advice) -> tuple[str, str] | None:
    return None if advice.first is None else (advice.first.measure, advice.first.channel)


def test_romania_to_the_united_states_preserves_then_asks_the_provider() -> None:
    advice = ask("ro-us-subscriber")
    assert first_of(advice) == ("preservation", "network-24-7")
    assert of(advice, "stored-data", "treaty", "RO-US-MLAT-1999").status == "available"
    direct = of(advice, "stored-data", "direct-judicial")
    assert direct.status == "blocked"
    assert {"BC 27(1)", "BC 27(9)(e)"} <= closed_by(direct)
    provider = of(advice, "stored-data", "provider-voluntary")
    assert (provider.status, provider.obligation) == ("available", "discretion")
    assert "US 2702(c)(6)" in cites(provider)
    assert advice.fastest is not None
    assert advice.fastest.channel == "provider-voluntary"


def test_germany_to_brazil_does_not_know_whether_the_treaty_binds() -> None:
    advice = ask("de-br-content")
    assert of(advice, "stored-data", "treaty").status == "undetermined"
    assert of(advice, "stored-data", "central-authority").status == "undetermined"
    assert of(advice, "preservation", "central-authority").status == "available"
    assert "pair.agreements" in {question.fact for question in advice.questions}


def test_france_to_japan_goes_by_the_european_agreement() -> None:
    advice = ask("fr-jp-traffic")
    assert first_of(advice) == ("preservation", "network-24-7")
    assert of(advice, "stored-data", "treaty", "EU-JP-MLA-2009").status == "available"
    assert closed_by(of(advice, "stored-data", "central-authority")) == {"BC 27(1)"}


def test_a_reservation_of_germany_makes_preservation_refusable() -> None:
    advice = ask("ua-de-preservation")
    assert of(advice, "preservation", "network-24-7").status == "refusable"
    assert "BC 29(4)" in cites(of(advice, "preservation", "network-24-7"))
    document = json.loads((EXAMPLES / "ua-de-preservation.json").read_text("utf-8"))
    document["offence"]["conduct"] = ["BC 2"]
    other = route(need_from_dict(document), on=ON)
    assert of(other, "preservation", "network-24-7").status == "available"


def test_ghana_to_the_united_kingdom_rests_on_there_being_no_treaty() -> None:
    advice = ask("gh-gb-subscriber")
    assert of(advice, "stored-data", "central-authority").status == "available"
    assert of(advice, "stored-data", "treaty").status == "undetermined"
    assert of(advice, "stored-data", "direct-judicial").status == "undetermined"
    assert "pair.agreements" in {assumption.fact for assumption in advice.assumptions}


def test_chile_to_spain_goes_directly_between_judicial_authorities() -> None:
    advice = ask("cl-es-content")
    treaty = of(advice, "stored-data", "treaty", "E30")
    assert treaty.status == "available"
    assert "direct-judicial" in treaty.via
    assert first_of(advice) == ("stored-data", "treaty")
    assert advice.route("preservation", "network-24-7") is None


def test_nigeria_to_france_finds_the_direct_ways_declared_closed() -> None:
    advice = ask("ng-fr-traffic")
    assert "BC 27(9)(e)" in closed_by(of(advice, "stored-data", "direct-non-coercive"))
    assert of(advice, "stored-data", "central-authority").status == "undetermined"


def test_the_declaration_of_the_united_states_alone_closes_the_direct_way_for_senegal() -> None:
    advice = ask("sn-us-content")
    assert closed_by(of(advice, "stored-data", "central-authority")) == set()
    assert of(advice, "stored-data", "treaty").status == "blocked"
    direct = of(advice, "stored-data", "direct-judicial")
    assert closed_by(direct) == {"BC 27(9)(e)"}
    assert of(advice, "stored-data", "provider-voluntary").status == "blocked"


@pytest.mark.parametrize("name", ["ro-in-content", "ke-de-subscriber"])
def test_with_a_state_that_is_no_party_only_letters_rogatory_remain(name: str) -> None:
    advice = ask(name)
    lawful = {r.channel for r in advice.routes if r.status in ("available", "refusable")}
    assert lawful == {"letters-rogatory"}
    assert "BC 23" in closed_by(of(advice, "stored-data", "central-authority"))


def test_the_day_of_entry_into_force_changes_the_answer() -> None:
    before = ask("ro-us-subscriber", dt.date(2006, 12, 31))
    after = ask("ro-us-subscriber", dt.date(2007, 1, 1))
    assert of(before, "preservation", "network-24-7").status == "blocked"
    assert of(after, "preservation", "network-24-7").status == "available"


def test_a_withdrawn_reservation_changes_the_answer() -> None:
    document = json.loads((EXAMPLES / "ua-de-preservation.json").read_text("utf-8"))
    document |= {"requested": "CZ", "target_data": {"existence": "stored", "located_in": "CZ"}}
    need = need_from_dict(document)
    overlay = {"parties": {"CZ": {"law": {"dual_criminality_for": ["stored-data"]}}}}
    atlas = shipped().with_overlay(overlay)
    before = route(need, on=dt.date(2019, 7, 4), atlas=atlas)
    after = route(need, on=dt.date(2019, 7, 6), atlas=atlas)
    assert of(before, "preservation", "network-24-7").status == "refusable"
    assert of(after, "preservation", "network-24-7").status == "available"


def test_an_old_datum_that_decides_is_warned_of_and_the_limit_is_the_callers() -> None:
    need = need_from_json((EXAMPLES / "sn-us-content.json").read_bytes())
    soon = route(need, on=ON, stale_after=dt.timedelta(days=1))
    late = route(need, on=ON, stale_after=dt.timedelta(days=36500))

    def old(advice: Advice) -> bool:
        found = of(advice, "stored-data", "central-authority")
        return any(notice.text.startswith("old:") for notice in found.warnings)

    assert old(soon)
    assert not old(late)


def test_an_answer_names_the_law_and_the_atlas_and_can_be_repeated() -> None:
    one, two = ask("ro-us-subscriber"), ask("ro-us-subscriber")
    assert one.law == "2026.1"
    assert one.atlas == shipped().digest
    assert one.atlas.startswith("sha256:")
    assert [r.status for r in one.routes] == [r.status for r in two.routes]
    overlaid = shipped().with_overlay({"parties": {"RO": {"law": {"languages": ["en"]}}}})
    assert overlaid.digest != one.atlas
