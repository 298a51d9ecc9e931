"""BRFSS by state and year: the column asked for, and the method that hangs on the year."""

import pytest

from utils import catalog
from utils.sources import cdc_brfss

SHARE = catalog.indicator("us-frequent-mental-distress")
DAYS = catalog.indicator("us-mentally-unhealthy-days")
HEAD = "year,state,frequent_mental_distress_pct,mean_mentally_unhealthy_days,method_era\n"
OLD = "2010,AL,12.23,3.842,landline only (2005-2010)\n"
NEW = '2011,PR,9.6,3.13,"landline + cell, raking weights (2011 on)"\n'


def _tidy(text, card=SHARE):
    return cdc_brfss.tidy((HEAD + text).encode(), card)


def test_reads_years_places_and_the_column_asked_for():
    rows = _tidy(OLD + NEW)
    assert rows["place"].tolist() == ["US-AL", "PRI"]
    assert rows["value"].tolist() == [12.23, 9.6]
    assert _tidy(OLD + NEW, DAYS)["value"].tolist() == [3.842, 3.13]
    assert (f"{rows['start'][0]:%F}", f"{rows['end'][0]:%F}") == ("2010-01-01", "2010-12-31")
    assert rows["low"].isna().all()
    assert rows["status"].tolist() == ["A", "A"]


def test_a_year_under_the_wrong_method_raises():
    with pytest.raises(ValueError, match=r"2011.*landline only"):
        _tidy(OLD.replace("2010,", "2011,"))


def test_an_unknown_method_raises():
    with pytest.raises(ValueError, match="web"):
        _tidy(NEW.replace("landline + cell", "web"))


def test_an_unknown_state_raises_naming_it():
    with pytest.raises(ValueError, match="ZZ"):
        _tidy(OLD.replace("AL", "ZZ"))


def test_an_empty_cell_stays_a_gap():
    rows = _tidy(OLD.replace("12.23", ""))
    assert rows["status"].tolist() == ["M"]
    assert rows["value"].isna().all()


def test_a_missing_column_raises_naming_it():
    with pytest.raises(ValueError, match="frequent_mental_distress_pct"):
        cdc_brfss.tidy(b"year,state,method_era\n", SHARE)
