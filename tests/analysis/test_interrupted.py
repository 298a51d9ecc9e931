"""Interrupted series: what is answered, what is refused, and that no input breaks them."""

from __future__ import annotations

import datetime as dt
import re
import subprocess
import sys
from typing import Any

import numpy as np
import pandas as pd
import pytest

from tests.made_up import card, cut
from utils.analysis.comparable import Refusal
from utils.analysis.interrupted import (
    NO_STEP,
    STEP,
    Estimate,
    Interruption,
    Model,
    analyse,
    table,
    words,
)
from utils.analysis.interrupted.periods import axis
from utils.analysis.interrupted.result import Kind

EVENT = dt.date(2018, 1, 1)
COUNT, RATE = Model("count"), Model("rate")
CAUSAL = re.compile(r"\b(caus|led to|drove|thanks|impact|effect|because of|reduc|result)", re.I)


def months(n: int = 60, start: str = "2015-01-01") -> pd.DatetimeIndex:
    return pd.date_range(start, periods=n, freq="MS")


def counts(step: float = 1.0, n: int = 60, mean: float = 400, seed: int = 1) -> pd.Series:
    """Poisson months with a season and a step at the event; no memory."""
    index = months(n)
    season = 0.1 * np.sin(2 * np.pi * np.arange(n) / 12)
    level = mean * np.exp(season) * np.where(index >= pd.Timestamp(EVENT), step, 1.0)
    return pd.Series(np.random.default_rng(seed).poisson(level).astype(float), index)


def rates(step: float = 0.0, seed: int = 2, n: int = 60) -> pd.Series:
    index = months(n)
    noise = np.random.default_rng(seed).normal(0, 0.5, n)
    return pd.Series(20 + noise + step * (index >= pd.Timestamp(EVENT)), index)


def answered(*args: Any, **more: Any) -> Interruption:
    found = analyse(*args, **more)
    assert isinstance(found, Interruption), found
    return found


def refused(*args: Any, **more: Any) -> Refusal:
    found = analyse(*args, **more)
    assert isinstance(found, Refusal), found
    assert found.reason
    assert found.instead
    return found


def test_a_planted_ratio_lies_in_its_interval() -> None:
    found = answered(counts(1.3), EVENT, COUNT)
    assert found.level.low < 1.3 < found.level.high
    assert found.level.low > 1
    assert (found.verdict, found.is_step) == (STEP, True)


def test_a_planted_difference_lies_in_its_interval() -> None:
    found = answered(rates(-2.0), EVENT, RATE)
    assert found.level.low < -2.0 < found.level.high < 0
    assert np.isnan(found.dispersion)


def test_without_a_step_the_verdict_is_chance() -> None:
    found = answered(counts(), EVENT, COUNT)
    assert found.verdict == NO_STEP
    assert "can't be told from" in found.diagnostics[0]


def test_a_change_of_slope_is_found_where_it_was_planted() -> None:
    values = rates()
    after = np.clip(np.arange(60) - 36, 0, None)
    found = answered(values + 0.3 * after, EVENT, Model("rate", slope=True))
    assert found.slope is not None
    assert found.slope.low < 0.3 < found.slope.high
    assert "The later trend differs" in " ".join(found.diagnostics)


def test_the_fit_of_counts_with_people_is_in_counts() -> None:
    people = pd.Series(np.linspace(1e6, 2e6, 60), months())
    values = (counts() * people / 1e6).round()
    found = answered(values, EVENT, COUNT, population=people)
    assert found.level.low < 1 < found.level.high
    assert found.fitted.sum() == pytest.approx(values.sum(), rel=1e-6)
    assert answered(values, EVENT, COUNT).fitted.index.equals(values.index)


def test_what_moves_in_the_control_too_is_no_step() -> None:
    shared = 3.0 * (months() >= pd.Timestamp(EVENT))
    assert answered(rates() + shared, EVENT, RATE).is_step
    found = answered(rates() + shared, EVENT, RATE, control=rates(seed=5) + shared)
    assert not found.is_step
    assert "the control series" in found.diagnostics[0]


