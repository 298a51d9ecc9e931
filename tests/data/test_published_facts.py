"""Single facts as they were printed, read from data/facts.csv."""

from __future__ import annotations

import datetime as dt

import pytest

from utils import catalog

NIMH = "NIMH, Mental illness, September 2024; baca.org/blog/mental-health-us"
NEWS = "ABC News, 11 February 2023, after SAMHSA"
WANG = "Wang et al. 2007, table 3 of PMC2847360"
TOPICS = {
    "Anxiety and depression",
    "Wellbeing and distress",
    "Suicide",
    "Young people",
    "Treatment and services",
}

PRINTED = [
    # id, value, where printed
    ("nsduh-any-mental-illness-adults-2022-percent", 23.1, NIMH),
    ("nsduh-any-mental-illness-adults-2022-people", 59_300_000, NIMH),
    ("nsduh-treated-any-mental-illness-adults-2022-percent", 50.6, NIMH),
    ("lifeline-contacts-2021-12", 260_095, NEWS),
    ("lifeline-contacts-2022-12", 371_655, NEWS),
    ("lifeline-contacts-2022-08", 361_140, "HealthDay News, 12 September 2022, after HHS"),
    ("treated-severe-usa-2003", 59.7, WANG),
    ("treated-severe-nga-2003", 21.3, WANG),
    ("treated-severe-chn-2003", 11.0, WANG),
    ("treated-severe-fra-2003", 48.0, WANG),
    ("treated-severe-mex-2003", 25.8, WANG),
    ("treated-severe-nzl-2003", 56.6, WANG),
    ("treated-severe-esp-2003", 58.7, WANG),
    ("treated-severe-zaf-2003", 26.2, WANG),
]
FACTS = list(catalog.facts().values())


@pytest.mark.parametrize(("id", "value", "where"), PRINTED)
def test_figures_are_as_printed(id, value, where):
    assert catalog.facts()[id].value == value, where


def test_the_quoted_rise_of_43_percent_follows():
    before, after = (
        catalog.facts()[f"lifeline-contacts-{month}"].value for month in ("2021-12", "2022-12")
    )
    assert round(100 * (after / before - 1)) == 43


def test_shares_and_numbers_of_people_treated_agree():
    for year, ill, treated in ((2022, "any", "any"), (2022, "serious", "serious")):
        found = catalog.facts()
        whole = found[f"nsduh-{ill}-mental-illness-adults-{year}-people"].value
        part = found[f"nsduh-treated-{treated}-mental-illness-adults-{year}-people"].value
        share = found[f"nsduh-treated-{treated}-mental-illness-adults-{year}-percent"].value
        assert abs(100 * part / whole - share) < 0.6


@pytest.mark.parametrize("fact", FACTS, ids=lambda fact: fact.id)
def test_every_fact_can_be_cited(fact):
    assert fact.topic in TOPICS
    assert fact.place in catalog.places()
    assert fact.url.startswith("https://")
    assert fact.start <= fact.end <= dt.date(2026, 11, 22) == fact.retrieved
    for text in (fact.source, fact.source_type, fact.qualifier, fact.unit):
        assert text
    assert fact.statement[0].isupper() or fact.statement[0].isdigit()
    assert not fact.statement.endswith(".")
