"""A draft holds what is known, marks what is missing, and invents nothing."""

from __future__ import annotations

import datetime as dt
import json

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cybercoop.casework import draft
from cybercoop.errors import InvalidInput
from cybercoop.formats import need_from_dict, need_from_json
from cybercoop.formats.casework import request_to_dict
from cybercoop.model.advice import Route
from cybercoop.model.need import Need
from cybercoop.model.request_parts import Authority
from cybercoop.model.terms import Measure, TargetFormat
from cybercoop.routing import route

ON = dt.date(2026, 11, 23)
DRAFTED_FROM_THE_ROUTE = {"channel", "need", "legal_basis", "requested_authority"}


def first_route(need: Need) -> Route:
    advice = route(need, on=ON)
    assert advice.first is not None
    found = advice.route(advice.first.measure, advice.first.channel, advice.first.basis)
    assert found is not None
    return found


def asking_routes(need: Need) -> list[Route]:
    return [r for r in route(need, on=ON).routes if not r.asks_nobody]


def test_the_bucharest_case_becomes_a_preservation_request() -> None:
    need = need_from_json(open_example("ro-us-subscriber"))
    drafted = draft(need, first_route(need), on=ON)
    request = drafted.request
    assert request.kind is Measure.PRESERVATION
    assert request.targets is not None
    assert request.targets[0].format is TargetFormat.IP_ADDRESS
    assert request.intends_mla is True
    assert {str(f.cite) for f in drafted.check.missing} == {"BC 29(2)(a)", "BC 29(2)(c)"}
    whole = draft(
        need,
        first_route(need),
        on=ON,
        issuing_authority=Authority(name="Prosecutor's office of Bucharest", kind="prosecutor"),
        relevance="The address was used by the intruder.",
    )
    assert whole.check.complete
    assert whole.check.sound


def open_example(name: str) -> str:
    from pathlib import Path

    return (Path(__file__).parents[2] / "examples" / f"{name}.json").read_text("utf-8")


@pytest.mark.parametrize("measure", list(Measure))
def test_a_bare_need_fills_nothing_in(measure: Measure) -> None:
    need = Need(requesting="RO", requested="FR", measure=measure)
    for way in asking_routes(need):
        if way.measure is not measure:
            continue
        request = draft(need, way, on=ON).request
        filled = set(request_to_dict(request)) - {"kind"}
        assert filled <= DRAFTED_FROM_THE_ROUTE
        assert request.channel is way.channel


FACTS = {
    "data": st.sampled_from(["subscriber", "traffic", "content"]),
    "authority": st.sampled_from(["police", "prosecutor", "judge"]),
    "confidential": st.booleans(),
    "language": st.sampled_from(["en", "ro", "fr"]),
    "intends_mutual_assistance": st.booleans(),
    "offence": st.fixed_dictionaries(
        {},
        optional={
            "conduct": st.sampled_from([["BC 2"], ["BC 8", "BC 9"], ["other"]]),
            "description": st.sampled_from(["mailbox taken over", "fraud by webshop"]),
            "dual_criminality": st.booleans(),
        },
    ),
    "urgency": st.fixed_dictionaries(
        {},
        optional={
            "urgent": st.booleans(),
            "volatile": st.booleans(),
            "expires_on": st.just("2026-12-01"),
        },
    ),
    "target_data": st.fixed_dictionaries(
        {},
        optional={
            "located_in": st.just("FR"),
            "identifiers": st.lists(
                st.sampled_from(
                    [
                        "203.0.113.7 2026-11-20T10:00:00+01:00",
                        "mail@example.org",
                        "somebody",
                        "https://example.org/x",
                    ]
                ),
                unique=True,
                min_size=1,
            ),
        },
    ),
    "holder": st.fixed_dictionaries({}, optional={"name": st.just("Mail Example Ltd")}),
}


@settings(max_examples=40, deadline=None)
@given(st.fixed_dictionaries({}, optional=FACTS))  # type: ignore[arg-type]
def test_every_text_of_a_draft_comes_from_the_need_or_the_atlas(facts: dict[str, object]) -> None:
    need = need_from_dict(
        {"requesting": "RO", "requested": "FR", "measure": "stored-data", **facts}
    )
    known = json.dumps(facts) + "urgent France preservation ip-address e-mail-address url"
    for way in asking_routes(need)[:4]:
        request = draft(need, way, on=ON).request
        for name, value in request_to_dict(request).items():
            if name in {"kind", "channel", "need", "requested_authority", "legal_basis"}:
                continue
            for word in texts(value):
                if name == "necessity":
                    assert facts["urgency"]
                else:
                    assert word in known, (name, word)


def texts(value: object) -> list[str]:
    if isinstance(value, str):
        return [value]
    if isinstance(value, list):
        return [text for item in value for text in texts(item)]
    if isinstance(value, dict):
        return [text for item in value.values() for text in texts(item)]
    return []


def test_an_identifier_of_doubtful_kind_gets_none() -> None:
    need = need_from_dict(
        {
            "requesting": "RO",
            "requested": "FR",
            "measure": "stored-data",
            "target_data": {"identifiers": ["somebody", "1.2.3.4 about noon", "a@b c"]},
        }
    )
    request = draft(need, asking_routes(need)[0], on=ON).request
    assert request.targets is not None
    assert [(t.format, t.value) for t in request.targets] == [
        (None, "somebody"),
        (None, "1.2.3.4 about noon"),
        (None, "a@b c"),
    ]


def test_what_the_caller_gives_wins() -> None:
    need = Need(requesting="RO", requested="FR", measure=Measure.STORED_DATA)
    way = asking_routes(need)[0]
    request = draft(need, way, on=ON, facts="what the caller says").request
    assert request.facts == "what the caller says"
    with pytest.raises(InvalidInput, match="unknown field"):
        draft(need, way, on=ON, fact="typo")
    with pytest.raises(InvalidInput):
        draft(need, way, on=ON, facts=3)


def test_where_nobody_is_asked_there_is_nothing_to_draft() -> None:
    need = Need(requesting="RO", requested="FR", measure=Measure.STORED_DATA)
    open_source = route(need, on=ON).route("stored-data", "open-source")
    assert open_source is not None
    with pytest.raises(InvalidInput, match="nobody is asked"):
        draft(need, open_source, on=ON)


def test_a_follow_up_names_the_preservation_before_it() -> None:
    need = need_from_dict(
        {
            "requesting": "RO",
            "requested": "FR",
            "measure": "stored-data",
            "preservation": {"requested": True, "reference": "P-7", "effected_on": "2026-11-01"},
        }
    )
    way = route(need, on=ON).route("stored-data", "treaty")
    assert way is not None
    request = draft(need, way, on=ON).request
    assert request.related is not None
    assert request.related[0].reference == "P-7"
    assert str(request.status) == "followup_preservation"
    assert attrs.evolve(request, reference="x").reference == "x"
