"""What pages are made of: question, answer, chart, meaning, source and what to take away."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from utils.language import charts, later, say
from utils.model import Campaign, Indicator
from utils.ui import tongue
from utils.ui.draw import Drawing
from utils.ui.text import plain
from utils.views import meaning as meanings

CHART = {
    "displaylogo": False,
    "topojsonURL": "/app/static/geo/",
}
Buttons = tuple[str, ...]
KEPT = 128
"""Charts that are sent again as they were sent before; the least recently used one goes first."""
PICTURE: Buttons = ("toImage",)
ZOOM: Buttons = ("zoom2d", "pan2d", "resetScale2d", "toImage")
"""Buttons of a picture whose panels move together."""


@dataclass(frozen=True)
class Size:
    """What the camera button makes: px, and how many dots stand for one of them."""

    words: str
    width: int
    height: int
    scale: int = 2
    format: Literal["png", "svg"] = "png"


SLIDE = Size(later("A slide (PNG)"), 1280, 720)
SIZES = {
    "slide": SLIDE,
    "wide": Size(later("A wide post (PNG, 1200 × 675)"), 1200, 675, 1),
    "square": Size(later("A square post (PNG, 1080 × 1080)"), 1080, 1080, 1),
    "document": Size(later("A document (SVG)"), 900, 600, 1, "svg"),
}
"""Sizes of pictures by id; the browser draws them, so the server needs none."""


def heading(question: str, sentences: tuple[str, ...]) -> None:
    """The question of the page as its title, the answer right under it."""
    title(question)
    answer(sentences)


def title(question: str) -> None:
    """The question of the page, there even when it can't be answered; the languages beside it."""
    with st.container(horizontal=True, vertical_alignment="center"):
        st.title(plain(question), anchor=False)
        tongue.picker()


def answer(sentences: tuple[str, ...], key: str = "") -> None:
    """What the figures say, its first sentence stressed; read aloud anew when it changes."""
    first, *rest = sentences
    with spoken(key):
        st.markdown(" ".join([f"**{plain(first)}**", *map(plain, rest)]))


def spoken(key: str = "") -> DeltaGenerator:
    """What stands in here is read aloud when it changes; `serve/announce.js` knows the key."""
    return st.container(key=f"answer-{key}" if key else "answer")


def welcome() -> None:
    """What this is for, in one line, above the first choice."""
    title(say("What should I know before I speak?"))
    st.markdown(
        say(
            "Public mental-health statistics with their source, so that what you say holds up. "
            "Choose your place and your topic."
        )
    )


def campaign(card: Campaign, said: tuple[str, ...]) -> None:
    """What we can say about the reach of a campaign, who runs it and for what."""
    answer(said)
    tags = " ".join(card.hashtags)
    st.markdown(f":small[{plain(f'{card.organiser}. {card.about} {tags}')}]")


def chart(
    drawing: Drawing,
    name: str,
    key: str = "chart",
    buttons: Buttons = PICTURE,
    size: Size = SLIDE,
) -> None:
    """The chart with its alternative text; its own button saves a picture called ``name``."""
    if drawing.kept:
        _again(f"{drawing.kept} {name} {key} {buttons} {size}", drawing, name, key, buttons, size)
    else:
        _sent(drawing, name, key, buttons, size)
    for note in drawing.notes:
        st.caption(plain(note))


# Streamlit sends again what such a function sent before, so that a figure becomes JSON once
@st.cache_resource(max_entries=KEPT, show_spinner=False)
def _again(
    kept: str, _drawing: Drawing, _name: str, _key: str, _buttons: Buttons, _size: Size
) -> None:
    _sent(_drawing, _name, _key, _buttons, _size)


def _sent(drawing: Drawing, name: str, key: str, buttons: Buttons, size: Size) -> None:
    if drawing.figure is None:
        return
    # a long list of places needs its own height to be read
    height = max(size.height, drawing.figure.layout.height or 0)
    picture = {
        "format": size.format,
        "width": size.width,
        "height": height,
        "scale": size.scale,
        "filename": name if size is SLIDE else f"{name}_{size.width}x{height}",
    }
    st.plotly_chart(
        drawing.figure,
        theme=None,
        config={
            **CHART,
            **charts.options(),
            "displayModeBar": bool(buttons),
            "modeBarButtons": [list(buttons)],
            "toImageButtonOptions": picture,
        },
        alt=drawing.alt,
        key=key,
    )


def measures(card: Indicator) -> None:
    """What a number really is: how asked, of whom, who is missing."""
    with st.container(border=True):
        st.markdown(say("**What this measures**"))
        told = [
            f"**{plain(term)}:** {plain(words)}" if term else plain(words)
            for term, words in meanings.lines(card).items()
        ]
        told += [f":material/warning: {plain(caveat)}" for caveat in card.caveats[:3]]
        # one text and not ten: each costs a browser as much as a chart's title
        st.markdown("\n\n".join(told))
