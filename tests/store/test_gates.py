"""Each gate stops what it is for, at its limit, and lets the rest pass. Rows are made up."""

from __future__ import annotations

import datetime as dt

import numpy as np
import pandas as pd
import pytest

from utils.model import COLUMNS
from utils.store import gates

TODAY = dt.date(2026, 11, 25)


def rows(
    years: range = range(2000, 2020), places: str = "ABCDE", factor: float = 1
) -> pd.DataFrame:
    return pd.DataFrame(
        [
            {
                "series": "made-up",
                "place": place * 3,
                "group_by": "all",
                "group": "all",
                "start": pd.Timestamp(year, 1, 1),
                "end": pd.Timestamp(year, 12, 31),
                "value": float(factor * (10 + year - 2000)),
                "low": np.nan,
                "high": np.nan,
                "status": "A",
                "origin": "made-up",
            }
            for place in places
            for year in years
        ]
    )[list(COLUMNS)]


def shut(new: pd.DataFrame, old: pd.DataFrame | None = None) -> list[str]:
    return [one.gate for one in gates.objections(rows() if old is None else old, new, TODAY)]


def test_the_same_and_more_of_it_pass() -> None:
    assert shut(rows()) == []
    assert shut(rows(years=range(2000, 2026))) == []
    assert gates.objections(None, rows(), TODAY) == []


@pytest.mark.parametrize(("lost", "gate"), [(5, False), (6, True)])
def test_rows_at_their_limit(lost: int, gate: bool) -> None:
    assert ("rows" in shut(rows().iloc[lost:])) == gate


def test_places_that_are_gone_are_named() -> None:
    (first, *_) = gates.objections(rows(), rows(places="ABC"), TODAY)
    assert (first.gate, "DDD, EEE" in first.words) == ("rows", True)


def test_one_lost_value_is_enough() -> None:
    new = rows()
    new.loc[7, ["value", "status"]] = [np.nan, "M"]
    assert shut(new) == ["vanished"]


def test_a_gap_may_be_filled_and_a_gap_may_go() -> None:
    old = rows()
    old.loc[7, "value"] = np.nan
    assert shut(rows(), old) == []
    assert shut(rows().drop(index=7), old) == []


@pytest.mark.parametrize(
    ("factor", "gate"), [(1.49, False), (1.51, True), (0.65, True), (0.68, False)]
)
def test_a_change_of_unit(factor: float, gate: bool) -> None:
    assert ("unit" in shut(rows(factor=factor))) == gate


@pytest.mark.parametrize(("factor", "gate"), [(1.99, False), (2.01, True), (0.49, True)])
def test_a_place_whose_past_moved(factor: float, gate: bool) -> None:
    new = rows()
    new.loc[new["place"] == "BBB", "value"] *= factor
    assert (shut(new) == ["abrupt"]) == gate


@pytest.mark.parametrize(("day", "gate"), [("2026-11-26", False), ("2026-11-27", True)])
def test_days_that_lie_ahead(day: str, gate: bool) -> None:
    one = rows().iloc[[0]].assign(start=pd.Timestamp(day), end=pd.Timestamp(day))
    assert ("future" in shut(pd.concat([rows(), one]))) == gate


def test_the_last_day_does_not_go_back() -> None:
    assert "last day" in shut(rows(years=range(2000, 2019)))


@pytest.mark.parametrize(("gaps", "gate"), [(5, False), (6, True)])
def test_the_share_of_gaps(gaps: int, gate: bool) -> None:
    extra = rows(years=range(1990, 1992), places="ABC").iloc[:gaps].assign(value=np.nan)
    whole = rows().iloc[: 100 - gaps]
    assert ("gaps" in shut(pd.concat([whole, extra]), whole)) == gate


def test_nothing_but_gaps() -> None:
    new = rows().assign(value=np.nan)
    assert [one.gate for one in gates.objections(None, new, TODAY)] == ["values"]


def test_columns_in_other_words() -> None:
    (one,) = gates.signature("value number\nstate text", "value text\nstate text")
    assert "value text" in one.words
    assert gates.signature("", "anything") == []


@pytest.mark.parametrize(("hours", "gate"), [(23, False), (25, True), (-25, True)])
def test_two_clocks(hours: int, gate: bool) -> None:
    now = dt.datetime(2026, 11, 25, tzinfo=dt.UTC)
    assert bool(gates.clocks(now + dt.timedelta(hours=hours), now)) == gate
    assert gates.clocks(None, now) == []
