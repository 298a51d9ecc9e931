"""Breaks as thin labelled verticals, the label where the lines leave most room."""

from __future__ import annotations

from typing import Any

import pandas as pd

from utils.analysis import comparable
from utils.figures.frame import escape
from utils.figures.palette import Theme
from utils.model import Break, Card, Evidence

HEIGHTS = {0.18: (0.0, "bottom"), 0.5: (0.5, "middle"), 0.82: (1.0, "top")}
"""Middle of a label as a share of the axis -> where it is anchored."""
NEAR = 0.05
"""Share of the time shown on either side of a break in which a line is in the way."""


def breaks(
    evidence: Evidence, card: Card, theme: Theme, named: bool
) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    """The registered breaks inside the time shown: a line for any panel, and its name.

    In the references of a line, ``{}`` stands for the number of the panel.
    """
    rows = evidence.rows.dropna(subset="value")
    if rows.empty:
        return [], []
    first, last = rows["start"].min(), rows["end"].max()
    inside = [
        (one, day)
        for one in comparable.breaks(card, rows["group_by"].iloc[0])
        if first < (day := pd.Timestamp(one.date)) <= last
    ]
    line = {"color": theme.quiet, "width": 1, "dash": "dot"}
    ends = {"y0": 0, "y1": 1, "xref": "x{}", "yref": "y{} domain"}
    lines = [{"type": "line", "x0": day, "x1": day, **ends, "line": line} for _, day in inside]
    near = (last - first) * NEAR
    return lines, [_name(one, day, rows, near, theme) for one, day in inside if named]


def _name(
    one: Break, day: pd.Timestamp, rows: pd.DataFrame, near: pd.Timedelta, theme: Theme
) -> dict[str, Any]:
    height, anchor = _room(rows, day, near)
    return {
        "text": escape(one.label),
        "x": day,
        "y": height,
        "yref": "paper",
        "yanchor": anchor,
        "xanchor": "right",
        "textangle": -90,
        "showarrow": False,
        "font": {"size": 13, "color": theme.quiet},
    }


def _room(rows: pd.DataFrame, day: pd.Timestamp, around: pd.Timedelta) -> tuple[float, str]:
    """Where a label is furthest from the lines beside it, on an axis that starts at zero."""
    beside = rows[(rows["start"] >= day - around) & (rows["start"] <= day + around / 4)]
    top = max(rows["value"].max(), rows["high"].max() if rows["high"].notna().any() else 0)
    taken = (beside["value"] / top).tolist() if top else []
    best = max(HEIGHTS, key=lambda height: min((abs(height - one) for one in taken), default=1.0))
    return HEIGHTS[best]
