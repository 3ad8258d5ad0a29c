"""Duties a reply, or silence, leaves unkept; and the best answer to it."""

from __future__ import annotations

from cybercoop.law import vocabulary as v
from cybercoop.law.replies import facts as r
from cybercoop.law.scopes import (
    ARTICLE_27,
    ASSISTANCE,
    CONVENTION,
    STORED,
    TREATIES,
    TREATY_ETS_30,
)
from cybercoop.logic.sections import on, row
from cybercoop.model.terms import FollowUp

__all__ = ["SECTIONS"]

REGIMES = (CONVENTION, *TREATIES)
ANSWERED = (*ASSISTANCE, "preservation", "partial-disclosure", "assistance")
CHANNELS_27 = (*ARTICLE_27, "network-24-7")
OTHER_CHANNELS = (*ARTICLE_27, "treaty", "letters-rogatory")

# What is breached.
article_27 = on(ANSWERED, CHANNELS_27, [CONVENTION]).is_breached_if(
    row(
        "BC-27-6.reply",
        "BC 27(6)",
        r.applies("BC 27(6)") & r.withheld & ~r.considered_partial,
        "before refusing or postponing they had to consider partial help or conditions",
        on="requested",
    ),
    row(
        "BC-27-7.reasons",
        "BC 27(7)",
        r.applies("BC 27(7)") & r.withheld & ~r.reasons_given,
        "reasons are owed for a refusal or postponement",
        on="requested",
    ),
    row(
        "BC-27-7.outcome",
        "BC 27(7)",
        r.applies("BC 27(7)") & r.silent,
        "the outcome, or what makes it impossible or late, is to be told promptly",
        on="requested",
    ),
)
quick = on(ANSWERED, None, REGIMES).is_breached_if(
    row(
        "BC-25-3.silence",
        "BC 25(3)",
        r.silent & r.quick,
        "an urgent request by quick means is to be accepted and answered by such means",
        on="requested",
    ),
)
preservation = on(["preservation"], None, REGIMES).is_breached_if(
    row(
        "BC-29-3.silence",
        "BC 29(3)",
        r.silent,
        "data are to be preserved expeditiously",
        on="requested",
    ),
    row(
        "BC-29-6.silence",
        "BC 29(6)",
        r.silent & v.tips_off_customer,
        "they had to say promptly that preserving would endanger the confidentiality of the case",
        on="requested",
    ),
)
partial = on(["partial-disclosure"], None, REGIMES).is_breached_if(
    row(
        "BC-30-1.silence",
        "BC 30(1)",
        r.silent,
        "the traffic data that show the other provider are to be disclosed expeditiously",
        on="requested",
    ),
)
stored = on(STORED, None, REGIMES).is_breached_if(
    row(
        "BC-31-3.silence",
        "BC 31(3)",
        r.silent & v.both_parties & v.volatile,
        "data particularly vulnerable to loss call for an expedited answer",
        on="requested",
    ),
)
network = on(None, ["network-24-7"], [CONVENTION]).is_breached_if(
    row(
        "BC-35-1.silence",
        "BC 35(1)",
        r.silent,
        "the point of contact is there for immediate assistance, at any hour",
        on="requested",
    ),
)
ets_30 = on(ASSISTANCE, ["treaty"], [TREATY_ETS_30]).is_breached_if(
    row(
        "IP-5.reasons-owed",
        "E30 19",
        r.refused & ~r.reasons_given,
        "reasons are owed for any refusal",
        on="requested",
    ),
)
direct = on([*ASSISTANCE, "preservation"], ["direct-judicial"], [CONVENTION]).is_breached_if(
    row(
        "BC-27-9a.no-copy",
        "BC 27(9)(a)",
        ~r.copied,
        "a copy had to go to their central authority through your own at the same time",
        on="requesting",
    ),
)

