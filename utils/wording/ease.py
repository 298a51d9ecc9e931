"""How easy a text is to read, by the published formulas; reported, never enforced."""

from __future__ import annotations

import re
from dataclasses import dataclass

from utils.wording.passage import read

VOWELS = re.compile(r"[aeiouy]+")
SILENT = re.compile(r"e(?:ful|less|ly|ment|ness)s?$|(?:[^laeiouy]|[aeiouy]l)es?$|[^aeioutd]ed$")
"""An `e` at the end that is not heard (`made`, `rules`, `asked`), but not that of `people`."""
APART = re.compile(
    r"iet|^sui|(?<=[aeiouy][^aeiouy])ea$|ia(?!l\b|n\b)|io(?!n)|iu|eo(?!ple)|ua(?!l\b|r)|[aeiouy]ing\b|ier\b|ying\b"
)
"""Vowels beside each other that are spoken apart (`anxiety`, `media`, `doing`)."""


@dataclass(frozen=True)
class Ease:
    """Reading ease of a text and what it was worked out from.

    ``flesch`` is Flesch Reading Ease, 206.835 - 1.015 words/sentences - 84.6 syllables/words
    (Flesch, J Appl Psychol 1948;32:221-233): 60 to 70 is plain English. ``grade`` is the
    Flesch-Kincaid grade, 0.39 words/sentences + 11.8 syllables/words - 15.59 (Kincaid et al.,
    Naval Technical Training Command, Research Branch Report 8-75, 1975): years of school.
    Both are nan for a text without words.
    """

    words: int
    sentences: int
    syllables: int
    flesch: float
    grade: float


def syllables(word: str) -> int:
    """Syllables of an English word by rule: groups of vowels, less a silent e, at least one.

    A number in digits counts as one, as Flesch counted it.
    """
    word = word.lower()
    heard = len(VOWELS.findall(word)) - bool(SILENT.search(word)) + len(APART.findall(word))
    return max(heard, 1)


def ease(text: str) -> Ease:
    """Reading ease of a text; raises `WordingError` for one that is too long to be checked."""
    passage = read(text)
    words, sentences = len(passage.words), len(passage.sentences)
    if not words:
        return Ease(0, 0, 0, float("nan"), float("nan"))
    spoken = sum(syllables(word.text) for word in passage.words)
    length, weight = words / sentences, spoken / words
    return Ease(
        words,
        sentences,
        spoken,
        206.835 - 1.015 * length - 84.6 * weight,
        0.39 * length + 11.8 * weight - 15.59,
    )
