"""Attention around an event: the curve, the usual level, and how high ordinary days go."""

from __future__ import annotations

import textwrap

import pandas as pd
import plotly.graph_objects as go

from utils.analysis.attention import Attention, Window
from utils.analysis.placebo import Placebo
from utils.figures.frame import Caption, axis, escape, frame
from utils.figures.palette import Theme, transparent
from utils.language import periods, say, units
from utils.model import ReachSeries

HIGH = 0.95
"""Ordinary days stay below the upper line this often."""
NAME = 28
"""Letters in one row of an event's name: it stands left of its line, where a phone has room."""
BESIDE = 48
"""Room for the name of the usual level, in px."""


def figure(
    series: pd.Series,
    card: ReachSeries,
    found: Attention,
    placebo: Placebo | None,
    window: Window,
    name: str,
    caption: Caption,
    theme: Theme,
) -> go.Figure:
    """The periods before and after an event called ``name``; ``series`` is indexed by day."""
    day = pd.Timestamp(found.event)
    step = pd.Timedelta(days=window.step)
    first, last = day - window.first_before * step, day + window.after * step
    shown = series[first:last]
    chart = go.Figure(_line(shown, card, window, theme))
    _compared(chart, first, day - window.last_before * step, window, theme)
    _level(chart, found.baseline, say("usual<br>level"), theme, beside=True)
    if placebo is not None:
        height = found.baseline * float(placebo.ratios.quantile(HIGH))
        _level(chart, height, _below(window), theme)
    _mark(chart, day, name, theme)
    frame(chart, caption, theme, 360)
    above = 20 * len(_rows(name))
    chart.update_layout(margin_t=chart.layout.margin.t + above, margin_r=BESIDE)
    # said outright: Plotly would widen the axis until every label fits over the plot
    ends = [first - step, last + step]
    chart.update_xaxes(axis(theme, showgrid=False, type="date", range=ends))
    unit = units.axis(card.unit)
    chart.update_yaxes(axis(theme, rangemode="tozero", title_text=unit, tickformat=",~f"))
    return chart


def _line(shown: pd.Series, card: ReachSeries, window: Window, theme: Theme) -> go.Scatter:
    return go.Scatter(
        x=shown.index,
        y=shown,
        mode="lines+markers",
        connectgaps=False,
        line={"color": theme.reach, "width": 2.5},
        marker={"color": theme.reach, "size": 6},
        name=escape(card.plain_title),
        customdata=[_hover(at, value, card, window) for at, value in shown.items()],
        hovertemplate="%{customdata}<extra></extra>",
    )


def _mark(chart: go.Figure, day: pd.Timestamp, name: str, theme: Theme) -> None:
    chart.add_vline(x=day, line={"color": theme.text, "width": 1.5})
    chart.add_annotation(
        text="<br>".join(map(escape, _rows(name))),
        x=day,
        xanchor="right",
        xshift=12,
        align="right",
        y=1,
        yref="paper",
        yanchor="bottom",
        showarrow=False,
        font={"size": 14, "color": theme.text},
    )


def _rows(name: str) -> list[str]:
    return textwrap.wrap(name, NAME)


def _compared(
    chart: go.Figure, first: pd.Timestamp, last: pd.Timestamp, window: Window, theme: Theme
) -> None:
    """The periods whose median is the usual level, shaded and named."""
    chart.add_vrect(
        x0=first,
        x1=last,
        fillcolor=transparent(theme.quiet, 0.1),
        line={"color": transparent(theme.quiet, 0.7), "width": 1},
        layer="below",
    )
    chart.add_annotation(
        text=_usual(window),
        x=first,
        xanchor="left",
        y=1,
        yref="paper",
        yanchor="top",
        showarrow=False,
        font={"size": 13, "color": theme.quiet},
    )


def _level(chart: go.Figure, height: float, text: str, theme: Theme, beside: bool = False) -> None:
    """A level, solid and named ``beside`` the plot or dotted and named on it."""
    dash = "solid" if beside else "dot"
    chart.add_hline(y=height, line={"color": theme.quiet, "width": 1.5, "dash": dash})
    chart.add_annotation(
        text=text,
        x=1 if beside else 0,
        xref="paper",
        xanchor="left",
        xshift=4 if beside else 0,
        y=height,
        yanchor="middle" if beside else "bottom",
        align="left",
        showarrow=False,
        font={"size": 13, "color": theme.quiet},
    )


def _hover(at: object, value: float, card: ReachSeries, window: Window) -> str:
    if value != value:
        return ""
    start = pd.Timestamp(str(at))
    end = start + pd.Timedelta(days=window.step - 1)
    return f"{periods.label(start, end)}: {units.quantity(value, card.unit, card.decimals)}"


def _usual(window: Window) -> str:
    if window.step == 1:
        return say("days of the usual level")
    return say("weeks of the usual level")


def _below(window: Window) -> str:
    if window.step == 1:
        return say("95 in 100 other days stay below")
    return say("95 in 100 other weeks stay below")


def alt(
    card: ReachSeries, found: Attention, placebo: Placebo | None, window: Window, name: str
) -> str:
    """The curve in words: usual level, peak, how fast it faded, how ordinary that is."""
    peak = units.quantity(found.peak, card.unit, card.decimals)
    usual = units.quantity(found.baseline, card.unit, card.decimals)
    day = periods.label(found.peak_day, found.peak_day)
    text = say(
        "Line chart of {title} around {name}. The usual level is {usual}; the peak is {peak} on "
        "{day}, {ratio} times as much. ",
        title=card.title,
        name=name,
        usual=usual,
        peak=peak,
        day=day,
        ratio=units.written(f"{found.ratio:.1f}"),
    )
    if placebo is not None:
        high = units.quantity(
            found.baseline * float(placebo.ratios.quantile(HIGH)), card.unit, card.decimals
        )
        if window.step == 1:
            text += say("On 95 in 100 other days the peak stays below {high}. ", high=high)
        else:
            text += say("On 95 in 100 other weeks the peak stays below {high}. ", high=high)
    return text + say("The table below holds every value.")
