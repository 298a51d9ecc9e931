"""What every figure owes its readers: contrast, text of a size, its source, harmless labels."""

from __future__ import annotations

import datetime as dt
import itertools
import json
from collections.abc import Callable
from typing import Any

import plotly.graph_objects as go
import pytest

from tests import drawn
from tests.figures import wcag
from tests.made_up import PLACES, SOURCE, card, cut, evidence, row
from utils.analysis import rank
from utils.figures import bars, icon_array, panels, ranking, trend
from utils.figures import map as maps
from utils.figures.frame import (
    SOURCE_LENGTH,
    SUBTITLE_LENGTH,
    TITLE_LENGTH,
    Caption,
    enlarge,
    escape,
    source_line,
)
from utils.figures.palette import DARK, LIGHT, SYMBOLS, Theme, theme
from utils.figures.spans import Panel
from utils.model import Place

HOSTILE = '<b onclick="x">bold</b> & <a href="javascript:alert(1)">click</a> <i>i</i> \'"'
CAPTION = Caption(f"A title that is long enough to be wrapped {HOSTILE}", f"s {HOSTILE}", HOSTILE)
NAMES = {code: Place(code, f"{HOSTILE} {code}", HOSTILE, "country", "") for code in "ABCDEFGHIJKL"}
NAMES = {f"{code}AA": place for code, place in NAMES.items()} | PLACES
BROKEN = card(title=HOSTILE, breaks=(cut(2001, label=HOSTILE),))


def lines(groups: int, colours: Theme, changed: bool = False) -> go.Figure:
    rows = evidence(
        *(
            row(y, 5 + at, low=4, high=7 + at, group_by="x", group=f"{HOSTILE} {at}", status=status)
            for at in range(groups)
            for y, status in ((2000, "A"), (2001, "P"), (2002, "P"), (2006, "A"))
        )
    )
    return trend.figure(rows, BROKEN, PLACES, CAPTION, colours, changed)


def everywhere() -> Any:
    rows = [row(2000, at, place=code, low=at, high=at + 2) for at, code in enumerate(NAMES)]
    return evidence(*rows, row(2000, None, place="ZAA"))


def ranked(colours: Theme) -> go.Figure:
    found = rank.ranking(everywhere())
    return ranking.figure(found, BROKEN, NAMES, ["AAA"], CAPTION, colours)


def mapped(colours: Theme) -> go.Figure:
    named = {**NAMES, "ZAA": Place("ZAA", HOSTILE, HOSTILE, "country", "")}
    return maps.figure(everywhere(), BROKEN, named, CAPTION, colours)


def stacked(colours: Theme) -> go.Figure:
    rows = evidence(*(row(y, 5, low=4, high=7) for y in (1999, 2000, 2001, 2006)))
    few = [Panel(rows, BROKEN, HOSTILE), Panel(evidence(row("2001-03-01", 2)), BROKEN, HOSTILE)]
    marks = [
        panels.Mark(dt.date(2000, 5, 1), dt.date(2000, 5, 31), "A"),
        panels.Mark(dt.date(2001, 9, 10), dt.date(2001, 9, 10), "B"),
    ]
    return panels.figure(few, marks, (dt.date(1999, 1, 1), dt.date(2006, 12, 31)), CAPTION, colours)


def barred(colours: Theme) -> go.Figure:
    two = evidence(row(2000, 5, low=4, high=7), row(2001, 6)).rows
    named = [(HOSTILE, two.iloc[0]), (f"{HOSTILE} 2", two.iloc[1])]
    return bars.figure(named, BROKEN, CAPTION, colours)


def dotted(colours: Theme) -> go.Figure:
    return icon_array.figure(35.9, "need", CAPTION, colours)


FIGURES: dict[str, Callable[[Theme], go.Figure]] = {
    "one line": lambda colours: lines(1, colours),
    "six lines": lambda colours: lines(6, colours),
    "small multiples": lambda colours: lines(8, colours),
    "changes": lambda colours: lines(2, colours, changed=True),
    "ranking": ranked,
    "map": mapped,
    "panels": stacked,
    "bars": barred,
    "icons": dotted,
}
every_figure = pytest.mark.parametrize("name", FIGURES)
both_themes = pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])


@both_themes
@every_figure
def test_text_stands_out(name: str, colours: Theme) -> None:
    found = list(wcag.texts(json.loads(FIGURES[name](colours).to_json())))
    assert len(found) > 4
    for where, size, colour in found:
        assert wcag.contrast(colour, colours.background) >= 4.5, (where, colour)
        assert size >= 12, where


@both_themes
@every_figure
def test_lines_and_marks_stand_out(name: str, colours: Theme) -> None:
    found = list(wcag.marks(json.loads(FIGURES[name](colours).to_json())))
    assert found or name == "map"
    for where, colour in found:
        assert wcag.contrast(colour, colours.background) >= 3, (where, colour)


