"""The parts of the sources page: one table of all series, one series in full, the packages."""

from __future__ import annotations

import datetime as dt
from collections.abc import Hashable, Sequence

import pandas as pd
import streamlit as st

from utils.analysis import select
from utils.analysis.age import age
from utils.claims.notes import across
from utils.export import csv, datapackage
from utils.language import current, periods, say, say_many
from utils.model import Card, Indicator
from utils.store import snapshot, standing
from utils.store.verify import CHECKS, Finding, verify_in_use
from utils.ui import campaign_parts, cards, freshness, leave, load, passing_on, tables
from utils.ui.clock import moment, today
from utils.ui.kept import kept
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
    stamps = snapshot.stamps()
    rows = _rows((tuple(stamps.items()), standing.stamp(), *moment()), stamps)
    st.dataframe(
        rows,
        height=tables.height(rows),
        hide_index=True,
        alt=say("Table of {count} series with producer, period, age and licence", count=len(rows)),
        key="catalogue",
    )


@kept(4)
def _rows(key: Hashable, stamps: dict[str, str]) -> pd.DataFrame:
    rows = [_row((id, stamps[id], today(), current().locale)) for id in load.series()]
    if standing.stamp():
        asked = [freshness.asked(id) for id in load.series()]
        rows = [{**_front(row), **more, **row} for row, more in zip(rows, asked, strict=True)]
    return pd.DataFrame(rows)


def _front(row: dict[str, object]) -> dict[str, object]:
    """The columns that stand before when a series was asked for."""
    return {name: row[name] for name in list(row)[:4]}


@kept(load.MOST_SERIES)
def _row(key: tuple[str, str, dt.date, str]) -> dict[str, object]:
    id, _, day, _ = key
    card, evidence = load.series()[id], load.evidence(id)
    spans = select.periods(evidence)
    how_old = age(evidence, card, day)
    return {
        say("Series"): card.plain_title,
        say("Topic"): say(card.topic),
        say("To"): how_old.last,
        say("How recent"): say(how_old.badge),
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
    findings = _findings((card.id, load.stamp(card.id)))
    for finding in findings:
        st.warning(f"{finding.series}: {finding.problem}")
    if not findings:
        with st.expander(say("{many} checks passed", many=len(CHECKS))):
            st.markdown("\n".join(f"- {plain(say(check))}" for check in CHECKS))


@kept(load.MOST_SERIES)
def _findings(key: tuple[str, str]) -> list[Finding]:
    """What is wrong with a table; asked again as soon as it or its origin file changes."""
    return verify_in_use(key[0])


def packages(card: Card) -> None:
    """One series or all of them as a zip with checksums, licences and a data package file."""
    left, right = st.columns(2)
    with left:
        name = csv.file_name(card.id, "package", ending="zip")
        if not passing_on.refused([load.evidence(card.id)]):
            _zip(say("Download this series (zip)"), [card], name, "one")
    with right:
        every = _passed_on(load.mark())
        label = say("Download all {many} series (zip)", many=len(every))
        _zip(label, every, csv.file_name("all-series", ending="zip"), "all")


@kept(4)
def _passed_on(mark: str) -> list[Card]:
    """Every series whose licence lets it be passed on."""
    every = load.series().values()
    return [one for one in every if not passing_on.barred([load.evidence(one.id)])]


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
