"""The box for one's own words: what the deck tells about a text, and what the text may carry."""

from __future__ import annotations

import pytest

from utils import wording
from utils.model import Claim
from utils.ui import own_words, point

GAP = "treatment-gap:us-anxiety-or-depression,us-counselling-or-medication:US-CA:2022-04-27"


def made(*specs: str) -> list[Claim]:
    """The claims of some specs, all of which can be made."""
    claims = [point.claim(spec) for spec in specs]
    assert all(isinstance(one, Claim) for one in claims), claims
    return [one for one in claims if isinstance(one, Claim)]


def rules(text: str, *specs: str) -> set[str]:
    """The rules that a text breaks beside a deck."""
    context = own_words.context(text, made(*specs))
    return {one.rule for one in wording.check(text, context=context)}


def test_a_screen_is_no_diagnosis_and_one_share_is_no_part_of_another() -> None:
    text = "33.1% of Californians have depression and only 21.9% of them got help."
    assert {"S09", "S27"} <= rules(text, GAP)
    assert not {"S09", "S27"} & rules(text)


@pytest.mark.parametrize(
    "text", ["Half of Californians are depressed.", "Californians are depressed."]
)
def test_also_where_the_number_is_another_or_none(text: str) -> None:
    assert "S09" in rules(text, GAP)


def test_a_figure_of_the_deck_in_its_own_words_passes() -> None:
    text = "From 27 Apr to 9 May 2022, 33.1% of adults in California reported symptoms."
    assert not rules(text, GAP)
