"""Changes: published intervals reproduced, verdicts, and values minus a base."""

from __future__ import annotations

import datetime as dt
import math

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.made_up import card, cut, evidence, row
from utils.analysis import change
from utils.analysis.change import Change, mover

BASE = dt.date(2000, 1, 1)
Estimate = tuple[float, float, float]


def wilson(events: int, people: int, z: float = 1.959964) -> Estimate:
    """A share with its 95% score interval (Wilson 1927), to feed the published examples."""
    share = events / people
    centre = (share + z * z / (2 * people)) / (1 + z * z / people)
    spread = share * (1 - share) / people + z * z / (4 * people * people)
    half = z / (1 + z * z / people) * math.sqrt(spread)
    return share, centre - half, centre + half


# Newcombe, Stat Med 1998;17:873-890, table II, method 10 (score intervals, square-and-add)
PUBLISHED = [
    ((56, 70), (48, 80), 0.0524, 0.3339),
    ((9, 10), (3, 10), 0.1705, 0.8090),
    ((6, 7), (2, 7), 0.0582, 0.8062),
    ((5, 56), (0, 29), -0.0381, 0.1926),
    ((0, 10), (0, 20), -0.1611, 0.2775),
    ((0, 10), (0, 10), -0.2775, 0.2775),
    ((10, 10), (0, 20), 0.6791, 1.0),
    ((10, 10), (0, 10), 0.6075, 1.0),
]


@pytest.mark.parametrize(("one", "other", "low", "high"), PUBLISHED)
def test_intervals_of_differences_are_the_published_ones(
    one: tuple[int, int], other: tuple[int, int], low: float, high: float
) -> None:
    assert mover(wilson(*one), wilson(*other)) == pytest.approx((low, high), abs=0.00005)


def test_a_difference_of_symmetric_intervals_adds_their_squares() -> None:
    assert mover((50, 46, 54), (40, 37, 43)) == pytest.approx((5, 15))


@st.composite
def estimates(draw: st.DrawFn) -> Estimate:
    value, down, up = (draw(st.floats(0, 1e6)) for _ in range(3))
    return value, value - down, value + up


@given(estimates(), estimates())
def test_an_interval_of_a_difference_holds_it_and_turns_with_it(one: Estimate, two: Estimate):
    low, high = mover(one, two)
    assert low <= one[0] - two[0] <= high
    assert mover(two, one) == pytest.approx((-high, -low))


@pytest.mark.parametrize("absent", [(1, math.nan, 2), (1, 0, math.nan)])
def test_without_a_bound_there_is_no_interval(absent: Estimate) -> None:
    assert any(map(math.isnan, mover((5, 4, 6), absent)))
    assert any(map(math.isnan, mover(absent, (5, 4, 6))))


def two(first: Estimate | float, second: Estimate | float, method: str = "survey") -> Change:
    """The change between two made-up years."""
    values = [
        (one, None, None) if isinstance(one, (int, float)) else one for one in (first, second)
    ]
    rows = evidence(
        *(row(2000 + at, v, low=low, high=high) for at, (v, low, high) in enumerate(values))
    ).rows
    found = change.between(card(method=method), rows.iloc[0], rows.iloc[1])
    assert isinstance(found, Change)
    return found


@pytest.mark.parametrize(
    ("first", "second", "method", "verdict"),
    [
        ((10, 9, 11), (20, 19, 21), "survey", "higher"),
        ((20, 19, 21), (10, 9, 11), "survey", "lower"),
        ((20, 18, 22), (21, 19, 23), "survey", "unclear"),
        ((20, 18, 22), (20, 18, 22), "survey", "unclear"),
        (20, 30, "survey", "untested"),
        ((20, 19, 21), 30, "survey", "untested"),
        (20, 30, "modelled", "untested"),
        (20, 30, "counted", "untested"),
        ((20, 20, 20), (20, 20, 20), "survey", "the same"),
    ],
)
def test_a_verdict_asks_for_an_interval_unless_everyone_was_counted(
    first: Estimate | float, second: Estimate | float, method: str, verdict: str
) -> None:
    assert two(first, second, method).verdict == verdict


@pytest.mark.parametrize(
    ("first", "second", "verdict"),
    [
        (20_169, 20_320, "unclear"),
        (20_169, 21_081, "higher"),
        (21_081, 20_169, "lower"),
        (20, 30, "unclear"),
        (0, 0, "the same"),
    ],
)
def test_counted_events_scatter_like_poisson_counts(first, second, verdict) -> None:
    rows = evidence(row(2000, first), row(2001, second)).rows
    found = change.between(card(method="counted", unit="deaths"), rows.iloc[0], rows.iloc[1])
    assert isinstance(found, Change)
    assert found.verdict == verdict


