"""The reader's language: its words, numbers, dates and plurals, with English to fall back on."""

from utils.language.marks import later
from utils.language.tongue import ENGLISH, LANGUAGES, Tongue, current, speak, speaking, understood
from utils.language.words import say, say_many, term, verbatim

__all__ = [
    "ENGLISH",
    "LANGUAGES",
    "Tongue",
    "current",
    "later",
    "say",
    "say_many",
    "speak",
    "speaking",
    "term",
    "understood",
    "verbatim",
]
