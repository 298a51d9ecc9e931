"""The deck full-frame: one takeaway, one picture, its source and interval, and the keys."""

from __future__ import annotations

import html
import re

import streamlit as st

from utils.figures import frame
from utils.model import Claim, Helpline
from utils.ui import address, cards, claim_picture, deck, load, take_away
from utils.ui.text import plain

HEIGHT = 360
"""Height of a picture in px: with the words around it nothing scrolls at 1280 x 720."""
TITLE_ROW, FOOT_ROW, MOST_ROWS, ROW = 56, 92, 4, 40
"""Letters in a row of the title and of the foot, rows that fit beside `HEIGHT`, px of one more."""
LARGE = 1.7
"""How many times larger a chart's text is than on a page: 14 px become 24."""
WORDS_A_MINUTE = 140


def show() -> None:
    """The slide that the address names, and the keys that turn it."""
    deck.receive()
    claims = take_away.claims()
    left_out = len(deck.held().specs) - len(claims)
    if not claims:
        _nothing(left_out)
        return
    at = _at(len(claims) + 1)
    if at == 0:
        _opening(left_out)
    else:
        _slide(claims[at - 1])
    _notes(claims[at - 1] if at else None)
    _keys(at, len(claims))


def _at(slides: int) -> int:
    """The slide in the address, counted from 1; beyond the ends the nearest is shown."""
    wanted = next(iter(address.asked("slide") or []), "")
    if wanted:
        number = int(wanted) if re.fullmatch(r"[0-9]{1,6}", wanted) else 0
        if not 1 <= number <= slides:
            address.note(f"There is no slide “{wanted[:10]}”; the nearest is shown.")
        st.session_state[AT] = min(max(number, 1), slides) - 1
    at = min(int(st.session_state.get(AT, 0)), slides - 1)
    address.settle("slide", [str(at + 1)], ["1"])
    return at


AT = "present:at"


def _nothing(left_out: int) -> None:
    st.title("Nothing to present yet", anchor=False)
    if left_out:
        st.info(_missing(left_out))
    st.page_link("pages/talking_points.py", label="Choose talking points first")


def _missing(left_out: int) -> str:
    points = "1 point of this deck" if left_out == 1 else f"{left_out} points of this deck"
    return f"Not shown: {points}, which can't be made from the figures at hand. Esc leads to why."


def _opening(left_out: int) -> None:
    """Title and ask; before anybody presents, what is not among the slides is said here."""
    held = deck.held()
    st.space("large")
    st.title(plain(held.title or "What we know, and how"), anchor=False)
    if held.ask:
        _large(held.ask, 30)
    if left_out:
        _large(_missing(left_out), 24)


def _slide(one: Claim) -> None:
    st.title(plain(one.sentences.short), anchor=False)
    drawn = claim_picture.drawing(one)
    if drawn.figure is None:
        _large(one.quantity.text, 88)
        _large(one.title, 28)
    else:
        frame.enlarge(drawn.figure, LARGE, _height(one))
        cards.chart(drawn, claim_picture.name(one), key="slide", buttons=())
    _foot(one)


def _height(one: Claim) -> int:
    """The room that is left for a picture: each row of words beyond four takes its own height."""
    rows = -(-len(one.sentences.short) // TITLE_ROW) + -(-len(_told(one)) // FOOT_ROW)
    if one.about_suicide:
        rows += -(-len(_call(load.helpline(one.place))) // FOOT_ROW)
    return HEIGHT - ROW * max(0, rows - MOST_ROWS)


def _told(one: Claim) -> str:
    """Number, interval, period and producers, as they stand at the foot."""
    interval = f", interval {one.quantity.interval}" if one.quantity.interval else ""
    return f"{one.quantity.text}{interval}, {one.period}. {_briefly(one)}"


def _foot(one: Claim) -> None:
    """What can't be switched off: period, interval, source, and who to call."""
    _large(_told(one), 24)
    if one.about_suicide:
        _large(_call(load.helpline(one.place)), 24)


def _briefly(one: Claim) -> str:
    """The producers in a few words: the whole citation stands in the notes and every file."""
    names = dict.fromkeys(cited.producer or cited.title for cited in one.citations)
    return f"Source: {'; '.join(names)}."


def _call(line: Helpline) -> str:
    return f"If you need to talk: {line.name}, {line.contact}."


def _large(text: str, size: int) -> None:
    """Text of a size in px; nothing in it is read as markup."""
    safe = html.escape(text)
    st.html(f'<p style="font-size:{size}px;line-height:1.25;margin:0">{safe}</p>')


def _notes(one: Claim | None) -> None:
    """What to say, the likely challenge and the answer; hidden unless the speaker asks."""
    asked = address.asked("notes")
    if asked:
        st.session_state[NOTES] = asked[0] == "1"
    shown = bool(st.session_state.get(NOTES))
    address.settle("notes", ["1"] if shown else [], [])
    if not shown:
        return
    if one is None:
        return
    with st.container(border=True):
        seconds = len(one.sentences.spoken.split()) * 60 / WORDS_A_MINUTE
        st.markdown(f"**Say** ({seconds:.0f} seconds): {plain(one.sentences.spoken)}")
        st.markdown(f"**If somebody objects:** {plain(one.challenge.question)}")
        st.markdown(f"**Answer:** {plain(one.challenge.answer)}")


NOTES = "present:notes"


def _keys(at: int, claims: int) -> None:
    """Arrows, Page keys of a clicker, Home, End, Esc; small, at the foot."""
    go = {
        "First": (":material/first_page:", "Home", 0),
        "Previous": (":material/chevron_left:", "Left", at - 1),
        "Back": (":material/arrow_back:", "PageUp", at - 1),
        "Forward": (":material/arrow_forward:", "PageDown", at + 1),
        "Next": (":material/chevron_right:", "Right", at + 1),
        "Last": (":material/last_page:", "End", claims),
    }
    with (
        st.bottom,
        st.container(horizontal=True, horizontal_alignment="center", vertical_alignment="center"),
    ):
        for name, (icon, key, to) in go.items():
            st.button(
                name, icon=icon, shortcut=key, type="tertiary", on_click=_turn,
                args=(min(max(to, 0), claims),), key=f"key-{name}",
            )  # fmt: skip
            if name == "Back":
                st.markdown(f"{at + 1} of {claims + 1}")
        st.button("Notes", shortcut="N", type="tertiary", on_click=_toggle, key="key-notes")
        st.button("Leave", shortcut="Esc", type="tertiary", on_click=_leave, key="key-leave")
    if st.session_state.pop(LEAVE, False):
        st.switch_page("pages/talking_points.py")


LEAVE = "present:leave"


def _turn(to: int) -> None:
    st.session_state[AT] = to


def _toggle() -> None:
    st.session_state[NOTES] = not st.session_state.get(NOTES)


def _leave() -> None:
    st.session_state[LEAVE] = True
