"""What can be said, and what can't, when a statistic and a campaign are seen at the same time.

Nothing here says that one happened because of the other (rule S11); what is built is checked
for it in the tests, sentence by sentence.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

import pandas as pd

from utils.analysis import change
from utils.analysis.attention import Attention, Window
from utils.analysis.comparable import Refusal
from utils.analysis.placebo import Placebo, in_words
from utils.claims import phrases
from utils.model import Evidence, Indicator, Place, ReachSeries, periods, units

MONTH, QUARTER = 45, 100
"""Days up to which a period is said to be at the same time as a day, or in the same quarter."""


@dataclass(frozen=True, eq=False)
class Need:
    """The statistic that is looked at: one place, one group."""

    card: Indicator
    evidence: Evidence
    place: Place


@dataclass(frozen=True, eq=False)
class Rise:
    """One reach series measured around the event."""

    card: ReachSeries
    part: str
    found: Attention
    placebo: Placebo | None
    window: Window


@dataclass(frozen=True, eq=False)
class Counted:
    """One reach series that has a figure for the day and no usual level to measure it by."""

    card: ReachSeries
    part: str
    evidence: Evidence


def can(need: Need, reach: Sequence[Rise | Counted], event: str, day: dt.date) -> tuple[str, ...]:
    """The statistic in the period that holds the event, its neighbour a year before, and reach."""
    said = []
    held = holding(need.evidence, day)
    if held is not None:
        said.append(f"{phrases.when(held)}, {phrases.level(held, need.card, need.place)}.")
        said += _year_before(need, held)
    when = _together(held)
    told = [
        _rise(one, event, when) if isinstance(one, Rise) else _count(one, day, when)
        for one in reach
    ]
    said += [text for text in told if text]
    if held is not None and any(told):
        said.append(f"Both were {when}; that is all the two pictures show together.")
    return tuple(said)


def _together(held: pd.Series | None) -> str:
    """How close the two are in time: a survey of a year may have ended before the day."""
    days = 0 if held is None else periods.length(held["start"], held["end"])
    if days <= MONTH:
        return "at the same time"
    return "in the same quarter" if days <= QUARTER else "in the same year"


def holding(evidence: Evidence, day: dt.date) -> pd.Series | None:
    """The row with a value whose period holds a day; `None` where there is none."""
    rows = evidence.rows.dropna(subset="value")
    at = pd.Timestamp(day)
    found = rows[(rows["start"] <= at) & (rows["end"] >= at)]
    return None if found.empty else found.iloc[0]


def _year_before(need: Need, held: pd.Series) -> list[str]:
    """The same time a year before, which has the same season, if it may be compared."""
    rows = need.evidence.rows.dropna(subset="value")
    day = held["start"] - pd.DateOffset(years=1)
    near = rows[(rows["start"] - day).abs() <= pd.Timedelta(days=15)]
    if near.empty:
        return []
    before = near.iloc[(near["start"] - day).abs().argmin()]
    found = change.between(need.card, before, held)
    if isinstance(found, Refusal):
        return [f"It can't be compared with a year before. {found.reason}"]
    value = phrases.value(before, need.card)
    when = periods.label(before["start"], before["end"])
    words = {
        "higher": "it was lower then",
        "lower": "it was higher then",
        "the same": "it was the same",
        "unclear": "too close to tell apart",
        "untested": "without an interval, a difference can't be told from chance",
    }[found.verdict]
    return [f"A year before ({when}) it was {value}: {words}."]


def _count(one: Counted, day: dt.date, together: str) -> str:
    """The figure of the period that holds the day, on its rung; empty where there is none."""
    row = holding(one.evidence, day)
    if row is None:
        return ""
    size = units.quantity(row["value"], one.card.unit, one.card.decimals)
    when = phrases.when(row)
    name = _name(one.card, one.part)
    opening = phrases.capital(together)
    return f"{opening}, {when[0].lower()}{when[1:]}: {name}, {size} ({one.card.rung})."


def _name(card: ReachSeries, part: str) -> str:
    return card.plain_title if part == "all" else f"{card.plain_title} ({part})"


def _rise(rise: Rise, event: str, together: str) -> str:
    found, card = rise.found, rise.card
    day = periods.label(found.peak_day, found.peak_day)
    when = f"on {day}" if rise.window.step == 1 else f"in the week from {day}"
    name = _name(card, rise.part)
    text = (
        f"{phrases.capital(together)}, {when}, around {event}: {name}, "
        f"{units.quantity(found.peak, card.unit, card.decimals)}, {found.ratio:.1f} times the "
        f"usual level (95% interval {found.ratio_low:.1f} to {found.ratio_high:.1f})"
    )
    if rise.placebo is None:
        return f"{text}."
    return f"{text}; a rise this large is seen on {in_words(rise.placebo, rise.window)}."
