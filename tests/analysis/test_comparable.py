"""Nothing is compared across a registered break, and nothing else is refused."""

from __future__ import annotations

import dataclasses
import datetime as dt
import itertools
import tomllib
from collections.abc import Iterator
from typing import Any, cast

import pandas as pd
import pytest

from tests.made_up import card, cut, evidence, row
from utils import catalog
from utils.analysis import change, comparable
from utils.analysis.comparable import Refusal
from utils.catalog.cards import DATA
from utils.model import Evidence
from utils.store import snapshot

SERIES = sorted(set(catalog.indicators()) & set(snapshot.stored()))


def registered(series: str, split: str) -> list[dict[str, Any]]:
    """The breaks as the card's file has them, read without our own code."""
    content = tomllib.loads((DATA / "indicators" / f"{series}.toml").read_text("utf-8"))
    return [one for one in content.get("breaks", []) if split in one.get("splits", [split])]


def spanned(cuts: list[dict[str, Any]], one: dt.date, other: dt.date) -> list[dict[str, Any]]:
    first, last = min(one, other), max(one, other)
    return [cut for cut in cuts if first < cut["date"] <= last]


def days(evidence: Evidence) -> Iterator[tuple[str, list[dt.date]]]:
    for split, rows in evidence.rows.groupby("group_by"):
        yield str(split), [day.date() for day in sorted(rows["start"].unique())]


BROKEN = [series for series in SERIES if catalog.indicator(series).breaks]


@pytest.mark.parametrize("series", SERIES)
def test_two_periods_are_refused_exactly_when_a_break_lies_between(series: str) -> None:
    indicator = catalog.indicator(series)
    for split, starts in days(snapshot.read(series)):
        cuts = registered(series, split)
        for one, other in itertools.combinations(starts, 2):
            found = comparable.refuse_periods(indicator, split, one, other)
            between = spanned(cuts, one, other)
            assert (found is not None) == bool(between), (split, one, other)
            assert len(comparable.crossed(indicator, split, other, one)) == len(between)


@pytest.mark.parametrize("series", SERIES)
def test_a_change_is_worked_out_exactly_when_no_break_lies_between(series: str) -> None:
    indicator = catalog.indicator(series)
    rows = snapshot.read(series).rows
    rows = rows.assign(start=rows["start"].dt.date)
    for split, part in rows.groupby("group_by"):
        cuts = registered(series, str(split))
        size = part.groupby(["place", "group"])["value"].transform("count")
        place, group = part.loc[size.idxmax(), ["place", "group"]]
        line = part[(part["place"] == place) & (part["group"] == group)].sort_values("start")
        # plain values answer to the same brackets as a row and are quicker by far
        for first, second in itertools.combinations(line.to_dict("records"), 2):
            found = change.between(indicator, cast(Any, first), cast(Any, second))
            expected = bool(spanned(cuts, first["start"], second["start"]))
            assert isinstance(found, Refusal) == expected, (split, first["start"])


@pytest.mark.parametrize(
    "series",
    [
        *BROKEN[::3],
        *(pytest.param(id, marks=pytest.mark.slow) for id in BROKEN if id not in BROKEN[::3]),
    ],
)
def test_changes_since_a_day_stop_at_the_breaks(series: str) -> None:
    indicator, everything = catalog.indicator(series), snapshot.read(series)
    for split, starts in days(everything):
        part = everything.with_rows(everything.rows[everything.rows["group_by"] == split])
        cuts = [pd.Timestamp(one["date"]) for one in registered(series, split)]
        side = sum((part.rows["start"] >= one).astype("int64") for one in cuts)
        side = side if cuts else part.rows["value"] * 0
        for base in bases(starts, cuts):
            changed = change.since(part, indicator, base).rows
            here = sum(pd.Timestamp(base) >= one for one in cuts)
            across = (side != here).to_numpy() & bool(cuts)
            assert changed.loc[across, ["value", "low", "high"]].isna().all(axis=None)
            assert (changed.loc[across, "status"] == "B").all()
            first = part.rows[part.rows["start"] == pd.Timestamp(base)]
            known = set(
                first.dropna(subset="value")[["place", "group"]].itertuples(index=False, name=None)
            )
            pairs = part.rows[["place", "group"]].itertuples(index=False, name=None)
            has_base = pd.Series([pair in known for pair in pairs])
            expected = ~across & part.rows["value"].notna() & has_base
            assert (changed["value"].notna() == expected).all(), (split, base)


