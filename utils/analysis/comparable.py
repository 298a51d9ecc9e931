"""Which figures may be compared: refuses across breaks, with the producer's reason."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

import pandas as pd

from utils.language import periods, say, units, verbatim
from utils.model import Break, Card, Evidence, Indicator


@dataclass(frozen=True)
class Refusal:
    """Why something may not be said: the rule's id, the reason in words, what one can do."""

    rule: str
    reason: str
    instead: str


def breaks(card: Card, group_by: str = "all") -> tuple[Break, ...]:
    """The breaks that concern one split of an indicator, in order of date."""
    concerned = [one for one in card.breaks if not one.splits or group_by in one.splits]
    return tuple(sorted(concerned, key=lambda one: one.date))


def crossed(card: Card, group_by: str, one: dt.date, other: dt.date) -> tuple[Break, ...]:
    """The breaks between two periods, each given by its first day, in either order."""
    first, second = sorted((_day(one), _day(other)))
    return tuple(b for b in breaks(card, group_by) if first < b.date <= second)


def refuse_periods(card: Card, group_by: str, one: dt.date, other: dt.date) -> Refusal | None:
    """Rule S15: no comparison across a registered break. `None` when it is allowed."""
    between = crossed(card, group_by, one, other)
    if not between:
        return None
    return Refusal(
        rule="S15",
        reason=say("The two periods can't be compared.") + f" {told(between)}",
        instead=say("Compare two periods on the same side of the break."),
    )


def told(found: Iterable[Break]) -> str:
    """Breaks by their days, with the producer's reasons in his words."""
    return " ".join(
        f"{verbatim(one.label)} ({periods.label(one.date, one.date)}): {verbatim(one.reason)}"
        for one in found
    )


def refuse_places(card: Indicator) -> Refusal | None:
    """Rules S01 and S10: no ranking of counts or selected places. `None` when allowed."""
    if card.rankable:
        return None
    return Refusal(
        rule="S01",
        reason=say(
            "These places may not be ranked: the figures are counts that follow the size of a "
            "place, or cover only selected places."
        ),
        instead=say(
            "Choose a rate, which counts per {base} people or per 100.",
            base=units.written("100,000"),
        ),
    )


def stretch(card: Card, evidence: Evidence) -> pd.Series:
    """For each row the number of breaks before it: equal numbers may be compared."""
    rows = evidence.rows
    number = pd.Series(0, index=rows.index)
    for group_by in rows["group_by"].unique():
        mine = rows["group_by"] == group_by
        for one in breaks(card, group_by):
            number += (mine & (rows["start"] >= pd.Timestamp(one.date))).astype("int64")
    return number


def _day(day: dt.date) -> dt.date:
    return day.date() if isinstance(day, dt.datetime) else day
