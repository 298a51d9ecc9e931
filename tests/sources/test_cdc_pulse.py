"""Household Pulse tables: three layouts, pauses as gaps, unreliable cells as suppressed."""

import pytest

from utils import catalog
from utils.sources import cdc_pulse

CARD = catalog.indicator("us-anxiety-symptoms")
NAME = "Symptoms of Anxiety Disorder"
HEAD = (
    "Indicator,Group,State,Subgroup,Phase,Time Period Start Date,Time Period End Date,"
    "Value,Low CI,High CI\n"
)
NATION = f"{NAME},National Estimate,United States,United States"
FIRST = f"{NATION},1.0,04/23/2020,05/05/2020,30.8,30.0,31.7\n"
CARE_HEAD = (
    "Indicator,Group,State,Subgroup,Time Period Start Date,Time Period End Date,"
    "Value,LowCI,HighCI\n"
)


def _tidy(*lines, head=HEAD):
    return cdc_pulse.tidy((head + "".join(lines)).encode("utf-8-sig"), CARD)


def test_reads_days_place_group_value_and_interval():
    rows = _tidy(
        FIRST,
        f"{NAME},By State,Guam,Guam,1.0,04/23/2020,05/05/2020,20.0,15.0,26.0\n",
        f"{NAME},By Age,United States,18 - 29 years,1.0,04/23/2020,05/05/2020,40.2,38.1,42.4\n",
    )
    assert rows["place"].tolist() == ["USA", "GUM", "USA"]
    assert rows["group_by"].tolist() == ["all", "all", "age"]
    assert rows["group"].tolist() == ["all", "all", "18 to 29 years"]
    assert [f"{day:%F}" for day in (rows["start"][0], rows["end"][0])] == [
        "2020-04-23",
        "2020-05-05",
    ]
    assert rows.loc[0, ["value", "low", "high", "status"]].tolist() == [30.8, 30.0, 31.7, "A"]


def test_reads_the_layout_without_phase_and_with_short_dates():
    line = f"{NATION},8/19/2020,8/31/2020,31.4,30.9,31.9\n"
    rows = _tidy(line, head=CARE_HEAD)
    assert f"{rows['start'][0]:%F}" == "2020-08-19"
    assert rows.loc[0, ["low", "high"]].tolist() == [30.9, 31.9]


def test_other_indicators_of_the_table_are_left_alone():
    rows = _tidy(FIRST, FIRST.replace(NAME, "Symptoms of Depressive Disorder"))
    assert len(rows) == 1


def test_a_pause_is_a_gap_and_an_empty_cell_beside_values_is_suppressed():
    rows = _tidy(
        FIRST,
        f"{NAME},By Gender identity,United States,Transgender,1.0,04/23/2020,05/05/2020,,,\n",
        f"{NATION},-1,07/22/2020,08/18/2020,,,\n",
    )
    assert rows["status"].tolist() == ["A", "Q", "M"]
    assert rows["value"].isna().tolist() == [False, True, True]


def test_a_pause_that_the_phase_does_not_name_raises():
    with pytest.raises(ValueError, match="Phase"):
        _tidy(FIRST, f"{NATION},2.0,07/22/2020,08/18/2020,,,\n")


def test_a_suppression_flag_beside_a_value_raises():
    head = HEAD.replace("High CI", "High CI,Suppression Flag")
    with pytest.raises(ValueError, match="Suppression Flag"):
        _tidy(FIRST.replace("31.7", "31.7,1.0"), head=head)


@pytest.mark.parametrize(
    ("old", "new", "named"),
    [
        ("National Estimate", "By Shoe size", "By Shoe size"),
        ("National Estimate,United States,United States", "By State,Atlantis,Atlantis", "Atlantis"),
        ("United States,United States", "United States,Nobody", "Nobody"),
        ("By Age", "By Age", "17 years"),
    ],
)
def test_an_unknown_group_place_or_label_raises_naming_it(old, new, named):
    line = f"{NAME},By Age,United States,17 years,1.0,04/23/2020,05/05/2020,1,1,1\n"
    lines = [line if old == "By Age" else FIRST.replace(old, new)]
    with pytest.raises(ValueError, match=named):
        _tidy(*lines)


def test_repeated_rows_raise():
    with pytest.raises(ValueError, match="repeat"):
        _tidy(FIRST, FIRST)


def test_a_missing_column_raises_naming_it():
    with pytest.raises(ValueError, match="Subgroup"):
        _tidy(head=HEAD.replace("Subgroup,", ""))
