"""Direct labels: the name of a line at its end, moved apart where two would overlap."""

from __future__ import annotations

import itertools
import textwrap

import pandas as pd
import plotly.graph_objects as go

from utils.analysis.lines import Line
from utils.figures.frame import escape
from utils.figures.palette import Theme
from utils.figures.segments import middle
from utils.model import Card

WIDTH = 16
"""Characters in one row of a label."""
ROOM = 0.065
"""Least distance of two one-row labels, as a share of the axis."""


def at_the_end(chart: go.Figure, drawn: list[Line], card: Card, theme: Theme) -> None:
    """Names every line beside its last point, in its colour; a single line needs no name."""
    ends = [_end(line, position) for position, line in enumerate(drawn)]
    placed = [end for end in ends if end is not None]
    if len(drawn) < 2 or not placed:
        return
    top = max(line.rows[["value", "high"]].max().max() for line in drawn)
    bottom = min(0.0, *(line.rows[["value", "low"]].min().min() for line in drawn))
    rows = [_rows(drawn[position]) for position, _, _ in placed]
    heights = apart([y for _, _, y in placed], rows, top - bottom, bottom)
    right = max(x for _, x, _ in placed)
    for (position, _, _), y in zip(placed, heights, strict=True):
        chart.add_annotation(
            text="<br>".join(map(escape, textwrap.wrap(drawn[position].label, WIDTH))),
            x=right,
            y=y,
            xanchor="left",
            xshift=8,
            align="left",
            showarrow=False,
            font={"size": 14, "color": theme.series(card.aspect)[position % 6]},
        )
    longest = max(len(row) for line in drawn for row in textwrap.wrap(line.label, WIDTH) or [""])
    chart.update_layout(margin_r=18 + 8 * longest)


def _end(line: Line, position: int) -> tuple[int, pd.Timestamp, float] | None:
    rows = line.rows.dropna(subset="value")
    if rows.empty:
        return None
    last = rows.tail(1)
    return position, middle(last).iloc[0], float(last["value"].iloc[0])


def _rows(line: Line) -> int:
    return max(1, len(textwrap.wrap(line.label, WIDTH)))


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
