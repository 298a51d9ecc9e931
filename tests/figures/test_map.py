"""Maps: places in classes of about equal number, each in the class that its value says."""

from __future__ import annotations

import pytest

from tests import drawn
from tests.made_up import PLACES, card, evidence, row
from utils.figures import map as maps
from utils.figures.frame import Caption
from utils.figures.palette import LIGHT
from utils.model import Evidence, Place

CAPTION = Caption("t", "s", "source")
CODES = [f"{first}{second}Z" for first in "ABCD" for second in "ABCDE"]
STATES = [f"US-A{letter}" for letter in "ABCDEFGHIJKL"]
NAMES = {
    **PLACES,
    **{code: Place(code, f"Land {code}", code, "country", "") for code in CODES},
    **{code: Place(code, f"State {code}", code, "state", "USA") for code in STATES},
}


def world(*values: float | None) -> Evidence:
    return evidence(*(row(2000, v, place=p) for p, v in zip(CODES, values, strict=False)))


def states(*values: float | None) -> Evidence:
    return evidence(*(row(2000, v, place=p) for p, v in zip(STATES, values, strict=False)))


def figure(rows: Evidence) -> drawn.go.Figure:
    return maps.figure(rows, card(), NAMES, CAPTION, LIGHT)


def classes(rows: Evidence) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for place, (_, name) in drawn.areas(figure(rows)).items():
        found.setdefault(name, []).append(place)
    return found


def test_classes_hold_equal_numbers_and_say_their_bounds() -> None:
    found = classes(world(*range(1, 21)))
    assert [(name, len(places)) for name, places in found.items()] == [
        ("1.0 to 4.0% (4 places)", 4),
        ("5.0 to 8.0% (4 places)", 4),
        ("9.0 to 12.0% (4 places)", 4),
        ("13.0 to 16.0% (4 places)", 4),
        ("17.0 to 20.0% (4 places)", 4),
    ]
    assert found["1.0 to 4.0% (4 places)"] == CODES[:4]


def test_colours_grow_darker_with_the_value() -> None:
    fills = [trace.colorscale[0][1] for trace in figure(world(*range(1, 21))).data]
    assert fills == list(LIGHT.classes)


def test_equal_values_share_a_class() -> None:
    found = classes(world(*[5.0] * 15, 9.0))
    assert [len(places) for places in found.values()] == [15, 1]
    assert list(found) == ["5.0% (15 places)", "9.0% (1 place)"]


def test_places_without_a_figure_are_grey_and_say_so() -> None:
    chart = figure(world(1.0, None, *range(2, 12)))
    areas = drawn.areas(chart)
    assert areas[CODES[1]] == (f"Land {CODES[1]}: no figure", "No figure")
    (trace,) = [trace for trace in chart.data if trace.name == "No figure"]
    assert trace.colorscale[0][1] == LIGHT.no_data


def test_no_figure_at_all_is_an_empty_map() -> None:
    assert set(classes(world(*[None] * 12))) == {"No figure"}


def test_every_value_is_under_the_pointer() -> None:
    values = [float(number) for number in range(12)]
    shown = {place: said for place, (said, _) in drawn.areas(figure(world(*values))).items()}
    assert shown == {code: f"Land {code}: {v:.1f}%" for code, v in zip(CODES, values, strict=False)}


def test_states_are_drawn_on_a_map_of_states() -> None:
    chart = figure(states(*range(12)))
    assert chart.layout.geo.scope == "usa"
    assert set(drawn.areas(chart)) == {code.removeprefix("US-") for code in STATES}
    assert {trace.locationmode for trace in chart.data} == {"USA-states"}
    assert figure(world(*range(12))).layout.geo.scope == "world"


@pytest.mark.parametrize(
    ("rows", "scope"),
    [
        (world(*range(10)), "world"),
        (world(*range(9)), None),
        (states(*range(10)), "usa"),
        (states(*range(9)), None),
    ],
)
def test_a_map_needs_ten_places(rows: Evidence, scope: str | None) -> None:
    assert maps.covers(rows) == scope


def test_the_world_is_no_place_on_its_map() -> None:
    rows = evidence(*world(*range(9)).rows.to_dict("records"), row(2000, 5, place="WLD"))
    assert maps.covers(rows) is None


def test_places_that_the_map_leaves_out_are_known() -> None:
    assert maps.undrawn(world(*range(12)), frozenset(CODES[:10])) == CODES[10:12]
    assert maps.undrawn(world(*[None] * 12), frozenset()) == []
    more = row(2000, 5, place="PRI")
    rows = evidence(*states(*range(12)).rows.to_dict("records"), more)
    assert maps.undrawn(rows, frozenset(["PRI"])) == ["PRI"]
