"""How the figures in use stand: damaged and replaced, waiting, refused, or not asked for long."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from typing import Literal

from utils.model.periods import frequency_days
from utils.store import generations, quarantine, visits
from utils.store.quarantine import Held
from utils.store.visits import Visit

LEAST_DAYS = 31.0
"""However often a series is published, asking once a month is often enough."""
YEAR = 365.25

Trouble = Literal["", "damaged", "waiting", "failed", "overdue"]


@dataclass(frozen=True)
class Standing:
    """What the store knows of one series: its last visit, what waits, and whether it is whole.

    ``whole`` is false where the newest table of the series is not as it was written, so that an
    older one is read.
    """

    series: str
    visit: Visit = field(default_factory=Visit)
    held: Held | None = None
    whole: bool = True

    def trouble(self, frequency: str, today: dt.date) -> Trouble:
        """The first thing that a reader should know; empty if there is none.

        ``frequency`` is that of the card. A series that was never refreshed has no trouble: its
        age is told beside it. A clock in the past makes nothing overdue.
        """
        if not self.whole:
            return "damaged"
        if self.held:
            return "waiting"
        if self.visit.outcome == "failed":
            return "failed"
        good = day(self.visit.good)
        limit = max(LEAST_DAYS, frequency_days(frequency) or YEAR)
        return "overdue" if good and (today - good).days > limit else ""


def day(moment: str) -> dt.date | None:
    """The day of a time as the store writes it; absent if there is none or it can't be read."""
    try:
        return dt.datetime.fromisoformat(moment).date()
    except ValueError:
        return None


def standing(series: str) -> Standing:
    """How one series stands. Its newest table is read and its checksums are compared."""
    store = generations.root()
    newest = next(generations.homes(series, store), None)
    waits = [one for one in quarantine.waiting(store) if one.series == series]
    return Standing(
        series,
        visits.read(store).get(series, Visit()),
        max(waits, key=lambda one: one.since, default=None),
        newest is None or generations.intact(series, newest),
    )


def stamp() -> str:
    """What changes whenever a refresh ran or a person decided; empty if nobody ever refreshed."""
    store = generations.root()
    marks = (store / "visits.json", store / "CURRENT", store / "quarantine")
    return "-".join(str(mark.stat().st_mtime_ns) for mark in marks if mark.exists())
