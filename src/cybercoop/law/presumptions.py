"""What practice takes for granted of facts nobody states, and what to do before anything else."""

from __future__ import annotations

from cybercoop.law import vocabulary as v
from cybercoop.law.scopes import STORED
from cybercoop.logic.rules import FirstStep
from cybercoop.logic.sections import presumes
from cybercoop.model.citation import Citation
from cybercoop.model.terms import Channel, Measure

__all__ = ["FIRST_STEP", "PRESUMPTIONS"]

PRESUMPTIONS = (
    presumes("P-criminal", "BC 14(1)", "proceeding", "criminal", "the proceeding is criminal"),
    presumes(
        "P-political", "BC 27(4)(a)", "offence.political", False, "the offence is not political"
    ),
    presumes("P-fiscal", "BC 25(4)", "offence.fiscal", False, "the offence is not fiscal"),
    presumes("P-minor", "BC 25(4)", "offence.minor", False, "the case is not a minor one"),
    presumes(
        "P-interests",
        "BC 27(4)(b)",
        "essential_interests_at_stake",
        False,
        "no essential interest of the requested Party is at stake",
    ),
    presumes(
        "P-own-proceedings",
        "BC 27(5)",
        "own_proceedings_in_requested",
        False,
        "no proceedings of the requested Party would suffer",
    ),
    presumes(
        "P-territory",
        "BC 38(1)",
        "target_data.territory",
        "a territory that is covered",
        "the territory is covered",
    ),
    presumes(
        "P-excluded",
        "BC 38(1)",
        "*.excluded_territories",
        frozenset[str](),
        "no territory is excluded",
    ),
    presumes("P-stored", "BC 29(1)", "target_data.existence", "stored", "the data exist already"),
    presumes(
        "P-location-known",
        "BC 29(1)",
        "target_data.location_known",
        True,
        "somebody knows where the data are",
    ),
    presumes(
        "P-location",
        "BC 29(1)",
        "target_data.located_in",
        v.requested.state,
        "the data are in the State that is asked",
        when=v.names_requested & v.location_known,
    ),
    presumes("P-secure", "BC 25(3)", "transmission.secure", True, "secure means can be used"),
    presumes(
        "P-authenticated",
        "BC 25(3)",
        "transmission.authenticated",
        True,
        "authenticated means can be used",
    ),
    presumes(
        "P-intends",
        "BC 29(1)",
        "intends_mutual_assistance",
        True,
        "a need for stored data means that mutual assistance will be asked",
        when=v.need_measure.equals("stored-data"),
    ),
    presumes(
        "P-designated",
        "BC 27(2)",
        "*.authorities[*]",
        True,
        "an authority that is not listed is designated, its address unknown",
    ),
    presumes(
        "P-statements",
        "BC 42",
        "*.statements[*]",
        False,
        "a statement that is not listed was not made",
    ),
    presumes(
        "P-untoc",
        "OQ-2",
        "*.instruments[UNTOC]",
        False,
        "an instrument that is not listed for a State does not bind it",
    ),
    presumes(
        "P-agreements",
        "BC 27(1)",
        "pair.agreements",
        False,
        "there is no agreement between the two besides those on file",
    ),
    presumes(
        "P-extradition-treaty",
        "BC 24(7)",
        "pair.agreements[extradition]",
        False,
        "there is no extradition treaty between the two besides those on file",
    ),
)
"""Every presumption; a fact that none of them speaks of is simply unknown."""

FIRST_STEP = FirstStep(
    key="BC-29-7a.hold",
    cite=Citation.parse("BC 29(7)"),
    measure=Measure.PRESERVATION,
    before=frozenset(Measure(name) for name in STORED),
    unless=~v.volatile | v.today.not_after(v.hold_effected_on.plus_days(60)),
    alongside=Channel.PROVIDER_EMERGENCY,
    text="preserve before anything else, unless nothing can be lost or a hold is running",
)
