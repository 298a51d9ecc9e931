"""No pair of periods across a registered break yields a difference, by any way to compare.

Every split of every series with breaks, every pair of its periods, and every way in which the app
sets one period beside another. The breaks are read from the card's file, not through our code.
"""

from __future__ import annotations

import datetime as dt
import importlib.util
import itertools
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from typing import Any, cast

import pandas as pd
import pytest

from tests.analysis.test_comparable import registered, spanned
from utils import catalog
from utils.analysis import before_after, change, select
from utils.analysis.comparable import Refusal
from utils.analysis.lines import lines
from utils.analysis.windows import Plan
from utils.claims import direction, notes, reading
from utils.export import csv as export
from utils.figures.segments import segments
from utils.model import Card, Evidence, Indicator
from utils.store import snapshot
from utils.ui import load

CARDS: dict[str, Card] = {**catalog.indicators(), **catalog.reach()}
BROKEN = sorted(id for id, card in CARDS.items() if card.breaks and id in snapshot.stored())
STATISTICS = [id for id in BROKEN if isinstance(CARDS[id], Indicator)]
Cut = dict[str, Any]


@cache
def cuts(id: str, split: str) -> list[Cut]:
    return registered(id, split) if id in STATISTICS else [vars(one) for one in CARDS[id].breaks]


@cache
def longest(id: str) -> tuple[tuple[str, Evidence], ...]:
    """Of each split the lines with the most figures, until each of its periods is met.

    Breaks are registered by split, so the other lines of a split have no other pairs.
    """
    everything, found = snapshot.read(id), []
    for split, part in everything.rows.groupby("group_by"):
        known = part.dropna(subset="value")
        days = known.groupby(["place", "group"])["start"].agg(set)
        missing = set(known["start"])
        for line in sorted(days.index, key=lambda line: -len(days[line])):
            if missing & days[line]:
                missing -= days[line]
                rows = part[(part["place"] == line[0]) & (part["group"] == line[1])]
                found.append((str(split), everything.with_rows(rows.sort_values("start"))))
    return tuple(found)


def met(part: Evidence) -> list[dt.date]:
    """The periods of a line that have a figure, by first day, in order."""
    return part.rows.dropna(subset="value")["start"].dt.date.tolist()


def test_every_period_of_every_split_is_met() -> None:
    for id in BROKEN:
        rows = snapshot.read(id).rows.dropna(subset="value")
        every = {
            (split, day.date()) for split, day in zip(rows["group_by"], rows["start"], strict=True)
        }
        assert {(split, day) for split, part in longest(id) for day in met(part)} == every, id


def stretches(id: str, split: str, part: Evidence) -> dict[int, list[dt.date]]:
    """The periods of a line by the number of breaks before them."""
    found: dict[int, list[dt.date]] = {}
    for day in met(part):
        found.setdefault(sum(day >= one["date"] for one in cuts(id, split)), []).append(day)
    return found


def chosen(id: str, all_of_them: bool) -> Iterator[tuple[str, Evidence, list[dt.date]]]:
    """Lines and periods: all; or the line with the most stretches, for each set of breaks, and
    the ends of its stretches."""
    if all_of_them:
        yield from ((split, part, met(part)) for split, part in longest(id))
        return
    most: dict[tuple[dt.date, ...], tuple[str, Evidence, dict[int, list[dt.date]]]] = {}
    for split, part in longest(id):
        edges, runs = tuple(one["date"] for one in cuts(id, split)), stretches(id, split, part)
        if edges not in most or len(runs) > len(most[edges][2]):
            most[edges] = split, part, runs
    for split, part, runs in most.values():
        yield split, part, sorted({day for run in runs.values() for day in run[:1] + run[-1:]})


Pair = tuple[Evidence, list[Cut], dict[str, Any], dict[str, Any]]


def across(id: str, all_of_them: bool = True) -> Iterator[Pair]:
    """Every line and every pair of its rows with figures that a break parts."""
    for split, part, days in chosen(id, all_of_them):
        known = part.rows.dropna(subset="value")
        rows = known.assign(start=known["start"].dt.date, end=known["end"].dt.date)
        kept = [row for row in rows.to_dict("records") if row["start"] in set(days)]
        near = [*itertools.pairwise(kept), (kept[0], kept[-1])]
        for one, other in itertools.combinations(kept, 2) if all_of_them else near:
            between = spanned(cuts(id, split), one["start"], other["start"])
            if between:
                yield part, between, cast(Any, one), cast(Any, other)


