"""The headline figures for a place and topic, out of what is kept here."""

from __future__ import annotations

from utils.ui import extent, load
from utils.ui.kept import kept
from utils.views import headlines as picked
from utils.views.headlines import MOST, Ground, Headline

__all__ = ["MOST", "Headline", "headlines"]
KEPT = 512
"""Choices of place and topic whose figures are kept; the least recently used one goes first."""


def headlines(topic: str, place: str) -> list[Headline]:
    """Up to six headline figures, see `picked.headlines`."""
    # each table counts: one that was changed on disk is told of here as on its own page
    return list(_headlines((topic, place, load.stamps())))


@kept(KEPT)
def _headlines(key: tuple[str, str, load.Stamps]) -> list[Headline]:
    topic, place, _ = key
    cards = load.indicators().values()
    ground = Ground(cards, load.places(), extent.coverage(), load.evidence)
    return picked.headlines(ground, topic, place)
