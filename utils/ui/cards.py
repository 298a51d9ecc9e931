"""What pages are made of: question, answer, chart, meaning, source and what to take away."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

import streamlit as st

from utils.export import csv
from utils.model import Campaign, Card, Evidence, Indicator
from utils.ui import load
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


SLIDE = Size("A slide (PNG)", 1280, 720)
SIZES = {
    "slide": SLIDE,
    "wide": Size("A wide post (PNG, 1200 × 675)", 1200, 675, 1),
    "square": Size("A square post (PNG, 1080 × 1080)", 1080, 1080, 1),
    "document": Size("A document (SVG)", 900, 600, 1, "svg"),
}
"""Sizes of pictures by id; the browser draws them, so the server needs none."""
INSTRUMENTS = {
    "diagnosed": "A diagnosis that people report",
    "screened positive": "A screening score, not a diagnosis",
    "symptoms reported": "Symptoms that people report, not a diagnosis",
    "self-rated": "People's own rating",
    "service contact": "Contacts with a service",
    "death record": "Death records",
    "attitude": "Opinions that people report",
    "population count": "A count of people",
    "help reported": "Help that people report having had",
    "treatment outcome": "What a service recorded at the end of treatment",
}
METHODS = {"survey": "Estimated from a survey", "counted": "Counted", "modelled": "Modelled"}


def heading(question: str, sentences: tuple[str, ...]) -> None:
    """The question of the page as its title, the answer right under it."""
    title(question)
    answer(sentences)


def title(question: str) -> None:
    """The question of the page, there even when it can't be answered."""
    st.title(plain(question), anchor=False)


def answer(sentences: tuple[str, ...]) -> None:
    """What the figures say, its first sentence stressed."""
    first, *rest = sentences
    st.markdown(" ".join([f"**{plain(first)}**", *map(plain, rest)]))


def welcome() -> None:
    """What this is for, in one line, above the first choice."""
    st.title("What should I know before I speak?", anchor=False)
    st.markdown(
        "Public mental-health statistics with their source, so that what you say holds up. "
        "Choose your place and your topic."
    )


def campaign(card: Campaign, answer: tuple[str, ...]) -> None:
    """What we can say about a campaign, who runs it and for what."""
    heading(f"How far did {card.title} reach?", answer)
    tags = " ".join(card.hashtags)
    st.markdown(f":small[{plain(f'{card.organiser}. {card.about} {tags}')}]")


def safety(card: Card | Campaign, place: str = "WLD") -> None:
    """Content note and helpline, on everything about suicide."""
    if card.about_suicide:
        helpline(place)


def helpline(place: str) -> None:
    """The content note with the helpline of a place."""
    line = load.helpline(place)
    st.info(
        f"This page is about suicide. If it touches you: **{plain(line.name)}**, "
        f"{plain(line.contact)} ({plain(line.hours)}). [{plain(line.url)}]({line.url})",
        icon=":material/favorite:",
    )


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
                "displayModeBar": bool(buttons),
                "modeBarButtons": [list(buttons)],
                "toImageButtonOptions": picture,
            },
            alt=drawing.alt,
            key=key,
        )
    for note in drawing.notes:
        st.caption(plain(note))


def rows(card: Card, shown: Evidence, unfolded: bool = False) -> None:
    """The rows of the chart as a table: the same numbers, for eyes, ears and keyboards."""
    if unfolded:
        table(card, shown)
        return
    with st.expander(f"The same {len(shown):,} rows as a table"):
        table(card, shown)


def table(card: Card, shown: Evidence, key: str = "table") -> None:
    """The rows as a table that can be sorted and read aloud."""
    frame = csv.short(shown, load.places())
    columns = list(frame)
    number = st.column_config.NumberColumn(format=f"%.{card.decimals}f")
    st.dataframe(
        frame[[c for c in columns if c != "group" or (frame["group"] != "all").any()]],
        hide_index=True,
        column_config={
            "place": "Place",
            "group": "Group",
            "period": "Period",
            "value": st.column_config.NumberColumn(
                f"Value ({card.unit})", format=f"%.{card.decimals}f"
            ),
            "low": number,
            "high": number,
            "status_meaning": "Status",
        },
        alt=f"Table of {len(frame)} rows: {card.title}",
        key=key,
    )


def measures(card: Indicator) -> None:
    """What a number really is: how asked, of whom, who is missing."""
    basis = METHODS[card.method]
    if card.standardisation != "none":
        basis += f", {card.standardisation}"
    with st.container(border=True):
        st.markdown("**What this measures**")
        lines = {
            "": card.definition,
            "Asked or recorded with": card.instrument,
            "That is": INSTRUMENTS[card.instrument_type],
            "About the time": card.recall,
            "Who is included": card.population,
            "Who is missed": card.missed,
            "How we know": basis,
        }
        for term, words in lines.items():
            if words:
                st.markdown(f"**{term}:** {plain(words)}" if term else plain(words))
        for caveat in card.caveats[:3]:
            st.markdown(f":material/warning: {plain(caveat)}")
