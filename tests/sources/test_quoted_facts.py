"""Quoted figures become facts with a statement in plain words; unknown rows raise."""

import pytest

from utils.sources import lifeline_facts, nsduh_facts, treatment_facts

SURVEY = {
    "survey_year": "2022",
    "population": "US adults 18+",
    "measure": "Any mental illness (AMI), past year",
    "subgroup_type": "Total",
    "subgroup": "All",
    "percent": "23.1",
    "count_millions": "59.3",
    "source_type": nsduh_facts.NIMH,
    "source_url": "https://one.gov/",
}
VOLUME = {
    "period_start": "2022-08-01",
    "period_end": "2022-08-31",
    "measure": "Contacts to the Lifeline (calls, chats, texts), US",
    "value": "361140",
    "unit": "contacts",
    "note": "first full month of 988",
    "source": "news",
    "source_url": "https://two.com/",
}
TREATED = {"Entity": "Nigeria", treatment_facts.COLUMN: "21.3"}


def test_a_share_and_a_number_of_people_are_two_facts():
    share, people = nsduh_facts.facts([SURVEY])
    assert share.statement == "23.1% of adults had any mental illness in the past year"
    assert (share.value, share.unit) == (23.1, "percent")
    assert people.statement == "59.3 million adults had any mental illness in the past year"
    assert (people.value, people.unit) == (59_300_000, "people")
    assert (share.start.isoformat(), share.end.isoformat()) == ("2022-01-01", "2022-12-31")


def test_treatment_is_said_of_people_with_an_illness():
    row = SURVEY | {
        "measure": "Received mental health treatment, past year, among adults with SMI",
        "subgroup": "Male",
        "count_millions": "",
    }
    (fact,) = nsduh_facts.facts([row])
    assert fact.statement == (
        "23.1% of men with serious mental illness received mental health treatment in the past year"
    )


def test_every_survey_fact_warns_of_earlier_years():
    later = SURVEY | {"source_type": nsduh_facts.BRIEF, "survey_year": "2024"}
    for fact in nsduh_facts.facts([SURVEY, later]):
        assert "before 2021" in fact.qualifier
        assert ("only in part" in fact.qualifier) == (fact.start.year == 2024)


def test_thoughts_of_suicide_stand_under_the_topic_that_shows_help():
    row = SURVEY | {
        "population": "US adolescents 12-17",
        "measure": "Serious thoughts of suicide, past year",
        "count_millions": "",
    }
    (fact,) = nsduh_facts.facts([row])
    assert fact.topic == "Suicide"


@pytest.mark.parametrize("column", ["measure", "population", "subgroup", "source_type"])
def test_an_unknown_survey_row_raises_naming_it(column):
    with pytest.raises(ValueError, match="Martians"):
        list(nsduh_facts.facts([SURVEY | {column: "Martians"}]))


def test_a_month_of_the_lifeline():
    (fact,) = lifeline_facts.facts([VOLUME])
    assert fact.statement == "The Lifeline (now 988) received 361,140 calls, chats and texts"
    assert fact.qualifier == "One month, not a series; the first full month of 988."
    assert fact.end.isoformat() == "2022-08-31"


def test_a_total_says_since_when_and_that_it_is_rounded():
    row = VOLUME | {
        "measure": "Cumulative calls since 988 launch, US",
        "value": "11100000",
        "unit": "calls",
        "note": "rounded; see above",
    }
    (fact,) = lifeline_facts.facts([row])
    assert fact.statement == "The 988 Lifeline received about 11.1 million calls"
    assert fact.qualifier.startswith("Cumulative since July 2022, rounded by the source")


def test_an_answer_rate_is_a_share():
    row = VOLUME | {"measure": "Overall answer rate, US", "value": "91", "unit": "percent"}
    (fact,) = lifeline_facts.facts([row | {"note": ""}])
    assert fact.statement == "91% of contacts to the Lifeline (now 988) were answered"


@pytest.mark.parametrize("column", ["measure", "note"])
def test_an_unknown_volume_raises_naming_it(column):
    with pytest.raises(ValueError, match="Martians"):
        list(lifeline_facts.facts([VOLUME | {column: "Martians"}]))


def test_treatment_of_severe_disorders_says_when_few_people_stand_behind_it():
    (fact,) = treatment_facts.facts([TREATED])
    assert (fact.place, fact.value) == ("NGA", 21.3)
    assert "few people" in fact.qualifier
    assert fact.statement.startswith("21.3% of adults with a severe mental disorder received")


def test_countries_on_which_copy_and_paper_differ_are_left_out():
    rows = [TREATED | {"Entity": country} for country in treatment_facts.LEFT_OUT]
    assert list(treatment_facts.facts(rows)) == []
    assert {"Germany", "Israel", "Japan"} <= set(treatment_facts.LEFT_OUT)


def test_an_unknown_country_raises_naming_it():
    with pytest.raises(ValueError, match="Atlantis"):
        list(treatment_facts.facts([TREATED | {"Entity": "Atlantis"}]))
