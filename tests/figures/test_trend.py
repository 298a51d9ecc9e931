"""Trends: every value drawn once, pens lifted at gaps and breaks, provisional parts dashed."""

from __future__ import annotations

import math

import pandas as pd
import plotly.graph_objects as go
import pytest

from tests import drawn
from tests.made_up import PLACES, card, cut, evidence, row
from utils.figures import trend
from utils.figures.frame import Caption
from utils.figures.palette import LIGHT
from utils.model import Evidence, Indicator

CAPTION = Caption("Made-up title", "made-up subtitle", "Source: made up.")


def figure(rows: Evidence, of: Indicator | None = None, changed: bool = False) -> go.Figure:
    return trend.figure(rows, of or card(), PLACES, CAPTION, LIGHT, changed)


def years(chart: go.Figure) -> list[list[int]]:
    """The pieces of all lines: years that are joined with each other."""
    pieces: list[list[int]] = []
    for trace in drawn.strokes(chart):
        pieces.append([])
        for x, y in zip(trace.x, trace.y, strict=True):
            if drawn.finite(y):
                pieces[-1].append(pd.Timestamp(x).year)
            else:
                pieces.append([])
    return [piece for piece in pieces if piece]


def test_every_value_is_drawn_in_the_middle_of_its_period() -> None:
    chart = figure(evidence(row(2000, 1.5), row(2001, 2.5), row("2001-07-01", 9.0, place="BBB")))
    assert drawn.points(chart) == {
        ("Madeupland", pd.Timestamp("2000-07-01 12:00"), 1.5),
        ("Madeupland", pd.Timestamp("2001-07-02"), 2.5),
        ("Nowhere", pd.Timestamp("2001-07-01"), 9.0),
    }


@pytest.mark.parametrize(
    ("rows", "pieces"),
    [
        ([row(2000, 1), row(2001, 2), row(2002, 3)], [[2000, 2001, 2002]]),
        ([row(2000, 1), row(2001, None), row(2002, 3)], [[2000], [2002]]),
        ([row(2000, 1), row(2002, 3)], [[2000], [2002]]),
        ([row(2000, 1), row(2001, 2), row(2005, 3), row(2006, 4)], [[2000, 2001], [2005, 2006]]),
        ([row(2002, 3), row(2000, 1), row(2001, 2)], [[2000, 2001, 2002]]),
    ],
    ids=["whole", "missing value", "missing row", "long gap", "out of order"],
)
def test_gaps_are_left_open(rows: list[dict[str, object]], pieces: list[list[int]]) -> None:
    chart = figure(evidence(*rows))
    assert years(chart) == pieces
    assert all(trace.connectgaps is False for trace in drawn.strokes(chart))


def test_a_break_cuts_the_line_and_is_named_where_it_lies() -> None:
    broken = card(breaks=(cut(2002, label="Made-up cut"), cut(1990, label="Long before")))
    chart = figure(evidence(*(row(year, year - 1999) for year in range(2000, 2005))), broken)
    assert years(chart) == [[2000, 2001], [2002, 2003, 2004]]
    (line,) = chart.layout.shapes
    assert pd.Timestamp(line.x0) == pd.Timestamp(line.x1) == pd.Timestamp("2002-01-01")
    assert line.line.dash == "dot"
    named = [note for note in chart.layout.annotations if note.text == "Made-up cut"]
    assert [pd.Timestamp(note.x) for note in named] == [pd.Timestamp("2002-01-01")]
    assert not any("Long before" in note.text for note in chart.layout.annotations)


def test_a_break_of_another_split_cuts_nothing() -> None:
    broken = card(breaks=(cut(2002, "sex"),))
    chart = figure(evidence(row(2001, 1), row(2002, 2)), broken)
    assert years(chart) == [[2001, 2002]]
    assert not chart.layout.shapes


def test_the_provisional_part_is_dashed_and_joined() -> None:
    rows = evidence(row(2000, 1), row(2001, 2), row(2002, 3, status="P"), row(2003, 4, status="P"))
    firm, loose = drawn.strokes(figure(rows))
    assert (firm.line.dash, list(firm.y)) == ("solid", [1, 2])
    assert (loose.line.dash, list(loose.y)) == ("dash", [2, 3, 4])
    assert firm.line.color == loose.line.color


def test_bands_run_along_the_bounds() -> None:
    rows = [row(y, v, low=v - 1, high=v + 2) for y, v in ((2000, 5), (2001, 7), (2002, 6))]
    (band,) = drawn.bands(figure(evidence(*rows)))
    assert [y for y in band.y if drawn.finite(y)] == [7, 9, 8, 5, 6, 4]
    days = [pd.Timestamp(x).year for x, y in zip(band.x, band.y, strict=True) if drawn.finite(y)]
    assert days == [2000, 2001, 2002, 2002, 2001, 2000]
    assert band.hoverinfo == "skip"


def test_bands_are_cut_where_lines_are() -> None:
    rows = [row(y, 5, low=4, high=6) for y in (2000, 2001, 2002, 2003)]
    (band,) = drawn.bands(figure(evidence(*rows), card(breaks=(cut(2002),))))
    assert [drawn.finite(y) for y in band.y] == ([True] * 4 + [False]) * 2


