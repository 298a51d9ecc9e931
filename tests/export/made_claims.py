"""Made-up claims for tests of exports, one for every kind of picture. Nobody measured these."""

from __future__ import annotations

import dataclasses
import datetime as dt
import functools
import math
from typing import Any

from tests.made_up import ORIGIN, PLACES, SOURCE, card, evidence, row
from utils.export.deck import Deck
from utils.model import (
    Caveat,
    Challenge,
    Citation,
    Claim,
    Evidence,
    Grade,
    Helpline,
    Quantity,
    ReachSeries,
    Robustness,
    Sentences,
    units,
)
from utils.model.claims import Kind, Picture

CITATION = Citation(
    id=SOURCE.id,
    text="Office of Made-up Figures. Made-up survey, 2000 to 2020. Data set made-up-1.",
    title=SOURCE.title,
    producer=SOURCE.producer,
    url=SOURCE.url,
    licence=SOURCE.licence,
    licence_url=SOURCE.licence_url,
    retrieved=dt.date(2021, 2, 3),
    redistributable=True,
)
HELPLINE = Helpline(
    "AAA", "Made-up Helpline", "Call 000 (made up)", "24 hours a day", "https://example.org/help",
    dt.date(2026, 1, 1),
)  # fmt: skip
SHARE = card(title="Made-up share of adults with symptoms of anxiety")
REACH = ReachSeries(
    id="made-up-posts",
    title="Made-up posts with #MadeUpDay",
    plain_title="Posts",
    platform="Madeupland Social",
    rung="posts counted",
    unit="posts",
    decimals=0,
    formula="Posts that nobody wrote.",
    coverage="Made up",
    coverage_kind="whole",
    what="Nothing",
    missed="Everything",
    day="UTC",
    place="WLD",
    frequency="P1Y",
    additive=True,
    data=SHARE.data,
)
CARDS = {SHARE.id: SHARE, REACH.id: REACH}


def quantity(value: float, low: float = math.nan, high: float = math.nan, **more: Any) -> Quantity:
    """A number printed as the house prints it."""
    unit, decimals = more.get("unit", "percent"), more.get("decimals", 1)
    interval = "" if math.isnan(low) else units.interval(low, high, decimals)
    printed = more.get("text") or units.quantity(value, unit, decimals)
    return Quantity(value, low, high, unit, decimals, printed, interval)


def claim(
    kind: Kind, picture: Picture, number: Quantity, used: Evidence | None,
    drawn: Evidence | None, **more: Any,
) -> Claim:  # fmt: skip
    """A made-up claim in full; ``more`` replaces any field."""
    period = more.get("period", "2019")
    printed = number.text + (f" (95% interval {number.interval})" if number.interval else "")
    plain = f"That is {units.one_in(number.value)}." if number.unit == "percent" else ""
    about = f"In {period}, {printed} of made-up adults in the land of Madeup reported symptoms."
    made = Claim(
        spec=f"{kind}:made-up-share:AAA:{period}",
        kind=kind,
        title="Adults with symptoms of anxiety",
        series=SHARE.id,
        place="AAA",
        period=period,
        quantity=number,
        sentences=Sentences(
            f"{number.text} of made-up adults reported symptoms of anxiety",
            about,
            f"In {period}, about {number.text} of made-up adults said they had symptoms.",
            plain,
        ),
        evidence=used,
        drawn=drawn,
        picture=picture,
        caveats=(
            Caveat("self-report", "People were asked; nobody was examined by a doctor."),
            Caveat("made-up", "These figures were made up for a test and were never measured."),
        ),
        challenge=Challenge("Is that not just a bad week?", "The question asked about two weeks."),
        robustness=Robustness(7, 8, "7 of 8 choices point the same way."),
        grade=Grade("B", ("A large made-up survey.", "Self-reported.")),
        citations=(CITATION,),
        statuses=(),
        about_suicide=False,
        hopeful=False,
    )
    return dataclasses.replace(made, **more)


def years(first: int = 2005, last: int = 2019, **more: Any) -> Evidence:
    """A share a year, 2010 missing and 2011 suppressed."""
    return evidence(*(_year(year, **more) for year in range(first, last + 1)))


def _year(year: int, **more: Any) -> dict[str, Any]:
    if year in (2010, 2011):
        return row(year, None, status="M" if year == 2010 else "Q", **more)
    value = round(14 + (year - 2005) * 0.5 + (year % 3) * 0.3, 1)
    return row(year, value, low=round(value - 0.8, 1), high=round(value + 0.9, 1), **more)


