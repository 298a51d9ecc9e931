"""The rule for small counts: what is shown, and that nothing shown gives a withheld count away."""

from __future__ import annotations

import itertools
import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests import made_up
from utils.analysis import suppress

COUNTS = st.integers(0, 10**9)


def shown(*counts: float, behind: list[float] | None = None) -> list[float | None]:
    posts = None if behind is None else np.array(behind, dtype="float64")
    values, withheld = suppress.protect(np.array(counts, dtype="float64"), posts)
    return [
        None if hidden else value for value, hidden in zip(values.tolist(), withheld, strict=True)
    ]


@pytest.mark.parametrize(
    ("count", "value"),
    [
        (0, 0), (1, None), (9, None), (10, 10), (14, 10), (15, 20), (24, 20), (25, 20), (26, 30),
        (35, 40), (94, 90), (99, 100), (100, 100), (124, 100), (125, 100), (126, 150),
        (974, 950), (999, 1_000), (1_049, 1_000), (1_050, 1_000), (1_051, 1_100),
        (9_949, 9_900), (9_999, 10_000), (10_249, 10_000), (10_250, 10_000), (10_251, 10_500),
        (99_999, 100_000), (100_499, 100_000), (100_501, 101_000), (999_999, 1_000_000),
        (1_000_499, 1_000_000), (1_000_501, 1_001_000), (12_345_678, 12_350_000),
        (999_950_001, 1_000_000_000),
    ],
)  # fmt: skip
def test_counts_follow_the_table_of_the_disclosure_review_board(
    count: int, value: int | None
) -> None:
    assert shown(count) == [value]


@given(COUNTS)
def test_what_is_shown_is_nought_or_at_least_ten(count: int) -> None:
    (value,) = shown(count)
    assert value is None if 0 < count < 10 else value == 0 or value >= 10


@given(COUNTS, COUNTS)
def test_a_larger_count_is_never_shown_smaller(one: int, other: int) -> None:
    low, high = sorted((one, other))
    small, large = (value or 0 for value in shown(low, high))
    assert small <= large


@given(COUNTS)
def test_rounding_again_changes_nothing(count: int) -> None:
    (value,) = shown(count)
    if value is not None:
        assert shown(value) == [value]


@given(st.integers(10, 10**9))
def test_rounding_moves_a_count_by_half_a_step_at_most(count: int) -> None:
    (value,) = shown(count)
    assert value is not None
    size = 10 if count < 100 else 50 if count < 1_000 else max(100, 10 ** (len(str(count)) - 2))
    assert abs(value - count) <= size / 2


@given(COUNTS, st.integers(1, 9))
def test_a_figure_about_fewer_than_ten_posts_is_withheld_whatever_its_size(
    views: int, posts: int
) -> None:
    assert shown(views, behind=[posts]) == [None]


def test_a_total_without_posts_behind_it_is_judged_by_itself() -> None:
    assert shown(4, 40, behind=[math.nan, math.nan]) == [None, 40]


@pytest.mark.parametrize("behind", [None, [5.0]])
def test_a_difference_is_refused(behind: list[float] | None) -> None:
    with pytest.raises(ValueError, match="below nought"):
        shown(-1, behind=behind)
    with pytest.raises(ValueError, match="below nought"):
        shown(5, behind=[-1])


def test_a_gap_stays_a_gap_and_is_not_called_withheld() -> None:
    values, withheld = suppress.protect(np.array([math.nan]))
    assert math.isnan(values[0])
    assert not withheld[0]


# -- the third part of the rule: an adversary who knows the rule and everything that is shown

LARGEST = 27
SHOWN = shown(*range(LARGEST))


def possible(total: float | None, tags: tuple[float | None, ...]) -> list[set[int]]:
    """Every count that each cell can be, total first, if a hashtag's posts are among all posts.

    Enumerates all tables that would be shown like this one: nothing is assumed about how many
    hashtags a post has.
    """
    fits = {value: [n for n in range(LARGEST) if SHOWN[n] == value] for value in {total, *tags}}
    cells: list[set[int]] = [set() for _ in range(1 + len(tags))]
    for whole in fits[total]:
        below = [[n for n in fits[tag] if n <= whole] for tag in tags]
        if not all(below):
            continue
        cells[0].add(whole)
        for cell, counts in zip(cells[1:], below, strict=True):
            cell.update(counts)
    return cells


def test_a_withheld_hashtag_can_still_be_anything_from_one_to_nine() -> None:
    tables = itertools.product(range(LARGEST), repeat=3)
    seen = {tuple(SHOWN[n] for n in one) for one in tables if max(one[1:]) <= one[0]}
    assert len(seen) > 20
    for total, *tags in seen:
        cells = possible(total, tuple(tags))
        for value, counts in zip((total, *tags), cells, strict=True):
            if value is None:
                assert counts == set(range(1, 10)), (total, tags)


@given(st.lists(st.integers(0, 60), min_size=2, max_size=40))
def test_the_total_of_a_period_is_the_sum_of_what_is_shown(counts: list[int]) -> None:
    rows = made_up.frame(*(made_up.row(2000 + i, float(n)) for i, n in enumerate(counts)))
    protected = suppress.rows(rows)
    whole, withheld = suppress.total(protected)
    assert whole == sum(value or 0 for value in shown(*counts))
    assert withheld == sum(0 < n < 10 for n in counts)
    # so the difference between the total and what is shown is nought, whatever was withheld
    assert whole - protected["value"].sum() == 0


def test_rows_keep_their_other_statuses_and_columns() -> None:
    rows = made_up.frame(
        made_up.row(2001, 3.0),
        made_up.row(2002, 47.0, status="P"),
        made_up.row(2003, None),
        made_up.row(2004, 500.0),
    )
    posts = rows["value"].map({3.0: 3.0, 47.0: 47.0, 500.0: 2.0}).fillna(20.0)
    protected = suppress.rows(rows, posts)
    assert protected["status"].tolist() == ["Q", "P", "M", "Q"]
    assert protected["value"].fillna(-1).tolist() == [-1, 50, -1, -1]
    untouched = [column for column in rows if column not in ("value", "status")]
    assert protected[untouched].equals(rows[untouched])


@pytest.mark.parametrize(
    ("count", "said"),
    [(0, "none"), (1, "fewer than 10"), (9, "fewer than 10"), (10, "about 10"),
     (1_249, "about 1,200")],
)  # fmt: skip
def test_one_count_in_words_follows_the_same_rule(count: int, said: str) -> None:
    assert suppress.words(count) == said
