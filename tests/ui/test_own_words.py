"""The box for one's own words: what the deck tells about a text, and what the text may carry."""

from __future__ import annotations

import pytest
from streamlit.testing.v1 import AppTest

from tests.opened import SECONDS
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


BOX = """
from utils.ui import own_words, point
own_words.check([point.claim(spec) for spec in {specs!r}])
"""


def written(text: str, *specs: str) -> AppTest:
    """The box with a text in it, beside a deck."""
    app = AppTest.from_string(BOX.format(specs=specs), default_timeout=SECONDS)
    app.session_state[own_words.TEXT] = text
    app.run()
    assert not app.exception
    return app


def test_a_text_about_suicide_leaves_with_the_helpline_of_the_deck() -> None:
    (box,) = written("In 2020 we lost 4 people to suicide.", GAP).code
    assert "988" in box.value
    (box,) = written("We spoke about suicide.").code
    assert "findahelpline.com" in box.value
    assert "\n" not in written("We spoke about sleep.").code[0].value


def test_a_helpline_that_stands_there_already_is_not_said_twice() -> None:
    once = own_words.with_helpline("We spoke about suicide.", made(GAP))
    assert own_words.with_helpline(once, made(GAP)) == once


def test_trying_to_die_is_said_gently() -> None:
    (found,) = wording.check("Two students tried to kill themselves.")
    assert (found.rule, found.severity, found.replacement) == ("W28", "warn", "attempted suicide")


def test_a_contradicting_number_hides_the_copy_box_and_the_praise() -> None:
    app = written("In 2022, 38.1% of adults in California reported symptoms.", GAP)
    assert not app.code
    assert "No rule has anything" not in "\n".join(one.value for one in app.markdown)
    assert written("In 2022, 33.1% of adults in California reported symptoms.", GAP).code


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Ask me. I can talk.", "Reading ease 100 of 100 (Flesch), very easy;"),
        ("Interdisciplinary organisational considerations.", "Reading ease 0 of 100"),
        ("…", ""),
    ],
)
def test_reading_ease_stays_on_its_scale(text: str, said: str) -> None:
    assert own_words.ease(text).startswith(said)
    assert bool(own_words.ease(text)) == bool(said)


@pytest.mark.parametrize(
    "text",
    [
        "Thanks to #WSPD calls went up.",
        "Since Bell Let's Talk, visits are up.",
        "Since Heads Together, visits are down.",
    ],
)
def test_a_hashtag_or_a_campaign_is_reach_also_without_reach_in_the_deck(text: str) -> None:
    app = written(text)
    assert not app.code
    assert "S11" in "\n".join(one.value for one in app.markdown)
