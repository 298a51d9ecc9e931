"""Lead and lag: only changes without season, beside chance, and never across a break."""

from __future__ import annotations

import datetime as dt
from typing import Any

import numpy as np
import pandas as pd
import pytest

from tests.analysis.simulated import DAILY, MONTHLY, line, linked, monthly
from tests.made_up import card, cut
from utils import catalog
from utils.analysis import grid, lead_lag, select
from utils.analysis.comparable import Refusal
from utils.analysis.lead_lag import BOUND, LEAST_PERIODS, LeadLag
from utils.analysis.timeline import Timeline, timeline
from utils.model import Evidence
from utils.store import snapshot

OTHER = card(id="made-up-other", plain_title="Other share", frequency="P1M")
DEATHS = card(id="made-up-deaths", frequency="P1D", unit="deaths", method="counted")
WEEKS = card(id="made-up-weeks", frequency="P1W")


def found(one: Evidence, of_one: Any, other: Evidence, of_other: Any) -> LeadLag:
    answer = lead_lag.compare(one, of_one, other, of_other)
    assert isinstance(answer, LeadLag), answer
    return answer


def refused(one: Evidence, of_one: Any, other: Evidence, of_other: Any) -> Refusal:
    answer = lead_lag.compare(one, of_one, other, of_other)
    assert isinstance(answer, Refusal), answer
    return answer


@pytest.mark.parametrize("lag", [0, 1, 4])
def test_a_planted_lag_is_found_on_the_right_side(lag: int) -> None:
    one, other = linked(np.random.default_rng(41), 0.3, 0.95, lag)
    ahead = found(line(one, MONTHLY), MONTHLY, line(other, OTHER), OTHER)
    behind = found(line(other, OTHER), OTHER, line(one, MONTHLY), MONTHLY)
    assert (ahead.largest, behind.largest) == (lag, -lag)
    assert ahead.beyond_chance
    assert abs(ahead.values[ahead.lags.index(lag)]) > ahead.band
    months = {0: "in the same month", 1: "1 month behind", 4: "4 months behind"}[lag]
    assert months in ahead.verdict
    if lag:
        said = "“Other share” lies"
        assert said in ahead.verdict
        assert said in behind.verdict
    assert "does not say why" in ahead.verdict


def test_series_that_only_grow_and_follow_the_year_show_nothing() -> None:
    """Undifferenced they correlate almost perfectly."""
    random, month = np.random.default_rng(42), np.arange(120)
    one = monthly(random, 0.3) + 0.5 * month
    other = monthly(random, 0.3) + 0.4 * month
    assert np.corrcoef(one, other)[0, 1] > 0.95
    answer = found(line(one, MONTHLY), MONTHLY, line(other, OTHER), OTHER)
    assert not answer.beyond_chance
    assert answer.verdict.startswith("Nothing beyond chance at any lag up to 6 months")
    assert max(map(abs, answer.values)) <= answer.band


def test_the_band_is_one_for_all_lags_and_the_share_agrees_with_it() -> None:
    for seed in range(12):
        random = np.random.default_rng(seed)
        one, other = (line(monthly(random, 0.6, 72), MONTHLY) for _ in range(2))
        answer = found(one, MONTHLY, other, MONTHLY)
        assert answer.beyond_chance == (max(map(abs, answer.values)) > answer.band)
        assert 0 < answer.share <= 1
        assert answer.lags == tuple(range(-6, 7))
        assert len(answer.values) == 13


def test_it_is_the_same_every_time() -> None:
    random = np.random.default_rng(43)
    one, other = line(monthly(random, 0.6), MONTHLY), line(monthly(random, 0.6), OTHER)
    first, again = (found(one, MONTHLY, other, OTHER) for _ in range(2))
    assert (first.values, first.band, first.share) == (again.values, again.band, again.share)


@pytest.mark.parametrize("length", [64, 65])
def test_surrogates_keep_mean_and_spectrum_and_lose_the_rest(length: int) -> None:
    series = np.cumsum(np.random.default_rng(44).normal(size=length))
    drawn = lead_lag.surrogates(series, 50, seed=1)
    assert drawn.shape == (50, length)
    power = np.abs(np.fft.rfft(drawn, axis=1))
    assert power == pytest.approx(np.tile(np.abs(np.fft.rfft(series)), (50, 1)))
    assert np.abs(np.corrcoef(np.vstack([series, drawn]))[0, 1:]).mean() < 0.5


def test_correlations_are_those_of_the_definition() -> None:
    random = np.random.default_rng(45)
    one, other = random.normal(size=50), random.normal(size=50)
    a, b = (one - one.mean()) / one.std(), (other - other.mean()) / other.std()
    expected = [
        sum(a[t] * b[t + lag] for t in range(50) if 0 <= t + lag < 50) / 50 for lag in range(-3, 4)
    ]
    assert lead_lag.correlations(one, other, 3) == pytest.approx(expected)


def test_too_few_shared_changes_are_refused() -> None:
    random = np.random.default_rng(46)
    least = LEAST_PERIODS + 1
    for months, enough in ((least, True), (least - 1, False)):
        rows = line(monthly(random, 0.3, months), MONTHLY)
        other = line(monthly(random, 0.3, 200), OTHER)
        answer = lead_lag.compare(rows, MONTHLY, other, OTHER)
        assert isinstance(answer, LeadLag) == enough
        if isinstance(answer, Refusal):
            assert "only 39 changes in a row" in answer.reason
    apart = refused(
        line(noise := monthly(random, 0.3, 50), MONTHLY),
        MONTHLY,
        line(noise, OTHER, "2020-01"),
        OTHER,
    )
    assert apart.rule == "S03"


