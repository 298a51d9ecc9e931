"""Rankings: a range of ranks where intervals overlap, no ranks where there are none."""

from __future__ import annotations

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.made_up import evidence, row
from utils.analysis import rank

Bounded = tuple[str, float, float | None, float | None]


def ranked(*places: Bounded) -> dict[str, tuple[float, float]]:
    """Ranges of ranks by place, from the highest place to the lowest."""
    rows = [row(2000, v, place=place, low=low, high=high) for place, v, low, high in places]
    found = rank.ranking(evidence(*rows))
    return {
        place: (low, high)
        for place, low, high in found[["place", "rank_low", "rank_high"]].itertuples(index=False)
    }


def test_places_whose_intervals_overlap_share_a_range_of_ranks() -> None:
    found = ranked(
        ("low", 5, 4, 6), ("top", 10, 9, 11), ("next", 9, 8, 10), ("middle", 7, 5.5, 8.5)
    )
    assert list(found) == ["top", "next", "middle", "low"]
    assert found == {"top": (1, 2), "next": (1, 3), "middle": (2, 4), "low": (3, 4)}


def test_intervals_that_only_touch_are_not_apart() -> None:
    assert ranked(("a", 10, 8, 12), ("b", 6, 4, 8)) == {"a": (1, 2), "b": (1, 2)}


def test_intervals_that_do_not_overlap_give_one_rank_each() -> None:
    assert ranked(("a", 1, 0, 2), ("b", 9, 8, 10), ("c", 5, 4, 6)) == {
        "b": (1, 1),
        "c": (2, 2),
        "a": (3, 3),
    }


def test_equal_places_stand_in_order_of_their_codes() -> None:
    assert list(ranked(("b", 5, 4, 6), ("c", 5, 4, 6), ("a", 5, 4, 6))) == ["a", "b", "c"]


def test_one_absent_interval_leaves_all_without_ranks() -> None:
    found = ranked(("a", 9, 8, 10), ("b", 5, None, None))
    assert list(found) == ["a", "b"]
    assert pd.isna(pd.Series([end for ends in found.values() for end in ends])).all()


def test_places_without_a_value_take_no_rank() -> None:
    assert ranked(("a", 9, 8, 10), ("b", None, None, None)) == {"a": (1, 1)}


@given(st.lists(st.tuples(st.floats(0, 99), st.floats(0, 20), st.floats(0, 20)), min_size=1))
def test_ranges_of_ranks_hold_the_place_in_the_order(numbers: list[tuple[float, ...]]) -> None:
    places = [
        (f"{at:03}", value, value - down, value + up)
        for at, (value, down, up) in enumerate(numbers)
    ]
    for position, (low, high) in enumerate(ranked(*places).values(), start=1):
        assert 1 <= low <= position <= high <= len(places)


def test_classes_hold_about_equal_numbers_of_places() -> None:
    assert rank.quantiles(pd.Series(range(1, 11)), 5) == pytest.approx([2.8, 4.6, 6.4, 8.2, 10])


def test_many_equal_values_leave_fewer_classes() -> None:
    assert rank.quantiles(pd.Series([1.0] * 9 + [2.0]), 5) == pytest.approx([1, 2])
    assert rank.quantiles(pd.Series([3.0, 3.0]), 5) == [3]


def test_gaps_have_no_class() -> None:
    assert rank.quantiles(pd.Series([1.0, None]), 5) == [1]
    assert rank.quantiles(pd.Series([None, None], dtype="float64"), 5) == []


@given(st.lists(st.floats(-1e6, 1e6), min_size=1, max_size=60), st.integers(1, 7))
def test_every_value_lies_in_a_class(values: list[float], classes: int) -> None:
    bounds = rank.quantiles(pd.Series(values), classes)
    assert bounds == sorted(set(bounds))
    assert 1 <= len(bounds) <= classes
    assert bounds[-1] == max(values)
