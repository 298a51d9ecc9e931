"""Health, United States: stubs, flags, and labels that stand for two definitions."""

from __future__ import annotations

import pandas as pd
import pytest

from utils import catalog
from utils.model import Indicator
from utils.sources import nchs_hus

HEADER = "UNIT_NUM,STUB_NAME,STUB_LABEL,YEAR,AGE,ESTIMATE,FLAG\n"
STANDARDISED = catalog.indicator("us-suicide-rate")
CRUDE = catalog.indicator("us-suicide-rate-crude")


def tidy(*lines: str, card: Indicator = STANDARDISED) -> pd.DataFrame:
    return nchs_hus.tidy((HEADER + "\n".join(lines) + "\n").encode(), card)


def test_the_card_chooses_between_age_adjusted_and_crude() -> None:
    lines = ["1,Total,All persons,2018,All ages,14.2,", "2,Total,All persons,2018,All ages,14.8,"]
    assert tidy(*lines)["value"].tolist() == [14.2]
    assert tidy(*lines, card=CRUDE)["value"].tolist() == [14.8]


def test_a_year_is_its_first_and_last_day_and_the_country_is_the_place() -> None:
    row = tidy("1,Sex,Female,1950,All ages,5.6,").iloc[0]
    assert [row["place"], row["group_by"], row["group"]] == ["USA", "sex", "Female"]
    assert [str(row[day].date()) for day in ("start", "end")] == ["1950-01-01", "1950-12-31"]


def test_single_race_rows_get_a_label_of_their_own() -> None:
    rows = tidy(
        "1,Sex and race,Male: White,2018,All ages,25.5,",
        "1,Sex and race (Single race),Male: White,2018,All ages,25.6,",
    )
    assert rows["group"].tolist() == ["Male: White", "Male: White (single-race table)"]
    assert set(rows["group_by"]) == {"sex_race"}


def test_race_with_and_without_hispanic_origin_are_two_splits() -> None:
    rows = tidy(
        "1,Sex and race,Male: White,2018,All ages,25.5,",
        "1,Sex and race and Hispanic origin,Male: Not Hispanic or Latino: White,2018,All,28.4,",
    )
    assert rows["group_by"].tolist() == ["sex_race", "sex_race_origin"]


def test_wide_age_bands_are_a_split_of_their_own() -> None:
    rows = tidy(
        "2,Age,15-19 years,2018,15-19 years,11.4,",
        "2,Age,15-24 years,2018,15-24 years,14.5,",
        "2,Sex and age,Male: 15-24 years,2018,15-24 years,22.7,",
        card=CRUDE,
    )
    assert rows["group_by"].tolist() == ["age", "age_wide", "sex_age_wide"]


def test_too_few_deaths_are_suppressed_and_years_without_figures_are_gaps() -> None:
    rows = tidy("1,Sex,Female,1950,All ages,,*", "1,Sex,Male,1950,All ages,,...")
    assert rows["status"].tolist() == ["Q", "M"]
    assert rows["value"].isna().all()


def test_crude_rates_by_race_are_left_out_because_their_labels_repeat() -> None:
    race = "Female: Black or African American"
    rows = tidy(
        f"2,Sex and race (Single race),{race},2018,All ages,11.9,",
        f"2,Sex and race (Single race),{race},2018,All ages,2.8,",
        "2,Sex,Female,2018,All ages,6.4,",
        card=CRUDE,
    )
    assert rows["group"].tolist() == ["Female"]


def test_a_label_that_repeats_is_refused() -> None:
    with pytest.raises(ValueError, match="Female: White"):
        tidy(
            "1,Sex and race,Female: White,2018,All ages,7.0,",
            "1,Sex and race,Female: White,2018,All ages,2.8,",
        )


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("1,Sex and county,Female: Cook,2018,All ages,5.0,", "Sex and county"),
        ("1,Sex,Female,2018,All ages,5.0,?", r"FLAG.*\?"),
    ],
)
def test_an_unknown_stub_or_flag_is_named(line: str, name: str) -> None:
    with pytest.raises(ValueError, match=name):
        tidy(line)