def test_a_series_that_never_changes_and_one_without_rhythm_are_refused() -> None:
    rows = line(monthly(np.random.default_rng(47), 0.3), MONTHLY)
    assert refused(rows, MONTHLY, line(np.full(120, 7.0), OTHER), OTHER).rule == "S12"
    pulse = catalog.indicator("us-anxiety-or-depression")
    all_of_them = select.split(snapshot.read(pulse.id), "all")
    irregular = select.places(all_of_them, ["USA"])
    assert "at one distance" in refused(rows, MONTHLY, irregular, pulse).reason


def test_no_change_reaches_across_a_break_or_a_gap() -> None:
    """A jump at the break would be the largest change of all."""
    random, broken = np.random.default_rng(48), card(frequency="P1M", breaks=(cut(2013),))
    jump = 80.0 * (np.arange(120) >= 36)
    one, other = monthly(random, 0.3) + jump, monthly(random, 0.3) + jump
    whole = found(line(one, MONTHLY), MONTHLY, line(other, OTHER), OTHER)
    assert whole.largest == 0
    assert whole.values[6] > 0.8
    apart = found(line(one, broken), broken, line(other, OTHER), OTHER)
    assert apart.grid.start == dt.date(2013, 2, 1)
    assert apart.changes == 83
    assert not apart.beyond_chance
    holed = line(other, OTHER)
    holed = holed.with_rows(holed.rows.drop(index=60))
    gap = found(line(one, broken), broken, holed, OTHER)
    assert (gap.grid.start, gap.changes) == (dt.date(2015, 3, 1), 58)


def test_a_break_inside_a_coarser_period_parts_it_from_both_neighbours() -> None:
    days = card(frequency="P1D", breaks=(cut(2013),))
    middle = card(frequency="P1D", breaks=(_on(dt.date(2013, 1, 15)),))
    random = np.random.default_rng(49)
    months = line(monthly(random, 0.3), MONTHLY)
    fine = line(random.normal(20, 1, 3000), DAILY)
    on_the_first = found(months, MONTHLY, fine, days)
    inside = found(months, MONTHLY, fine, middle)
    assert on_the_first.grid.start == dt.date(2013, 2, 1)
    assert inside.grid.start == dt.date(2013, 3, 1)
    late = card(frequency="P1D", breaks=(_on(dt.date(2017, 6, 15)),))
    assert found(months, MONTHLY, fine, late).grid.end == dt.date(2017, 5, 31)


def _on(day: dt.date) -> Any:
    return type(cut(2000))(day, "Made-up break", "The test changed.", "https://example.org/")


def test_the_finer_series_is_brought_to_the_coarser_rhythm() -> None:
    days = line(np.arange(400.0), DEATHS)
    run = timeline(days, DEATHS)
    assert isinstance(run, Timeline)
    spans = line(np.zeros(14), MONTHLY).rows[["start", "end"]]
    sums, means = grid.aggregate(run, spans, "sum"), grid.aggregate(run, spans, "mean")
    assert not isinstance(sums, Refusal)
    assert not isinstance(means, Refusal)
    assert sums[:2] == pytest.approx([sum(range(31)), sum(range(31, 59))])
    assert means[:2] == pytest.approx([15, 44.5])
    assert np.isnan(sums[13])
    weeks = timeline(line(np.arange(60.0), WEEKS), WEEKS)
    assert isinstance(weeks, Timeline)
    by_month = grid.aggregate(weeks, spans, "mean")
    assert not isinstance(by_month, Refusal)
    middles = pd.Series(np.arange(60.0), weeks.rows["start"] + pd.Timedelta(days=3))
    assert by_month[1] == pytest.approx(middles["2010-02"].mean())


@pytest.mark.parametrize("id", ["us-search-mental-health", "us-suicide-message-mix"])
def test_an_index_or_a_share_may_not_be_added_up(id: str) -> None:
    of = catalog.reach()[id]
    rows = snapshot.read(id).rows
    one = rows[rows["group"] == rows["group"].iloc[0]]
    run = timeline(snapshot.read(id).with_rows(one), of)
    assert isinstance(run, Timeline)
    answer = grid.aggregate(run, line(np.zeros(14), MONTHLY).rows[["start", "end"]], "sum")
    assert isinstance(answer, Refusal)
    assert (answer.rule, "may not be added up" in answer.reason) == ("S23", True)


def test_tweets_by_day_meet_deaths_by_month() -> None:
    deaths, tweets = "us-suicide-deaths-monthly", "us-suicide-mentions"
    answer = found(
        snapshot.read(deaths), catalog.indicator(deaths),
        snapshot.read(tweets), catalog.reach()[tweets],
    )  # fmt: skip
    assert answer.grid.frequency == "P1M"
    assert answer.grid.end <= dt.date(2019, 12, 31)
    assert answer.changes >= LEAST_PERIODS
    assert len(answer.lags) == 2 * BOUND["P1M"] + 1
