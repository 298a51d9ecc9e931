"""One form for all spellings of a hashtag, in every script."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from utils.model import hashtags

WHOLE = [
    "हिन्दी", "தமிழ்", "ไทยแล้ว", "עִבְרִית", "العَرَبِيَّة", "نمی\u200cدانم", "été", "日本語", "tag_2024",  # noqa: RUF001
]  # fmt: skip


@pytest.mark.parametrize("whole", WHOLE)
def test_vowel_signs_accents_and_joiners_belong_to_a_hashtag(whole: str) -> None:
    assert hashtags.key(f"#{whole} and more") == hashtags.key(whole)
    assert hashtags.letters(f"{whole}!") == unicodedata.normalize("NFKC", whole)
    assert hashtags.valid(f"#{whole}")


@pytest.mark.parametrize(
    "none", ["", "#", "2024", "1\ufe0f\u20e3", "\u0301a", "two words", "a-b", "💚"]
)
def test_what_is_no_hashtag(none: str) -> None:
    assert not hashtags.valid(none)


@given(st.text(max_size=20))
def test_the_form_of_a_form_is_itself(text: str) -> None:
    once = hashtags.key(text)
    assert hashtags.key(once) == once
