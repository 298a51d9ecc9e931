"""Labels: beside their lines, apart from each other; breaks are named where there is room."""

from __future__ import annotations

import itertools

import plotly.graph_objects as go
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.drawn import unwrapped
from tests.made_up import PLACES, card, cut, evidence, row
from utils.figures import trend
from utils.figures.frame import Caption
from utils.figures.labels import ROOM, WIDTH, apart
from utils.figures.palette import LIGHT
from utils.model import Evidence

CAPTION = Caption("t", "s", "source")
LABELS = st.lists(st.tuples(st.floats(0, 100), st.integers(1, 4)), min_size=1, max_size=6)


def figure(rows: Evidence, **of_card: object) -> go.Figure:
    return trend.figure(rows, card(**of_card), PLACES, CAPTION, LIGHT)


@given(LABELS)
def test_no_two_labels_overlap(labels: list[tuple[float, int]]) -> None:
    heights, rows = [height for height, _ in labels], [number for _, number in labels]
    moved = apart(heights, rows, 100)
    order = sorted(range(len(heights)), key=heights.__getitem__)
    for lower, upper in itertools.pairwise(order):
        room = 100 * ROOM * (rows[lower] + rows[upper]) / 2
        assert moved[upper] - moved[lower] >= room - 1e-9


@given(LABELS)
def test_labels_with_room_stay_where_they_are(labels: list[tuple[float, int]]) -> None:
    rows = [number for _, number in labels]
    spread = [100.0 * at for at in range(len(labels))]
    assert apart(spread, rows, 100) == pytest.approx(spread)


@given(LABELS, st.floats(-50, 0))
def test_no_label_is_moved_below_the_axis(labels: list[tuple[float, int]], floor: float) -> None:
    heights, rows = [height for height, _ in labels], [number for _, number in labels]
    assert min(apart(heights, rows, 100, floor)) >= min(floor, *heights) - 1e-9


def ends(chart: go.Figure) -> dict[str, float]:
    return {
        unwrapped(note.text): float(note.y) for note in chart.layout.annotations if note.xshift == 8
    }


def test_each_line_is_named_near_its_last_value_in_its_colour() -> None:
    rows = [
        row(y, v + y - 2000, place=p) for p, v in (("AAA", 10), ("BBB", 90)) for y in (2000, 2001)
    ]
    chart = figure(evidence(*rows, row(2002, None, place="BBB")))
    assert ends(chart) == pytest.approx({"Madeupland": 11, "Nowhere": 91})
    colours = {unwrapped(note.text): note.font.color for note in chart.layout.annotations}
    lines = {trace.name: trace.line.color for trace in chart.data}
    assert all(colours[name] == colour for name, colour in lines.items())


def test_lines_that_end_together_are_named_apart() -> None:
    rows = [row(2000, 50, place=place) for place in ("AAA", "BBB", "CCC")]
    heights = sorted(ends(figure(evidence(*rows))).values())
    assert all(upper - lower >= 50 * ROOM - 1e-9 for lower, upper in itertools.pairwise(heights))


def test_one_line_needs_no_name() -> None:
    assert ends(figure(evidence(row(2000, 1), row(2001, 2)))) == {}


@pytest.mark.parametrize(
    "group",
    ["Some college or associate’s degree", "R&D <b>and</b> R&D &amp; more & more", "A" * 40],
)
def test_long_names_are_wrapped_letter_by_letter_as_they_are(group: str) -> None:
    rows = [row(2000, 1, group_by="x", group=group), row(2000, 9, group_by="x", group="Other")]
    chart = figure(evidence(*rows))
    (text,) = [n.text for n in chart.layout.annotations if n.xshift == 8 and n.text != "Other"]
    assert unwrapped(text).replace(" ", "") == group.replace(" ", "")
    assert all(len(unwrapped(line)) <= WIDTH for line in text.split("<br>"))
    assert chart.layout.margin.r >= 8 * WIDTH


@pytest.mark.parametrize(
    ("beside", "anchor"), [([95, 90], 0.0), ([5, 10], 1.0), ([3, 97], 0.5), ([50, 3], 1.0)]
)
def test_a_break_is_named_where_the_lines_leave_room(beside: list[float], anchor: float) -> None:
    rows = [
        *(
            row(y, v, place=p)
            for p, v in zip(("AAA", "BBB"), beside, strict=True)
            for y in (2009, 2010)
        ),
        row(1990, 100),
        row(2030, 100),
    ]
    chart = figure(evidence(*rows), breaks=(cut(2010, label="Made-up cut"),))
    (note,) = [note for note in chart.layout.annotations if note.text == "Made-up cut"]
    assert note.y == anchor
    assert note.yref == "paper"
