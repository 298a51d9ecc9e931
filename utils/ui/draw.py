"""A view becomes a picture, its alternative text and the sentence that reads it."""

from __future__ import annotations

from dataclasses import dataclass

import pandas as pd
import plotly.graph_objects as go
import streamlit as st

from utils.analysis import rank, select
from utils.analysis.age import age
from utils.claims import notes, reading
from utils.figures import alt, palette, ranking, trend
from utils.figures import map as maps
from utils.figures.frame import Caption, source_line
from utils.figures.palette import Theme
from utils.language import say
from utils.model import Evidence
from utils.ui import extent, load
from utils.ui import view as views
from utils.ui.clock import today
from utils.ui.view import View


@dataclass(frozen=True)
class Drawing:
    """Everything that is said about one set of rows; ``figure`` is `None` for a table.

    ``table`` holds numbers that were worked out for the figure and are no rows of a series.
    """

    figure: go.Figure | None
    alt: str
    answer: tuple[str, ...]
    notes: tuple[str, ...]
    table: pd.DataFrame | None = None


def drawing(view: View, shown: Evidence, everything: Evidence) -> Drawing:
    """The picture of a view's rows and the words that go with it.

    ``shown`` is what `view.rows` made of ``everything``; ranks are counted among all places.
    """
    card, places = view.card, load.places()
    dated = say("No figures.")
    if select.periods(shown):
        dated = say("Data to {last}.", last=age(shown, card, today()).last)
    caption = Caption(views.title(view), views.subtitle(view, shown), source_line(shown, dated))
    theme = palette.theme(st.context.theme.type)
    said = (*notes.notes(shown, card), *views.middle_note(shown))
    if view.kind == "map":
        figure = maps.figure(shown, card, places, caption, theme)
        return Drawing(
            figure,
            alt.world(shown, card, places),
            reading.spread(shown.rows, card, places, view.places),
            (*said, say("Grey: no figure in this source."), *_undrawn(shown)),
        )
    if view.kind == "ranking":
        return _ranking(view, everything, caption, theme, said)
    answer = _answer(view, shown)
    words = alt.trend(shown, card, places, changed=view.since is not None)
    if view.kind == "table":
        return Drawing(None, words, answer, said)
    figure = trend.figure(shown, card, places, caption, theme, changed=view.since is not None)
    return Drawing(figure, words, answer, said)


def _ranking(
    view: View, everything: Evidence, caption: Caption, theme: Theme, said: tuple[str, ...]
) -> Drawing:
    card, places = view.card, load.places()
    ranked = rank.ranking(views.every_place(view, everything))
    drawn = ranking.shown(ranked, view.places)
    return Drawing(
        ranking.figure(drawn, card, places, view.places, caption, theme),
        alt.ranking(drawn, card, places, len(ranked)),
        reading.spread(ranked, card, places, view.places),
        (*said, *_left_out(ranked, drawn)),
    )


def _left_out(ranked: pd.DataFrame, drawn: pd.DataFrame) -> tuple[str, ...]:
    if len(ranked) == len(drawn):
        return ()
    known = ranked["rank_low"].notna().any()
    said = say(
        "{out} of {all} places are left out here, all of them between the highest and the lowest.",
        out=len(ranked) - len(drawn),
        all=len(ranked),
    )
    if known:
        said += " " + say("Ranks count all {all} places.", all=len(ranked))
    return (f"{said} {say('The download of the whole series holds every place.')}",)


def _answer(view: View, shown: Evidence) -> tuple[str, ...]:
    if view.since:
        return reading.changes(shown, view.card, load.places(), view.since)
    return reading.trend(shown, view.card, load.places())


def _undrawn(shown: Evidence) -> tuple[str, ...]:
    names = [load.places()[code].name for code in maps.undrawn(shown, extent.drawable())]
    if not names:
        return ()
    return (say("Not drawn on this map, but in the table: {places}.", places=", ".join(names)),)
