"""What pages are made of: question, answer, chart, meaning, source and what to take away."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

import streamlit as st

from utils.language import charts, later, say
from utils.model import Campaign, Indicator
from utils.ui import tongue
from utils.ui.draw import Drawing
from utils.ui.text import plain

CHART = {
    "displaylogo": False,
    "topojsonURL": "/app/static/geo/",
}
Buttons = tuple[str, ...]
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
INSTRUMENTS = {
    "diagnosed": later("A diagnosis that people report"),
    "screened positive": later("A screening score, not a diagnosis"),
    "symptoms reported": later("Symptoms that people report, not a diagnosis"),
    "self-rated": later("People's own rating"),
    "service contact": later("Contacts with a service"),
    "death record": later("Death records"),
    "attitude": later("Opinions that people report"),
    "population count": later("A count of people"),
    "help reported": later("Help that people report having had"),
    "treatment outcome": later("What a service recorded at the end of treatment"),
}
METHODS = {
    "survey": later("Estimated from a survey"),
    "counted": later("Counted"),
    "modelled": later("Modelled"),
}


def heading(question: str, sentences: tuple[str, ...]) -> None:
    """The question of the page as its title, the answer right under it."""
    title(question)
    answer(sentences)


def title(question: str) -> None:
    """The question of the page, there even when it can't be answered; the languages beside it."""
    with st.container(horizontal=True, vertical_alignment="center"):
        st.title(plain(question), anchor=False)
        tongue.picker()


def answer(sentences: tuple[str, ...]) -> None:
    """What the figures say, its first sentence stressed."""
    first, *rest = sentences
    st.markdown(" ".join([f"**{plain(first)}**", *map(plain, rest)]))


def welcome() -> None:
    """What this is for, in one line, above the first choice."""
    title(say("What should I know before I speak?"))
    st.markdown(
        say(
            "Public mental-health statistics with their source, so that what you say holds up. "
            "Choose your place and your topic."
        )
    )


def campaign(card: Campaign, answer: tuple[str, ...]) -> None:
    """What we can say about a campaign, who runs it and for what."""
    heading(say("How far did {campaign} reach?", campaign=card.title), answer)
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
    if drawing.figure is not None:
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
    for note in drawing.notes:
        st.caption(plain(note))


def measures(card: Indicator) -> None:
    """What a number really is: how asked, of whom, who is missing."""
    basis = say(METHODS[card.method])
    if card.standardisation != "none":
        basis += f", {say(card.standardisation)}"
    with st.container(border=True):
        st.markdown(say("**What this measures**"))
        lines = {
            "": card.definition,
            say("Asked or recorded with"): card.instrument,
            say("That is"): say(INSTRUMENTS[card.instrument_type]),
            say("About the time"): card.recall,
            say("Who is included"): card.population,
            say("Who is missed"): card.missed,
            say("How we know"): basis,
        }
        for term, words in lines.items():
            if words:
                st.markdown(f"**{term}:** {plain(words)}" if term else plain(words))
        for caveat in card.caveats[:3]:
            st.markdown(f":material/warning: {plain(caveat)}")
