"""What claims look things up in: whoever makes claims brings a library, nothing is fetched."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Protocol

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


class Library(Protocol):
    """Cards, rows and small tables by id. Every call should be quick: keep what was read."""

    def series(self) -> Mapping[str, Card]:
        """Every series with a table, statistics and reach alike."""

    def evidence(self, id: str) -> Evidence:
        """The rows of a series that `series` names."""

    def places(self) -> Mapping[str, Place]:
        """Every place by code."""

    def campaigns(self) -> Mapping[str, Campaign]:
        """Every campaign by id."""

    def calendar(self) -> Mapping[str, AwarenessEvent]:
        """Awareness days by id."""

    def facts(self) -> Mapping[str, Fact]:
        """Single cited numbers by id."""

    def reach_facts(self) -> Mapping[str, ReachFact]:
        """Cited figures about campaigns by id."""

    def studies(self) -> Mapping[str, StudyEffect]:
        """Published effects by id."""

    def population(self, place: str, year: int) -> float:
        """People in a place in a year; 0 where nobody knows."""

    def everyone(self) -> float:
        """People alive, by the last figure there is."""
