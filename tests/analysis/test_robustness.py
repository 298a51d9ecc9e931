"""The strip of choices tells a planted change from one favourable window."""

from __future__ import annotations

import dataclasses
import datetime as dt

import numpy as np
import pytest

from tests.analysis.simulated import DAILY, MONTHLY, line, monthly, stepped
from tests.made_up import card
from utils.analysis import before_after, robustness, windows
from utils.analysis.before_after import BeforeAfter
from utils.analysis.choices import CHOICES, Choice, plan
from utils.analysis.comparable import Refusal
from utils.analysis.robustness import Strip, strip
from utils.analysis.windows import Plan
from utils.model import Evidence


def seen(rows: Evidence, event: dt.date, asked: Plan | None = None, **more: object) -> Strip:
    answer = strip(rows, MONTHLY, event, asked, **more)  # type: ignore[arg-type]
    assert isinstance(answer, Strip), answer
    return answer


def favourable(rows: Evidence) -> tuple[dt.date, Plan]:
    """What somebody finds who tries every date with every short window, season left in."""
    best, chosen = 0.0, (dt.date(2014, 1, 1), Plan(1))
    for periods in (1, 2):
        asked = Plan(periods, season=False)
        any_date = before_after.compare(rows, MONTHLY, dt.date(2014, 1, 1), asked)
        assert isinstance(any_date, BeforeAfter)
        inner = any_date.placebo["2012":"2017"]  # type: ignore[misc]
        day = (inner - any_date.usual).abs().idxmax()
        if abs(inner[day] - any_date.usual) > best:
            best, chosen = abs(inner[day] - any_date.usual), (day.date(), asked)
    return chosen


def test_the_strip_tells_a_planted_change_from_a_favourable_window() -> None:
    random, event = np.random.default_rng(51), dt.date(2015, 3, 1)
    genuine, picked = [], []
    for _ in range(12):
        rows = line(monthly(random, 0.3), MONTHLY)
        genuine.append(seen(stepped(rows, event, 5.0, factor=False), event))
        picked.append(seen(rows, *favourable(rows)))
    assert all(one.asked.unusual for one in picked)
    assert sum(one.firm for one in genuine) >= 11
    assert sum(one.firm for one in picked) <= 1
    assert np.mean([one.unusual for one in genuine]) > 9
    assert np.mean([one.unusual for one in picked]) < 6


def test_the_choices_are_fixed() -> None:
    """Changing them changes what every strip says: do it knowingly, here as well."""
    assert len(CHOICES) == 12
    assert len({choice.id for choice in CHOICES}) == len({plan(c, DAILY) for c in CHOICES}) == 12
    lengths = {plan(choice, DAILY).periods for choice in CHOICES}
    assert lengths == {14, 28, 56}
    assert plan(CHOICES[0], MONTHLY) == windows.usual(MONTHLY)
    assert {plan(choice, DAILY).skip for choice in CHOICES} == {0, 7}
    assert dataclasses.is_dataclass(CHOICES[0])


def test_it_says_how_many_choices_agree() -> None:
    event = dt.date(2015, 3, 1)
    rows = stepped(line(monthly(np.random.default_rng(52), 0.3), MONTHLY), event, -6.0, False)
    answer = seen(rows, event)
    assert (answer.same, answer.choices, answer.not_computed) == (12, 12, ())
    assert answer.sentence.startswith("The direction holds in 12 of 12 choices")
    assert all(one.sign == -1 and one.size < 0 for one in answer.outcomes)
    assert answer.noun.choices == 12
    assert answer.noun.sentence == answer.sentence


def test_the_other_direction_is_counted_against_it() -> None:
    event = dt.date(2015, 3, 1)
    values = monthly(np.random.default_rng(53), 0.3)
    values[62:] -= 6.0
    values[63] += 30.0
    one_month = Plan(1, season=False, skip=1)
    answer = seen(line(values, MONTHLY), event, one_month)
    assert answer.asked.sign == 1
    against = [one.id for one in answer.outcomes if one.sign == -1]
    assert "without-largest" in against
    assert answer.same == answer.choices - len(against)
    assert not answer.firm


def test_what_can_not_be_asked_is_counted_apart_and_named() -> None:
    yearly = card(frequency="P1Y")
    rows = line(np.random.default_rng(54).normal(20, 1, 60), yearly, "1950-01-01")
    answer = strip(rows, yearly, dt.date(1980, 1, 1))
    assert isinstance(answer, Strip)
    assert answer.choices + len(answer.not_computed) == 12
    named = {one.id for one in answer.not_computed}
    assert {"year-before", "half-year-before", "double-year-before"} <= named
    assert f"{len(named)} could not be worked out: " in answer.sentence
    assert all(one.words in answer.sentence and one.reason for one in answer.not_computed)


def test_other_places_are_asked_by_the_usual_window() -> None:
    event, random = dt.date(2015, 3, 1), np.random.default_rng(55)
    rows = stepped(line(monthly(random, 0.3), MONTHLY), event, 6.0, factor=False)
    plain = line(monthly(random, 0.3), MONTHLY)
    short = line(monthly(random, 0.3, 20), MONTHLY, "2014-01")
    elsewhere = {"Nowhere": plain, "Utopia": short}
    answer = seen(rows, event, elsewhere=elsewhere)
    assert answer.choices == 13
    assert answer.outcomes[-1].words == "the usual window in Nowhere"
    assert [one.id for one in answer.not_computed] == ["place:Utopia"]
    many = {f"Place {n}": plain for n in range(9)}
    assert seen(rows, event, elsewhere=many).choices == 12 + robustness.MOST_PLACES


def test_a_question_that_can_not_be_asked_has_no_strip() -> None:
    rows = line(monthly(np.random.default_rng(56), 0.3), MONTHLY)
    answer = strip(rows, MONTHLY, dt.date(2010, 2, 1))
    assert isinstance(answer, Refusal)
    assert answer.rule == "S02"


@pytest.mark.parametrize("choice", CHOICES, ids=lambda choice: choice.id)
def test_every_choice_can_be_asked_of_a_long_series(choice: Choice) -> None:
    rows = line(monthly(np.random.default_rng(57), 0.3), MONTHLY)
    answer = before_after.compare(rows, MONTHLY, dt.date(2015, 3, 1), plan(choice, MONTHLY))
    assert isinstance(answer, BeforeAfter)
