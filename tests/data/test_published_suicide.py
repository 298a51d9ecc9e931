"""Figures of the suicide series as they were printed, read through the snapshot.

Where no second publication of a figure was found, the last column says so: such a line
checks the import alone.
"""

from __future__ import annotations

import pandas as pd
import pytest

from utils import catalog
from utils.store import snapshot

ALL = ("all", "all")
MEN, WOMEN = ("sex", "Male"), ("sex", "Female")
BRIEF_362 = "NCHS Data Brief 362, April 2020"
BRIEF_330 = "NCHS Data Brief 330, November 2018"
ESTAT = "NCHS Health E-Stat, suicide rates by race and ethnicity, 1999 and 2017"
INFOPLEASE = "infoplease.com/ipa/A0779940.html, after Health, United States"
VSRR_16 = "NCHS Vital Statistics Rapid Release 16, November 2021"
IMPORT = "raw file: a check of the import only"
KFF = "Kaiser Family Foundation, July 2021, after CDC"
QUICKSTATS = "NCHS QuickStats, February 2022"
JIJI = "Jiji Press, 29 March 2024, after the ministry"
MEDICAL = "Japan Medical Journal, 2018"
ONS_2023 = "ONS, Suicides in England and Wales: 2023 registrations"
ONS_2021 = "ONS, Suicides in England and Wales: 2021 registrations"
ABS_4125 = "ABS 4125.0, Gender Indicators, August 2013"
EUROSTAT_2020 = "Eurostat news, 8 September 2023"
EUROSTAT_2021 = "Cyprus Mail, 10 September 2024, after Eurostat"
CRUDE, QUARTERLY_CRUDE = "us-suicide-rate-crude", "us-suicide-rate-quarterly-crude"
WHITE = "Not Hispanic or Latino: White"
AIAN = "Not Hispanic or Latino: American Indian or Alaska Native"

