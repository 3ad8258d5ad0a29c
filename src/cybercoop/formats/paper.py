"""Answers about a request for a reader: findings, review, clocks, use."""

from __future__ import annotations

import datetime as dt
import textwrap
from collections.abc import Iterable, Iterator

from cybercoop.formats.answers import plain
from cybercoop.model.advice import Notice, Reason
from cybercoop.model.casework import Check, Clock, Finding, Review, UseAnswer
from cybercoop.model.terms import Layer, Severity

__all__ = ["check_to_text", "clocks_to_text", "review_to_text", "use_to_text"]

_WIDTH = 96
_NOT_ADVICE = "Not legal advice: check the sources."


def _wrapped(text: str, indent: int = 2) -> list[str]:
    return textwrap.wrap(
        text,
        _WIDTH,
        initial_indent=" " * indent,
        subsequent_indent=" " * (indent + 2),
        break_long_words=False,
    )


def _page(lines: Iterable[str]) -> str:
    return "\n".join(lines) + "\n"


def _foot(law: str, atlas: str) -> str:
    return f"law {law}, atlas {atlas[:19]}. {_NOT_ADVICE}"


def check_to_text(check: Check) -> str:
    """The findings of a check: what the law misses first, then the rest, layer by layer."""
    return _page(_check(check))


def _check(check: Check) -> Iterator[str]:
    word = "complete" if check.complete else "INCOMPLETE"
    sound = "" if check.sound or not check.complete else ", but it does not make sense as it is"
    yield f"The request is {word}{sound}, on {check.on}"
    titles = {
        Layer.LAW: "THE LAW REQUIRES",
        Layer.SENSE: "DOES NOT MAKE SENSE",
        Layer.REQUESTED_PARTY: "THE REQUESTED PARTY ASKS",
        Layer.PRACTICE: "FORMS AND PRACTICE EXPECT (not mandatory)",
    }
    for layer, title in titles.items():
        found = [f for f in check.findings if f.layer is layer]
        if layer is Layer.PRACTICE:
            found = [f for f in found if not f.present]
        if found:
            yield ""
            yield title
            for finding in found:
                yield from _finding(finding)
    yield ""
    yield _foot(check.law, check.atlas)


def _finding(finding: Finding) -> Iterator[str]:
    sign = "+" if finding.present else "-" if finding.severity is Severity.ERROR else "?"
    yield from _wrapped(f"{sign} {finding.item} ({finding.cite}): {finding.text}")
    if not finding.present and finding.cure and finding.layer is not Layer.PRACTICE:
        yield from _wrapped(f"{finding.path}: {finding.cure}", 6)
    if finding.source:
        yield from _wrapped(f"source: {finding.source}", 6)


def review_to_text(review: Review) -> str:
    """A review: may they, what was not kept, what to do now."""
    return _page(_review(review))


def _review(review: Review) -> Iterator[str]:
    yield f"Review on {review.on}"
    for notice in review.warnings:
        yield from _wrapped(_told(notice))
    for ground in review.grounds:
        yield ""
        yield f"{ground.ground}: permitted: {str(ground.permitted).upper()}"
        for reason in ground.because:
            yield from _wrapped(_because(reason))
        for notice in ground.warnings:
            yield from _wrapped(_told(notice))
    if review.breaches:
        yield ""
        yield "NOT KEPT"
        for breach in review.breaches:
            yield from _wrapped(f"{breach.on} Party, {breach.cite}: {breach.text}")
    if review.next_steps:
        yield ""
        yield "WHAT TO DO NOW"
        for step in review.next_steps:
            until = f" until {step.until}" if step.until else ""
            yield from _wrapped(f"{step.action}{until} ({step.cite}): {step.text}")
    yield ""
    yield _foot(review.law, review.atlas)


def _because(reason: Reason) -> str:
    sign = {True: "+", False: "-", None: "?"}[reason.holds]
    facts = "; ".join(f"{path} = {_value(value)}" for path, value in reason.facts)
    return f"{sign} {reason.cite} {reason.effect}: {reason.text}" + (f" [{facts}]" if facts else "")


def _value(value: object) -> str:
    simple = plain(value)
    if isinstance(simple, list):
        return ", ".join(map(str, simple)) or "none"
    return {True: "yes", False: "no", None: "not known"}.get(simple, str(simple))


def _told(notice: Notice) -> str:
    return f"! {notice.cite}: {notice.text}"


def clocks_to_text(clocks: tuple[Clock, ...], on: dt.date) -> str:
    """Clocks, the most pressing first."""
    return _page(_clocks(clocks, on))


def _clocks(clocks: tuple[Clock, ...], on: dt.date) -> Iterator[str]:
    if not clocks:
        yield f"No clock is running on {on}: nothing has happened that starts one."
    for clock in sorted(clocks, key=_pressing):
        due = "no end" if clock.due is None else str(plain(clock.due))
        left = _left(clock.due, on)
        yield f"{clock.what}: {due}{left}  ({clock.cite}, binds: {clock.binds})"
        yield from _wrapped(clock.text)
        used = ", ".join(f"{name} {plain(day)}" for name, day in clock.computed_from)
        yield from _wrapped(f"computed from {used}")
        if not clock.settled:
            cautious = plain(clock.cautious_due)
            yield from _wrapped(
                "the computation is not settled"
                + (f": work with {cautious}{_left(clock.cautious_due, on)}" if cautious else "")
            )
        for notice in clock.warnings:
            yield from _wrapped(_told(notice))
        yield ""
    yield _NOT_ADVICE


def _pressing(clock: Clock) -> tuple[bool, str]:
    return clock.earliest is None, str(plain(clock.earliest))


def _left(due: dt.date | dt.datetime | None, on: dt.date) -> str:
    if due is None:
        return ""
    days = ((due.date() if isinstance(due, dt.datetime) else due) - on).days
    return f", {days} days left" if days > 0 else ", today" if days == 0 else f", {-days} days ago"


def use_to_text(answer: UseAnswer) -> str:
    """The answer to a question of use."""
    return _page(_use(answer))


def _use(answer: UseAnswer) -> Iterator[str]:
    ask = f"; ask {answer.ask}" if answer.ask else ""
    yield f"Permitted: {str(answer.permitted).upper()}{ask}"
    for reason in answer.because:
        yield from _wrapped(_because(reason))
    for notice in answer.warnings:
        yield from _wrapped(_told(notice))
    yield ""
    yield _foot(answer.law, answer.atlas)
