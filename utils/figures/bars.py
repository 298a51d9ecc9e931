"""A few figures of one unit beside each other: bars from zero, each with its own interval."""

from __future__ import annotations

import textwrap

import pandas as pd
import plotly.graph_objects as go

from utils.analysis.lines import Line
from utils.figures.frame import Caption, axis, escape, frame, room
from utils.figures.palette import Theme
from utils.language import periods, say, units
from utils.model import Card

ROW, LABEL = 62, 20
"""Height of one bar in px, and characters in one row of its label."""


def figure(
    named: list[tuple[str, pd.Series]], card: Card, caption: Caption, theme: Theme
) -> go.Figure:
    """One bar for each name and row, in the order given, the printed value at its end."""
    values = [float(row["value"]) for _, row in named]
    chart = go.Figure(
        go.Bar(
            x=values,
            y=["<br>".join(map(escape, textwrap.wrap(name, LABEL)[:3])) for name, _ in named],
            orientation="h",
            width=0.55,
            marker={"color": theme.series(card.aspect)[0]},
            error_x=_intervals([row for _, row in named], theme),
            customdata=[said(name, row, card) for name, row in named],
            hovertemplate="%{customdata}<extra></extra>",
            name=say("value"),
        )
    )
    frame(chart, caption, theme, ROW * len(named) + 30, below=60)
    room(chart, chart.data[0].y)
    unit = units.axis(card.unit)
    chart.update_xaxes(axis(theme, rangemode="tozero", title_text=unit, tickformat=",~f"))
    chart.update_yaxes(axis(theme, autorange="reversed", showgrid=False))
    for at, (_, row) in enumerate(named):
        _value(chart, at, row, card, theme)
    # the printed values stand beyond the bars and their intervals
    chart.update_xaxes(range=[0, 1.22 * max(max(values), *(_top(row) for _, row in named), 1e-9)])
    return chart


def _top(row: pd.Series) -> float:
    high = float(row["high"])
    return high if high == high else float(row["value"])


def _intervals(rows: list[pd.Series], theme: Theme) -> dict[str, object]:
    return {
        "array": [row["high"] - row["value"] for row in rows],
        "arrayminus": [row["value"] - row["low"] for row in rows],
        "color": theme.text,
        "thickness": 2,
    }


def _value(chart: go.Figure, at: int, row: pd.Series, card: Card, theme: Theme) -> None:
    chart.add_annotation(
        text=f"<b>{escape(units.quantity(row['value'], card.unit, card.decimals))}</b>",
        x=_top(row),
        y=at,
        xanchor="left",
        xshift=8,
        showarrow=False,
        font={"size": 15, "color": theme.text},
    )


def said(name: str, row: pd.Series, card: Card) -> str:
    """One bar in words: name, period, value, interval."""
    value = units.quantity(row["value"], card.unit, card.decimals)
    text = f"{name}, {periods.label(row['start'], row['end'])}: {value}"
    if row["low"] == row["low"] and row["high"] == row["high"]:
        bounds = units.interval(row["low"], row["high"], card.decimals)
        text += " " + say("(interval {bounds})", bounds=bounds)
    return escape(text)


def alt(named: list[tuple[str, pd.Series]], card: Card) -> str:
    """The bars in words, in their order."""
    words = "; ".join(said(name, row, card) for name, row in named)
    table = say("The table below holds every value.")
    return f"{say('Bars for {title}.', title=card.title)} {words}. {table}"


def named(lines: list[Line]) -> list[tuple[str, pd.Series]]:
    """The rows of some lines with what tells them apart: line, period or both."""
    rows = [(line.label, row) for line in lines for _, row in line.rows.iterrows()]
    known = [(label, row) for label, row in rows if row["value"] == row["value"]]
    labels = {label for label, _ in known}
    if len(labels) == len(known):
        return known
    when = [periods.label(row["start"], row["end"]) for _, row in known]
    if len(labels) == 1:
        return [(day, row) for day, (_, row) in zip(when, known, strict=True)]
    return [(f"{label}, {day}", row) for day, (label, row) in zip(when, known, strict=True)]
