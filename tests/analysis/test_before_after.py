"""Before and after: sums by hand, every other date, the season, breaks and gaps."""

from __future__ import annotations

import datetime as dt
import math
from typing import Any

import numpy as np
import pandas as pd
import pytest

from tests.analysis.simulated import DAILY, MONTHLY, line
from tests.made_up import card, cut, evidence, row
from utils import catalog
from utils.analysis import before_after, select, timeline, windows
from utils.analysis.before_after import BeforeAfter
from utils.analysis.comparable import Refusal
from utils.analysis.select import SelectionError
from utils.analysis.windows import Plan
from utils.model import Card, Evidence
from utils.store import snapshot

DEATHS = card(frequency="P1M", unit="deaths", method="counted", decimals=0)
YEARLY = card(frequency="P1Y")


def found(rows: Evidence, of: Card, event: str, plan: Plan | None = None, **more: Any):
    answer = before_after.compare(rows, of, dt.date.fromisoformat(event), plan, **more)
    assert isinstance(answer, BeforeAfter), answer
    return answer


def refused(rows: Evidence, of: Card, event: str, plan: Plan | None = None) -> Refusal:
    answer = before_after.compare(rows, of, dt.date.fromisoformat(event), plan)
    assert isinstance(answer, Refusal), answer
    return answer


def noise(length: int, seed: int = 3) -> np.ndarray:
    return np.random.default_rng(seed).uniform(50, 90, length).round()


def test_counts_are_set_per_day_because_months_differ_in_length() -> None:
    values = noise(60)
    values[:4] = [310, 280, 310, 300]
    answer = found(line(values, DEATHS), DEATHS, "2010-03-01", Plan(2, season=False))
    assert (answer.measure, answer.scale) == ("rate per day", "ratio")
    assert answer.before == pytest.approx(590 / 59) == pytest.approx(10)
    assert answer.after == pytest.approx(610 / 61)
    assert answer.raw == answer.statistic == pytest.approx(1)


def test_a_share_is_the_mean_of_its_periods() -> None:
    answer = found(line(np.arange(30.0), YEARLY, "1990-01-01"), YEARLY, "2000-01-01", Plan(3))
    assert (answer.before, answer.after, answer.raw) == (8, 11, 3)
    assert (answer.before_start, answer.after_end) == (dt.date(1997, 1, 1), dt.date(2002, 12, 31))
    assert not answer.season_removed


def test_a_period_around_the_event_belongs_to_neither_side() -> None:
    rows = line(np.arange(60.0), MONTHLY)
    answer = found(rows, MONTHLY, "2011-06-15", Plan(2, season=False))
    assert answer.straddling == (dt.date(2011, 6, 1), dt.date(2011, 6, 30))
    assert (answer.before_end, answer.after_start) == (dt.date(2011, 5, 31), dt.date(2011, 7, 1))
    assert answer.raw == 3
    on_the_first = found(rows, MONTHLY, "2011-06-01", Plan(2, season=False))
    assert on_the_first.straddling is None
    assert on_the_first.after_start == dt.date(2011, 6, 1)
    assert on_the_first.raw == 2


@pytest.mark.parametrize("frequency", ["P1D", "P1W", "P1M", "P3M", "P1Y"])
def test_every_rhythm_is_read_on_its_own_days(frequency: str) -> None:
    of = card(frequency=frequency)
    rows = line(np.arange(40.0), of, "1980-01-01")
    event = rows.rows["start"].iloc[20].date()
    answer = found(rows, of, event.isoformat(), Plan(2, season=False))
    assert (answer.before, answer.after) == (18.5, 20.5)
    assert answer.after_start == event


def test_every_other_date_is_measured_as_the_event_is() -> None:
    """The whole distribution again, date by date, with nothing but slices."""
    values, n = noise(80), 3
    answer = found(line(values, MONTHLY), MONTHLY, "2013-05-20", Plan(n, season=False))
    at = 40
    expected = {
        k: values[k + 1 : k + 1 + n].mean() - values[k - n : k].mean() for k in range(n, 80 - n)
    }
    starts = pd.date_range("2010-01-01", periods=80, freq="MS")
    assert answer.raw == pytest.approx(expected[at])
    others = {k: size for k, size in expected.items() if k != at}
    assert dict(answer.placebo) == pytest.approx({starts[k]: size for k, size in others.items()})
    usual = np.median(list(expected.values()))
    further = sum(abs(size - usual) >= abs(expected[at] - usual) for size in others.values())
    assert answer.usual == pytest.approx(usual)
    assert answer.share == (1 + further) / (1 + len(others))


