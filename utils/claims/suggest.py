"""Which claims fit an audience, a topic and a place: the strongest first, help never absent."""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from utils.claims.candidates import candidates, helping
from utils.claims.grade import COUNTED, UNTESTED
from utils.claims.library import Library
from utils.claims.make import make
from utils.claims.spec import Spec
from utils.language import ENGLISH, current, later, places, say, speaking
from utils.model import Claim
from utils.model.claims import Kind

Audience = Literal["legislator", "press", "school", "social media"]
AUDIENCES: tuple[Audience, ...] = ("legislator", "press", "school", "social media")
MOST = 8
MOST_OF_A_SERIES, MOST_OF_A_KIND = 2, 3
"""So that one series, or one kind of claim, does not fill the list."""
MADE = 60
"""Most claims that are made to choose from."""
ORDINARY = 1.5
"""A rise whose interval reaches down to this many times the usual level is not offered."""
OPAQUE = ("coefficient",)
"""Units of published effects that say nothing to a listener."""
LOOSE = 4
"""Points off for a comparison that says little."""
STRENGTH = {"A": 6, "B": 4, "C": 2, "D": 0}
FIT: Mapping[Audience, Mapping[Kind, int]] = {
    "legislator": {"treatment-gap": 6, "change": 5, "gap": 4, "level": 3, "fact": 3, "rank": 2},
    "press": {"change": 6, "level": 4, "peak": 4, "gap": 4, "fact": 3, "effect": 3},
    "school": {"one-in": 6, "level": 3, "gap": 3, "fact": 2, "effect": 2, "treatment-gap": 2},
    "social media": {"one-in": 6, "reach": 4, "attention": 3, "fact": 3, "level": 3, "gap": 2},
}
"""How well a kind of claim suits who is spoken to; kinds not named fit least."""
WHY: Mapping[Kind, str] = {
    "level": later("One clear figure"),
    "change": later("Both levels and what may be said about the change"),
    "gap": later("Two groups side by side"),
    "rank": later("A rank that says how sure it is"),
    "one-in": later("A share that can be pictured as people"),
    "peak": later("The largest figure of a comparable stretch"),
    "lowest": later("The smallest figure of a comparable stretch"),
    "treatment-gap": later("The need beside the help people get"),
    "reach": later("How large the attention was"),
    "attention": later("How far attention rose above a usual day"),
    "together": later("Two things at the same time"),
    "effect": later("What a study found"),
    "fact": later("A figure to quote"),
}


@dataclass(frozen=True, eq=False)
class Suggestion:
    """A claim that can be made, why it is offered, and its points for strength and fit."""

    spec: Spec
    claim: Claim
    reason: str
    score: int


def suggest(
    audience: Audience, topic: str, place: str, library: Library, today: dt.date
) -> tuple[Suggestion, ...]:
    """At most eight claims, best first; at least one speaks of help if any claim does not.

    ``topic`` is that of the cards. Where the topic has no figures for the place, the country
    around it and the cards' own places stand in, and the reason says so.
    """
    made = list(_made(candidates(topic, place, library), audience, place, library, today))
    chosen = _varied(sorted(made, key=_order))
    if any(one.claim.hopeful for one in chosen) or not chosen:
        return tuple(chosen)
    help = list(_made(helping(topic, place, library), audience, place, library, today))
    return tuple(_with_help(chosen, sorted(help, key=_order)))


def _order(one: Suggestion) -> tuple[int, str]:
    return -one.score, str(one.spec)


def _made(
    specs: Iterator[Spec], audience: Audience, place: str, library: Library, today: dt.date
) -> Iterator[Suggestion]:
    """The candidates that can be made, each once."""
    seen: set[Spec] = set()
    for spec in specs:
        if len(seen) >= MADE:
            return
        if spec in seen:
            continue
        seen.add(spec)
        claim = make(spec, library, today)
        if isinstance(claim, Claim) and _worth_offering(claim):
            yield _suggestion(spec, claim, audience, place, library)


def _worth_offering(claim: Claim) -> bool:
    """Not a change that most other starting points contradict, nor a figure without a unit."""
    strength = claim.robustness
    picked = strength is not None and strength.same < strength.choices / 2
    opaque = claim.kind == "effect" and claim.quantity.unit in OPAQUE
    ordinary = claim.kind == "attention" and claim.quantity.low <= ORDINARY
    # without an interval nothing says that the largest figure is really larger than the next
    extreme = claim.kind in ("peak", "lowest") and math.isnan(claim.quantity.low)
    bare = extreme and COUNTED not in claim.grade.reasons
    return not (picked or opaque or ordinary or bare)


def _suggestion(
    spec: Spec, claim: Claim, audience: Audience, place: str, library: Library
) -> Suggestion:
    score = STRENGTH[claim.grade.letter] + FIT[audience].get(spec.kind, 0)
    score += 3 * (claim.place == place) + claim.hopeful - LOOSE * _loose(claim) - _shaky(claim)
    # kept for everybody; a page says it again in its reader's language
    with speaking(ENGLISH):
        reason = because(claim, place, library)
    return Suggestion(spec, claim, reason, score)


def because(claim: Claim, place: str, library: Library) -> str:
    """Why a claim is offered: what it shows, where if that is not the place, and its grade."""
    why, letter = say(WHY[claim.kind]), claim.grade.letter
    if claim.place == place:
        return say("{why}; evidence grade {letter}.", why=why, letter=letter)
    where = library.places()[claim.place]
    name = where.spoken if current() == ENGLISH else places.name(where)
    return say("{why}, for {place}; evidence grade {letter}.", why=why, place=name, letter=letter)


def _shaky(claim: Claim) -> bool:
    """Whether some other starting point or period says otherwise."""
    return claim.robustness is not None and claim.robustness.same < claim.robustness.choices


def _loose(claim: Claim) -> bool:
    """Whether a comparison leaves open which way it goes, or a rank nearly every place."""
    number = claim.quantity
    if claim.kind == "rank" and claim.evidence is not None:
        return number.high - number.low > len(claim.evidence) / 2
    untested = UNTESTED in claim.grade.reasons
    return claim.kind in ("change", "gap") and (untested or number.low <= 0 <= number.high)


def _varied(ordered: list[Suggestion]) -> list[Suggestion]:
    """The best ones, without too many of one series or kind."""
    chosen: list[Suggestion] = []
    for one in ordered:
        series = sum(other.claim.series == one.claim.series for other in chosen)
        kind = sum(other.claim.kind == one.claim.kind for other in chosen)
        if len(chosen) < MOST and series < MOST_OF_A_SERIES and kind < MOST_OF_A_KIND:
            chosen.append(one)
    return chosen


def _with_help(chosen: list[Suggestion], help: list[Suggestion]) -> list[Suggestion]:
    """A burden is never offered alone: the best claim of help follows the first one."""
    hopeful = [one for one in help if one.claim.hopeful][:1]
    kept = chosen[: MOST - len(hopeful)]
    return [*kept[:1], *hopeful, *kept[1:]]
