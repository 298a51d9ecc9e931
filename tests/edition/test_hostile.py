"""Whatever a source or a person wrote stays text; what may not leave does not leave."""

from __future__ import annotations

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.edition.made_library import MadeLibrary, told, written_by
from tests.edition.reading import read
from tests.export.test_hostile import HOSTILE
from tests.made_up import card, evidence, row
from utils.edition import files, markup
from utils.export import clean

NAMES = (
    "markup", "direction", "controls", "entity", "lone surrogates", "noncharacters",
    "right to left", "markdown", "path",
)  # fmt: skip
INNOCENT = "Made-up words"
TURNS = set("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200f")


def shape(text: str) -> dict[str, list[tuple[str, dict[str, str | None]]]]:
    """The elements of every page, without their texts and addresses."""
    kept = ("id", "class", "type", "role", "scope", "tabindex", "data-chart")
    found = {}
    for path, raw in files.files(written_by(text)):
        if path.endswith(".html"):
            page = read(raw)
            found[path.partition("topics/")[1] or path] = [
                (tag, {name: given.get(name) for name in kept if name in given})
                for tag, given in page.tags
                # lines are drawn by what they show, and a link needs an address
                if tag not in ("a", "p", "li", "ul", "strong", "section", "svg", "path", "text")
            ]
    return found


@pytest.fixture(scope="module")
def innocent() -> dict[str, list[tuple[str, dict[str, str | None]]]]:
    return shape(INNOCENT)


@pytest.mark.parametrize("name", NAMES)
def test_a_hostile_text_adds_no_element(
    name: str, innocent: dict[str, list[tuple[str, dict[str, str | None]]]]
) -> None:
    assert shape(HOSTILE[name]) == innocent


@pytest.mark.parametrize("bad", ['</script><img src=x onerror="alert(1)">', '" onload="x', "'><b>"])
def test_a_text_can_end_neither_an_attribute_nor_data(bad: str) -> None:
    for path, raw in files.files(written_by(bad)):
        if path.endswith(".html"):
            page = read(raw)
            assert not [tag for tag, _ in page.tags if tag in ("img", "b")], path
            for _, given in page.tags:
                assert not {name for name in given if name.startswith("on")}, path


def test_a_text_stays_readable() -> None:
    bad = '</script> & "quotes"'
    pages = {path: raw for path, raw in files.files(written_by(bad)) if path.endswith(".html")}
    assert read(pages["statistics/made-up-share.html"]).words["h1"] == [bad]
    graph = read(pages["statistics/made-up-share.html"]).islands["application/ld+json"]["@graph"]
    assert graph[0]["name"] == bad


def test_no_mark_turns_the_direction_of_a_page() -> None:
    for path, raw in files.files(written_by(HOSTILE["direction"])):
        if path.endswith(".html"):
            words = read(raw).words
            assert not TURNS & set("".join(one for some in words.values() for one in some)), path


def test_an_address_that_is_none_leads_nowhere() -> None:
    for path, raw in files.files(written_by("javascript:alert(1)")):
        if path.endswith(".html"):
            assert not [one for one in read(raw).addresses if one.startswith("javascript")], path


@settings(max_examples=200)
@given(st.text(st.characters()))
def test_any_text_is_escaped(raw: str) -> None:
    page = read(markup.tag("p", raw, title=raw).encode())
    assert [tag for tag, _ in page.tags] == ["p"]
    assert clean.text(page.words["p"][0]) == clean.text(raw)


def test_rows_whose_licence_forbids_it_do_not_leave() -> None:
    made = dict(files.files(written_by(INNOCENT, redistributable=False)))
    assert not [path for path in made if path.endswith(".csv")]
    for path in ("statistics/made-up-share.html", "campaigns/made-up-day.html"):
        page = read(made[path])
        assert not page.tables
        assert not page.islands
        assert "does not let its rows be passed on" in " ".join(page.words["p"])
    # one cited figure may be told
    assert "21.5" in read(made["statistics/made-up-share.html"]).answer


def test_a_suppressed_value_is_nowhere() -> None:
    secret = 6.4321
    rows = evidence(
        row(2018, 20.0), row(2019, secret, status="Q", low=6.1, high=6.7), row(2020, 22.0)
    )
    one = card(headline=True, decimals=4)
    made = dict(files.files(told(MadeLibrary({one.id: one}, {one.id: rows}))))
    assert f"statistics/{one.id}.csv" in made
    for path, raw in made.items():
        if not path.startswith("assets/"):
            assert b"6.4321" not in raw, path
    assert b"suppressed" in made[f"statistics/{one.id}.html"]


def test_a_series_without_a_figure_has_no_page() -> None:
    one = card()
    made = dict(files.files(told(MadeLibrary({one.id: one}, {one.id: evidence(row(2018, None))}))))
    assert not [path for path in made if path.startswith("statistics/")]
    assert read(made["index.html"]).words["h1"]


def test_a_chart_in_the_dark_is_the_same_chart() -> None:
    """Data that only differ in colour; anything else would have to be shipped twice."""
    raw = dict(files.files(written_by(INNOCENT)))["statistics/made-up-share.html"]
    chart = read(raw).islands["chart"]
    assert chart["dark"]
    for _, value in chart["dark"]:
        words = json.dumps(value)
        assert "#" in words or "rgba" in words, value
    values = [trace["y"] for trace in chart["figure"]["data"] if trace["mode"] == "lines+markers"]
    assert values == [[20.0, 21.5]]
