"""One event year by year: how many times the usual level, with intervals."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd
import plotly.graph_objects as go

from utils.analysis.attention import Attention
from utils.figures.frame import Caption, axis, frame
from utils.figures.palette import Theme
from utils.language import periods, say, units


def figure(found: Sequence[Attention], caption: Caption, theme: Theme) -> go.Figure:
    """A dot a year with its 95% interval, and the line where nothing is different."""
    chart = go.Figure(
        go.Scatter(
            x=_names(found),
            y=[one.ratio for one in found],
            error_y={
                "array": [one.ratio_high - one.ratio for one in found],
                "arrayminus": [one.ratio - one.ratio_low for one in found],
                "color": theme.reach,
                "thickness": 2,
            },
            mode="markers",
            marker={"color": theme.reach, "size": 11},
            customdata=[_hover(name, one) for name, one in zip(_names(found), found, strict=True)],
            hovertemplate="%{customdata}<extra></extra>",
            name=say("times the usual level"),
        )
    )
    chart.add_hline(y=1, line={"color": theme.quiet, "width": 1.5})
    chart.add_annotation(
        text=say("usual level"),
        x=0,
        xref="paper",
        xanchor="left",
        y=1,
        yanchor="bottom",
        showarrow=False,
        font={"size": 13, "color": theme.quiet},
    )
    frame(chart, caption, theme, 240)
    chart.update_xaxes(axis(theme, type="category", showgrid=False))
    chart.update_yaxes(axis(theme, rangemode="tozero", title_text=say("Times the usual level")))
    return chart


def table(found: Sequence[Attention]) -> pd.DataFrame:
    """One row an event: times the usual level with its interval, to two places."""
    rows = [
        (name, round(one.ratio, 2), round(one.ratio_low, 2), round(one.ratio_high, 2))
        for name, one in zip(_names(found), found, strict=True)
    ]
    return pd.DataFrame(rows, columns=["Event", "Times the usual level", "Low", "High"])


def _hover(name: str, one: Attention) -> str:
    ratio = units.number(one.ratio, 1)
    told = say("{name}: {ratio} times the usual level", name=name, ratio=ratio)
    bounds = units.interval(one.ratio_low, one.ratio_high, 1)
    return told + "<br>" + say("interval {bounds}", bounds=bounds)


def _names(found: Sequence[Attention]) -> list[str]:
    """Years, or dates where an event came twice in a year."""
    named = [str(one.event.year) for one in found]
    if len(set(named)) == len(named):
        return named
    return [periods.label(one.event, one.event) for one in found]


def alt(found: Sequence[Attention], name: str) -> str:
    """The years in words."""
    years = "; ".join(
        f"{year}: {units.number(one.ratio, 1)} ({units.interval(one.ratio_low, one.ratio_high, 1)})"
        for year, one in zip(_names(found), found, strict=True)
    )
    told = say("Dots of {name} by year, in times the usual level with 95% interval.", name=name)
    return f"{told} {years}."
