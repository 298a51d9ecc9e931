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
from utils.claims import phrases, pieces
from utils.language import ENGLISH, current, later, periods, say, units, verbatim
from utils.model import Evidence, Indicator, Place, ReachSeries

THEN = {
    "higher": later("it was lower then"),
    "lower": later("it was higher then"),
    "the same": later("it was the same"),
    "unclear": later("too close to tell apart"),
    "untested": later("without an interval, a difference can't be told from chance"),
}
"""What may be said of the figure a year before."""
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
        said.append(pieces.sentence(held, need.card, need.place))
        said += _year_before(need, held)
    when = _together(held)
    told = [
        _rise(one, event, when) if isinstance(one, Rise) else _count(one, day, when)
        for one in reach
    ]
    said += [text for text in told if text]
    if held is not None and any(told):
        both = say("Both were {when}; that is all the two pictures show together.", when=when)
        said.append(both)
    return tuple(said)


def _together(held: pd.Series | None) -> str:
    """How close the two are in time: a survey of a year may have ended before the day."""
    days = 0 if held is None else periods.length(held["start"], held["end"])
    if days <= MONTH:
        return say("at the same time")
    return say("in the same quarter") if days <= QUARTER else say("in the same year")


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
        no = say("It can't be compared with a year before.")
        return [f"{no} {found.reason}"]
    value = pieces.value(before, need.card)
    when = periods.label(before["start"], before["end"])
    return [
        say(
            "A year before ({when}) it was {value}: {verdict}.",
            when=when,
            value=value,
            verdict=say(THEN[found.verdict]),
        )
    ]


def _count(one: Counted, day: dt.date, together: str) -> str:
    """The figure of the period that holds the day, on its rung; empty where there is none."""
    row = holding(one.evidence, day)
    if row is None:
        return ""
    size = units.quantity(row["value"], one.card.unit, one.card.decimals)
    when = phrases.when(row) if current() == ENGLISH else pieces.when(row)
    name = _name(one.card, one.part)
    opening = phrases.capital(together)
    return f"{opening}, {when[0].lower()}{when[1:]}: {name}, {size} ({say(one.card.rung)})."


def _name(card: ReachSeries, part: str) -> str:
    title = verbatim(card.plain_title)
    return title if part == "all" else f"{title} ({verbatim(part)})"


def _rise(rise: Rise, event: str, together: str) -> str:
    found, card = rise.found, rise.card
    day = periods.label(found.peak_day, found.peak_day)
    daily = rise.window.step == 1
    when = say("on {day}", day=day) if daily else say("in the week from {day}", day=day)
    name = _name(card, rise.part)
    text = say(
        "{together}, {when}, around {event}: {name}, {peak}, {ratio} times the usual level (95% "
        "interval {low} to {high})",
        together=phrases.capital(together),
        when=when,
        event=verbatim(event),
        name=name,
        peak=units.quantity(found.peak, card.unit, card.decimals),
        ratio=units.number(found.ratio, 1),
        low=units.number(found.ratio_low, 1),
        high=units.number(found.ratio_high, 1),
    )
    if rise.placebo is None:
        return f"{text}."
    ordinary = in_words(rise.placebo, rise.window)
    return text + say("; a rise this large is seen on {days}.", days=ordinary)
