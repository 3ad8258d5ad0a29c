"""May data serve another case, or be passed on? Limits of use, instrument by instrument."""

from __future__ import annotations

from collections.abc import Iterable

from cybercoop.law import vocabulary as v
from cybercoop.law.scopes import ARTICLE_27
from cybercoop.logic.conditions import AnyOf, Condition, derived
from cybercoop.logic.facts import Collection, Flag, Term
from cybercoop.logic.rules import Rule
from cybercoop.logic.sections import on, row

__all__ = ["RULES"]

measure = Term("obtained.measure")
channel = Term("obtained.channel")
instrument = Term("obtained.instrument")
purpose = Term("use.purpose")
case = Term("use.case")
passed_on = Flag("use.passed_on").holds
passed_to_state = Flag("use.passed_to_third_state").holds
conditions = Collection("obtained.conditions", "condition")
kind = Term("condition.kind")
code = Term("condition.code")
binds = Flag("condition.binds").holds
conditions_known = Flag("obtained.conditions_known").holds
terms_tie_use = Flag("pair.treaty_terms[use-limitation]", "both").holds
unread = Flag("not.in.the.atlas").holds

other_case = case.equals("other")
elsewhere = other_case | passed_on
evidence = purpose.equals("evidence")


def _condition(word: str) -> Condition:
    return AnyOf(conditions, kind.equals(word) & binds) | ~conditions_known


limited = derived(
    "use is limited to the case by a condition that binds", _condition("use-limitation")
)
secret = derived("confidentiality is a condition that binds", _condition("confidentiality"))


def _handled(word: str) -> Condition:
    return AnyOf(conditions, kind.equals("handling") & code.equals(word) & binds)


def _limits(key: str, cite: str, where: Condition, use: str, secrecy: str) -> list[Rule]:
    """The two limits a condition may set, each with its paragraph."""
    section = on().forbids_if(
        row(
            f"{key}.use",
            use,
            where & limited & elsewhere,
            "use in another case, or by another authority, was excluded by a condition",
            ask="from",
        ),
        row(
            f"{key}.secrecy",
            secrecy,
            where & secret & passed_on,
            "passing on breaks the confidentiality that was a condition",
            ask="from",
        ),
    )
    return list(
        section.binds_if(
            row(
                f"{key}.binds",
                cite,
                where & AnyOf(conditions, binds),
                "a condition binds once it is accepted; of one that was not, ask on which terms "
                "the data were handed over all the same",
                ask="from",
            ),
        ).rules
    )


def _free(key: str, cite: str, when: Condition, text: str, mark: str = "T") -> list[Rule]:
    return list(on().permits_if(row(key, cite, when, text, mark)).rules)


def _barred(key: str, cite: str, when: Condition, text: str, mark: str = "T") -> list[Rule]:
    return list(on().forbids_if(row(key, cite, when, text, mark, ask="from")).rules)


def _all(*groups: Iterable[Rule]) -> tuple[Rule, ...]:
    return tuple(rule for group in groups for rule in group)


by_convention = channel.is_in({*ARTICLE_27, "network-24-7"})
is_unasked = measure.equals("spontaneous-information")
unasked_182 = instrument.equals("E182") & is_unasked
unasked = is_unasked & ~instrument.is_in({"E182", "EPOL", "IED", "IPOL"})
under_28 = by_convention & ~is_unasked & ~instrument.is_in({"E30", "E182"})
budapest = _all(
    _limits("BC-28-2", "BC 28(3)", under_28, "BC 28(2)(b)", "BC 28(2)(a)"),
    _free(
        "BC-28-2.free",
        "BC 28(2)",
        under_28,
        "the Convention limits use only where the requested Party made it a condition",
    ),
    _free(
        "BC-28-2.same",
        "BC 28(2)(b)",
        under_28 & limited & ~elsewhere,
        "the limit leaves the case the data were given for",
    ),
    _limits("BC-26-2.limit", "BC 26(2)", unasked, "BC 26(2)", "BC 26(2)"),
    _free(
        "BC-26-2.free",
        "BC 26(2)",
        unasked,
        "information sent unasked is free where no condition was accepted",
    ),
    _free("BC-32-a.free", "BC 32(a)", channel.equals("open-source"), "anybody may see it"),
    _free("BC-32-b.free", "BC 32(b)", channel.equals("consent"), "given with consent, by no State"),
    _free(
        "BC-18-1a.free",
        "BC 18(1)(a)",
        channel.is_in({"domestic-order", "domestic-search"}),
        "own evidence: no other State gave it",
    ),
    _free(
        "BC-18-1b.free",
        "BC 18(1)(b)",
        channel.equals("domestic-order-offering-services"),
        "given on an order of one's own, by no State",
    ),
)

