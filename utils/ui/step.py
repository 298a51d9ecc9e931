"""A step in a series at a day: the fit, the earlier trend carried on, and what was assumed."""

from __future__ import annotations

import datetime as dt

import pandas as pd
import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from utils.analysis import comparable, interrupted
from utils.analysis.age import age
from utils.analysis.comparable import Refusal
from utils.analysis.interrupted import Interruption, Model
from utils.figures import interrupted as figures
from utils.figures import palette
from utils.figures.frame import Caption, source_line
from utils.language import groups, later, places, say
from utils.model import Card, Evidence
from utils.ui import campaign_view, cards, choose, load, passing_on, people, tables
from utils.ui.clock import today
from utils.ui.draw import Drawing
from utils.ui.text import plain

COUNTS = ("deaths", "referrals", "courses", "posts", "interactions", "people", "views")
ASSUMED = later(
    "What this assumes: the day was not chosen by looking at the series; without it, the earlier "
    "trend and season would have gone on as they were; nothing else changed at the same time. "
    "The last can't be checked from the figures."
)


def show(title: str, card: Card, evidence: Evidence, event: dt.date, box: DeltaGenerator) -> None:
    """Segmented regression (docs/interrupted.md), its checks in words, or why it is refused."""
    with box:
        slope = choose.one(
            "slope",
            say("The trend afterwards"),
            ["", "free"],
            "",
            lambda s: say("May change as well") if s else say("Goes on as before"),
        )
    control = _control(card, evidence)
    found = _analysed(card, _stretch(card, evidence, event), event, bool(slope), control)
    if isinstance(found, Refusal):
        rule = say("(Rule {rule})", rule=plain(found.rule))
        st.info(f"{plain(found.reason)} {plain(found.instead)} {rule}")
        return
    first, *rest = found.diagnostics
    st.markdown("\n".join([f"- **{plain(first)}**", *(f"- {plain(one)}" for one in rest)]))
    caption = Caption(
        say("{title}: before and after the day", title=title),
        say("Dots: seen. Line: fitted. Dashes: the earlier trend and season carried on"),
        source_line(evidence, say("Data to {last}.", last=age(evidence, card, today()).last)),
    )
    figure = figures.figure(found, card, caption, palette.theme(st.context.theme.type))
    alt, buttons = figures.alt(found, card), passing_on.buttons([evidence])
    drawn = Drawing(figure, alt, (), (say(ASSUMED),))
    cards.chart(drawn, "groundswell_step", key="step", buttons=buttons)
    tables.folded(figures.table(found), alt, key="step-table")


def _control(card: Card, evidence: Evidence) -> Evidence | None:
    """A series without the event to set beside it: the same figures of another place or group."""
    everything = load.evidence(card.id).rows
    mine = evidence.rows.iloc[0]
    alike = everything[everything["group_by"] == mine["group_by"]]
    pairs = alike[["place", "group"]].drop_duplicates().itertuples(index=False)
    own = (mine["place"], mine["group"])
    names = {
        f"{place}~{group}": _named(place, group) for place, group in pairs if (place, group) != own
    }
    if not names:
        return None
    picked = choose.one(
        "control",
        say("Beside a series without the day"),
        ["", *names],
        "",
        lambda key: names[key] if key else say("None"),
    )
    if not picked:
        return None
    where, _, group = picked.partition("~")
    both = (everything["place"] == where) & (everything["group"] == group)
    return load.evidence(card.id).with_rows(everything[both])


def _named(place: str, group: str) -> str:
    name = places.name(load.places()[place])
    return name if group == "all" else f"{name}, {groups.name(group)}"


def _stretch(card: Card, evidence: Evidence, event: dt.date) -> Evidence:
    """The rows on the event's side of every registered break."""
    numbers = comparable.stretch(card, evidence)
    rows = evidence.rows
    before = rows["start"] <= pd.Timestamp(event)
    own = numbers[before].max() if before.any() else numbers.min()
    return evidence.with_rows(rows[numbers == own])


def _analysed(
    card: Card, evidence: Evidence, event: dt.date, slope: bool, control: Evidence | None
) -> Interruption | Refusal:
    counted = card.unit in COUNTS
    model = Model("count" if counted else "rate", slope=slope)
    values = campaign_view.curve(evidence.rows)
    place = evidence.rows["place"].iloc[0]
    return interrupted.analyse(
        values,
        event,
        model,
        card=card,
        group_by=evidence.rows["group_by"].iloc[0],
        population=_people(values, place) if counted else None,
        control=campaign_view.curve(control.rows) if control is not None else None,
    )


def _people(values: pd.Series, place: str) -> pd.Series | None:
    """People in the year of each period; `None` where a year has no figure."""
    years = pd.DatetimeIndex(values.index).year
    found = {year: people.population(place, year) for year in set(years)}
    if not all(found.values()):
        return None
    return pd.Series([found[year] for year in years], index=values.index)
