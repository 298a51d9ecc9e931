"""A view of one campaign: what was chosen, and the rows and measures that follow from it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Hashable, Sequence
from dataclasses import dataclass, replace

import pandas as pd

from utils.analysis import aggregate, attention, calendar, placebo, select
from utils.analysis.attention import Attention, AttentionError, Window
from utils.analysis.placebo import Placebo
from utils.language import periods
from utils.model import AwarenessEvent, Campaign, Evidence, ReachSeries

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

    @property
    def key(self) -> tuple[Hashable, ...]:
        """The choices by themselves, which tell one view of a snapshot from another."""
        measure = self.card.id if self.card else ""
        return self.campaign, measure, self.group, self.event, self.after


@dataclass(frozen=True, eq=False)
class Measured:
    """One event measured: its numbers, its placebo, the curve and the rows behind it."""

    window: Window
    found: Attention
    placebo: Placebo | None
    curve: pd.Series
    rows: Evidence


def groups(campaign: Campaign, card: ReachSeries, found: Sequence[str]) -> list[str]:
    """Those groups out of all that were ``found`` that speak of a campaign, else all of them."""
    mine = next((use.groups for use in campaign.series if use.id == card.id), ())
    chosen = [group for group in mine or card.default_groups or found if group in found]
    return chosen or list(found)


def part(view: CampaignView, card: ReachSeries, everything: Evidence) -> Evidence:
    """The rows of the part that was chosen, or of each part that speaks of the campaign."""
    if view.group == EACH:
        found = list(everything.rows["group"].unique())
        return select.groups(everything, groups(view.campaign, card, found))
    return select.groups(everything, [view.group])


def readable_by_day(card: ReachSeries, line: Evidence) -> bool:
    """Whether an event can be measured: daily or weekly, and dense enough."""
    return card.frequency in FREQUENCIES and aggregate.dense(line)


def events(
    campaign: Campaign, card: ReachSeries, line: Evidence, event: AwarenessEvent | None
) -> tuple[dt.date, ...]:
    """First days of the campaign in the years of a series that can be measured, latest first.

    ``line`` is one group of the series, ``event`` the campaign's row of the calendar.
    """
    rows = line.rows.dropna(subset="value")
    years = range(rows["start"].min().year, rows["end"].max().year + 1)
    days = set(campaign.dates)
    if event:
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


def measured(
    view: CampaignView, event: dt.date, line: Evidence, days: Collection[dt.date]
) -> Measured:
    """The event of a view measured in one group of its series.

    ``days`` are all days of the campaign, which the placebo leaves out. Raises `AttentionError`
    where it can't be measured.
    """
    assert view.card is not None
    window = replace(FREQUENCIES[view.card.frequency], after=view.after)
    values = curve(line.rows)
    found = attention.around(values, event, window)
    others = [day for day in days if day != event]
    check = placebo.check(values, event, window, leave_out=others)
    step = dt.timedelta(days=window.step)
    # weeks begin on other days than events: one more step on either side keeps them whole
    shown = select.between(
        line,
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