def test_there_are_many_pairs_to_refuse() -> None:
    assert len(BROKEN) >= 20
    pairs = 0
    for id in BROKEN:
        for split, part in longest(id):
            sizes = [len(run) for run in stretches(id, split, part).values()]
            pairs += (sum(sizes) ** 2 - sum(size**2 for size in sizes)) // 2
    assert pairs > 30_000


HOW_MANY = pytest.mark.parametrize(
    "all_of_them", [False, pytest.param(True, marks=pytest.mark.slow)], ids=["ends", "all"]
)
"""The quick run takes the ends of every stretch between breaks, the slow one every period."""


# ------------------------------------------------------------------------ numbers and reasons


@pytest.mark.parametrize("id", STATISTICS)
def test_a_change_between_two_periods_is_refused_with_the_reason(id: str) -> None:
    card = catalog.indicator(id)
    for _, between, one, other in across(id):
        for first, second in ((one, other), (other, one)):
            found = change.between(card, cast(Any, first), cast(Any, second))
            assert isinstance(found, Refusal), (id, first["start"], second["start"])
            assert found.rule == "S15"
            assert all(one["reason"] in found.reason for one in between)


@HOW_MANY
@pytest.mark.timeout(1_800)
@pytest.mark.parametrize("id", STATISTICS)
def test_a_table_of_changes_has_no_value_across_a_break_and_its_file_says_why(
    id: str, all_of_them: bool
) -> None:
    card = catalog.indicator(id)
    for split, part, days in chosen(id, all_of_them):
        for base in days:
            shown = change.since(part, card, base)
            note = notes.across(card, split)
            file = export.table(shown, card, load.places(), note)
            for row, line in zip(
                shown.rows.to_dict("records"), file.to_dict("records"), strict=True
            ):
                between = spanned(cuts(id, split), base, row["start"].date())
                if not between:
                    continue
                assert pd.isna([row["value"], row["low"], row["high"]]).all(), (id, base)
                assert row["status"] == line["status"] == "B"
                assert pd.isna([line["value"], line["low"], line["high"]]).all()
                assert all(one["reason"] in line["note"] for one in between)


# ------------------------------------------------------------------------ pictures and words


@pytest.mark.parametrize("id", BROKEN)
def test_a_line_is_never_drawn_across_a_break(id: str) -> None:
    card = CARDS[id]
    for split, part in longest(id):
        for line in lines(part, load.places()):
            for piece in segments(line, card):
                days = line.rows["start"].iloc[list(piece.at)].dt.date
                assert not spanned(cuts(id, split), days.min(), days.max()), (id, split)


