"""The parts of the sources page: one table of all series, one series in full, the packages."""

from __future__ import annotations

import datetime as dt

import pandas as pd
import streamlit as st

from utils.analysis import select
from utils.analysis.age import age
from utils.claims.notes import across
from utils.export import csv, datapackage
from utils.model import Card, Indicator, periods
from utils.store import snapshot
from utils.store.verify import CHECKS, verify
from utils.ui import campaign_parts, cards, leave, load
from utils.ui.clock import today
from utils.ui.text import plain


def heading() -> None:
    """The question of the page."""
    st.title("Where do these numbers come from?", anchor=False)
    st.markdown(
        f"From {len(load.indicators())} series of public statistics and {len(load.reach())} of "
        "campaign reach and attention. Each is kept here as it was published, with its licence "
        "and a checksum; nothing is fetched while you read."
    )


def catalogue() -> None:
    """Every series in one table: what, who, how long, how old, under which licence."""
    rows = [_row(id, snapshot.stamp(id), today()) for id in load.series()]
    st.dataframe(
        pd.DataFrame(rows),
        hide_index=True,
        alt=f"Table of {len(rows)} series with producer, period, age and licence",
        key="catalogue",
    )


@st.cache_data(max_entries=load.MOST_SERIES, show_spinner=False)
def _row(id: str, stamp: str, day: dt.date) -> dict[str, object]:
    card, evidence = load.series()[id], load.evidence(id)
    spans = select.periods(evidence)
    how_old = age(evidence, card, day)
    return {
        "Series": card.plain_title,
        "Topic": card.topic,
        "To": how_old.last,
        "Age": how_old.badge,
        "Producer": "; ".join(dict.fromkeys(one.producer for one in evidence.sources)),
        "From": periods.label(*spans[0]),
        "Rows": len(evidence),
        "Licence": "; ".join(dict.fromkeys(one.licence for one in evidence.sources)),
    }


def detail(card: Card) -> None:
    """One series: definition, coverage, every origin, known caveats and checks passed."""
    evidence = load.evidence(card.id)
    spans = select.periods(evidence)
    places = evidence.rows["place"].nunique()
    st.subheader(plain(card.title), anchor=False)
    leave.badge(age(evidence, card, today()))
    st.markdown(
        f"{len(evidence):,} rows, {places:,} place{'s' if places != 1 else ''}, "
        f"{plain(periods.label(spans[0][0], spans[-1][1]))}; unit: {plain(card.unit)}."
    )
    for one in evidence.origins:
        hand = " Typed over from printed text and checked." if one.release.hand_copied else ""
        via = f" Read from the public copy {plain(one.release.copy)}." if one.release.copy else ""
        st.markdown(
            f"- [{plain(one.source.title)}]({one.url}), {plain(one.source.producer)}. "
            f"State of the data: {plain(one.release.vintage)}. Licence: "
            f"[{plain(one.source.licence)}]({one.source.licence_url}). "
            f"Retrieved {plain(periods.label(one.retrieved, one.retrieved))}.{via}{hand}"
        )
    if card.breaks:
        st.markdown(plain(across(card, "all")))
    _checks(card)


def meaning(card: Card) -> None:
    """What the series measures, or what it counts."""
    if isinstance(card, Indicator):
        cards.measures(card)
    else:
        campaign_parts.meaning(card)


def _checks(card: Card) -> None:
    folder = snapshot.home(card.id)
    findings = verify(card.id, folder, passed_on=folder == snapshot.TABLES)
    for finding in findings:
        st.warning(f"{finding.series}: {finding.problem}")
    if not findings:
        with st.expander(f"{len(CHECKS)} checks passed just now"):
            st.markdown("\n".join(f"- {plain(check)}" for check in CHECKS))


def packages(card: Card) -> None:
    """One series or all of them as a zip with checksums, licences and a data package file."""
    places, shared = load.places(), _shared()
    left, right = st.columns(2)
    with left:
        if leave.allowed(load.evidence(card.id)):
            st.download_button(
                "Download this series (zip)",
                data=lambda: datapackage.build(
                    [(card, load.evidence(card.id))], places, load.licence_texts()
                ),
                file_name=csv.file_name(card.id, "package", ending="zip"),
                mime="application/zip",
                on_click="ignore",
                width="stretch",
                icon=":material/download:",
                key="package-one",
            )
    with right:
        st.download_button(
            f"Download all {len(shared)} series (zip)",
            data=_everything,
            file_name=csv.file_name("all-series", ending="zip"),
            mime="application/zip",
            on_click="ignore",
            width="stretch",
            icon=":material/download:",
            key="package-all",
        )


def _shared() -> list[Card]:
    """Every series that may be passed on."""
    known = load.series()
    barred = {id for id, card in known.items() if card.data.collected and not _open(id)}
    return [card for id, card in known.items() if id not in barred]


def _open(id: str) -> bool:
    return all(source.redistributable for source in load.evidence(id).sources)


def _everything() -> bytes:
    series = [(card, load.evidence(card.id)) for card in _shared()]
    return datapackage.build(series, load.places(), load.licence_texts())
