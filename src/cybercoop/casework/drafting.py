"""From a route to the request it wants, with everything known filled in and nothing invented."""

from __future__ import annotations

import datetime as dt
import ipaddress
import re
from typing import TYPE_CHECKING, Any

import attrs

from cybercoop.casework._paper import well_formed
from cybercoop.casework.checking import check
from cybercoop.errors import InvalidInput, Problem, did_you_mean
from cybercoop.model import request_parts as p
from cybercoop.model.advice import Route
from cybercoop.model.casework import Draft
from cybercoop.model.citation import INSTRUMENTS
from cybercoop.model.need import Need
from cybercoop.model.requests import REQUESTS
from cybercoop.model.terms import Channel, Measure, RequestStatus, TargetFormat

if TYPE_CHECKING:
    from cybercoop.atlas import Atlas, StateView

__all__ = ["draft"]

_ADDRESSED = {
    Channel.CENTRAL_AUTHORITY: "central-authority",
    Channel.NETWORK_24_7: "contact-point",
}


def draft(
    need: Need,
    route: Route,
    *,
    on: dt.date,
    atlas: Atlas | None = None,
    **given: Any,
) -> Draft:
    """Write the request a route wants, for a need, as far as the facts reach.

    `given` are fields of the request that the caller knows, by name; they win over what the need
    says. What is missing is in the `check` of the draft, each item with its paragraph. Raises
    `InvalidInput` for a route on which nobody is asked, for a field the request does not have, or
    a value of the wrong shape.
    """
    if route.asks_nobody or route.measure not in REQUESTS:
        raise InvalidInput(
            [
                Problem(
                    "$.route",
                    "nobody-asked",
                    f"nobody is asked by {route.channel}: there is no request to write",
                    str(route.channel),
                    "a route by which someone is asked",
                )
            ],
            "draft",
        )
    kind = REQUESTS[route.measure]
    known = {field.name for field in attrs.fields(kind)}
    strange = [
        Problem(f"$.{name}", "unknown-key", "unknown field", name, did_you_mean(name, known))
        for name in given
        if name not in known
    ]
    if strange:
        raise InvalidInput(strange, "draft")
    if atlas is None:
        from cybercoop.atlas import shipped

        atlas = shipped()
    asked = need.addressed_to
    state = None if asked is None else atlas.as_of(on).state(asked)
    filled = {
        name: value
        for name, value in {**_from_need(need, route, state), **given}.items()
        if name in known and value is not None
    }
    request = kind(**filled)
    return Draft(request=request, check=check(request, on=on, atlas=atlas))


def _from_need(need: Need, route: Route, state: StateView | None) -> dict[str, Any]:
    hold, urgency, offence = need.preservation, need.urgency, need.offence
    earlier = any(v is not None for v in (hold.reference, hold.requested_on, hold.effected_on))
    follows = earlier and route.measure != Measure.PRESERVATION
    return {
        "channel": route.channel,
        "need": need,
        "legal_basis": _legal_basis(route.basis),
        "status": RequestStatus.FOLLOWUP_PRESERVATION if follows else None,
        "related": (
            p.Related(kind="preservation", reference=hold.reference, date=hold.requested_on),
        )
        if earlier
        else None,
        "language": _language(need.language),
        "issuing_authority": p.Authority(kind=str(need.authority)) if need.authority else None,
        "requested_authority": _addressee(route, state),
        "offences": tuple(
            p.RequestOffence(
                convention_article=conduct,
                max_penalty=offence.max_penalty_years.requesting,
            )
            for conduct in offence.conduct or ()
        )
        or None,
        "facts": offence.description,
        "provider": p.ProviderDetails(name=need.holder.name) if need.holder.name else None,
        "system_location": _location(need, state),
        "necessity": _necessity(need),
        "intends_mla": need.intends_mutual_assistance,
        "dual_criminality": None
        if offence.dual_criminality is None
        else p.DualCriminalityClaim(claimed=offence.dual_criminality),
        "targets": tuple(_target(text) for text in need.target_data.identifiers or ()) or None,
        "data_categories": None if need.data is None else (need.data,),
        "proceeding_type": need.proceeding,
        "urgency": p.UrgencyStatement(level="urgent") if urgency.urgent else None,
        "confidentiality": None
        if need.confidential is None
        else p.Confidentiality(keep=need.confidential),
        "transmission": p.TransmissionDetails(means=need.transmission.means)
        if need.transmission.means
        else None,
        "person": p.PersonSought(nationality=need.person.national_of)
        if need.person.national_of
        else None,
    }


def _legal_basis(basis: str) -> p.LegalBasis:
    """The treaty and its article; the id of an agreement stands for itself."""
    code, _, article = basis.partition(" ")
    if code in INSTRUMENTS:
        return p.LegalBasis(treaty=code, article=article or None)
    return p.LegalBasis(treaty=basis)


def _language(tag: str | None) -> str | None:
    return tag if tag and re.match(r"^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$", tag) else None


def _addressee(route: Route, state: StateView | None) -> p.Authority | None:
    role = _ADDRESSED.get(route.channel)
    if route.measure == Measure.EXTRADITION:
        role = "extradition-authority"
    name = None if role is None or state is None else state.authority_name(role)
    return None if name is None else p.Authority(name=name)


def _location(need: Need, state: StateView | None) -> str | None:
    place = need.target_data.located_in
    if place is None:
        return None
    name = state.name if state is not None and state.code == place else place
    territory = need.target_data.territory
    return f"{territory}, {name}" if territory else name


def _necessity(need: Need) -> str | None:
    """Why the data must be kept, in the words of the facts; None where no fact says."""
    said = []
    if need.urgency.volatile:
        said.append("The data are particularly vulnerable to loss or modification.")
    if need.urgency.expires_on is not None:
        said.append(f"They are kept until {need.urgency.expires_on.isoformat()} only.")
    return " ".join(said) or None


def _target(text: str) -> p.Target:
    """An identifier as it was written; its kind only where its shape leaves no doubt."""
    first, *rest = text.split()
    seen: list[dt.date | dt.datetime] = []
    for word in rest:
        moment = _moment(word)
        if moment is None:
            return p.Target(value=text)
        seen.append(moment)
    return p.Target(format=_format(first), value=first, observed_at=tuple(seen) or None)


def _moment(word: str) -> dt.date | dt.datetime | None:
    try:
        if "T" in word.upper():
            moment = dt.datetime.fromisoformat(word)
            return moment if moment.utcoffset() is not None else None
        return dt.date.fromisoformat(word)
    except ValueError:
        return None


def _format(text: str) -> TargetFormat | None:
    try:
        ipaddress.ip_address(text)
    except ValueError:
        pass
    else:
        return TargetFormat.IP_ADDRESS
    if "://" in text:
        guess = TargetFormat.URL
    elif "@" in text:
        guess = TargetFormat.E_MAIL_ADDRESS
    elif text.startswith("+"):
        guess = TargetFormat.TELEPHONE
    else:
        return None
    return guess if well_formed(p.Target(format=guess, value=text)) else None
