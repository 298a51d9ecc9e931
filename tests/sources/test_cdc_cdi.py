"""Chronic Disease Indicators: crude and age-adjusted apart, suppressed and absent apart."""

import pytest

from utils import catalog
from utils.sources import cdc_cdi

CRUDE = catalog.indicator("us-depression-diagnosis")
ADJUSTED = catalog.indicator("us-depression-diagnosis-standardised")
HEAD = (
    "YearStart,YearEnd,StateAbbr,State,Question,DataValueUnit,DataValueType,DataValue,"
    "StratificationCategory1,Stratification1\n"
)
QUESTION = "Depression among adults,%"
IOWA = f"2019,2019,IA,Iowa,{QUESTION},Crude Prevalence,17.0,Overall,Overall\n"
IOWA_ADJUSTED = IOWA.replace("Crude", "Age-adjusted").replace("17.0", "17.5")
AGED = f"2019,2019,IA,Iowa,{QUESTION},Crude Prevalence,12.0,Age,Age >=65\n"


def _tidy(*lines, card=CRUDE):
    return cdc_cdi.tidy((HEAD + "".join(lines)).encode(), card)


def test_crude_and_age_adjusted_figures_never_meet():
    lines = (IOWA, IOWA_ADJUSTED, AGED)
    assert _tidy(*lines)["value"].tolist() == [17.0, 12.0]
    assert _tidy(*lines, card=ADJUSTED)["value"].tolist() == [17.5]


def test_reads_year_place_and_group():
    rows = _tidy(IOWA, AGED)
    assert rows["place"].tolist() == ["US-IA", "US-IA"]
    assert rows["group_by"].tolist() == ["all", "age"]
    assert rows["group"].tolist() == ["all", "65 years and over"]
    assert (f"{rows['start'][0]:%F}", f"{rows['end'][0]:%F}") == ("2019-01-01", "2019-12-31")


def test_an_empty_cell_is_suppressed():
    rows = _tidy(IOWA, AGED.replace("12.0", ""))
    assert rows["status"].tolist() == ["A", "Q"]


def test_a_place_without_any_figure_in_a_year_is_missing_not_suppressed():
    jersey = IOWA.replace("IA,Iowa", "NJ,New Jersey").replace("17.0", "")
    assert _tidy(jersey, IOWA)["status"].tolist() == ["M", "A"]
    # one adjusted figure is enough to show that the place took part
    both = jersey.replace("Crude", "Age-adjusted").replace("Prevalence,,", "Prevalence,9.9,")
    assert _tidy(jersey, both)["status"].tolist() == ["Q"]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Overall,Overall", "Income,Overall"),
        ("Overall,Overall", "Overall,Somebody"),
        ("Iowa", "Atlantis"),
        ("%", "Number"),
    ],
)
def test_an_unknown_group_place_or_unit_raises_naming_it(old, new):
    with pytest.raises(ValueError, match=new.removeprefix("Overall,").removesuffix(",Overall")):
        _tidy(IOWA.replace(old, new))


def test_another_question_is_left_alone():
    other = IOWA.replace("Depression among adults", "Frequent mental distress among adults")
    assert len(_tidy(IOWA, other)) == 1


def test_a_missing_column_raises_naming_it():
    with pytest.raises(ValueError, match="DataValueType"):
        cdc_cdi.tidy(HEAD.replace("DataValueType,", "").encode(), CRUDE)
