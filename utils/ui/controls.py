"""The controls of the pages: each asks one question and remembers its answer in the address."""

from __future__ import annotations

import datetime as dt

import streamlit as st

from utils.analysis import select
from utils.figures import map as maps
from utils.language import later, periods, say
from utils.model import Card, Evidence, Indicator, Place
from utils.ui import choose, extent, load
from utils.ui.view import KINDS, View

MOST_PLACES = 12
MOST_LINES = 60
"""Lines in one chart, places times groups: each more makes drawing slower than the one before."""
DEFAULT = "us-anxiety-or-depression"
HOME = "USA"
SPLITS = {
    "all": later("Everyone together"),
    "sex": later("Sex"),
    "age": later("Age"),
    "race": later("Race and ethnicity"),
    "ethnicity": later("Ethnicity"),
    "ethnic_background": later("Ethnic background"),
    "gender": later("Gender"),
    "education": later("Education"),
    "income": later("Income"),
    "disability": later("Disability"),
    "gender_identity": later("Gender identity"),
    "sexual_orientation": later("Sexual orientation"),
    "symptoms": later("With or without symptoms"),
    "grade": later("School grade"),
    "deprivation": later("Deprivation of the area"),
    "complaint": later("Reason for treatment"),
    "sex_age": later("Sex and age"),
    "sex_race": later("Sex and race"),
    "sex_age_race": later("Sex, age and race"),
    "income_sex_age": later("Income, sex and age"),
    "sex_race_origin": later("Sex, race and Hispanic origin"),
    "age_wide": later("Age, in wide bands"),
    "sex_age_wide": later("Sex and age, in wide bands"),
}


def indicator() -> Indicator:
    """Which statistic: searchable, grouped by topic."""
    cards = load.indicators()
    chosen = choose.one(
        "indicator",
        say("Statistic"),
        list(cards),
        DEFAULT if DEFAULT in cards else next(iter(cards)),
        lambda id: f"{cards[id].topic}: {cards[id].plain_title}",
    )
    return cards[chosen]


def view(card: Indicator, evidence: Evidence) -> View:
    """Everything else on the statistics page, in one row and one fold-out."""
    known = load.places()
    row = st.columns([4, 2, 3], vertical_alignment="bottom")
    # asked first, though it stands second: not every place has figures for every split
    with row[1]:
        splits = select.splits(evidence)
        split = choose.one("split", say("Split by"), splits, splits[0], split_name)
    part = select.split(evidence, split)
    with row[0]:
        places = place_names(card, part, known)
    with row[2]:
        kinds = [k for k in KINDS if k != "map" or maps.covers(part)]
        kinds = [k for k in kinds if k != "ranking" or (card.rankable and _several(part))]
        kind = choose.one(
            "view",
            say("Show as"),
            kinds,
            "trend",
            lambda kind: say(KINDS[kind]),
            st.radio,
            horizontal=True,
        )
    with st.expander(say("Period, change and comparison")):
        first, last, since, beside = _finer(card, part, kind, known)
        groups = _groups(part, split, MOST_LINES // max(1, len(places)))
    return View(card, tuple(places), split, tuple(groups), first, last, since, beside, kind)


def split_name(split: str) -> str:
    """How people are split, in words; a split that has none keeps its id."""
    return say(SPLITS.get(split, split))


def _several(evidence: Evidence) -> bool:
    return evidence.rows["place"].nunique() > 2


def place_names(card: Indicator, evidence: Evidence, known: dict[str, Place]) -> list[str]:
    """Which places, at most twelve at once, the benchmark of the series first."""
    codes = sorted(evidence.rows["place"].unique(), key=lambda code: known[code].name)
    default = [code for code in card.default_places if code in codes]
    if not default:
        default = [card.benchmark] if card.benchmark in codes else codes[:1]
    return choose.several(
        "place", say("Places"), codes, default, lambda code: known[code].name, MOST_PLACES
    )


def _groups(evidence: Evidence, split: str, most: int) -> list[str]:
    labels = evidence.rows["group"].unique().tolist()
    if split == "all" or len(labels) < 2:
        return labels
    return choose.several("group", say("Groups"), labels, labels[:most], most=most)


def _finer(
    card: Indicator, evidence: Evidence, kind: str, known: dict[str, Place]
) -> tuple[dt.date, dt.date, dt.date | None, str]:
    """Range of time, base of a change, and what to lay beside the chosen places."""
    spans = select.periods(evidence)
    labels = {start.isoformat(): periods.label(start, end) for start, end in spans}
    ends = {start.isoformat(): end for start, end in spans}
    days = list(labels)
    from_, to = (days[0], days[-1])
    if len(days) > 1:
        from_, to = choose.stretch(say("Period"), days, lambda day: labels[day])
    inside = [day for day in days if from_ <= day <= to]
    columns = st.columns(2)
    since = ""
    if kind in ("trend", "table") and len(inside) > 1:
        with columns[0]:
            since = choose.one(
                "since",
                say("Values or change"),
                ["", *inside],
                "",
                lambda day: (
                    say("Change since {period}", period=labels[day])
                    if day
                    else say("Values as published")
                ),
            )
    with columns[1]:
        beside = _beside(card, evidence, kind, known)
    # periods may overlap or differ in length: the range ends with the longest that starts there
    last = max(ends[day] for day in inside)
    return (
        dt.date.fromisoformat(from_),
        last,
        dt.date.fromisoformat(since) if since else None,
        beside,
    )


def _beside(card: Indicator, evidence: Evidence, kind: str, known: dict[str, Place]) -> str:
    codes = set(evidence.rows["place"].unique())
    options = [""]
    options += [code for code in dict.fromkeys((card.benchmark, "WLD")) if code in codes]
    if card.rankable and len(codes) > 3:
        options.append(select.MEDIAN)
    if len(options) == 1 or kind not in ("trend", "table"):
        return ""
    names = {"": say("Nothing"), select.MEDIAN: say("The middle one of all places")}
    return choose.one(
        "beside", say("Beside them"), options, "", lambda c: names.get(c) or known[c].name
    )


def mine() -> tuple[str, str]:
    """My place and my topic, for the overview."""
    topics = sorted({card.topic for card in load.indicators().values() if card.headline})
    left, right = st.columns(2)
    with left:
        place = home(say("My place"))
    with right:
        topic = choose.one("topic", say("My topic"), topics, topics[0])
    return place, topic


def home(label: str) -> str:
    """One place out of all that any series covers."""
    known = load.places()
    covered = set().union(*extent.coverage().values())
    codes = sorted(covered - {select.MEDIAN}, key=lambda code: known[code].name)
    return choose.one("home", label, codes, HOME, lambda code: known[code].name)


def series() -> Card:
    """Which series the sources page describes in full."""
    cards = load.series()
    chosen = choose.one(
        "series",
        say("Series"),
        list(cards),
        next(iter(cards)),
        lambda id: f"{cards[id].topic}: {cards[id].plain_title}",
    )
    return cards[chosen]
