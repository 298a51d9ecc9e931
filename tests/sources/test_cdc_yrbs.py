"""Youth Risk Behavior Survey: printed trend and calculated year, and that the two agree."""

import dataclasses

import pytest

from utils import catalog
from utils.sources import cdc_yrbs

CARD = catalog.indicator("us-youth-attempted-suicide")
PRINTED_HEAD = "survey_year,sex,measure,percent,precision,source,source_url\n"
CALCULATED_HEAD = "survey_year,measure,group_type,group,percent,ci95_low,ci95_high,n_unweighted\n"
PRINTED = (
    "1991,All,Attempted suicide,7.3,1 decimal,sheet,https://a.example\n"
    "2019,All,Attempted suicide,8.9,1 decimal,report,https://b.example\n"
    "2019,Female,Attempted suicide,11.0,1 decimal,report,https://b.example\n"
)
CALCULATED = (
    "2019,Attempted suicide,All,All,8.9,7.9,10.0,10520\n"
    "2019,Attempted suicide,Sex,Female,11.0,9.7,12.5,5389\n"
    "2019,Attempted suicide,Grade,9th,9.4,8.0,11.1,2749\n"
)


def _printed(text=PRINTED, card=CARD):
    return cdc_yrbs.tidy((PRINTED_HEAD + text).encode(), card)


def _calculated(text=CALCULATED, card=CARD):
    return cdc_yrbs.tidy((CALCULATED_HEAD + text).encode(), card)


def _card(**printed):
    select = {**CARD.data.select, "printed_2019": printed}
    return dataclasses.replace(CARD, data=dataclasses.replace(CARD.data, select=select))


def test_a_printed_row_keeps_its_own_address_and_has_no_interval():
    rows = _printed()
    assert rows["url"].tolist() == ["https://a.example", "https://b.example", "https://b.example"]
    assert rows["low"].isna().all()
    assert rows["group_by"].tolist() == ["all", "all", "sex"]
    assert rows["group"].tolist() == ["all", "all", "Female"]
    assert (f"{rows['start'][0]:%F}", f"{rows['end'][0]:%F}") == ("1991-01-01", "1991-12-31")


def test_a_calculated_row_has_its_interval():
    rows = _calculated()
    assert rows["group"].tolist() == ["all", "Female", "9th grade"]
    assert rows.loc[0, ["place", "value", "low", "high", "status"]].tolist() == [
        "USA",
        8.9,
        7.9,
        10.0,
        "A",
    ]


def test_a_calculated_figure_that_is_not_the_printed_one_stops_the_import():
    with pytest.raises(ValueError, match=r"Female: 11\.1 is not the printed 11\.0"):
        _calculated(CALCULATED.replace("11.0,9.7", "11.1,9.7"))


def test_they_need_to_agree_only_at_the_printed_precision():
    assert len(_calculated(card=_card(all="9", Female="11.0"))) == 3
    with pytest.raises(ValueError, match=r"8\.9 is not the printed 8"):
        _calculated(card=_card(all="8"))


def test_the_card_must_list_every_printed_figure_of_that_year():
    with pytest.raises(ValueError, match="the card lists"):
        _printed(card=_card(all="8.9"))
    with pytest.raises(ValueError, match="the card lists"):
        _printed(card=_card(all="8.9", Female="11.0", Male="6.6"))
    with pytest.raises(ValueError, match="is not the printed"):
        _printed(card=_card(all="8.8", Female="11.0"))


def test_a_very_wide_interval_is_of_low_reliability():
    wide = "2019,Attempted suicide,Race/ethnicity,American Indian/Alaska Native,25.5,13.0,43.9,1\n"
    relative = "2019,Attempted suicide,Race/ethnicity,Asian,4.0,1.0,7.0,1\n"
    narrow = "2019,Attempted suicide,Race/ethnicity,White,1.7,0.6,4.5,1\n"
    rows = _calculated(CALCULATED + wide + relative + narrow)
    assert rows["status"].tolist() == ["A", "A", "A", "U", "U", "A"]


def test_a_whole_percent_may_not_pose_as_one_decimal():
    with pytest.raises(ValueError, match="precision"):
        _printed(PRINTED.replace("7.3,1 decimal", "7,1 decimal"))


def test_other_measures_are_left_alone():
    assert len(_printed(PRINTED + PRINTED.replace("Attempted suicide", "Made a plan"))) == 3


@pytest.mark.parametrize(
    ("text", "old", "new"),
    [
        (PRINTED, "1991,All", "1991,Nobody"),
        (CALCULATED, "Grade,9th", "Grade,13th"),
        (CALCULATED, "Grade,9th", "Shoe size,9th"),
        (CALCULATED, "2019,Attempted suicide,Grade", "2017,Attempted suicide,Grade"),
    ],
)
def test_an_unknown_group_or_year_raises_naming_it(text, old, new):
    read = _printed if text is PRINTED else _calculated
    odd = next(part for part in new.split(",") if part not in old.split(","))
    with pytest.raises(ValueError, match=odd):
        read(text.replace(old, new))
