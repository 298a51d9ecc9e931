"""Direct labels: the name of a line at its end, moved apart where two would overlap."""

from __future__ import annotations

import itertools
import textwrap
from typing import Any

import pandas as pd

from utils.analysis.lines import Line
from utils.figures.frame import escape
from utils.figures.palette import Theme
from utils.figures.segments import middle
from utils.model import Card

WIDTH = 16
"""Characters in one row of a label."""
ROOM = 0.065
"""Least distance of two one-row labels, as a share of the axis."""


def at_the_end(
    drawn: list[Line], card: Card, theme: Theme
) -> tuple[list[dict[str, Any]], int | None]:
    """The names of lines beside their last points, in their colours, and the room they need.

    A single line needs no name, so there is no label and no room then.
    """
    placed = [
        (position, *end)
        for position, line in enumerate(drawn)
        if (end := _end(line.rows)) is not None
    ]
    if len(drawn) < 2 or not placed:
        return [], None
    top = max(line.rows[["value", "high"]].max().max() for line in drawn)
    bottom = min(0.0, *(line.rows[["value", "low"]].min().min() for line in drawn))
    wrapped = {position: textwrap.wrap(drawn[position].label, WIDTH) for position, *_ in placed}
    rows = [max(1, len(wrapped[position])) for position, *_ in placed]
    heights = apart([y for _, _, y in placed], rows, top - bottom, bottom)
    right = max(x for _, x, _ in placed)
    colours = theme.series(card.aspect)
    made = [
        {
            "text": "<br>".join(map(escape, wrapped[position])),
            "x": right,
            "y": y,
            "xanchor": "left",
            "xshift": 8,
            "align": "left",
            "showarrow": False,
            "font": {"size": 14, "color": colours[position % 6]},
        }
        for (position, *_), y in zip(placed, heights, strict=True)
    ]
    longest = max(len(row) for line in drawn for row in textwrap.wrap(line.label, WIDTH) or [""])
    return made, 18 + 8 * longest


def _end(rows: pd.DataFrame) -> tuple[pd.Timestamp, float] | None:
    """Where the last point of a line stands."""
    known = rows["value"].notna().to_numpy().nonzero()[0]
    if not len(known):
        return None
    last = rows.iloc[known[-1] : known[-1] + 1]
    return middle(last).iloc[0], float(last["value"].iloc[0])


def apart(heights: list[float], rows: list[int], span: float, floor: float = 0) -> list[float]:
    """Heights moved as little as needed so that labels of so many rows do not overlap.

    No label is moved below ``floor``, where the axis ends.
    """
    order = sorted(range(len(heights)), key=lambda position: heights[position])
    moved = list(heights)
    for lower, upper in itertools.pairwise(order):
        room = span * ROOM * (rows[lower] + rows[upper]) / 2
        moved[upper] = max(moved[upper], moved[lower] + room)
    overshoot = (max(moved, default=0) - max(heights, default=0)) / 2
    down = max(0.0, min(overshoot, min(heights, default=0) - floor))
    return [height - down for height in moved]
