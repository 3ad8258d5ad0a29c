"""The mutation check of the law: flip every literal of every rule; an argued case must object.

    python tests/mutation.py [--jobs 2] [--only BC-29]

Only expectations argued from the rule sheet count: the worked examples and `tests/cases`. Exit
code 1 if a mutant survives that `tests/equivalent_mutants.json` does not explain.
"""

from __future__ import annotations

import argparse
import json
import multiprocessing
import sys
import time
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parent))

from argued import Case, answer, argued_cases, complaints, worked_examples
from cybercoop.law import current_law
from cybercoop.logic.lawbook import Lawbook
from cybercoop.logic.rules import Rule
from cybercoop.routing.router import Router
from mutants import Mutant, mutants

EXPLAINED = Path(__file__).parent / "equivalent_mutants.json"


@cache
def _mutants() -> list[Mutant]:
    return list(mutants(current_law()))


@cache
def _cases() -> list[Case]:
    found = [case for case in worked_examples("route") if isinstance(case, Case)]
    return [*found, *argued_cases()]


@cache
def _rules() -> dict[str, Rule]:
    return {rule.key: rule for rule in current_law().rules}


def _touches(case: Case, rule: Rule) -> bool:
    """Does the case expect anything that a rule of this scope could change?"""
    rows: Iterable[dict[str, Any]] = case.expect.get("routes", ())
    if set(case.expect) - {"routes"}:
        return True
    scope = rule.scope
    return any(
        (scope.measures is None or row["measure"] in scope.measures)
        and (scope.channels is None or row["channel"] in ("any", *scope.channels))
        for row in rows
    )


def _order(case: Case, sheet_id: str) -> tuple[bool, bool]:
    named = any(sheet_id == name or sheet_id.startswith(name) for name in case.rules)
    return not named, bool(set(case.expect) - {"routes"})


def killer(mutant: Mutant) -> str | None:
    """The first argued case that objects to the mutant; None if it survives."""
    law = current_law()
    try:
        wrong = Lawbook.of_rules(
            law.version, mutant.rules, law.ways, mutant.presumptions, mutant.first_step
        )
    except Exception as error:  # a law that cannot be built is no law
        return type(error).__name__
    router = Router.of(wrong)
    rule = _rules().get(mutant.rule)
    sheet_id = mutant.rule.partition(".")[0]
    cases = [case for case in _cases() if rule is None or _touches(case, rule)]
    for case in sorted(cases, key=lambda case: _order(case, sheet_id)):
        try:
            objections = complaints(case, answer(case, router))
        except Exception as error:
            return f"{case.id} ({type(error).__name__})"
        if objections:
            return case.id
    return None


def _try(index: int) -> tuple[int, str | None]:
    return index, killer(_mutants()[index])


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--only", default="", help="rules whose key starts with this")
    options = parser.parse_args()
    start = time.monotonic()
    router = Router.of(current_law())
    for case in _cases():
        objections = complaints(case, answer(case, router))
        if objections:
            print(f"{case.id} does not hold: {objections[0]}")
            return 1
    chosen = [i for i, m in enumerate(_mutants()) if m.rule.startswith(options.only)]
    with multiprocessing.get_context("fork").Pool(options.jobs) as pool:
        survivors = [
            _mutants()[index]
            for index, by in pool.imap_unordered(_try, chosen, chunksize=8)
            if by is None
        ]
    explained = json.loads(EXPLAINED.read_text("utf-8")) if EXPLAINED.exists() else {}
    names = sorted(f"{mutant.rule}: {mutant.change}" for mutant in survivors)
    left = [name for name in names if name not in explained]
    for name in left:
        print(f"survives: {name}")
    stale = [] if options.only else sorted(set(explained) - set(names))
    for name in stale:
        print(f"explained, but killed: {name}")
    print(
        f"{len(chosen)} mutants of {len(_rules())} rules, {len(_cases())} argued cases, "
        f"{len(chosen) - len(names)} killed, {len(names) - len(left)} explained, "
        f"{len(left)} survive, {time.monotonic() - start:.0f} s"
    )
    return 1 if left or stale else 0


if __name__ == "__main__":
    raise SystemExit(main())
