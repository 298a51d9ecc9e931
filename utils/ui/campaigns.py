"""The controls and parts of the campaigns page."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping

import streamlit as st

from utils.model import Campaign, ReachSeries, periods
from utils.ui import campaign_view, choose, load
from utils.ui.campaign_view import FREQUENCIES, CampaignView

ANY = "any"
EACH = campaign_view.EACH
ROLES = {
    "stigma": "Breaking the stigma",
    "education": "Education and awareness",
    "support": "Support and community",
    "empowerment": "Empowerment and advocacy",
}
FIRST = "world-suicide-prevention-day"


def campaign() -> Campaign:
    """Which campaign, after up to three filters."""
    every, known = load.campaigns(), load.reach()
    where = {id: platforms(card, known) for id, card in every.items()}
    columns = st.columns([4, 2, 2, 2])
    with columns[1]:
        role = _filter("role", "Role", sorted({r for c in every.values() for r in c.roles}), ROLES)
    with columns[2]:
        names = {code: place.name for code, place in load.places().items()}
        region = _filter("region", "Region", sorted({c.region for c in every.values()}), names)
    with columns[3]:
        platform = _filter("platform", "Platform", sorted(set().union(*where.values())), {})
    left = {
        id: card
        for id, card in every.items()
        if role in (ANY, *card.roles)
        and region in (ANY, card.region)
        and platform in (ANY, *where[id])
    }
    with columns[0]:
        if not left:
            st.info("No campaign fits all three filters. Every campaign is listed instead.")
            left = every
        first = FIRST if FIRST in left else next(iter(left))
        chosen = choose.one("campaign", "Campaign", list(left), first, lambda id: left[id].title)
    return left[chosen]


def _filter(name: str, label: str, options: list[str], words: dict[str, str]) -> str:
    return choose.one(
        name, label, [ANY, *options], ANY, lambda o: "Any" if o == ANY else words.get(o, o)
    )


def platforms(card: Campaign, known: Mapping[str, ReachSeries]) -> set[str]:
    """Where a campaign was measured: the platforms of its series and of its cited figures."""
    series = {known[use.id].platform for use in card.series}
    return series | {load.reach_facts()[id].platform for id in card.facts}


def view(card: Campaign) -> CampaignView:
    """Which measure, which part of it, which year, and how far to follow it."""
    known = load.reach()
    ids = [use.id for use in card.series]
    if not ids:
        return CampaignView(card, None, "", None, 0)
    columns = st.columns([4, 3, 2, 3])
    with columns[0]:
        id = choose.one("measure", "Measure", ids, ids[0], lambda i: known[i].plain_title)
    series = known[id]
    with columns[1]:
        parts = campaign_view.groups(card, series)
        options = [*parts, EACH] if len(parts) > 1 else parts
        group = choose.one("part", "Part", options, options[0], _part)
    if group == EACH or not campaign_view.readable_by_day(series, group):
        return CampaignView(card, series, group, None, 0)
    days = [day.isoformat() for day in campaign_view.events(card, series, group)]
    if not days:
        return CampaignView(card, series, group, None, 0)
    with columns[2]:
        event = choose.one("event", "Event", days, days[0], _day)
    with columns[3]:
        after = _after(series)
    return CampaignView(card, series, group, dt.date.fromisoformat(event), after)


def _part(group: str) -> str:
    return {"all": "Everything", EACH: "Each by itself"}.get(group, group)


def _day(day: str) -> str:
    date = dt.date.fromisoformat(day)
    return periods.label(date, date)


def _after(series: ReachSeries) -> int:
    window = FREQUENCIES[series.frequency]
    options = [str(n) for n in (7, 14, 28, 56)] if window.step == 1 else ["2", "4", "8"]
    return int(
        choose.one(
            "after",
            "Followed for",
            options,
            str(window.after),
            lambda n: f"{n} {window.noun}s",
        )
    )
