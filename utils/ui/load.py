"""Brings cards and evidence to the pages and keeps what was read; keys are ids, never frames."""

from __future__ import annotations

import hashlib
from functools import lru_cache

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
from utils.store import generations, snapshot
from utils.ui.kept import kept

MOST_SERIES = 256
"""Series kept in memory at once: fewer than there are would be read anew by each look at all."""
Stamps = tuple[tuple[str, str], ...]


def indicators() -> dict[str, Indicator]:
    """Every indicator that has a table, by id, in order of topic and title."""
    return dict(_indicators(mark()))


@kept(4)
def _indicators(mark: str) -> dict[str, Indicator]:
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
    return _evidence((id, snapshot.stamp(id)))


@kept(MOST_SERIES)
def _evidence(key: tuple[str, str]) -> Evidence:
    return snapshot.read(key[0])


def mark() -> str:
    """Changes whenever a series comes or goes: a key for what is made from all of them."""
    return generations.mark(generations.root(), snapshot.TABLES)


def stamp(id: str) -> str:
    """Changes whenever the table of a series does: a key for what is made from it."""
    return snapshot.stamp(id)


def stamps() -> Stamps:
    """Every series with its stamp: a key for what is made from many of them."""
    return tuple(snapshot.stamps().items())


def parts(id: str) -> tuple[str, ...]:
    """The groups of a series in the order of its table."""
    return _parts((id, snapshot.stamp(id)))


@kept(MOST_SERIES)
def _parts(key: tuple[str, str]) -> tuple[str, ...]:
    return tuple(evidence(key[0]).rows["group"].unique())


def places() -> dict[str, Place]:
    """Every place by code, and the median that we calculate ourselves."""
    median = Place(select.MEDIAN, "Median of the places", "the middle place", "group", "")
    return {**catalog.places(), select.MEDIAN: median}


def campaigns() -> dict[str, Campaign]:
    """Every campaign by id, in order of title, with the series kept here and what was collected."""
    return dict(_campaigns(mark()))


@kept(4)
def _campaigns(mark: str) -> dict[str, Campaign]:
    here = reach()
    found = {id: parts(id) for id, card in here.items() if card.data.collected}
    known = sorted(catalog.measured(here).items(), key=lambda pair: pair[1].title)
    return {id: collected.joined(card, found) for id, card in known}


def reach() -> dict[str, ReachSeries]:
    """Every reach series by id, but those that nobody fetched or collected yet."""
    return dict(_reach(mark()))


@kept(4)
def _reach(mark: str) -> dict[str, ReachSeries]:
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


def facts() -> dict[str, Fact]:
    """Single cited numbers by id."""
    return catalog.facts()


def helplines() -> dict[str, Helpline]:
    """Every helpline by place code."""
    return catalog.helplines()


def snapshot_id() -> str:
    """Names the figures at hand: twelve letters that change with any table."""
    return _snapshot_id(stamps())


@kept(8)
def _snapshot_id(stamps: Stamps) -> str:
    sums = [f"{id} {snapshot.read_origin(id)['sha256']}" for id, _ in stamps]
    return hashlib.sha256("\n".join(sums).encode()).hexdigest()[:12]


def helpline(place: str) -> Helpline:
    """The helpline of a place, of the country it lies in, or the one for the world."""
    lines, known = catalog.helplines(), catalog.places()
    while place and place not in lines:
        place = known[place].parent if place in known else ""
    return lines[place or "WLD"]