# What to do.
always = on(ANSWERED, None, None).calls_for(
    row(
        "RC-9.silence",
        "RC 9",
        r.silent,
        "ask them to confirm receipt and to say what has been done",
        "K",
        action=FollowUp.CONSULT,
    ),
    row(
        "RC-7.other-ways",
        "RC 7",
        r.silent | r.withheld & r.permitted.is_in({"yes", "undetermined", "unsettled"}),
        "other lawful ways to the same end",
        "K",
        action=FollowUp.CHANGE_CHANNEL,
    ),
    row(
        "RC-15.which-law",
        "RC 15",
        r.permitted.equals("undetermined"),
        "ask which provision of their law or of the treaty the ground rests on",
        "K",
        action=FollowUp.CONSULT,
    ),
    row(
        "RC-14.open",
        "RC 14",
        r.permitted.equals("unsettled"),
        "the law is open here: consult, and say which reading you rest on",
        "K",
        action=FollowUp.CONSULT,
    ),
    row(
        "RC-13.conduct",
        "RC 13",
        r.ground.equals("dual-criminality"),
        "describe the conduct, not the label: dual criminality is met by the conduct",
        "K",
        action=FollowUp.CONSULT,
    ),
    row(
        "RC-12.complete",
        "RC 12",
        r.ground.equals("incomplete-request") & ~r.complete,
        "add what is missing and send it again",
        "K",
        action=FollowUp.COMPLETE_AND_RESEND,
    ),
    row(
        "RC-12.more",
        "RC 12",
        r.ground.equals("incomplete-request") & r.demanded,
        "answer what they ask and send it again",
        "K",
        action=FollowUp.COMPLETE_AND_RESEND,
    ),
    row(
        "RC-24.translate",
        "RC 24",
        r.ground.equals("language") & r.permitted.is_in({"yes", "undetermined"}),
        "supply a translation into a language they take",
        "S",
        action=FollowUp.COMPLETE_AND_RESEND,
    ),
    row(
        "BC-25-3.confirm",
        "BC 25(3)",
        r.ground.equals("form-of-transmission") & r.permitted.is_in({"yes", "undetermined"}),
        "confirm the request in the form they want",
        action=FollowUp.COMPLETE_AND_RESEND,
    ),
    row(
        "RC-10.own-case",
        "RC 10",
        r.refused & r.permitted.is_in({"yes", "undetermined"}),
        "send your findings unasked, so that they may open a case of their own and use their own "
        "powers",
        "K",
        action=FollowUp.CONSULT,
    ),
)
without_treaty = on(ANSWERED, CHANNELS_27, [CONVENTION]).calls_for(
    row(
        "BC-27-7.ask",
        "BC 27(7)",
        r.applies("BC 27(7)") & (r.silent | r.withheld & ~r.reasons_given),
        "ask for the outcome and for the reasons, which are owed",
        action=FollowUp.INVOKE,
    ),
    row(
        "BC-27-6.offer",
        "BC 27(6)",
        r.applies("BC 27(6)") & r.withheld & r.permitted.equals("yes"),
        "ask for help in part or under conditions",
        action=FollowUp.CONSULT,
    ),
    row(
        "BC-28-3.answer",
        "BC 28(3)",
        r.applies("BC 28(3)") & r.conditional & r.permitted.equals("yes"),
        "accept the condition, and keep it with the data; or say promptly that it cannot be met",
        action=FollowUp.ACCEPT,
    ),
)
unasked = on(["spontaneous-information"], None, [CONVENTION]).calls_for(
    row(
        "BC-26-2.reply",
        "BC 26(2)",
        r.conditional,
        "accept the conditions, and keep them with the information; or say that they cannot be met",
        action=FollowUp.ACCEPT,
    ),
)
under_treaty = on(ANSWERED, ["treaty"], TREATIES).calls_for(
    row(
        "BC-28-x.reply",
        "BC 28(1)",
        r.conditional,
        "read the treaty: its own terms decide on conditions; accept only what you can keep",
        "I",
        action=FollowUp.ACCEPT,
    ),
)
postponed = on(ASSISTANCE, None, REGIMES).calls_for(
    row(
        "BC-27-5.wait",
        "BC 27(5)",
        r.postponed & r.permitted.equals("yes"),
        "wait until their proceedings allow it, and ask for a date",
        action=FollowUp.WAIT,
    ),
    row(
        "BC-29-1.meanwhile",
        "BC 29(1)",
        r.postponed & v.both_parties,
        "have the data preserved meanwhile; once the request is received they stay until it is "
        "decided",
        action=FollowUp.INVOKE,
    ),
)
contact_points = on(["preservation"], OTHER_CHANNELS, None).calls_for(
    row(
        "BC-35-1.escalate",
        "BC 35(1)",
        r.silent & v.both_parties,
        "go through the points of contact, which are there at any hour",
        action=FollowUp.CHANGE_CHANNEL,
    ),
)
prosecute = on(["extradition"], None, REGIMES).calls_for(
    row(
        "BC-24-6.submit",
        "BC 24(6)",
        r.refused & r.ground.equals("nationality") & v.both_parties,
        "ask that the case be submitted to their own authorities, and for a report of the outcome",
        action=FollowUp.INVOKE,
    ),
)

SECTIONS = (
    article_27,
    quick,
    preservation,
    partial,
    stored,
    network,
    ets_30,
    direct,
    always,
    without_treaty,
    unasked,
    under_treaty,
    postponed,
    contact_points,
    prosecute,
)
