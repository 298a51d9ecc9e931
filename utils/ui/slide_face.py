"""What an audience sees of a claim: one takeaway, one picture, its source, period and interval."""

from __future__ import annotations

import html

import streamlit as st

from utils.figures import enlarged, palette
from utils.language import ENGLISH, current, say, say_many
from utils.model import Claim, Helpline
from utils.ui import cards, claim_picture, deck, load, spoken
from utils.ui.draw import Drawing
from utils.ui.text import plain

HEIGHT = 400
"""Height of a picture in px: with the words around it nothing scrolls at 1280 x 720."""
TITLE_ROW, FOOT_ROW, MOST_ROWS, ROW = 56, 92, 4, 40
"""Letters in a row of the title and of the foot, rows that fit beside `HEIGHT`, px of one more."""
LARGE = 1.7
"""How many times larger a chart's text is than on a page: 14 px become 24."""
MOST_PICTURES = 128
"""Pictures kept ready; each is some hundred kB at most."""


def nothing(left_out: int) -> None:
    """Where to go when there is nothing to show."""
    st.title(say("Nothing to present yet"), anchor=False)
    if left_out:
        st.info(_missing(left_out))
    st.page_link("pages/talking_points.py", label=say("Choose talking points first"))


def _missing(left_out: int) -> str:
    return say_many(
        "Not shown: {count} point of this deck, which can't be made from the figures at hand. "
        "Esc leads to why.",
        "Not shown: {count} points of this deck, which can't be made from the figures at hand. "
        "Esc leads to why.",
        left_out,
    )


def opening(left_out: int) -> None:
    """Title and ask; before anybody presents, what is not among the slides is said here."""
    held = deck.held()
    st.space("large")
    st.title(plain(held.title or say("What we know, and how")), anchor=False)
    if held.ask:
        _large(held.ask, 30)
    if left_out:
        _large(_missing(left_out), 24)


def slide(one: Claim, strong: bool) -> None:
    """Takeaway, picture or number, and what can't be switched off below."""
    st.title(plain(spoken.told(one).sentences.short), anchor=False)
    drawn = picture(one, strong)
    if drawn.figure is None:
        _large(spoken.told(one).number, 88)
        _large(one.title, 28)
    else:
        cards.chart(drawn, claim_picture.name(one), key="slide", buttons=())
    _foot(one)


def picture(one: Claim, strong: bool) -> Drawing:
    """The picture of a slide in the visitor's theme, made once."""
    name = f"{st.context.theme.type}~{current().locale}"
    made: Drawing = _picture((one.spec, load.snapshot_id(), name, strong, _height(one)), one)
    return made


# a resource and not data: nobody changes a picture that is finished
@st.cache_resource(max_entries=MOST_PICTURES, show_spinner=False)
def _picture(key: tuple[str, str, str, bool, int], _claim: Claim) -> Drawing:
    """The picture by claim, figures, theme, contrast and height, large enough for a room."""
    _, _, name, strong, height = key
    theme = palette.theme(name.partition("~")[0])
    drawn = claim_picture.drawing(_claim, palette.strong(theme) if strong else theme)
    if drawn.figure is not None:
        enlarged.enlarge(drawn.figure, LARGE, height)
        if strong:
            enlarged.embolden(drawn.figure)
    return drawn


def _height(one: Claim) -> int:
    """The room that is left for a picture: each row of words beyond four takes its own height."""
    rows = -(-len(spoken.told(one).sentences.short) // TITLE_ROW) + -(-len(_told(one)) // FOOT_ROW)
    if one.about_suicide:
        rows += -(-len(_call(load.helpline(one.place))) // FOOT_ROW)
    return HEIGHT - ROW * max(0, rows - MOST_ROWS)


def _told(one: Claim) -> str:
    """Number, interval, period and producers, as they stand at the foot."""
    if current() != ENGLISH:
        return f"{spoken.told(one).sentences.written} {_briefly(one)}"
    interval = f", interval {one.quantity.interval}" if one.quantity.interval else ""
    return f"{one.quantity.said}{interval}, {one.period}. {_briefly(one)}"


def _foot(one: Claim) -> None:
    _large(_told(one), 24)
    if one.about_suicide:
        _large(_call(load.helpline(one.place)), 24)


def _briefly(one: Claim) -> str:
    """The producers in a few words: the whole citation stands in the notes and every file."""
    names = dict.fromkeys(cited.producer or cited.title for cited in one.citations)
    return f"{say('Source:')} {'; '.join(names)}."


def _call(line: Helpline) -> str:
    return say("If you need to talk: {name}, {contact}.", name=line.name, contact=say(line.contact))


def _large(text: str, size: int) -> None:
    """Text of a size in px; nothing in it is read as markup."""
    safe = html.escape(text)
    st.html(f'<p style="font-size:{size}px;line-height:1.25;margin:0">{safe}</p>')
