"""Reading ease: the published formulas, worked out by hand, and syllables by rule."""

from __future__ import annotations

import math

import pytest

from utils import wording
from utils.wording.ease import syllables

COUNTED = {
    "anxiety": 4, "suicide": 3, "adults": 2, "reported": 3, "symptoms": 2, "people": 2, "made": 1,
    "rules": 1, "asked": 1, "table": 2, "health": 1, "mental": 2, "depression": 3, "average": 3,
    "year": 1, "years": 1, "disorder": 3, "the": 1, "treated": 2, "helpline": 2, "media": 3,
    "doing": 2, "hopeful": 2, "campaign": 2, "population": 4, "serious": 3, "area": 3, "idea": 3,
    "2024": 1, "social": 2, "question": 2, "quiet": 2,
}  # fmt: skip


def test_a_text_worked_out_by_hand() -> None:
    found = wording.ease("The cat sat on the mat. It was happy.")
    assert (found.words, found.sentences, found.syllables) == (9, 2, 10)
    assert found.flesch == pytest.approx(206.835 - 1.015 * 4.5 - 84.6 * 10 / 9)
    assert found.grade == pytest.approx(0.39 * 4.5 + 11.8 * 10 / 9 - 15.59)


def test_most_syllables_are_counted_as_in_a_dictionary() -> None:
    wrong = {word: syllables(word) for word, told in COUNTED.items() if syllables(word) != told}
    assert len(wrong) <= 3, wrong


def test_plain_words_are_easier_than_office_words() -> None:
    plain = wording.ease("We ask for help. It is there, day and night. Call now.")
    office = wording.ease(
        "The implementation of interdisciplinary psychosocial interventions necessitates "
        "considerable organisational prerequisites."
    )
    assert plain.flesch > 90 > 30 > office.flesch
    assert plain.grade < office.grade


def test_a_text_without_words_has_no_ease() -> None:
    assert math.isnan(wording.ease(" … ").flesch)
