"""The one door: everything that is said about a claim, in the language spoken at the moment."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from utils.claims import caveats, challenge, grade
from utils.claims.draft import Draft
from utils.claims.library import Library
from utils.claims.make import MAKERS
from utils.claims.spec import parse
from utils.claims.tongues import cited, differences, numbers, reached, statistic
from utils.language import ENGLISH, current, say, speaking
from utils.model import Caveat, Challenge, Robustness, Sentences
from utils.model.claims import Kind

Sayer = Callable[[Draft, Library], Sentences]
SAYERS: Mapping[Kind, Sayer] = {
    "level": statistic.level,
    "one-in": statistic.one_in,
    "peak": statistic.extreme,
    "lowest": statistic.extreme,
    "rank": statistic.rank,
    "treatment-gap": statistic.treatment_gap,
    "change": differences.change,
    "gap": differences.gap,
    "reach": reached.reach,
    "attention": reached.attention,
    "together": reached.together,
    "effect": cited.effect,
    "fact": cited.fact,
}
"""How each kind of claim is said; the same kinds as `make.MAKERS`, which a test compares."""


@dataclass(frozen=True)
class Told:
    """What is said of a claim in one language; numbers and reservations are the English ones."""

    sentences: Sentences
    number: str
    caveats: tuple[Caveat, ...]
    challenge: Challenge
    robustness: str
    reasons: tuple[str, ...]


def tell(spec: str, library: Library, today: dt.date) -> Told:
    """A claim that can be made, in the language spoken; raises as its maker does if it can't.

    The claim is worked out in English first, so that nothing but words can differ.
    """
    with speaking(ENGLISH):
        draft = _draft(spec, library)
    english = current() == ENGLISH
    said = draft.sentences if english else SAYERS[draft.kind](draft, library)
    return Told(
        sentences=said,
        number=draft.quantity.text if english else numbers.printed(draft),
        caveats=caveats.caveats(draft, today),
        # some objections are answered with a sentence of the claim itself
        challenge=challenge.challenge(replace(draft, sentences=said), library),
        robustness=_robust(draft, draft.robustness),
        reasons=grade.grade(draft, today).reasons,
    )


def _draft(spec: str, library: Library) -> Draft:
    parsed = parse(spec)
    return MAKERS[parsed.kind](parsed, library)


def _robust(draft: Draft, found: Robustness | None) -> str:
    """How many other choices point the same way."""
    if found is None or current() == ENGLISH:
        return found.sentence if found else ""
    if draft.kind == "gap":
        return say(
            "The same side has the larger figure in {same} of {choices} other periods.",
            same=found.same,
            choices=found.choices,
        )
    return say(
        "The verdict is the same from {same} of {choices} other starting points that were fixed "
        "before.",
        same=found.same,
        choices=found.choices,
    )
