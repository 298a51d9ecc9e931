"""Countries by their CLDR names in the reader's language; smaller places keep their own."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from functools import lru_cache

from utils.language.marks import later
from utils.language.order import letters
from utils.language.tongue import current, in_english
from utils.language.words import say
from utils.model import Place

SHORT = {"WLD": "001", "EU27": "EU"}
"""What CLDR names by another code than an alias of ours."""
NAMED = frozenset(
    (
        later("England"),
        later("Wales"),
        later("England and Wales"),
        later("Median of the places"),
    )
)
"""Places that CLDR does not name and every language does."""


def name(place: Place) -> str:
    """The name of a place for a label."""
    if in_english():
        return place.name
    named = say(place.name) if place.name in NAMED else place.name
    return _country(place.code, current().language) or named


def spoken(place: Place) -> str:
    """The same as a sentence needs it in English, with its article."""
    return place.spoken if in_english() else name(place)


def ordered(codes: Collection[str], known: Mapping[str, Place]) -> list[str]:
    """Codes of places in the order of their names in the reader's language."""
    language = current().language
    return sorted(codes, key=lambda code: letters(name(known[code]), language))


@lru_cache(maxsize=1024)
def _country(code: str, language: str) -> str:
    """A country by its alpha-3 code; empty for what CLDR does not name by it."""
    from babel import Locale
    from babel.core import get_global

    aliases = get_global("territory_aliases")
    short = [SHORT[code]] if code in SHORT else aliases.get(code, [])
    named: str = Locale.parse(language).territories.get(short[0], "") if len(short) == 1 else ""
    return named
