"""Figures of NHS Talking Therapies as they were printed, read through the snapshot.

Where no second publication of a figure was found, the last column says so: such a line
checks the import alone.
"""

from __future__ import annotations

import pytest

from utils import catalog
from utils.store import snapshot

REFERRALS, COURSES = "gb-talking-therapies-referrals", "gb-talking-therapies-finished-courses"
RECOVERY, IMPROVED = "gb-talking-therapies-recovery", "gb-talking-therapies-reliable-improvement"
WITHIN = "gb-talking-therapies-within-six-weeks"
ALL = ("all", "all")
Y17, Y18, Y19 = "2017-04-01", "2018-04-01", "2019-04-01"
Y20, Y21, Y22, Y23, Y24 = (f"{year}-04-01" for year in range(2020, 2025))
NHS_2024 = "NHS England, annual report 2023-24, headline"
NHS_2022 = "NHS Digital, press release of 30 September 2022"
NHS_2020 = "psychreg.org/statistics-talking-therapies-england, after NHS Digital, 2020"
PSY = "psyreflect.com, after NHS England, annual report 2024-25"
DASHBOARD = "C. Frederick, 4 February 2025, from the dashboard of the annual report 2023-24"
IMPORT = "raw file: a check of the import only"

PRINTED = [
    # series, place, (group_by, group), start, value, where printed
    (REFERRALS, "GB-ENG", ALL, Y23, 1829202, NHS_2024),
    (REFERRALS, "GB-ENG", ALL, Y24, 1813432, IMPORT),
    (REFERRALS, "GB-ENG", ("gender", "Female"), Y24, 1188870, IMPORT),
    (REFERRALS, "GB-ENG", ("complaint", "Post-traumatic stress disorder"), Y24, 79310, IMPORT),
    (REFERRALS, "GB-QOP", ALL, Y24, 150940, IMPORT),
    (REFERRALS, "GB-ICB-UNKNOWN", ALL, Y24, 2690, IMPORT),
    (COURSES, "GB-ENG", ALL, Y18, 582556, NHS_2020),
    (COURSES, "GB-ENG", ALL, Y19, 606192, NHS_2020),
    (COURSES, "GB-ENG", ALL, Y20, 634649, NHS_2022),
    (COURSES, "GB-ENG", ALL, Y21, 664087, NHS_2022),
    (COURSES, "GB-ENG", ALL, Y23, 671648, NHS_2024),
    (COURSES, "GB-ENG", ALL, Y24, 670419, PSY),
    (RECOVERY, "GB-ENG", ALL, Y18, 52.1, NHS_2020),
    (RECOVERY, "GB-ENG", ALL, Y19, 51.1, NHS_2020),
    (RECOVERY, "GB-ENG", ALL, Y20, 51.4, NHS_2022),
    (RECOVERY, "GB-ENG", ALL, Y21, 50.2, NHS_2022),
    (RECOVERY, "GB-ENG", ALL, Y23, 50.1, NHS_2024),
    (RECOVERY, "GB-ENG", ("ethnicity", "White"), Y22, 50.8, DASHBOARD),
    (RECOVERY, "GB-ENG", ("ethnicity", "White"), Y23, 51.2, DASHBOARD),
    (RECOVERY, "GB-ENG", ("ethnicity", "Black or Black British"), Y22, 49.1, DASHBOARD),
    (RECOVERY, "GB-ENG", ("ethnicity", "Black or Black British"), Y23, 49.5, DASHBOARD),
    (RECOVERY, "GB-ENG", ("ethnicity", "Asian or Asian British"), Y22, 45.4, DASHBOARD),
    (RECOVERY, "GB-ENG", ("ethnicity", "Asian or Asian British"), Y23, 45.2, DASHBOARD),
    (RECOVERY, "GB-ENG", ("ethnicity", "Mixed"), Y22, 45.0, DASHBOARD),
    (RECOVERY, "GB-ENG", ("ethnicity", "Mixed"), Y23, 45.8, DASHBOARD),
    (RECOVERY, "GB-ENG", ("ethnicity", "Other Ethnic Groups"), Y22, 43.7, DASHBOARD),
    # the same article has 43.8 here; the printed counts give 43.9
    (RECOVERY, "GB-ENG", ("ethnicity", "Other Ethnic Groups"), Y23, 43.9, IMPORT),
    (RECOVERY, "GB-QSL", ALL, Y24, 55, IMPORT),
    (IMPROVED, "GB-ENG", ALL, Y17, 66.4, IMPORT),
    (IMPROVED, "GB-ENG", ALL, Y23, 66.8, IMPORT),
    (IMPROVED, "GB-ENG", ALL, Y24, 67.5, IMPORT),
]


@pytest.mark.parametrize(("series", "place", "group", "start", "value", "where"), PRINTED)
def test_figures_are_as_printed(series, place, group, start, value, where):
    rows = snapshot.read(series).rows
    chosen = rows[
        (rows["place"] == place)
        & (rows["group_by"] == group[0])
        & (rows["group"] == group[1])
        & (rows["start"] == start)
    ]
    assert chosen["value"].tolist() == [value], where


@pytest.mark.parametrize(
    ("start", "value", "where"),
    [(Y18, 89.4, NHS_2020), (Y19, 87.4, NHS_2020), (Y24, 91.6, IMPORT)],
)
def test_the_calculated_share_within_six_weeks_is_the_printed_one(start, value, where):
    rows = snapshot.read(WITHIN).rows
    assert round(rows.loc[rows["start"] == start, "value"].item(), 1) == value, where


@pytest.mark.parametrize(
    ("start", "millions", "where"),
    [(Y18, 1.60, NHS_2020), (Y19, 1.69, NHS_2020), (Y20, 1.46, NHS_2022), (Y21, 1.81, NHS_2022)],
)
def test_referrals_round_to_the_printed_millions(start, millions, where):
    rows = snapshot.read(REFERRALS).rows
    total = rows[(rows["place"] == "GB-ENG") & (rows["group_by"] == "all")]
    assert round(total.loc[total["start"] == start, "value"].item() / 1e6, 2) == millions, where


@pytest.mark.parametrize("series", [REFERRALS, COURSES])
@pytest.mark.parametrize(
    "split", ["gender", "age", "ethnicity", "deprivation", "sexual_orientation"]
)
def test_the_groups_of_a_split_add_up_to_england(series, split):
    rows = snapshot.read(series).rows
    england = rows[rows["place"] == "GB-ENG"]
    total = england[england["group_by"] == "all"].set_index("start")["value"]
    parts = england[england["group_by"] == split].groupby("start")["value"].sum()
    assert not parts.empty
    assert parts.eq(total[parts.index]).all()


@pytest.mark.parametrize("series", [REFERRALS, COURSES, RECOVERY, IMPROVED, WITHIN])
def test_every_place_is_known(series):
    assert set(snapshot.read(series).rows["place"]) <= set(catalog.places())


@pytest.mark.parametrize("series", [REFERRALS, COURSES])
def test_counts_of_areas_are_rounded_as_the_card_says(series):
    rows = snapshot.read(series).rows
    assert (rows.loc[rows["place"] != "GB-ENG", "value"] % 5 == 0).all()


@pytest.mark.parametrize("series", [RECOVERY, IMPROVED])
def test_shares_of_areas_are_whole_percents_as_the_card_says(series):
    rows = snapshot.read(series).rows
    assert (rows.loc[rows["place"] != "GB-ENG", "value"] % 1 == 0).all()
