"""Sentences of caveats that name a figure, a date or a reason of their own."""

from __future__ import annotations

import datetime as dt

from utils.analysis.ladder import MEANING
from utils.claims import predicates as when
from utils.claims.draft import Draft
from utils.language import periods, say, say_many, verbatim
from utils.model import Fact, ReachFact, StudyEffect


def nearest_break(draft: Draft, today: dt.date) -> str:
    """The nearest break, and the producer's reason."""
    found = when.near_break(draft)
    assert found is not None
    day = periods.label(found.date, found.date)
    before = say("Figures before and after {day} can't be compared.", day=day)
    return f"{before} {verbatim(found.reason)}"


def rung(draft: Draft, today: dt.date) -> str:
    """What the rung of a figure of reach means."""
    rung = draft.reach.rung if draft.reach else None
    if isinstance(draft.cited, ReachFact):
        rung = draft.cited.rung
    assert rung is not None
    return say(MEANING[rung])


def coverage(draft: Draft, today: dt.date) -> str:
    """What was not counted."""
    assert draft.reach is not None
    return say("Not everything was counted: {missed}.", missed=draft.reach.missed)


def years(draft: Draft, today: dt.date) -> str:
    """How old the figure is."""
    years = round(draft.years(today))
    if years < 1:
        return say("The figure is less than a year old, but newer ones are due.")
    return say_many("The figure is {count} year old.", "The figure is {count} years old.", years)


def holes(draft: Draft, today: dt.date) -> str:
    """How many periods of a sum have no figure."""
    return say_many(
        "{count} period is missing in the source and not in the sum.",
        "{count} periods are missing in the source and not in the sum.",
        draft.holes,
    )


def cited(draft: Draft, today: dt.date) -> str:
    """The reservation that stands beside a cited figure."""
    if isinstance(draft.cited, Fact):
        return verbatim(draft.cited.qualifier)
    assert isinstance(draft.cited, StudyEffect)
    return verbatim(draft.cited.caveat)
