"""Which language is spoken at this moment, and in which country's numbers."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from functools import lru_cache

LANGUAGES: Mapping[str, str] = {"en": "English", "es": "Español", "pt": "Português"}
"""The languages that are offered, each by its own name. One more needs a catalogue
(docs/languages.md)."""


@dataclass(frozen=True)
class Tongue:
    """A language, and the CLDR locale whose separators numbers have: `es`, `es_MX`.

    A reader in Mexico takes "1.234" for one and a bit, a reader in Spain for a thousand, so the
    language alone does not say how a number is written.
    """

    language: str
    locale: str


ENGLISH = Tongue("en", "en")
_SPOKEN: ContextVar[Tongue] = ContextVar("tongue", default=ENGLISH)


def current() -> Tongue:
    """The language of whoever is served at this moment; English where nobody chose."""
    return _SPOKEN.get()


def in_english() -> bool:
    """Whether English is spoken at this moment."""
    return _SPOKEN.get().language == "en"


def speak(tongue: Tongue) -> None:
    """Speaks a language from here on, in this thread or task alone."""
    _SPOKEN.set(tongue)


@contextmanager
def speaking(tongue: Tongue) -> Iterator[None]:
    """Speaks a language for a while, and then the one before."""
    before = _SPOKEN.set(tongue)
    try:
        yield
    finally:
        _SPOKEN.reset(before)


def understood(locale: str | None) -> str:
    """The language that is offered for a browser's locale: `pt-BR` -> `pt`, others `en`."""
    language = (locale or "").replace("_", "-").split("-")[0].lower()
    return language if language in LANGUAGES else ENGLISH.language


@lru_cache(maxsize=512)
def tongue(language: str, locale: str | None = None) -> Tongue:
    """A language with the numbers of the browser's country, where CLDR knows it there.

    `es`, `es-MX` and `es`, `en-MX` -> numbers of `es_MX`; `es`, `fr-FR` -> those of `es`.
    English has one way only: what is printed in English is compared letter by letter later.
    """
    if language not in LANGUAGES or language == ENGLISH.language:
        return ENGLISH
    from babel.localedata import exists

    region = (locale or "")[:20].replace("_", "-").split("-")[-1].upper()
    there = f"{language}_{region}"
    known = len(region) in (2, 3) and region.isascii() and exists(there)
    return Tongue(language, there if known else language)
