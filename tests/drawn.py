"""Reads figures back into the numbers that they draw."""

from __future__ import annotations

import html
import math
import re
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from tests.numerals import NUMERAL

Point = tuple[str, pd.Timestamp, float]


def finite(value: Any) -> bool:
    """Whether a point is drawn at all: a gap has no height."""
    return value is not None and not pd.isna(value)


def strokes(chart: go.Figure) -> list[go.Scatter]:
    """The lines of a trend, without their bands."""
    return [trace for trace in chart.data if trace.mode == "lines+markers"]


def bands(chart: go.Figure) -> list[go.Scatter]:
    """The shaded intervals of a trend."""
    return [trace for trace in chart.data if trace.fill == "toself"]


def points(chart: go.Figure) -> set[Point]:
    """Every point of a trend: line, day in the middle of the period, value."""
    return {
        (html.unescape(trace.name), pd.Timestamp(x), float(y))
        for trace in strokes(chart)
        for x, y in zip(trace.x, trace.y, strict=True)
        if finite(y)
    }


def hovers(chart: go.Figure) -> list[tuple[Point, list[str]]]:
    """What the pointer shows over each point of a trend, as the numbers after the period."""
    return [
        (
            (html.unescape(trace.name), pd.Timestamp(x), float(y)),
            NUMERAL.findall(said.partition(": ")[2].replace("per 100,000", "")),
        )
        for trace in strokes(chart)
        for x, y, said in zip(trace.x, trace.y, trace.customdata, strict=True)
        if finite(y)
    ]


def bounds(chart: go.Figure) -> set[Point]:
    """Every corner of the bands of a trend, and the ends of its error bars."""
    corners = {
        (html.unescape(trace.name).removeprefix("interval: "), pd.Timestamp(x), float(y))
        for trace in bands(chart)
        for x, y in zip(trace.x, trace.y, strict=True)
        if finite(y)
    }
    for trace in strokes(chart):
        if trace.error_y.array is None:
            continue
        bars = zip(trace.x, trace.y, trace.error_y.array, trace.error_y.arrayminus, strict=True)
        for x, y, up, down in bars:
            if finite(up):
                name = html.unescape(trace.name)
                corners |= {(name, pd.Timestamp(x), y + up), (name, pd.Timestamp(x), y - down)}
    return corners


def dots(chart: go.Figure) -> dict[str, float]:
    """A ranking: value by name of place."""
    (trace,) = [trace for trace in chart.data if trace.name == "value"]
    return {html.unescape(name): float(x) for name, x in zip(trace.y, trace.x, strict=True)}


def bars(chart: go.Figure) -> dict[str, tuple[float, float]]:
    """The intervals of a ranking by name of place."""
    found = {}
    for trace in chart.data:
        if trace.name == "interval":
            ends = list(zip(trace.y, trace.x, strict=True))
            for (name, low), (_, high) in zip(ends[::3], ends[1::3], strict=True):
                found[html.unescape(name)] = (float(low), float(high))
    return found


def areas(chart: go.Figure) -> dict[str, tuple[str, str]]:
    """A map: by place as the geometry calls it, what the pointer shows, and its class."""
    return {
        place: (said, html.unescape(trace.name))
        for trace in chart.data
        for place, said in zip(trace.locations, trace.customdata, strict=True)
    }


def class_ends(name: str) -> tuple[str, str, int]:
    """`12.1 to 14.9% (10 places)` -> `12.1`, `14.9`, 10."""
    numbers = NUMERAL.findall(name.replace("per 100,000", ""))
    return numbers[0], numbers[-2], int(numbers[-1])


def words(chart: go.Figure) -> list[str]:
    """Every piece of text on a figure that comes from title, notes, legends and pointers."""
    said = [chart.layout.title.text, *(note.text for note in chart.layout.annotations)]
    for trace in chart.data:
        said += [trace.name, trace.hovertemplate, *(trace.customdata if finite_list(trace) else [])]
    return [text for text in said if text]


def finite_list(trace: Any) -> bool:
    """Whether a trace says something at each point."""
    return trace.customdata is not None


def unwrapped(text: str) -> str:
    """Text on a figure as one line of plain text."""
    return html.unescape(re.sub(r"<[^>]+>", "", text.replace("<br>", " ")))


def close(one: float, other: float) -> bool:
    """Equal beyond every printed digit, or both absent."""
    return math.isclose(one, other, abs_tol=1e-6) or (math.isnan(one) and math.isnan(other))
