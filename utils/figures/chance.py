"""An answer beside chance: at every other date, choice by choice, lag by lag."""

from __future__ import annotations

import textwrap

import pandas as pd
import plotly.graph_objects as go

from utils.analysis.before_after import BeforeAfter
from utils.analysis.lead_lag import LeadLag
from utils.analysis.robustness import Strip
from utils.figures.frame import Caption, axis, escape, frame, room
from utils.figures.palette import Theme, transparent

HEIGHT = 260
ROW, LABEL = 40, 24
"""Height of one choice in px: its words have up to two rows of so many letters."""


def dates(found: BeforeAfter, caption: Caption, theme: Theme) -> go.Figure:
    """How the difference is spread over all other dates, and where this one lies."""
    chart = go.Figure(
        go.Histogram(
            x=found.placebo,
            nbinsx=40,
            marker={"color": theme.quiet},
            name="other dates",
            hovertemplate="%{y} dates between %{x}<extra></extra>",
        )
    )
    _line(chart, found.statistic, "this day", theme)
    frame(chart, caption, theme, HEIGHT, below=60)
    unit = "After, as times before" if found.scale == "ratio" else "After less before"
    chart.update_xaxes(axis(theme, title_text=unit))
    chart.update_yaxes(axis(theme, title_text="Other dates", rangemode="tozero"))
    chart.update_layout(margin_t=chart.layout.margin.t + 22, bargap=0.05)
    return chart


def _line(chart: go.Figure, x: float, text: str, theme: Theme) -> None:
    chart.add_vline(x=x, line={"color": theme.reach, "width": 3})
    chart.add_annotation(
        text=f"<b>{escape(text)}</b>",
        x=x,
        y=1,
        yref="paper",
        yanchor="bottom",
        showarrow=False,
        font={"size": 14, "color": theme.reach},
    )


def dates_alt(found: BeforeAfter) -> str:
    """The spread in words."""
    low, high = found.placebo.quantile([0.025, 0.975])
    return (
        f"Histogram of {len(found.placebo):,} other dates. 95 in 100 of them lie between "
        f"{low:.3g} and {high:.3g}; this day has {found.statistic:.3g}: {found.verdict}."
    )


def dates_table(found: BeforeAfter) -> pd.DataFrame:
    """The difference at every other date, one row a date; figures to three places."""
    unit = "After, as times before" if found.scale == "ratio" else "After less before"
    days = [day.date() for day in pd.DatetimeIndex(found.placebo.index)]
    return pd.DataFrame({"Date": days, unit: found.placebo.round(3).to_numpy()})


def choices(found: Strip, caption: Caption, theme: Theme) -> go.Figure:
    """One dot a choice: filled where it is larger than at most other dates, else a ring."""
    none = 1.0 if found.asked.scale == "ratio" else 0.0
    chart = go.Figure(
        go.Scatter(
            x=[one.size for one in found.outcomes],
            y=[_label(one.words) for one in found.outcomes],
            mode="markers",
            marker={
                "size": 12,
                "color": theme.need,
                "symbol": ["circle" if one.unusual else "circle-open" for one in found.outcomes],
                "line": {"width": 2},
            },
            customdata=[
                f"{escape(one.words)}: {one.size:.3g}; {one.share:.0%} of other dates as far"
                for one in found.outcomes
            ],
            hovertemplate="%{customdata}<extra></extra>",
            name="choices",
        )
    )
    chart.add_vline(x=none, line={"color": theme.text, "width": 1.5})
    frame(chart, caption, theme, ROW * len(found.outcomes) + 40, below=60)
    unit = "After, as times before" if found.asked.scale == "ratio" else "After less before"
    room(chart, chart.data[0].y)
    chart.update_xaxes(axis(theme, title_text=unit))
    chart.update_yaxes(axis(theme, autorange="reversed"))
    return chart


def _label(words: str) -> str:
    return "<br>".join(map(escape, textwrap.wrap(words, LABEL)))


def choices_alt(found: Strip) -> str:
    """The strip in words, choice by choice."""
    ways = {1: "up", 0: "level", -1: "down"}
    told = "; ".join(f"{one.words}: {ways[one.sign]}, {one.size:.3g}" for one in found.outcomes)
    return f"Dots for {found.choices} choices. {told}. {found.sentence}"


def choices_table(found: Strip) -> pd.DataFrame:
    """One row a choice: its difference, and how many in a hundred dates lie as far away."""
    return pd.DataFrame(
        [
            (one.words, round(one.size, 3), round(100 * one.share, 1), one.unusual)
            for one in found.outcomes
        ],
        columns=["Choice", "Difference", "Dates as far, in 100", "Larger than at most"],
    )


def lags(found: LeadLag, caption: Caption, theme: Theme) -> go.Figure:
    """Correlation of changes at each lag, inside or outside what chance reaches."""
    chart = go.Figure(
        go.Bar(
            x=list(found.lags),
            y=list(found.values),
            marker={"color": theme.quiet},
            width=0.35,
            name="changes",
            hovertemplate="lag %{x}: %{y:.2f}<extra></extra>",
        )
    )
    chart.add_hrect(
        y0=-found.band,
        y1=found.band,
        fillcolor=transparent(theme.help, 0.16),
        line={"color": theme.help, "width": 1},
        layer="below",
    )
    frame(chart, caption, theme, HEIGHT, below=60)
    reach = max(found.band, *(abs(one) for one in found.values)) * 1.2
    chart.update_xaxes(axis(theme, title_text=f"Lag in {found.grid.noun}"))
    chart.update_yaxes(axis(theme, range=[-reach, reach], title_text="Likeness of changes"))
    return chart


def lags_alt(found: LeadLag) -> str:
    """The lags in words."""
    return (
        f"Bars for lags from {min(found.lags)} to {max(found.lags)} {found.grid.noun}; chance "
        f"stays within {found.band:.2f} on either side. {found.verdict}"
    )


def lags_table(found: LeadLag) -> pd.DataFrame:
    """One row a lag, in periods of the two series; correlations to three places."""
    values = [round(value, 3) for value in found.values]
    return pd.DataFrame({f"Lag in {found.grid.noun}": found.lags, "Likeness of changes": values})
