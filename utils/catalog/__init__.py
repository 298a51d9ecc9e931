"""Cards to nouns: reads `data/` strictly, so that a slip in a card is an error, not a guess."""

from utils.catalog.campaigns import (
    calendar,
    campaigns,
    measured,
    only_live,
    reach,
    reach_facts,
    studies,
)
from utils.catalog.cards import CardError, indicator, indicators, read_card, source, sources
from utils.catalog.tables import FACTS, facts, helplines, place, places

__all__ = [
    "FACTS",
    "CardError",
    "calendar",
    "campaigns",
    "facts",
    "helplines",
    "indicator",
    "indicators",
    "measured",
    "only_live",
    "place",
    "places",
    "reach",
    "reach_facts",
    "read_card",
    "source",
    "sources",
    "studies",
]