in_team = channel.is_in({"joint-investigation-team", "joint-investigation"})
by_treaty = channel.equals("treaty")
ets = instrument.is_in({"E30", "E182"}) & ~in_team & ~is_unasked
protected = ets & v.between_ets_182
palermo = instrument.equals("UNTOC")
agreed = by_treaty & ~instrument.is_in({"E30", "E182", "UNTOC", "TCA"}) | channel.equals(
    "letters-rogatory"
)
treaties = _all(
    _limits("IP-7", "BC 28(1)", agreed, "BC 28(1)", "BC 28(1)"),
    _barred(
        "IP-7.terms",
        "BC 28(1)",
        agreed & elsewhere & terms_tie_use,
        "Article 28 gives way to the treaty, whose own terms on use are not in the atlas: read it",
        "I",
    ),
    _free(
        "IP-7.same",
        "BC 28(1)",
        agreed & ~elsewhere,
        "the use that was asked for",
        "I",
    ),
    _limits("E30-use", "E182 25", ets, "E182 26", "E182 25"),
    _barred(
        "E182-26.other",
        "E182 26",
        protected & other_case & purpose.equals("intelligence"),
        "beyond proceedings and imminent threats, personal data need the consent of who gave them",
    ),
    _barred(
        "E182-26.pass",
        "E182 26",
        protected & passed_on,
        "passing personal data on needs the consent of who gave them",
    ),
    _free(
        "E182-26.proceedings",
        "E182 26",
        protected,
        "personal data may serve proceedings to which the convention applies",
    ),
    _free(
        "E30.free",
        "E30 1(1)",
        ets & ~v.between_ets_182,
        "the convention of 1959 sets no limit of use",
        "I",
    ),
    _limits("E182-11", "E182 11", unasked_182, "E182 11", "E182 11"),
    _free("E182-11.free", "E182 11", unasked_182, "sent unasked, without a condition that binds"),
    _barred(
        "UNTOC-18-19.use",
        "UNTOC 18(19)",
        palermo & elsewhere,
        "what was given for one case serves another, or goes on, only with prior consent",
        "K",
    ),
    _free("UNTOC-18-19.same", "UNTOC 18(19)", palermo & ~elsewhere, "the case stated", "K"),
    _free(
        "TCA.same",
        "TCA 633",
        instrument.equals("TCA") & ~elsewhere,
        "the use that was asked for",
        "K",
    ),
)

team_182 = in_team & ~instrument.is_in({"P2"})
team_224 = in_team & instrument.equals("P2")
teams = _all(
    _barred(
        "E182-20-10.other",
        "E182 20(10)",
        team_182 & elsewhere,
        "beyond the purpose of the team, the Party where it came up has to consent",
    ),
    _free("E182-20-10.same", "E182 20(10)", team_182 & ~elsewhere, "the purpose of the team"),
    _barred(
        "P2-12-6.other",
        "P2 12(6)",
        team_224 & elsewhere,
        "beyond the purpose of the team, the Party that gave it has to consent",
        "K",
    ),
    _free("P2-12-6.same", "P2 12(6)", team_224 & ~elsewhere, "the purpose of the team", "K"),
)

DIRECT = {
    "provider-order",
    "order-giving-effect",
    "network-24-7-emergency",
    "emergency-mutual-assistance",
    "registrar-request",
}
protocol = channel.is_in(DIRECT)
second_protocol = _all(
    _barred(
        "P2-14-10",
        "P2 14(10)",
        protocol & passed_to_state,
        "onward transfer to another State or organisation needs prior authorisation",
        "K",
    ),
    _barred(
        "P2-6-3-c",
        "P2 6(3)(c)",
        channel.equals("registrar-request") & other_case,
        "the request said that the data serve the one investigation it named",
        "K",
    ),
    _limits("P2-7", "P2 7(5)", channel.equals("provider-order"), "P2 7(5)", "P2 7(5)"),
    _limits("P2-8-9", "P2 8(9)", channel.equals("order-giving-effect"), "P2 8(8)", "P2 8(8)"),
    _limits("P2-9-7", "P2 9(7)", channel.equals("network-24-7-emergency"), "P2 9(7)", "P2 9(7)"),
    _limits(
        "P2-10-7", "P2 10(7)", channel.equals("emergency-mutual-assistance"), "P2 10(7)", "P2 10(7)"
    ),
    _free(
        "P2-14-2",
        "P2 14(2)",
        protocol,
        "data serve specific criminal investigations and proceedings, another one included",
        "K",
    ),
)

