"""Which language a visitor reads: asked of the address, the visitor, or the browser."""

from __future__ import annotations

import streamlit as st

from utils.language import ENGLISH, LANGUAGES, current, say, speak, understood
from utils.language.tongue import tongue
from utils.ui import address

NAME = "lang"
CHOSEN, SEEN, PICKER, UNKNOWN = (
    f"language:{word}" for word in ["chosen", "seen", "picker", "unknown"]
)


def begin() -> None:
    """Speaks the reader's language from here on: before the menu is named, and on every page."""
    state = st.session_state
    named = st.query_params.get(NAME)
    if named is not None and named != state.get(SEEN):
        state[SEEN], state[CHOSEN] = named, named if named in LANGUAGES else ENGLISH.language
        state[UNKNOWN] = "" if named in LANGUAGES else named
    again()


def again() -> None:
    """The same in a part of a page that runs by itself."""
    chosen = str(st.session_state.get(CHOSEN, _usual()))
    speak(tongue(chosen, st.context.locale))


def _usual() -> str:
    """The language of the browser, where it is one of ours."""
    return understood(st.context.locale)


def settle() -> None:
    """Keeps the choice in the address, unless it is what this browser gets anyway."""
    state, spoken = st.session_state, current().language
    if unknown := state.pop(UNKNOWN, ""):
        address.refused(NAME, unknown, say("{language} is shown instead.", language="English"))
    address.settle(NAME, [spoken], [_usual()])
    state[SEEN] = spoken


def named() -> list[str]:
    """The language as an address of ours carries it; empty where the browser decides."""
    spoken = current().language
    return [] if spoken == _usual() else [spoken]


def picker() -> None:
    """The languages by their own names, small, in the same place on every page."""
    languages = list(LANGUAGES)
    st.session_state[PICKER] = current().language
    st.selectbox(
        say("Language"),
        languages,
        format_func=LANGUAGES.__getitem__,
        key=PICKER,
        on_change=_choose,
        label_visibility="collapsed",
        width=140,
    )


def _choose() -> None:
    """Takes the choice; words on the page change, so what it shows is read from the address."""
    st.session_state[CHOSEN] = st.session_state[PICKER]
    address.reread()
