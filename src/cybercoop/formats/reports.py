"""Smaller answers as text: who is bound, what a paragraph says, which States are Parties."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from cybercoop.logic.lawbook import Lawbook
from cybercoop.model.provision import Provision

__all__ = ["in_force_to_text", "parties_to_text", "provision_to_text"]


def _verdict(in_force: bool | None) -> str:
    return {True: "in force", False: "not in force", None: "not known"}[in_force]


def _state_lines(answer: Mapping[str, Any]) -> Iterator[str]:
    since = f", since {answer['since']}" if answer["since"] else ""
    until = f", until {answer['until']}" if answer["until"] else ""
    yield (
        f"{answer['state']} {answer['instrument']} on {answer['on']}: "
        f"{_verdict(answer['in_force'])}{since}{until} ({answer['cite']})"
    )
    if answer["source"]:
        yield f"  source: {answer['source']}"
    for statement in answer["statements"]:
        effect = {True: "in effect", False: "without effect", None: "not verified"}
        yield f"  {statement['kind']} {statement['provision']}: {effect[statement['in_effect']]}"
    for territory in answer["excluded_territories"]:
        if territory["excluded"]:
            yield f"  not extended to {territory['name']}"


def in_force_to_text(answer: Mapping[str, Any]) -> str:
    """Who is bound, as lines of text; `answer` is that of one State or of a pair."""
    if "states" not in answer:
        return "\n".join(_state_lines(answer))
    one, other = answer["states"]
    head = f"between {one} and {other}: {_verdict(answer['in_force'])}"
    return "\n".join([head, *(line for each in answer["each"] for line in _state_lines(each))])


def provision_to_text(provision: Provision, law: Lawbook) -> str:
    """What a place says in our words, what to read with it, and the rules that rest on it."""
    lines = [
        f"{provision.citation}: {provision.title} [{provision.mark}]",
        f"  {provision.summary}",
    ]
    if provision.related:
        lines.append("  see " + ", ".join(str(cite) for cite in provision.related))
    lines += [
        f"  {rule.key}: {rule.effect} - {rule.text}" for rule in law.resting_on(provision.citation)
    ]
    return "\n".join(lines)


def parties_to_text(
    rows: Sequence[Mapping[str, Any]], names: Mapping[str, str], on: dt.date
) -> str:
    """The States of the atlas and whether the Convention binds them on a day."""
    lines = [f"Convention on Cybercrime (CETS 185) on {on}"]
    for row in rows:
        since = f" since {row['since']}" if row["since"] else ""
        lines.append(f"{row['state']}  {names[row['state']]}: {_verdict(row['in_force'])}{since}")
    return "\n".join(lines)
