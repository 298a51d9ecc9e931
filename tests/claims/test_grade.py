"""Grades: each weakness takes points off, and every grade lists its reasons."""

from __future__ import annotations

import datetime as dt

import pytest

from tests.claims.asked import TODAY, library
from utils.claims import caveat_words, grade
from utils.claims.make import MAKERS, make
from utils.claims.spec import parse
from utils.model import Claim, Grade

PULSE = "us-anxiety-or-depression"


def graded(line: str, today: dt.date = TODAY) -> Grade:
    found = make(line, library(), today)
    assert isinstance(found, Claim), found
    return found.grade


@pytest.mark.parametrize(
    ("line", "letter", "reason"),
    [
        ("level:jp-suicides:JPN:2024", "A", "Every known case was counted."),
        ("level:us-suicide-rate:USA:2018", "B", "8 years old."),
        ("level:suicide-rate-world:USA:2021", "B", "Modelled, not counted."),
        (f"level:{PULSE}:USA:2024-08-20", "B", "The interval reaches 4 percent of the value"),
        (f"level:{PULSE}:US-WV:2024-02-06", "C", "The interval reaches 24 percent of the value"),
        # few answered, ended, and two for an interval of half the figure to either side
        ("level:us-unmet-need-for-counselling:US-DC:2021-04-28", "C", "reaches 50 percent"),
        ("change:ca-perceived-mental-health:CAN:2015..2024", "C", "can't be tested"),
        ("reach:us-suicide-mentions:USA:2018-09-10", "B", "What was counted: whole."),
        ("reach:bell-lets-talk-interactions:CAN:2011-02-09", "D", "Worked out, not published"),
        ("reach:uk-listen-reach", "D", "Rung: follower-sum ceiling."),
        ("reach:wspd-2020-film", "B", "Source: platform or organiser."),
        ("fact:nsduh-any-mental-illness-adults-2022-percent", "B", "Source: public body"),
        ("fact:treated-severe-nga-2003", "C", "Rests on very few people."),
        ("fact:lifeline-contacts-2022-12", "C", "Source: news or policy page"),
        ("effect:papageno-rct", "A", "Study design: randomised controlled trial."),
        ("effect:logic-calls-n", "B", "Study design: SARIMA interrupted time series."),
        ("effect:ruok-act", "C", "No interval was read."),
    ],
)
def test_a_grade_follows_from_the_evidence_and_says_why(line, letter, reason):
    found = graded(line)
    assert found.letter == letter, found
    assert any(reason in one for one in found.reasons), found.reasons


def test_a_very_wide_interval_costs_more_than_a_wide_one():
    # a rank has no width of its own, so its grade is that of the same figure without the interval
    line = "us-unmet-need-for-counselling:US-DC:2021-04-28"
    assert graded(f"rank:{PULSE}:US-OK:2024-02-06").letter == "B"
    wide = MAKERS["level"](parse(f"level:{line}"), library())
    assert sum(points for points, _ in grade._width(wide)) == 2


def test_a_figure_of_this_year_is_never_called_0_years_old():
    for years, said in ((0.4, "less than a year"), (1.2, "1 year old."), (7.0, "7 years old.")):
        draft = MAKERS["level"](parse("level:jp-suicides:JPN:2024"), library())
        today = dt.date(2024, 12, 31) + dt.timedelta(days=round(years * 365.25))
        assert said in caveat_words.years(draft, today)


def test_a_figure_grows_old():
    line = "level:jp-suicides:JPN:2024"
    assert graded(line, dt.date(2027, 1, 1)).letter == "A"
    assert graded(line, dt.date(2035, 1, 1)).letter == "B"


def test_the_same_weakness_of_two_series_counts_once():
    both = graded(
        "treatment-gap:us-unmet-need-for-counselling,us-counselling-or-medication:USA:2022-04-27"
    )
    assert both.letter == "B"
    assert len(set(both.reasons)) == len(both.reasons)
