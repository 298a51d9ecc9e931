"""A claim as far as its kind works it out, before caveats, grade, challenge and citation."""

from __future__ import annotations

import datetime as dt
import math
from dataclasses import dataclass
from functools import cached_property

import pandas as pd

from utils.analysis.age import YEAR, Badge, age
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
    periods of a sum that have no figure.
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
    robustness: Robustness | None = None
    about_suicide: bool = False
    hopeful: bool = False

    @property
    def kind(self) -> Kind:
        """The kind of claim."""
        return self.spec.kind

    @cached_property
    def rows(self) -> pd.DataFrame:
        """The rows used; an empty frame for what is cited."""
        return self.evidence.rows if self.evidence is not None else pd.DataFrame()

    @cached_property
    def statuses(self) -> tuple[str, ...]:
        """Statuses of the rows used, other than normal, each once."""
        if self.evidence is None:
            return ()
        return tuple(sorted(set(self.rows["status"]) - {"A"}))

    @property
    def statistic(self) -> Indicator | None:
        """The card of the statistic spoken of, if it is one."""
        return next((card for card in self.cards if isinstance(card, Indicator)), None)

    @property
    def reach(self) -> ReachSeries | None:
        """The card of the reach series spoken of, if there is one."""
        return next((card for card in self.cards if isinstance(card, ReachSeries)), None)

    @property
    def width(self) -> float:
        """Half of the interval as a share of the value it belongs to; nan without one.

        For a change or gap it is the widest of the two levels', whose difference may be near
        nought.
        """
        if self.kind in ("rank", "attention") or self.evidence is None:
            return math.nan
        rows = self.rows
        with_value = rows[(rows["value"] > 0) & rows["low"].notna() & rows["high"].notna()]
        if with_value.empty:
            return math.nan
        share = (with_value["high"] - with_value["low"]) / 2 / with_value["value"]
        return float(share.max())

    def badge(self, today: dt.date) -> Badge | None:
        """How old the newest row used is for a series of its frequency; `None` without rows."""
        if self.evidence is None or not self.cards:
            return None
        known = self.rows[self.rows["value"].notna()]
        mine = known[known["series"] == self.cards[0].id]
        if mine.empty:
            return None
        return age(self.evidence.with_rows(mine), self.cards[0], today).badge

    def years(self, today: dt.date) -> float:
        """Years from the end of what is spoken of until today; nan where no end is known."""
        end: dt.date | None = None
        if self.evidence is not None:
            end = self.rows["end"].max().date()
        elif isinstance(self.cited, StudyEffect):
            end = dt.date(self.cited.year, 12, 31)
        elif self.cited is not None:
            end = self.cited.end
        return math.nan if end is None else max(0.0, (today - end).days / YEAR)
