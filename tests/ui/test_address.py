"""The address of a part that runs by itself, and what a link asks for, handed out once."""

from __future__ import annotations

from streamlit.testing.v1 import AppTest


def script() -> None:
    """A page with one choice and a fragment in which a choice brings another."""
    import streamlit as st

    from utils.ui import address, choose, leave

    address.begin("page")
    choose.one("one", "One", ["red", "green"], "red")

    @st.fragment
    def closer() -> None:
        with address.part():
            ask = choose.one("ask", "Ask", ["day", "step"], "day")
            if ask == "day":
                choose.one("window", "Window", ["3", "6"], "3")
            else:
                choose.one("slope", "Slope", ["kept", "free"], "kept")
            leave.share()

    closer()
    address.end()
    st.session_state["notes"] = address.notes()


def spelt() -> None:
    """A page that takes a value in another spelling."""
    import streamlit as st

    from utils.ui import address, choose

    address.begin("page")
    st.session_state["peeked"] = address.peek("one")
    address.instead("one", ["red"])
    st.session_state["one"] = choose.one("one", "One", ["red", "green"], "green")
    address.end()
    st.session_state["notes"] = address.notes()


def opened(page=script, **asked: str) -> AppTest:  # type: ignore[no-untyped-def]
    app = AppTest.from_function(page, default_timeout=20)
    for name, value in asked.items():
        app.query_params[name] = value
    app.run()
    assert not app.exception
    return app


def test_a_part_keeps_what_its_reader_chose_although_the_link_asked_for_another() -> None:
    app = opened(window="6")
    assert app.selectbox(key="page.window").value == "6"
    app.selectbox(key="page.window").select("3").run()
    assert app.selectbox(key="page.window").value == "3"
    app.selectbox(key="page.one").select("green").run()
    assert app.selectbox(key="page.window").value == "3"
    assert dict(app.query_params) == {"one": "green"}


def test_a_control_that_a_part_no_longer_shows_leaves_the_address() -> None:
    app = opened(window="6")
    app.selectbox(key="page.ask").select("step").run()
    assert dict(app.query_params) == {"ask": "step"}
    app.selectbox(key="page.slope").select("free").run()
    assert dict(app.query_params) == {"ask": "step", "slope": "free"}
    again = opened(**{name: str(value) for name, value in app.query_params.items()})
    assert again.session_state["notes"] == []
    assert dict(again.query_params) == {"ask": "step", "slope": "free"}


def test_a_link_with_a_control_of_another_part_is_announced() -> None:
    (note,) = opened(ask="step", window="6").session_state["notes"]
    assert "“window”, which this view does not use" in note


def test_a_value_in_another_spelling_is_taken_without_a_word() -> None:
    app = opened(spelt, one="RED")
    assert app.session_state["peeked"] == ["RED"]
    assert app.session_state["one"] == "red"
    assert app.session_state["notes"] == []
    assert opened(spelt).session_state["one"] == "red", "an address without it asks for nothing"


def again() -> None:
    """A page whose part runs a second time by itself, with another control in it."""
    from utils.ui import address

    address.begin("page")
    with address.part():
        address.settle("window", ["6"], ["3"])
    address.settle("one", ["green"], ["red"])
    address.end()
    with address.part():
        address.settle("slope", ["free"], ["kept"])


def test_a_part_that_runs_by_itself_drops_only_its_own_controls() -> None:
    assert dict(opened(again).query_params) == {"one": "green", "slope": "free"}


def kinds() -> None:
    """A page with one control of each kind."""
    import streamlit as st

    from utils.ui import address, choose

    address.begin("page")
    days = ["2001", "2002", "2003", "2004"]
    choose.one("one", "One", ["red", "green", "blue"], "red")
    choose.one("way", "Way", ["a", "b", "c"], "a", widget=st.radio)
    choose.several("many", "Many", ["x", "y", "z"], ["x"])
    choose.stretch("Range", days, str)
    choose.text("said", "Said")
    address.end()
    st.session_state["notes"] = address.notes()


LINK = {"one": "green", "way": "b", "many": ["y", "z"], "from": "2002", "to": "2003", "said": "hi"}


def shown(app: AppTest) -> dict[str, object]:
    return {name: app.query_params[name] for name in sorted(app.query_params)}


def test_a_link_still_decides_where_the_browser_brings_nothing() -> None:
    app = opened(kinds, **LINK)  # type: ignore[arg-type]
    assert app.session_state["notes"] == []
    assert shown(app) == {name: LINK[name] for name in sorted(LINK)}
    app.run()
    assert shown(app) == {name: LINK[name] for name in sorted(LINK)}


def test_a_browser_whose_server_was_lost_keeps_what_it_chose_since() -> None:
    before = opened(kinds, **LINK)  # type: ignore[arg-type]
    before.selectbox(key="page.one").select("blue")
    before.radio(key="page.way").set_value("c")
    before.multiselect(key="page.many").select("x")
    before.select_slider(key="page.range").set_value(("2001", "2003"))
    before.text_input(key="page.said").input("hello")
    # a new server knows the old address, and what the browser holds
    after = AppTest.from_function(kinds, default_timeout=20)
    for name, value in LINK.items():
        after.query_params[name] = value
    after._run(before._tree.get_widget_states())
    chosen = {"one": "blue", "way": "c", "many": ["y", "z", "x"], "to": "2003", "said": "hello"}
    assert not after.exception
    assert shown(after) == {name: chosen[name] for name in sorted(chosen)}
    after.run()
    assert shown(after) == {name: chosen[name] for name in sorted(chosen)}
    after.selectbox(key="page.one").select("red").run()
    assert "one" not in after.query_params
