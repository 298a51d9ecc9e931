"""Hashtags: the one form under which all spellings of one are counted."""

from __future__ import annotations

import unicodedata
from itertools import takewhile

JOINERS = "_\u200c\u200d"
"""Part of a hashtag beside letters and digits; two join letters in Persian and Indian scripts."""
MARKS = ("Mn", "Mc")
"""Vowel signs and accents, which many scripts write as characters of their own."""
PICTURES = range(0xFE00, 0xFE10)
"""Marks that choose between text and picture, as in a digit drawn as a key."""


def letters(text: str) -> str:
    """What a text begins with that can be part of a hashtag; its marks follow a letter."""
    found = "".join(takewhile(_part, unicodedata.normalize("NFKC", text)))
    return "" if found and unicodedata.category(found[0]) in MARKS else found


def _part(letter: str) -> bool:
    if letter.isalnum() or letter in JOINERS:
        return True
    return unicodedata.category(letter) in MARKS and ord(letter) not in PICTURES


def key(tag: str) -> str:
    """The one form of a hashtag under which all its spellings are counted, without `#`."""
    # a wide number sign becomes a plain one first
    found = letters(unicodedata.normalize("NFKC", tag).lstrip("#"))
    folded = unicodedata.normalize("NFKC", found.casefold())
    return "" if folded.isnumeric() else folded


def valid(tag: str) -> bool:
    """Whether a text is one hashtag and nothing else, with or without `#`."""
    bare = unicodedata.normalize("NFKC", tag).lstrip("#")
    return bool(key(bare)) and letters(bare) == bare


def label(tag: str, server: str) -> str:
    """A hashtag as one server counts it. Servers are never added, so each has its own label."""
    return f"#{tag.lstrip('#')} on {server}"


def of(text: str) -> str:
    """The form of `key` of the hashtag that a label speaks of."""
    return key(text.partition(" on ")[0])
