"""The parts of the sources page: one table of all series, one series in full, the packages."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

import pandas as pd
import streamlit as st

from utils.analysis import select
from utils.analysis.age import age
from utils.claims.notes import across
from utils.export import csv, datapackage
from utils.language import current, periods, say, say_many
from utils.model import Card, Evidence, Indicator
from utils.store import snapshot, standing
from utils.store.verify import CHECKS, verify_in_use
from utils.ui import campaign_parts, cards, freshness, leave, load, passing_on
from utils.ui.clock import today
from utils.ui.text import plain


def heading() -> None:
    """The question of the page."""
    cards.title(say("Where do these numbers come from?"))
    st.markdown(
        say(
            "From {statistics} series of public statistics and {reach} of campaign reach and "
            "attention. Each is kept here as it was published, with its licence and a checksum; "
            "nothing is fetched while you read.",
            statistics=len(load.indicators()),
            reach=len(load.reach()),
        )
    )


def catalogue() -> None:
    """Every series in one table: what, who, how long, how old, under which licence."""
    rows = [_row(id, snapshot.stamp(id), today(), current().locale) for id in load.series()]
    if standing.stamp():
        asked = [freshness.asked(id) for id in load.series()]
        rows = [{**_front(row), **more, **row} for row, more in zip(rows, asked, strict=True)]
    st.dataframe(
        pd.DataFrame(rows),
        hide_index=True,
        alt=say("Table of {count} series with producer, period, age and licence", count=len(rows)),
        key="catalogue",
    )


def _front(row: dict[str, object]) -> dict[str, object]:
    """The columns that stand before when a series was asked for."""
    return {name: row[name] for name in list(row)[:4]}


@st.cache_data(max_entries=load.MOST_SERIES, show_spinner=False)
def _row(id: str, stamp: str, day: dt.date, locale: str) -> dict[str, object]:
    card, evidence = load.series()[id], load.evidence(id)
    spans = select.periods(evidence)
    how_old = age(evidence, card, day)
    return {
        say("Series"): card.plain_title,
        say("Topic"): card.topic,
        say("To"): how_old.last,
        say("Age"): say(how_old.badge),
        say("Producer"): "; ".join(dict.fromkeys(one.producer for one in evidence.sources)),
        say("From"): periods.label(*spans[0]),
        say("Rows"): len(evidence),
        say("Licence"): "; ".join(dict.fromkeys(one.licence for one in evidence.sources)),
    }


def detail(card: Card) -> None:
    """One series: definition, coverage, every origin, known caveats and checks passed."""
    evidence = load.evidence(card.id)
    spans = select.periods(evidence)
    places = evidence.rows["place"].nunique()
    st.subheader(plain(card.title), anchor=False)
    leave.badge(age(evidence, card, today()))
    st.markdown(
        say_many("{count} row", "{count} rows", len(evidence))
        + ", "
        + say_many("{count} place", "{count} places", places)
        + f", {plain(periods.label(spans[0][0], spans[-1][1]))}; "
        + say("unit: {unit}.", unit=plain(say(card.unit)))
    )
    for one in evidence.origins:
        hand = say(" Typed over from printed text and checked.") if one.release.hand_copied else ""
        via = ""
        if one.release.copy:
            via = say(" Read from the public copy {copy}.", copy=plain(one.release.copy))
        st.markdown(
            say(
                "- [{title}]({url}), {producer}. State of the data: {vintage}. Licence: "
                "[{licence}]({licence_url}). Retrieved {day}.",
                title=plain(one.source.title),
                url=one.url,
                producer=plain(one.source.producer),
                vintage=plain(one.release.vintage),
                licence=plain(one.source.licence),
                licence_url=one.source.licence_url,
                day=plain(periods.label(one.retrieved, one.retrieved)),
            )
            + via
            + hand
        )
    freshness.visit(card, evidence)
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
    findings = verify_in_use(card.id)
    for finding in findings:
        st.warning(f"{finding.series}: {finding.problem}")
    if not findings:
        with st.expander(say("{many} checks passed just now", many=len(CHECKS))):
            st.markdown("\n".join(f"- {plain(check)}" for check in CHECKS))


def packages(card: Card) -> None:
    """One series or all of them as a zip with checksums, licences and a data package file."""
    left, right = st.columns(2)
    with left:
        name = csv.file_name(card.id, "package", ending="zip")
        if not passing_on.refused(_rows(card)):
            _zip(say("Download this series (zip)"), [card], name, "one")
    with right:
        every = [one for one in load.series().values() if not passing_on.barred(_rows(one))]
        label = say("Download all {many} series (zip)", many=len(every))
        _zip(label, every, csv.file_name("all-series", ending="zip"), "all")


def _rows(card: Card) -> list[Evidence]:
    return [load.evidence(card.id)]


def _zip(label: str, chosen: Sequence[Card], name: str, key: str) -> None:
    def built() -> bytes:
        series = [(card, load.evidence(card.id)) for card in chosen]
        return datapackage.build(series, load.places(), load.licence_texts())

    st.download_button(
        label,
        data=built,
        file_name=name,
        mime="application/zip",
        on_click="ignore",
        width="stretch",
        icon=":material/download:",
        key=f"package-{key}",
    )
