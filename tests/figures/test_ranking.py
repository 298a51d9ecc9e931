"""Rankings: dots in order with their intervals, the chosen places marked, long lists cut."""

from __future__ import annotations

import plotly.graph_objects as go
import pytest

from tests import drawn
from tests.made_up import PLACES, card, evidence, row
from utils.analysis import rank
from utils.figures import ranking
from utils.figures.frame import Caption
from utils.figures.palette import LIGHT
from utils.model import Evidence, Place

CAPTION = Caption("t", "s", "source")
CODES = [f"P{at:02}" for at in range(80)]
NAMES = {**PLACES, **{code: Place(code, f"Place {code}", code, "country", "") for code in CODES}}
THREE = evidence(
    row(2000, 5, place="AAA", low=4, high=6),
    row(2000, 9, place="BBB", low=8, high=11),
    row(2000, 7, place="CCC", low=5.5, high=8.5),
)


def figure(rows: Evidence, *chosen: str) -> go.Figure:
    return ranking.figure(rank.ranking(rows), card(), NAMES, chosen, CAPTION, LIGHT)


def dots(chart: go.Figure) -> go.Scatter:
    (trace,) = [trace for trace in chart.data if trace.name == "value"]
    return trace


def test_the_highest_stands_at_the_top() -> None:
    chart = figure(THREE)
    assert list(drawn.dots(chart).items()) == [("Nowhere", 9), ("Utopia", 7), ("Madeupland", 5)]
    first, last = chart.layout.yaxis.range
    assert first > last
    assert chart.layout.xaxis.rangemode == "tozero"


def test_intervals_are_bars_that_are_not_joined() -> None:
    chart = figure(THREE)
    assert drawn.bars(chart) == {"Nowhere": (8, 11), "Utopia": (5.5, 8.5), "Madeupland": (4, 6)}
    (trace,) = [trace for trace in chart.data if trace.name == "interval"]
    assert list(trace.x)[2::3] == [None] * 3


def test_places_without_an_interval_have_no_bar() -> None:
    rows = evidence(row(2000, 5, place="AAA", low=4, high=6), row(2000, 9, place="BBB"))
    assert set(drawn.bars(figure(rows))) == {"Madeupland"}
    assert drawn.bars(figure(evidence(row(2000, 5), row(2000, 9, place="BBB")))) == {}


def test_the_pointer_shows_value_interval_and_ranks() -> None:
    assert list(dots(figure(THREE)).customdata) == [
        "Nowhere: 9.0%<br>interval 8.0 to 11.0<br>rank between 1 and 2",
        "Utopia: 7.0%<br>interval 5.5 to 8.5<br>rank between 1 and 3",
        "Madeupland: 5.0%<br>interval 4.0 to 6.0<br>rank between 2 and 3",
    ]
    bare = figure(evidence(row(2000, 5), row(2000, 9, place="BBB")))
    assert list(dots(bare).customdata) == ["Nowhere: 9.0%", "Madeupland: 5.0%"]


def test_chosen_places_differ_in_shape_size_and_weight() -> None:
    chart = figure(THREE, "CCC")
    marker = dots(chart).marker
    assert list(marker.symbol) == ["circle", "diamond", "circle"]
    assert list(marker.size) == [10, 13, 10]
    assert list(marker.color) == [LIGHT.quiet, LIGHT.need, LIGHT.quiet]
    assert list(chart.layout.yaxis.ticktext) == ["Nowhere", "<b>Utopia</b>", "Madeupland"]


def many(number: int) -> Evidence:
    return evidence(*(row(2000, at, place=code) for at, code in enumerate(CODES[:number])))


@pytest.mark.parametrize(("number", "left"), [(60, 60), (61, 40), (80, 40)])
def test_long_lists_are_cut_to_their_ends(number: int, left: int) -> None:
    ranked = rank.ranking(many(number))
    shown = ranking.shown(ranked, [])
    assert len(shown) == left
    assert shown["place"].iloc[0] == CODES[number - 1]
    assert shown["place"].iloc[-1] == CODES[0]


def test_chosen_places_stay_in_a_cut_list() -> None:
    shown = ranking.shown(rank.ranking(many(80)), [CODES[40], CODES[79]])
    assert len(shown) == 41
    assert CODES[40] in set(shown["place"])


def test_a_longer_list_is_a_higher_picture() -> None:
    assert figure(many(50)).layout.height > figure(many(10)).layout.height


@pytest.mark.parametrize(
    ("low", "high", "words"), [(3, 3, "rank 3"), (1, 6, "rank between 1 and 6")]
)
def test_a_range_of_ranks_in_words(low: int, high: int, words: str) -> None:
    assert ranking.rank_words(low, high) == words
