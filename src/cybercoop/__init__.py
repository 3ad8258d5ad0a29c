"""International cooperation on cybercrime and electronic evidence, as rules that can be run.

>>> import datetime as dt
>>> import cybercoop
>>> need = cybercoop.Need(requesting="RO", requested="US", measure="stored-data", data="subscriber")
>>> advice = cybercoop.route(need, on=dt.date(2026, 11, 23))
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from cybercoop.atlas import Atlas, shipped
    from cybercoop.casework import (
        ExchangeLog,
        check,
        clocks,
        draft,
        may_use,
        review,
        statistics,
    )
    from cybercoop.errors import (
        AtlasError,
        CybercoopError,
        InvalidInput,
        LawError,
        MissingExtra,
        Problem,
    )
    from cybercoop.formats import (
        advice_to_dict,
        need_from_dict,
        need_from_json,
        request_from_dict,
        request_to_dict,
    )
    from cybercoop.law import LAW_VERSION, current_law
    from cybercoop.law.provisions import provision, provisions
    from cybercoop.model.advice import Advice, Route
    from cybercoop.model.citation import Citation
    from cybercoop.model.need import (
        Consent,
        Hold,
        Holder,
        MaxPenalty,
        Need,
        Offence,
        Person,
        TargetData,
        Transmission,
        Urgency,
    )
    from cybercoop.model.response import Events, Response, UseQuestion
    from cybercoop.model.terms import (
        Channel,
        DataCategory,
        Measure,
        Obligation,
        Status,
        Yields,
    )
    from cybercoop.routing import route

__version__ = "0.1.0"

__all__ = [
    "LAW_VERSION",
    "Advice",
    "Atlas",
    "AtlasError",
    "Channel",
    "Citation",
    "Consent",
    "CybercoopError",
    "DataCategory",
    "Events",
    "ExchangeLog",
    "Hold",
    "Holder",
    "InvalidInput",
    "LawError",
    "MaxPenalty",
    "Measure",
    "MissingExtra",
    "Need",
    "Obligation",
    "Offence",
    "Person",
    "Problem",
    "Response",
    "Route",
    "Status",
    "TargetData",
    "Transmission",
    "Urgency",
    "UseQuestion",
    "Yields",
    "__version__",
    "advice_to_dict",
    "check",
    "clocks",
    "current_law",
    "draft",
    "may_use",
    "need_from_dict",
    "need_from_json",
    "provision",
    "provisions",
    "request_from_dict",
    "request_to_dict",
    "review",
    "route",
    "shipped",
    "statistics",
]

_HOMES = {
    "cybercoop.atlas": ("Atlas", "shipped"),
    "cybercoop.casework": (
        "ExchangeLog",
        "check",
        "clocks",
        "draft",
        "may_use",
        "review",
        "statistics",
    ),
    "cybercoop.errors": (
        "MissingExtra",
        "AtlasError",
        "CybercoopError",
        "InvalidInput",
        "LawError",
        "Problem",
    ),
    "cybercoop.formats": (
        "advice_to_dict",
        "need_from_dict",
        "need_from_json",
        "request_from_dict",
        "request_to_dict",
    ),
    "cybercoop.law": ("LAW_VERSION", "current_law"),
    "cybercoop.law.provisions": ("provision", "provisions"),
    "cybercoop.model.advice": ("Advice", "Route"),
    "cybercoop.model.citation": ("Citation",),
    "cybercoop.model.need": (
        "Consent",
        "Hold",
        "Holder",
        "MaxPenalty",
        "Need",
        "Offence",
        "Person",
        "TargetData",
        "Transmission",
        "Urgency",
    ),
    "cybercoop.model.response": ("Events", "Response", "UseQuestion"),
    "cybercoop.model.terms": (
        "Channel",
        "DataCategory",
        "Measure",
        "Obligation",
        "Status",
        "Yields",
    ),
    "cybercoop.routing": ("route",),
}
_HOME_OF = {name: home for home, names in _HOMES.items() for name in names}


def __getattr__(name: str) -> Any:
    """Load a public name from its module when it is first used."""
    home = _HOME_OF.get(name)
    if home is None:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value = getattr(import_module(home), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted(__all__)
