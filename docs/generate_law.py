"""Write the reference of the law from the rules themselves: one page per instrument.

python docs/generate_law.py DIRECTORY
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

from cybercoop.errors import InvalidInput
from cybercoop.law import current_law
from cybercoop.law.provisions import provision
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
    for rule in law.rules:
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
    step = law.first_step
    presumed += [
        "",
        f"First step: {step.text} ({step.cite}), unless {condition_text(step.unless)}.",
    ]
    texts = {f"rules-{code}.md": "\n".join(lines) for code, lines in found.items()}
    texts |= {"questions.md": "\n".join(questions), "presumptions.md": "\n".join(presumed)}
    index = [
        "# The rules, one by one",
        "",
        f"Version {law.version}: {len(law.rules)} rules over {len(law.ways)} ways of cooperation.",
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
