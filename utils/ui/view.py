"""What a reader chose on the statistics page, with the places that are known here."""

from __future__ import annotations

from utils.model import Evidence
from utils.ui import load
from utils.views import statistic
from utils.views.statistic import (
    KINDS,
    View,
    middle_note,
    picture_name,
    subtitle,
    title,
    widest_period,
    withheld,
)

__all__ = [
    "KINDS",
    "View",
    "every_place",
    "middle_note",
    "picture_name",
    "rows",
    "subtitle",
    "title",
    "totals",
    "widest_period",
    "withheld",
]


def rows(view: View, everything: Evidence) -> Evidence:
    """The rows of a view, see `statistic.rows`."""
    return statistic.rows(view, everything, load.places())


def every_place(view: View, everything: Evidence) -> Evidence:
    """Every place in one period, see `statistic.every_place`."""
    return statistic.every_place(view, everything, load.places())


def totals(evidence: Evidence) -> set[str]:
    """Places that others of the same series lie in, see `statistic.totals`."""
    return statistic.totals(evidence, load.places())
