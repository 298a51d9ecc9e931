"""Bars of one unit: from zero, in the order given, each with its own interval and value."""

from __future__ import annotations

import html

from tests.made_up import CARD, PLACES, evidence, row
from utils.analysis.lines import lines
from utils.figures import bars
from utils.figures.frame import EDGE, Caption
from utils.figures.palette import LIGHT

CAPTION = Caption("Made up", "s", "Source: made up.")
ROWS = evidence(
    row(2020, 10.0, low=8.0, high=13.0), row(2020, 30.0, low=29.0, high=31.0, place="BBB")
)


def test_bars_start_at_zero_and_hold_the_rows_values_and_intervals() -> None:
    named = bars.named(lines(ROWS, PLACES))
    chart = bars.figure(named, CARD, CAPTION, LIGHT)
    (bar,) = chart.data
    assert [html.unescape(name) for name in bar.y] == ["Madeupland", "Nowhere"]
    assert list(bar.x) == [10.0, 30.0]
    assert list(bar.error_x.array) == [3.0, 1.0]
    assert list(bar.error_x.arrayminus) == [2.0, 1.0]
    assert chart.layout.xaxis.range[0] == 0
    assert chart.layout.xaxis.range[1] > 31.0
    texts = [note.text for note in chart.layout.annotations]
    assert {"<b>10.0%</b>", "<b>30.0%</b>"} <= set(texts)


def test_periods_tell_bars_apart_where_places_do_not() -> None:
    two = evidence(row(2020, 1.0), row(2021, None), row(2022, 2.0))
    assert [name for name, _ in bars.named(lines(two, PLACES))] == ["2020", "2022"]
    both = evidence(row(2020, 1.0), row(2021, 2.0), row(2020, 3.0, place="BBB"))
    names = [name for name, _ in bars.named(lines(both, PLACES))]
    assert names == ["Madeupland, 2020", "Madeupland, 2021", "Nowhere, 2020"]


def test_the_bars_in_words() -> None:
    text = bars.alt(bars.named(lines(ROWS, PLACES)), CARD)
    assert "Madeupland, 2020: 10.0% (interval 8.0 to 13.0)" in text


def test_the_source_begins_at_the_edge_whatever_stands_beside_the_plot() -> None:
    for name in ("A", "A name of many letters that is long enough to be wrapped"):
        chart = bars.figure([(name, ROWS.rows.iloc[0])], CARD, CAPTION, LIGHT)
        (source,) = [note for note in chart.layout.annotations if note.name == "source"]
        assert (source.x, source.xanchor) == (0, "left")
        assert chart.layout.margin.l + source.xshift == EDGE
