"""Picks up to six headline figures for a place and topic, a help one always among them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Set
from dataclasses import dataclass

from utils.analysis import select
from utils.model import Evidence, Indicator, Place

MOST = 6


@dataclass(frozen=True)
class Headline:
    """One figure: its card, the place it is for, and its line over time."""

    card: Indicator
    place: Place
    evidence: Evidence


@dataclass(frozen=True)
class Ground:
    """What headlines are picked from: cards with figures, and the places each of them covers."""

    cards: Iterable[Indicator]
    places: Mapping[str, Place]
    covered: Mapping[str, Set[str]]
    evidence: Callable[[str], Evidence]


def headlines(ground: Ground, topic: str, place: str) -> list[Headline]:
    """The topic's figures first, then others near by, so that at least one is about help."""
    cards = [card for card in ground.cards if card.headline]
    found = [one for card in cards if (one := _near(ground, card, place))]
    mine = [one for one in found if one.card.topic == topic]
    mine.sort(key=lambda one: one.place.code != place)
    others = sorted(
        (one for one in found if one not in mine),
        key=lambda one: (one.place.code != place, one.card.aspect != "help"),
    )
    chosen = [*mine, *others][:MOST]
    if not any(one.card.aspect == "help" for one in chosen):
        help_ones = [one for one in [*mine, *others] if one.card.aspect == "help"]
        chosen = [*chosen[: MOST - 1], *help_ones[:1]]
    return chosen


def covers(evidence: Evidence) -> frozenset[str]:
    """The places that a series has figures for, taking everyone together."""
    rows = evidence.rows
    return frozenset(rows["place"][rows["group_by"] == "all"].unique())


def _near(ground: Ground, card: Indicator, code: str) -> Headline | None:
    """The figure for the place, else for the place it lies in, else for the world."""
    places, covered = ground.places, ground.covered[card.id]
    while code and code not in covered:
        code = places[code].parent
    code = code or ("WLD" if "WLD" in covered else "")
    if not code:
        return None
    evidence = select.places(select.split(ground.evidence(card.id), "all"), [code])
    if evidence.rows["value"].isna().all():
        return None
    return Headline(card, places[code], evidence)
