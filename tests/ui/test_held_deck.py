"""The deck that a person holds: added to, mended, put aside by a link and brought back."""

from __future__ import annotations

import pytest
from streamlit.testing.v1 import AppTest

from utils.model.limits import DECK_CLAIMS

A, B, C = (f"level:us-anxiety-or-depression:USA:2024-0{n}" for n in "678")
OURS, THEIRS = f"1~~title=Ours~~{A}~~{B}", f"1~~{C}"


def script() -> None:
    """A page with nothing but the deck."""
    import streamlit as st

    from utils.claims.spec import parse
    from utils.ui import address, deck

    address.begin("page")
    deck.receive()
    for line in st.session_state.get("lines", ()):
        name = line[-1]
        st.button(f"add {name}", on_click=deck.add, args=(parse(line),), key=f"add-{name}")
        st.button(f"drop {name}", on_click=deck.drop, args=(parse(line),), key=f"drop-{name}")
        st.button(f"up {name}", on_click=deck.earlier, args=(parse(line),), key=f"up-{name}")
    st.button("back", on_click=deck.bring_back, key="back")
    st.session_state["held"] = deck.written()
    st.session_state["aside"] = deck.before() is not None
    address.end()
    st.session_state["notes"] = address.notes()


def opened(text: str = "") -> AppTest:
    app = AppTest.from_function(script, default_timeout=20)
    app.session_state["lines"] = [A, B, C]
    return asks(app, text)


def asks(app: AppTest, text: str) -> AppTest:
    """The same visitor follows a link, or opens the page without one."""
    app.query_params.clear()
    if text:
        app.query_params["deck"] = text
    app.run()
    assert not app.exception
    return app


def pressed(app: AppTest, key: str) -> str:
    app.button(key=key).click().run()
    assert not app.exception
    held = str(app.session_state["held"])
    carried = app.query_params.get("deck", [""])
    assert (carried if isinstance(carried, str) else carried[0]) == held
    return held


def test_claims_are_added_once_moved_and_taken_out_and_the_address_follows() -> None:
    app = opened()
    assert pressed(app, "add-6") == f"1~~{A}"
    assert pressed(app, "add-6") == f"1~~{A}"
    assert pressed(app, "add-7") == f"1~~{A}~~{B}"
    assert pressed(app, "up-7") == f"1~~{B}~~{A}"
    assert pressed(app, "up-7") == f"1~~{B}~~{A}", "the first stays the first"
    assert pressed(app, "drop-7") == f"1~~{A}"
    assert pressed(app, "drop-6") == ""
    assert not app.query_params.get("deck")


def test_a_link_puts_our_deck_aside_and_it_comes_back() -> None:
    app = opened(OURS)
    assert app.session_state["held"] == OURS
    assert not app.session_state["aside"]
    asks(app, THEIRS)
    assert app.session_state["held"] == THEIRS
    assert app.session_state["aside"]
    assert pressed(app, "back") == OURS
    assert not app.session_state["aside"]


def test_a_visit_by_the_menu_does_not_bring_an_older_deck_back() -> None:
    app = opened(OURS)
    newer = pressed(app, "add-8")
    asks(app, "")
    assert app.session_state["held"] == newer
    asks(app, OURS)
    assert app.session_state["held"] == newer, "an earlier state of our own deck is no other deck"
    assert not app.session_state["aside"]


@pytest.mark.parametrize(
    "text",
    ["rubbish", "2~~fact:a", "1~~nonsense:x", f"1~~{A}~~{A}", "1~~" + "x" * 10_000, "1~~title=%"],
)
def test_a_broken_deck_is_announced_and_ours_stays(text: str) -> None:
    app = opened(OURS)
    asks(app, text)
    assert app.session_state["held"] == OURS
    (note,) = app.session_state["notes"]
    assert note.startswith("The link brings a deck that can't be read.")
    assert len(note) < 400


def test_a_full_deck_says_so_and_stays_as_it_was() -> None:
    full = "1" + "".join(f"~~fact:a{n}" for n in range(DECK_CLAIMS))
    app = opened(full)
    assert pressed(app, "add-6") == full
    assert f"at most {DECK_CLAIMS} claims" in app.toast[0].value
