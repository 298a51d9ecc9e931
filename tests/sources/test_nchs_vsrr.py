"""Quarterly provisional rates: a wide table of sexes, ages and states."""

from __future__ import annotations

import pandas as pd
import pytest

from utils import catalog
from utils.sources import nchs_vsrr

QUARTER = catalog.indicator("us-suicide-rate-quarterly")
CRUDE = catalog.indicator("us-suicide-rate-quarterly-crude")
YEAR = catalog.indicator("us-suicide-rate-12-months")
COLUMNS = [*nchs_vsrr.COLUMNS, nchs_vsrr.WHOLE, *nchs_vsrr.SEXES, *nchs_vsrr.AGES, "Rate Alaska"]
ADJUSTED_AGES = [""] * 10
CRUDE_AGES = ["", "1.5", "13.7", "16.8", "17.3", "19.5", "19.4", "14.8", "17.6", "18.9"]


def line(period: str, rate: str, values: list[str], quarter: str = "2019 Q1") -> list[str]:
    return [quarter, period, "Suicide", rate, '"Deaths per 100,000"', *values]


LINES = [
    line("3-month period", "Age-adjusted", ["13.6", "5.9", "21.7", *ADJUSTED_AGES, "31.5"]),
    line("3-month period", "Age-adjusted", [""] * 14, "2021 Q2"),
    line("3-month period", "Crude", ["14.1", "6.1", "22.4", *CRUDE_AGES, "30.0"]),
    line(
        "12 months ending with quarter",
        "Age-adjusted",
        ["14.2", "6.2", "22.7", *ADJUSTED_AGES, "26.2"],
    ),
]


def raw(lines: list[list[str]] = LINES, columns: list[str] = COLUMNS) -> bytes:
    return "\n".join(",".join(cells) for cells in [columns, *lines]).encode()


def printed(rows: pd.DataFrame, start: str) -> dict[tuple[str, str, str], float]:
    chosen = rows[rows["start"] == start]
    keys = zip(chosen["place"], chosen["group_by"], chosen["group"], strict=True)
    return dict(zip(keys, chosen["value"], strict=True))


def test_age_adjusted_rates_come_for_the_country_sexes_and_states() -> None:
    assert printed(nchs_vsrr.tidy(raw(), QUARTER), "2019-01-01") == {
        ("USA", "all", "all"): 13.6,
        ("USA", "sex", "Female"): 5.9,
        ("USA", "sex", "Male"): 21.7,
        ("US-AK", "all", "all"): 31.5,
    }


def test_crude_rates_come_for_the_country_sexes_and_ages_but_not_for_states() -> None:
    found = printed(nchs_vsrr.tidy(raw(), CRUDE), "2019-01-01")
    assert len(found) == 3 + 9
    assert found["USA", "age", "65-74 years"] == 14.8
    assert found["USA", "age", "85 years and over"] == 18.9


def test_a_quarter_and_the_12_months_that_end_with_it_are_two_series() -> None:
    quarter = nchs_vsrr.tidy(raw(), QUARTER).iloc[0]
    year = nchs_vsrr.tidy(raw(), YEAR).iloc[0]
    days = [[str(row[day].date()) for day in ("start", "end")] for row in (quarter, year)]
    assert days == [["2019-01-01", "2019-03-31"], ["2018-04-01", "2019-03-31"]]
    assert [quarter["value"], year["value"]] == [13.6, 14.2]


def test_all_is_provisional_and_an_unsettled_quarter_stays_a_gap() -> None:
    rows = nchs_vsrr.tidy(raw(), QUARTER)
    assert set(rows.loc[rows["start"] == "2019-01-01", "status"]) == {"P"}
    assert set(rows.loc[rows["start"] == "2021-04-01", "status"]) == {"M"}


def test_an_unknown_column_is_named() -> None:
    with pytest.raises(ValueError, match="Atlantis"):
        nchs_vsrr.tidy(raw(columns=[*COLUMNS[:-1], "Rate Atlantis"]), QUARTER)


def test_a_rate_that_was_never_published_before_is_refused() -> None:
    lines = [[*cells] for cells in LINES]
    lines[2][COLUMNS.index("Rate Age 1-4")] = "0.1"
    with pytest.raises(ValueError, match="Rate Age 1-4"):
        nchs_vsrr.tidy(raw(lines), CRUDE)
