"""Codes of States: ISO 3166-1 alpha-2, and the codes of territories that belong to a State."""

from __future__ import annotations

from types import MappingProxyType

from cybercoop.errors import InvalidInput, did_you_mean

__all__ = ["ISO_CODES", "TERRITORY_OF", "is_invented", "read_code"]

_CODES = """
    AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE
    BF BG BH BI BJ BL BM BN BO BQ BR BS BT BV BW BY BZ CA CC CD
    CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM
    DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO FR GA GB GD GE GF
    GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM HN HR HT HU
    ID IE IL IM IN IO IQ IR IS IT JE JM JO JP KE KG KH KI KM KN
    KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME
    MF MG MH MK ML MM MN MO MP MQ MR MS MT MU MV MW MX MY MZ NA
    NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM
    PN PR PS PT PW PY QA RE RO RS RU RW SA SB SC SD SE SG SH SI
    SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK
    TL TM TN TO TR TT TV TW TZ UA UG UM US UY UZ VA VC VE VG VI
    VN VU WF WS YE YT ZA ZM ZW
"""

ISO_CODES = frozenset(_CODES.split())
"""The officially assigned codes of ISO 3166-1."""

TERRITORY_OF = MappingProxyType(
    {
        territory: state
        for state, territories in {
            "FI": "AX",
            "US": "AS GU MP PR UM VI",
            "GB": "AI BM FK GG GI GS IM IO JE KY MS PN SH TC VG",
            "NL": "AW BQ CW SX",
            "DK": "FO GL",
            "FR": "BL GF GP MF MQ NC PF PM RE TF WF YT",
            "NO": "BV SJ",
            "AU": "CC CX HM NF",
            "NZ": "TK",
            "CN": "HK MO",
        }.items()
        for territory in territories.split()
    }
)
"""Territories with a code of their own, and the State they belong to: they join treaties through it
(general knowledge)."""

_HABITS = {"UK": "GB", "EL": "GR"}


def is_invented(code: str) -> bool:
    """Is this one of XA to XZ, the codes of invented States?"""
    return len(code) == 2 and code[0] == "X" and "A" <= code[1] <= "Z"


def read_code(value: object, path: str = "$") -> str:
    """`value` as the code of a State, real or invented; raises `InvalidInput` with the nearest."""
    if isinstance(value, str) and (value in ISO_CODES or is_invented(value)):
        return value
    if isinstance(value, str) and value in _HABITS:
        accepted = f"{_HABITS[value]} (ISO 3166-1)"
    else:
        near = did_you_mean(value, ISO_CODES).rpartition(" (did you mean ")
        hint = f" (did you mean {near[2]}" if near[1] else ""
        accepted = f"an ISO 3166-1 alpha-2 code, or XA to XZ for an invented State{hint}"
    raise InvalidInput.single(path, "state", f"{value!r} is no State code", value, accepted)
