"""Hashtags: the one form under which all spellings of one are counted."""

from __future__ import annotations

import re
import unicodedata

LETTERS = re.compile(r"[\w\u200c\u200d]+")
"""What a hashtag is made of, joiners of Persian and Indian scripts included."""


def key(tag: str) -> str:
    """The one form of a hashtag under which all its spellings are counted, without `#`."""
    found = LETTERS.match(unicodedata.normalize("NFKC", tag).lstrip("#"))
    folded = unicodedata.normalize("NFKC", found[0].casefold()) if found else ""
    return "" if folded.isnumeric() else folded


def label(tag: str, server: str) -> str:
    """A hashtag as one server counts it. Servers are never added, so each has its own label."""
    return f"#{tag.lstrip('#')} on {server}"


def of(text: str) -> str:
    """The form of `key` of the hashtag that a label speaks of."""
    return key(text.partition(" on ")[0])
