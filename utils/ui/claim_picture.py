"""The picture of a claim: each kind has one chart that shows its number in its surroundings."""

from __future__ import annotations

from dataclasses import replace

import pandas as pd
import streamlit as st

from utils.analysis import rank
from utils.analysis.lines import lines
from utils.figures import alt, bars, effects, icon_array, palette, panels, ranking, trend
from utils.figures.frame import Caption, source_line
from utils.figures.spans import Panel
from utils.language import ENGLISH, current, periods, say
from utils.model import Card, Claim, Evidence, Indicator
from utils.ui import load, spoken
from utils.ui.draw import Drawing

MOST, ENDS = 15, 3
"""Places of a ranking that can be read on a slide, and how many of them from either end."""


def drawing(claim: Claim, colours: palette.Theme | None = None) -> Drawing:
    """The chart with its alternative text; no figure where the number itself is the picture.

    It is drawn in ``colours``, or else in those of the visitor's theme.
    """
    theme = colours or palette.theme(st.context.theme.type)
    caption = _caption(claim)
    if claim.picture == "interval":
        study = load.studies()[claim.series]
        if not effects.drawable([study]):
            return Drawing(None, "", (), ())
        return Drawing(effects.figure([study], caption, theme), effects.alt([study]), (), ())
    if claim.drawn is None or claim.picture == "number" or not len(claim.drawn):
        return Drawing(None, "", (), ())
    if claim.picture == "panels":
        return _panels(claim.drawn, caption, theme)
    return _one_series(claim, claim.drawn, caption, theme)


def _one_series(claim: Claim, drawn: Evidence, caption: Caption, theme: palette.Theme) -> Drawing:
    card, places = load.series()[drawn.rows["series"].iloc[0]], load.places()
    if claim.picture == "icons":
        percent = float(drawn.rows["value"].iloc[0])
        figure = icon_array.figure(percent, card.aspect, caption, theme)
        return Drawing(figure, icon_array.alt(percent, claim.sentences.short), (), ())
    if claim.picture == "bars":
        named = _bars(drawn)
        return Drawing(bars.figure(named, card, caption, theme), bars.alt(named, card), (), ())
    if claim.picture == "ranking" and isinstance(card, Indicator):
        every = rank.ranking(drawn)
        ranked = around(every, claim.place)
        if len(ranked) < len(every):
            shown = say("{shown} of {all} places shown", shown=len(ranked), all=len(every))
            number = f"{_period(claim)}; {shown}"
            caption = replace(caption, subtitle=number)
        figure = ranking.figure(ranked, card, places, [claim.place], caption, theme)
        return Drawing(figure, alt.ranking(ranked, card, places, len(every)), (), ())
    figure = trend.figure(drawn, card, places, caption, theme)
    return Drawing(figure, alt.trend(drawn, card, places), (), ())


def around(ranked: pd.DataFrame, place: str) -> pd.DataFrame:
    """At most `MOST` places: three from either end and those around the place of the claim.

    The ranks were worked out from all places and stay as they are.
    """
    if len(ranked) <= MOST:
        return ranked
    last = len(ranked) - 1
    at = next((n for n, code in enumerate(ranked["place"]) if code == place), 0)
    order = {n: (n != at, min(n, last - n) >= ENDS, abs(n - at)) for n in range(last + 1)}
    return ranked.iloc[sorted(sorted(order, key=order.__getitem__)[:MOST])].reset_index(drop=True)


def _bars(drawn: Evidence) -> list[tuple[str, pd.Series]]:
    """The bars with what tells them apart: the series where there are several, else the line."""
    known, rows = load.series(), drawn.rows
    if rows["series"].nunique() == 1:
        return bars.named(lines(drawn, load.places()))
    return [(known[row["series"]].plain_title, row) for _, row in rows.iterrows()]


def _panels(drawn: Evidence, caption: Caption, theme: palette.Theme) -> Drawing:
    """The statistic and the reach beside it, each in a panel of its own."""
    known = load.series()
    found = [
        Panel(drawn.with_rows(rows), known[str(id)], _name(known[str(id)], rows["group"].iloc[0]))
        for id, rows in drawn.rows.groupby("series", sort=False)
    ]
    rows = drawn.rows
    span = rows["start"].min().date(), rows["end"].max().date()
    figure = panels.figure(found, [], span, caption, theme)
    return Drawing(figure, panels.alt(found, [], ""), (), ())


def _name(card: Card, group: str) -> str:
    return card.plain_title if group == "all" else f"{card.plain_title}, {group}"


def _caption(claim: Claim) -> Caption:
    """The claim itself is the title, so that a picture that travels says what it shows."""
    if claim.drawn is None or not len(claim.drawn):
        return Caption(claim.title, _period(claim), claim.source_line)
    known = claim.drawn.rows.dropna(subset="value")
    last = periods.label(known["start"].max(), known["end"].max()) if len(known) else ""
    source = source_line(claim.drawn, say("Data to {last}.", last=last) if last else "")
    return Caption(spoken.told(claim).sentences.short, _period(claim), source)


def _period(claim: Claim) -> str:
    """The period of a claim; from its rows in another language, where the claim is kept in ours."""
    if current() == ENGLISH or claim.evidence is None:
        return claim.period
    rows = claim.evidence.rows
    spans = dict.fromkeys(zip(rows["start"], rows["end"], strict=True))
    if len(spans) > 2:
        return periods.label(rows["start"].min(), rows["end"].max())
    return "; ".join(periods.label(*span) for span in spans)


def name(claim: Claim) -> str:
    """What the picture is called on disk, without its ending."""
    return "groundswell_" + claim.spec.replace(":", "_").replace(",", "-")[:90]