def last(rows: Evidence, *starts: int) -> Evidence:
    """Only the rows that begin in these years."""
    frame = rows.rows
    return rows.with_rows(frame[frame["start"].dt.year.isin(starts)])


def groups(count: int) -> Evidence:
    """One period, split by made-up groups."""
    rows = [
        row(2019, 30.0 - n, low=29.0 - n, high=31.5 - n, group_by="age", group=f"Group {n + 1:02}")
        for n in range(count)
    ]
    return evidence(*rows)


def _level() -> Claim:
    rows = years()
    return claim("level", "line", quantity(21.0, 20.2, 21.9), last(rows, 2019), rows)


def _change() -> Claim:
    rows, more = years(), {"period": "2005 to 2019"}
    number = quantity(6.7, 5.5, 7.9, text=units.difference(6.7, "percent", 1))
    words = Sentences(
        "+6.7 points between 2005 and 2019",
        "Between 2005 and 2019 (2005 to 2019) the share rose by +6.7 points (5.5 to 7.9).",
        "The share rose by 6.7 points.",
        "",
    )
    return claim("change", "line", number, last(rows, 2005, 2019), rows, sentences=words, **more)


def _gap() -> Claim:
    rows = groups(6)
    frame = rows.rows
    pair = rows.with_rows(frame.iloc[[0, 5]])
    number = quantity(5.0, 3.2, 6.8, text="+5.0 points")
    return claim("gap", "bars", number, pair, rows)


def _one_in() -> Claim:
    rows = years()
    number = quantity(21.0, 20.2, 21.9)
    return claim("one-in", "icons", number, last(rows, 2019), rows, about_suicide=True)


def _rank() -> Claim:
    rows = groups(27)
    frame = rows.rows
    number = quantity(5, 3, 8, unit="of 27", decimals=0, text="5th of 27")
    return claim("rank", "ranking", number, rows.with_rows(frame.iloc[[4]]), rows)


def _peak() -> Claim:
    rows = years()
    number = quantity(21.1, 20.3, 22.0)
    return claim("peak", "line", number, rows, rows, period="2018")


def _together() -> Claim:
    posts = [row(year, 1000.0 * (year - 2004), series=REACH.id) for year in range(2012, 2020)]
    both = evidence(*years().rows.to_dict("records"), *posts)
    number = quantity(21.0, 20.2, 21.9)
    return claim("together", "panels", number, last(both, 2019), both)


def _effect() -> Claim:
    number = quantity(-0.24, -0.31, -0.17, unit="standard deviations", decimals=2)
    return claim("effect", "interval", number, None, None, hopeful=True)


def _fact() -> Claim:
    number = quantity(988, unit="calls", decimals=0)
    return claim("fact", "number", number, None, None, hopeful=True)


@functools.cache
def all_kinds() -> tuple[Claim, ...]:
    """A made-up claim for every picture: line, bars, icons, ranking, panels, interval, number."""
    made = (
        _level(),
        _change(),
        _gap(),
        _one_in(),
        _rank(),
        _peak(),
        _together(),
        _effect(),
        _fact(),
    )
    return made


def deck(*claims: Claim, **more: Any) -> Deck:
    """A made-up deck of these claims, of all kinds where none is named."""
    chosen = claims or all_kinds()
    made = Deck(
        title="Made-up deck on anxiety among adults",
        ask="Fund made-up counselling in every made-up school by 2030.",
        claims=chosen,
        cards=CARDS,
        places=PLACES,
        links={one.spec: f"https://example.org/point?claim={one.spec}" for one in chosen},
        link="https://example.org/present?deck=made-up",
        helplines={HELPLINE.place: HELPLINE},
        snapshot="made-up-snapshot-2021-02-03",
        date=dt.date(2026, 11, 25),
        hashtags=("MadeUpDay", "#WorldMadeUpDay"),
        licences={"Made-up": b"The made-up licence in full."},
    )
    return dataclasses.replace(made, **more)


def barred(one: Claim) -> Claim:
    """The same claim from a source whose licence forbids passing on."""
    closed = dataclasses.replace(SOURCE, redistributable=False)
    origin = dataclasses.replace(ORIGIN, source=closed)
    rows = {
        name: Evidence(piece.rows, (origin,)) if piece is not None else None
        for name, piece in (("evidence", one.evidence), ("drawn", one.drawn))
    }
    cited = tuple(dataclasses.replace(cite, redistributable=False) for cite in one.citations)
    return dataclasses.replace(one, citations=cited, **rows)
