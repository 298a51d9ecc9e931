"""Cuts a line where it must not be joined: gaps, breaks, and the change to provisional."""

from __future__ import annotations

from dataclasses import dataclass

import pandas as pd

from utils.analysis import comparable
from utils.analysis.lines import Line
from utils.model import Card, Evidence
from utils.model.periods import frequency_days

PATIENCE = 1.6
"""Two periods further apart than this many times the frequency have a gap between them."""


@dataclass(frozen=True, eq=False)
class Segment:
    """Rows that may be joined; ``dashed`` where the later ones are provisional."""

    rows: pd.DataFrame
    dashed: bool


def segments(line: Line, card: Card, evidence: Evidence) -> list[Segment]:
    """The joinable pieces of a line, in order of time; rows without a value are gaps."""
    rows = line.rows
    apart = rows["start"].diff().dt.days > PATIENCE * frequency_days(card.frequency)
    broken = comparable.stretch(card, evidence.with_rows(rows)).diff() != 0
    missing = rows["value"].isna()
    cut = (apart | broken | missing | missing.shift(fill_value=True)).cumsum()
    pieces = []
    for _, piece in rows[~missing].groupby(cut[~missing], sort=True):
        pieces += _by_status(piece.reset_index(drop=True))
    return pieces


def _by_status(rows: pd.DataFrame) -> list[Segment]:
    """Final and provisional stretches; they share the point where one becomes the other."""
    provisional = rows["status"] == "P"
    runs = [run for _, run in rows.groupby((provisional != provisional.shift()).cumsum())]
    joined = []
    for position, run in enumerate(runs):
        before = runs[position - 1].tail(1) if position else run.head(0)
        joined.append(Segment(pd.concat([before, run]), bool((run["status"] == "P").all())))
    return joined


def middle(rows: pd.DataFrame) -> pd.Series:
    """The middle of each period: where its point is drawn."""
    return rows["start"] + (rows["end"] - rows["start"]) / 2
