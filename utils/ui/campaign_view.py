"""What a reader chose on the campaigns page, and the rows and measures that follow from it."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace

import pandas as pd
import streamlit as st

from utils.analysis import aggregate, attention, calendar, placebo, select
from utils.analysis.attention import Attention, AttentionError, Window
from utils.analysis.placebo import Placebo
from utils.language import periods
from utils.model import Campaign, Evidence, ReachSeries
from utils.ui import load

FREQUENCIES = {"P1D": attention.DAILY, "P7D": attention.WEEKLY, "P1W": attention.WEEKLY}


EACH = "each"
"""The choice of every part by itself, side by side in time."""


@dataclass(frozen=True)
class CampaignView:
    """Choices of the campaigns page; ``event`` is `None` where a series is shown whole."""

    campaign: Campaign
    card: ReachSeries | None
    group: str
    event: dt.date | None
    after: int


@dataclass(frozen=True, eq=False)
class Measured:
    """One event measured: its numbers, its placebo, the curve and the rows behind it."""

    window: Window
    found: Attention
    placebo: Placebo | None
    curve: pd.Series
    rows: Evidence


def groups(campaign: Campaign, card: ReachSeries) -> list[str]:
    """The groups of a series that speak of a campaign, else all of them."""
    mine = next((use.groups for use in campaign.series if use.id == card.id), ())
    found = list(load.parts(card.id))
    chosen = [group for group in mine or card.default_groups or found if group in found]
    return chosen or found


def part(view: CampaignView, card: ReachSeries) -> Evidence:
    """The rows of the part that was chosen, or of each part that speaks of the campaign."""
    if view.group == EACH:
        return select.groups(load.evidence(card.id), groups(view.campaign, card))
    return line(card, view.group)


def line(card: ReachSeries, group: str) -> Evidence:
    """The rows of one group of a series."""
    return select.groups(load.evidence(card.id), [group])


def readable_by_day(card: ReachSeries, group: str) -> bool:
    """Whether an event can be measured: daily or weekly, and dense enough."""
    return card.frequency in FREQUENCIES and bool(
        _dense(repr((card, group, load.stamp(card.id))), card, group)
    )


@st.cache_resource(max_entries=256, show_spinner=False)
def _dense(key: str, _card: ReachSeries, _group: str) -> bool:
    return aggregate.dense(line(_card, _group))


def events(campaign: Campaign, card: ReachSeries, group: str) -> list[dt.date]:
    """First days of the campaign in the years of a series that can be measured, latest first."""
    return list(_events(repr((campaign, card, group, load.stamp(card.id))), campaign, card, group))


@st.cache_resource(max_entries=256, show_spinner=False)
def _events(key: str, _campaign: Campaign, _card: ReachSeries, _group: str) -> tuple[dt.date, ...]:
    campaign, card, group = _campaign, _card, _group
    rows = line(card, group).rows.dropna(subset="value")
    years = range(rows["start"].min().year, rows["end"].max().year + 1)
    days = set(campaign.dates)
    if campaign.event:
        event = load.calendar()[campaign.event]
        spans = [calendar.span(event, year) for year in years]
        days |= {span.start for span in spans if span}
    measured = [day for day in days if _measurable(rows, day, FREQUENCIES[card.frequency])]
    return tuple(sorted(measured, reverse=True))


def _measurable(rows: pd.DataFrame, day: dt.date, window: Window) -> bool:
    try:
        attention.around(curve(rows), day, window)
    except AttentionError:
        return False
    return True


def measured(view: CampaignView, event: dt.date) -> Measured:
    """The event of a view measured in its series; raises `AttentionError` where it can't be."""
    assert view.card is not None
    window = replace(FREQUENCIES[view.card.frequency], after=view.after)
    evidence = line(view.card, view.group)
    values = curve(evidence.rows)
    found = attention.around(values, event, window)
    others = [day for day in events(view.campaign, view.card, view.group) if day != event]
    check = placebo.check(values, event, window, leave_out=others)
    step = dt.timedelta(days=window.step)
    # weeks begin on other days than events: one more step on either side keeps them whole
    shown = select.between(
        evidence,
        event - (window.first_before + 1) * step,
        event + (window.after + 1) * step,
    )
    return Measured(window, found, check, values, shown)


def curve(rows: pd.DataFrame) -> pd.Series:
    """Values by first day of their period, in order, gaps left out."""
    known = rows.dropna(subset="value").sort_values("start")
    return pd.Series(known["value"].to_numpy(), index=pd.DatetimeIndex(known["start"]))


def name(view: CampaignView) -> str:
    """The event with its date, as it is written on the chart."""
    if view.event is None:
        return view.campaign.title
    return f"{view.campaign.title}, {periods.label(view.event, view.event)}"
