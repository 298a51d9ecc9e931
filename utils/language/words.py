"""Fixed words of the app in the reader's language; the English text is their name."""

from __future__ import annotations

from utils.language.catalogue import catalogue
from utils.language.tongue import current, in_english
from utils.language.units import number as printed


def say(text: str, **values: object) -> str:
    """A text in the reader's language, its `{names}` filled with ``values``.

    Without a translation it stays English. ``values`` are put in as they are, so that nothing
    in them is taken for a name. Raises `KeyError` for a name without a value.
    """
    said = catalogue(current().language).gettext(text) if text else text
    return said.format(**values) if values else said


def say_many(one: str, many: str, number: int, **values: object) -> str:
    """The form that a language has for this many, with `{count}` as it prints the number."""
    said = catalogue(current().language).ngettext(one, many, number)
    return said.format(**{"count": printed(number, 0), **values})


def verbatim(text: str) -> str:
    """Words of the data: as they are in English, in quotation marks elsewhere."""
    if in_english() or not text:
        return text
    return say("“{words}”", words=text)


def term(text: str) -> str:
    """A term of a card or table: its name in the reader's language, else its own words, quoted."""
    said = say(text)
    return verbatim(text) if said == text else said
