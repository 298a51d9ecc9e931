"""What a reader leaves with: source and age, citation, downloads, and the link to this view."""

from __future__ import annotations

import streamlit as st

from utils.analysis.age import Age, age
from utils.export import csv
from utils.model import Card, Evidence, periods
from utils.ui import address, load
from utils.ui.clock import today
from utils.ui.text import plain

BADGES = {"fresh": "green", "ageing": "orange", "old": "gray", "ended": "gray"}


def badge(how_old: Age) -> None:
    """The age of a series as a word, not only as a colour."""
    st.badge(f"{how_old.badge}: data to {how_old.last}", color=BADGES[how_old.badge])  # type: ignore[arg-type]


def source(shown: Evidence, card: Card, everything: Evidence) -> None:
    """Who published it, under which licence, how old it is, and how to cite it."""
    badge(age(everything, card, today()))
    for one in shown.sources:
        retrieved = max(o.retrieved for o in shown.cited if o.source.id == one.id)
        st.markdown(
            f"Source: [{plain(one.title)}]({one.url}), {plain(one.producer)}. "
            f"Licence: [{plain(one.licence)}]({one.licence_url}). "
            f"Retrieved {plain(periods.label(retrieved, retrieved))}."
        )
    citations = "\n".join(dict.fromkeys(one.citation for one in shown.sources))
    st.markdown("Citation to copy")
    st.code(citations, language=None, wrap_lines=True)


def take_away(
    card: Card, shown: Evidence, everything: Evidence, note: str = "", share_view: bool = True
) -> None:
    """Downloads of what is shown and of the whole series, and the link to this view.

    A view of a person's own data has no link, because nobody else could open it.
    """
    if not allowed(everything):
        if share_view:
            share()
        return
    places = load.places()
    last = periods.label(shown.rows["start"].min(), shown.rows["end"].max()) if len(shown) else ""
    left, right = st.columns(2)
    with left:
        st.download_button(
            f"Download the {len(shown):,} rows shown (CSV)",
            data=lambda: csv.text(csv.table(shown, card, places, note)),
            file_name=csv.file_name(card.id, "shown", last),
            mime="text/csv",
            on_click="ignore",
            width="stretch",
            icon=":material/download:",
            key="download-shown",
        )
    with right:
        st.download_button(
            f"Download the whole series, {len(everything):,} rows (CSV)",
            data=lambda: csv.text(csv.table(everything, card, places)),
            file_name=csv.file_name(card.id, "all"),
            mime="text/csv",
            on_click="ignore",
            width="stretch",
            icon=":material/download:",
            key="download-all",
        )
    if share_view:
        share()


def allowed(evidence: Evidence) -> bool:
    """Whether rows may be passed on; says why where they may not."""
    barred = [source for source in evidence.sources if not source.redistributable]
    for source in barred:
        st.info(
            f"The terms of {plain(source.name)} do not allow its rows to be passed on, so there "
            "is no download. You may cite what you see here."
        )
    return not barred


def share() -> None:
    """The link that brings back exactly this view, ready to copy."""
    st.markdown("Link to this view")
    st.code(address.link(), language=None, wrap_lines=True)
