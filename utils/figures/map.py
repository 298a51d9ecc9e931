"""Maps of one period: classes with about equal numbers of places, no data in grey."""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from utils.analysis.rank import quantiles
from utils.figures.frame import EDGE, Caption, escape, frame
from utils.figures.palette import Theme
from utils.language import say, say_many, units
from utils.language.places import name as named
from utils.model import Evidence, Indicator, Place

CLASSES = 5
STATE = "US-"


def covers(evidence: Evidence) -> str | None:
    """`usa` or `world` when the rows have enough such places for a map, else `None`."""
    codes = pd.Series(evidence.rows["place"].unique())
    if codes.str.startswith(STATE).sum() >= 10:
        return "usa"
    return "world" if (codes.str.fullmatch("[A-Z]{3}") & (codes != "WLD")).sum() >= 10 else None


def figure(
    evidence: Evidence,
    card: Indicator,
    places: Mapping[str, Place],
    caption: Caption,
    theme: Theme,
) -> go.Figure:
    """One period of one group as a map; ``evidence`` holds one row for each place."""
    scope = covers(evidence) or "world"
    rows = evidence.rows
    is_state = rows["place"].str.startswith(STATE)
    rows = rows[is_state if scope == "usa" else ~is_state & (rows["place"].str.len() == 3)]
    known = rows.dropna(subset="value")
    chart = go.Figure()
    none = rows[rows["value"].isna()]
    _add(chart, none, card, places, theme.no_data, say("No figure"), scope, theme)
    floor = None
    bounds = quantiles(known["value"], CLASSES)
    for bound, colour in zip(bounds, _spread(theme.classes, len(bounds)), strict=True):
        inside = known["value"] <= bound
        if floor is not None:
            inside &= known["value"] > floor
        _add(chart, known[inside], card, places, colour, _name(known[inside], card), scope, theme)
        floor = bound
    # on a phone each class stands in a row of its own
    frame(chart, caption, theme, 440, below=16 + 21 * len(chart.data))
    chart.update_layout(
        showlegend=True,
        legend={"orientation": "h", "y": 0, "yanchor": "top", "x": 0, "font": {"size": 14}},
        margin={"l": 0, "r": 0},
        geo=_geo(scope, theme),
        dragmode=False,
    )
    chart.update_annotations(xshift=EDGE, selector={"name": "source"})
    return chart


def _geo(scope: str, theme: Theme) -> dict[str, object]:
    return {
        "scope": scope,
        "fitbounds": False,
        "projection": {"type": "albers usa" if scope == "usa" else "natural earth"},
        "bgcolor": theme.background,
        "showland": scope == "world",
        "landcolor": theme.no_data,
        "showlakes": False,
        "showcoastlines": False,
        "showcountries": scope == "world",
        "countrycolor": theme.quiet,
        "countrywidth": 0.4,
        "showframe": False,
        "lataxis": {"range": [-58, 85]} if scope == "world" else {},
    }


def _spread(colours: tuple[str, ...], count: int) -> list[str]:
    """``count`` colours that span the whole scale when ties leave fewer classes."""
    if count <= 1:
        return [colours[-2]] * count
    return [colours[round(step * (len(colours) - 1) / (count - 1))] for step in range(count)]


def _name(rows: pd.DataFrame, card: Indicator) -> str:
    """A class in words: `12.1 to 14.9% (10 places)`."""
    if rows.empty:
        return say("none")
    low, high = rows["value"].min(), rows["value"].max()
    count = say_many("{count} place", "{count} places", len(rows))
    top = units.quantity(high, card.unit, card.decimals)
    text = top
    if low != high:
        text = say("{low} to {high}", low=units.number(low, card.decimals), high=top)
    return f"{text} ({count})"


def _add(
    chart: go.Figure,
    rows: pd.DataFrame,
    card: Indicator,
    places: Mapping[str, Place],
    colour: str,
    name: str,
    scope: str,
    theme: Theme,
) -> None:
    if rows.empty:
        return
    chart.add_trace(
        go.Choropleth(
            locations=rows["place"].str.removeprefix(STATE) if scope == "usa" else rows["place"],
            locationmode="USA-states" if scope == "usa" else "ISO-3",
            z=[0.0] * len(rows),
            colorscale=[[0, colour], [1, colour]],
            showscale=False,
            showlegend=True,
            name=escape(name),
            marker={"line": {"color": theme.quiet, "width": 0.4}},
            customdata=[_hover(row, card, places) for row in rows.to_dict("records")],
            hovertemplate="%{customdata}<extra></extra>",
        )
    )


def _hover(row: Mapping[Hashable, Any], card: Indicator, places: Mapping[str, Place]) -> str:
    name = escape(named(places[str(row["place"])]))
    value = row["value"]
    if not isinstance(value, float) or value != value:
        return f"{name}: {say('no figure')}"
    return f"{name}: {units.quantity(value, card.unit, card.decimals)}"


def undrawn(evidence: Evidence, drawable: frozenset[str]) -> list[str]:
    """Places with a value that a map leaves out, too small or beyond its edge, by code."""
    rows = evidence.rows.dropna(subset="value")
    if covers(evidence) == "usa":
        return sorted(set(rows["place"][~rows["place"].str.startswith(STATE)]))
    codes = rows["place"][rows["place"].str.fullmatch("[A-Z]{3}") & (rows["place"] != "WLD")]
    return sorted(set(codes) - drawable)
