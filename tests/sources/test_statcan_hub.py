"""Canada's hub page: two surveys in one table, never on one line."""

import pytest

from utils import catalog
from utils.sources import statcan_hub

YEARLY = catalog.indicator("ca-perceived-mental-health")
QUARTERS = catalog.indicator("ca-perceived-mental-health-social-survey")
HEAD = "period,survey,measure,percent,source_url\n"
YEAR = "2022,Canadian Community Health Survey,Very good or excellent,54.8,https://one.ca/\n"
QUARTER = "2022-Q3,Canadian Social Survey,Very good or excellent,54.5,https://two.ca/\n"


def _tidy(card, *lines):
    return statcan_hub.tidy((HEAD + "".join(lines)).encode(), card)


def test_the_yearly_survey_is_read_without_the_quarters_of_the_other():
    rows = _tidy(YEARLY, YEAR, QUARTER)
    assert rows["value"].tolist() == [54.8]
    assert rows["url"].tolist() == ["https://one.ca/"]
    assert rows["place"].tolist() == ["CAN"]
    assert [f"{rows[edge][0]:%F}" for edge in ("start", "end")] == ["2022-01-01", "2022-12-31"]


def test_the_quarters_are_read_without_the_years():
    rows = _tidy(QUARTERS, YEAR, QUARTER)
    assert rows["value"].tolist() == [54.5]
    assert [f"{rows[edge][0]:%F}" for edge in ("start", "end")] == ["2022-07-01", "2022-09-30"]
    assert rows["url"].tolist() == ["https://two.ca/"]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Canadian Community Health Survey", "A third survey"),
        ("Very good or excellent", "Fair or poor"),
    ],
)
def test_an_unknown_survey_or_measure_raises_naming_it(old, new):
    with pytest.raises(ValueError, match=new):
        _tidy(YEARLY, YEAR.replace(old, new))


def test_a_gap_stays_a_gap():
    rows = _tidy(YEARLY, YEAR.replace("54.8", ""))
    assert rows["value"].isna().tolist() == [True]
    assert rows["status"].tolist() == ["M"]


def test_a_repeated_year_raises():
    with pytest.raises(ValueError, match="repeat"):
        _tidy(YEARLY, YEAR, YEAR)
