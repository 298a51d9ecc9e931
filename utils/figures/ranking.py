"""Places in order as dots with intervals; the chosen places stand out, ties share a range."""

from __future__ import annotations

from collections.abc import Hashable, Mapping, Sequence
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from utils.figures.frame import Caption, axis, escape, frame, room
from utils.figures.palette import Theme, transparent
from utils.language import say, units
from utils.language.places import name as named
from utils.model import Indicator, Place

MOST = 60
"""More places than this are cut to the chosen, the highest and the lowest."""
ENDS = 20


def shown(ranked: pd.DataFrame, chosen: Sequence[str]) -> pd.DataFrame:
    """All places, or the highest and lowest twenty and the chosen where they are many."""
    if len(ranked) <= MOST:
        return ranked
    ends = (ranked.index < ENDS) | (ranked.index >= len(ranked) - ENDS)
    return ranked[ends | ranked["place"].isin(list(chosen))]


def figure(
    ranked: pd.DataFrame,
    card: Indicator,
    places: Mapping[str, Place],
    chosen: Sequence[str],
    caption: Caption,
    theme: Theme,
) -> go.Figure:
    """One dot a place, highest at the top; ``ranked`` is what `rank.ranking` returns."""
    names = [escape(named(places[code])) for code in ranked["place"]]
    picked = ranked["place"].isin(list(chosen))
    chart = go.Figure()
    bounded = ranked.dropna(subset=["low", "high"])
    if len(bounded):
        chart.add_trace(_intervals(bounded, places, theme))
    hovers = [_hover(row, card, places) for row in ranked.to_dict("records")]
    strong = theme.series(card.aspect)[0]
    chart.add_trace(_dots(ranked["value"], names, picked, hovers, strong, theme.quiet))
    frame(chart, caption, theme, max(180, 22 * len(ranked) + 40), below=58)
    chart.update_xaxes(axis(theme, title_text=units.axis(card.unit), rangemode="tozero"))
    room(chart, names)
    bold = [f"<b>{name}</b>" if one else name for name, one in zip(names, picked, strict=True)]
    chart.update_yaxes(
        axis(
            theme,
            range=[len(ranked) - 0.4, -0.6],
            tickmode="array",
            tickvals=names,
            ticktext=bold,
            gridcolor=transparent(theme.grid, 0.6),
        )
    )
    return chart


def _dots(
    values: pd.Series,
    names: list[str],
    picked: pd.Series,
    hovers: list[str],
    strong: str,
    quiet: str,
) -> go.Scatter:
    return go.Scatter(
        x=values,
        y=names,
        mode="markers",
        marker={
            "size": [13 if one else 10 for one in picked],
            "color": [strong if one else quiet for one in picked],
            "symbol": ["diamond" if one else "circle" for one in picked],
        },
        customdata=hovers,
        hovertemplate="%{customdata}<extra></extra>",
        name=say("value"),
    )


def _intervals(rows: pd.DataFrame, places: Mapping[str, Place], theme: Theme) -> go.Scatter:
    xs: list[float | None] = []
    ys: list[str | None] = []
    for row in rows.to_dict("records"):
        name = escape(named(places[row["place"]]))
        xs += [row["low"], row["high"], None]
        ys += [name, name, None]
    return go.Scatter(
        x=xs,
        y=ys,
        mode="lines",
        line={"color": transparent(theme.quiet, 0.65), "width": 4},
        hoverinfo="skip",
        name=say("interval"),
    )


def _hover(row: Mapping[Hashable, Any], card: Indicator, places: Mapping[str, Place]) -> str:
    value, low, high = row["value"], row["low"], row["high"]
    text = f"{escape(named(places[str(row['place'])]))}: "
    text += units.quantity(float(str(value)), card.unit, card.decimals)
    if isinstance(low, float) and isinstance(high, float) and low == low:
        bounds = units.interval(low, high, card.decimals)
        text += "<br>" + say("interval {bounds}", bounds=bounds)
    if not pd.isna(row["rank_low"]):
        text += f"<br>{rank_words(int(str(row['rank_low'])), int(str(row['rank_high'])))}"
    return text


def rank_words(low: int, high: int) -> str:
    """`rank 3` or, where intervals overlap, `rank between 1 and 6`."""
    if low == high:
        return say("rank {low}", low=low)
    return say("rank between {low} and {high}", low=low, high=high)
