"""Every claim that can be asked of the snapshot: each kind over every series, place and group."""

from __future__ import annotations

import csv
import datetime as dt
import functools
import itertools
import random
from collections.abc import Iterator
from dataclasses import dataclass

from utils.claims.spec import Group, Spec
from utils.cli.library import SnapshotLibrary
from utils.model import Indicator, ReachSeries
from utils.store import snapshot

TODAY = dt.date(2026, 11, 22)
SINGLE = ("level", "one-in", "rank")
RANGED = ("change", "peak", "lowest")
LEAST = dt.date(2012, 1, 1)
Line = tuple[str, str, str, str]
"""Series, place, split and label."""


@functools.cache
def library() -> SnapshotLibrary:
    """The real snapshot, read once for all tests."""
    return SnapshotLibrary()


@dataclass(frozen=True)
class Cell:
    """One row of a table, read from the file with nothing but the standard library."""

    start: dt.date
    end: dt.date
    value: float | None
    low: float | None
    high: float | None
    status: str


@functools.cache
def table(series: str) -> dict[Line, list[Cell]]:
    """The rows of a table by line in order of time, without our own reading code."""
    found: dict[Line, list[Cell]] = {}
    path = snapshot.TABLES / f"{series}.csv"
    with path.open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines):
            number = [float(row[name]) if row[name] else None for name in ("value", "low", "high")]
            days = [dt.date.fromisoformat(row[name]) for name in ("start", "end")]
            key = (series, row["place"], row["group_by"], row["group"])
            found.setdefault(key, []).append(Cell(*days, *number, row["status"]))
    for cells in found.values():
        cells.sort(key=lambda cell: cell.start)
    return found


def groups(line: Line) -> tuple[Group, ...]:
    """The group of a line as a spec names it."""
    return () if line[2] == "all" else (Group(line[2], line[3]),)


def lines(kind: type[Indicator] | type[ReachSeries]) -> list[Line]:
    """Every line of every statistic, or of every reach series."""
    cards = library().series()
    return [
        line for id, card in sorted(cards.items()) if isinstance(card, kind) for line in table(id)
    ]


def about(line: Line, random: random.Random) -> Iterator[Spec]:
    """Claims of each kind about one line of a statistic, with periods picked by chance."""
    series, place, *_ = line
    days = [cell.start for cell in table(series)[line]]
    first, last = sorted(random.choices(days, k=2))
    one = random.choice(days)
    group = groups(line)
    for kind in SINGLE:
        yield Spec(kind, (series,), (place,), one, None, group)
    for kind in RANGED:
        if first < last:
            yield Spec(kind, (series,), (place,), first, last, group)
    if len(days) > 1:
        yield Spec("change", (series,), (place,), days[0], days[-1], group)
    yield from _pairs(line, one, random)


def _pairs(line: Line, one: dt.date, random: random.Random) -> Iterator[Spec]:
    """Gaps, treatment gaps and claims beside reach."""
    series, place, *_ = line
    group, every = groups(line), list(table(series))
    other = random.choice(sorted({key[1] for key in every}))
    if other != place:
        yield Spec("gap", (series,), (place, other), one, None, group)
    alike = [key[3] for key in every if key[1:3] == line[1:3] and key[3] != line[3]]
    if group and alike:
        yield Spec(
            "gap", (series,), (place,), one, None, (*group, Group(line[2], random.choice(alike)))
        )
    card = library().series()[series]
    assert isinstance(card, Indicator)
    if card.related:
        help = random.choice(card.related)
        yield Spec("treatment-gap", (series, help), (place,), one, None, group)
    reach = random.choice(
        sorted(id for id, c in library().series().items() if isinstance(c, ReachSeries))
    )
    shown = random.choice(list(table(reach)))
    yield Spec(
        "together",
        (series,),
        (place,),
        one,
        None,
        groups(shown) or group,
        reach,
        max(one, LEAST),
        max(one, LEAST) + dt.timedelta(days=random.choice([6, 30, 364])),
    )


def reached(line: Line, random: random.Random) -> Iterator[Spec]:
    """Claims about one line of a reach series: one period, a stretch, and kinds that don't fit."""
    series, place, *_ = line
    days = [cell.start for cell in table(series)[line]]
    first, last = sorted(random.choices(days, k=2))
    group = groups(line)
    yield Spec("reach", (series,), (place,), first, None, group)
    if first < last:
        yield Spec("reach", (series,), (place,), first, last, group)
        yield Spec("change", (series,), (place,), first, last, group)
    yield Spec("one-in", (series,), (place,), first, None, group)


def attended() -> Iterator[Spec]:
    """Each campaign's days in each of its series."""
    for campaign in library().campaigns().values():
        days = campaign.dates or (dt.date(2018, 9, 10), dt.date(2019, 10, 10))
        for use, day in itertools.product(campaign.series, days):
            parts = [groups(line) for line in table(use.id) if line[3] in use.groups] or [()]
            for part in parts:
                yield Spec("attention", (campaign.id,), first=day, groups=part, beside=use.id)


def cited() -> Iterator[Spec]:
    """Every cited figure and published effect."""
    yield from (Spec("fact", (id,)) for id in (*library().facts(), *library().reach_facts()))
    yield from (Spec("reach", (id,)) for id in library().reach_facts())
    yield from (Spec("effect", (id,)) for id in library().studies())
