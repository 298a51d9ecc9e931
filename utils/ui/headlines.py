"""The headline figures for a place and topic, out of what is kept here."""

from __future__ import annotations

from utils.ui import extent, load
from utils.views import headlines as picked
from utils.views.headlines import MOST, Ground, Headline

__all__ = ["MOST", "Headline", "headlines"]


def headlines(topic: str, place: str) -> list[Headline]:
    """Up to six headline figures, see `picked.headlines`."""
    cards = load.indicators().values()
    ground = Ground(cards, load.places(), extent.coverage(), load.evidence)
    return picked.headlines(ground, topic, place)
