"""Figures of the Household Pulse Survey as NCHS printed them, to the printed digit."""

import pytest

from utils.store import snapshot

# series, place, group, first day, value, low, high, where it is printed
MMWR = "MMWR 2021;70(13):490-494, abstract"
TABLE = "NCHS data set, read again in a second public copy"
FILE = "the imported file: a check of the import only"
PRINTED = [
    ("us-anxiety-or-depression", "USA", "all", "2020-04-23", 35.9, 35.0, 36.8, TABLE),
    ("us-anxiety-or-depression", "USA", "all", "2020-08-19", 36.4, 35.9, 36.9, MMWR),
    ("us-anxiety-or-depression", "USA", "all", "2020-11-11", 42.6, 41.8, 43.4, FILE),
    ("us-anxiety-or-depression", "USA", "all", "2021-01-20", 41.5, 40.7, 42.2, MMWR),
    # NCHS first printed 28.8 (16 June 2021) and revised it: 29.6 stands in copies of 2022
    ("us-anxiety-or-depression", "USA", "all", "2021-05-26", 29.6, 28.9, 30.4, TABLE),
    ("us-anxiety-or-depression", "US-NV", "all", "2021-05-26", 36.5, 32.5, 40.6, TABLE),
    ("us-anxiety-or-depression", "USA", "With disability", "2021-05-26", 60.6, 58.0, 63.2, TABLE),
    ("us-anxiety-or-depression", "USA", "all", "2021-12-29", 32.1, 31.3, 32.8, "press, March 2022"),
    ("us-anxiety-or-depression", "USA", "all", "2024-02-06", 21.2, 20.6, 21.8, FILE),
    ("us-anxiety-or-depression", "USA", "all", "2024-08-20", 21.4, 20.7, 22.2, FILE),
    ("us-anxiety-symptoms", "USA", "Male", "2021-05-12", 22.0, 21.1, 23.0, TABLE),
    ("us-anxiety-symptoms", "USA", "With disability", "2021-05-12", 55.6, 53.4, 57.7, TABLE),
    ("us-anxiety-symptoms", "USA", "all", "2024-08-20", 17.6, 17.0, 18.3, FILE),
    ("us-depression-symptoms", "USA", "all", "2020-04-23", 23.5, 22.7, 24.3, TABLE),
    ("us-depression-symptoms", "USA", "18 to 29 years", "2020-04-23", 32.7, 30.2, 35.2, TABLE),
    ("us-depression-symptoms", "USA", "30 to 39 years", "2020-04-23", 25.7, 24.1, 27.3, TABLE),
    ("us-depression-symptoms", "USA", "all", "2021-06-09", 21.6, 20.8, 22.4, TABLE),
    ("us-medication", "USA", "all", "2020-08-19", 19.4, 19.0, 19.8, TABLE),
    ("us-medication", "USA", "all", "2021-01-20", 21.2, 20.6, 21.8, FILE),
    ("us-medication", "USA", "all", "2021-10-12", None, None, None, FILE),
    ("us-counselling", "USA", "all", "2020-08-19", 8.7, 8.3, 9.2, FILE),
    ("us-counselling", "USA", "all", "2021-01-20", 9.8, 9.4, 10.1, FILE),
    ("us-counselling", "US-WY", "all", "2021-08-04", None, None, None, FILE),
    ("us-counselling-or-medication", "USA", "all", "2020-08-19", 22.4, 22.0, 22.9, FILE),
    ("us-counselling-or-medication", "USA", "all", "2021-01-20", 24.8, 24.2, 25.4, FILE),
    ("us-counselling-or-medication", "USA", "all", "2021-04-14", 24.6, 23.9, 25.3, FILE),
    ("us-unmet-need-for-counselling", "USA", "all", "2020-08-19", 9.2, 8.8, 9.6, MMWR),
    ("us-unmet-need-for-counselling", "USA", "all", "2021-01-20", 11.7, 11.1, 12.2, MMWR),
    ("us-unmet-need-for-counselling", "USA", "all", "2022-04-27", 11.5, 10.9, 12.2, FILE),
    ("us-loneliness", "USA", "all", "2024-01-09", 13.3, 12.8, 13.9, FILE),
    ("us-loneliness", "USA", "all", "2024-02-06", 13.9, 13.3, 14.4, FILE),
    ("us-loneliness", "US-AK", "all", "2024-02-06", 15.7, 11.9, 20.1, FILE),
    ("us-lack-of-support", "USA", "all", "2024-01-09", 40.3, 39.5, 41.0, TABLE),
    ("us-lack-of-support", "USA", "18 to 29 years", "2024-01-09", 48.2, 45.1, 51.4, TABLE),
    ("us-lack-of-support", "USA", "70 to 79 years", "2024-01-09", 24.5, 23.2, 25.8, TABLE),
    ("us-lack-of-support", "USA", "all", "2024-02-06", 40.8, 40.0, 41.5, FILE),
    ("us-seldom-meeting-others", "USA", "all", "2024-01-09", 80.4, 79.7, 81.0, FILE),
    ("us-seldom-meeting-others", "USA", "all", "2024-02-06", 79.3, 78.6, 80.0, FILE),
    ("us-seldom-meeting-others", "US-VT", "all", "2024-02-06", 83.1, 78.7, 86.9, FILE),
    ("us-seldom-meeting-others", "USA", "Transgender", "2024-01-09", None, None, None, FILE),
]


@pytest.mark.parametrize(
    ("series", "place", "group", "start", "value", "low", "high", "where"), PRINTED
)
def test_the_table_gives_the_printed_figure(series, place, group, start, value, low, high, where):
    rows = snapshot.read(series).rows
    found = rows[(rows["place"] == place) & (rows["group"] == group) & (rows["start"] == start)]
    assert len(found) == 1
    numbers = found.iloc[0][["value", "low", "high"]]
    if value is None:
        assert numbers.isna().all()
    else:
        assert numbers.tolist() == [value, low, high], where


@pytest.mark.parametrize(
    ("series", "place", "group", "start", "status"),
    [
        ("us-anxiety-symptoms", "USA", "Transgender", "2024-02-06", "Q"),
        ("us-counselling", "US-WY", "all", "2021-08-04", "Q"),
        ("us-unmet-need-for-counselling", "USA", "80 years and over", "2022-03-30", "Q"),
        ("us-seldom-meeting-others", "USA", "Transgender", "2024-01-09", "Q"),
        ("us-anxiety-or-depression", "USA", "all", "2020-07-22", "M"),
        ("us-medication", "USA", "all", "2021-10-12", "M"),
    ],
)
def test_a_pause_is_missing_and_an_unreliable_cell_is_suppressed(
    series, place, group, start, status
):
    rows = snapshot.read(series).rows
    found = rows[(rows["place"] == place) & (rows["group"] == group) & (rows["start"] == start)]
    assert found["status"].tolist() == [status]


def test_states_stand_only_where_the_copies_hold_them():
    rows = snapshot.read("us-anxiety-or-depression").rows
    states = rows[rows["place"].str.startswith("US-") & (rows["start"] > "2024-03-04")]
    assert set(states["start"]) == {rows["start"].max()}
    assert len(states) == 51


def test_depression_alone_ends_in_march_2024():
    rows = snapshot.read("us-depression-symptoms").rows
    assert f"{rows['end'].max():%F}" == "2024-03-04"