def test_a_control_of_counts_takes_out_a_shared_ratio() -> None:
    both = answered(counts(1.5), EVENT, COUNT, control=counts(1.5, seed=9))
    assert both.level.low < 1 < both.level.high
    only = answered(counts(1.5), EVENT, COUNT, control=counts(1.0, seed=9))
    assert only.level.low < 1.5 < only.level.high


def test_order_and_missing_months_do_not_matter() -> None:
    values = counts(1.3)
    gaps = values.copy()
    gaps.iloc[[3, 20, 50]] = np.nan
    shuffled = gaps.sample(frac=1, random_state=1)
    found = answered(shuffled, EVENT, COUNT)
    assert found.level == answered(gaps.dropna(), EVENT, COUNT).level
    assert (found.n_before, found.n_after) == (34, 23)
    assert len(found.observed) == 57
    assert found.observed.index.is_monotonic_increasing


def test_a_gap_is_a_longer_distance() -> None:
    line = axis(months().delete([5, 6]), EVENT)
    assert line is not None
    assert line.number[4] + 3 == line.number[5]


@pytest.mark.parametrize(
    ("day", "first"), [("2018-01-10", "2018-01-01"), ("2018-01-31", "2018-02-01")]
)
def test_a_month_is_after_when_half_of_it_is_left(day: str, first: str) -> None:
    found = answered(counts(), dt.date.fromisoformat(day), COUNT)
    assert found.first_after == dt.date.fromisoformat(first)


