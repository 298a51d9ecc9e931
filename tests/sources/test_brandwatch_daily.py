"""Daily counts: labels one day early, the last day incomplete, retweets a measure of their own."""

import pytest

from utils import catalog
from utils.sources import brandwatch_daily

HEAD = "date,date_as_published,posts_all,posts_excl_retweets,partial_day\n"
CARD = catalog.reach()["us-suicide-mentions"]
WITH_RETWEETS = catalog.reach()["us-suicide-mentions-with-retweets"]


def _tidy(*lines, card=CARD):
    return brandwatch_daily.tidy((HEAD + "\n".join(lines)).encode(), card)


def test_the_published_date_is_moved_on_by_one_day():
    rows = _tidy("2018-06-08,2018-06-07,9,5,0")
    assert [f"{rows[edge][0]:%F}" for edge in ("start", "end")] == ["2018-06-08"] * 2


def test_a_date_that_was_not_moved_raises_naming_it():
    with pytest.raises(ValueError, match="2018-06-07"):
        _tidy("2018-06-07,2018-06-07,9,5,0")


def test_retweets_are_only_in_the_series_that_says_so():
    line = "2018-06-08,2018-06-07,9,5,0"
    assert _tidy(line)["value"].tolist() == [5.0]
    assert _tidy(line, card=WITH_RETWEETS)["value"].tolist() == [9.0]


def test_an_incomplete_day_is_missing():
    rows = _tidy("2021-03-30,2021-03-29,9,5,0", "2021-03-31,2021-03-30,3,2,1")
    assert rows["value"].isna().tolist() == [False, True]
    assert rows["status"].tolist() == ["A", "M"]


def test_an_unknown_mark_raises_naming_it():
    with pytest.raises(ValueError, match="maybe"):
        _tidy("2021-03-30,2021-03-29,9,5,maybe")


def test_a_repeated_day_raises():
    with pytest.raises(ValueError, match="repeat"):
        _tidy("2021-03-30,2021-03-29,9,5,0", "2021-03-30,2021-03-29,9,5,0")
