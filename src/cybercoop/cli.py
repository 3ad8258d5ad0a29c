"""The command line: a verb of the library each, on files or standard input."""

from __future__ import annotations

import argparse
import datetime as dt
import json
import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from cybercoop.errors import CybercoopError, InvalidInput, Problem

if TYPE_CHECKING:
    from cybercoop.atlas import Atlas
    from cybercoop.model.requests import Request

__all__ = ["main"]

_MOST_BYTES = 20_000_000


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command. Returns 0 if it was answered, 2 if the input cannot be read."""
    options = _parser().parse_args(arguments)
    command: Callable[[argparse.Namespace], str] = options.command
    try:
        text = command(options)
    except CybercoopError as error:
        print(error, file=sys.stderr)
        return 2
    try:
        print(text, end="" if text.endswith("\n") else "\n")
        sys.stdout.flush()
    except BrokenPipeError:
        # The reader (`head`, a pager) has seen enough.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return 0


def _day(text: str) -> dt.date:
    try:
        day = dt.date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text!r} is no date such as 2026-11-23") from None
    if day.isoformat() != text:
        raise argparse.ArgumentTypeError(f"{text!r} is no date such as 2026-11-23")
    return day


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="cybercoop",
        description="International cooperation on cybercrime: lawful channels, ranked and cited.",
    )
    commands = parser.add_subparsers(required=True, metavar="COMMAND")

    def add(name: str, command: Callable[[argparse.Namespace], str], text: str) -> Any:
        sub = commands.add_parser(name, help=text, description=text)
        sub.set_defaults(command=command)
        return sub

    def common(sub: Any, formats: tuple[str, ...] = ()) -> None:
        sub.add_argument("--on", type=_day, help="day of the question (default: today)")
        sub.add_argument("--atlas", help="overlay over the shipped atlas, a JSON file")
        sub.add_argument("--format", choices=("text", "json", *formats), default="text")

    route = add("route", _route, "which channels are lawful for a need, which is fastest")
    route.add_argument("need", help="the need, a JSON file; - reads standard input")
    route.add_argument("--by", choices=("median", "p90"), default="median", help="rank by")
    route.add_argument("--no-presume", action="store_true", help="take nothing for granted")
    common(route)

    draft = add("draft", _draft, "write the request that a lawful route wants, as far as known")
    draft.add_argument("need", help="the need, a JSON file; - reads standard input")
    draft.add_argument("--measure", help="of the route (default: the one to do first)")
    draft.add_argument("--channel", help="of the route (default: the one to do first)")
    draft.add_argument("--basis", help="of the route, where a channel has several")
    common(draft)

    check = add("check", _check, "is a request specific and complete for its channel")
    check.add_argument("request", help="the request, a JSON file; - reads standard input")
    common(check)

    review = add("review", _review, "may they refuse, postpone, set conditions, be silent")
    review.add_argument("request", help="the request, a JSON file; - reads standard input")
    review.add_argument("response", help="what came back, a JSON file")
    common(review)

    clocks = add("clocks", _clocks, "which dates bind whom")
    clocks.add_argument("request", help="the request, a JSON file; - reads standard input")
    clocks.add_argument("events", nargs="?", help="what happened, a JSON file")
    clocks.add_argument("--holidays", action="store_true", help="public holidays too (calendar)")
    common(clocks, ("ics",))

    use = add("may-use", _may_use, "may data serve another case, or be passed on")
    use.add_argument("question", help="the question, a JSON file; - reads standard input")
    common(use)

    in_force = add("in-force", _in_force, "who is bound by an instrument, since when")
    in_force.add_argument("names", nargs="+", metavar="NAME", help="STATE [STATE] INSTRUMENT")
    common(in_force)

    explain = add("explain", _explain, "what a paragraph says and which rules rest on it")
    explain.add_argument("citation", nargs="+", help="such as BC 29(4)")

    parties = add("parties", _parties, "the States of the atlas and whether they are Parties")
    common(parties)

    atlas = add("atlas", _sources, "where the data of the atlas come from")
    atlas.add_argument("what", choices=("sources",))
    common(atlas)
    return parser


def _today(options: argparse.Namespace) -> dt.date:
    return options.on or dt.date.today()


def _read(name: str, what: str) -> bytes:
    try:
        if name == "-":
            return sys.stdin.buffer.read(_MOST_BYTES)
        path = Path(name)
        if path.stat().st_size > _MOST_BYTES:
            raise InvalidInput([Problem("$", "size", f"{name} is larger than 20 MB")], what)
        return path.read_bytes()
    except OSError as error:
        reason = error.strerror or str(error)
        raise InvalidInput(
            [Problem("$", "file", f"{name} cannot be read: {reason}", name, "a file")], what
        ) from None


def _atlas(options: argparse.Namespace) -> Atlas:
    from cybercoop.atlas import shipped
    from cybercoop.formats.codec import load_json

    atlas = shipped()
    if options.atlas is None:
        return atlas
    return atlas.with_overlay(load_json(_read(options.atlas, "overlay"), "overlay"))


def _dump(value: Any) -> str:
    return json.dumps(value, indent=2, ensure_ascii=False)


def _route(options: argparse.Namespace) -> str:
    from cybercoop.formats import advice_to_dict, need_from_json
    from cybercoop.formats.text import advice_to_text
    from cybercoop.routing import route

    need = need_from_json(_read(options.need, "need"))
    advice = route(
        need,
        on=_today(options),
        atlas=_atlas(options),
        by=options.by,
        presume=not options.no_presume,
    )
    if options.format == "json":
        return _dump(advice_to_dict(advice))
    colour = sys.stdout.isatty() and "NO_COLOR" not in os.environ
    return advice_to_text(advice, colour=colour)


def _document(name: str, what: str) -> Any:
    from cybercoop.formats.codec import load_json

    return load_json(_read(name, what), what)


def _request(options: argparse.Namespace) -> Request:
    from cybercoop.formats.casework import request_from_dict

    return request_from_dict(_document(options.request, "request"))


def _draft(options: argparse.Namespace) -> str:
    from cybercoop.casework import draft
    from cybercoop.formats import need_from_json
    from cybercoop.formats.casework import request_to_dict
    from cybercoop.formats.paper import check_to_text
    from cybercoop.routing import route

    need = need_from_json(_read(options.need, "need"))
    on, atlas = _today(options), _atlas(options)
    advice = route(need, on=on, atlas=atlas)
    if options.channel is None and options.measure is None:
        step = advice.first
        chosen = None if step is None else advice.route(step.measure, step.channel, step.basis)
    else:
        named = [
            r
            for r in advice.routes
            if options.measure in (None, str(r.measure))
            and options.channel in (None, str(r.channel))
            and options.basis in (None, r.basis)
        ]
        named.sort(key=lambda r: (r.measure != need.measure, r.status == "blocked"))
        chosen = named[0] if named else None
    if chosen is None:
        ways = sorted({f"{r.measure} by {r.channel} ({r.basis})" for r in advice.routes})
        raise InvalidInput(
            [
                Problem(
                    "$.route",
                    "no-route",
                    "there is no such route for this need",
                    options.channel,
                    "; ".join(ways),
                )
            ],
            "draft",
        )
    drafted = draft(need, chosen, on=on, atlas=atlas)
    if options.format == "json":
        return _dump(request_to_dict(drafted.request))
    return _dump(request_to_dict(drafted.request)) + "\n\n" + check_to_text(drafted.check)


def _check(options: argparse.Namespace) -> str:
    from cybercoop.casework import check
    from cybercoop.formats.casework import check_to_dict
    from cybercoop.formats.paper import check_to_text

    answer = check(_request(options), on=_today(options), atlas=_atlas(options))
    return _dump(check_to_dict(answer)) if options.format == "json" else check_to_text(answer)


def _review(options: argparse.Namespace) -> str:
    from cybercoop.casework import review
    from cybercoop.formats.casework import response_from_dict, review_to_dict
    from cybercoop.formats.paper import review_to_text

    request = _request(options)
    response = response_from_dict(_document(options.response, "response"))
    answer = review(request, response, on=_today(options), atlas=_atlas(options))
    return _dump(review_to_dict(answer)) if options.format == "json" else review_to_text(answer)


def _clocks(options: argparse.Namespace) -> str:
    from cybercoop.casework import clocks
    from cybercoop.formats.casework import clocks_to_dict, events_from_dict
    from cybercoop.formats.paper import clocks_to_text
    from cybercoop.model.response import Events

    request, on = _request(options), _today(options)
    happened = Events()
    if options.events is not None:
        happened = events_from_dict(_document(options.events, "events"))
    holidays = None
    if options.holidays:
        from cybercoop.casework.holidays import public_holidays

        holidays = public_holidays()
    found = clocks(request, happened, on=on, atlas=_atlas(options), holidays=holidays)
    if options.format == "ics":
        from cybercoop.formats.calendar import clocks_to_calendar

        stamp = dt.datetime.combine(on, dt.time(), tzinfo=dt.UTC)
        return clocks_to_calendar(found, request=request, stamp=stamp).decode("utf-8")
    if options.format == "json":
        return _dump(clocks_to_dict(found, on))
    return clocks_to_text(found, on)


def _may_use(options: argparse.Namespace) -> str:
    from cybercoop.casework import may_use
    from cybercoop.formats.casework import use_question_from_dict, use_to_dict
    from cybercoop.formats.paper import use_to_text

    question = use_question_from_dict(_document(options.question, "question"))
    answer = may_use(question, on=_today(options), atlas=_atlas(options))
    return _dump(use_to_dict(answer)) if options.format == "json" else use_to_text(answer)


def _in_force(options: argparse.Namespace) -> str:
    from cybercoop.formats.reports import in_force_to_text

    *states, instrument = options.names
    if len(states) not in (1, 2):
        raise InvalidInput.single(
            "$", "names", "one or two States and an instrument", options.names, "RO BC, or RO US BC"
        )
    atlas, on = _atlas(options), _today(options)
    if len(states) == 1:
        answer = atlas.in_force(states[0], instrument, on).to_dict()
    else:
        answer = atlas.in_force_pair(states[0], states[1], instrument, on).to_dict()
    return _dump(answer) if options.format == "json" else in_force_to_text(answer)


def _explain(options: argparse.Namespace) -> str:
    from cybercoop.formats.reports import provision_to_text
    from cybercoop.law import current_law
    from cybercoop.law.provisions import provision

    return provision_to_text(provision(" ".join(options.citation)), current_law())


def _parties(options: argparse.Namespace) -> str:
    from cybercoop.formats.reports import parties_to_text

    atlas, on = _atlas(options), _today(options)
    rows = [atlas.in_force(code, "BC", on).to_dict() for code in atlas.states]
    if options.format == "json":
        return _dump(rows)
    view = atlas.as_of(on)
    return parties_to_text(rows, {code: view.state(code).name for code in atlas.states}, on)


def _sources(options: argparse.Namespace) -> str:
    rows = _atlas(options).sources()
    if options.format == "json":
        return _dump(rows)
    return "\n".join("  ".join(str(value) for value in row.values()) for row in rows)
