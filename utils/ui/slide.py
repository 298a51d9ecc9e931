"""The deck full-frame: which slide is shown, the keys that turn it, and the speaker's notes."""

from __future__ import annotations

import re

import streamlit as st

from utils.language import later, say
from utils.model import Claim
from utils.ui import address, deck, slide_face, spoken, take_away, tongue
from utils.ui.text import plain

AT, NOTES, CONTRAST, LEAVE = "present:at", "present:notes", "present:contrast", "present:leave"
WORDS_A_MINUTE = 140


def show() -> None:
    """The slide that the address names, and the keys that turn it."""
    deck.receive()
    claims = take_away.claims()
    left_out = len(deck.held().specs) - len(claims)
    if claims:
        _turning(claims, left_out)
    else:
        slide_face.nothing(left_out)


@st.fragment
def _turning(claims: tuple[Claim, ...], left_out: int) -> None:
    """One slide with its keys: turning runs this again and not the whole page."""
    tongue.again()
    if st.session_state.pop(LEAVE, False):
        st.switch_page("pages/talking_points.py")
    with address.part():
        at = _at(len(claims) + 1)
        strong, notes = _switch(CONTRAST, "contrast"), _switch(NOTES, "notes")
        if at == 0:
            slide_face.opening(left_out)
        else:
            slide_face.slide(claims[at - 1], strong)
        if notes:
            _notes(claims[at - 1] if at else None)
        _keys(at, len(claims))
    for one in claims[at : at + 1]:  # drawn while this slide is being looked at
        slide_face.picture(one, strong)


def _at(slides: int) -> int:
    """The slide in the address, counted from 1; beyond the ends the nearest is shown."""
    wanted = next(iter(address.asked("slide") or []), "")
    if wanted:
        number = int(wanted) if re.fullmatch(r"[0-9]{1,6}", wanted) else 0
        if not 1 <= number <= slides:
            none = say("There is no slide “{slide}”; the nearest is shown.", slide=wanted[:10])
            address.note(none)
        st.session_state[AT] = min(max(number, 1), slides) - 1
    at = min(int(st.session_state.get(AT, 0)), slides - 1)
    address.settle("slide", [str(at + 1)], ["1"])
    return at


def _switch(key: str, name: str) -> bool:
    """Something that is on or off, off at first; the address says `1` while it is on."""
    asked = address.asked(name)
    if asked:
        st.session_state[key] = asked[0] == "1"
    on = bool(st.session_state.get(key))
    address.settle(name, ["1"] if on else [], [])
    return on


def _notes(one: Claim | None) -> None:
    """What to say, the likely challenge and the answer; hidden unless the speaker asks."""
    with st.container(border=True):
        if one is not None:
            _said(one)
        st.markdown(say("Link to this slide"))
        st.code(address.link(), language=None, wrap_lines=True)


def _said(one: Claim) -> None:
    told = spoken.told(one)
    seconds = len(told.sentences.spoken.split()) * 60 / WORDS_A_MINUTE
    st.markdown(
        say("**Say** ({seconds} seconds):", seconds=f"{seconds:.0f}")
        + f" {plain(told.sentences.spoken)}"
    )
    st.markdown(f"**{say('If somebody objects:')}** {plain(told.challenge.question)}")
    st.markdown(f"**{say('Answer:')}** {plain(told.challenge.answer)}")


def _keys(at: int, claims: int) -> None:
    """Arrows, Page keys of a clicker, Home, End, Esc; small, below the slide."""
    go = {
        later("First"): (":material/first_page:", "Home", 0),
        later("Previous"): (":material/chevron_left:", "Left", at - 1),
        later("Back"): (":material/arrow_back:", "PageUp", at - 1),
        later("Forward"): (":material/arrow_forward:", "PageDown", at + 1),
        later("Next"): (":material/chevron_right:", "Right", at + 1),
        later("Last"): (":material/last_page:", "End", claims),
    }
    with st.container(
        horizontal=True, horizontal_alignment="center", vertical_alignment="center", key="keys"
    ):
        for name, (icon, key, to) in go.items():
            st.button(
                say(name), icon=icon, shortcut=key, type="tertiary", on_click=_turn,
                args=(min(max(to, 0), claims),), key=f"key-{name}",
            )  # fmt: skip
            if name == "Back":
                st.markdown(say("{slide} of {slides}", slide=at + 1, slides=claims + 1))
        for name, key, state in (
            (later("Notes"), "N", NOTES),
            (later("Contrast"), "H", CONTRAST),
        ):
            st.button(
                say(name), shortcut=key, type="tertiary", on_click=_toggle, args=(state,),
                key=f"key-{name}",
            )  # fmt: skip
        st.button(say("Leave"), shortcut="Esc", type="tertiary", on_click=_leave, key="key-Leave")


def _turn(to: int) -> None:
    st.session_state[AT] = to


def _toggle(state: str) -> None:
    st.session_state[state] = not st.session_state.get(state)


def _leave() -> None:
    st.session_state[LEAVE] = True
