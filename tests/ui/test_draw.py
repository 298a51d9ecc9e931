"""Drawings: picture, words and notes of a view, also where there is little or too much to show."""

from __future__ import annotations

import dataclasses
import datetime as dt

import pytest

from tests.made_up import card, evidence, row
from utils.ui import load
from utils.ui import view as views
from utils.ui.draw import Drawing, drawing
from utils.ui.view import View

VIEW = View(
    card=card(),
    places=("US-AK",),
    split="all",
    groups=("all",),
    first=dt.date(2000, 1, 1),
    last=dt.date(2001, 12, 31),
    since=None,
    beside="",
    kind="trend",
)
COUNTRIES = [code for code, place in load.places().items() if place.kind == "country"][:80]
MANY = evidence(
    *(
        row(2000, 10 * at, place=code, low=10 * at - 1, high=10 * at + 1)
        for at, code in enumerate(COUNTRIES)
    )
)


def drew(*rows: dict[str, object], **choice: object) -> Drawing:
    view = dataclasses.replace(VIEW, **choice)
    everything = evidence(*rows)
    return drawing(view, views.rows(view, everything), everything)


@pytest.mark.parametrize("kind", ["trend", "table"])
def test_changes_from_a_period_without_a_figure_are_an_empty_picture(kind: str) -> None:
    rows = (row(2000, None, place="US-AK"), row(2001, 5, place="US-AK"))
    found = drew(*rows, since=dt.date(2000, 1, 1), kind=kind)
    assert found.answer == ("Nothing later can be compared with the chosen period.",)
    assert "no figures" in found.alt
    assert (found.figure is None) == (kind == "table")


def test_places_beyond_the_edge_of_a_map_are_named() -> None:
    states = [code for code in load.places() if code.startswith("US-")][:12]
    rows = [row(2000, at, place=code) for at, code in enumerate([*states, "PRI"])]
    found = drew(*rows, kind="map", places=("PRI",))
    assert "Not drawn on this map, but in the table: Puerto Rico." in found.notes


def ranked() -> Drawing:
    view = dataclasses.replace(VIEW, kind="ranking", places=(COUNTRIES[0],))
    return drawing(view, views.rows(view, MANY), MANY)


def test_a_rank_counts_every_place_and_not_only_those_shown() -> None:
    (dots,) = [trace for trace in ranked().figure.data if trace.name == "value"]
    assert dots.customdata[-1].endswith("rank 80")


def test_a_cut_ranking_says_how_many_places_are_left_out() -> None:
    (note,) = ranked().notes
    assert note.startswith("40 of 80 places are left out here")
    assert "Dots for 40 of 80 places" in ranked().alt
    assert "figures for 80 places" in ranked().answer[0]


def test_a_whole_ranking_says_nothing_of_a_cut() -> None:
    rows = [row(2000, at, place=code) for at, code in enumerate(COUNTRIES[:60])]
    found = drew(*rows, kind="ranking", places=(COUNTRIES[0],))
    assert not found.notes
    assert "Dots for 60 places" in found.alt
