"""The command line: `cybercoop route`, `in-force`, `explain`, `parties`, `atlas sources`."""

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

    def common(sub: Any) -> None:
        sub.add_argument("--on", type=_day, help="day of the question (default: today)")
        sub.add_argument("--atlas", help="overlay over the shipped atlas, a JSON file")
        sub.add_argument("--format", choices=("text", "json"), default="text")

    route = add("route", _route, "which channels are lawful for a need, which is fastest")
    route.add_argument("need", help="the need, a JSON file; - reads standard input")
    route.add_argument("--by", choices=("median", "p90"), default="median", help="rank by")
    route.add_argument("--no-presume", action="store_true", help="take nothing for granted")
    common(route)

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
