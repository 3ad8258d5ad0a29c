"""Formats: how needs, requests and logs come in and answers go out."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from cybercoop.formats.answers import advice_to_dict
    from cybercoop.formats.calendar import clocks_to_calendar
    from cybercoop.formats.casework import (
        check_to_dict,
        clocks_to_dict,
        events_from_dict,
        log_from_dict,
        log_to_dict,
        request_from_dict,
        request_to_dict,
        response_from_dict,
        review_to_dict,
        use_question_from_dict,
        use_to_dict,
    )
    from cybercoop.formats.needs import need_from_dict, need_from_json, need_to_dict

__all__ = [
    "advice_to_dict",
    "check_to_dict",
    "clocks_to_calendar",
    "clocks_to_dict",
    "events_from_dict",
    "log_from_dict",
    "log_to_dict",
    "need_from_dict",
    "need_from_json",
    "need_to_dict",
    "request_from_dict",
    "request_to_dict",
    "response_from_dict",
    "review_to_dict",
    "use_question_from_dict",
    "use_to_dict",
]

_HOMES = {
    "answers": ("advice_to_dict",),
    "calendar": ("clocks_to_calendar",),
    "needs": ("need_from_dict", "need_from_json", "need_to_dict"),
}
_HOME_OF = {name: home for home, names in _HOMES.items() for name in names}


def __getattr__(name: str) -> Any:
    """Load a name from its module when it is first used."""
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    home = _HOME_OF.get(name, "casework")
    value = getattr(import_module(f"cybercoop.formats.{home}"), name)
    globals()[name] = value
    return value
