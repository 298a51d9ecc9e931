"""Page views: weeks by their Sunday, a short first week, a zero that may be no page."""

import pytest

from utils import catalog
from utils.sources import pageviews_weekly

HEAD = "week_ending_sunday,project,article_en_title,views\n"
CARD = catalog.reach()["wikipedia-fr"]


def _tidy(*lines):
    return pageviews_weekly.tidy((HEAD + "\n".join(lines)).encode(), CARD)


def test_a_week_ends_on_its_sunday_and_has_seven_days():
    rows = _tidy("2019-09-15,fr.wikipedia,Suicide_prevention,70")
    assert [f"{rows[edge][0]:%F}" for edge in ("start", "end")] == ["2019-09-09", "2019-09-15"]
    assert (rows["group"][0], rows["value"][0]) == ("Suicide prevention", 70.0)


def test_the_first_week_begins_on_new_years_day():
    rows = _tidy("2019-01-06,fr.wikipedia,Suicide_prevention,70")
    assert f"{rows['start'][0]:%F}" == "2019-01-01"


def test_other_languages_belong_to_other_series():
    rows = _tidy("2019-09-15,fr.wikipedia,Anxiety,70", "2019-09-15,en.wikipedia,Anxiety,700")
    assert rows["value"].tolist() == [70.0]


def test_a_zero_is_missing_because_it_may_be_no_page():
    rows = _tidy("2019-09-15,fr.wikipedia,Anxiety,0")
    assert rows["value"].isna().tolist() == [True]
    assert rows["status"].tolist() == ["M"]


def test_another_end_of_the_week_raises():
    with pytest.raises(ValueError, match="Sunday"):
        _tidy("2019-09-14,fr.wikipedia,Anxiety,70")
