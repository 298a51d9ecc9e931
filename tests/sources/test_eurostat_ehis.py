"""EHIS tables: totals, income fifth by sex by age, flags, and age groups that overlap."""

import pytest

from utils import catalog
from utils.sources import eurostat_ehis

CARD = catalog.indicator("eu-current-depressive-symptoms")
HEAD = "geo,iso3,country,year,income_quintile,sex,age,pct,flag\n"
TOTAL = "EL,GRC,Greece,2019,TOTAL,T,TOTAL,2.6,\n"
GROUP = "FR,FRA,France,2014,QU1,F,Y15-24,13.9,\n"


def _tidy(*lines):
    return eurostat_ehis.tidy((HEAD + "".join(lines)).encode(), CARD)


def test_a_total_is_the_country_in_that_wave():
    rows = _tidy(TOTAL)
    assert rows[["place", "group_by", "group"]].iloc[0].tolist() == ["GRC", "all", "all"]
    assert rows.loc[0, ["value", "status"]].tolist() == [2.6, "A"]
    assert [f"{rows[edge][0]:%F}" for edge in ("start", "end")] == ["2019-01-01", "2019-12-31"]


def test_a_group_names_income_sex_and_age():
    rows = _tidy(GROUP)
    assert rows["group_by"].tolist() == ["income_sex_age"]
    assert rows["group"].tolist() == ["Income fifth 1 (lowest), women, 15 to 24 years"]


def test_wide_age_groups_say_that_they_span_the_bands():
    rows = _tidy(GROUP.replace("Y15-24", "Y15-64"), GROUP.replace("Y15-24", "Y_GE65"))
    assert rows["group"].str.contains("women, all from ").all()


def test_overlapping_age_groups_are_left_out():
    assert len(_tidy(GROUP, *(GROUP.replace("Y15-24", age) for age in ("Y18-44", "Y45-64")))) == 1


def test_low_reliability_is_kept_as_status():
    assert _tidy(GROUP.replace("13.9,", "13.9,u"))["status"].tolist() == ["U"]


@pytest.mark.parametrize(
    ("old", "new"),
    [("FR,", "XX,"), ("QU1", "QU9"), (",F,", ",N,"), ("Y15-24", "Y90-99"), ("13.9,", "13.9,b")],
)
def test_an_unknown_code_raises_naming_it(old, new):
    with pytest.raises(ValueError, match=new.strip(",").removeprefix("13.9,")):
        _tidy(GROUP.replace(old, new))


def test_a_row_split_by_only_some_of_the_three_raises():
    with pytest.raises(ValueError, match="some but not all"):
        _tidy(GROUP.replace("QU1", "TOTAL"))


def test_a_gap_stays_a_gap():
    rows = _tidy(GROUP.replace("13.9", ""))
    assert rows["value"].isna().tolist() == [True]
    assert rows["status"].tolist() == ["M"]


def test_the_27_member_states_are_known():
    assert len(eurostat_ehis.GEO) == 27
    assert set(eurostat_ehis.GEO.values()) <= set(catalog.places())
