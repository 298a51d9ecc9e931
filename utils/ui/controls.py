"""The controls of the pages: each asks one question and remembers its answer in the address."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

import streamlit as st

from utils.analysis import select
from utils.language import current, groups, periods, places, say
from utils.language.order import letters
from utils.model import Card, Indicator
from utils.ui import choose, extent, load, splits
from utils.ui import offer as offers
from utils.ui.offer import Offer
from utils.ui.view import KINDS, View
from utils.views import default
from utils.views.default import HOME, MOST_LINES

MOST_PLACES = 12
DEFAULT = "us-anxiety-or-depression"


def indicator() -> Indicator:
    """Which statistic: searchable, grouped by topic."""
    cards = load.indicators()
    chosen = choose.one(
        "indicator",
        say("Statistic"),
        list(cards),
        DEFAULT if DEFAULT in cards else next(iter(cards)),
        lambda id: f"{say(cards[id].topic)}: {cards[id].plain_title}",
    )
    return cards[chosen]


def view(card: Indicator) -> View:
    """Everything else on the statistics page, in one row and one fold-out."""
    row = st.columns([4, 2, 3], vertical_alignment="bottom")
    # asked first, though it stands second: not every place has figures for every split
    with row[1]:
        every = offers.splits(card)
        split = choose.one("split", say("Split by"), every, every[0], splits.name)
    offer = offers.offer(card, split)
    with row[0]:
        chosen = place_names(card, offer.places)
    with row[2]:
        kind = choose.one(
            "view",
            say("Show as"),
            offer.kinds,
            "trend",
            lambda kind: say(KINDS[kind]),
            st.radio,
            horizontal=True,
        )
    with st.expander(say("Period, change and comparison")):
        first, last, since, beside = _finer(card, offer, kind)
        groups = _groups(offer.groups, split, MOST_LINES // max(1, len(chosen)))
    return View(card, tuple(chosen), split, tuple(groups), first, last, since, beside, kind)


def place_names(card: Indicator, codes: Sequence[str]) -> list[str]:
    """Which places, at most twelve at once, the benchmark of the series first."""
    known = load.places()
    first = default.places(card, codes)
    return choose.several(
        "place",
        say("Places"),
        places.ordered(codes, known),
        first,
        lambda code: places.name(known[code]),
        MOST_PLACES,
    )


def _groups(labels: Sequence[str], split: str, most: int) -> list[str]:
    if split == "all" or len(labels) < 2:
        return list(labels)
    return choose.several("group", say("Groups"), labels, labels[:most], groups.name, most)


def _finer(
    card: Indicator, offer: Offer, kind: str
) -> tuple[dt.date, dt.date, dt.date | None, str]:
    """Range of time, base of a change, and what to lay beside the chosen places."""
    labels = {start.isoformat(): periods.label(start, end) for start, end in offer.spans}
    ends = {start.isoformat(): end for start, end in offer.spans}
    days = list(labels)
    from_, to = (days[0], days[-1])
    if len(days) > 1:
        from_, to = choose.stretch(say("Period"), days, lambda day: labels[day])
    inside = [day for day in days if from_ <= day <= to]
    columns = st.columns(2)
    since = ""
    if kind in ("trend", "table") and len(inside) > 1:
        with columns[0]:
            since = choose.one(
                "since",
                say("Values or change"),
                ["", *inside],
                "",
                lambda day: (
                    say("Change since {period}", period=labels[day])
                    if day
                    else say("Values as published")
                ),
            )
    with columns[1]:
        beside = _beside(card, offer.places, kind)
    # periods may overlap or differ in length: the range ends with the longest that starts there
    last = max(ends[day] for day in inside)
    return (
        dt.date.fromisoformat(from_),
        last,
        dt.date.fromisoformat(since) if since else None,
        beside,
    )


def _beside(card: Indicator, codes: Sequence[str], kind: str) -> str:
    known = load.places()
    options = [""]
    options += [code for code in dict.fromkeys((card.benchmark, "WLD")) if code in codes]
    if card.rankable and len(codes) > 3:
        options.append(select.MEDIAN)
    if len(options) == 1 or kind not in ("trend", "table"):
        return ""
    names = {"": say("Nothing"), select.MEDIAN: say("The middle one of all places")}
    return choose.one(
        "beside", say("Beside them"), options, "", lambda c: names.get(c) or places.name(known[c])
    )


def mine() -> tuple[str, str]:
    """My place and my topic, for the overview."""
    left, right = st.columns(2)
    with left:
        place = home(say("My place"))
    with right:
        wanted = topic(say("My topic"))
    return place, wanted


def topic(label: str) -> str:
    """One topic out of all that have a headline figure."""
    topics = {card.topic for card in load.indicators().values() if card.headline}
    listed = sorted(topics, key=lambda one: letters(say(one), current().language))
    return choose.one("topic", label, listed, min(topics), say)


def home(label: str) -> str:
    """One place out of all that any series covers."""
    known = load.places()
    covered = set().union(*extent.coverage().values())
    codes = places.ordered(covered - {select.MEDIAN}, known)
    return choose.one("home", label, codes, HOME, lambda code: places.name(known[code]))


def series() -> Card:
    """Which series the sources page describes in full."""
    cards = load.series()
    chosen = choose.one(
        "series",
        say("Series"),
        list(cards),
        next(iter(cards)),
        lambda id: f"{say(cards[id].topic)}: {cards[id].plain_title}",
    )
    return cards[chosen]
