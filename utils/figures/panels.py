"""Need and reach above each other on one axis of time, each with its own unit, never on one axis.

Periods are drawn as the periods they are: a survey of four weeks is a bar over four weeks.
"""

from __future__ import annotations

import datetime as dt
import textwrap
from collections.abc import Sequence
from dataclasses import dataclass

import pandas as pd
import plotly.graph_objects as go
from plotly.subplots import make_subplots

from utils.analysis import comparable
from utils.figures.frame import Caption, axis, escape, frame
from utils.figures.palette import Theme, transparent
from utils.figures.spans import DAY, Panel, traces
from utils.language import periods, say, units
from utils.model import Break, Card

HEIGHT = 190
"""Height of one panel in px; three fit a shared screen."""
GAP = 48
"""Room above a panel for its title, in px."""
NAME, LINE = 42, 18
"""Letters in one row of a panel's name, and the height of the row in px."""


@dataclass(frozen=True)
class Mark:
    """One event: a letter beside its line, explained in the subtitle."""

    start: dt.date
    end: dt.date
    letter: str


def figure(
    panels: Sequence[Panel],
    marks: Sequence[Mark],
    span: tuple[dt.date, dt.date],
    caption: Caption,
    theme: Theme,
) -> go.Figure:
    """One panel a series; events go through all of them; zoom moves them together."""
    total = HEIGHT * len(panels) + GAP * (len(panels) - 1)
    chart = make_subplots(
        rows=len(panels), cols=1, shared_xaxes="all", vertical_spacing=GAP / total
    )
    for row, panel in enumerate(panels, start=1):
        for trace in traces(panel, (span[1] - span[0]).days, theme):
            chart.add_trace(trace, row=row, col=1)
    frame(chart, caption, theme, total)
    # room for the buttons above the title, for the letters of the events and the first name
    above = 70 + LINE * _named(panels[0]).count("<br>")
    chart.update_layout(margin_t=chart.layout.margin.t + above, title_pad_t=36, dragmode=False)
    days = [pd.Timestamp(span[0]), pd.Timestamp(span[1]) + DAY]
    chart.update_xaxes(axis(theme, showgrid=False, type="date", range=days, fixedrange=False))
    for row, panel in enumerate(panels, start=1):
        _name(chart, panel, row, theme)
        _breaks(chart, panel, row, theme)
    _events(chart, marks, 26 + LINE * _named(panels[0]).count("<br>"), theme)
    return chart


def _named(panel: Panel) -> str:
    """A series and its unit in one row or two: on a phone a longer row would be cut off."""
    unit = units.axis(panel.card.unit)
    rows = textwrap.wrap(f"{panel.title} ({unit})", NAME, max_lines=2, placeholder=" …")
    return "<br>".join(map(escape, rows))


def _name(chart: go.Figure, panel: Panel, row: int, theme: Theme) -> None:
    """The series and its unit over its own panel, and a scale of its own that starts at zero."""
    number = "" if row == 1 else str(row)
    chart.update_yaxes(axis(theme, rangemode="tozero", tickformat=",~f", nticks=4), row=row, col=1)
    chart.add_annotation(
        text=_named(panel),
        align="left",
        name="panel",
        x=0,
        xref="paper",
        xanchor="left",
        y=1,
        yref=f"y{number} domain",
        yanchor="bottom",
        yshift=6,
        showarrow=False,
        font={"size": 14, "color": theme.series(panel.card.aspect)[0], "weight": 600},
    )


def _breaks(chart: go.Figure, panel: Panel, row: int, theme: Theme) -> None:
    """Registered breaks of one series, in its own panel only."""
    number = "" if row == 1 else str(row)
    for one in inside(panel):
        chart.add_shape(
            type="line",
            x0=pd.Timestamp(one.date),
            x1=pd.Timestamp(one.date),
            y0=0,
            y1=1,
            xref=f"x{number}",
            yref=f"y{number} domain",
            line={"color": theme.quiet, "width": 1, "dash": "dot"},
        )
        chart.add_annotation(
            text=say("break"),
            x=pd.Timestamp(one.date),
            xref=f"x{number}",
            y=0.03,
            yref=f"y{number} domain",
            xanchor="left",
            yanchor="bottom",
            textangle=-90,
            showarrow=False,
            font={"size": 12, "color": theme.quiet},
        )


def inside(panel: Panel) -> list[Break]:
    """The registered breaks that cut a panel's rows in the time shown."""
    rows = panel.evidence.rows.dropna(subset="value")
    if rows.empty:
        return []
    return list(
        comparable.crossed(
            panel.card, rows["group_by"].iloc[0], rows["start"].min(), rows["start"].max()
        )
    )


def _events(chart: go.Figure, marks: Sequence[Mark], above: int, theme: Theme) -> None:
    """A line through all panels for a day, a band for weeks and months, a letter on top."""
    for mark in marks:
        start, end = pd.Timestamp(mark.start), pd.Timestamp(mark.end) + DAY
        if (end - start).days > 2:
            chart.add_shape(
                type="rect", x0=start, x1=end, y0=0, y1=1, xref="x", yref="paper",
                fillcolor=transparent(theme.quiet, 0.2),
                line={"color": transparent(theme.quiet, 0.7), "width": 1}, layer="below",
            )  # fmt: skip
        else:
            chart.add_shape(
                type="line", x0=start, x1=start, y0=0, y1=1, xref="x", yref="paper",
                line={"color": transparent(theme.quiet, 0.7), "width": 1}, layer="below",
            )  # fmt: skip
        chart.add_annotation(
            text=f"<b>{escape(mark.letter)}</b>",
            x=start + (end - start) / 2,
            xref="x",
            y=1,
            yref="paper",
            yanchor="bottom",
            yshift=above,
            showarrow=False,
            font={"size": 13, "color": theme.text},
        )


def alt(panels: Sequence[Panel], marks: Sequence[Mark], events: str) -> str:
    """The picture in words: each panel's ends and extremes, its breaks, and the events."""
    parts = [
        say(
            "{many} charts above each other on one axis of time, each with its own unit.",
            many=len(panels),
        )
    ]
    for panel in panels:
        known = panel.evidence.rows.dropna(subset="value")
        if known.empty:
            parts.append(say("{title}: no figures in this time.", title=panel.title))
            continue
        high, low = known.iloc[known["value"].argmax()], known.iloc[known["value"].argmin()]
        first, last = known.iloc[0], known.iloc[-1]
        at = {"first": first, "last": last, "high": high, "low": low}
        parts.append(
            say(
                "{line}: from {first} to {last}; highest {high}, lowest {low}.",
                line=panel.title,
                **{name: _at(row, panel.card) for name, row in at.items()},
            )
        )
    if marks:
        parts.append(
            say(
                "Marked through all charts, {many} times: {events}.", many=len(marks), events=events
            )
        )
    return " ".join([*parts, say("The table below holds every value.")])


def _at(row: pd.Series, card: Card) -> str:
    value = units.quantity(row["value"], card.unit, card.decimals)
    when = periods.label(row["start"], row["end"])
    return say("{value} in {period}", value=value, period=when)
