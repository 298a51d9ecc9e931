"""Breaks as thin labelled verticals, the label where the lines leave most room."""

from __future__ import annotations

import pandas as pd
import plotly.graph_objects as go

from utils.analysis import comparable
from utils.figures.frame import escape
from utils.figures.palette import Theme
from utils.model import Card, Evidence

HEIGHTS = {0.18: (0.0, "bottom"), 0.5: (0.5, "middle"), 0.82: (1.0, "top")}
"""Middle of a label as a share of the axis -> where it is anchored."""
NEAR = 0.05
"""Share of the time shown on either side of a break in which a line is in the way."""


def breaks(chart: go.Figure, evidence: Evidence, card: Card, theme: Theme, named: bool) -> None:
    """Draws the registered breaks that lie inside the time shown."""
    rows = evidence.rows.dropna(subset="value")
    if rows.empty:
        return
    first, last = rows["start"].min(), rows["end"].max()
    for one in comparable.breaks(card, rows["group_by"].iloc[0]):
        day = pd.Timestamp(one.date)
        if not first < day <= last:
            continue
        chart.add_vline(x=day, line={"color": theme.quiet, "width": 1, "dash": "dot"})
        if named:
            height, anchor = _room(rows, day, (last - first) * NEAR)
            chart.add_annotation(
                text=escape(one.label),
                x=day,
                y=height,
                yref="paper",
                yanchor=anchor,
                xanchor="right",
                textangle=-90,
                showarrow=False,
                font={"size": 13, "color": theme.quiet},
            )


def _room(rows: pd.DataFrame, day: pd.Timestamp, around: pd.Timedelta) -> tuple[float, str]:
    """Where a label is furthest from the lines beside it, on an axis that starts at zero."""
    beside = rows[(rows["start"] >= day - around) & (rows["start"] <= day + around / 4)]
    top = max(rows["value"].max(), rows["high"].max() if rows["high"].notna().any() else 0)
    taken = (beside["value"] / top).tolist() if top else []
    best = max(HEIGHTS, key=lambda height: min((abs(height - one) for one in taken), default=1.0))
    return HEIGHTS[best]
