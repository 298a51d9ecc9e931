"""NHS Talking Therapies: text cells, drifting spelling, two levels, waits as a share."""

import pytest

from utils import catalog
from utils.sources import nhs_talking_therapies

REFERRALS = catalog.indicator("gb-talking-therapies-referrals")
RECOVERY = catalog.indicator("gb-talking-therapies-recovery")
WITHIN = catalog.indicator("gb-talking-therapies-within-six-weeks")
HEAD = (
    "reporting_period,start_date,end_date,org_type,org_name,variable_type,variable_a,variable_b,"
    "measure_name,measure_statistic,value\n"
)
AREA_HEAD = HEAD.replace("org_type,", "org_type,org_code,")
REFERRED, RECOVERED = "referrals_received,count", "recovery,percentage"
FINISHED = "finished_course_treatment,count"


def line(group, measure, value, year=2024, org="England,All"):
    return f"{year}-x,{year}-04-01,{year + 1}-03-31,{org},{group},{measure},{value}\n"


def _tidy(card, *lines, head=HEAD):
    return nhs_talking_therapies.tidy((head + "".join(lines)).encode(), card)


def _groups(*groups, year=2024):
    rows = _tidy(REFERRALS, *(line(group, REFERRED, 10, year) for group in groups))
    return list(zip(rows["group_by"], rows["group"], strict=True))


def test_the_measure_and_statistic_of_the_card_are_read():
    rows = _tidy(
        RECOVERY,
        line("Total,NULL,NULL", RECOVERED, "50.5"),
        line("Total,NULL,NULL", "recovery,count", "321061"),
        line("Total,NULL,NULL", REFERRED, "1813432"),
    )
    assert rows["value"].tolist() == [50.5]
    assert rows[["place", "group_by", "group", "status"]].iloc[0].tolist() == [
        *("GB-ENG", "all", "all", "A"),
    ]
    assert [f"{rows[edge][0]:%F}" for edge in ("start", "end")] == ["2024-04-01", "2025-03-31"]


def test_an_area_is_known_by_its_ods_code_and_unknown_areas_stay():
    rows = _tidy(
        REFERRALS,
        line("Total,NULL,NULL", REFERRED, 57860, org="ICB,QE1,NHS LANCASHIRE"),
        line("Total,NULL,NULL", REFERRED, 2690, org="ICB,UNKNOWN,UNKNOWN"),
        head=AREA_HEAD,
    )
    assert rows["place"].tolist() == ["GB-QE1", "GB-ICB-UNKNOWN"]


@pytest.mark.parametrize(
    ("org", "named"), [("CCG,QE1,X", "CCG"), ("ICB,Z99,X", "Z99"), ("ICB,ENG,X", "ENG")]
)
def test_an_unknown_organisation_raises_naming_it(org, named):
    with pytest.raises(ValueError, match=named):
        _tidy(REFERRALS, line("Total,NULL,NULL", REFERRED, 1, org=org), head=AREA_HEAD)


def test_a_star_is_suppressed_and_null_is_missing():
    rows = _tidy(
        REFERRALS,
        line("Total,NULL,NULL", REFERRED, "*"),
        line("Total,NULL,NULL", REFERRED, "NULL", year=2023),
    )
    assert rows["status"].tolist() == ["Q", "M"]
    assert rows["value"].isna().all()


def test_a_spelling_that_drifts_stays_one_group():
    earlier = _groups("Ethnic Group,Mixed,Any Other Mixed Background", year=2017)
    later = _groups("Ethnic Group,Mixed,Any other Mixed background")
    assert earlier == later == [("ethnic_background", "Mixed: Any other Mixed background")]
    earlier = _groups(
        "Problem Descriptor,Anxiety and stress related disorders,Generalized anxiety disorder"
    )
    later = _groups(
        "Presenting Complaint,Anxiety and stress related disorders,Generalised anxiety disorder"
    )
    assert earlier == later == [("complaint", "Generalised anxiety disorder")]


def test_the_two_levels_of_ethnic_groups_are_two_splits():
    assert _groups(
        "Ethnic Group,White,All",
        "Ethnic Group,White,Irish",
        "Ethnic Group,Not stated/Not known/Invalid,All",
    ) == [
        ("ethnicity", "White"),
        ("ethnic_background", "White: Irish"),
        ("ethnicity", "Not stated, not known or invalid"),
    ]


def test_age_bands_say_that_they_are_years():
    assert _groups("Age Group,16 to 17,NULL", "Age Group,90 and over,NULL") == [
        ("age", "16 to 17 years"),
        ("age", "90 years and over"),
    ]


def test_the_sum_of_anxiety_disorders_says_that_it_is_one():
    assert _groups("Presenting Complaint,Anxiety and stress related disorders,All") == [
        ("complaint", "Anxiety and stress-related disorders, all")
    ]


def test_rows_left_out_on_purpose():
    assert _groups(
        "Total,NULL,NULL",
        "BME Group,BME,NULL",
        "Long Term Condition Status,Long term condition,NULL",
        "Waiting Time,Accessing services,<6 weeks",
        "Presenting Complaint,All ADSM,Total",
        "Presenting Complaint,Medically Unexplained Symptoms,MUS not otherwise specified",
    ) == [("all", "all")]


def test_the_one_complaint_that_was_split_up_is_marked_as_a_break():
    group = "Presenting Complaint,Anxiety and stress related disorders,Hypochondriacal disorders"
    rows = _tidy(
        REFERRALS, line(group, REFERRED, 14698, year=2023), line(group, REFERRED, 6219, year=2024)
    )
    assert rows["status"].tolist() == ["A", "B"]


@pytest.mark.parametrize(
    "group",
    [
        "Shoe size,44,NULL",
        "Gender,Unheard of,NULL",
        "Age Group,18 to 99,NULL",
        "Ethnic Group,White,Martian",
        "Presenting Complaint,Depression,Total",
        "Indices of Deprivation Decile,11 Most deprived,NULL",
    ],
)
def test_an_unknown_group_raises_naming_it(group):
    with pytest.raises(ValueError, match=group.split(",")[1]):
        _groups(group)


def test_a_measure_that_is_absent_raises_naming_it():
    with pytest.raises(ValueError, match="recovery"):
        _tidy(RECOVERY, line("Total,NULL,NULL", REFERRED, 1))


def waits(kind="Accessing services", year=2024, count=900):
    return (
        line("Total,NULL,NULL", FINISHED, 1000, year),
        line(f"Waiting Time,{kind},<6 weeks", FINISHED, count, year),
        line(f"Waiting Time,{kind},<18 weeks", FINISHED, 990, year),
        line("Waiting Time,First to Second treatment,<6 weeks", FINISHED, 500, year),
    )


def test_the_share_within_six_weeks_is_of_all_finished_courses():
    rows = _tidy(WITHIN, *waits(), *waits("First treatment", year=2021, count=850))
    assert rows["value"].tolist() == [90.0, 85.0]
    assert rows["group_by"].tolist() == ["all", "all"]


def test_a_year_without_its_wait_raises():
    with pytest.raises(ValueError, match="<6 weeks"):
        _tidy(WITHIN, *waits(), line("Total,NULL,NULL", FINISHED, 1000, 2023))


def test_two_kinds_of_wait_in_one_year_raise():
    with pytest.raises(ValueError, match="<6 weeks"):
        _tidy(WITHIN, *waits(), *waits("First treatment")[1:2])


def test_an_unknown_kind_of_wait_raises_naming_it():
    with pytest.raises(ValueError, match="Third treatment"):
        _tidy(WITHIN, *waits("Third treatment"))
