"""Colour is never alone, and what it tells apart stays apart for those who see fewer colours."""

from __future__ import annotations

import itertools
from collections import defaultdict
from typing import Any

import pytest

from tests.figures import every, vision, wcag
from tests.figures.every import FIGURES
from utils.figures.palette import DARK, LIGHT, SYMBOLS, Theme

APART = 8.0
"""Least distance of two series colours for usual sight and for the two common deficiencies."""
RARELY = 6.0
"""The same for tritanopia, which about one person in ten thousand has."""
LEAST = {"usual": APART, "protanopia": APART, "deuteranopia": APART, "tritanopia": RARELY}
both_themes = pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])
every_kind = pytest.mark.parametrize("kind", LEAST)


@pytest.mark.parametrize(
    ("one", "other", "kind", "expected"),
    [("#FFFFFF", "#000000", "usual", 100.0), ("#FF0000", "#FF0000", "usual", 0.0)],
)
def test_distances_run_from_nothing_to_black_on_white(
    one: str, other: str, kind: str, expected: float
) -> None:
    assert vision.distance(one, other, kind) == pytest.approx(expected, abs=0.01)


@pytest.mark.parametrize(
    ("colour", "expected"),
    [
        ("#FF0000", (0.627955, 0.224863, 0.125846)),
        ("#00FF00", (0.866440, -0.233888, 0.179498)),
        ("#0000FF", (0.452014, -0.032457, -0.311528)),
    ],
)
def test_oklab_is_the_published_one(colour: str, expected: tuple[float, ...]) -> None:
    assert vision.lab(vision.linear(colour)) == pytest.approx(expected, abs=1e-4)


@pytest.mark.parametrize("kind", vision.KINDS)
def test_a_simulation_leaves_grey_alone(kind: str) -> None:
    assert vision.seen("#808080", kind) == pytest.approx(vision.linear("#808080"), abs=1e-3)


def test_red_and_green_of_one_lightness_fall_together_without_green_cones() -> None:
    red, green = "#B85C00", "#7F7A00"
    assert vision.distance(red, green, "deuteranopia") < vision.distance(red, green) / 2


@both_themes
@every_kind
@pytest.mark.parametrize("aspect", ["need", "help"])
def test_lines_of_one_panel_stay_apart(colours: Theme, kind: str, aspect: str) -> None:
    for one, other in itertools.combinations(colours.series(aspect), 2):
        assert vision.distance(one, other, kind) >= LEAST[kind], (one, other)


@both_themes
@every_kind
def test_need_reach_and_help_stay_apart(colours: Theme, kind: str) -> None:
    for one, other in itertools.combinations((colours.need, colours.reach, colours.help), 2):
        assert vision.distance(one, other, kind) >= LEAST[kind], (one, other)


@both_themes
@every_kind
def test_classes_of_a_map_keep_their_order(colours: Theme, kind: str) -> None:
    light = [vision.lab(vision.seen(colour, kind))[0] for colour in colours.classes]
    assert light in (sorted(light), sorted(light, reverse=True))
    for one, other in itertools.pairwise(colours.classes):
        assert vision.distance(one, other, kind) >= LEAST[kind], (one, other)


@pytest.mark.parametrize("name", FIGURES)
def test_colour_is_never_the_only_difference(name: str) -> None:
    """Two kinds of mark in one panel differ in shape, fill, dash or kind of mark as well."""
    told: dict[Any, set[str]] = defaultdict(set)
    for where, colour, shape in marks(every.parts(name, LIGHT)):
        told[where, shape].add(colour)
    assert told
    assert not {key: colours for key, colours in told.items() if len(colours) > 1}


def marks(json: dict[str, Any]) -> list[tuple[str, str, tuple[Any, ...]]]:
    """Panel, colour and everything but colour of every kind of mark that has to be told apart.

    Classes of a map differ in lightness and are named in its legend; bands and bars of intervals
    belong to the mark that they surround.
    """
    found = []
    for trace in json["data"]:
        if trace["type"] == "choropleth":
            found.append((trace["name"], trace["colorscale"][0][1], ()))
            continue
        if trace.get("name", "").startswith("interval"):
            continue
        panel = f"{trace.get('xaxis', 'x')} {trace.get('yaxis', 'y')}"
        marker, line = trace.get("marker", {}), trace.get("line", {})
        drawn = trace.get("mode", trace["type"])
        colours, shapes = marker.get("color", line.get("color")), marker.get("symbol")
        many = max((len(one) for one in (colours, shapes) if isinstance(one, list)), default=1)
        for at in range(many):
            shape = (drawn, nth(shapes, at), line.get("dash") if drawn == "lines" else None)
            found.append((panel, nth(colours, at), shape))
    return found


def nth(value: Any, at: int) -> Any:
    """One of a list, or the value that stands for all."""
    return value[at] if isinstance(value, list) else value


def test_there_are_as_many_shapes_as_colours() -> None:
    assert len(SYMBOLS) == len(LIGHT.series("need")) == len(DARK.series("need"))


@both_themes
def test_text_in_a_series_colour_can_be_read(colours: Theme) -> None:
    for colour in (*colours.series("need"), *colours.series("help"), colours.reach):
        assert wcag.contrast(colour, colours.background) >= 4.5, colour
