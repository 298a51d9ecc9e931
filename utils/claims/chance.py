"""A day beside every other date, in plain sentences that say when and never why."""

from __future__ import annotations

from utils.analysis.before_after import BeforeAfter
from utils.analysis.robustness import Strip
from utils.claims import before_after as words
from utils.language import later, say
from utils.model import Card

ASSUMED = later(
    "What this assumes: the windows were fixed before anybody looked; every other date of the "
    "series is measured in the same way."
)
"""What the comparison rests on, for the reader to see beside it."""


def before_after(found: BeforeAfter, card: Card) -> tuple[str, ...]:
    """Both levels, their difference with its interval, how ordinary it is, and how it was done."""
    return (*words.sentences(found, card), *words.notes(found))


def robust(found: Strip) -> tuple[str, ...]:
    """How many of the choices that were fixed in advance point the same way."""
    firm = (
        say("The answer does not hang on how one asks.")
        if found.firm
        else say("So the answer hangs on how one asks: do not build on it.")
    )
    return (found.sentence, firm)
