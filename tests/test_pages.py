"""Every page opens, shows the view that a link asks for, and says in words what it can't show."""

from __future__ import annotations

import ast

import pytest

from tests.opened import PAGES, ROOT, address, announced, opened, sound
from utils.ui import extent
from utils.ui.controls import MOST_LINES, MOST_PLACES

WORLD = "suicide-rate-world"
LINK = {
    "indicator": ["us-depression-diagnosis"],
    "place": ["US-TX", "US-CA"],
    "split": ["sex"],
    "group": ["Female"],
    "from": ["2020-01-01"],
    "to": ["2021-01-01"],
    "since": ["2021-01-01"],
    "beside": ["USA"],
}
"""A view in which no control has its default, but for the kind of view."""


def test_the_menu_holds_every_page() -> None:
    tree = ast.parse((ROOT / "app.py").read_text("utf-8"))
    found = [node.value for node in ast.walk(tree) if isinstance(node, ast.Constant)]
    listed = [value for value in found if str(value).startswith("pages/")]
    assert sorted(listed) == [f"pages/{page}.py" for page in PAGES]
    assert listed[0] == "pages/overview.py"


@pytest.mark.parametrize("page", PAGES)
def test_a_page_opens(page: str) -> None:
    app = opened(page)
    assert len(app.title) == 1
    assert not app.warning, announced(app)
    assert not address(app), "defaults stay out of the address"


@pytest.mark.parametrize("page", PAGES)
def test_a_page_opens_again_from_another(page: str) -> None:
    app = opened("overview")
    title = sound(app.switch_page(f"pages/{page}.py").run()).title[0].value
    sound(app.switch_page("pages/overview.py").run())
    assert sound(app.switch_page(f"pages/{page}.py").run()).title[0].value == title


@pytest.mark.parametrize("page", PAGES)
def test_an_unknown_parameter_is_announced(page: str) -> None:
    app = opened(page, colour="purple", utm_source="letter", fbclid="1")
    assert "colour" in announced(app)
    assert "letter" not in announced(app), "marks of other services ask nothing of us"
    assert "utm" not in announced(app)
    assert not address(app)


def test_a_link_brings_back_the_view() -> None:
    app = opened("statistics", **LINK)
    assert [app.selectbox(key="statistics.indicator").value] == LINK["indicator"]
    assert app.multiselect(key="statistics.place").value == LINK["place"]
    assert app.multiselect(key="statistics.group").value == LINK["group"]
    for name in ("split", "since", "beside"):
        assert [app.selectbox(key=f"statistics.{name}").value] == LINK[name]
    assert app.radio(key="statistics.view").value == "trend"
    assert address(app) == LINK, "the address stays as it came"
    assert not announced(app)
    assert all(f"{name}=" in app.code[-1].value for name in LINK), app.code[-1].value


@pytest.mark.parametrize("kind", ["map", "ranking", "table"])
def test_a_link_brings_back_the_kind_of_view(kind: str) -> None:
    app = opened("statistics", indicator=WORLD, view=kind)
    assert app.radio(key="statistics.view").value == kind
    assert bool(app.get("plotly_chart")) == (kind != "table")
    assert "link asks" not in announced(app)


@pytest.mark.parametrize(
    ("page", "name", "value"),
    [
        ("statistics", "indicator", "no-such-series"),
        ("statistics", "place", "XXX"),
        ("statistics", "split", "shoe-size"),
        ("statistics", "view", "hologram"),
        ("statistics", "from", "1066-10-14"),
        ("statistics", "to", "tomorrow"),
        ("statistics", "since", "2020"),
        ("statistics", "beside", "MOON"),
        ("overview", "home", "ATL"),
        ("overview", "topic", "Weather"),
        ("sources", "series", "no-such-series"),
    ],
)
def test_what_a_link_asks_in_vain_is_announced(page: str, name: str, value: str) -> None:
    app = opened(page, **{name: value})
    assert f"{name} “{value}”" in announced(app)
    assert not app.warning
    assert not address(app)
    assert app.title[0].value == opened(page).title[0].value, "the default is shown instead"


def test_one_bad_place_does_not_cost_the_good_ones() -> None:
    app = opened("statistics", indicator=WORLD, place=["FRA", "XXX", "JPN"])
    assert app.multiselect(key="statistics.place").value == ["FRA", "JPN"]
    assert "XXX" in announced(app)


def test_a_view_that_a_series_can_not_have_is_announced() -> None:
    app = opened("statistics", indicator="jp-suicides", view="map")
    assert app.radio(key="statistics.view").value == "trend"
    assert "view “map”" in announced(app)


def test_a_reversed_range_is_swapped_and_announced() -> None:
    app = opened("statistics", indicator=WORLD, **{"from": "2015-01-01", "to": "2005-01-01"})
    assert address(app)["from"] == ["2005-01-01"]
    assert address(app)["to"] == ["2015-01-01"]
    assert "swapped" in announced(app)


def test_more_places_than_a_chart_can_hold_are_announced() -> None:
    asked = sorted(extent.coverage()[WORLD] - {"WLD"})[: MOST_PLACES + 3]
    app = opened("statistics", indicator=WORLD, place=asked)
    assert app.multiselect(key="statistics.place").value == asked[:MOST_PLACES]
    assert f"{len(asked)} values of place" in announced(app)
    assert f"first {MOST_PLACES}" in announced(app)


def test_a_parameter_given_twice_is_announced() -> None:
    app = opened("statistics", indicator=[WORLD, "jp-suicides"])
    assert app.selectbox(key="statistics.indicator").value == WORLD
    assert "more than once" in announced(app)


@pytest.mark.parametrize("value", ["[call](//x.example)", "**bold**", ":red[x]", "<b>x</b>", "$x$"])
def test_a_link_can_not_put_markup_on_the_page(value: str) -> None:
    app = opened("statistics", place=value, **{value: "1"})
    assert announced(app).count(f"“{value}”") == 2
    assert not any(value in one.value for one in app.info), "a link could write on our page"


@pytest.mark.parametrize("view", ["trend", "map", "ranking", "table"])
@pytest.mark.parametrize("series", ["us-depression-diagnosis", "us-suicide-rate-by-state"])
def test_no_place_is_answered_politely_and_can_be_mended(series: str, view: str) -> None:
    app = opened("statistics", indicator=series, view=view)
    app.multiselect(key="statistics.place").set_value([])
    sound(app.run())
    if view in ("trend", "table"):
        assert "place" in announced(app).lower()
    else:
        assert app.get("plotly_chart"), "a map shows every place, whether one is chosen or not"
    app.multiselect(key="statistics.place").set_value(["US-TX"])
    assert not sound(app.run()).warning


def test_no_group_is_answered_politely() -> None:
    app = opened("statistics", **LINK)
    app.multiselect(key="statistics.group").set_value([])
    sound(app.run())
    assert app.warning or app.get("plotly_chart")


def test_a_place_without_the_chosen_split_is_announced() -> None:
    app = opened("statistics", indicator="us-anxiety-or-depression", place="US-CA", split="age")
    assert "place “US-CA”" in announced(app)
    assert app.get("plotly_chart")


def test_more_lines_than_a_chart_can_hold_are_not_drawn() -> None:
    app = opened("statistics", indicator="eu-current-depressive-symptoms", split="income_sex_age")
    places = len(app.multiselect(key="statistics.place").value)
    assert 1 < places * len(app.multiselect(key="statistics.group").value) <= MOST_LINES
