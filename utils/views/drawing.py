"""A view of a statistic becomes a picture, its alternative text and the sentence that reads it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Set
from dataclasses import dataclass

import pandas as pd
import plotly.graph_objects as go

from utils.analysis import rank, select
from utils.analysis.age import age
from utils.claims import notes, reading
from utils.figures import alt, ranking, trend
from utils.figures import map as maps
from utils.figures.frame import Caption, source_line
from utils.figures.palette import Theme
from utils.language import say
from utils.language.places import name as named
from utils.model import Evidence
from utils.views import statistic as views
from utils.views.statistic import Places, View


@dataclass(frozen=True)
class Setting:
    """What a picture depends on besides its rows.

    ``drawable`` are the countries that the world map can draw.
    """

    places: Places
    today: dt.date
    theme: Theme
    drawable: Set[str] = frozenset()


@dataclass(frozen=True)
class Drawing:
    """Everything that is said about one set of rows; ``figure`` is `None` for a table.

    ``table`` holds numbers that were worked out for the figure and are no rows of a series.
    ``kept`` names the figure among all that may be sent again as they were sent before; empty
    for one that is made anew each time.
    """

    figure: go.Figure | None
    alt: str
    answer: tuple[str, ...]
    notes: tuple[str, ...]
    table: pd.DataFrame | None = None
    kept: str = ""


def drawing(view: View, shown: Evidence, everything: Evidence, setting: Setting) -> Drawing:
    """The picture of a view's rows and the words that go with it.

    ``shown`` is what `view.rows` made of ``everything``; ranks are counted among all places.
    """
    card, places, theme = view.card, setting.places, setting.theme
    dated = say("No figures.")
    if select.periods(shown):
        dated = say("Data to {last}.", last=age(shown, card, setting.today).last)
    caption = Caption(views.title(view), views.subtitle(view, shown), source_line(shown, dated))
    said = (*notes.notes(shown, card), *views.middle_note(shown))
    if view.kind == "map":
        figure = maps.figure(shown, card, places, caption, theme)
        return Drawing(
            figure,
            alt.world(shown, card, places),
            reading.spread(shown.rows, card, places, view.places),
            (*said, say("Grey: no figure in this source."), *_undrawn(shown, setting)),
        )
    if view.kind == "ranking":
        return _ranking(view, everything, caption, setting, said)
    sentences = answer(view, shown, places)
    words = alt.trend(shown, card, places, changed=view.since is not None)
    if view.kind == "table":
        return Drawing(None, words, sentences, said)
    figure = trend.figure(shown, card, places, caption, theme, changed=view.since is not None)
    return Drawing(figure, words, sentences, said)


def _ranking(
    view: View, everything: Evidence, caption: Caption, setting: Setting, said: tuple[str, ...]
) -> Drawing:
    card, places = view.card, setting.places
    ranked = rank.ranking(views.every_place(view, everything, places))
    drawn = ranking.shown(ranked, view.places)
    return Drawing(
        ranking.figure(drawn, card, places, view.places, caption, setting.theme),
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


def answer(view: View, shown: Evidence, places: Places) -> tuple[str, ...]:
    """The sentences that read the lines, or the changes, of a view."""
    if view.since:
        return reading.changes(shown, view.card, places, view.since)
    return reading.trend(shown, view.card, places)


def _undrawn(shown: Evidence, setting: Setting) -> tuple[str, ...]:
    missing = maps.undrawn(shown, frozenset(setting.drawable))
    names = [named(setting.places[code]) for code in missing]
    if not names:
        return ()
    return (say("Not drawn on this map, but in the table: {places}.", places=", ".join(names)),)