@both_themes
@every_figure
def test_the_frame_takes_the_colours_of_its_theme(name: str, colours: Theme) -> None:
    layout = FIGURES[name](colours).layout
    assert layout.paper_bgcolor == layout.plot_bgcolor == colours.background
    assert layout.template.layout.to_plotly_json() == {}
    assert (layout.font.color, layout.font.size) == (colours.text, 14)
    assert layout.font.family
    assert layout.hoverlabel.bgcolor == colours.background
    assert layout.hoverlabel.font.size >= 12


@both_themes
@every_figure
def test_every_text_has_a_font_of_its_own(name: str, colours: Theme) -> None:
    layout = FIGURES[name](colours).layout
    for note in layout.annotations:
        assert note.font.size
        assert note.font.color
    assert layout.title.font.size
    axes = [key for key in layout if key.startswith(("xaxis", "yaxis")) and name != "map"]
    for at in axes:
        assert layout[at].tickfont.size, at
        assert layout[at].title.font.size, at
    if layout.showlegend:
        assert layout.legend.font.size


@pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("aspect", ["need", "help"])
def test_a_panel_has_six_colours_and_six_symbols(aspect: str, colours: Theme) -> None:
    found = colours.series(aspect)
    assert len(set(found)) == len(set(SYMBOLS)) == 6
    assert found[0] == getattr(colours, aspect)
    for colour in (*found, colours.reach):
        assert wcag.contrast(colour, colours.background) >= 4.4
    assert wcag.contrast(colours.text, colours.background) >= 7
    assert wcag.contrast(colours.quiet, colours.background) >= 7


@both_themes
def test_classes_of_a_map_are_steps_of_light(colours: Theme) -> None:
    away = [wcag.contrast(colour, colours.background) for colour in colours.classes]
    assert away == sorted(away)
    for one, other in itertools.pairwise(colours.classes):
        assert wcag.contrast(one, other) >= 1.4


@both_themes
def test_no_figure_looks_unlike_the_lowest_class(colours: Theme) -> None:
    assert wcag.contrast(colours.no_data, colours.classes[0]) >= 1.3


def test_the_theme_follows_its_name() -> None:
    assert theme("dark") is DARK
    assert theme("light") is theme(None) is theme("") is LIGHT


@every_figure
def test_title_subtitle_and_source_are_in_the_picture_and_wrapped(name: str) -> None:
    layout = FIGURES[name](LIGHT).layout
    title, _, subtitle = layout.title.text.partition("<br><span")
    rows = [drawn.unwrapped(row) for row in title.split("<br>")]
    assert " ".join(rows) == CAPTION.title
    assert max(map(len, rows)) <= TITLE_LENGTH
    rows = [drawn.unwrapped(row) for row in subtitle.partition(">")[2].split("<br>")]
    assert " ".join(rows) == CAPTION.subtitle
    assert max(map(len, rows)) <= SUBTITLE_LENGTH
    (source,) = [note for note in layout.annotations if note.name == "source"]
    rows = [drawn.unwrapped(row) for row in source.text.split("<br>")]
    assert " ".join(rows) == CAPTION.source
    assert max(map(len, rows)) <= SOURCE_LENGTH
    assert layout.margin.t >= 24 * (title.count("<br>") + 1) + 19 * (subtitle.count("<br>") + 1)
    assert layout.margin.b >= 17 * len(rows)
    assert layout.height > layout.margin.t + layout.margin.b + 150


@every_figure
def test_markup_in_names_and_labels_is_shown_not_run(name: str) -> None:
    said = drawn.words(FIGURES[name](LIGHT))
    axis = FIGURES[name](LIGHT).layout.yaxis.ticktext or ()
    for text in (*said, *axis):
        assert "<a " not in text
        assert "<b onclick" not in text
        assert "<i>" not in text
    assert any("&lt;b onclick" in text for text in said)


@every_figure
def test_every_picture_can_be_enlarged_for_a_slide(name: str) -> None:
    if name in ("map", "small multiples"):
        return  # no claim is drawn as one
    large = FIGURES[name](LIGHT)
    enlarge(large, 1.7, 300)
    assert large.layout.height == 300
    assert not [note for note in large.layout.annotations if note.name == "source"]
    assert all(note.font.size >= 24 for note in large.layout.annotations)
    for where, size, _ in wcag.texts(json.loads(large.to_json())):
        assert size >= 23 or "title" in where or where == "layout.font", (where, size)


@pytest.mark.parametrize("text", [HOSTILE, "a < b > c & d", "&lt;", "plain"])
def test_escaped_text_reads_as_it_was(text: str) -> None:
    assert "<" not in escape(text)
    assert drawn.unwrapped(escape(text)) == text


def test_the_source_line_names_source_age_and_licence() -> None:
    line = source_line(evidence(row(2000, 1)), "Data to 2000.")
    assert line == f"Source: {SOURCE.name}. Data to 2000. Licence: {SOURCE.licence}."
