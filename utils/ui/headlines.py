"""Picks up to six headline figures for a place and topic, a help one always among them."""

from __future__ import annotations

from dataclasses import dataclass

from utils.analysis import select
from utils.model import Evidence, Indicator, Place
from utils.ui import extent, load
from utils.ui.kept import kept

MOST = 6
KEPT = 512
"""Choices of place and topic whose figures are kept; the least recently used one goes first."""


@dataclass(frozen=True)
class Headline:
    """One figure: its card, the place it is for, and its line over time."""

    card: Indicator
    place: Place
    evidence: Evidence


def headlines(topic: str, place: str) -> list[Headline]:
    """The topic's figures first, then others near by, so that at least one is about help."""
    # each table counts: one that was changed on disk is told of here as on its own page
    return list(_headlines((topic, place, load.stamps())))


@kept(KEPT)
def _headlines(key: tuple[str, str, load.Stamps]) -> list[Headline]:
    topic, place, _ = key
    covered = extent.coverage()
    cards = [card for card in load.indicators().values() if card.headline]
    found = [one for card in cards if (one := _near(card, place, covered[card.id]))]
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


def _near(card: Indicator, code: str, covered: frozenset[str]) -> Headline | None:
    """The figure for the place, else for the place it lies in, else for the world."""
    places = load.places()
    while code and code not in covered:
        code = places[code].parent
    code = code or ("WLD" if "WLD" in covered else "")
    if not code:
        return None
    evidence = select.places(select.split(load.evidence(card.id), "all"), [code])
    if evidence.rows["value"].isna().all():
        return None
    return Headline(card, places[code], evidence)
