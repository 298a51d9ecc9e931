"""A claim as far as its kind works it out, before caveats, grade, challenge and citation."""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from utils.analysis.age import YEAR, Badge, badge
from utils.claims.spec import Spec
from utils.model import Card, Evidence, Fact, Indicator, ReachFact, ReachSeries, StudyEffect
from utils.model.claims import Kind, Picture, Quantity, Robustness, Sentences

Cited = Fact | ReachFact | StudyEffect
"""What is quoted from a page or a paper and has no rows here."""


@dataclass(frozen=True, eq=False)
class Draft:
    """The number, the sentences and the rows; `build.claim` makes a `Claim` of it.

    ``cards`` are those of the rows in ``evidence``, the one spoken of first. ``verdict`` is
    that of `analysis.change` for a change or a gap, empty for other kinds. ``holes`` counts
    periods of a sum that have no figure. ``within`` says that one of two places is part of the
    other. ``at_hand`` are the rows of ``evidence`` as dictionaries
    where they were read before; many are slow to read twice.
    """

    spec: Spec
    title: str
    place: str
    period: str
    quantity: Quantity
    sentences: Sentences
    evidence: Evidence | None
    drawn: Evidence | None
    picture: Picture
    cards: tuple[Card, ...] = ()
    cited: Cited | None = None
    verdict: str = ""
    holes: int = 0
    within: bool = False
    robustness: Robustness | None = None
    about_suicide: bool = False
    hopeful: bool = False
    at_hand: Sequence[Mapping[Any, Any]] | None = None

    @property
    def kind(self) -> Kind:
        """The kind of claim."""
        return self.spec.kind

    @cached_property
    def rows(self) -> Sequence[Mapping[Any, Any]]:
        """The rows used, each as a dictionary; none for what is cited."""
        if self.at_hand is not None:
            return self.at_hand
        return self.evidence.rows.to_dict("records") if self.evidence is not None else []

    def rows_of(self, card: Card) -> list[Mapping[Any, Any]]:
        """The rows used of one series."""
        return [row for row in self.rows if row["series"] == card.id]

    @cached_property
    def statuses(self) -> tuple[str, ...]:
        """Statuses of the rows used, other than normal, each once."""
        return tuple(sorted({row["status"] for row in self.rows} - {"A"}))

    @property
    def statistic(self) -> Indicator | None:
        """The card of the statistic spoken of, if it is one."""
        return next((card for card in self.cards if isinstance(card, Indicator)), None)

    @property
    def reach(self) -> ReachSeries | None:
        """The card of the reach series spoken of, if there is one."""
        return next((card for card in self.cards if isinstance(card, ReachSeries)), None)

    @cached_property
    def width(self) -> float:
        """Half of the interval as a share of the value it belongs to; nan without one.

        For a change or gap it is the widest of the two levels', whose difference may be near
        nought; for a peak it is that of the figure named.
        """
        if self.kind in ("peak", "lowest"):
            row = {name: getattr(self.quantity, name) for name in ("value", "low", "high")}
            return _width(row)
        if self.kind in ("rank", "attention"):
            return math.nan
        found = [width for row in self.rows if not math.isnan(width := _width(row))]
        return max(found, default=math.nan)

    def badge(self, today: dt.date) -> Badge | None:
        """How old the newest row used is for a series of its frequency; `None` without rows."""
        known = (
            [row for row in self.rows_of(self.cards[0]) if not math.isnan(row["value"])]
            if self.cards
            else []
        )
        if not known or self.evidence is None:
            return None
        today = max(today, *(origin.retrieved for origin in self.evidence.origins))
        return badge(self.cards[0], max(row["end"] for row in known).date(), today)

    def years(self, today: dt.date) -> float:
        """Years from the end of what is spoken of until today; nan where no end is known."""
        end: dt.date | None = None
        if self.rows:
            end = max(row["end"] for row in self.rows).date()
        elif isinstance(self.cited, StudyEffect):
            end = dt.date(self.cited.year, 12, 31)
        elif self.cited is not None:
            end = self.cited.end
        return math.nan if end is None else max(0.0, (today - end).days / YEAR)


def _width(row: Mapping[Any, Any]) -> float:
    """Half of a row's interval as a share of its value."""
    return (row["high"] - row["low"]) / 2 / row["value"] if row["value"] > 0 else math.nan
