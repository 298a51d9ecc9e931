"""The library of claims for the terminal: cards from the catalogue, rows from a snapshot."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from utils import catalog
from utils.analysis import collected
from utils.model import (
    AwarenessEvent,
    Campaign,
    Card,
    Evidence,
    Fact,
    Place,
    ReachFact,
    StudyEffect,
)
from utils.store import snapshot


class SnapshotLibrary:
    """What claims look things up in; each series is read and verified once.

    Raises `SnapshotError` from `evidence` when a table was changed since it was imported.
    """

    def __init__(self, folder: Path | None = None) -> None:
        self.folder = folder
        self.read: dict[str, Evidence] = {}
        stored = set(snapshot.stored(folder))
        cards: dict[str, Card] = {**catalog.indicators(), **catalog.reach()}
        self.cards = {id: card for id, card in cards.items() if id in stored}

    def series(self) -> Mapping[str, Card]:
        """Every series that has a table."""
        return self.cards

    def evidence(self, id: str) -> Evidence:
        """The verified rows of a series."""
        if id not in self.read:
            self.read[id] = snapshot.read(id, self.folder)
        return self.read[id]

    def places(self) -> Mapping[str, Place]:
        """Every place by code."""
        return catalog.places()

    def campaigns(self) -> Mapping[str, Campaign]:
        """Every campaign by id, with what was collected of its hashtags."""
        found = {
            id: tuple(dict.fromkeys(self.evidence(id).rows["group"]))
            for id, card in self.cards.items()
            if card.data.collected
        }
        known = catalog.measured(self.cards)
        return {id: collected.joined(card, found) for id, card in known.items()}

    def calendar(self) -> Mapping[str, AwarenessEvent]:
        """Awareness days by id."""
        return catalog.calendar()

    def facts(self) -> Mapping[str, Fact]:
        """Single cited numbers by id."""
        return catalog.facts()

    def reach_facts(self) -> Mapping[str, ReachFact]:
        """Cited figures about campaigns by id."""
        return catalog.reach_facts()

    def studies(self) -> Mapping[str, StudyEffect]:
        """Published effects by id."""
        return catalog.studies()

    def population(self, place: str, year: int) -> float:
        """People in a country in a year; 0 where the table has no figure, and for the world."""
        rows = self.evidence("population").rows
        mine = rows[(rows["place"] == place) & (rows["start"].dt.year == year)]
        return float(mine["value"].iloc[0]) if len(mine) and place != "WLD" else 0.0

    def everyone(self) -> float:
        """People alive, by the last figure of the population series."""
        rows = self.evidence("population").rows
        return float(rows[rows["place"] == "WLD"].sort_values("start")["value"].iloc[-1])
