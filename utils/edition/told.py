"""What an edition is made from, and what one page of it is."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from utils.analysis import select
from utils.claims.library import Library
from utils.edition.markup import Html
from utils.export import clean
from utils.figures.palette import LIGHT, Theme
from utils.model import Campaign, Card, Evidence, Helpline, Indicator, Place, ReachSeries
from utils.views.drawing import Setting


@dataclass(frozen=True)
class Told:
    """Everything that an edition tells: what is known, the day, the names of both addresses.

    ``base`` is where the edition will stand and ``live`` where the app is, both with a slash at
    the end, or empty where nobody knows. ``only`` keeps statistics and campaigns by id; empty
    keeps all. With ``light``, Plotly comes only when a reader asks for a chart to explore.
    """

    library: Library
    helplines: Mapping[str, Helpline]
    snapshot: str
    date: dt.date
    base: str = ""
    live: str = ""
    licences: Mapping[str, bytes] = field(default_factory=dict)
    only: frozenset[str] = frozenset()
    light: bool = False
    _kept: dict[str, Evidence] = field(default_factory=dict, repr=False)

    @cached_property
    def places(self) -> Mapping[str, Place]:
        """Every place by code."""
        return self.library.places()

    @cached_property
    def cards(self) -> Mapping[str, Card]:
        """Every series that holds a figure, by id."""
        known = {id: clean.every(card, []) for id, card in self.library.series().items()}
        used = {use.id for card in self.campaigns.values() for use in card.series}
        kept = {*self.only, *used} if self.only else {*known}
        return {
            id: c for id, c in known.items() if id in kept and select.periods(self.evidence(id))
        }

    @cached_property
    def statistics(self) -> Mapping[str, Indicator]:
        """Every statistic by id, in order of topic and title."""
        known = [card for card in self.cards.values() if isinstance(card, Indicator)]
        return {card.id: card for card in sorted(known, key=lambda c: (c.topic, c.plain_title))}

    @cached_property
    def reach(self) -> Mapping[str, ReachSeries]:
        """Every series of reach by id, in order of title."""
        known = [card for card in self.cards.values() if isinstance(card, ReachSeries)]
        return {card.id: card for card in sorted(known, key=lambda c: c.plain_title)}

    @cached_property
    def campaigns(self) -> Mapping[str, Campaign]:
        """Every campaign by id, in order of title."""
        known = sorted(self.library.campaigns().items(), key=lambda pair: pair[1].title)
        return {id: clean.every(c, []) for id, c in known if not self.only or id in self.only}

    def evidence(self, id: str) -> Evidence:
        """The rows of a series without the values that their producer suppressed."""
        if id not in self._kept:
            self._kept[id] = clean.every(self.library.evidence(id), [])
        return self._kept[id]

    def setting(self, theme: Theme = LIGHT) -> Setting:
        """What a picture depends on besides its rows."""
        return Setting(self.places, self.date, theme)

    def helpline(self, place: str) -> Helpline:
        """The helpline of a place, of the country it lies in, or the one for the world."""
        while place and place not in self.helplines:
            place = self.places[place].parent if place in self.places else ""
        return self.helplines[place or "WLD"]


def passed_on(evidence: Evidence) -> bool:
    """Whether the licences of all rows let them leave the house."""
    return all(origin.source.redistributable for origin in evidence.origins)


@dataclass(frozen=True)
class Page:
    """One page: its file, its title, what it answers, its content, and its place in the app.

    ``files`` are those that belong to it, by path; ``live`` is its path and query in the app.
    """

    path: str
    title: str
    answer: tuple[str, ...]
    body: Html
    live: str
    linked: object = None
    charts: bool = False
    files: Mapping[str, bytes] = field(default_factory=dict)

    @property
    def up(self) -> str:
        """From this page to the top folder of the edition."""
        return "../" * self.path.count("/")
