"""One series as strokes over its periods: a survey of four weeks is a bar over four weeks."""

from __future__ import annotations

from dataclasses import dataclass

import pandas as pd
import plotly.graph_objects as go

from utils.figures.frame import escape
from utils.figures.palette import Theme, transparent
from utils.language import periods, say, units
from utils.model import Card, Evidence

FINEST = 400
"""More periods than this are drawn as a line: their bars would be thinner than a pixel."""
THINNEST = 1 / 300
"""Periods shorter than this share of the time shown are drawn as dots: a bar would not be seen."""
DAY = pd.Timedelta(days=1)


@dataclass(frozen=True, eq=False)
class Panel:
    """One series of one place and group, and what to call it."""

    evidence: Evidence
    card: Card
    title: str


def traces(panel: Panel, days: int, theme: Theme) -> list[go.Scatter]:
    """Boxes for intervals and a stroke, dot or line for each value, in ``days`` of time."""
    rows = panel.evidence.rows.sort_values("start", ignore_index=True)
    colour = theme.series(panel.card.aspect)[0]
    if len(rows) > FINEST:
        return [_fine(rows, panel, colour)]
    bands = _bands(rows)
    drawn = [_filled(bands, colour)] if bands is not None else []
    if len(rows) and (rows["end"] - rows["start"]).dt.days.median() < days * THINNEST:
        return [*drawn, _dots(rows, panel, colour)]
    return [*drawn, _bars(rows, panel, colour)]


def _fine(rows: pd.DataFrame, panel: Panel, colour: str) -> go.Scatter:
    """A line through the first days of many short periods; a missing day lifts the pen."""
    step = rows["start"].diff().median()
    apart = rows[rows["start"].diff() > 1.5 * step].assign(value=float("nan"))
    apart["start"] -= DAY
    joined = pd.concat([rows, apart]).sort_values("start", ignore_index=True)
    return go.Scatter(
        x=joined["start"],
        y=joined["value"],
        mode="lines",
        connectgaps=False,
        line={"color": colour, "width": 1.3},
        name=escape(panel.title),
        customdata=_hovers(joined, panel.card),
        hovertemplate="%{customdata}<extra></extra>",
    )


def _dots(rows: pd.DataFrame, panel: Panel, colour: str) -> go.Scatter:
    """A dot in the middle of each short period, joined by nothing."""
    known = rows.dropna(subset="value")
    return go.Scatter(
        x=known["start"] + (known["end"] - known["start"]) / 2,
        y=known["value"],
        mode="markers",
        marker={"color": colour, "size": 8},
        name=escape(panel.title),
        customdata=_hovers(known, panel.card),
        hovertemplate="%{customdata}<extra></extra>",
    )


def _bars(rows: pd.DataFrame, panel: Panel, colour: str) -> go.Scatter:
    """A level stroke over each period, from its first day to the end of its last."""
    known = rows.dropna(subset="value")
    lifted = pd.DataFrame({"x": known["start"], "y": float("nan"), "n": range(len(known))})
    first = lifted.assign(y=known["value"])
    last = first.assign(x=known["end"] + DAY)
    points = pd.concat([first, last, lifted]).sort_values("n", kind="stable", ignore_index=True)
    hovers = _hovers(known, panel.card)
    return go.Scatter(
        x=points["x"],
        y=points["y"],
        mode="lines",
        connectgaps=False,
        line={"color": colour, "width": 4},
        name=escape(panel.title),
        customdata=[hovers[n] for n in points["n"]],
        hovertemplate="%{customdata}<extra></extra>",
    )


def _bands(rows: pd.DataFrame) -> pd.DataFrame | None:
    """A box over each period from the lower to the upper end of its interval."""
    known = rows.dropna(subset=["low", "high"]).reset_index(drop=True)
    if known.empty:
        return None
    corners = [("start", "low"), ("start", "high"), ("end", "high"), ("end", "low")]
    sides = [
        pd.DataFrame({"x": known[x] + (DAY if x == "end" else 0 * DAY), "y": known[y], "n": n})
        for n, (x, y) in enumerate(corners)
    ]
    lifted = sides[0].assign(y=float("nan"), n=4)
    every = pd.concat([*sides, lifted]).rename_axis("row").reset_index()
    return every.sort_values(["row", "n"], ignore_index=True)[["x", "y"]]


def _filled(bands: pd.DataFrame, colour: str) -> go.Scatter:
    return go.Scatter(
        x=bands["x"],
        y=bands["y"],
        fill="toself",
        fillcolor=transparent(colour, 0.25),
        line={"width": 0},
        mode="lines",
        hoverinfo="skip",
        name=say("interval"),
    )


def _bounds(low: float, high: float, card: Card) -> str:
    return "<br>" + say("interval {bounds}", bounds=units.interval(low, high, card.decimals))


def _hovers(rows: pd.DataFrame, card: Card) -> list[str]:
    return [
        ""
        if value != value
        else f"{periods.label(start, end)}: {units.quantity(value, card.unit, card.decimals)}"
        + ("" if low != low else _bounds(low, high, card))
        for start, end, value, low, high in rows[
            ["start", "end", "value", "low", "high"]
        ].itertuples(index=False)
    ]