def test_a_fall_and_a_rise_of_one_size_are_equally_unusual() -> None:
    values = noise(60)
    up, down = values.copy(), values.copy()
    up[30:] += 200
    down[30:] -= 200
    for changed, sign in ((up, 1), (down, -1)):
        answer = found(line(changed, MONTHLY), MONTHLY, "2012-07-01", Plan(3, season=False))
        assert (answer.unusual, answer.sign) == (True, sign)
        assert answer.verdict == "larger than at most other dates"


def test_what_comes_every_year_is_taken_out() -> None:
    month = np.arange(96)
    values = 20 + 5 * np.sin(2 * np.pi * month / 12) + 0.01 * month
    answer = found(line(values, MONTHLY), MONTHLY, "2014-07-01")
    assert answer.season_removed
    assert abs(answer.raw) > 3
    assert answer.statistic == pytest.approx(0.03, abs=1e-6)
    left_in = found(line(values, MONTHLY), MONTHLY, "2014-07-01", Plan(3, season=False))
    assert left_in.statistic == left_in.raw == answer.raw


def test_the_season_of_counts_is_taken_out_as_a_factor() -> None:
    month = np.arange(96)
    days = pd.period_range("2010-01", periods=96, freq="M").days_in_month.to_numpy()
    values = days * 1e6 * np.exp(0.2 * np.sin(2 * np.pi * month / 12))
    answer = found(line(values, DEATHS), DEATHS, "2014-07-01")
    assert answer.raw < 0.85
    assert answer.statistic == pytest.approx(1, abs=1e-6)


def test_with_less_than_three_years_the_season_stays_in() -> None:
    answer = found(line(noise(35), MONTHLY), MONTHLY, "2011-06-01")
    assert not answer.season_removed
    assert found(line(noise(36), MONTHLY), MONTHLY, "2011-06-01").season_removed


def test_the_same_time_a_year_before() -> None:
    month = np.arange(72)
    values = 20 + 5 * np.sin(2 * np.pi * month / 12) + 1.0 * (month >= 40)
    plan = Plan(3, "a year before", season=False)
    answer = found(line(values, MONTHLY), MONTHLY, "2013-05-01", plan)
    assert answer.raw == pytest.approx(1)
    assert (answer.before_start, answer.before_end) == (dt.date(2012, 5, 1), dt.date(2012, 7, 31))
    assert refused(line(noise(40), YEARLY), YEARLY, "2020-01-01", plan).rule == "S02"


def test_first_days_and_the_largest_day_can_be_left_out() -> None:
    values = np.tile([10.0, 12.0], 60)
    values[60] = 500
    rows, event = line(values, MONTHLY), "2015-01-01"
    plain = found(rows, MONTHLY, event, Plan(2, season=False))
    without = found(rows, MONTHLY, event, Plan(2, season=False, without_largest=True))
    later = found(rows, MONTHLY, event, Plan(2, season=False, skip=2))
    assert (plain.raw, without.raw, later.raw) == (245, 1, 0)
    assert without.after_periods == 1


def test_other_events_and_all_windows_that_touch_them_are_left_out() -> None:
    rows, others = line(noise(400), DAILY), [dt.date(2010, 9, 1), dt.date(2010, 4, 20)]
    plan = Plan(7, season=False)
    alone = found(rows, DAILY, "2010-04-10", plan)
    answer = found(rows, DAILY, "2010-04-10", plan, leave_out=[*others, dt.date(2010, 4, 10)])
    gone = set(alone.placebo.index) - set(answer.placebo.index)
    for other in others:
        around = pd.date_range(other - dt.timedelta(6), other + dt.timedelta(7))
        assert set(around) - {pd.Timestamp("2010-04-10")} <= gone
    assert len(gone) == 28
    assert answer.touched == ()
    near = found(rows, DAILY, "2010-04-16", plan, leave_out=others)
    assert near.touched == (dt.date(2010, 4, 20),)


def test_with_fewer_than_nineteen_other_dates_nothing_is_said() -> None:
    twenty = Plan(3, season=False)
    answer = refused(line(noise(24), YEARLY, "1990-01-01"), YEARLY, "2000-01-01", twenty)
    assert (answer.rule, "Only 18 other dates" in answer.reason) == ("S03", True)
    assert "unusual at 5 in 100" in answer.reason
    assert len(found(line(noise(25), YEARLY, "1990-01-01"), YEARLY, "2000-01-01").placebo) == 19


def test_a_break_inside_the_windows_is_refused_with_its_reason() -> None:
    broken = card(frequency="P1Y", breaks=(cut(2001),))
    rows = line(noise(60), broken, "1970-01-01")
    for year in (1999, 2000, 2001, 2002, 2003):
        answer = refused(rows, broken, f"{year}-01-01", Plan(3))
        assert (answer.rule, "The test changed." in answer.reason) == ("S15", True)
    for year in (1998, 2004):
        kept = found(rows, broken, f"{year}-01-01", Plan(3))
        assert not set(kept.placebo.index.year) & set(range(1999, 2004))


