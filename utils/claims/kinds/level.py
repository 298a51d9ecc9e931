"""One figure: what share, rate or number there was, where, when, and of whom."""

from __future__ import annotations

from utils.claims import lookup, statistic
from utils.claims.draft import Draft
from utils.claims.library import Library
from utils.claims.spec import Spec


def draft(spec: Spec, library: Library) -> Draft:
    """`level:SERIES:PLACE:PERIOD[:GROUP]`."""
    card, line = statistic.line(spec, library)
    return statistic.one(spec, card, line, lookup.row(spec, line))
