"""Choices and their address: what a link asks for is shown, or it is said why not."""

from __future__ import annotations

import pytest
from streamlit.testing.v1 import AppTest


def script() -> None:
    """A page with one control of each kind."""
    import streamlit as st

    from utils.ui import address, choose

    address.begin("page")
    colours = ["red", "green", "blue"]
    days = ["2000-01-01", "2001-01-01", "2002-01-01"]
    st.session_state["one"] = choose.one("one", "One", colours, "green", str.title)
    st.session_state["many"] = choose.several("many", "Many", colours, ["red"], str.title, most=2)
    st.session_state["span"] = choose.stretch("Span", days, lambda day: day[:4])
    address.end()
    st.session_state["notes"] = address.notes()
    st.session_state["link"] = address.link()


def opened(**asked: str | list[str]) -> AppTest:
    app = AppTest.from_function(script, default_timeout=20)
    for name, values in asked.items():
        app.query_params[name] = values
    app.run()
    assert not app.exception
    return app


def chosen(app: AppTest) -> tuple[str, list[str], tuple[str, str]]:
    state = app.session_state
    return state["one"], state["many"], tuple(day[:4] for day in state["span"])


DEFAULT = ("green", ["red"], ("2000", "2002"))


def test_defaults_leave_the_address_empty() -> None:
    app = opened()
    assert chosen(app) == DEFAULT
    assert dict(app.query_params) == {}
    assert app.session_state["notes"] == []


def test_what_a_link_asks_for_is_shown_and_stays_in_the_address() -> None:
    asked = {"one": "blue", "many": ["blue", "green"], "from": "2001-01-01", "to": "2001-01-01"}
    app = opened(**asked)
    assert chosen(app) == ("blue", ["blue", "green"], ("2001", "2001"))
    assert app.session_state["notes"] == []
    assert app.query_params["one"] == "blue"
    assert app.session_state["link"].endswith(
        "?one=blue&many=blue&many=green&from=2001-01-01&to=2001-01-01"
    )
    app.run()
    assert chosen(app) == ("blue", ["blue", "green"], ("2001", "2001"))


def test_a_choice_moves_into_the_address() -> None:
    app = opened()
    app.selectbox[0].select("red").run()
    app.multiselect[0].select("blue").run()
    assert chosen(app) == ("red", ["red", "blue"], ("2000", "2002"))
    assert app.query_params["one"] == "red"
    assert app.query_params["many"] == ["red", "blue"]
    app.selectbox[0].select("green").run()
    assert "one" not in app.query_params


def test_a_stretch_that_is_moved_stays_and_moves_into_the_address() -> None:
    app = opened()
    app.select_slider[0].set_range("2001-01-01", "2002-01-01").run()
    assert chosen(app)[2] == ("2001", "2002")
    app.selectbox[0].select("red").run()
    assert chosen(app) == ("red", ["red"], ("2001", "2002"))
    assert dict(app.query_params) == {"from": "2001-01-01", "one": "red"}


@pytest.mark.parametrize(
    ("asked", "shown", "words"),
    [
        ({"one": "pink"}, DEFAULT, "asks for one “pink”, which is not available. Green is shown"),
        ({"one": ["blue", "red"]}, ("blue", *DEFAULT[1:]), "gives one more than once"),
        ({"many": ["blue", "pink"]}, ("green", ["blue"], DEFAULT[2]), "“pink”"),
        (
            {"many": ["red", "green", "blue"]},
            ("green", ["red", "green"], DEFAULT[2]),
            "asks for 3 values of many; the first 2",
        ),
        ({"to": "1999-01-01"}, DEFAULT, "asks for to “1999-01-01”"),
        (
            {"from": "2002-01-01", "to": "2001-01-01"},
            ("green", ["red"], ("2001", "2002")),
            "ends (2001) before it starts (2002). The two were swapped",
        ),
        ({"size": "big"}, DEFAULT, "asks for “size”, which this view does not use"),
    ],
)
def test_what_can_not_be_had_is_announced(
    asked: dict[str, str | list[str]], shown: tuple[object, ...], words: str
) -> None:
    app = opened(**asked)
    assert chosen(app) == shown
    (note,) = app.session_state["notes"]
    assert words in note
    app.run()
    assert app.session_state["notes"] == [note]


def test_a_refused_value_is_repeated_only_in_part() -> None:
    (note,) = opened(one="x" * 500).session_state["notes"]
    assert "x" * 40 in note
    assert "x" * 41 not in note


@pytest.mark.parametrize("mark", ["utm_source", "fbclid", "gclid"])
def test_marks_of_other_services_are_passed_over(mark: str) -> None:
    assert opened(**{mark: "somewhere"}).session_state["notes"] == []


def test_a_dropped_value_leaves_the_address() -> None:
    app = opened(one="pink", size="big", many="blue")
    assert set(app.query_params) == {"many"}


def following() -> None:
    """A page on which one choice sets the default of another, and a text is written."""
    import streamlit as st

    from utils.ui import address, choose

    address.begin("page")
    options = ["red", "green", "blue"]
    first = choose.one("first", "First", options, "red")
    st.session_state["many"] = choose.several("many", "Many", options, [first], follow=True)
    st.session_state["text"] = choose.text("text", "Text", most=10)
    address.end()
    st.session_state["notes"] = address.notes()


def followed(**asked: str | list[str]) -> AppTest:
    app = AppTest.from_function(following, default_timeout=20)
    for name, values in asked.items():
        app.query_params[name] = values
    app.run()
    assert not app.exception
    return app


def test_a_choice_that_nobody_touched_moves_with_its_default() -> None:
    app = followed()
    app.selectbox[0].select("blue").run()
    assert app.session_state["many"] == ["blue"]
    assert dict(app.query_params) == {"first": "blue"}


def test_a_choice_that_somebody_made_stays_when_its_default_moves() -> None:
    app = followed()
    app.multiselect[0].select("green").run()
    app.selectbox[0].select("blue").run()
    assert app.session_state["many"] == ["red", "green"]
    assert app.query_params["many"] == ["red", "green"]
    linked = followed(first="green", many=["red", "blue"])
    linked.selectbox[0].select("blue").run()
    assert linked.session_state["many"] == ["red", "blue"]


def test_an_empty_choice_stays_empty() -> None:
    app = followed()
    app.multiselect[0].set_value([]).run()
    assert app.session_state["many"] == []
    app.run()
    assert app.session_state["many"] == []


def test_a_text_is_carried_by_the_address_without_spaces_around_it() -> None:
    app = followed(text=" abc ")
    assert app.session_state["text"] == "abc"
    app.text_input[0].set_value("  later ").run()
    assert app.query_params["text"] == "later"
    app.text_input[0].set_value(" ").run()
    assert "text" not in app.query_params


def test_a_text_that_is_too_long_is_cut_and_that_is_announced() -> None:
    app = followed(text="a" * 25)
    assert app.session_state["text"] == "a" * 10
    (note,) = app.session_state["notes"]
    assert "25" in note
    assert "10" in note