def test_gaps_are_gaps_and_not_skipped_over() -> None:
    values = noise(300)
    rows = line(values, DAILY)
    holed = rows.with_rows(rows.rows.drop(index=range(100, 110)))
    after = Plan(14, season=False)
    assert refused(holed, DAILY, "2010-04-11", after).rule == "S17"
    answer = found(holed, DAILY, "2010-05-11", Plan(14, season=False))
    assert answer.raw == found(rows, DAILY, "2010-05-11", after).raw
    thin = rows.with_rows(rows.rows.drop(index=[100, 105]))
    answer = found(thin, DAILY, "2010-04-11", after)
    assert answer.after_periods == 12


def test_too_near_the_end_and_overlapping_periods_are_refused() -> None:
    rows = line(noise(60), MONTHLY)
    for event in ("2010-02-01", "2014-12-01", "2031-01-01", "1999-01-01"):
        assert refused(rows, MONTHLY, event, Plan(3)).rule == "S02"
    rolling = evidence(*(row(year, 1.0, end=f"{year + 1}-12-31") for year in range(1980, 2010)))
    assert "overlap" in refused(rolling, YEARLY, "1990-01-01").reason


def test_one_line_only() -> None:
    two = evidence(row(2000, 1.0), row(2000, 1.0, place="BBB"))
    with pytest.raises(SelectionError, match="2 lines"):
        before_after.compare(two, YEARLY, dt.date(2000, 1, 1))
    with pytest.raises(ValueError, match="at least one period"):
        Plan(0)


def test_intervals_of_the_source_are_combined() -> None:
    rows = line(noise(40), YEARLY, "1970-01-01").rows
    rows = rows.assign(low=rows["value"] - 3, high=rows["value"] + 4)
    answer = found(evidence().with_rows(rows), YEARLY, "1990-01-01", Plan(4))
    down, up = 3 / math.sqrt(4), 4 / math.sqrt(4)
    assert answer.interval == "sampling error of the source"
    assert answer.low == pytest.approx(answer.raw - math.hypot(down, up))
    assert answer.high == pytest.approx(answer.raw + math.hypot(up, down))


def test_without_intervals_of_the_source_the_other_dates_give_one_if_there_are_enough() -> None:
    short = found(line(noise(30), YEARLY, "1970-01-01"), YEARLY, "1985-01-01")
    assert short.interval == "none"
    assert math.isnan(short.low)
    long = found(line(noise(60), YEARLY, "1950-01-01"), YEARLY, "1985-01-01")
    assert long.interval == "movement at other dates"
    middle = np.quantile(long.placebo - long.usual, [0.025, 0.975])
    assert (long.low, long.high) == pytest.approx(tuple(long.statistic - middle[::-1]))


def test_american_months_are_those_of_the_table() -> None:
    """June to August and October to December 2017, added up from the table as printed."""
    rows = snapshot.read("us-suicide-deaths-monthly")
    table = rows.rows.set_index("start")["value"]
    answer = found(rows, catalog.indicator("us-suicide-deaths-monthly"), "2017-09-10")
    assert answer.before == pytest.approx(table["2017-06-01":"2017-08-31"].sum() / 92)
    assert answer.after == pytest.approx(table["2017-10-01":"2017-12-31"].sum() / 92)
    assert answer.verdict == "not unusual"


def test_survey_periods_of_changing_length_are_taken_as_they_are() -> None:
    everything = snapshot.read("us-anxiety-or-depression")
    of = catalog.indicator("us-anxiety-or-depression")
    rows = select.places(select.split(everything, "all"), ["USA"])
    answer = found(rows, of, "2022-09-01")
    assert answer.noun == "survey periods"
    assert answer.straddling is not None
    known = rows.rows[rows.rows["start"] > "2022-09-13"].head(3)
    assert answer.after == pytest.approx(known["value"].mean())
    assert refused(rows, of, "2022-09-01", Plan(3, "a year before")).rule == "S02"


def test_a_level_of_zero_has_no_ratio() -> None:
    values = noise(120)
    values[60:74] = 0
    rows = line(values, DAILY)
    answer = refused(rows, DAILY, "2010-03-09", Plan(7, season=False))
    assert answer.rule == "S17"


def test_the_run_of_periods_knows_its_rhythm() -> None:
    run = timeline.timeline(line(noise(30), MONTHLY), MONTHLY)
    assert isinstance(run, timeline.Timeline)
    assert (run.noun, run.in_a_year, run.regular) == ("months", 12, True)
    assert windows.place(run, dt.date(2010, 3, 1)) == (2, False)
    assert windows.place(run, dt.date(2010, 3, 2)) == (2, True)
