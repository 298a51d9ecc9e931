"""Lines over time with interval bands, open gaps, labelled breaks and dashed provisional."""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from typing import Any

import pandas as pd
import plotly.graph_objects as go
from plotly.subplots import make_subplots

from utils.analysis.lines import Line, lines
from utils.figures import labels, marks
from utils.figures.frame import Caption, axis, escape, frame
from utils.figures.palette import SYMBOLS, Theme, transparent
from utils.figures.segments import middle, segments
from utils.model import Card, Evidence, Place, periods, units

MOST_LINES = 6
"""More lines than this in one panel can't be told apart: they become small multiples."""
MARKED = 40
"""Lines with up to this many points show a marker at each."""


def figure(
    evidence: Evidence,
    card: Card,
    places: Mapping[str, Place],
    caption: Caption,
    theme: Theme,
    changed: bool = False,
) -> go.Figure:
    """One panel, or one for each place or group when there are more than six lines.

    ``changed`` says that the values are differences, so that zero is drawn and named.
    """
    drawn = lines(evidence, places)
    panels = _panels(drawn, places)
    columns = 1 if len(panels) == 1 else 2
    count = -(-len(panels) // columns)
    chart = make_subplots(
        rows=count,
        cols=columns,
        shared_xaxes="all",
        shared_yaxes="all",
        vertical_spacing=0.3 / max(count, 1) if count > 1 else 0,
        horizontal_spacing=0.06,
        subplot_titles=[escape(title) for title, _ in panels] if columns > 1 else None,
    )
    for position, (_, members) in enumerate(panels):
        where = (position // columns + 1, position % columns + 1)
        _panel(chart, members, card, evidence, theme, where, changed)
    height = 400 if columns == 1 else 190 * count
    chart.update_annotations(font={"size": 14, "color": theme.text})
    frame(chart, caption, theme, height)
    if columns > 1:  # the names of the upper panels stand above the plot
        chart.update_layout(margin_t=chart.layout.margin.t + 14)
    _axes(chart, card, theme, changed, named=columns == 1)
    marks.breaks(chart, evidence, card, theme, named=columns == 1)
    if columns == 1:
        labels.at_the_end(chart, drawn, card, theme)
    return chart


def _axes(chart: go.Figure, card: Card, theme: Theme, changed: bool, named: bool) -> None:
    unit = units.AXIS.get(card.unit, card.unit.capitalize())
    if changed:
        unit = "Change in points" if card.unit == "percent" else f"Change, {unit.lower()}"
    chart.update_xaxes(
        axis(theme, showgrid=False, type="date", ticklabelmode="period", showticklabels=True)
    )
    chart.update_yaxes(axis(theme, rangemode="normal" if changed else "tozero", tickformat=",~f"))
    chart.update_yaxes(title_text=unit if named else None, col=1)
    if changed:
        chart.add_hline(y=0, line={"color": theme.quiet, "width": 1})


def _panels(drawn: list[Line], places: Mapping[str, Place]) -> list[tuple[str, list[Line]]]:
    if len(drawn) <= MOST_LINES:
        return [("", drawn)]
    by_place: dict[str, list[Line]] = {}
    for line in drawn:
        by_place.setdefault(line.place, []).append(line)
    if len(by_place) == 1 or any(len(group) > MOST_LINES for group in by_place.values()):
        return [(line.label, [line]) for line in drawn]
    return [(places[code].name, members) for code, members in by_place.items()]


def _panel(
    chart: go.Figure,
    members: list[Line],
    card: Card,
    evidence: Evidence,
    theme: Theme,
    where: tuple[int, int],
    changed: bool,
) -> None:
    for position, line in enumerate(members):
        colour = theme.series(card.aspect)[position % MOST_LINES]
        pieces = segments(line, card, evidence)
        band = _band([piece.rows for piece in pieces])
        if band is not None:
            chart.add_trace(_filled(band, colour, line), *where)
        for dashed in (False, True):
            rows = _joined([piece.rows for piece in pieces if piece.dashed is dashed])
            if len(rows):
                symbol = SYMBOLS[position % MOST_LINES]
                chart.add_trace(_stroke(rows, card, line, colour, symbol, dashed, changed), *where)


def _joined(pieces: list[pd.DataFrame]) -> pd.DataFrame:
    """Pieces one after the other with an empty row between, where the pen is lifted."""
    if not pieces:
        return pd.DataFrame()
    spaced = []
    for piece in pieces:
        # a band needs two intervals; what stands alone shows its own as a bar
        piece = piece.assign(alone=len(piece.dropna(subset=["low", "high"])) < 2)
        spaced += [piece, piece.tail(1).assign(value=float("nan"))]
    return pd.concat(spaced[:-1], ignore_index=True)


def _band(pieces: list[pd.DataFrame]) -> pd.DataFrame | None:
    """Outlines of the interval bands: along the upper bounds and back along the lower."""
    outlines = []
    for piece in pieces:
        rows = piece.dropna(subset=["low", "high"])
        if len(rows) < 2:
            continue
        days = middle(rows)
        upper = pd.DataFrame({"x": days, "y": rows["high"]})
        lower = pd.DataFrame({"x": days, "y": rows["low"]})[::-1]
        lifted = upper.head(1).assign(y=float("nan"))
        outlines += [upper, lower, lifted]
    return pd.concat(outlines, ignore_index=True) if outlines else None


def _filled(band: pd.DataFrame, colour: str, line: Line) -> go.Scatter:
    return go.Scatter(
        x=band["x"],
        y=band["y"],
        fill="toself",
        fillcolor=transparent(colour, 0.16),
        line={"width": 0},
        mode="lines",
        hoverinfo="skip",
        name=f"interval: {escape(line.label)}",
    )


def _stroke(
    rows: pd.DataFrame,
    card: Card,
    line: Line,
    colour: str,
    symbol: str,
    dashed: bool,
    changed: bool,
) -> go.Scatter:
    shown = rows.dropna(subset="value")
    alone = len(shown) <= MARKED
    lonely = rows["alone"] & rows[["value", "low", "high"]].notna().all(axis=1)
    bars = None
    if lonely.any():
        bars = {
            "array": (rows["high"] - rows["value"]).where(lonely),
            "arrayminus": (rows["value"] - rows["low"]).where(lonely),
            "color": colour,
        }
    return go.Scatter(
        x=middle(rows),
        y=rows["value"],
        mode="lines+markers",
        connectgaps=False,
        line={"color": colour, "width": 2.5, "dash": "dash" if dashed else "solid"},
        marker={"color": colour, "symbol": symbol, "size": 7 if alone else 4},
        error_y=bars,
        name=escape(line.label),
        customdata=[_hover(row, card, changed) for row in rows.to_dict("records")],
        hovertemplate="%{customdata}<extra>" + escape(line.label) + "</extra>",
    )


def _hover(row: Mapping[Hashable, Any], card: Card, changed: bool) -> str:
    value = row["value"]
    if not isinstance(value, float) or value != value:
        return ""
    text = f"{periods.label(row['start'], row['end'])}: "
    printed = units.difference if changed else units.quantity
    text += printed(value, card.unit, card.decimals)
    low, high = row["low"], row["high"]
    if isinstance(low, float) and isinstance(high, float) and low == low and high == high:
        text += f"<br>interval {units.interval(low, high, card.decimals)}"
    return text
