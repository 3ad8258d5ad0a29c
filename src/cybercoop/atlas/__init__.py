"""The atlas: who is bound by what, since when, what they declared, and what their law adds.

`shipped()` gives the data of the package; `Atlas.with_overlay` lays the caller's own over them.
Only `cybercoop.law.instruments` of the law is read here: the instruments' own clauses on entry
into force, territory and statements, which are data and rest on the model alone.
"""

from __future__ import annotations

from cybercoop.atlas.core import Atlas, shipped
from cybercoop.atlas.pairs import PairView, Regime
from cybercoop.atlas.records import Datum
from cybercoop.atlas.views import StateView, View

__all__ = ["Atlas", "Datum", "PairView", "Regime", "StateView", "View", "shipped"]
