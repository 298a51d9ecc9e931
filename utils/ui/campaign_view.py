"""What a reader chose on the campaigns page, with what takes long to find out kept."""

from __future__ import annotations

import datetime as dt
from collections.abc import Hashable

from utils.analysis import select
from utils.model import Campaign, Evidence, ReachSeries
from utils.ui import load
from utils.ui.kept import kept
from utils.views import campaign as views
from utils.views.campaign import EACH, FREQUENCIES, CampaignView, Measured, curve, name

__all__ = [
    "EACH",
    "FREQUENCIES",
    "CampaignView",
    "Measured",
    "curve",
    "events",
    "groups",
    "line",
    "measured",
    "name",
    "part",
    "readable_by_day",
]


def groups(campaign: Campaign, card: ReachSeries) -> list[str]:
    """The groups of a series that speak of a campaign, else all of them."""
    return views.groups(campaign, card, load.parts(card.id))


def part(view: CampaignView, card: ReachSeries) -> Evidence:
    """The rows of the part that was chosen, or of each part that speaks of the campaign."""
    return views.part(view, card, load.evidence(card.id))


def line(card: ReachSeries, group: str) -> Evidence:
    """The rows of one group of a series."""
    return select.groups(load.evidence(card.id), [group])


def readable_by_day(card: ReachSeries, group: str) -> bool:
    """Whether an event can be measured: daily or weekly, and dense enough."""
    key = card.id, group, load.stamp(card.id)
    return card.frequency in FREQUENCIES and _dense(key, card, group)


@kept(256)
def _dense(key: Hashable, card: ReachSeries, group: str) -> bool:
    return views.readable_by_day(card, line(card, group))


def events(campaign: Campaign, card: ReachSeries, group: str) -> list[dt.date]:
    """First days of the campaign in the years of a series that can be measured, latest first."""
    return list(_events((campaign, card.id, group, load.stamp(card.id)), campaign, card, group))


@kept(256)
def _events(
    key: Hashable, campaign: Campaign, card: ReachSeries, group: str
) -> tuple[dt.date, ...]:
    event = load.calendar()[campaign.event] if campaign.event else None
    return views.events(campaign, card, line(card, group), event)


def measured(view: CampaignView, event: dt.date) -> Measured:
    """The event of a view measured in its series; raises `AttentionError` where it can't be."""
    assert view.card is not None
    days = events(view.campaign, view.card, view.group)
    return views.measured(view, event, line(view.card, view.group), days)
