"""The facts the law asks about, and the notions built from them."""

from __future__ import annotations

import attrs

from cybercoop.law import open_questions as oq
from cybercoop.logic.conditions import NEVER, AnyOf, Condition, Open, derived
from cybercoop.logic.facts import Collection, Day, Flag, Number, Term, Terms

# Who could bring a change of a fact about.
CHOICE = "requesting"
CASE = "nobody"
HOLDER = "holder"


@attrs.frozen
class Role:
    """A State as one of the roles it has in a case: its entry in the atlas, and which it is."""

    name: str
    who: str
    state: Term

    def bound_by(self, instrument: str) -> Condition:
        """The State is bound by the instrument on the day in question."""
        return Flag(f"{self.name}.instruments[{instrument}]", self.who).holds

    def made(self, provision: str) -> Condition:
        """A statement of the State under the provision is in effect."""
        return Flag(f"{self.name}.statements[{provision}]", self.who).holds

    def designates(self, role: str) -> Condition:
        """The State has designated such an authority."""
        return Flag(f"{self.name}.authorities[{role}]", self.who).holds

    def law_says(self, key: str) -> Condition:
        """The State's own law says yes to this."""
        return Flag(f"{self.name}.law.{key}", self.who).holds

    def law_list(self, key: str) -> Terms:
        """What the State's own law lists under this key."""
        return Terms(f"{self.name}.law.{key}", self.who)

    def list_of(self, key: str) -> Terms:
        """What the State's entry lists under this key."""
        return Terms(f"{self.name}.{key}", self.who)

    def law_word(self, key: str) -> Term:
        """The word the State's own law has under this key."""
        return Term(f"{self.name}.law.{key}", self.who)


located_in = Term("target_data.located_in", CASE)
requesting = Role("requesting", "requesting", Term("requesting"))
requested = Role("requested", "requested", Term("requested"))
location = Role("location", "requested", located_in)
seat = Role("seat", "requested", Term("holder.seat", CASE))

# The route itself and the day of the question.
route_measure = Term("route.measure")
need_measure = Term("measure")
names_requested = Flag("need.names_requested").holds
today = Day("on")

# The need.
data = Term("data", CHOICE)
authority = Term("authority", CHOICE)
proceeding = Term("proceeding", CASE)
coercive = Flag("coercive", CHOICE).holds
intends_mutual_assistance = Flag("intends_mutual_assistance", CHOICE).holds
essential_interests = Flag("essential_interests_at_stake", CASE).holds
own_proceedings = Flag("own_proceedings_in_requested", CASE).holds
confidential = Flag("confidential", CHOICE).holds
urgent = Flag("urgency.urgent", CASE).holds
volatile = Flag("urgency.volatile", CASE).holds
danger_to_life = Flag("urgency.danger_to_life", CASE).holds
secure = Flag("transmission.secure", CHOICE).holds
authenticated = Flag("transmission.authenticated", CHOICE).holds

conduct = Terms("offence.conduct", CASE)
categories = Terms("offence.categories", CASE)
dual_criminality = Flag("offence.dual_criminality", CASE).holds
political = Flag("offence.political", CASE).holds
fiscal = Flag("offence.fiscal", CASE).holds
minor = Flag("offence.minor", CASE).holds
transnational = Flag("offence.transnational", CASE).holds
organised_group = Flag("offence.organised_group", CASE).holds
penalty_requesting = Number("offence.max_penalty_years.requesting", CASE)
penalty_requested = Number("offence.max_penalty_years.requested", CASE)
available_at_home = Flag("offence.available_in_similar_domestic_case", CASE).holds

existence = Term("target_data.existence", CASE)
location_known = Flag("target_data.location_known", CASE).holds
territory = Term("target_data.territory", CASE)
public = Flag("target_data.public", CASE).holds
accessed_from = Term("target_data.accessed_from", CHOICE)
specific_communication = Flag("target_data.specific_communication", CASE).holds

holder_kind = Term("holder.kind", CASE)
present_in = Terms("holder.present_in", CASE)
controls_from = Terms("holder.controls_from", CASE)
offers_services_in = Terms("holder.offers_services_in", CASE)
real_connection_to = Terms("holder.real_connection_to", CASE)
answers_voluntarily = Flag("holder.answers_voluntarily", HOLDER).holds
tips_off_customer = Flag("holder.tips_off_customer", HOLDER).holds

consent_given = Flag("consent.given", CASE).holds
consent_voluntary = Flag("consent.voluntary", CASE).holds
consent_lawful = Flag("consent.lawful", CASE).holds
consent_entitled = Flag("consent.entitled", CASE).holds
consent_by = Term("consent.by", CASE)
consent_given_in = Term("consent.given_in", CASE)

hold_requested = Flag("preservation.requested", CHOICE).holds
hold_effected_on = Day("preservation.effected_on", CASE)
other_provider_in = Term("preservation.other_provider_in", CASE)

