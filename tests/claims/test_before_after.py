"""Before and after in words: every number of the answer, no why, the same in any language."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import replace

import numpy as np
import pytest

from tests.analysis import simulated
from tests.analysis.simulated import DAILY, MONTHLY, Numbers, line
from tests.made_up import card
from utils.analysis import before_after
from utils.analysis.before_after import BeforeAfter
from utils.analysis.windows import Plan
from utils.claims.before_after import notes, sentences
from utils.language import speaking
from utils.language.tongue import tongue
from utils.model import Card, Evidence

SHARE = card(frequency="P1M")
CAUSAL = re.compile(
    r"\b(caus\w+|led to|drove|thanks to|due to|because of|impact|effect of)\b", re.I
)


def noise(count: int) -> Numbers:
    return np.random.default_rng(3).uniform(50, 90, count).round(1)


def compared(
    rows: Evidence, of: Card, event: str, plan: Plan | None = None, *others: dt.date
) -> BeforeAfter:
    answer = before_after.compare(rows, of, dt.date.fromisoformat(event), plan, leave_out=others)
    assert isinstance(answer, BeforeAfter), answer
    return answer


@pytest.fixture(scope="module")
def answer() -> BeforeAfter:
    return compared(line(noise(120), SHARE), SHARE, "2014-05-01")


def test_an_interval_names_its_unit_once(answer: BeforeAfter) -> None:
    said = sentences(answer, SHARE)[1]
    assert re.search(r"interval \N{MINUS SIGN}?\+?[\d.]+ to \+?\N{MINUS SIGN}?[\d.]+ points;", said)
    assert "points to" not in said


def test_other_languages_say_the_same_numbers(answer: BeforeAfter) -> None:
    english = [re.findall(r"\d+", one) for one in sentences(answer, SHARE)]
    for language in ("es", "pt"):
        with speaking(tongue(language)):
            said = sentences(answer, SHARE)
        assert [
            re.findall(r"\d+", one.replace("95\N{NO-BREAK SPACE}%", "95%")) for one in said
        ] == (english)
        assert said != sentences(answer, SHARE)


def test_a_ratio_is_said_in_percent_with_its_sign(answer: BeforeAfter) -> None:
    ratio = replace(answer, scale="ratio", statistic=1.034, low=0.97, high=1.1)
    assert (
        "difference is +3.4% (95% interval \N{MINUS SIGN}3.0% to +10.0%;"
        in (sentences(ratio, SHARE)[1])
    )


def test_the_words_hold_the_numbers_and_never_say_why() -> None:
    values = simulated.daily(np.random.default_rng(5), 0.6)
    answer = compared(line(values, DAILY), DAILY, "2011-05-05")
    said = " ".join((*sentences(answer, DAILY), *notes(answer)))
    assert f"{answer.after:.1f} deaths a day" in said
    assert f"of {len(answer.placebo):,} other dates" in said
    assert answer.verdict in said
    assert "Other things happened at the same time" in said
    assert not CAUSAL.search(said.replace("because", ""))


def test_the_notes_say_what_became_of_the_season() -> None:
    month = np.arange(96)
    yearly = 20 + 5 * np.sin(2 * np.pi * month / 12) + 0.01 * month
    removed = compared(line(yearly, MONTHLY), MONTHLY, "2014-07-01")
    assert "comes back every year" in " ".join(notes(removed))
    short = compared(line(noise(35), MONTHLY), MONTHLY, "2011-06-01")
    assert "The season is left in: not every" in " ".join(notes(short))


def test_another_event_inside_the_windows_is_named_by_its_day() -> None:
    plan = Plan(7, season=False)
    near = compared(line(noise(400), DAILY), DAILY, "2010-04-16", plan, dt.date(2010, 4, 20))
    assert "Another event lies inside these windows: 20 Apr 2010." in notes(near)


def test_too_little_for_an_interval_is_said() -> None:
    yearly = card(frequency="P1Y")
    short = compared(line(noise(30), yearly, "1970-01-01"), yearly, "1985-01-01")
    assert "too little to give an interval" in sentences(short, yearly)[1]


def test_a_period_that_holds_the_day_belongs_to_neither_side() -> None:
    answer = compared(line(noise(60), MONTHLY), MONTHLY, "2011-06-15", Plan(2, season=False))
    assert "inside Jun 2011, which belongs to neither side" in " ".join(notes(answer))