def test_the_limits_of_a_count_are_those_of_the_score_test() -> None:
    # (x - limit)^2 / limit = z^2 at both limits, which is how score limits are defined
    count, low, high = change.poisson(10)
    for limit in (low, high):
        assert (count - limit) ** 2 / limit == pytest.approx(change.Z**2)


def test_a_bound_on_zero_is_no_proof() -> None:
    assert two((10, 10, 10), (13, 10, 16)).verdict == "unclear"


def test_a_change_shows_no_digits_that_nobody_measured() -> None:
    assert two(0.1, 0.3).difference == 0.2
    found = change.since(evidence(row(2000, 0.1), row(2001, 0.3)), card(), BASE).rows
    assert found["value"].tolist() == [0.0, 0.2]


def test_every_line_is_measured_from_its_own_base() -> None:
    rows = evidence(
        *(
            row(year, value + size, place=place, group=group)
            for place, group, size in [("AAA", "x", 0), ("AAA", "y", 5), ("BBB", "x", 50)]
            for year, value in [(1999, 1), (2000, 2), (2003, 7)]
        )
    )
    changed = change.since(rows, card(), BASE)
    assert changed.rows["value"].tolist() == [-1, 0, 5] * 3
    assert changed.origins == rows.origins
    assert rows.rows["value"].tolist()[:3] == [1, 2, 7]


def test_changes_carry_the_square_and_add_interval() -> None:
    rows = evidence(row(2000, 10, low=9, high=12), row(2001, 20, low=17, high=24))
    changed = change.since(rows, card(), BASE).rows.iloc[1]
    assert (changed["low"], changed["high"]) == pytest.approx(mover((20, 17, 24), (10, 9, 12)))


def test_a_base_does_not_differ_from_itself() -> None:
    rows = evidence(row(2000, 10, low=9, high=12))
    assert change.since(rows, card(), BASE).rows[["value", "low", "high"]].eq(0).all(axis=None)


def test_no_interval_is_made_up_where_the_source_gives_none() -> None:
    changed = change.since(evidence(row(2000, 10), row(2001, 20)), card(), BASE).rows
    assert changed[["low", "high"]].isna().all(axis=None)


def test_a_line_without_a_base_has_no_changes() -> None:
    rows = evidence(row(2000, 1), row(2000, None, place="BBB"), row(2001, 3, place="BBB"))
    changed = change.since(rows, card(), BASE).rows
    assert changed["value"].isna().tolist() == [False, True, True]
    assert changed["status"].tolist() == ["A", "M", "M"]


def test_other_statuses_stay() -> None:
    rows = evidence(row(2000, 1), row(2001, 2, status="P"), row(2002, None, status="Q"))
    assert change.since(rows, card(), BASE).rows["status"].tolist() == ["A", "P", "Q"]


def test_a_break_withholds_the_other_side_only() -> None:
    broken = card(breaks=(cut(2002, "all"), cut(2001, "sex")))
    changed = change.since(evidence(*(row(y, 1) for y in range(1999, 2004))), broken, BASE).rows
    assert changed["status"].tolist() == ["A", "A", "A", "B", "B"]
    assert changed["value"].isna().tolist() == [False, False, False, True, True]


def test_rows_keep_their_types() -> None:
    rows = evidence(row(2000, 1, low=0, high=2), row(2001, 3))
    pd.testing.assert_series_equal(change.since(rows, card(), BASE).rows.dtypes, rows.rows.dtypes)


def test_two_rows_of_one_period_differ_like_two_periods_but_know_no_break() -> None:
    broken = card(breaks=(cut(2001),))
    both = evidence(row(2000, 20, low=19, high=21), row(2001, 30, low=29, high=31)).rows
    first, second = both.iloc[0], both.iloc[1]
    found = change.apart(broken, first, second)
    assert (found.difference, found.verdict) == (10.0, "higher")
    assert isinstance(change.between(card(), first, second), Change)
    assert change.between(card(), first, second).difference == found.difference  # type: ignore[union-attr]
    assert not isinstance(change.between(broken, first, second), Change)


def test_one_small_area_is_enough_to_claim_no_direction() -> None:
    deaths = card(method="counted", unit="deaths", about_suicide=True)
    records = (
        row(2000, value, place=place)
        for value, place in ((500, "AAA"), (900, "BBB"), (900, "AA-1"))
    )
    country, other, state = (line for _, line in evidence(*records).rows.iterrows())
    assert change.apart(deaths, country, state).verdict == "untested"
    assert change.apart(deaths, state, country).verdict == "untested"
    assert change.apart(deaths, country, other).verdict == "higher"
