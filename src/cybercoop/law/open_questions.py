"""The questions the law leaves open, with both readings (rule sheet section 9)."""

from __future__ import annotations

from cybercoop.logic.conditions import OpenQuestion
from cybercoop.model.citation import Citation

__all__ = [
    "ALL",
    "OQ_1",
    "OQ_2",
    "OQ_3",
    "OQ_4",
    "OQ_5",
    "OQ_6",
    "OQ_7",
    "OQ_8",
    "OQ_9",
    "OQ_10",
    "OQ_11",
    "OQ_12",
]


def _question(
    cite: str, text: str, *, first: str, second: str, prefers_first: bool, decides: bool
) -> OpenQuestion:
    return OpenQuestion(Citation.parse(cite), text, first, second, prefers_first, decides)


OQ_1 = _question(
    "OQ-1",
    "Does a treaty limited to certain offences switch Article 27 off for the others?",
    first="no: it is not applicable to them, so Article 27 fills the gap",
    second="yes: a treaty in force between the two is enough",
    prefers_first=True,
    decides=True,
)
OQ_2 = _question(
    "OQ-2",
    "Is the UN convention on organised crime a mutual assistance treaty in the sense of 27(1)?",
    first="yes, for a case within its scope",
    second="no: its own procedure gives way to treaties, so Article 27 stays",
    prefers_first=True,
    decides=True,
)
OQ_3 = _question(
    "OQ-3",
    "Must it be urgent for a direct request without coercion under 27(9)(d)?",
    first="yes: paragraph 9 opens with urgency",
    second="no: the Explanatory Report says that urgency is not needed",
    prefers_first=False,
    decides=True,
)
OQ_4 = _question(
    "OQ-4",
    "After a declaration under 27(9)(e), may Interpol still carry the request?",
    first="no: paragraph 9 traffic is closed as a whole",
    second="yes, to the central authority",
    prefers_first=True,
    decides=True,
)
OQ_5 = _question(
    "OQ-5",
    "May preservation be postponed for proceedings of the requested Party?",
    first="yes: 27(5) speaks of any request",
    second="no: Article 29 lists its grounds and this is none of them",
    prefers_first=False,
    decides=False,
)
OQ_6 = _question(
    "OQ-6",
    "Do Articles 29 and 31 reach data stored elsewhere that a provider there controls?",
    first="no: both speak of data located in the territory",
    second="yes: its own production order under 18(1)(a) would reach them",
    prefers_first=True,
    decides=False,
)
OQ_7 = _question(
    "OQ-7",
    "Is an offence established in accordance with 2 to 11 where the requested Party narrowed it?",
    first="yes: the type of offence counts; First Protocol offences are outside",
    second="no: what it reserved is outside; First Protocol offences are inside for its Parties",
    prefers_first=True,
    decides=True,
)
OQ_8 = _question(
    "OQ-8",
    "May a provider hand content straight to a foreign authority in an emergency?",
    first="no: the emergency exceptions speak of domestic authorities",
    second="yes: where its national law lists content",
    prefers_first=True,
    decides=False,
)
OQ_9 = _question(
    "OQ-9",
    "May consent under 32(b) be given by a person who is in another State?",
    first="no: that State is by-passed; the standard case is consent given at home",
    second="yes: the text does not ask where the person is",
    prefers_first=True,
    decides=False,
)
OQ_10 = _question(
    "OQ-10",
    "When do the 60 days start if preservation is repeated, and who must have received what?",
    first="at the earliest preservation, ending at receipt by the executing body",
    second="at the last preservation, ending at receipt by any authority",
    prefers_first=True,
    decides=True,
)
OQ_11 = _question(
    "OQ-11",
    "Can confidentiality be asked under 27(8) where a treaty applies and is silent?",
    first="no: only by agreement or under their own law",
    second="yes: the paragraph speaks of any request under the chapter",
    prefers_first=True,
    decides=False,
)
OQ_12 = _question(
    "OQ-12",
    "Who is a judicial authority in 27(9)(a)?",
    first="whom the requesting Party's own law counts as judicial",
    second="courts and judges alone",
    prefers_first=True,
    decides=True,
)

ALL = (OQ_1, OQ_2, OQ_3, OQ_4, OQ_5, OQ_6, OQ_7, OQ_8, OQ_9, OQ_10, OQ_11, OQ_12)
"""Every open question of the rule sheet; OQ-10 bears on clocks alone."""
