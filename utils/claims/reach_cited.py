"""Cited figures about a campaign in words: the qualifier, the rung, and who says so."""

from __future__ import annotations

from collections.abc import Sequence

from utils.analysis.ladder import MEANING, beyond_everyone, position
from utils.language import later, periods, say, term, units, verbatim
from utils.model import ReachFact

GRADES = (
    "peer-reviewed study",
    "platform or organiser",
    "research collection",
    "press",
    "agency",
)
"""Who is believed first."""
QUALIFIERS = {"exact": "", "estimate": later("an estimated"), "approx": later("about")}


def fact(one: ReachFact) -> str:
    """A cited figure with its qualifier, rung, publisher and grade."""
    word = QUALIFIERS.get(one.qualifier, one.qualifier)
    size = f"{say(word)} {units.quantity(one.value, one.unit, decimals(one))}".strip()
    when = periods.label(one.start, one.end) if one.start and one.end else say("undated")
    said_by = verbatim(one.publisher)
    if one.grade not in one.publisher:
        said_by = f"{said_by} ({term(one.grade)})"
    return f"{size}: {verbatim(one.metric)}, {verbatim(one.platform)}, {when}. {said_by}."


def decimals(one: ReachFact) -> int:
    """Digits behind the point of a cited figure: none where it is whole, cents for money."""
    if one.value == int(one.value):
        return 0
    return 2 if one.rung == "donations" else 1


def warning(one: ReachFact, everyone: float) -> str:
    """What a "reach" above the population really is; empty for all others."""
    if not beyond_everyone(one.value, one.rung, everyone):
        return ""
    return say(
        "That is more than the {people} people alive: followers counted again and again, not "
        "people reached.",
        people=units.number(everyone, 0),
    )


def facts_first(title: str, facts: Sequence[ReachFact]) -> tuple[str, ...]:
    """The best-graded figure of a campaign that has no series, on its firmest rung."""
    if not facts:
        return (say("No figure about its reach was found in a source that can be cited."),)
    best = min(facts, key=lambda one: (GRADES.index(one.grade), position(one.rung) or 9))
    return (f"{title}: {fact(best)}", say(MEANING[best.rung]))
