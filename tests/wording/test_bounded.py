"""Checking takes time in step with the text, whatever the text is, and has an upper end."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from utils import wording
from utils.model.limits import WORDING_CHARACTERS
from utils.wording import Context, numbers

EVERYTHING = Context(artefact=True, cross_panel=True, screen=True, place_level=True, claim=True)
NASTY = [
    "suicide ", "committed ", "a-", "1 in ", "1,", "1.1", "'a", '"', "@a.", "(A ", "by a ", "5% ",
    "without ", "the more ", "Jan to ", "twenty-", "\n", "a\u200b", "ﷺ", "\uff43ommitted suicide ",
    "the campaign after death rate fell because of ", "e\u0301\u0302\u0303 ", "high. ", "not not ",
]  # fmt: skip
ORDINARY = (
    "In September 2024, 21.4% of adults reported symptoms, and help is there. Suicide can be "
    "prevented. The campaign ran at the same time. "
)


TIMES = 40
"""How many times as long as an ordinary text one of nothing but trouble may take."""


def seconds(text: str) -> float:
    """Seconds of computing that a check takes, with every rule awake; the least of three."""
    found = []
    for _ in range(3):
        start = time.process_time()
        wording.check(text, context=EVERYTHING)
        found.append(time.process_time() - start)
    return min(found)


def many(piece: str, letters: int) -> str:
    """A text of so many letters, made of one piece over and over."""
    return (piece * letters)[:letters]


@pytest.mark.parametrize("piece", NASTY)
def test_a_nasty_text_takes_little_more_than_an_ordinary_one(piece: str) -> None:
    ordinary, nasty = seconds(many(ORDINARY, 5_000)), seconds(many(piece, 5_000))
    assert nasty < TIMES * ordinary


@pytest.mark.slow
@pytest.mark.parametrize("piece", NASTY)
def test_a_nasty_text_of_full_length_takes_little_more_either(piece: str) -> None:
    full = WORDING_CHARACTERS
    assert seconds(many(piece, full)) < TIMES * seconds(many(ORDINARY, full))


@pytest.mark.parametrize("text", [ORDINARY, "after the campaign suicides fell by 5% of posts "])
def test_eight_times_the_text_takes_nowhere_near_its_square(text: str) -> None:
    assert seconds(many(text, 40_000)) < 8 * 4 * seconds(many(text, 5_000))


@pytest.mark.parametrize("ask", [wording.check, wording.causal, wording.ease, numbers.found])
def test_a_text_that_is_too_long_is_refused_in_words(ask: object) -> None:
    assert callable(ask)
    with pytest.raises(wording.WordingError, match=r"100,001 characters; .*in parts"):
        ask("a" * (WORDING_CHARACTERS + 1))


@given(st.text(max_size=300))
def test_any_text_can_be_checked_and_places_are_inside_it(text: str) -> None:
    for found in wording.check(text, context=EVERYTHING):
        assert text[found.start : found.end] == found.matched
    for number in numbers.found(text):
        assert text[number.start : number.end] == number.text


TELLING = (
    "suicide committed 21.4% 1 in 5 the campaign caused fell after hanging in 2019 , . “ ” ( 2024 "
    "May to June per 100,000 doubled over – by half 988 @name"
)


@given(st.lists(st.sampled_from(TELLING.split()), max_size=40))
def test_any_order_of_telling_words_can_be_checked(words: list[str]) -> None:
    text = " ".join(words)
    wording.check(text, context=EVERYTHING)
    numbers.compare(text, ())
