"""What every figure owes its readers: contrast, text of a size, its source, harmless labels."""

from __future__ import annotations

import inspect
import itertools
import json
import pkgutil
from collections.abc import Callable
from importlib import import_module
from types import ModuleType
from typing import Any

import pytest

from tests import drawn
from tests.figures import every, wcag
from tests.figures.every import CAPTION, FIGURES, HOSTILE
from tests.made_up import SOURCE, evidence, row
from utils import figures
from utils.figures.enlarged import enlarge
from utils.figures.frame import (
    SOURCE_LENGTH,
    SUBTITLE_LENGTH,
    TITLE_LENGTH,
    escape,
    source_line,
)
from utils.figures.palette import DARK, LIGHT, SYMBOLS, Theme, theme

SLIDES = ("one line", "six lines", "changes", "ranking", "panels", "bars", "icons", "effects")
"""Pictures that a claim can have, so that they stand on slides."""
every_figure = pytest.mark.parametrize("name", FIGURES)
both_themes = pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])


def drawers() -> list[tuple[ModuleType, str]]:
    """Every function that draws a whole picture: it takes a caption and a theme."""
    rooms = [
        import_module(f"utils.figures.{one.name}") for one in pkgutil.iter_modules(figures.__path__)
    ]
    return [
        (room, name)
        for room in rooms
        for name, function in inspect.getmembers(room, inspect.isfunction)
        if function.__module__ == room.__name__ and not name.startswith("_")
        if {"caption", "theme"} <= set(inspect.signature(function).parameters) and name != "frame"
    ]


def test_no_picture_is_left_out_here(monkeypatch: pytest.MonkeyPatch) -> None:
    called = set()

    def watched(room: ModuleType, name: str) -> Callable[..., Any]:
        function = getattr(room, name)

        def call(*given: Any, **named: Any) -> Any:
            called.add((room.__name__, name))
            return function(*given, **named)

        return call

    drawing = drawers()
    assert len(drawing) > 10
    for room, name in drawing:
        monkeypatch.setattr(room, name, watched(room, name))
    for draw in FIGURES.values():
        draw(LIGHT)
    assert {(room.__name__, name) for room, name in drawing} == called


@both_themes
@every_figure
def test_text_stands_out(name: str, colours: Theme) -> None:
    found = list(wcag.texts(every.parts(name, colours)))
    assert len(found) > 4
    for where, size, colour in found:
        assert wcag.contrast(colour, colours.background) >= 4.5, (where, colour)
        assert size >= 12, where


@both_themes
@every_figure
def test_lines_and_marks_stand_out(name: str, colours: Theme) -> None:
    found = list(wcag.marks(every.parts(name, colours)))
    assert found or name == "map"
    for where, colour in found:
        assert wcag.contrast(colour, colours.background) >= 3, (where, colour)


@both_themes
@every_figure
def test_the_frame_takes_the_colours_of_its_theme(name: str, colours: Theme) -> None:
    layout = every.figure(name, colours).layout
    assert layout.paper_bgcolor == layout.plot_bgcolor == colours.background
    assert layout.template.layout.to_plotly_json() == {}
    assert (layout.font.color, layout.font.size) == (colours.text, 14)
    assert layout.font.family
    assert layout.hoverlabel.bgcolor == colours.background
    assert layout.hoverlabel.font.size >= 12


@both_themes
@every_figure
def test_every_text_has_a_font_of_its_own(name: str, colours: Theme) -> None:
    layout = every.figure(name, colours).layout
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
    layout = every.figure(name, LIGHT).layout
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
    said = drawn.words(every.figure(name, LIGHT))
    axis = every.figure(name, LIGHT).layout.yaxis.ticktext or ()
    for text in (*said, *axis):
        assert "<a " not in text
        assert "<b onclick" not in text
        assert "<i>" not in text
    assert any("&lt;b onclick" in text for text in said)


@every_figure
def test_every_picture_can_be_enlarged_for_a_slide(name: str) -> None:
    if name not in SLIDES:
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
