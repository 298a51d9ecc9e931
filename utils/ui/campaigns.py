"""The controls and parts of the campaigns page."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping

import streamlit as st

from utils.language import groups, later, periods, places, say, say_many
from utils.model import Campaign, ReachSeries
from utils.ui import campaign_view, choose, load
from utils.ui.campaign_view import FREQUENCIES, CampaignView
from utils.ui.text import plain

ANY = "any"
EACH = campaign_view.EACH
ROLES = {
    "stigma": later("Breaking the stigma"),
    "education": later("Education and awareness"),
    "support": later("Support and community"),
    "empowerment": later("Empowerment and advocacy"),
}
FIRST = "world-suicide-prevention-day"


def campaign() -> Campaign:
    """Which campaign; the list can be narrowed in a fold below, which few readers need."""
    every = load.campaigns()
    above = st.container()
    with st.expander(say("Narrow the list by role, region or platform")):
        left = _narrowed(every)
    with above:
        if not left:
            st.info(say("No campaign fits all three filters. Every campaign is listed instead."))
            left = every
        elif len(left) < len(every):
            told = say("{left} of {all} campaigns are listed.", left=len(left), all=len(every))
            st.caption(plain(told))
        first = FIRST if FIRST in left else next(iter(left))
        chosen = choose.one(
            "campaign", say("Campaign"), list(left), first, lambda id: left[id].title
        )
    return left[chosen]


def _narrowed(every: Mapping[str, Campaign]) -> Mapping[str, Campaign]:
    """The campaigns that fit up to three filters."""
    known = load.reach()
    where = {id: platforms(card, known) for id, card in every.items()}
    columns = st.columns(3)
    roles: list[str] = sorted({r for c in every.values() for r in c.roles})
    with columns[0]:
        role = _filter("role", say("Role"), roles, ROLES)
    with columns[1]:
        names = {code: places.name(place) for code, place in load.places().items()}
        region = _filter(
            "region",
            say("Region"),
            places.ordered({c.region for c in every.values()}, load.places()),
            names,
        )
    with columns[2]:
        platform = _filter("platform", say("Platform"), sorted(set().union(*where.values())), {})
    return {
        id: card
        for id, card in every.items()
        if role in (ANY, *card.roles)
        and region in (ANY, card.region)
        and platform in (ANY, *where[id])
    }


def _filter(name: str, label: str, options: list[str], words: dict[str, str]) -> str:
    return choose.one(
        name,
        label,
        [ANY, *options],
        ANY,
        lambda o: say("Any") if o == ANY else say(words.get(o, o)),
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
        id = choose.one("measure", say("Measure"), ids, ids[0], lambda i: known[i].plain_title)
    series = known[id]
    with columns[1]:
        parts = campaign_view.groups(card, series)
        options = [*parts, EACH] if len(parts) > 1 else parts
        group = choose.one("part", say("Part"), options, options[0], _part)
    if group == EACH or not campaign_view.readable_by_day(series, group):
        return CampaignView(card, series, group, None, 0)
    days = [day.isoformat() for day in campaign_view.events(card, series, group)]
    if not days:
        return CampaignView(card, series, group, None, 0)
    with columns[2]:
        event = choose.one("event", say("Event"), days, days[0], _day)
    with columns[3]:
        after = _after(series)
    return CampaignView(card, series, group, dt.date.fromisoformat(event), after)


def _part(group: str) -> str:
    return {"all": say("Everything"), EACH: say("Each by itself")}.get(group, groups.name(group))


def _day(day: str) -> str:
    date = dt.date.fromisoformat(day)
    return periods.label(date, date)


def _long(many: int, step: int) -> str:
    if step == 1:
        return say_many("{count} day", "{count} days", many)
    return say_many("{count} week", "{count} weeks", many)


def _after(series: ReachSeries) -> int:
    window = FREQUENCIES[series.frequency]
    options = [str(n) for n in (7, 14, 28, 56)] if window.step == 1 else ["2", "4", "8"]
    return int(
        choose.one(
            "after",
            say("Followed for"),
            options,
            str(window.after),
            lambda n: _long(int(n), window.step),
        )
    )
