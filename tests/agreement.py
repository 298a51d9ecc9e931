"""Holds one view to one set of rows: stored table, download, chart and words agree."""

from __future__ import annotations

import csv
import dataclasses
import io
import math
import re
from collections.abc import Iterable
from functools import cache

import pandas as pd

from tests import drawn
from tests.numerals import NUMERAL, Shown, printed, unaccounted
from utils.analysis import change, select
from utils.analysis.lines import lines
from utils.export import csv as export
from utils.figures.segments import middle
from utils.model import Evidence
from utils.store import snapshot
from utils.ui import load
from utils.ui import view as views
from utils.ui.draw import Drawing, drawing
from utils.ui.view import View

Numbers = tuple[float, float, float]
KEY = ["place", "group_by", "group", "start", "end"]


def assert_one_set_of_rows(view: View, everything: Evidence) -> None:
    """Everything that a view shows; raises `select.SelectionError` where it can't be had."""
    shown = views.rows(view, everything)
    said = drawing(view, shown, everything)
    assert_rows_are_the_stored_ones(view, shown)
    assert_download(view, shown)
    assert_chart(view, shown, said)
    assert_words(view, shown, said, everything)


# ------------------------------------------------------------------ rows and the stored table


@cache
def stored(series: str) -> dict[tuple[str, ...], Numbers]:
    """The table as the csv module reads it: value, low and high by place, group and period."""
    with (snapshot.TABLES / f"{series}.csv").open(encoding="utf-8", newline="") as text:
        return {
            tuple(line[name] for name in KEY): tuple(
                float(line[name] or "nan") for name in ("value", "low", "high")
            )
            for line in csv.DictReader(text)
        }


def assert_rows_are_the_stored_ones(view: View, shown: Evidence) -> None:
    table = stored(view.card.id)
    base = {key[:3]: numbers for key, numbers in table.items() if key[3] == f"{view.since}"}
    for row in shown.rows.itertuples(index=False):
        if row.place == select.MEDIAN:
            continue
        key = (row.place, row.group_by, row.group, f"{row.start:%F}", f"{row.end:%F}")
        expected = table[key]
        if view.since:
            expected = since(view, key, expected, base.get(key[:3], (math.nan,) * 3))
        assert all(map(drawn.close, expected, (row.value, row.low, row.high))), (view, key)
    if view.kind in ("trend", "table"):
        assert chosen(view, table) <= keys(shown), view


def keys(shown: Evidence) -> set[tuple[str, ...]]:
    return {
        (place, split, group, f"{start:%F}", f"{end:%F}")
        for place, split, group, start, end in shown.rows[KEY].itertuples(index=False)
    }


def chosen(view: View, table: Iterable[tuple[str, ...]]) -> set[tuple[str, ...]]:
    """What a reader of the stored table would pick by hand."""
    return {
        key
        for key in table
        if key[0] in (*view.places, view.beside)
        and key[1] == view.split
        and key[2] in view.groups
        and f"{view.first:%F}" <= key[3]
        and key[4] <= f"{view.last:%F}"
    }


def since(view: View, key: tuple[str, ...], now: Numbers, first: Numbers) -> Numbers:
    """The change from the base to a row, worked out from the stored table alone."""
    days = sorted((f"{view.since}", key[3]))
    cuts = [one for one in view.card.breaks if not one.splits or key[1] in one.splits]
    if any(days[0] < f"{one.date}" <= days[1] for one in cuts):
        return (math.nan,) * 3
    low, high = change.mover(now, first)
    if key[3] == f"{view.since}" and not math.isnan(low):
        low = high = 0.0  # a figure does not differ from itself, however uncertain it is
    return now[0] - first[0], low, high


# ------------------------------------------------------------------------- download and table


def assert_download(view: View, shown: Evidence) -> None:
    table = export.table(shown, view.card, load.places(), views.withheld(view))
    text = export.text(table).decode("utf-8-sig")
    lines = list(csv.DictReader(io.StringIO(text, newline="")))
    assert len(lines) == len(shown)
    for line, row in zip(lines, shown.rows.itertuples(index=False), strict=True):
        assert (line["place_code"], line["split"]) == (row.place, row.group_by)
        assert line["group"].removeprefix("'") == row.group
        assert (line["period_start"], line["period_end"]) == (f"{row.start:%F}", f"{row.end:%F}")
        numbers = [float(line[name] or "nan") for name in ("value", "low", "high")]
        assert all(map(same, numbers, (row.value, row.low, row.high))), (view, line)
        assert line["source"]
        assert line["licence"]


