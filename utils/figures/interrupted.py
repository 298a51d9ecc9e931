"""A series before and after a day: seen, fitted, and the earlier trend carried on."""

from __future__ import annotations

import pandas as pd
import plotly.graph_objects as go

from utils.analysis.interrupted import Interruption
from utils.figures.frame import Caption, axis, frame
from utils.figures.palette import Theme
from utils.language import periods, say, units
from utils.model import Card


def figure(found: Interruption, card: Card, caption: Caption, theme: Theme) -> go.Figure:
    """Dots for what was seen, a line for the fit, dashes for the trend carried on."""
    colour = theme.series(card.aspect)[0]
    unit = units.axis(card.unit)
    chart = go.Figure(
        [
            go.Scatter(
                x=found.observed.index,
                y=found.observed,
                mode="markers",
                marker={"color": colour, "size": 6},
                name=say("seen"),
                hovertemplate="%{x|%Y-%m-%d}: %{y:,.4~g}<extra>" + say("seen") + "</extra>",
            ),
            _curve(found.fitted, say("fitted"), colour, "solid"),
            _curve(found.counterfactual, say("earlier trend carried on"), theme.text, "dash"),
        ]
    )
    day = pd.Timestamp(found.event)
    chart.add_vline(x=day, line={"color": theme.quiet, "width": 1.5})
    frame(chart, caption, theme, 300)
    chart.update_xaxes(axis(theme, showgrid=False, type="date"))
    chart.update_yaxes(axis(theme, title_text=unit, rangemode="tozero", tickformat=",~f"))
    return chart


def _curve(curve: pd.Series, name: str, colour: str, dash: str) -> go.Scatter:
    return go.Scatter(
        x=curve.index,
        y=curve,
        mode="lines",
        line={"color": colour, "width": 2, "dash": dash},
        name=name,
        hovertemplate="%{x|%Y-%m-%d}: %{y:,.4~g}<extra>" + name + "</extra>",
    )


def alt(found: Interruption, card: Card) -> str:
    """The picture in words."""
    told = say(
        "Dots for {title}, a line that fits them and a dashed line for the earlier trend and "
        "season carried on from {day}.",
        title=card.title,
        day=periods.label(found.first_after, found.first_after),
    )
    return f"{told} {found.diagnostics[0]}"


def table(found: Interruption) -> pd.DataFrame:
    """One row a period: what was seen, the fit, and the earlier trend carried on where it is."""
    curves = {
        say("Seen"): found.observed,
        say("Fitted"): found.fitted,
        say("Earlier trend carried on"): found.counterfactual,
    }
    frame = pd.DataFrame(curves).round(3)
    frame.insert(0, say("Period starts"), [day.date() for day in pd.DatetimeIndex(frame.index)])
    return frame
