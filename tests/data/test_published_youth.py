"""Youth Risk Behavior Survey: figures as CDC printed them, to the printed digit."""

import pytest

from utils.store import snapshot

SHEET = "CDC trend fact sheet 1991-2017"
SU69 = "MMWR Suppl 2020;69(1)"
SU72 = "MMWR Suppl 2023;72(1):45-54, abstract"
SU73 = "MMWR Suppl 2024;73(4):79-86, abstract"
TRENDS = "CDC Data Summary & Trends Report, whole percents"
PRINTED = [
    ("us-youth-sadness", "all", 2011, "28", TRENDS),
    ("us-youth-sadness", "all", 2019, "37", TRENDS),
    ("us-youth-sadness", "all", 2021, "42", TRENDS),
    ("us-youth-sadness", "Female", 2021, "57", TRENDS),
    ("us-youth-sadness", "Female", 2023, "53", TRENDS),
    ("us-youth-sadness", "all", 2023, "39.7", SU73),
    ("us-youth-considered-suicide", "all", 1991, "29.0", SHEET),
    ("us-youth-considered-suicide", "all", 2019, "18.8", SU69),
    ("us-youth-considered-suicide", "Female", 2019, "24.1", SU69),
    ("us-youth-considered-suicide", "White", 2019, "19.1", SU69),
    ("us-youth-considered-suicide", "Female", 2021, "30.0", SU72),
    ("us-youth-considered-suicide", "all", 2023, "20.4", SU73),
    ("us-youth-suicide-plan", "all", 1991, "18.6", SHEET),
    ("us-youth-suicide-plan", "all", 2017, "13.6", SHEET),
    ("us-youth-suicide-plan", "Female", 2019, "19.9", SU69),
    ("us-youth-attempted-suicide", "all", 2017, "7.4", SHEET),
    ("us-youth-attempted-suicide", "all", 2019, "8.9", SU69),
    ("us-youth-attempted-suicide", "Female", 2019, "11.0", SU69),
    ("us-youth-attempted-suicide", "Black", 2019, "11.8", SU69),
    ("us-youth-attempted-suicide", "Female", 2021, "13.3", SU72),
    ("us-youth-attempted-suicide", "all", 2023, "9.5", SU73),
    ("us-youth-attempt-treated", "all", 1991, "1.7", SHEET),
    ("us-youth-attempt-treated", "all", 2003, "2.9", SHEET),
    ("us-youth-attempt-treated", "all", 2017, "2.4", SHEET),
]


def _row(series, group, year):
    rows = snapshot.read(series).rows
    found = rows[(rows["group"] == group) & (rows["start"] == f"{year}-01-01")]
    assert len(found) == 1
    return found.iloc[0]


@pytest.mark.parametrize(("series", "group", "year", "printed", "where"), PRINTED)
def test_the_table_gives_the_printed_figure(series, group, year, printed, where):
    decimals = len(printed.partition(".")[2])
    assert f"{_row(series, group, year)['value']:.{decimals}f}" == printed, where


@pytest.mark.parametrize(
    ("series", "group", "value", "low", "high"),
    [
        # calculated from the public records of 2019: a check of the import only
        ("us-youth-sadness", "all", 36.7, 35.2, 38.3),
        ("us-youth-attempted-suicide", "12th grade", 8.5, 6.8, 10.5),
        ("us-youth-attempt-treated", "Female", 3.3, 2.6, 4.2),
    ],
)
def test_the_calculated_row_with_its_interval_stands_for_2019(series, group, value, low, high):
    row = _row(series, group, 2019)
    assert row[["value", "low", "high"]].tolist() == [value, low, high]
    assert row["origin"] == "cdc-yrbs-2019-records"


def test_a_very_uncertain_group_is_marked():
    row = _row("us-youth-attempted-suicide", "American Indian or Alaska Native", 2019)
    assert row["status"] == "U"


@pytest.mark.parametrize("series", sorted({series for series, *_ in PRINTED}))
def test_every_row_is_national(series):
    assert set(snapshot.read(series).rows["place"]) == {"USA"}
