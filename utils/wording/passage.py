"""A text cut into words that know their clause, their sentence and whether they are quoted."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from utils.model.limits import WORDING_CHARACTERS
from utils.wording.findings import WordingError
from utils.wording.fold import Folded, fold

# every alternative ends where the next character can't belong to it, so time grows with length
TOKEN = re.compile(r"\d+(?:[.,]\d+)*|[^\W\d_]+(?:'[^\W\d_]+)*|\n\s*(?:\n|[-*•])|[^\w\s]")
QUOTED = re.compile(r"\"[^\"\n]{1,300}\"|(?<!\w)'(?:[^'\n]|(?<=\w)'(?=\w)){1,300}'(?!\w)")
SHORT = frozenset(
    [
        "dr",
        "mr",
        "mrs",
        "ms",
        "prof",
        "st",
        "vs",
        "e",
        "g",
        "i",
        "al",
        "etc",
        "approx",
        "ca",
        "no",
        "fig",
        "jr",
        "sr",
        "u",
        "s",
        "k",
        "a",
        "p",
        "jan",
        "feb",
        "mar",
        "apr",
        "jun",
        "jul",
        "aug",
        "sep",
        "sept",
        "oct",
        "nov",
        "dec",
    ]
)
"""Words before a full stop that does not end a sentence."""
LONGEST_SENTENCE = 200
"""Words after which a text without full stops begins a new sentence, so that rules stay quick."""
CLAUSE = frozenset(",;:()[]–")


class Word(NamedTuple):
    """One word or number, folded, at [start, end) of the folded text."""

    text: str
    start: int
    end: int
    clause: int
    sentence: int
    quoted: bool


@dataclass(frozen=True, eq=False)
class Passage:
    """A text ready to be read by rules: as given, folded, and as words."""

    given: str
    folded: Folded
    words: tuple[Word, ...]

    @cached_property
    def sentence_bounds(self) -> dict[int, tuple[int, int]]:
        """First word and word after the last of each sentence that has words, by its number."""
        bounds: dict[int, tuple[int, int]] = {}
        for index, word in enumerate(self.words):
            bounds[word.sentence] = (bounds.get(word.sentence, (index, 0))[0], index + 1)
        return bounds

    @cached_property
    def sentences(self) -> tuple[tuple[int, int], ...]:
        """The same bounds in the order of the text."""
        return tuple(self.sentence_bounds.values())

    def given_sentence(self, first: int, last: int) -> str:
        """Words ``first`` to before ``last`` as they were given, capitals and signs and all."""
        start, end = self.span(first, last)
        after = self.words[last].start if last < len(self.words) else len(self.folded.text)
        stop = self.folded.at[after] if after < len(self.folded.text) else len(self.given)
        return self.given[start : max(stop, end)]

    def span(self, first: int, last: int) -> tuple[int, int]:
        """Where words ``first`` to before ``last`` stand in the text as given."""
        return self.folded.span(self.words[first].start, self.words[last - 1].end)


def read(text: str) -> Passage:
    """The text as words.

    Raises `WordingError` for a text longer than `WORDING_CHARACTERS`.
    """
    if len(text) > WORDING_CHARACTERS:
        raise WordingError(
            f"This text has {len(text):,} characters; at most {WORDING_CHARACTERS:,} are checked "
            "at once. Check it in parts."
        )
    folded = fold(text)
    return Passage(text, folded, tuple(_words(folded.text)))


def _words(text: str) -> Iterator[Word]:
    """Words in order; signs only move the clause and the sentence on."""
    quotes = [match.span() for match in QUOTED.finditer(text)]
    clause = sentence = quote = length = 0
    before = ""
    for match in TOKEN.finditer(text):
        start, end = match.span()
        token = match[0]
        while quote < len(quotes) and quotes[quote][1] <= start:
            quote += 1
        if token[0].isalnum():
            inside = quote < len(quotes) and quotes[quote][0] <= start
            before = token.removesuffix("'s")
            length += 1
            if length > LONGEST_SENTENCE:  # not a new clause: no phrase may hide at the seam
                sentence, length = sentence + 1, 1
            yield Word(before, start, start + len(before), clause, sentence, inside)
        elif _ends(token, before, text[end : end + 1]):
            clause, sentence, length = clause + 1, sentence + 1, 0
        elif token in CLAUSE:
            clause += 1


def _ends(sign: str, before: str, after: str) -> bool:
    if sign[0] == "\n" or sign in "!?":
        return True
    return sign == "." and (not after or after in " \n\"')") and before not in SHORT
