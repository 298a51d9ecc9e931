"""An answer beside chance: at every other date, choice by choice, lag by lag."""

from __future__ import annotations

import textwrap

import pandas as pd
import plotly.graph_objects as go

from utils.analysis.before_after import BeforeAfter
from utils.analysis.lead_lag import LeadLag
from utils.analysis.robustness import Strip
from utils.analysis.timeline import counted
from utils.figures.frame import Caption, axis, escape, frame, room
from utils.figures.palette import Theme, transparent
from utils.language import later, say, units

HEIGHT = 260
ROW, LABEL = 40, 24
"""Height of one choice in px: its words have up to two rows of so many letters."""
LAGS = {
    "days": later("Lag in days"),
    "weeks": later("Lag in weeks"),
    "months": later("Lag in months"),
    "quarters": later("Lag in quarters"),
    "years": later("Lag in years"),
}
"""The axis of lags, by what several periods are called."""


def _unit(found: BeforeAfter) -> str:
    if found.scale == "ratio":
        return say("After, as times before")
    return say("After less before")


def _hover(across: str, x: str, up: str, y: str) -> str:
    """What a mark says: both axes by name, each with its figure."""
    return f"{across}: {x}<br>{up}: {y}<extra></extra>"


def dates(found: BeforeAfter, caption: Caption, theme: Theme) -> go.Figure:
    """How the difference is spread over all other dates, and where this one lies."""
    chart = go.Figure(
        go.Histogram(
            x=found.placebo,
            nbinsx=40,
            marker={"color": theme.quiet},
            name=say("Other dates"),
            hovertemplate=_hover(_unit(found), "%{x}", say("Other dates"), "%{y}"),
        )
    )
    _line(chart, found.statistic, say("this day"), theme)
    frame(chart, caption, theme, HEIGHT, below=60)
    chart.update_xaxes(axis(theme, title_text=_unit(found)))
    chart.update_yaxes(axis(theme, title_text=say("Other dates"), rangemode="tozero"))
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
    return say(
        "Histogram of {many} other dates. 95 in 100 of them lie between {low} and {high}; this "
        "day has {own}: {verdict}.",
        many=units.number(len(found.placebo), 0),
        low=units.leading(low),
        high=units.leading(high),
        own=units.leading(found.statistic),
        verdict=say(found.verdict),
    )


def dates_table(found: BeforeAfter) -> pd.DataFrame:
    """The difference at every other date, one row a date; figures to three places."""
    days = [day.date() for day in pd.DatetimeIndex(found.placebo.index)]
    return pd.DataFrame({say("Date"): days, _unit(found): found.placebo.round(3).to_numpy()})


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
                say(
                    "{choice}: {size}; {share} of other dates as far",
                    choice=escape(one.words),
                    size=units.leading(one.size),
                    share=units.measured(units.number(100 * one.share, 0), "percent"),
                )
                for one in found.outcomes
            ],
            hovertemplate="%{customdata}<extra></extra>",
            name=say("choices"),
        )
    )
    chart.add_vline(x=none, line={"color": theme.text, "width": 1.5})
    frame(chart, caption, theme, ROW * len(found.outcomes) + 40, below=60)
    room(chart, chart.data[0].y)
    chart.update_xaxes(axis(theme, title_text=_unit(found.asked)))
    chart.update_yaxes(axis(theme, autorange="reversed"))
    return chart


def _label(words: str) -> str:
    return "<br>".join(map(escape, textwrap.wrap(words, LABEL)))


def choices_alt(found: Strip) -> str:
    """The strip in words, choice by choice."""
    ways = {1: say("up"), 0: say("level"), -1: say("down")}
    told = "; ".join(
        f"{one.words}: {ways[one.sign]}, {units.leading(one.size)}" for one in found.outcomes
    )
    opening = say("Dots for {many} choices.", many=found.choices)
    return f"{opening} {told}. {found.sentence}"


def choices_table(found: Strip) -> pd.DataFrame:
    """One row a choice: its difference, and how many in a hundred dates lie as far away."""
    rows = [
        (one.words, round(one.size, 3), round(100 * one.share, 1), one.unusual)
        for one in found.outcomes
    ]
    share, larger = say("Dates as far, in 100"), say("Larger than at most")
    return pd.DataFrame(rows, columns=[say("Choice"), say("Difference"), share, larger])


def lags(found: LeadLag, caption: Caption, theme: Theme) -> go.Figure:
    """Correlation of changes at each lag, inside or outside what chance reaches."""
    chart = go.Figure(
        go.Bar(
            x=list(found.lags),
            y=list(found.values),
            marker={"color": theme.quiet},
            width=0.35,
            name=say("changes"),
            hovertemplate=_hover(
                say(LAGS[found.grid.noun]), "%{x}", say("Likeness of changes"), "%{y:.2f}"
            ),
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
    chart.update_xaxes(axis(theme, title_text=say(LAGS[found.grid.noun])))
    chart.update_yaxes(axis(theme, range=[-reach, reach], title_text=say("Likeness of changes")))
    return chart


def lags_alt(found: LeadLag) -> str:
    """The lags in words."""
    return say(
        "Bars for lags from {first} to {last}; chance stays within {band} on either side. "
        "{verdict}",
        first=min(found.lags),
        last=counted(max(found.lags), found.grid.noun),
        band=units.number(found.band, 2),
        verdict=found.verdict,
    )


def lags_table(found: LeadLag) -> pd.DataFrame:
    """One row a lag, in periods of the two series; correlations to three places."""
    values = [round(value, 3) for value in found.values]
    columns = say(LAGS[found.grid.noun]), say("Likeness of changes")
    return pd.DataFrame(dict(zip(columns, (found.lags, values), strict=True)))
