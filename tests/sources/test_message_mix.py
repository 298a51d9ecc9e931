"""The message mix: shares of a capped sample, absent categories, what a clock change left."""

import pytest

from utils import catalog
from utils.sources import message_mix

HEAD = "date,category,sample_original,sample_retweet,sample_posts,sample_total_day,"
HEAD += "share_of_sample_pct\n"
CARD = catalog.reach()["us-suicide-message-mix"]
REST = "2016-01-01,other_or_off_topic,0,0,900,1000,90"


def _tidy(*lines):
    return message_mix.tidy((HEAD + "\n".join(lines)).encode(), CARD)


def test_shares_by_category_and_never_counts():
    rows = _tidy("2016-01-01,prevention,60,40,100,1000,10", REST).set_index("group")
    assert rows.loc["Prevention", "value"] == 10.0
    assert rows.loc["Other or off topic", "value"] == 90.0
    assert set(rows["group_by"]) == {"category"}


def test_a_category_without_a_row_is_missing_and_not_zero():
    rows = _tidy("2016-01-01,prevention,60,40,100,1000,10", REST).set_index("group")
    assert len(rows) == 6
    assert rows.loc["Coping", "status"] == "M"
    assert not (rows["value"] == 0).any()


def test_what_a_change_of_the_clock_left_over_is_missing_as_a_whole():
    rows = _tidy("2017-03-26,prevention,30,30,60,69,86.9565")
    assert rows["value"].isna().all()
    assert set(rows["status"]) == {"M"}


def test_a_day_that_is_absent_stays_absent():
    rows = _tidy(REST, REST.replace("2016-01-01", "2016-01-03"))
    assert sorted({f"{day:%F}" for day in rows["start"]}) == ["2016-01-01", "2016-01-03"]


def test_an_unknown_category_raises_naming_it():
    with pytest.raises(ValueError, match="satire"):
        _tidy("2016-01-01,satire,60,40,100,1000,10")


def test_a_share_that_its_counts_deny_raises():
    with pytest.raises(ValueError, match="not that of its counts"):
        _tidy("2016-01-01,prevention,60,40,100,1000,11")


def test_a_repeated_category_raises():
    with pytest.raises(ValueError, match="twice"):
        _tidy(REST, REST)
