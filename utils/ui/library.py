"""The library of claims for the app: everything through `load`, which keeps what was read."""

from __future__ import annotations

from collections.abc import Mapping

from utils.claims.library import Library
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
from utils.ui import load, people


class Loaded:
    """What claims look things up in, for one run of a page: the list of series is read once."""

    def __init__(self) -> None:
        self.cards = load.series()

    def series(self) -> Mapping[str, Card]:
        """Every series that has a table."""
        return self.cards

    def evidence(self, id: str) -> Evidence:
        """The verified rows of a series."""
        return load.evidence(id)

    def places(self) -> Mapping[str, Place]:
        """Every place by code."""
        return load.places()

    def campaigns(self) -> Mapping[str, Campaign]:
        """Every campaign by id."""
        return load.campaigns()

    def calendar(self) -> Mapping[str, AwarenessEvent]:
        """Awareness days by id."""
        return load.calendar()

    def facts(self) -> Mapping[str, Fact]:
        """Single cited numbers by id."""
        return load.facts()

    def reach_facts(self) -> Mapping[str, ReachFact]:
        """Cited figures about campaigns by id."""
        return load.reach_facts()

    def studies(self) -> Mapping[str, StudyEffect]:
        """Published effects by id."""
        return load.studies()

    def population(self, place: str, year: int) -> float:
        """People in a country in a year; 0 where nobody knows."""
        return people.population(place, year)

    def everyone(self) -> float:
        """People alive, by the last figure there is."""
        return people.everyone()


def library() -> Library:
    """A library to make claims with; make one a run and pass it on."""
    return Loaded()
