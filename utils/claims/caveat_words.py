"""Sentences of caveats that name a figure, a date or a reason of their own."""

from __future__ import annotations

import datetime as dt

from utils.analysis.ladder import MEANING
from utils.claims import predicates as when
from utils.claims.draft import Draft
from utils.model import Fact, ReachFact, StudyEffect, periods


def nearest_break(draft: Draft, today: dt.date) -> str:
    """The nearest break, and the producer's reason."""
    found = when.near_break(draft)
    assert found is not None
    day = periods.label(found.date, found.date)
    return f"Figures before and after {day} can't be compared. {found.reason}"


def rung(draft: Draft, today: dt.date) -> str:
    """What the rung of a figure of reach means."""
    rung = draft.reach.rung if draft.reach else None
    if isinstance(draft.cited, ReachFact):
        rung = draft.cited.rung
    assert rung is not None
    return MEANING[rung]


def coverage(draft: Draft, today: dt.date) -> str:
    """What was not counted."""
    assert draft.reach is not None
    return f"Not everything was counted: {draft.reach.missed}."


def years(draft: Draft, today: dt.date) -> str:
    """How old the figure is."""
    years = round(draft.years(today))
    if years < 1:
        return "The figure is less than a year old, but newer ones are due."
    return f"The figure is {years} year{'s' if years > 1 else ''} old."


def holes(draft: Draft, today: dt.date) -> str:
    """How many periods of a sum have no figure."""
    word = "period is" if draft.holes == 1 else "periods are"
    return f"{draft.holes:,} {word} missing in the source and not in the sum."


def cited(draft: Draft, today: dt.date) -> str:
    """The reservation that stands beside a cited figure."""
    if isinstance(draft.cited, Fact):
        return draft.cited.qualifier
    assert isinstance(draft.cited, StudyEffect)
    return draft.cited.caveat
