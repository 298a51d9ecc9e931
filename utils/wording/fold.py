"""Folds a text to plain small letters, and remembers where each letter came from.

Compatibility forms (NFKD, Unicode Standard Annex 15) make full-width and styled letters plain;
accents, soft hyphens and characters without width are dropped, because they hide words.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass

STRAIGHT = str.maketrans(
    {
        **dict.fromkeys("\u2018\u2019\u02bc\u2032`", "'"),
        **dict.fromkeys("\u201c\u201d\u201e\u00ab\u00bb", '"'),
        **dict.fromkeys("\u2010\u2011\u2212", "-"),
        **dict.fromkeys("\u2014\u2015", "\u2013"),
    }
)
"""Quotation marks, hyphens and dashes of typography as those of a keyboard."""
LONGEST = 4
"""Most letters that one character may become; a few Arabic signs would become a sentence."""


@dataclass(frozen=True)
class Folded:
    """Plain small letters; ``at[i]`` is where letter i stands in the given text."""

    text: str
    at: tuple[int, ...] | range

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The place in the given text of a non-empty stretch of folded letters."""
        return self.at[start], self.at[end - 1] + 1


def fold(text: str) -> Folded:
    """The text as the rules read it, with places that lead back to the text as given."""
    if text.isascii():
        return Folded(text.lower(), range(len(text)))
    letters: list[str] = []
    at: list[int] = []
    for place, character in enumerate(text):
        for letter in _plain(character):
            letters.append(letter)
            at.append(place)
    return Folded("".join(letters), tuple(at))


def _plain(character: str) -> str:
    if character.isascii():
        return character.lower()
    if unicodedata.category(character) == "Cf":  # soft hyphen, zero width, direction marks
        return ""
    plain = unicodedata.normalize("NFKD", character.translate(STRAIGHT)).casefold()
    if len(plain) > LONGEST:
        return character
    return "".join(one for one in plain if not unicodedata.combining(one))
