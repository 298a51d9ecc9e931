"""A change over time in words needs a claim of a change: two groups of one period are none."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from utils.wording.numbers.dates import Comparison
from utils.wording.numbers.known import Known

FROM = re.compile(r"\bfrom (?:about |around |nearly |over |roughly )?$", re.IGNORECASE)
TO = re.compile(r"\bto\b", re.IGNORECASE)
GROWN = ("doubled", "doubling", "tripled", "tripling", "trebled", "quadrupled", "halved", "halving")
INTERVAL = "An interval of the claim."
WHY = "Your deck has these numbers, but no claim of a change over time between them."


def over_time(answers: Sequence[Comparison], text: str, known: Sequence[Known]) -> list[Comparison]:
    """The answers for one sentence; "doubled" and "from A to B" hold only by a claim of a change.

    "From A to B" needs one such claim that states both. A word such as "doubled" beside numbers of
    the deck needs one that states the ratio. Bounds of an interval and numbers that are not of the
    deck are left as they are.
    """
    changes = {one.name for one in known if one.changes}
    wrong = set(_pairs(answers, text, changes)) | set(_ratios(answers, changes))
    return [
        replace(answer, status="contradicts", claim=_named(answer, known), reason=WHY)
        if at in wrong
        else answer
        for at, answer in enumerate(answers)
    ]


def _pairs(answers: Sequence[Comparison], text: str, changes: set[str]) -> Iterator[int]:
    """Places of both numbers of each "from A to B" that no one change states."""
    for at, (first, last) in enumerate(itertools.pairwise(answers)):
        before, between = text[: first.number.start], text[first.number.end : last.number.start]
        said = FROM.search(before[-16:]) and TO.search(between)
        held = first.holds and last.holds and INTERVAL not in (first.reason, last.reason)
        if said and held and not _names(first) & _names(last) & changes:
            yield from (at, at + 1)


def _ratios(answers: Sequence[Comparison], changes: set[str]) -> Iterator[int]:
    """Places of "doubled" and its like in a sentence whose numbers are of no change."""
    deck = set().union(*(_names(one) for one in answers if one.holds), set())
    for at, answer in enumerate(answers):
        grown = answer.number.kind == "ratio" and answer.number.text.lower() in GROWN
        told = _names(answer) & changes if answer.holds else deck & changes
        if grown and deck and not told:
            yield at


def _names(answer: Comparison) -> set[str]:
    return set(answer.claim.split("\n")) - {""}


def _named(answer: Comparison, known: Sequence[Known]) -> str:
    return answer.claim or known[0].name
