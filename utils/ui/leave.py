"""What a reader leaves with: source and age, citation, downloads, and the link to this view."""

from __future__ import annotations

import html

import streamlit as st

from utils import model
from utils.analysis.age import Age, age
from utils.export import csv, qr
from utils.language import later, periods, say, say_many
from utils.model import Card, Evidence, Source
from utils.ui import address, freshness, layout, load, passing_on
from utils.ui.clock import today
from utils.ui.fold import fold
from utils.ui.text import plain

BADGE_WORDS = {
    "fresh": later("fresh: data to {last}"),
    "ageing": later("ageing: data to {last}"),
    "old": later("old: data to {last}"),
    "ended": later("ended: data to {last}"),
}
BADGES = {"fresh": "green", "ageing": "orange", "old": "gray", "ended": "gray"}


def badge(how_old: Age) -> None:
    """The age of a series as a word, not only as a colour."""
    st.badge(say(BADGE_WORDS[how_old.badge], last=how_old.last), color=BADGES[how_old.badge])  # type: ignore[arg-type]


def source(shown: Evidence, card: Card, everything: Evidence) -> None:
    """Who published it, under which licence, how old it is, and how to cite it."""
    badge(age(everything, card, today()))
    for one in shown.sources:
        retrieved = max(o.retrieved for o in shown.cited if o.source.id == one.id)
        day = say("Retrieved {day}.", day=plain(periods.label(retrieved, retrieved)))
        st.markdown(f"{published(one)} {day}")
    freshness.note(card, everything)
    citation(shown)


def published(one: Source) -> str:
    """Who published a source and under which licence, each with its address."""
    return say(
        "Source: [{title}]({url}), {producer}. Licence: [{licence}]({licence_url}).",
        title=plain(one.title),
        url=one.url,
        producer=plain(one.producer),
        licence=plain(one.licence),
        licence_url=one.licence_url,
    )


def citation(shown: Evidence) -> None:
    """How to cite the sources of some rows, to copy."""
    with fold(say("Citation to copy"), "citation") as is_open:
        if is_open:
            citations = dict.fromkeys(one.citation for one in shown.sources)
            st.code("\n".join(citations), language=None, wrap_lines=True)


def take_away(
    card: Card, shown: Evidence, everything: Evidence, note: str = "", share_view: bool = True
) -> None:
    """Downloads of what is shown and of the whole series, and the link to this view.

    A view of a person's own data has no link, because nobody else could open it.
    """
    if not passing_on.refused([everything]):
        _downloads(card, shown, everything, note)
    if share_view:
        share()


def _downloads(card: Card, shown: Evidence, everything: Evidence, note: str) -> None:
    places = load.places()
    last = (
        model.periods.label(shown.rows["start"].min(), shown.rows["end"].max())
        if len(shown)
        else ""
    )
    with layout.row():
        st.download_button(
            say_many(
                "Download the {count} row shown (CSV)",
                "Download the {count} rows shown (CSV)",
                len(shown),
            ),
            data=lambda: csv.text(csv.table(shown, card, places, note)),
            file_name=csv.file_name(card.id, "shown", last),
            mime="text/csv",
            on_click="ignore",
            width="stretch",
            icon=":material/download:",
            key="download-shown",
        )
        st.download_button(
            say_many(
                "Download the whole series, {count} row (CSV)",
                "Download the whole series, {count} rows (CSV)",
                len(everything),
            ),
            data=lambda: csv.text(csv.table(everything, card, places)),
            file_name=csv.file_name(card.id, "all"),
            mime="text/csv",
            on_click="ignore",
            width="stretch",
            icon=":material/download:",
            key="download-all",
        )


def share() -> None:
    """The link that brings back exactly this view, ready to copy, to scan or to frame."""
    label = say("Link to this view: as text, as a QR code, or in a frame")
    with fold(label, "link") as is_open:
        if is_open:
            _ways(address.link())


def _ways(here: str) -> None:
    st.download_button(
        say("QR code (PNG)"),
        data=lambda: qr.png(here, scale=12),
        file_name="groundswell_link.png",
        mime="image/png",
        on_click="ignore",
        icon=":material/qr_code:",
        disabled=len(here) > qr.LONGEST,
        help=say(
            "It leads to this view. A link beyond {most} letters is too long for one.",
            most=qr.LONGEST,
        ),
        key="download-qr",
    )
    st.markdown(
        say(
            "In a frame on your own website. Whoever runs this site has to name yours among those "
            "that may frame it."
        )
    )
    st.code(framed(here), language=None, wrap_lines=True)
    st.markdown(say("The link itself"))
    st.code(here, language=None, wrap_lines=True)


def framed(link: str, title: str = "Groundswell") -> str:
    """HTML that shows a view in a page of somebody's own, its source line included."""
    shown = html.escape(link + ("&" if "?" in link else "?") + "embed=true")
    return f'<iframe src="{shown}" width="100%" height="720" title="{html.escape(title)}"></iframe>'
