"""Published effects as intervals, one panel a unit; findings of nothing stand there in words."""

from __future__ import annotations

import textwrap
from collections.abc import Sequence

import plotly.graph_objects as go
from plotly.subplots import make_subplots

from utils.figures.frame import Caption, axis, escape, frame, room
from utils.figures.palette import Theme
from utils.model import StudyEffect

ROW = 58
"""Height of one effect in px: its label has up to three rows."""
LABEL = 30


def drawable(effects: Sequence[StudyEffect]) -> list[StudyEffect]:
    """Effects with an estimate and an interval; the others can only be told."""
    return [one for one in effects if one.estimate is not None and one.low is not None]


def figure(effects: Sequence[StudyEffect], caption: Caption, theme: Theme) -> go.Figure:
    """One row an effect, zero marked; units that differ never share an axis."""
    by_unit: dict[str, list[StudyEffect]] = {}
    for one in drawable(effects):
        by_unit.setdefault(one.unit, []).append(one)
    sizes = [len(group) for group in by_unit.values()]
    chart = make_subplots(rows=len(by_unit), cols=1, row_heights=sizes, vertical_spacing=0.16)
    for row, (unit, group) in enumerate(by_unit.items(), start=1):
        chart.add_trace(_intervals(group, theme), row=row, col=1)
        chart.update_xaxes(
            axis(theme, title_text=escape(unit), zeroline=True, rangemode="tozero"), row=row, col=1
        )
        chart.update_yaxes(axis(theme, autorange="reversed", showgrid=False), row=row, col=1)
    chart.update_xaxes(zerolinecolor=theme.text, zerolinewidth=1.5)
    frame(chart, caption, theme, ROW * sum(sizes) + 90 * len(sizes), below=64)
    room(chart, [_label(one) for group in by_unit.values() for one in group])
    return chart


def _intervals(effects: Sequence[StudyEffect], theme: Theme) -> go.Scatter:
    return go.Scatter(
        x=[one.estimate for one in effects],
        y=[_label(one) for one in effects],
        error_x={
            "array": [(one.high or 0) - (one.estimate or 0) for one in effects],
            "arrayminus": [(one.estimate or 0) - (one.low or 0) for one in effects],
            "color": theme.quiet,
            "thickness": 3,
        },
        mode="markers",
        marker={"color": theme.help, "size": 12, "symbol": "diamond"},
        customdata=[
            f"{escape(one.outcome)}: {one.estimate:g} {escape(one.unit)}"
            f"<br>95% interval {one.low:g} to {one.high:g}"
            for one in effects
        ],
        hovertemplate="%{customdata}<extra></extra>",
        name="effect",
    )


def _label(one: StudyEffect) -> str:
    rows = textwrap.wrap(f"{one.outcome} ({one.year})", LABEL)
    return "<br>".join(escape(row) for row in rows[:3])


def alt(effects: Sequence[StudyEffect]) -> str:
    """The drawn effects in words."""
    told = "; ".join(
        f"{one.outcome}: {one.estimate:g} {one.unit} ({one.low:g} to {one.high:g})"
        for one in drawable(effects)
    )
    return f"Published effects with 95% intervals; zero means no effect. {told}."
