"""BRFSS and Chronic Disease Indicators against figures that others printed from them."""

import pytest

from utils.store import snapshot

AHR_2019 = "WV 20.6 LA 18.5 AR 17.8 SD 10.6 HI 11.1 IA 12.3 UT 14.2 WA 13.6"
AHR_2018 = "IA 10.2 UT 12.2 WA 12.0 TX 11.7"
AHR_2021 = (
    "HI 10.7 SD 11.4 MN 12.3 ND 12.6 CT 12.7 MD 12.7 WV 19.3 AL 18.4 AR 18.4 TN 18.0 KY 17.9 "
    "LA 17.8"
)
# America's Health Rankings, edition 2014 (BRFSS 2013): days, all fifty states
AHR_DAYS_2013 = (
    "SD 2.5 HI 2.7 ND 2.7 IA 2.9 MN 2.9 NE 3.0 AK 3.1 KS 3.1 TX 3.2 WY 3.2 CO 3.3 MD 3.3 "
    "MT 3.3 NJ 3.3 VT 3.3 VA 3.3 GA 3.4 CT 3.5 NH 3.5 UT 3.5 WI 3.5 DE 3.6 NC 3.6 ID 3.7 "
    "IL 3.7 NV 3.7 NM 3.7 NY 3.7 TN 3.7 CA 3.8 ME 3.8 MA 3.8 MO 3.8 OH 3.8 RI 3.8 SC 3.8 "
    "WA 3.8 AZ 3.9 MI 3.9 IN 4.0 PA 4.0 FL 4.1 LA 4.2 MS 4.3 OK 4.3 OR 4.3 AL 4.4 AR 4.4 "
    "WV 4.4 KY 4.5"
)
AHR_DEPRESSION_2022 = "HI 12.5 TN 29.2 TX 19.4 WV 26.9 NJ 14.6 CA 18.1"
HALF_A_DIGIT = 0.051
"""Half of the last printed digit, with room for a figure that lay exactly on the half."""


def _pairs(text):
    words = text.split()
    return [
        (f"US-{state}", float(value)) for state, value in zip(words[::2], words[1::2], strict=True)
    ]


def _year(series, year, group="all"):
    rows = snapshot.read(series).rows
    rows = rows[(rows["group"] == group) & (rows["start"] == f"{year}-01-01")]
    return rows.set_index("place")


@pytest.mark.parametrize(
    ("series", "year", "printed"),
    [
        ("us-frequent-mental-distress", 2018, AHR_2018),
        ("us-frequent-mental-distress", 2019, AHR_2019),
        ("us-frequent-mental-distress", 2021, AHR_2021),
        ("us-mentally-unhealthy-days", 2013, AHR_DAYS_2013),
        ("us-depression-diagnosis", 2022, AHR_DEPRESSION_2022),
    ],
)
def test_states_have_the_figures_that_others_printed(series, year, printed):
    found = _year(series, year)["value"]
    for place, value in _pairs(printed):
        assert abs(found[place] - value) <= HALF_A_DIGIT, place


def test_the_printed_days_cover_every_state():
    assert len(_pairs(AHR_DAYS_2013)) == 50


@pytest.mark.parametrize(
    ("series", "place", "year", "group", "value"),
    [
        # the nation as the data set prints it; the states' figures are tested above
        ("us-depression-diagnosis", "USA", 2022, "all", 20.6),
        ("us-depression-diagnosis", "USA", 2022, "Female", 26.1),
        ("us-depression-diagnosis", "USA", 2022, "18 to 44 years", 23.7),
        ("us-depression-diagnosis-standardised", "USA", 2020, "all", 18.6),
        ("us-depression-diagnosis-standardised", "USA", 2020, "Male", 13.2),
        ("us-depression-diagnosis-standardised", "USA", 2022, "all", 21.1),
        # Alabama 2005 as the file has it: a check of the import only
        ("us-frequent-mental-distress", "US-AL", 2005, "all", 12.23),
        ("us-mentally-unhealthy-days", "US-AL", 2005, "all", 3.842),
    ],
)
def test_single_figures(series, place, year, group, value):
    assert _year(series, year, group).loc[place, "value"] == value


def test_the_median_of_the_states_is_the_one_cdc_printed():
    # MMWR 2023;72(24):644-650: age-standardised, 2020, median of the states 19.9
    found = _year("us-depression-diagnosis-standardised", 2020)["value"]
    assert found[found.index.str.startswith("US-")].median() == 19.9


@pytest.mark.parametrize(
    ("place", "year", "status"),
    [
        ("US-NJ", 2019, "M"),
        ("US-FL", 2021, "M"),
        ("VIR", 2019, "M"),
        ("VIR", 2020, "M"),
        ("VIR", 2021, "Q"),
    ],
)
def test_states_that_could_not_be_published_are_missing_not_suppressed(place, year, status):
    assert _year("us-depression-diagnosis", year).loc[place, "status"] == status


@pytest.mark.parametrize("series", ["us-frequent-mental-distress", "us-mentally-unhealthy-days"])
def test_there_is_no_national_row(series):
    assert "USA" not in set(snapshot.read(series).rows["place"])