nationality = Term("person.national_of", CASE)

# The two States as a pair, and each treaty or arrangement between them.
unlisted_agreement = Flag("pair.agreements", "both").holds
unlisted_extradition = Flag("pair.agreements[extradition]", "both").holds
applies_instead = Terms("pair.applies_instead", "both")
regimes = Collection("pair.regimes", "treaty")
treaty_kind = Term("treaty.kind")
treaty_in_force = Flag("treaty.in_force", "both").holds
treaty_binding = Flag("treaty.binding").holds
treaty_general = Flag("treaty.general").holds
treaty_scope = Terms("treaty.scope")
treaty_direct = Flag("treaty.direct_judicial", "both").holds
treaty_interpol = Flag("treaty.interpol", "both").holds
treaty_joint_teams = Flag("treaty.joint_teams", "both").holds
treaty_confidentiality = Flag("treaty.confidentiality", "both").holds
treaty_minimum_penalty = Number("treaty.minimum_penalty_years")

# Notions.
both_parties = derived(
    "both States are Parties to the Convention",
    requesting.bound_by("BC") & requested.bound_by("BC"),
)
criminal = proceeding.equals("criminal")
stored = existence.equals("stored")
future = existence.equals("future")
service_provider = holder_kind.equals("service-provider")
judicial = derived(
    "the authority is judicial",
    Open(
        oq.OQ_12,
        requesting.law_list("judicial_authorities").contains(authority),
        authority.equals("judge"),
    ),
)
in_convention = derived(
    "the offence is one of Articles 2 to 11",
    conduct.any_within("BC 2", "BC 11"),
)
in_first_protocol = derived(
    "the offence is one of the First Protocol, and both States are Parties to it",
    conduct.any_within("P1 3", "P1 7") & requesting.bound_by("P1") & requested.bound_by("P1"),
)
in_requested = derived(
    "the data are in the requested Party's territory",
    Open(
        oq.OQ_6,
        located_in.equals(requested.state),
        located_in.equals(requested.state) | controls_from.contains(requested.state),
    ),
)
established_offence = derived(
    "the offence is established in accordance with Articles 2 to 11",
    Open(
        oq.OQ_7,
        in_convention,
        conduct.any_within("BC 2", "BC 3")
        | conduct.any_within("BC 5")
        | conduct.any_within("BC 7", "BC 8")
        | conduct.any_within("BC 4") & ~requested.made("BC 4(2)")
        | conduct.any_within("BC 6") & ~requested.made("BC 6(3)")
        | conduct.any_within("BC 9") & ~requested.made("BC 9(4)")
        | conduct.any_within("BC 10") & ~requested.made("BC 10(3)")
        | conduct.any_within("BC 11") & ~requested.made("BC 11(3)")
        | in_first_protocol,
    ),
)
wants_dual_criminality = derived(
    "the requested Party's law wants dual criminality for this measure",
    requested.law_list("dual_criminality_for").contains(route_measure),
)

treaty_covers = derived(
    "the treaty covers the offence",
    treaty_general | categories.any_in(treaty_scope),
)
assistance_treaty = derived(
    "a binding treaty or arrangement on mutual assistance is in force",
    treaty_kind.is_in({"mutual-assistance", "uniform-law"}) & treaty_binding & treaty_in_force,
)
extradition_treaty = derived(
    "an extradition treaty is in force",
    treaty_kind.equals("extradition") & treaty_binding & treaty_in_force,
)
between_ets_30 = derived(
    "both States are Parties to the European convention on mutual assistance",
    requesting.bound_by("E30") & requested.bound_by("E30"),
)
between_ets_182 = derived(
    "both States are Parties to its Second Additional Protocol",
    requesting.bound_by("E182") & requested.bound_by("E182"),
)
between_ets_99 = derived(
    "both States are Parties to its first Additional Protocol",
    requesting.bound_by("E99") & requested.bound_by("E99"),
)
organised_crime_case = derived(
    "a serious crime that is transnational and involves an organised criminal group",
    transnational & organised_group & penalty_requesting.at_least(4),
)
between_untoc = derived(
    "both States are Parties to the UN convention on organised crime",
    requesting.bound_by("UNTOC") & requested.bound_by("UNTOC"),
)
under_untoc = derived(
    "the case falls under the UN convention on organised crime, to which both are Parties",
    between_untoc & organised_crime_case,
)
displaced = derived(
    "a treaty or arrangement stands in the place of Article 27",
    between_ets_30
    | AnyOf(regimes, Open(oq.OQ_1, assistance_treaty & treaty_covers, assistance_treaty))
    | Open(oq.OQ_2, under_untoc, NEVER)
    | unlisted_agreement,
)
has_extradition_treaty = derived(
    "the two States have an extradition treaty",
    AnyOf(regimes, extradition_treaty) | unlisted_extradition,
)