@pytest.mark.parametrize(
    ("frequency", "n", "name"),
    [("YS", 24, "year"), ("QS", 32, "quarter"), ("W-SUN", 150, "week"), ("D", 90, "day")],
)
def test_every_regular_period_is_understood(frequency: str, n: int, name: str) -> None:
    index = pd.date_range("2000-01-01", periods=n, freq=frequency)
    values = pd.Series(np.random.default_rng(4).normal(20, 1, n), index)
    found = answered(values, index[n // 2].date(), RATE)
    assert found.period == name
    assert found.n_before == n // 2


def test_negative_binomial_is_taken_where_counts_scatter_widely() -> None:
    noise = np.exp(np.random.default_rng(3).normal(0, 0.3, 60))
    wide = (counts(mean=5_000) * noise).round()
    assert answered(wide, EVENT, COUNT).family == "negative binomial"
    assert answered(counts(), EVENT, COUNT).family == "quasi-poisson"
    asked = answered(counts(), EVENT, Model("count", dispersion="negative binomial"))
    assert asked.level.value == pytest.approx(
        answered(counts(), EVENT, COUNT).level.value, rel=0.02
    )


def test_memory_widens_the_interval() -> None:
    random, error = np.random.default_rng(8), np.zeros(120)
    for at in range(1, 120):
        error[at] = 0.6 * error[at - 1] + random.normal(0, 0.5)
    values = pd.Series(20 + error, months(120))
    found = answered(values, EVENT, RATE)
    plain = table(values, EVENT, RATE, "model").loc["step"]
    assert found.memory > 0.3
    assert found.level.high - found.level.low > 1.5 * (plain["high"] - plain["low"])
    assert "wider" in " ".join(found.diagnostics)


def test_a_period_far_off_is_named() -> None:
    values = rates()
    values.iloc[10] += 6
    found = answered(values, EVENT, RATE)
    assert found.influential == (dt.date(2015, 11, 1),)
    assert "Far off the curve: Nov 2015." in found.diagnostics


def test_a_break_in_the_series_is_refused_with_its_reason() -> None:
    found = refused(counts(), EVENT, COUNT, card=card(breaks=(cut(2016),)))
    assert found.rule == "S15"
    assert "The test changed." in found.reason


@pytest.mark.parametrize("day", ["2017-12-01", "2018-01-01", "2018-02-01"])
def test_a_date_on_or_beside_a_break_is_refused(day: str) -> None:
    values = counts()
    # the series starts at the break, as the rows of one stretch do
    found = refused(
        values["2018":], dt.date.fromisoformat(day), COUNT, card=card(breaks=(cut(2018),))
    )
    assert found.rule == "S15"
    assert "falls on a registered break" in found.reason


def test_a_break_of_another_split_or_time_does_not_matter() -> None:
    other = card(breaks=(cut(2016, "sex"), cut(2010), cut(2030)))
    assert answered(counts(), EVENT, COUNT, card=other).n_before == 36
    assert refused(counts(), EVENT, COUNT, card=other, group_by="sex").rule == "S15"


@pytest.mark.parametrize("day", [dt.date(2015, 6, 1), dt.date(2019, 6, 1)])
def test_eleven_months_on_one_side_are_too_few(day: dt.date) -> None:
    assert "12 on either side" in refused(counts(), day, COUNT).reason


def test_eight_years_on_either_side_are_enough_and_seven_are_not() -> None:
    index = pd.date_range("2000-01-01", periods=16, freq="YS")
    values = pd.Series(np.random.default_rng(1).normal(10, 1, 16), index)
    assert answered(values, dt.date(2008, 1, 1), RATE).n_after == 8
    assert "8 on either side" in refused(values, dt.date(2007, 1, 1), RATE).reason


def test_a_season_needs_two_whole_cycles() -> None:
    index = pd.date_range("2020-01-05", periods=60, freq="W-SUN")
    values = pd.Series(np.random.default_rng(1).normal(10, 1, 60), index)
    assert "season" in refused(values, index[30].date(), RATE).reason
    assert answered(values, index[30].date(), Model("rate", season=0)).period == "week"


@pytest.mark.parametrize("day", [dt.date(1990, 1, 1), dt.date(2090, 1, 1)])
def test_a_date_outside_the_series_is_refused(day: dt.date) -> None:
    assert "There are" in refused(counts(), day, COUNT).reason


@pytest.mark.parametrize("model", [COUNT, RATE])
@pytest.mark.parametrize("value", [0.0, 7.0])
def test_a_series_that_never_moves_is_refused(value: float, model: Model) -> None:
    assert "the same" in refused(pd.Series(value, months()), EVENT, model).reason


def test_an_exact_line_is_refused() -> None:
    assert "chance" in refused(pd.Series(np.arange(60.0), months()), EVENT, RATE).reason


def test_nothing_counted_on_one_side_is_refused() -> None:
    values = counts()
    values[: pd.Timestamp("2017-12-01")] = 0
    assert "zero" in refused(values, EVENT, COUNT).reason


def test_counts_below_zero_and_infinity_are_refused() -> None:
    below, endless = counts(), rates()
    below.iloc[3], endless.iloc[3] = -1, np.inf
    assert "below zero" in refused(below, EVENT, COUNT).reason
    assert "finite" in refused(endless, EVENT, RATE).reason


def test_repeated_and_irregular_periods_are_refused() -> None:
    twice = pd.concat([counts(), counts().iloc[:1]])
    odd = counts().set_axis(pd.DatetimeIndex([*months()[:-1], pd.Timestamp("2019-12-09")]))
    for values in (twice, odd, counts().iloc[:1], counts().iloc[:0], counts() * np.nan):
        assert "regular" in refused(values, EVENT, COUNT).reason


def test_a_series_that_wanders_is_refused() -> None:
    walk = pd.Series(50 + np.random.default_rng(6).normal(size=120).cumsum(), months(120))
    assert "wanders" in refused(walk, dt.date(2020, 1, 1), RATE).reason


def test_a_pattern_that_is_left_over_is_refused() -> None:
    beat = 2.0 * np.where(np.arange(120) % 3 == 0, 1.0, 0.0)
    found = refused(rates(n=120) + beat, dt.date(2020, 1, 1), RATE)
    assert "pattern" in found.reason


def test_one_month_that_decides_the_direction_is_refused() -> None:
    # lower only because of one month out of twelve after the date
    values = rates(n=120)
    values.iloc[108:] += 0.5
    values.iloc[112] -= 40
    assert "One single period" in refused(values, dt.date(2024, 1, 1), RATE).reason


def test_counts_that_burst_are_refused() -> None:
    bursts = counts()
    bursts.iloc[[5, 17, 30, 44]] *= 200
    assert re.search("scatter more widely|not be fitted", refused(bursts, EVENT, COUNT).reason)


@pytest.mark.parametrize("size", [1e-9, 1e12])
def test_the_unit_does_not_change_the_verdict(size: float) -> None:
    plain, other = answered(rates(-1), EVENT, RATE), answered(rates(-1) * size, EVENT, RATE)
    assert other.level.low / size == pytest.approx(plain.level.low)
    assert other.verdict == plain.verdict


def test_enormous_and_tiny_counts_are_survived() -> None:
    huge = answered((counts(1.3) * 1e12).round(), EVENT, COUNT)
    assert huge.level.low < 1.3 < huge.level.high
    assert isinstance(analyse(counts(mean=0.4), EVENT, COUNT), Interruption | Refusal)


def test_periods_without_people_are_left_out() -> None:
    people = pd.Series(1e6, months())
    people.iloc[:5] = 0
    assert answered(counts(), EVENT, COUNT, population=people).n_before == 31


def test_what_a_programmer_got_wrong_is_an_error() -> None:
    with pytest.raises(TypeError, match="indexed by"):
        analyse(pd.Series([1.0, 2.0]), EVENT, COUNT)
    with pytest.raises(ValueError, match="population"):
        analyse(rates(), EVENT, RATE, population=rates())
    with pytest.raises(ValueError, match="season pairs"):
        Model("count", season=3)
    with pytest.raises(ValueError, match="irregular"):
        table(counts().iloc[:1], EVENT, COUNT, "model")


@pytest.mark.parametrize(
    ("kind", "low", "high", "said"),
    [
        ("count", 0.87, 0.925, "7.5% to 13% lower"),
        ("count", 1.04, 1.121, "4.0% to 12% higher"),
        ("count", 0.96, 1.081, "4.0% lower to 8.1% higher"),
        ("count", 2.0, 40.0, "100% to 40 times higher"),
        ("rate", -3.0, -1.2, "1.2 to 3.0 points lower"),
        ("rate", -0.012, 1234.5, "0.012 points lower to 1,234 points higher"),
    ],
)
def test_an_interval_in_words(kind: Kind, low: float, high: float, said: str) -> None:
    assert words.interval(kind, Estimate((low + high) / 2, low, high)) == said


def test_a_season_is_named_only_where_it_is_modelled() -> None:
    assert "trend and season" in answered(counts(), EVENT, COUNT).diagnostics[0]
    plain = answered(rates(), EVENT, Model("rate", season=0))
    assert "season" not in plain.diagnostics[0]


@pytest.mark.parametrize("slope", [False, True])
@pytest.mark.parametrize("step", [1.0, 1.4])
def test_no_sentence_speaks_of_cause(step: float, slope: bool) -> None:
    pairs: list[tuple[Kind, pd.Series]] = [("count", counts(step)), ("rate", rates(step - 1))]
    for kind, values in pairs:
        found = answered(values, EVENT, Model(kind, slope=slope))
        said = " ".join((found.verdict, *found.diagnostics))
        assert not CAUSAL.search(said), said
        assert "at the same time" in said
        assert all(one.endswith(".") for one in found.diagnostics)


def test_the_same_series_gives_the_same_answer() -> None:
    one, other = answered(counts(1.1), EVENT, COUNT), answered(counts(1.1), EVENT, COUNT)
    assert one.level == other.level
    assert one.diagnostics == other.diagnostics


def test_the_statistics_library_is_loaded_only_when_a_model_is_fitted() -> None:
    code = (
        "import sys; import utils.analysis.interrupted; "
        "sys.exit(any(name.split('.')[0] in ('statsmodels', 'scipy') for name in sys.modules))"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_a_pattern_that_is_left_is_not_denied() -> None:
    assert "Some pattern remains" in words._left(0.04)
    assert "no pattern was found" in words._left(0.06)