def test_bands_show_no_bounds_that_nobody_gave() -> None:
    assert drawn.bands(figure(evidence(row(2000, 1), row(2001, 2)))) == []
    rows = [row(2000, 5, low=4, high=6), row(2001, 5), row(2002, 5, low=4, high=6)]
    assert drawn.bounds(figure(evidence(*rows))) <= {
        ("Madeupland", pd.Timestamp(day), bound)
        for day in ("2000-07-01 12:00", "2002-07-02")
        for bound in (4.0, 6.0)
    }


@pytest.mark.parametrize("alone", [[2000], [2000, 2005], [2000, 2005, 2010], [2000, 2005, 2006]])
def test_every_interval_is_drawn_as_a_band_or_as_a_bar(alone: list[int]) -> None:
    rows = evidence(*(row(year, 5.0, low=4.0, high=7.0) for year in alone))
    ends = {(day.year, y) for _, day, y in drawn.bounds(figure(rows))}
    assert ends == {(year, end) for year in alone for end in (4.0, 7.0)}


def test_six_lines_share_a_panel_and_seven_get_one_each() -> None:
    def chart(lines: int) -> go.Figure:
        groups = [f"Group {chr(65 + at)}" for at in range(lines)]
        rows = [row(y, 1 + y % 5, group_by="x", group=g) for g in groups for y in (2000, 2001)]
        return figure(evidence(*rows))

    assert {trace.yaxis for trace in chart(6).data} == {"y"}
    many = chart(7)
    assert len({trace.yaxis for trace in many.data}) == 7
    said = [note.text for note in many.layout.annotations]
    assert all(f"Group {chr(65 + at)}" in said for at in range(7))
    assert many.layout.height > chart(6).layout.height


def test_many_places_with_few_groups_get_a_panel_for_each_place() -> None:
    places = ["AAA", "BBB", "CCC", "WLD"]
    rows = [row(2000, 1, place=p, group_by="sex", group=g) for p in places for g in ("F", "M")]
    chart = figure(evidence(*rows))
    panels: dict[str, set[str]] = {}
    for trace in drawn.strokes(chart):
        panels.setdefault(trace.yaxis, set()).add(trace.name.split(", ")[0])
    assert sorted(panels.values(), key=sorted) == [
        {"Madeupland"}, {"Nowhere"}, {"Utopia"}, {"World"},
    ]  # fmt: skip


def test_panels_share_their_axes() -> None:
    rows = [row(2000, at, group_by="x", group=f"Group {at}") for at in range(8)]
    layout = figure(evidence(*rows)).layout
    axes = [layout[name] for name in layout if name.startswith("yaxis")]
    assert len(axes) == 8
    assert len({axis.matches for axis in axes} - {None}) == 1


def test_lines_of_one_panel_differ_in_colour_and_symbol() -> None:
    rows = [row(2000, at, group_by="x", group=f"Group {at}") for at in range(6)]
    strokes = drawn.strokes(figure(evidence(*rows)))
    assert len({trace.line.color for trace in strokes}) == 6
    assert len({trace.marker.symbol for trace in strokes}) == 6


def test_values_stand_on_zero_and_changes_around_it() -> None:
    plain = figure(evidence(row(2000, 40), row(2001, 50)))
    assert plain.layout.yaxis.rangemode == "tozero"
    assert plain.layout.yaxis.title.text == "Percent"
    changed = figure(evidence(row(2000, -1), row(2001, 2)), changed=True)
    assert changed.layout.yaxis.rangemode == "normal"
    assert changed.layout.yaxis.title.text == "Change in points"
    assert [shape.y0 for shape in changed.layout.shapes] == [0]


@pytest.mark.parametrize("changed", [False, True])
def test_the_pointer_shows_period_value_and_interval(changed: bool) -> None:
    rows = evidence(row(2000, 2.25, low=1.0, high=3.0), row(2001, None), row(2002, -1.0))
    (trace,) = drawn.strokes(figure(rows, changed=changed))
    sign = "+" if changed else ""
    unit = " points" if changed else "%"
    assert list(trace.customdata) == [
        f"2000: {sign}2.2{unit}<br>interval 1.0 to 3.0",
        "",
        f"2002: −1.0{unit}",
    ]


def test_a_choice_without_figures_is_an_empty_frame() -> None:
    chart = figure(evidence(row(2000, None), row(2001, None)))
    assert drawn.points(chart) == set()
    assert "Made-up title" in chart.layout.title.text


def test_no_point_is_infinite() -> None:
    chart = figure(evidence(row(2000, 0.0, low=0.0, high=0.0), row(2001, 0.0)))
    assert all(math.isfinite(y) for _, _, y in drawn.points(chart))


def test_drawn_a_second_time_it_is_known_to_be_the_same() -> None:
    """Plotly takes any template for a new one, and lists without a revision for new data."""
    layout = figure(evidence(row(2000, 1.0), row(2001, 2.0))).to_dict()["layout"]
    assert "template" not in layout
    assert layout["datarevision"] == 1
