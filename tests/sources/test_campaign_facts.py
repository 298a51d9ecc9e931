"""Cited figures: rung, grade and qualifier by rule, open dates filled and explained."""

import datetime as dt

import pytest

from utils.sources import campaign_facts, campaign_words

ROW = {
    "fact_id": "made-up",
    "campaign": "R U OK?Day",
    "hashtag": "#RUOKDay",
    "platform": "Twitter",
    "metric": "tweets",
    "unit": "tweets",
    "value": "10",
    "qualifier": "over",
    "period_start": "2017-09-14",
    "period_end": "2017-09-14",
    "geography": "Australia",
    "publisher": "Made-up",
    "source_type": "news report",
    "source_title": "One",
    "source_url": "https://one.org/",
    "quote": "a sentence that is not carried over",
    "notes": "a note",
}


def _one(**cells: str):
    return next(campaign_facts.facts([{**ROW, **cells}]))


def test_a_row_becomes_a_fact_without_the_quote():
    fact = _one()
    assert (fact.campaign, fact.rung, fact.unit, fact.value) == (
        "ruok-day",
        "posts counted",
        "posts",
        10.0,
    )
    assert (fact.qualifier, fact.grade, fact.note) == ("over", "press", "A note.")
    assert not any("carried over" in str(cell) for cell in vars(fact).values())


@pytest.mark.parametrize(
    ("metric", "unit", "rung"),
    [
        ("video views", "views", "measured views"),
        ("unique users", "users", "accounts counted"),
        ("site users", "users", "interactions"),
        ("cumulative potential reach", "users (duplicated)", "follower-sum ceiling"),
        ("people met by the campaign", "people", "modelled reach"),
        ("donation", "CAD", "donations"),
        ("contacts in first year", "contacts", "contacts"),
        ("campaign awareness", "percent of respondents", "survey answer"),
        ("people who felt able to talk about mental health", "percent", "survey answer"),
        ("videos rated misleading (500 videos)", "percent", "message share"),
        ("likes of 100 videos", "likes", "interactions"),
    ],
)
def test_what_was_measured_gives_the_rung(metric, unit, rung):
    assert _one(metric=metric, unit=unit).rung == rung


@pytest.mark.parametrize(
    ("kind", "grade"),
    [
        ("peer-reviewed study (abstract)", "peer-reviewed study"),
        ("press release reproduced by third party", "platform or organiser"),
        ("trade/news report of press release", "press"),
        ("repository README", "research collection"),
        ("aggregator page", "agency"),
    ],
)
def test_the_page_that_was_read_gives_the_grade(kind, grade):
    assert _one(source_type=kind).grade == grade


@pytest.mark.parametrize(
    ("start", "end", "days"),
    [
        ("2017", "2017", ("2017-01-01", "2017-12-31")),
        ("2016-02", "2016-02", ("2016-02-01", "2016-02-29")),
        ("2022-07-16", "2023-01", ("2022-07-16", "2023-01-31")),
        ("", "2021-09-09", ("2021-09-09", "2021-09-09")),
    ],
)
def test_parts_of_a_date_become_first_and_last_day(start, end, days):
    fact = _one(period_start=start, period_end=end)
    assert (fact.start, fact.end) == tuple(map(dt.date.fromisoformat, days))
    assert (campaign_words.AS_OF in fact.note) == (not start)


def test_a_date_that_nobody_knows_raises_unless_a_rule_says_what_is_meant():
    with pytest.raises(ValueError, match="made-up: no date"):
        _one(period_start="", period_end="")
    fact = _one(fact_id="tt-action", period_start="", period_end="")
    assert fact.start is None
    assert "no date" in fact.note


def test_same_means_the_title_above():
    rows = [ROW, {**ROW, "fact_id": "another", "source_title": "same"}]
    assert [fact.source for fact in campaign_facts.facts(rows)] == ["One", "One"]


@pytest.mark.parametrize(
    "cells",
    [
        {"campaign": "Unheard of"},
        {"source_type": "hearsay"},
        {"qualifier": "roughly"},
        {"metric": "applause", "unit": "decibels"},
    ],
)
def test_what_no_rule_knows_raises(cells):
    with pytest.raises(ValueError, match="made-up"):
        _one(**cells)
