"""The nouns refuse what cannot be, and say what would be accepted."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from cybercoop import (
    Citation,
    Consent,
    Hold,
    InvalidInput,
    Need,
    Offence,
    TargetData,
    Urgency,
    need_from_dict,
    need_from_json,
    provision,
    provisions,
)
from cybercoop.model.need import DirectOrder


@pytest.mark.parametrize("text", ["BC 29(2)(a)", "BC 29", "BC", "GN 10", "OQ-3", "US 2702(c)(6)"])
def test_citations_are_written_as_they_are_read(text: str) -> None:
    assert str(Citation.parse(text)) == text
    assert repr(Citation.parse(text)) == f"Citation.parse({text!r})"


@pytest.mark.parametrize("text", ["", "BC29", "bc 29", "XX 1", "BC 29(2", "BC 29 (2)", 29, None])
def test_what_is_no_citation_is_refused(text: Any) -> None:
    with pytest.raises(InvalidInput, match="citation"):
        Citation.parse(text)


def test_citations_are_contained_and_ordered() -> None:
    place = Citation.parse("BC 29(2)")
    inner = Citation.parse("BC 29(2)(a)")
    assert inner in place
    assert inner.within(Citation.parse("BC 29"))
    assert place not in inner
    assert "BC 29(2)(a)" not in place
    assert Citation.parse("BC 29") not in Citation.parse("BC 2")
    texts = ["BC 2", "BC 9(4)", "BC 10", "BC 29(2)(a)", "P1 3", "GN 3"]
    assert [str(c) for c in sorted(map(Citation.parse, reversed(texts)))] == texts
    assert place < inner
    assert place <= place
    assert inner > place
    assert inner >= inner
    assert inner.article == "29"
    assert Citation.parse("BC").article is None
    assert not Citation.parse("BC").article_between(Citation.parse("BC 2"), Citation.parse("BC 9"))


WRONG: list[tuple[dict[str, Any], list[str]]] = [
    ({"requesting": "Romania"}, ["$.requesting"]),
    ({"requesting": 5}, ["$.requesting"]),
    ({"requested": "RO"}, ["$.requested"]),
    ({"measure": None}, ["$.measure"]),
    ({"data": "metadata"}, ["$.data"]),
    ({"language": ""}, ["$.language"]),
    ({"coercive": "yes"}, ["$.coercive"]),
    ({"urgency": {"expires_on": "2026-02-30"}}, ["$.urgency.expires_on"]),
    ({"urgency": {"expires_on": 5}}, ["$.urgency.expires_on"]),
    (
        {
            "urgency": {
                "imminent": True,
                "danger_to_life": False,
                "danger_to_safety": False,
                "threatens_infrastructure": False,
            }
        },
        ["$.urgency.imminent"],
    ),
    ({"offence": {"conduct": ["BC 29"]}}, ["$.offence.conduct[0]"]),
    ({"offence": {"conduct": ["BC 2", "BC 2"]}}, ["$.offence.conduct[1]"]),
    ({"offence": {"conduct": "BC 2"}}, ["$.offence.conduct"]),
    ({"offence": {"conduct": ["nonsense"]}}, ["$.offence.conduct[0]"]),
    ({"offence": {"categories": ["hacking"]}}, ["$.offence.categories[0]"]),
    (
        {"offence": {"max_penalty_years": {"requesting": -1}}},
        ["$.offence.max_penalty_years.requesting"],
    ),
    (
        {"offence": {"available_in_similar_domestic_case": {"theft": True}}},
        ["$.offence.available_in_similar_domestic_case"],
    ),
    (
        {"offence": {"available_in_similar_domestic_case": {"interception": 1}}},
        ["$.offence.available_in_similar_domestic_case.interception"],
    ),
    (
        {"offence": {"available_in_similar_domestic_case": 7}},
        ["$.offence.available_in_similar_domestic_case"],
    ),
    ({"target_data": {"located_in": "DE", "location_known": False}}, ["$.target_data.located_in"]),
    ({"target_data": []}, ["$.target_data"]),
    ({"consent": {"given": False, "by": "provider"}}, ["$.consent.by"]),
    ({"preservation": {"requested": False, "reference": "1"}}, ["$.preservation.reference"]),
    (
        {"preservation": {"requested_on": "2026-02-02", "effected_on": "2026-02-01"}},
        ["$.preservation.effected_on"],
    ),
    (
        {"direct_order": {"outcome": "refused", "not_sent_because": "late"}},
        ["$.direct_order.not_sent_because"],
    ),
    ({"colour": "red", "data": "metadata"}, ["$.colour", "$.data"]),
]


@pytest.mark.parametrize(("changes", "paths"), WRONG, ids=lambda value: str(value)[:40])
def test_a_wrong_need_is_refused_with_every_path(changes: dict[str, Any], paths: list[str]) -> None:
    with pytest.raises(InvalidInput) as caught:
        need_from_dict({"requesting": "RO", "measure": "stored-data"} | changes)
    assert sorted(problem.path for problem in caught.value.problems) == sorted(paths)
    assert all(problem.accepted for problem in caught.value.problems)


@pytest.mark.parametrize("text", ['{"measure": NaN}', b"\xff\xfe", "[" * 100_000, "null", '"x"'])
def test_what_is_no_document_is_one_error(text: str | bytes) -> None:
    with pytest.raises(InvalidInput) as caught:
        need_from_json(text)
    assert len(caught.value.problems) == 1


def test_a_part_of_another_kind_is_refused() -> None:
    with pytest.raises(InvalidInput, match="a Urgency expected"):
        Need(requesting="RO", measure="stored-data", urgency=Offence())
    with pytest.raises(InvalidInput, match="a date expected"):
        Urgency(expires_on=dt.datetime(2026, 1, 1, tzinfo=dt.UTC))
    with pytest.raises(InvalidInput):
        TargetData(located_in="DE", location_known=False)
    with pytest.raises(InvalidInput):
        Consent(given=False, entitled=True)
    with pytest.raises(InvalidInput):
        Hold(requested=False, effected_on=dt.date(2026, 1, 1))
    with pytest.raises(InvalidInput):
        DirectOrder(outcome="no-answer", not_sent_because="late")


def test_who_is_asked_follows_from_where_the_data_are() -> None:
    base = {"requesting": "RO", "measure": "stored-data"}
    assert need_from_dict({**base, "requested": "US"}).addressed_to == "US"
    located = need_from_dict(
        {**base, "target_data": {"located_in": "DE"}, "holder": {"seat": "IE"}}
    )
    assert located.addressed_to == "DE"
    assert need_from_dict({**base, "holder": {"seat": "IE"}}).addressed_to == "IE"
    assert need_from_dict({**base, "target_data": {"located_in": "RO"}}).addressed_to is None
    assert need_from_dict(base).addressed_to is None


def test_provisions_are_found_by_citation_or_refused_with_a_hint() -> None:
    assert provision(Citation.parse("BC 29(4)")) is provision("BC 29(4)")
    within = provisions("BC 29(2)")
    assert [str(entry.citation) for entry in within[:2]] == ["BC 29(2)", "BC 29(2)(a)"]
    assert provisions(Citation.parse("BC 29(2)")) == within
    assert len(provisions()) > 180
    with pytest.raises(InvalidInput, match="did you mean"):
        provision("BC 29(8)")
    with pytest.raises(InvalidInput, match="BC 29"):
        provision("OAS 1")
