"""The order of names in lists: an accent or a capital letter does not move a name."""

from __future__ import annotations

import unicodedata


def letters(text: str) -> str:
    """What a name is sorted by: its letters without accents and case, as es and pt lists have it.

    >>> sorted(["Zambia", "Ángeles", "alba"], key=letters)
    ['alba', 'Ángeles', 'Zambia']
    """
    parts = unicodedata.normalize("NFKD", text).casefold()
    return "".join(sign for sign in parts if not unicodedata.combining(sign))