executive = channel.equals("executive-agreement-order")
eu_orders = channel.is_in({"eu-investigation-order", "eu-production-order"})
police = channel.equals("police-cooperation")
siena = police & instrument.equals("EPOL")
single_points = police & instrument.equals("IED")
interpol = police & ~instrument.is_in({"EPOL", "IED"})
elsewhere_in_law = _all(
    _barred(
        "CA-2523-b-4-C",
        "CA 2523(b)(4)(C)",
        executive & passed_to_state,
        "orders may not supply a third government",
    ),
    _limits("CA-limits", "CA 2523(b)(4)", executive, "CA 2523(b)(4)", "CA 2523(b)(4)"),
    _free("CA.free", "CA 2523(b)(4)", executive, "evidence under the law of the issuing State"),
    _barred(
        "EIO.other",
        "EIO 1(1)",
        eu_orders & elsewhere & unread,
        "whether data of a European order serve another case is for the law of the States",
        "I",
    ),
    _free("EIO.same", "EIO 1(1)", eu_orders & ~elsewhere, "the proceedings of the order"),
)
police_information = _all(
    _barred(
        "EPOL-h.H1",
        "EPOL",
        siena & _handled("H1") & evidence,
        "code H1: not as evidence without permission of the supplier",
        "K",
    ),
    _barred(
        "EPOL-h.H2",
        "EPOL",
        siena & _handled("H2") & passed_on,
        "code H2: no further dissemination",
        "K",
    ),
    _barred(
        "EPOL-h.H3",
        "EPOL",
        siena & _handled("H3") & unread,
        "code H3: other restrictions, which the supplier has to tell",
        "K",
    ),
    _barred(
        "EPOL-h.evidence",
        "EPOL",
        siena & evidence & ~_handled("H1") & unread,
        "whether it may be evidence is for the supplier's law: ask",
        "K",
    ),
    _limits("EPOL-h", "EPOL", siena, "EPOL", "EPOL"),
    _free("EPOL-h.H0", "EPOL", siena, "default use: to prevent and combat crime", "K"),
    _barred(
        "IED-ev",
        "IED 1",
        single_points & evidence,
        "no right to use it as evidence unless the supplying State consents",
        "S",
    ),
    _limits("IED-limits", "IED 1", single_points, "IED 1", "IED 1"),
    _free("IED.free", "IED 1", single_points, "what police information is for", "S"),
    _barred(
        "IPOL-1",
        "IPOL",
        interpol & evidence,
        "intelligence only, unless the source consents",
        "K",
    ),
    _barred(
        "IPOL-3",
        "IPOL",
        interpol & passed_on,
        "the source controls what becomes of its data",
        "K",
    ),
    _limits("IPOL-limits", "IPOL", interpol, "IPOL", "IPOL"),
    _free("IPOL.free", "IPOL", interpol, "a lead for the police", "K"),
)
by_provider = channel.is_in({"provider-voluntary", "provider-emergency"})
admits = v.requesting.law_list("admits_evidence_from").contains(channel)
providers = _all(
    _barred(
        "PRV.evidence",
        "OPEN-13",
        by_provider & evidence & ~admits,
        "courts differ on what a provider gave of its own will: obtain it again by an order",
        "K",
    ),
    _limits("PRV-limits", "PRV", by_provider, "PRV", "PRV"),
    _free("PRV.free", "PRV", by_provider, "no State gave it, and none set a condition", "S"),
)

RULES: tuple[Rule, ...] = (
    *budapest,
    *treaties,
    *teams,
    *second_protocol,
    *elsewhere_in_law,
    *police_information,
    *providers,
)
"""Every rule on use: what forbids it, what permits it, what binds."""
