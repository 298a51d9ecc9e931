"""Need and reach above each other: one axis of time, a scale each, periods as they are."""

from __future__ import annotations

import datetime as dt
import itertools

import pandas as pd

from tests.made_up import CARD, cut, evidence, row
from tests.made_up import card as made
from utils.figures import panels
from utils.figures.frame import Caption
from utils.figures.palette import LIGHT
from utils.figures.spans import FINEST, Panel

CAPTION = Caption("Made up", "A: made-up day", "Source: made up.")
SPAN = (dt.date(2020, 1, 1), dt.date(2022, 12, 31))
FOUR_WEEKS = row("2020-04-23", 30.0, end="2020-05-20", low=28.0, high=33.0)
MARKS = [
    panels.Mark(dt.date(2020, 5, 1), dt.date(2020, 5, 31), "A"),
    panels.Mark(dt.date(2021, 9, 10), dt.date(2021, 9, 10), "B"),
]


def daily(count: int) -> Panel:
    days = [dt.date(2020, 1, 1) + dt.timedelta(days=n) for n in range(count)]
    rows = [row(day.isoformat(), 5.0 + n % 3) for n, day in enumerate(days) if n != 7]
    return Panel(evidence(*rows), made(frequency="P1D", unit="people"), "days")


def chart(*few: Panel):  # type: ignore[no-untyped-def]
    return panels.figure(list(few), MARKS, SPAN, CAPTION, LIGHT)


def test_every_panel_has_a_scale_of_its_own_and_none_lies_over_another() -> None:
    drawn = chart(Panel(evidence(FOUR_WEEKS), CARD, "need"), daily(30), daily(20))
    axes = [key for key in drawn.layout if key.startswith("yaxis")]
    assert len(axes) == 3
    assert not any(drawn.layout[axis].overlaying for axis in axes)
    domains = sorted(tuple(drawn.layout[axis].domain) for axis in axes)
    assert all(low[1] < high[0] for low, high in itertools.pairwise(domains))
    used = {trace.yaxis or "y" for trace in drawn.data}
    assert used == {"y", "y2", "y3"}


def test_time_moves_together_and_values_stay_where_they_are() -> None:
    layout = chart(Panel(evidence(FOUR_WEEKS), CARD, "need"), daily(30)).layout
    assert layout.xaxis.matches == "x2" or layout.xaxis2.matches == "x"
    assert not layout.xaxis.fixedrange
    assert layout.yaxis.fixedrange
    assert layout.yaxis2.fixedrange
    assert layout.yaxis.rangemode == layout.yaxis2.rangemode == "tozero"


def test_a_survey_of_four_weeks_is_a_bar_over_four_weeks() -> None:
    band, bar = chart(Panel(evidence(FOUR_WEEKS), CARD, "need")).data
    assert [str(day)[:10] for day in bar.x[:2]] == ["2020-04-23", "2020-05-21"]
    assert list(bar.y[:2]) == [30.0, 30.0]
    assert bar.mode == "lines"
    corners = {(str(x)[:10], y) for x, y in zip(band.x, band.y, strict=True) if y == y}
    assert corners == {(day, y) for day in ("2020-04-23", "2020-05-21") for y in (28.0, 33.0)}


def test_bars_are_not_joined() -> None:
    rows = evidence(FOUR_WEEKS, row("2020-06-23", 31.0, end="2020-07-20"))
    (bar,) = [trace for trace in chart(Panel(rows, CARD, "need")).data if trace.fill is None]
    assert not bar.connectgaps
    assert [pd.isna(y) for y in bar.y] == [False, False, True] * 2


def test_what_is_too_short_to_be_seen_is_a_dot_and_what_is_too_many_a_line() -> None:
    (dots,) = chart(daily(30)).data
    assert (dots.mode, len(dots.x)) == ("markers", 29)
    (line,) = chart(daily(FINEST + 50)).data
    assert (line.mode, line.connectgaps) == ("lines", False)
    assert sum(pd.isna(y) for y in line.y) == 1, "the missing day must lift the pen"
    assert sum(y == y for y in line.y) == FINEST + 49


def test_events_go_through_all_panels_and_a_month_is_as_wide_as_a_month() -> None:
    drawn = chart(Panel(evidence(FOUR_WEEKS), CARD, "need"), daily(30))
    month, day = [shape for shape in drawn.layout.shapes if shape.yref == "paper"]
    assert (month.type, str(month.x0)[:10], str(month.x1)[:10]) == (
        "rect", "2020-05-01", "2020-06-01",
    )  # fmt: skip
    assert (day.type, day.x0) == ("line", day.x1)
    assert all((shape.y0, shape.y1) == (0, 1) for shape in (month, day))
    letters = [note.text for note in drawn.layout.annotations if note.text.startswith("<b>")]
    assert letters == ["<b>A</b>", "<b>B</b>"]


def test_a_break_is_marked_in_its_own_panel_only() -> None:
    broken = made(breaks=(cut(2021),))
    rows = evidence(row(2020, 1.0), row(2021, 2.0), row(2022, 2.0))
    drawn = chart(daily(10), Panel(rows, broken, "broken"))
    (line,) = [shape for shape in drawn.layout.shapes if shape.yref != "paper"]
    assert (line.xref, line.yref, str(line.x0)[:10]) == ("x2", "y2 domain", "2021-01-01")
    assert not panels.inside(Panel(evidence(row(2021, 2.0)), broken, "after")), "no other side"


def test_the_picture_in_words_names_every_panel_its_ends_and_the_events() -> None:
    rows = evidence(row(2020, 10.0), row(2021, 30.0), row(2022, 20.0))
    text = panels.alt(
        [Panel(rows, CARD, "First"), Panel(evidence(row(2020, None)), CARD, "Second")],
        MARKS,
        "A: made-up day",
    )
    assert "First: from 10.0% in 2020 to 20.0% in 2022; highest 30.0% in 2021" in text
    assert "Second: no figures" in text
    assert "2 times: A: made-up day" in text
