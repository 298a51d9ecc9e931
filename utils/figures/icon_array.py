"""A share as a hundred dots, counted exactly: a picture that keeps its denominator in sight."""

from __future__ import annotations

import plotly.graph_objects as go

from utils.figures.frame import Caption, axis, frame
from utils.figures.palette import Theme
from utils.language import say

WIDE = 20
"""Dots in a row: two tens, so that a count can be read off."""
DOTS = 100
HEIGHT = 170
SIZE = 11
"""Of a dot in px: twenty of them stand apart on a phone."""


def counted(percent: float) -> int:
    """How many of a hundred dots are filled: the share to the nearest whole one.

    Raises `ValueError` outside 0 to 100.
    """
    if not 0 <= percent <= DOTS:
        raise ValueError(f"{percent} is not a share of {DOTS}.")
    # halves upwards, as people round; Python's round would make 12.5 to 12 and 13.5 to 14
    return int(percent + 0.5)


def figure(percent: float, aspect: str, caption: Caption, theme: Theme) -> go.Figure:
    """Filled dots first, row by row from the top left; the others are rings."""
    filled = counted(percent)
    chart = go.Figure(
        [
            _dots(range(filled), "filled", theme.series(aspect)[0], "circle"),
            _dots(range(filled, DOTS), "others", theme.quiet, "circle-open"),
        ]
    )
    frame(chart, caption, theme, HEIGHT, below=0)
    rows = DOTS // WIDE
    chart.update_xaxes(axis(theme, visible=False, range=[-0.7, WIDE - 0.3]))
    chart.update_yaxes(axis(theme, visible=False, range=[-rows + 0.4, 0.6]))
    return chart


def _dots(places: range, name: str, colour: str, symbol: str) -> go.Scatter:
    return go.Scatter(
        x=[place % WIDE for place in places],
        y=[-(place // WIDE) for place in places],
        mode="markers",
        name=name,
        hoverinfo="skip",
        marker={"color": colour, "symbol": symbol, "size": SIZE, "line": {"width": 1.6}},
    )


def alt(percent: float, what: str) -> str:
    """The array in words."""
    return say(
        "{dots} dots in rows of {wide}; {filled} are filled: {what}",
        dots=DOTS,
        wide=WIDE,
        filled=counted(percent),
        what=what,
    )
