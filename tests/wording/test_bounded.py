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
SECONDS = 5.0
"""Seconds of computing for the longest text of nothing but trouble; it took 2 when written."""
ORDINARY = (
    "In September 2024, 21.4% of adults reported symptoms, and help is there. Suicide can be "
    "prevented. The campaign ran at the same time. "
)


def seconds(text: str) -> float:
    """Seconds of computing that a check takes, with every rule awake."""
    wording.check("Read the rules first.")
    start = time.process_time()
    wording.check(text, context=EVERYTHING)
    return time.process_time() - start


def test_an_ordinary_text_of_full_length_takes_a_second_at_most() -> None:
    text = (ORDINARY * WORDING_CHARACTERS)[:WORDING_CHARACTERS]
    assert seconds(text) < 1.5


@pytest.mark.parametrize("piece", NASTY)
def test_a_nasty_text_takes_little(piece: str) -> None:
    assert seconds((piece * 10_000)[:10_000]) < SECONDS / 10


@pytest.mark.slow
@pytest.mark.parametrize("piece", NASTY)
def test_a_nasty_text_of_full_length_takes_seconds_at_most(piece: str) -> None:
    assert seconds((piece * WORDING_CHARACTERS)[:WORDING_CHARACTERS]) < SECONDS


def test_four_times_the_text_takes_about_four_times_the_time() -> None:
    text = "after the campaign suicide rates fell by 5% because of posts " * 1_000
    assert seconds(text[:40_000]) < 4 * 4 * max(seconds(text[:10_000]), 0.02)


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
