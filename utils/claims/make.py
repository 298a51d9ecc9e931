"""Makes a claim from its spec, or says why not; the one door to all kinds of claims."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Mapping

from utils.claims import build
from utils.claims.draft import Draft
from utils.claims.kinds import (
    attention,
    change,
    effect,
    extreme,
    fact,
    gap,
    level,
    one_in,
    rank,
    reach,
    together,
    treatment_gap,
)
from utils.claims.library import Library
from utils.claims.refuse import NotMadeError
from utils.claims.spec import Spec, SpecError, parse, written
from utils.language import ENGLISH, current, later, say, speaking
from utils.model import Claim, Refused
from utils.model.claims import Kind

TRIES = 8
"""How many near specs are tried before a refusal offers none."""
GRAMMAR = "C00"
"""Rule of a line that is no spec at all."""
MEND = later("Mend the line, or choose a claim again.")
"""What to do about such a line."""
MAKERS: Mapping[Kind, Callable[[Spec, Library], Draft]] = {
    "level": level.draft,
    "change": change.draft,
    "gap": gap.draft,
    "rank": rank.draft,
    "one-in": one_in.draft,
    "peak": extreme.draft,
    "lowest": extreme.draft,
    "treatment-gap": treatment_gap.draft,
    "reach": reach.draft,
    "attention": attention.draft,
    "together": together.draft,
    "effect": effect.draft,
    "fact": fact.draft,
}
"""One file of `utils.claims.kinds` for each kind of claim."""


def make(spec: Spec | str, library: Library, today: dt.date) -> Claim | Refused:
    """The claim of a spec, computed from the library; a refusal names a rule and a way out.

    Pure: the same spec, library and day give the same claim. ``today`` only decides how old a
    figure is called. A line that can't be parsed is refused like any other.
    """
    if current() != ENGLISH:
        # a claim is kept for everybody and compared letter by letter; see `tongues` for the others
        with speaking(ENGLISH):
            return make(spec, library, today)
    if isinstance(spec, str):
        try:
            return make(parse(spec), library, today)
        except SpecError as error:
            return Refused(spec, GRAMMAR, str(error), say(MEND))
    try:
        return _claim(spec, library, today)
    except NotMadeError as no:
        near = _nearest(no.nearest, library, today)
        return Refused(str(spec), no.rule, no.reason, no.instead, near)


def _claim(spec: Spec, library: Library, today: dt.date) -> Claim:
    return build.claim(MAKERS[spec.kind](spec, library), library, today)


def _nearest(specs: Iterable[Spec], library: Library, today: dt.date) -> str:
    """The first of some specs that can really be made."""
    tried = 0
    for spec in specs:
        tried += 1
        if tried > TRIES:
            break
        try:
            _claim(parse(written(spec)), library, today)
        except (NotMadeError, SpecError):
            continue
        return str(spec)
    return ""
