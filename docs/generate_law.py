"""Write the reference of the law from the rules themselves: one page per instrument.

python docs/generate_law.py DIRECTORY
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

from cybercoop.errors import InvalidInput
from cybercoop.law import current_law
from cybercoop.law.clocks import CLOCKS
from cybercoop.law.provisions import provision
from cybercoop.law.replies import SECTIONS as REPLIES
from cybercoop.law.requests import EXPECTED, INSPECTIONS
from cybercoop.law.requests import SECTIONS as CONTENTS
from cybercoop.law.use import RULES as USE
from cybercoop.logic.conditions import (
    And,
    AnyOf,
    Atom,
    Condition,
    Constant,
    Derived,
    Not,
    Open,
    Or,
    Shifted,
)
from cybercoop.logic.periods import (
    After,
    DayAfter,
    FirstKnown,
    Given,
    Happening,
    Later,
    NoEnd,
    Rolled,
    When,
)
from cybercoop.logic.rules import Rule
from cybercoop.model.citation import INSTRUMENTS


def condition_text(condition: Condition) -> str:
    """A condition in readable words."""
    match condition:
        case Constant():
            return "always" if condition.value else "never"
        case Atom():
            operand = _operand(condition.operand)
            if condition.operator == "is":
                return f"`{condition.fact}`"
            return f"`{condition.fact}` {condition.operator} {operand}"
        case Not():
            return f"not {_inner(condition.inner)}"
        case And():
            return " and ".join(_inner(part) for part in condition.parts)
        case Or():
            return " or ".join(_inner(part) for part in condition.parts)
        case Derived():
            return f"*{condition.name}*"
        case AnyOf():
            return f"for any of `{condition.collection.path}`: {condition_text(condition.inner)}"
        case Open():
            first, second = condition_text(condition.first), condition_text(condition.second)
            return f"{condition.question.cite} (first reading: {first}; second: {second})"
    raise TypeError(condition)


def _inner(condition: Condition) -> str:
    text = condition_text(condition)
    return f"({text})" if isinstance(condition, And | Or) else text


def _operand(value: Any) -> str:
    if isinstance(value, Shifted):
        return f"`{value.day}` + {value.days} days"
    if hasattr(value, "path"):
        return f"`{value.path}`"
    if isinstance(value, frozenset):
        return ", ".join(sorted(value))
    if isinstance(value, tuple):
        return " to ".join(str(item) for item in dict.fromkeys(value))
    return str(value)


def when_text(when: When) -> str:
    """The end of a period in readable words."""
    match when:
        case Happening():
            return f"`{when.name}`"
        case After():
            units = (("days", when.days), ("hours", when.hours), ("months", when.months))
            parts = [f"{getattr(n, 'path', n)} {unit}" for unit, n in units if n]
            times = f"{when.times} times " if when.times > 1 else ""
            return f"{times}{', '.join(parts)} after {when_text(when.start)}"
        case FirstKnown():
            return "the first known of " + ", ".join(when_text(o) for o in when.options)
        case Given():
            return f"{when_text(when.inner)} once {when_text(when.condition)} is known"
        case Later():
            return f"the later of {when_text(when.one)} and {when_text(when.other)}"
        case DayAfter():
            return f"the day after {when_text(when.inner)}"
        case Rolled():
            return f"{when_text(when.inner)}, moved to a working day"
        case NoEnd():
            return f"not, since {when_text(when.since)}"
    raise TypeError(when)


def _scope(rule: Rule) -> str:
    parts = []
    for name in ("measures", "channels", "regimes"):
        words = getattr(rule.scope, name)
        if words is not None:
            parts.append(f"{name}: {', '.join(sorted(words))}")
    return "; ".join(parts) or "every route"


def _rule_lines(rule: Rule) -> list[str]:
    try:
        title = f" ({provision(rule.cite).title})"
    except InvalidInput:
        title = ""
    lines = [
        f"## {rule.key}",
        "",
        f"{rule.cite}{title}, *{rule.effect}*, mark {rule.mark}",
        "",
        f"{rule.text[:1].upper()}{rule.text[1:]}.",
        "",
        f"- condition: {condition_text(rule.when)}",
        f"- speaks of {_scope(rule)}",
    ]
    if rule.overrides:
        lines.append(f"- exception to {', '.join(rule.overrides)}")
    return [*lines, ""]


def pages() -> dict[str, str]:
    """The text of each page, by file name."""
    law = current_law()
    found: dict[str, list[str]] = {}
    paper = [r for s in (*REPLIES, *CONTENTS) for r in s.rules]
    for rule in sorted((*law.rules, *paper, *USE), key=lambda rule: rule.cite.sort_key):
        page = found.setdefault(rule.cite.code, [f"# {INSTRUMENTS[rule.cite.code]}", ""])
        page += _rule_lines(rule)
    questions = ["# Open questions", ""]
    for question in law.questions:
        shown = "the preferred reading decides" if question.decides else "both readings are shown"
        preferred = question.first if question.prefers_first else question.second
        questions += [
            f"## {question.cite}",
            "",
            question.text,
            "",
            f"- first reading: {question.first}",
            f"- second reading: {question.second}",
            f"- preferred: {preferred}; {shown}",
            "",
        ]
    presumed = ["# Presumptions", "", "| fact | taken to be | because | paragraph |"]
    presumed.append("|---|---|---|---|")
    for entry in law.presumptions:
        value = getattr(entry.value, "path", entry.value)
        value = "none" if value == frozenset() else value
        presumed.append(f"| `{entry.fact}` | {value} | {entry.text} | {entry.cite} |")
    clocks = ["# Clocks", ""]
    for clock in CLOCKS:
        clocks += [
            f"## {clock.key}",
            "",
            f"{clock.cite}, `{clock.what}`, binds: {clock.binds}, mark {clock.mark}",
            "",
            f"{clock.text[:1].upper()}{clock.text[1:]}.",
            "",
            f"- ends: {when_text(clock.due)}",
            f"- runs if {condition_text(clock.when)}",
            f"- settled if {condition_text(clock.settled)}",
            "",
        ]
    checks = ["# What is looked for in a request", "", "| item | layer | found if | paragraph |"]
    checks.append("|---|---|---|---|")
    for entry in INSPECTIONS:
        checks.append(f"| `{entry.item}` | {entry.layer} | {entry.text} | {entry.cite} |")
    checks += ["", "## What forms and practice expect", "", "| item | kinds | why | place |"]
    checks.append("|---|---|---|---|")
    for wanted in EXPECTED:
        kinds = ", ".join(sorted(wanted.kinds))
        checks.append(f"| `{wanted.item}` | {kinds} | {wanted.text} | {wanted.cite} |")
    step = law.first_step
    presumed += [
        "",
        f"First step: {step.text} ({step.cite}), unless {condition_text(step.unless)}.",
    ]
    texts = {f"rules-{code}.md": "\n".join(lines) for code, lines in found.items()}
    texts |= {"clocks.md": "\n".join(clocks), "inspections.md": "\n".join(checks)}
    texts |= {"questions.md": "\n".join(questions), "presumptions.md": "\n".join(presumed)}
    index = [
        "# The rules, one by one",
        "",
        f"Version {law.version}: {len(law.rules)} rules over {len(law.ways)} ways of cooperation,",
        f"{len(paper)} on requests and replies, {len(USE)} on the use of data, and",
        f"{len(CLOCKS)} clocks.",
        "This page and those below are generated from the rules themselves.",
        "",
        "```{toctree}",
        ":maxdepth: 1",
        "",
        *(name.removesuffix(".md") for name in sorted(texts)),
        "```",
        "",
    ]
    return {"index.md": "\n".join(index), **{n: t + "\n" for n, t in texts.items()}}


def write_pages(directory: Path) -> None:
    """Write every page into `directory`."""
    directory.mkdir(parents=True, exist_ok=True)
    for name, text in pages().items():
        (directory / name).write_text(text, encoding="utf-8")


if __name__ == "__main__":
    write_pages(Path(sys.argv[1]))
