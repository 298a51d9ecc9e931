"""Brings cards and evidence to the pages and keeps what was read; keys are ids, never frames."""

from __future__ import annotations

import hashlib
from functools import lru_cache

import streamlit as st

from utils import catalog
from utils.analysis import collected, select
from utils.model import (
    AwarenessEvent,
    Campaign,
    Card,
    Evidence,
    Fact,
    Helpline,
    Indicator,
    Place,
    ReachFact,
    ReachSeries,
    Source,
    StudyEffect,
)
from utils.store import snapshot

MOST_SERIES = 256
"""Series kept in memory at once; the least recently used one goes first. Fewer than there are
would be read anew, all of them, by each look at the sources page."""


def indicators() -> dict[str, Indicator]:
    """Every indicator that has a table, by id, in order of topic and title."""
    stored = set(snapshot.stored()) - set(unfetched())
    known = [card for card in catalog.indicators().values() if card.id in stored]
    return {card.id: card for card in sorted(known, key=lambda c: (c.topic, c.plain_title))}


def series() -> dict[str, Card]:
    """Every series that is kept here, statistics first, then reach."""
    reached = sorted(reach().values(), key=lambda card: card.plain_title)
    return {**indicators(), **{card.id: card for card in reached}}


def unfetched() -> dict[str, Card]:
    """Series with a card but no table that is whole: they come from a live reply alone."""
    live = catalog.only_live()
    here = {id for id in snapshot.there(*live) if _readable(id, snapshot.stamp(id))}
    return {id: card for id, card in live.items() if id not in here}


@lru_cache(maxsize=MOST_SERIES)
def _readable(id: str, stamp: str) -> bool:
    return (snapshot.home(id) / f"{id}.csv").is_file()


def source_of(card: Card) -> Source:
    """The source of a series that was never a file; raises `CardError` if there is none."""
    return catalog.source(card.data.source)


def licence_texts() -> dict[str, bytes]:
    """Licence texts that must travel with data under them, by the first word of the licence."""
    folder = snapshot.TABLES.parent / "licences"
    return {path.stem: path.read_bytes() for path in sorted(folder.glob("*.txt"))}


def evidence(id: str) -> Evidence:
    """The verified evidence of a series; raises `snapshot.SnapshotError` if it was changed."""
    return _evidence(id, snapshot.stamp(id))


# a resource and not data: evidence is immutable and hands out copies, so one can serve all
@st.cache_resource(max_entries=MOST_SERIES, show_spinner=False)
def _evidence(id: str, stamp: str) -> Evidence:
    return snapshot.read(id)


def stamp(id: str) -> str:
    """Changes whenever the table of a series does: a key for what is made from it."""
    return snapshot.stamp(id)


def parts(id: str) -> tuple[str, ...]:
    """The groups of a series in the order of its table."""
    found: tuple[str, ...] = _parts(id, snapshot.stamp(id))
    return found


@st.cache_data(max_entries=MOST_SERIES, show_spinner=False)
def _parts(id: str, stamp: str) -> tuple[str, ...]:
    return tuple(evidence(id).rows["group"].unique())


def places() -> dict[str, Place]:
    """Every place by code, and the median that we calculate ourselves."""
    median = Place(select.MEDIAN, "Median of the places", "the middle place", "group", "")
    return {**catalog.places(), select.MEDIAN: median}


def campaigns() -> dict[str, Campaign]:
    """Every campaign by id, in order of title, with the series kept here and what was collected."""
    here = reach()
    found = {id: parts(id) for id, card in here.items() if card.data.collected}
    known = sorted(catalog.measured(here).items(), key=lambda pair: pair[1].title)
    return {id: collected.joined(card, found) for id, card in known}


def reach() -> dict[str, ReachSeries]:
    """Every reach series by id, but those that nobody fetched or collected yet."""
    absent = unfetched()
    return {id: card for id, card in catalog.reach().items() if id not in absent and _there(card)}


def _there(card: ReachSeries) -> bool:
    if not card.data.collected:
        return True
    try:
        return bool(len(evidence(card.id)))
    except snapshot.SnapshotError:
        return False


def reach_facts() -> dict[str, ReachFact]:
    """Cited figures about campaigns by id."""
    return catalog.reach_facts()


def studies() -> dict[str, StudyEffect]:
    """Published effects by id."""
    return catalog.studies()


def calendar() -> dict[str, AwarenessEvent]:
    """Awareness days by id."""
    return catalog.calendar()


def everyone() -> float:
    """How many people there are, by the last figure of the bundled population series."""
    return float(_everyone(snapshot.stamp("population")))


@st.cache_data(max_entries=2, show_spinner=False)
def _everyone(stamp: str) -> float:
    rows = evidence("population").rows
    return float(rows[rows["place"] == "WLD"].sort_values("start")["value"].iloc[-1])


def population(place: str, year: int) -> float:
    """People in a country in a year by the bundled series; 0 where it has no figure."""
    rows = evidence("population").rows
    mine = rows[(rows["place"] == place) & (rows["start"].dt.year == year)]
    return float(mine["value"].iloc[0]) if len(mine) and place != "WLD" else 0.0


def facts() -> dict[str, Fact]:
    """Single cited numbers by id."""
    return catalog.facts()


def helplines() -> dict[str, Helpline]:
    """Every helpline by place code."""
    return catalog.helplines()


def snapshot_id() -> str:
    """Names the figures at hand: twelve letters that change with any table."""
    return _snapshot_id("\n".join(f"{id} {stamp}" for id, stamp in snapshot.stamps().items()))


@st.cache_data(max_entries=8, show_spinner=False)
def _snapshot_id(stamps: str) -> str:
    # one text, because Streamlit takes a hundred times longer over a tuple of pairs
    ids = [line.split(" ", 1)[0] for line in stamps.splitlines()]
    sums = [f"{id} {snapshot.read_origin(id)['sha256']}" for id in ids]
    return hashlib.sha256("\n".join(sums).encode()).hexdigest()[:12]


def helpline(place: str) -> Helpline:
    """The helpline of a place, of the country it lies in, or the one for the world."""
    lines, known = catalog.helplines(), catalog.places()
    while place and place not in lines:
        place = known[place].parent if place in known else ""
    return lines[place or "WLD"]