PRINTED = [
    # series, place, (group_by, group), start, value, where printed
    ("us-suicide-rate", "USA", ALL, "1950-01-01", 13.2, "APHA 2004, paper 90790"),
    ("us-suicide-rate", "USA", ALL, "1999-01-01", 10.5, BRIEF_362),
    ("us-suicide-rate", "USA", ALL, "2001-01-01", 10.7, "APHA 2004, paper 90790"),
    ("us-suicide-rate", "USA", ALL, "2018-01-01", 14.2, BRIEF_362),
    ("us-suicide-rate", "USA", MEN, "2018-01-01", 22.8, BRIEF_362),
    ("us-suicide-rate", "USA", WOMEN, "2018-01-01", 6.2, BRIEF_362),
    ("us-suicide-rate", "USA", ("sex_race_origin", f"Male: {WHITE}"), "2017-01-01", 28.2, ESTAT),
    ("us-suicide-rate", "USA", ("sex_race_origin", f"Male: {AIAN}"), "2017-01-01", 33.8, ESTAT),
    ("us-suicide-rate", "USA", ("sex_race_origin", f"Female: {AIAN}"), "1999-01-01", 4.6, ESTAT),
    (
        "us-suicide-rate",
        "USA",
        ("sex_race_origin", f"Male: {WHITE} (single-race table)"),
        "2018-01-01",
        28.6,
        QUICKSTATS,
    ),
    (CRUDE, "USA", ("age", "15-19 years"), "1950-01-01", 2.7, INFOPLEASE),
    (CRUDE, "USA", ("age_wide", "45-64 years"), "1980-01-01", 15.9, INFOPLEASE),
    (CRUDE, "USA", ("age", "75-84 years"), "2010-01-01", 15.7, INFOPLEASE),
    (CRUDE, "USA", ("sex_age", "Female: 10-14 years"), "2017-01-01", 1.7, BRIEF_330),
    (CRUDE, "USA", ("sex_age_wide", "Male: 45-64 years"), "2017-01-01", 30.1, BRIEF_330),
    (CRUDE, "USA", ("sex_age", "Male: 65-74 years"), "1999-01-01", 24.7, BRIEF_330),
    ("us-suicide-rate-by-state", "USA", ALL, "2017-01-01", 14.0, BRIEF_330),
    ("us-suicide-rate-by-state", "US-MT", ALL, "2017-01-01", 28.9, IMPORT),
    ("us-suicide-rate-by-state", "US-DC", ALL, "2017-01-01", 6.6, IMPORT),
    ("us-suicide-rate-by-state", "US-AK", ALL, "2019-01-01", 28.5, KFF),
    ("us-suicide-rate-by-state", "US-NJ", ALL, "2019-01-01", 8.0, KFF),
    ("us-suicide-rate-by-state", "US-WY", ALL, "2019-01-01", 29.3, IMPORT),
    ("us-suicide-deaths-by-state", "USA", ALL, "1999-01-01", 29199, IMPORT),
    ("us-suicide-deaths-by-state", "USA", ALL, "2017-01-01", 47173, IMPORT),
    ("us-suicide-deaths-by-state", "US-WY", ALL, "2019-01-01", 170, IMPORT),
    ("us-suicide-deaths-monthly", "USA", ALL, "2019-04-01", 4029, VSRR_16),
    ("us-suicide-deaths-monthly", "USA", ALL, "2014-02-01", 3091, IMPORT),
    ("us-suicide-deaths-monthly", "USA", ALL, "2022-05-01", 4407, IMPORT),
    ("us-suicide-rate-12-months", "USA", ALL, "2019-01-01", 13.9, VSRR_16),
    ("us-suicide-rate-12-months", "USA", MEN, "2019-01-01", 22.4, VSRR_16),
    ("us-suicide-rate-12-months", "USA", WOMEN, "2019-01-01", 6.0, VSRR_16),
    ("us-suicide-rate-12-months", "USA", ALL, "2020-01-01", 13.5, VSRR_16),
    ("us-suicide-rate-quarterly", "USA", ALL, "2019-07-01", 14.7, IMPORT),
    ("us-suicide-rate-quarterly", "USA", WOMEN, "2020-04-01", 5.3, IMPORT),
    ("us-suicide-rate-quarterly", "US-AK", ALL, "2019-01-01", 31.5, IMPORT),
    (QUARTERLY_CRUDE, "USA", ALL, "2019-10-01", 13.8, IMPORT),
    (QUARTERLY_CRUDE, "USA", ("age", "25-34 years"), "2021-01-01", 18.0, IMPORT),
    (QUARTERLY_CRUDE, "USA", ("age", "65-74 years"), "2019-01-01", 14.8, IMPORT),
    ("suicide-rate-world", "USA", ALL, "2021-01-01", 15.63, IMPORT),
    ("suicide-rate-world", "USA", ALL, "2019-01-01", 15.11, IMPORT),
    ("suicide-rate-world", "JPN", ALL, "2021-01-01", 17.43, IMPORT),
    ("suicide-rate-world", "LSO", ALL, "2021-01-01", 28.66, IMPORT),
    ("jp-suicides", "JPN", ALL, "2003-01-01", 34427, "White Paper on Suicide Prevention"),
    ("jp-suicides", "JPN", ALL, "2024-01-01", 20320, "Ministry of Health, March 2025"),
    ("jp-suicides", "JPN", MEN, "2023-01-01", 14862, JIJI),
    ("jp-suicides", "JPN", WOMEN, "2023-01-01", 6975, JIJI),
    ("jp-suicide-rate", "JPN", ALL, "2017-01-01", 16.8, MEDICAL),
    ("jp-suicide-rate", "JPN", MEN, "2017-01-01", 24.0, MEDICAL),
    ("jp-suicide-rate", "JPN", WOMEN, "2017-01-01", 10.0, MEDICAL),
    ("jp-suicide-rate", "JPN", ALL, "2023-01-01", 17.6, JIJI),
    ("jp-suicides-monthly", "JPN", ALL, "2008-01-01", 2542, IMPORT),
    ("jp-suicides-monthly", "JPN", ALL, "2020-10-01", 2230, IMPORT),
    ("jp-suicides-monthly", "JPN", ALL, "2026-04-01", 1360, IMPORT),
    ("ew-suicide-rate", "GB-EAW", ALL, "2023-01-01", 11.4, ONS_2023),
    ("ew-suicide-rate", "GB-EAW", MEN, "2023-01-01", 17.4, ONS_2023),
    ("ew-suicide-rate", "GB-WLS", ALL, "2022-01-01", 12.5, ONS_2023),
    ("ew-suicide-rate", "GB-E12000002", ALL, "2023-01-01", 14.7, ONS_2023),
    ("ew-suicide-rate", "GB-E12000001", ALL, "2021-01-01", 14.1, ONS_2021),
    ("ew-suicide-rate", "GB-EAW", ALL, "2020-01-01", 10.0, ONS_2021),
    ("ew-suicides", "GB-EAW", ALL, "2023-01-01", 6069, ONS_2023),
    ("ew-suicides", "GB-EAW", ALL, "2022-01-01", 5642, ONS_2023),
    ("ew-suicides", "GB-EAW", MEN, "2021-01-01", 4129, ONS_2021),
    ("eng-suicide-rate-quarterly", "GB-ENG", ALL, "2021-07-01", 10.1, "ONS, 8 December 2021"),
    ("eng-suicide-rate-quarterly", "GB-ENG", WOMEN, "2021-07-01", 4.6, "ONS, 8 December 2021"),
    ("eng-suicide-rate-quarterly", "GB-ENG", ALL, "2023-01-01", 11.4, IMPORT),
    ("eng-suicides-quarterly", "GB-ENG", ALL, "2021-07-01", 1265, "ONS, 8 December 2021"),
    ("eng-suicides-quarterly", "GB-ENG", MEN, "2021-07-01", 971, "ONS, 8 December 2021"),
    ("eng-suicides-quarterly", "GB-ENG", ALL, "2023-07-01", 1412, IMPORT),
    ("au-suicide-rate", "AUS", MEN, "2002-01-01", 18.8, ABS_4125),
    ("au-suicide-rate", "AUS", WOMEN, "2010-01-01", 4.9, ABS_4125),
    ("au-suicide-rate", "AUS", ALL, "2008-01-01", 10.9, "ABS 3303.0, 2017"),
    ("au-suicide-rate", "AUS", ALL, "2018-01-01", 12.1, "ABS 3303.0, 2018"),
    ("eu-suicide-rate", "EU27", ALL, "2011-01-01", 12.4, EUROSTAT_2020),
    ("eu-suicide-rate", "LTU", ALL, "2020-01-01", 21.3, EUROSTAT_2020),
    ("eu-suicide-rate", "SVN", ALL, "2021-01-01", 19.8, EUROSTAT_2021),
    ("eu-suicide-rate", "GRC", ALL, "2021-01-01", 4.2, EUROSTAT_2021),
]
SERIES = sorted({line[0] for line in PRINTED})


def rows(series: str) -> pd.DataFrame:
    return snapshot.read(series).rows


def at(series: str, place: str, split: tuple[str, str], start: str) -> pd.Series:
    frame = rows(series)
    found = frame[
        (frame["place"] == place)
        & (frame["group_by"] == split[0])
        & (frame["group"] == split[1])
        & (frame["start"] == start)
    ]
    assert len(found) == 1
    return found.iloc[0]


@pytest.mark.parametrize(("series", "place", "split", "start", "value", "where"), PRINTED)
def test_published(
    series: str, place: str, split: tuple[str, str], start: str, value: float, where: str
) -> None:
    found = at(series, place, split, start)
    assert found["value"] == value, where
    # none of these publishers prints an interval in these tables
    assert pd.isna(found["low"])
    assert pd.isna(found["high"])


@pytest.mark.parametrize("series", SERIES)
def test_places_are_known_and_the_card_is_marked(series: str) -> None:
    card = catalog.indicator(series)
    assert set(rows(series)["place"]) <= set(catalog.places())
    assert card.about_suicide
    assert card.lower_is_better
