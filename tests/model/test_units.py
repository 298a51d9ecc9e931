"""Numbers in words: signs, thousands, points, and natural frequencies that do not mislead."""

from __future__ import annotations

import math
import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from utils.model import units


@pytest.mark.parametrize(
    ("value", "decimals", "expected"),
    [
        (1234.5, 1, "1,234.5"),
        (1234567, 0, "1,234,567"),
        (0, 1, "0.0"),
        (-3.25, 1, "−3.2"),
        (-0.04, 1, "0.0"),
        (-0.06, 1, "−0.1"),
        (-1234, 0, "−1,234"),
        (0.1 + 0.2, 1, "0.3"),
    ],
)
def test_a_number_has_commas_its_decimals_and_a_true_minus_sign(
    value: float, decimals: int, expected: str
) -> None:
    assert units.number(value, decimals) == expected


@pytest.mark.parametrize("value", [math.nan, math.inf, -math.inf])
def test_a_gap_has_no_digits(value: float) -> None:
    for show in (units.number, lambda v, d: units.quantity(v, "percent", d)):
        with pytest.raises(ValueError, match="missing value"):
            show(value, 1)


@given(st.floats(-1e12, 1e12), st.integers(0, 3))
def test_a_printed_number_is_the_rounded_number(value: float, decimals: int) -> None:
    text = units.number(value, decimals)
    assert re.fullmatch(r"−?\d{1,3}(,\d{3})*(\.\d+)?", text)
    assert float(text.replace("−", "-").replace(",", "")) == round(value, decimals)


@pytest.mark.parametrize(
    ("value", "unit", "decimals", "expected"),
    [
        (35.9, "percent", 1, "35.9%"),
        (14.8, "per 100,000", 1, "14.8 per 100,000"),
        (4.4, "days", 1, "4.4 days"),
        (4407, "deaths", 0, "4,407 deaths"),
        (7e6, "people", 0, "7,000,000 people"),
    ],
)
def test_a_quantity_carries_its_unit(value: float, unit: str, decimals: int, expected: str):
    assert units.quantity(value, unit, decimals) == expected


@pytest.mark.parametrize(
    ("value", "unit", "expected"),
    [
        (3.1, "percent", "+3.1 points"),
        (-3.1, "percent", "−3.1 points"),
        (0.0, "percent", "0.0 points"),
        (1.2, "per 100,000", "+1.2 per 100,000"),
        (12, "deaths", "+12.0 deaths"),
    ],
)
def test_two_percents_differ_by_points(value: float, unit: str, expected: str) -> None:
    assert units.difference(value, unit, 1) == expected


@pytest.mark.parametrize("value", [0.04, -0.04])
def test_a_difference_that_rounds_to_zero_has_no_sign(value: float) -> None:
    assert units.difference(value, "percent", 1) == "0.0 points"


def test_an_interval_is_two_numbers_with_a_word_between() -> None:
    assert units.interval(-1.25, 3, 1) == "−1.2 to 3.0"


@pytest.mark.parametrize(
    ("percent", "expected"),
    [
        (100, "about 100 in 100"),
        (99.7, "more than 99 in 100"),
        (50, "about 1 in 2"),
        (33.3, "about 1 in 3"),
        (35.9, "about 36 in 100"),
        (20, "about 1 in 5"),
        (10, "about 1 in 10"),
        (9.9, "about 10 in 100"),
        (7, "about 7 in 100"),
        (1, "about 1 in 100"),
        (0.4, "about 4 in 1,000"),
        (0.0148, "about 15 in 100,000"),
        (0.0002, "fewer than 1 in 100,000"),
        (0, "fewer than 1 in 100,000"),
    ],
)
def test_a_share_is_a_natural_frequency(percent: float, expected: str) -> None:
    assert units.one_in(percent) == expected


@given(st.floats(0, 100))
@example(0.5)
@example(1.5)
@example(10.5)
@example(99.5)
def test_a_frequency_is_near_the_share_it_stands_for(percent: float) -> None:
    words, one, of = re.fullmatch(
        r"(about|fewer than|more than) ([\d,]+) in ([\d,]+)", units.one_in(percent)
    ).groups()
    base = int(of.replace(",", ""))
    stated = 100 * int(one.replace(",", "")) / base
    if words != "about":
        assert (percent < stated) == (words == "fewer than")
    else:
        assert abs(stated - percent) <= max(percent / 10, 50 / base + 1e-9)
    assert int(one) != 1 or base <= 10 or base in (100, 1_000, 100_000)


@pytest.mark.parametrize("percent", [-0.1, 100.1, math.nan])
def test_what_is_no_share_is_refused(percent: float) -> None:
    with pytest.raises(ValueError, match="not a share of 100"):
        units.one_in(percent)


@pytest.mark.parametrize(
    ("shares", "said"),
    [
        ((14.7, 11.4), "about 15 in 100"),
        ((11.4, 14.7), "about 11 in 100"),
        ((20.0, 0.3), "about 200 in 1,000"),
        ((0.3, 20.0), "about 3 in 1,000"),
        ((0.0, 20.0), "about 0 in 100"),
        ((99.9, 50.0), "more than 99 in 100"),
        ((0.0001, 50.0), "fewer than 1 in 100,000"),
    ],
)
def test_shares_that_are_compared_are_out_of_as_many_people(
    shares: tuple[float, float], said: str
) -> None:
    assert units.out_of(*shares) == said
    assert units.out_of(*shares).split(" in ")[-1] == units.out_of(*shares[::-1]).split(" in ")[-1]


@pytest.mark.parametrize("share", [-1.0, 101.0])
def test_what_is_no_share_is_not_compared(share: float) -> None:
    with pytest.raises(ValueError, match="shares of 100"):
        units.out_of(50.0, share)
