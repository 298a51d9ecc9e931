"""The controls of the side-by-side page: a statistic, a place, campaigns, reach, one event."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

import streamlit as st

from utils.analysis import select
from utils.language import groups, periods, say
from utils.language.places import name as named
from utils.language.places import ordered
from utils.model import Campaign, Evidence, Indicator
from utils.ui import choose, load, pairing
from utils.ui.pairing import Measure, Pairing
from utils.ui.splits import name as words
from utils.views import default

FIRST = "us-suicide-deaths-monthly"
BESIDE = "world-suicide-prevention-day"
MOST_CAMPAIGNS = 3
AROUND = 1
"""Years shown on either side of those in which both have figures."""


def chosen() -> Pairing:
    """Everything that the page shows follows from this."""
    row, wide = st.columns([5, 4, 3]), st.columns(2)
    with row[0]:
        card = _statistic()
    with wide[0]:
        campaigns = _campaigns(card)
    with wide[1]:
        measures = _measures(campaigns)
    finer = st.expander(say("Group, years and scale"))
    with finer:
        split, group, part = _group(card)
    with row[1]:
        place = _place(card, part)
    with finer:
        first, last = _years(select.places(part, [place]), measures)
        rate = _scale(card, measures)
    with row[2]:
        event = _event(campaigns, measures, select.places(part, [place]), first, last)
    return Pairing(card, place, split, group, campaigns, measures, first, last, rate, event)


def _statistic() -> Indicator:
    cards = load.indicators()
    id = choose.one(
        "indicator",
        say("Statistic"),
        list(cards),
        FIRST if FIRST in cards else next(iter(cards)),
        lambda i: f"{say(cards[i].topic)}: {cards[i].plain_title}",
    )
    return cards[id]


def _campaigns(card: Indicator) -> tuple[Campaign, ...]:
    """Up to three, the one that speaks to the statistic first."""
    every = load.campaigns()
    fitting = [id for id, one in every.items() if card.id in one.indicators and one.series]
    first = BESIDE if BESIDE in fitting or not fitting else fitting[0]
    ids = choose.several(
        "campaign",
        say("Campaigns"),
        list(every),
        [first],
        lambda id: every[id].title,
        MOST_CAMPAIGNS,
        follow=True,
    )
    return tuple(every[id] for id in ids)


def _measures(campaigns: Sequence[Campaign]) -> tuple[Measure, ...]:
    """Up to three reach series; the first of each campaign where nobody chose."""
    known = pairing.measures(campaigns)
    default = []
    for one in campaigns:
        mine = pairing.measures_of(one)
        default += [next(iter(mine))] if mine else []
    ids = choose.several(
        "reach",
        say("Reach and attention"),
        list(known),
        list(dict.fromkeys(default))[: pairing.MOST_PANELS],
        lambda id: known[id].title,
        pairing.MOST_PANELS,
        follow=True,
    )
    return tuple(known[id] for id in ids)


def _group(card: Indicator) -> tuple[str, str, Evidence]:
    everything = load.evidence(card.id)
    left, right = st.columns(2)
    splits = select.splits(everything)
    with left:
        split = choose.one("split", say("Split by"), splits, splits[0], words)
    part = select.split(everything, split)
    found = list(dict.fromkeys(part.rows["group"]))
    group = found[0]
    if len(found) > 1:
        with right:
            group = choose.one("group", say("Group"), found, group, groups.name)
    return split, group, select.groups(part, [group])


def _place(card: Indicator, part: Evidence) -> str:
    known = load.places()
    # the first by its English name is the last resort: a default must not follow the language
    codes = default.named(part.rows["place"].unique(), known)
    wished = (*card.default_places[:1], card.benchmark, "USA")
    first = next((code for code in wished if code in codes), codes[0])
    return choose.one(
        "place", say("Place"), ordered(codes, known), first, lambda code: named(known[code])
    )


def _years(need: Evidence, measures: Sequence[Measure]) -> tuple[dt.date, dt.date]:
    """The years in which both have figures and one around them, unless somebody chose others."""
    reached = [pairing.reach(one) for one in measures]
    start, end = pairing.span(need, *reached)
    years = [str(year) for year in range(start.year, end.year + 1)]
    shared = pairing.shared_years(need, reached)
    usual = (years[0], years[-1])
    if shared:
        usual = (
            str(max(start.year, shared[0] - AROUND)),
            str(min(end.year, shared[1] + AROUND)),
        )
    first, last = usual
    if len(years) > 1:
        first, last = choose.stretch(say("Years"), years, str, usual)
    return dt.date(int(first), 1, 1), dt.date(int(last), 12, 31)


def _scale(card: Indicator, measures: Sequence[Measure]) -> bool:
    """Counts as counted, or beside the people there were."""
    units = [card.unit, *(one.card.unit for one in measures)]
    if not set(units) & set(pairing.COUNTS):
        return False
    words = {
        "": say("Counts as published"),
        "rate": say("Per 100,000 people, our own arithmetic"),
    }
    return bool(choose.one("scale", say("Scale of counts"), ["", "rate"], "", words.__getitem__))


def _event(
    campaigns: Sequence[Campaign],
    measures: Sequence[Measure],
    need: Evidence,
    first: dt.date,
    last: dt.date,
) -> dt.date | None:
    """One day to look at: the latest on which the statistic and the reach both have figures."""
    days = sorted({s.start for c in campaigns for s in pairing.spans(c, first, last)}, reverse=True)
    if not days:
        return None
    reached = [pairing.reach(one) for one in measures]
    default = next((day for day in days if pairing.covered(day, need, *reached)), days[0])
    picked = choose.one(
        "event",
        say("Day"),
        [day.isoformat() for day in days],
        default.isoformat(),
        lambda day: periods.label(dt.date.fromisoformat(day), dt.date.fromisoformat(day)),
    )
    return dt.date.fromisoformat(picked)