@HOW_MANY
@pytest.mark.timeout(1_800)
@pytest.mark.parametrize("id", STATISTICS)
def test_a_sentence_never_sets_one_side_beside_the_other(
    id: str, all_of_them: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Every pair as the whole line, so that the sentence would have to use it."""
    card, asked = catalog.indicator(id), []
    between = change.between

    def listened(card: Indicator, first: pd.Series, second: pd.Series) -> Any:
        asked.append((first["start"], second["start"]))
        return between(card, first, second)

    monkeypatch.setattr(change, "between", listened)
    seen = set()
    for part, parted, one, other in across(id, all_of_them):
        key = one["group_by"], one["start"], other["start"]
        if key in seen:
            continue
        seen.add(key)
        rows = part.rows
        two = rows[rows["start"].isin([pd.Timestamp(one["start"]), pd.Timestamp(other["start"])])]
        pair = part.with_rows(two)
        said = " ".join(reading.trend(pair, card, load.places()))
        assert parted[-1]["reason"] in said, (id, key)
        assert not any(word in said for word in ("It was", "higher now", "lower now")), said
        if one["group_by"] == "all":
            short = direction.direction(two, card)
            assert short.startswith("Not comparable"), (id, key, short)
        changed = change.since(pair, card, one["start"])
        told = reading.changes(changed, card, load.places(), one["start"])
        assert told == ("Nothing later can be compared with the chosen period.",), (id, key)
    assert not asked
    assert seen


# ------------------------------------------------------------------------------ windows


@HOW_MANY
@pytest.mark.timeout(1_800)
@pytest.mark.parametrize("id", BROKEN)
def test_windows_on_both_sides_of_a_break_are_refused(id: str, all_of_them: bool) -> None:
    """For each pair of periods as near as windows of one to three periods reach."""
    for split, part, days in chosen(id, all_of_them):
        for periods, event in itertools.product((1, 2, 3), days):
            found = before_after.compare(part, CARDS[id], event, Plan(periods, season=False))
            if isinstance(found, before_after.BeforeAfter):
                ends = found.before_start, found.after_end
                assert not spanned(cuts(id, split), *ends), (id, split, event)
            elif near(met(part), event, periods, cuts(id, split)):
                assert found.rule == "S15", (id, split, event, found)
                assert any(one["reason"] in found.reason for one in cuts(id, split))


def test_a_year_before_may_not_lie_across_a_break() -> None:
    id = "us-suicide-deaths-monthly"
    ((split, part),) = longest(id)
    refused = 0
    for event in met(part)[12:-3]:
        found = before_after.compare(part, CARDS[id], event, Plan(3, "a year before"))
        reaches = event.replace(year=event.year - 1), (event + dt.timedelta(days=70)).replace(day=1)
        broken = bool(spanned(cuts(id, split), *reaches))
        assert isinstance(found, Refusal) == broken, event
        refused += broken
    assert refused == 14


def near(days: list[dt.date], event: dt.date, periods: int, between: list[Cut]) -> bool:
    """Whether both windows exist and a break parts them, in a line without holes."""
    at = days.index(event)
    first, last = at - periods, at + periods - 1
    gaps = [(b - a).days for a, b in itertools.pairwise(days)]
    if first < 0 or last >= len(days) or max(gaps) > 1.6 * min(gaps):
        return False
    return bool(spanned(between, days[first], days[last]))


def test_no_other_date_has_windows_on_both_sides_of_a_break() -> None:
    """A long line with a break planted in it: the dates around the break are left out."""
    id = "jp-suicides-monthly"
    cut = replace(CARDS["us-suicide-deaths-monthly"].breaks[0], date=dt.date(2016, 4, 1))
    card = replace(catalog.indicator(id), breaks=(cut,))
    part = select.places(snapshot.read(id), ["JPN"])
    found = before_after.compare(part, card, dt.date(2013, 3, 1), Plan(3))
    assert isinstance(found, before_after.BeforeAfter)
    left = pd.to_datetime([f"2016-0{month}-01" for month in (2, 3, 4, 5, 6)])
    starts = found.placebo.index
    assert not set(left) & set(starts)
    assert {pd.Timestamp("2016-01-01"), pd.Timestamp("2016-07-01")} <= set(starts)


@pytest.mark.skipif(
    importlib.util.find_spec("utils.analysis.interrupted") is None, reason="not built yet"
)
@pytest.mark.parametrize("id", BROKEN)
def test_an_interrupted_series_is_refused_wherever_it_holds_a_break(id: str) -> None:
    analyse = importlib.import_module("utils.analysis.interrupted").analyse
    model = importlib.import_module("utils.analysis.interrupted").Model
    for split, part, days in chosen(id, all_of_them=False):
        values = part.rows.dropna(subset="value").set_index("start")["value"]
        if spanned(cuts(id, split), met(part)[0], met(part)[-1]):
            for event in days:
                found = analyse(values, event, model("rate"), card=CARDS[id], group_by=split)
                assert isinstance(found, Refusal), (id, split, event)


@HOW_MANY
@pytest.mark.timeout(1_800)
@pytest.mark.parametrize("id", STATISTICS)
def test_a_whole_line_is_read_on_one_side_only(id: str, all_of_them: bool) -> None:
    """A line up to any of its periods: the sentence compares within the last stretch."""
    card = catalog.indicator(id)
    for split, part, days in chosen(id, all_of_them):
        rows = part.rows.dropna(subset="value")
        for last in days:
            until = part.with_rows(rows[rows["start"].dt.date <= last])
            said = " ".join(reading.trend(until, card, load.places()))
            parted = [cut for cut in cuts(id, split) if met(part)[0] < cut["date"] <= last]
            assert ("can't be compared" in said) == bool(parted), (id, split, last)
            assert not parted or parted[-1]["reason"] in said