def same(one: float, other: float) -> bool:
    """To the last bit, because a file is read by machines."""
    return one == other or (math.isnan(one) and math.isnan(other))


# -------------------------------------------------------------------------------------- chart


def assert_chart(view: View, shown: Evidence, said: Drawing) -> None:
    if view.kind == "table":
        assert said.figure is None
    elif view.kind == "map":
        assert_map(view, shown, said)
    elif view.kind == "ranking":
        assert_ranking(view, shown, said)
    else:
        assert_trend(view, shown, said)


def assert_trend(view: View, shown: Evidence, said: Drawing) -> None:
    expected, around = {}, set()
    for line in lines(shown, load.places()):
        rows = line.rows.assign(day=middle(line.rows)).dropna(subset="value")
        for row in rows.itertuples(index=False):
            expected[line.label, row.day, row.value] = row
            around |= {(line.label, row.day, row.low), (line.label, row.day, row.high)}
    assert drawn.points(said.figure) == set(expected), view
    for point, numerals in drawn.hovers(said.figure):
        row = expected[point]
        ends = [] if pd.isna(row.low) else [row.low, row.high]
        wanted = [printed(number, view.card.decimals) for number in (row.value, *ends)]
        assert [numeral.lstrip("+") for numeral in numerals] == wanted, (view, point)
    loose = {
        corner
        for corner in drawn.bounds(said.figure) - around
        if not any(corner[:2] == end[:2] and drawn.close(corner[2], end[2]) for end in around)
    }
    assert not loose, view


def assert_ranking(view: View, shown: Evidence, said: Drawing) -> None:
    rows = shown.rows.dropna(subset="value")
    names = [load.places()[code].name for code in rows["place"]]
    assert drawn.dots(said.figure) == dict(zip(names, rows["value"], strict=True)), view
    ends = zip(names, rows["low"], rows["high"], strict=True)
    assert drawn.bars(said.figure) == {n: (low, high) for n, low, high in ends if low == low}


def assert_map(view: View, shown: Evidence, said: Drawing) -> None:
    rows = shown.rows.set_index(shown.rows["place"].str.removeprefix("US-"))
    areas = drawn.areas(said.figure)
    assert set(areas) <= set(rows.index)
    known = rows["value"].notna() & ~rows.index.isin(areas)
    hidden = [load.places()[code].name for code in rows.loc[known, "place"]]
    assert all(name in " ".join(said.notes) for name in hidden), (view, hidden)
    classes: dict[str, list[float]] = {}
    for place, (hover, name) in areas.items():
        value = rows.loc[place, "value"]
        shows = NUMERAL.findall(hover.rpartition(": ")[2].replace("per 100,000", ""))
        assert shows == ([printed(value, view.card.decimals)] if value == value else []), view
        classes.setdefault(name, []).append(value)
    for name, values in classes.items():
        if name != "No figure":
            ends = [printed(one, view.card.decimals) for one in (min(values), max(values))]
            assert drawn.class_ends(name) == (*ends, len(values)), (view, name)


# -------------------------------------------------------------------------------------- words


def assert_words(view: View, shown: Evidence, said: Drawing, everything: Evidence) -> None:
    beyond = left_out(view, shown, everything)
    context = Shown(shown.rows, view.card, load.places(), view.since, beyond)
    answer = " ".join(said.answer)
    assert unaccounted(answer, context) == [], (view, answer)
    apart = view.kind in ("trend", "table")
    assert unaccounted(said.alt, context, apart=apart) == [], (view, said.alt)
    for note in said.notes:
        assert unaccounted(note, context) == [], (view, note)
    later = shown.rows["start"] > pd.Timestamp(view.since or "1000-01-01")
    if shown.rows.loc[later, "value"].notna().any():
        assert NUMERAL.search(answer), view
    assert not re.search(r"between (.+) and \1\b", answer), answer


def left_out(view: View, shown: Evidence, everything: Evidence) -> int:
    """How many places with a figure the cut of a long ranking leaves out."""
    if view.kind != "ranking":
        return 0
    uncut = views.rows(dataclasses.replace(view, kind="map"), everything).rows
    return int(uncut["value"].notna().sum()) - len(shown)
