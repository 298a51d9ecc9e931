"""The rows of a picture as series of points: what a native chart and its workbook hold."""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import pandas as pd

from utils.analysis.lines import lines
from utils.export import gaps
from utils.export.door import Parcel
from utils.model import Card, Claim, Evidence, periods

MOST_BARS = 15
"""Bars that can still be read on a slide."""
NEED, REACH, HELP = "12436D", "BF4D19", "1D7A73"
MORE = ("7857AB", "971C11", "461F05")
PALE = "8FA6BD"
FIRST_DAY = dt.date(1900, 3, 1)
"""Earliest date that a spreadsheet counts right; earlier periods are written as text."""


@dataclass(frozen=True)
class Point:
    """One row: where it stands, its numbers (`None` for a gap), and whether the claim uses it."""

    at: dt.date
    label: str
    value: float | None
    low: float | None
    high: float | None
    status: str
    used: bool


@dataclass(frozen=True)
class Series:
    """One line, or the bars of a chart; a point for each category, `None` where there is no row."""

    name: str
    colour: str
    points: tuple[Point | None, ...]


@dataclass(frozen=True)
class Panel:
    """One chart: its categories, its series on one axis, and what the notes say of it.

    Categories are days where an axis of dates can hold them, else names or periods as text.
    """

    title: str
    unit: str
    categories: tuple[dt.date | str, ...]
    series: tuple[Series, ...]
    bars: bool = False
    note: str = ""


def panels(parcel: Parcel, claim: Claim) -> tuple[Panel, ...]:
    """The charts of a claim, empty where its picture needs none."""
    if claim.drawn is None or not len(claim.drawn):
        return ()
    if claim.picture == "line":
        return (_over_time(parcel, claim, claim.drawn),)
    if claim.picture == "panels":
        return tuple(_over_time(parcel, claim, one) for one in _by_series(claim.drawn))
    if claim.picture in ("bars", "ranking"):
        return (_bars(parcel, claim, claim.drawn),)
    return ()


def _by_series(evidence: Evidence) -> list[Evidence]:
    rows = evidence.rows
    return [evidence.with_rows(rows[rows["series"] == id]) for id in rows["series"].unique()]


def _over_time(parcel: Parcel, claim: Claim, evidence: Evidence) -> Panel:
    card = parcel.deck.cards[evidence.rows["series"].iloc[0]]
    used = _used(claim)
    colours = (main_colour(card), *MORE)
    held = lines(evidence, parcel.deck.places)
    drawn = [(line.label, _points(line.rows, used)) for line in held]
    days = {point.at: point.label for _, points in drawn for point in points}
    days |= dict.fromkeys(gaps.blanks(held, card, evidence, days), "…")
    found = []
    for n, (label, points) in enumerate(drawn):
        known = {point.at: point for point in points}
        row = tuple(known.get(day) for day in sorted(days))
        found.append(Series(label, colours[n % len(colours)], row))
    dated = min(days) >= FIRST_DAY
    categories = tuple(day if dated else days[day] for day in sorted(days))
    note = gaps.note(card, evidence)
    return Panel(card.title, card.unit, categories, tuple(found), note=note)


def _bars(parcel: Parcel, claim: Claim, evidence: Evidence) -> Panel:
    card = parcel.deck.cards[evidence.rows["series"].iloc[0]]
    rows = evidence.rows
    if claim.picture == "ranking":
        rows = rows.sort_values("value", ascending=False, kind="stable", na_position="last")
    used = _used(claim)
    if claim.picture == "ranking" and rows["place"].nunique() > 1:
        # every place went into the ranks, but the claim is about one
        used = {one for one in used if one[1] == claim.place}
    points = _points(rows, used, _names(rows, parcel))
    shown = _nearest(points) if len(points) > MOST_BARS else points
    left = f"{len(shown)} of {len(points)} shown: both ends and what lies around the claim."
    name = card.title if rows["series"].nunique() == 1 else claim.title
    bars = Series(name, main_colour(card), tuple(shown))
    names = tuple(point.label for point in shown)
    note = left if len(shown) < len(points) else ""
    return Panel(card.title, card.unit, names, (bars,), True, note)


def _nearest(points: list[Point]) -> list[Point]:
    """Three from either end, and the rest around the rows that the claim is about."""
    ends = {*range(3), *range(len(points) - 3, len(points))}
    about = [n for n, point in enumerate(points) if point.used] or [0]
    rank = {n: (n not in about, n not in ends, abs(n - about[0])) for n in range(len(points))}
    return [points[n] for n in sorted(sorted(rank, key=rank.__getitem__)[:MOST_BARS])]


def _names(rows: pd.DataFrame, parcel: Parcel) -> dict[int, str]:
    """What tells a bar from the others: series, place, group, period, as far as they differ."""
    several = {name: rows[name].nunique() > 1 for name in ("series", "place", "group", "start")}
    found = {}
    records: Any = rows.itertuples()
    for n, row in enumerate(records):
        period = periods.label(row.start, row.end)
        parts = [parcel.deck.cards[row.series].plain_title] if several["series"] else []
        parts += [parcel.deck.places[row.place].name] if several["place"] else []
        parts += [str(row.group)] if several["group"] else []
        parts += [period] if several["start"] or not parts else []
        found[n] = ", ".join(parts)
    return found


def _points(
    rows: pd.DataFrame, used: set[tuple[object, ...]], names: Mapping[int, str] | None = None
) -> list[Point]:
    records: Any = rows.itertuples()
    return [
        Point(
            row.start.date(),
            names[n] if names else periods.label(row.start, row.end),
            _number(row.value),
            _number(row.low),
            _number(row.high),
            row.status,
            (row.series, row.place, row.group, row.start) in used,
        )
        for n, row in enumerate(records)
    ]


def _used(claim: Claim) -> set[tuple[object, ...]]:
    if claim.evidence is None:
        return set()
    columns = ["series", "place", "group", "start"]
    return set(claim.evidence.rows[columns].itertuples(index=False, name=None))


def _number(value: float) -> float | None:
    return None if math.isnan(value) else float(value)


def main_colour(card: Card | None) -> str:
    """Blue for need, orange for reach, teal for help."""
    aspect = card.aspect if card is not None else "need"
    return {"reach": REACH, "help": HELP}.get(aspect, NEED)
