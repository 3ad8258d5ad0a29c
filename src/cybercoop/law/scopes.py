"""Groups of measures, channels and regimes that rules speak of together."""

from __future__ import annotations

__all__ = [
    "ARTICLE_27",
    "ASSISTANCE",
    "COMITY",
    "CONVENTION",
    "DATA_MEASURES",
    "LIVE",
    "OWN",
    "PARAGRAPH_9",
    "PROVIDER",
    "STORED",
    "TREATIES",
    "TREATY_AGREEMENT",
    "TREATY_ETS_30",
    "TREATY_UNLISTED",
    "TREATY_UNTOC",
]

STORED = ("stored-data", "domain-registration")
LIVE = ("real-time-traffic", "interception")
ASSISTANCE = (*STORED, *LIVE)
DATA_MEASURES = (*ASSISTANCE, "preservation", "partial-disclosure")

PARAGRAPH_9 = ("direct-judicial", "interpol", "direct-non-coercive")
ARTICLE_27 = ("central-authority", *PARAGRAPH_9)

CONVENTION = "convention"
TREATY_ETS_30 = "ets-30"
TREATY_UNTOC = "untoc"
TREATY_AGREEMENT = "agreement"
TREATY_UNLISTED = "unlisted-treaty"
TREATIES = (TREATY_ETS_30, TREATY_UNTOC, TREATY_AGREEMENT, TREATY_UNLISTED)
COMITY = "comity"
OWN = "own-powers"
PROVIDER = "provider"
