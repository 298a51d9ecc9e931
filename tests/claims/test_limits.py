"""What a pair does not show, the fairest objection, and what is said of a day beside chance."""

from __future__ import annotations

import dataclasses
import datetime as dt

import pytest

from tests.export.made_claims import REACH
from tests.made_up import PLACES, card, cut, evidence, row
from utils.analysis import before_after
from utils.analysis.before_after import BeforeAfter
from utils.analysis.comparable import Refusal
from utils.analysis.windows import Plan
from utils.claims import beside, chance, limits
from utils.claims.beside import Counted, Need
from utils.model import Card

YEARS = evidence(*(row(year, float(year - 2000), low=0, high=99) for year in range(2015, 2021)))
NEED = Need(card(), YEARS, PLACES["AAA"])
DAY = dt.date(2019, 5, 1)


def need(**changes: object) -> Need:
    return Need(card(**changes), YEARS, PLACES["AAA"])


def test_the_statistic_is_said_with_its_period_interval_and_year_before() -> None:
    first, before = beside.can(NEED, (), "a day", DAY)
    assert first.startswith("In 2019, 19.0% (95% interval 0.0 to 99.0) of made-up people")
    assert "A year before (2018) it was 18.0%" in before
    assert "too close to tell apart" in before


def test_reach_is_said_on_its_rung_and_together_only_where_both_are_there() -> None:
    counted = Counted(REACH, "all", evidence(row(2019, 500.0, series=REACH.id)))
    *_, reach, both = beside.can(NEED, (counted,), "a day", DAY)
    assert reach == "In the same year, in 2019: Posts, 500 posts (posts counted)."
    assert both.startswith("Both were in the same year")
    early = dt.date(1999, 1, 1)
    assert beside.can(NEED, (counted,), "a day", early) == ()
    alone = beside.can(NEED, (Counted(REACH, "all", evidence(row(2003, 5.0))),), "a day", DAY)
    assert not any("Both were" in text for text in alone)


def test_a_year_before_across_a_break_is_refused_with_the_reason() -> None:
    broken = Need(card(breaks=(cut(2019),)), YEARS, PLACES["AAA"])
    _, before = beside.can(broken, (), "a day", DAY)
    assert before.startswith("It can't be compared with a year before.")
    assert "The test changed." in before


def test_what_can_not_be_said_begins_with_the_most_tempting() -> None:
    said = limits.cannot(need(), (), (REACH,), True)
    assert said[0].startswith("Whether what is counted below changed this statistic, or did not")
    assert any("the land of Madeup alone" in text for text in said), "reach is of the world"
    assert len(said) <= limits.MOST_LIMITS
    assert len(said) == len(set(said))


@pytest.mark.parametrize(
    ("kind", "words"),
    [
        ("screened positive", "no diagnosis"),
        ("symptoms reported", "no diagnosis"),
        ("service contact", "easier access"),
        ("death record", "Why anybody died"),
    ],
)
def test_what_an_instrument_leaves_open_is_said(kind: str, words: str) -> None:
    assert any(words in text for text in limits.cannot(need(instrument_type=kind), (), (), True))


def test_no_common_time_is_said_of_two_series_and_never_of_one() -> None:
    never = "they were never counted at the same time"
    assert any(never in text for text in limits.cannot(NEED, (), (REACH,), False))
    assert not any(never in text for text in limits.cannot(NEED, (), (), False))
    assert "not even measured" in limits.challenge(NEED, (), (REACH,), False).question
    assert "not even measured" not in limits.challenge(NEED, (), (), False).question


def test_the_strongest_objection_comes_first() -> None:
    broken = need(breaks=(cut(2019),))
    assert "way of counting" in limits.challenge(broken, (), (REACH,), True).question
    daily = dataclasses.replace(REACH, frequency="P1D")
    assert "campaign of one day" in limits.challenge(NEED, (), (daily,), True).question
    assert "Many other things" in limits.challenge(NEED, (), (REACH,), True).question


def weeks(*values: float, unit: str = "percent") -> tuple[BeforeAfter, Card]:
    first = dt.date(2015, 1, 5)
    days = [first + dt.timedelta(weeks=n) for n in range(len(values))]
    rows = [
        row(day.isoformat(), value, end=(day + dt.timedelta(days=6)).isoformat())
        for day, value in zip(days, values, strict=True)
    ]
    mine = card(frequency="P1W", unit=unit)
    found = before_after.compare(evidence(*rows), mine, days[len(days) // 2], Plan(4, season=False))
    assert not isinstance(found, Refusal), found
    return found, mine


def test_before_and_after_say_both_levels_and_how_ordinary_the_difference_is() -> None:
    found, mine = weeks(*([20.0, 21.0, 22.0, 21.0] * 20))
    levels, difference, ordinary, *_ = chance.before_after(found, mine)
    assert "a mean of" in levels
    assert difference.startswith("The difference is")
    assert "That is not unusual: at" in ordinary


def test_a_large_step_is_called_unusual_and_nothing_more() -> None:
    values = [20.0, 21.0, 22.0, 21.0] * 20
    found, mine = weeks(*values[:40], *(value + 30 for value in values[40:]))
    _, _, ordinary, *_ = chance.before_after(found, mine)
    assert "larger than at most other dates: at" in ordinary


def test_a_number_without_its_season_says_so_beside_the_levels_that_have_it() -> None:
    found, mine = weeks(*([20.0, 21.0, 22.0, 21.0] * 20))
    seasoned = dataclasses.replace(found, season_removed=True)
    _, difference, *_ = chance.before_after(seasoned, mine)
    assert difference.startswith("With the season taken out the difference is")