def bases(starts: list[dt.date], cuts: list[pd.Timestamp]) -> list[dt.date]:
    """First and last period of every stretch."""
    edges = [cut.date() for cut in cuts]
    stretches: dict[int, list[dt.date]] = {}
    for start in starts:
        stretches.setdefault(sum(start >= edge for edge in edges), []).append(start)
    return [day for stretch in stretches.values() for day in (stretch[0], stretch[-1])]


@pytest.mark.parametrize("series", BROKEN)
def test_rows_of_one_stretch_are_those_that_may_be_compared(series: str) -> None:
    indicator, everything = catalog.indicator(series), snapshot.read(series)
    numbered = everything.rows.assign(stretch=comparable.stretch(indicator, everything))
    for split, rows in numbered.groupby("group_by"):
        pairs = rows[["start", "stretch"]].drop_duplicates()
        cuts = registered(series, str(split))
        for (one, here), (other, there) in itertools.combinations(
            pairs.itertuples(index=False, name=None), 2
        ):
            assert (here == there) == (not spanned(cuts, one.date(), other.date()))


def test_the_cards_put_both_sides_of_the_rule_to_the_test() -> None:
    refused = allowed = 0
    for series in BROKEN:
        for split, starts in days(snapshot.read(series)):
            cuts = registered(series, split)
            for one, other in itertools.combinations(starts, 2):
                refused += bool(spanned(cuts, one, other))
                allowed += not spanned(cuts, one, other)
    assert refused > 1_000
    assert allowed > 1_000


def test_without_its_breaks_a_card_refuses_nothing() -> None:
    whole = dataclasses.replace(catalog.indicator("us-anxiety-or-depression"), breaks=())
    assert comparable.refuse_periods(whole, "all", dt.date(2020, 5, 1), dt.date(2024, 5, 1)) is None


BROKEN_CARD = card(breaks=(cut(2015, label="First"), cut(2010, label="Second"), cut(2012, "sex")))


def test_a_refusal_says_which_breaks_why_and_what_to_do() -> None:
    found = comparable.refuse_periods(BROKEN_CARD, "all", dt.date(2016, 1, 1), dt.date(2009, 1, 1))
    assert found is not None
    assert found.rule == "S15"
    assert found.reason.index("Second (1 Jan 2010)") < found.reason.index("First (1 Jan 2015)")
    assert "The test changed." in found.reason
    assert "same side" in found.instead


def test_the_first_period_after_a_break_starts_on_its_very_day() -> None:
    day = dt.date(2010, 1, 1)
    before = day - dt.timedelta(days=1)
    assert comparable.crossed(BROKEN_CARD, "all", before, day)
    assert not comparable.crossed(BROKEN_CARD, "all", day, day + dt.timedelta(days=1))
    assert not comparable.crossed(BROKEN_CARD, "all", day, day)


def test_a_break_of_one_split_leaves_the_others_alone() -> None:
    inside = dt.date(2011, 1, 1), dt.date(2013, 1, 1)
    assert comparable.refuse_periods(BROKEN_CARD, "sex", *inside)
    assert comparable.refuse_periods(BROKEN_CARD, "all", *inside) is None


def test_stretches_are_numbered_by_the_breaks_before_them() -> None:
    rows = evidence(*(row(year, 1.0) for year in (2009, 2010, 2014, 2015)))
    assert comparable.stretch(BROKEN_CARD, rows).tolist() == [0, 1, 1, 2]
    split = evidence(*(row(y, 1.0, group_by="sex", group="Female") for y in (2009, 2011, 2012)))
    assert comparable.stretch(BROKEN_CARD, split).tolist() == [0, 1, 2]


def test_counts_and_selected_places_are_not_ranked() -> None:
    found = comparable.refuse_places(card(rankable=False))
    assert found is not None
    assert (found.rule, comparable.refuse_places(card())) == ("S01", None)
    assert "rate" in found.instead
