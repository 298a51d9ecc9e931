"""Hashtags by day: absent days stay absent, the card names every hashtag of the file."""

from dataclasses import replace

import pytest

from utils import catalog
from utils.sources import hashtag_daily

HEAD = "date,hashtag,posts,distinct_authors,likes,retweets,replies\n"
CARD = replace(catalog.reach()["br-hashtag-posts"], hashtags=("#one", "#two"))
LINES = ("2017-01-02,#one,3,2,0,1,0", "2017-01-05,#one,1,1,9,0,0", "2017-01-02,#two,4,4,0,0,0")


def _tidy(*lines, card=CARD):
    return hashtag_daily.tidy((HEAD + "\n".join(lines)).encode(), card)


def test_one_row_a_hashtag_and_day():
    rows = _tidy(*LINES)
    assert rows["value"].tolist() == [3.0, 1.0, 4.0]
    assert rows["group"].tolist() == ["#one", "#one", "#two"]
    assert set(rows["group_by"]) == {"hashtag"}


def test_days_without_a_post_stay_absent():
    days = {f"{day:%F}" for day in _tidy(*LINES)["start"]}
    assert days == {"2017-01-02", "2017-01-05"}


def test_zero_likes_are_zero_because_the_post_is_there():
    select = replace(CARD.data, select={"column": "likes"})
    assert _tidy(*LINES, card=replace(CARD, data=select))["value"].tolist() == [0.0, 9.0, 0.0]


def test_a_hashtag_that_the_card_lacks_raises_naming_it():
    with pytest.raises(ValueError, match="#three"):
        _tidy(*LINES, "2017-01-02,#three,1,1,0,0,0")


def test_a_hashtag_that_the_file_lacks_raises_naming_it():
    with pytest.raises(ValueError, match="#two"):
        _tidy(*LINES[:2])


def test_a_day_without_its_count_raises():
    with pytest.raises(ValueError, match="posts"):
        _tidy("2017-01-02,#one,,2,0,1,0", LINES[2])
