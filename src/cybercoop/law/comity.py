"""Outside any treaty: letters rogatory between courts, and police information."""

from __future__ import annotations

from cybercoop.law import vocabulary as v
from cybercoop.law.scopes import ASSISTANCE, COMITY
from cybercoop.logic.conditions import ALWAYS
from cybercoop.logic.sections import channel, on, row

__all__ = ["SECTIONS"]

_grounds = v.requested.law_list("refusal_grounds")

letters_rogatory = (
    channel("letters-rogatory", regime=COMITY)
    .carries("preservation", basis="comity", yields="preservation", hands=5, last_resort=True)
    .carries(
        *ASSISTANCE,
        "partial-disclosure",
        "hearing-by-video",
        "joint-investigation",
        basis="comity",
        yields="evidence",
        hands=5,
        last_resort=True,
    )
    .carries("extradition", basis="comity", yields=None, hands=5, last_resort=True)
    .carries("assistance", basis="comity", yields="intelligence", hands=5, last_resort=True)
    .leaves_open_if(
        row(
            "BC-23.comity",
            "BC 23",
            ALWAYS,
            "outside any treaty it is a courtesy: always lawful to ask, never owed",
            "I",
        ),
    )
    .may_be_refused_if(
        row(
            "BC-23.comity-dual-criminality",
            "BC 23",
            (v.wants_dual_criminality | _grounds.contains("dual-criminality"))
            & ~v.dual_criminality,
            "their law wants dual criminality, and the conduct is no crime there",
            "I",
            ground="dual-criminality",
        ),
        row(
            "BC-23.comity-political",
            "BC 23",
            _grounds.contains("political-offence") & v.political,
            "their law lets them refuse for a political offence",
            "I",
            ground="political-offence",
        ),
        row(
            "BC-23.comity-fiscal",
            "BC 23",
            _grounds.contains("fiscal-offence") & v.fiscal,
            "their law lets them refuse for a fiscal offence",
            "I",
            ground="fiscal-offence",
        ),
        row(
            "BC-23.comity-minor",
            "BC 23",
            _grounds.contains("minor-case") & v.minor,
            "their law lets them refuse in a minor case",
            "I",
            ground="minor-case",
        ),
        row(
            "BC-23.comity-interests",
            "BC 23",
            _grounds.contains("essential-interests") & v.essential_interests,
            "their law lets them refuse where essential interests are at stake",
            "I",
            ground="essential-interests",
        ),
        row(
            "BC-23.comity-own-proceedings",
            "BC 23",
            _grounds.contains("own-proceedings") & v.own_proceedings,
            "their law lets them refuse while proceedings of their own would suffer",
            "I",
            ground="own-proceedings",
        ),
    )
)

police = (
    channel("police-cooperation", regime=COMITY)
    .carries("spontaneous-information", basis="IPOL", yields="intelligence", hands=2)
    .leaves_open_if(
        row(
            "BC-26-x",
            "BC 26(1)",
            ALWAYS,
            "police may send information to police, within their own law",
            "I",
        ),
    )
)

extradition = on(["extradition"], ["letters-rogatory"], [COMITY]).may_be_refused_if(
    row(
        "BC-23.comity-nationality",
        "BC 23",
        _grounds.contains("nationality") & v.nationality.equals(v.requested.state),
        "their law lets them keep their nationals",
        "I",
        ground="nationality",
    ),
)

SECTIONS = (letters_rogatory, extradition, police)
