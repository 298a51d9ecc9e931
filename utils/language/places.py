"""Countries by their CLDR names in the reader's language; smaller places keep their own."""

from __future__ import annotations

from functools import lru_cache

from utils.language.tongue import current, in_english
from utils.model import Place

WORLD = "001"
"""The world in UN M49, by which CLDR names it."""


def name(place: Place) -> str:
    """The name of a place for a label."""
    if in_english():
        return place.name
    return _country(place.code, current().language) or place.name


def spoken(place: Place) -> str:
    """The same as a sentence needs it in English, with its article."""
    return place.spoken if in_english() else name(place)


@lru_cache(maxsize=1024)
def _country(code: str, language: str) -> str:
    """A country by its alpha-3 code; empty for what CLDR does not name by it."""
    from babel import Locale
    from babel.core import get_global

    short = [WORLD] if code == "WLD" else get_global("territory_aliases").get(code, [])
    named: str = Locale.parse(language).territories.get(short[0], "") if len(short) == 1 else ""
    return named
