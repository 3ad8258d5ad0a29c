"""May data obtained in one way serve another case, or be passed on?"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from functools import cache
from typing import TYPE_CHECKING, Any

from cybercoop.casework._world import Facts, case_facts, check_day
from cybercoop.errors import InvalidInput, Problem
from cybercoop.law import LAW_VERSION, current_law
from cybercoop.law.replies import UNRULED
from cybercoop.law.use import RULES
from cybercoop.logic.conditions import Condition
from cybercoop.logic.lawbook import Clause
from cybercoop.logic.rules import Effect, Rule
from cybercoop.logic.transform import facts_of
from cybercoop.logic.verdict import truth
from cybercoop.logic.worlds import Knowledge, Read, match_presumptions
from cybercoop.model.advice import Notice, Reason
from cybercoop.model.casework import UseAnswer
from cybercoop.model.citation import INSTRUMENTS
from cybercoop.model.need import Need
from cybercoop.model.response import Obtained, UseCondition, UsePlan, UseQuestion
from cybercoop.model.terms import Measure, Permission
from cybercoop.routing.explain import reason_for

if TYPE_CHECKING:
    from cybercoop.atlas import Atlas
    from cybercoop.logic.facts import Collection, Fact
    from cybercoop.logic.worlds import Source

__all__ = ["may_use"]


def may_use(question: UseQuestion, *, on: dt.date, atlas: Atlas | None = None) -> UseAnswer:
    """May these data be used so, and if not, who could allow it?

    Conditions accepted under BC 26(2) and 28, limits of other treaties (P2 14, E182 26 and
    20(10), UNTOC 18(19)), executive agreements (CA 2523(b)(4)), police information. A `pass_to`
    that is null means that nothing is passed on. Raises `InvalidInput` if it is not said by which
    channel and by whom the data were obtained, or for a State the atlas cannot know.
    """
    check_day(on)
    obtained = question.obtained
    problems = [
        Problem(f"$.obtained.{name}", "missing", "required", None, accepted)
        for name, value, accepted in (
            ("channel", obtained.channel, "the channel the data came by"),
            ("by", obtained.by, "the State that holds them"),
        )
        if value is None
    ]
    if obtained.by is not None and obtained.by == obtained.from_:
        problems.append(
            Problem(
                "$.obtained.from",
                "contradiction",
                "a State gets nothing from itself",
                obtained.from_,
                "another State, or null",
            )
        )
    if problems or obtained.by is None:
        raise InvalidInput(problems, "question")
    need = Need(
        requesting=obtained.by,
        requested=obtained.from_,
        measure=obtained.measure or Measure.STORED_DATA,
    )
    case, digest = case_facts(need, atlas, on)
    parts = {"obtained": _Came(obtained), "use": _Goes(question.use, obtained)}
    return _answer(_UseFacts(case, parts), obtained, on, digest)


class _Came:
    def __init__(self, obtained: Obtained) -> None:
        self.measure = obtained.measure
        self.channel = obtained.channel
        first = obtained.basis.split()[0] if obtained.basis else None
        self.instrument = first if first in INSTRUMENTS else "agreement" if first else "none"
        self.conditions_known = True if obtained.conditions is not None else None
        self.conditions = [_ConditionFacts(entry) for entry in obtained.conditions or ()]


class _Goes:
    def __init__(self, plan: UsePlan, obtained: Obtained) -> None:
        self.purpose = plan.purpose
        self.case = plan.case
        self.passed_on = plan.pass_to is not None
        is_state = bool(plan.pass_to and re.match(r"^[A-Z]{2}$", plan.pass_to))
        self.passed_to_third_state = is_state and plan.pass_to not in (obtained.by, obtained.from_)


class _ConditionFacts:
    """One condition. A condition that was not accepted leaves open on which terms data came."""

    def __init__(self, condition: UseCondition) -> None:
        text = re.match(r"^\s*(H[0-3])\b", condition.text or "", re.IGNORECASE)
        self._values = {
            "kind": condition.kind,
            "code": text[1].upper() if text else "none",
            "binds": True if condition.accepted else None,
        }

    def resolve(self, fact: Fact, read: Read) -> Any:
        return self._values[fact.path.partition(".")[2]]

    def members(self, collection: Collection) -> Sequence[Source]:
        return ()


class _UseFacts(Facts):
    __slots__ = ()

    def resolve(self, fact: Fact, read: Read) -> Any:
        return None if fact.path == "not.in.the.atlas" else super().resolve(fact, read)

    def members(self, collection: Collection) -> Sequence[Source]:
        if collection.path == "obtained.conditions":
            conditions: Sequence[Source] = self.parts["obtained"].conditions
            return conditions
        return super().members(collection)


@cache
def _presumptions() -> Any:
    asked: dict[str, Fact] = {}
    for rule in RULES:
        asked |= facts_of(rule.when)
    return match_presumptions(asked, current_law().presumptions)


def _answer(facts: _UseFacts, obtained: Obtained, on: dt.date, digest: str) -> UseAnswer:
    known = Knowledge.of(facts, _presumptions())

    def found(effect: Effect, value: bool | None, favourable: bool) -> list[Rule]:
        return [
            rule
            for rule in RULES
            if rule.effect is effect and truth(rule.when, known, favourable) is value
        ]

    forbidding = found(Effect.FORBIDS, True, False)
    in_doubt = found(Effect.FORBIDS, None, False)
    permitting = found(Effect.PERMITS, True, True)
    binding = [*found(Effect.BINDS, True, True), *found(Effect.BINDS, None, True)]
    if forbidding:
        permitted, decisive = Permission.NO, forbidding
    elif in_doubt:
        permitted, decisive = Permission.UNDETERMINED, in_doubt
    elif permitting:
        permitted, decisive = Permission.YES, permitting
    else:
        permitted, decisive = Permission.UNDETERMINED, []
    reasons = [_reason(rule, known) for rule in (*decisive, *binding)]
    if permitted is Permission.UNDETERMINED:
        reasons += [_reason(rule, known) for rule in permitting]
    if not reasons:
        silent = "no rule known here speaks of data that came this way"
        reasons = [Reason(UNRULED, "is silent", None, silent)]
    asks = any(rule.ask for rule in decisive) and permitted is not Permission.YES
    doubtful = [r for r in decisive if r.mark.value != "T"]
    return UseAnswer(
        on=on,
        law=LAW_VERSION,
        atlas=digest,
        permitted=permitted,
        because=tuple(dict.fromkeys(reasons)),
        ask=obtained.from_ if asks else None,
        warnings=tuple(
            Notice(rule.cite, f"not checked against an official text ({rule.mark})")
            for rule in doubtful
        ),
    )


def _reason(rule: Rule, known: Knowledge) -> Reason:
    condition: Condition = rule.when
    value = truth(condition, known, True)
    return reason_for(Clause(rule, condition, condition), value, known)
