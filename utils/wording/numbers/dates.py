"""An answer about one number, and whether a figure stands beside its own year."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from utils.wording.numbers.known import Known, Stated
from utils.wording.numbers.number import Number
from utils.wording.numbers.rounding import rounded

BEHIND = re.compile(r" ?\(?(?:[a-z-]{1,15} ){0,3}(?:in|for|during|of)? ?(?:early |late )?\(?")
"""What may stand between a figure and its year: `3,200 calls in 2021`."""
BEFORE = re.compile(r",? [^,;.()]{0,40}")
"""What may stand between a year and its figure: `In 2020 it was 36.4%`."""
Status = Literal["matches", "rounded", "contradicts", "unknown"]


@dataclass(frozen=True)
class Comparison:
    """One number of a text against the deck; ``claim`` is empty when the number is unknown."""

    number: Number
    status: Status
    claim: str
    reason: str

    @property
    def holds(self) -> bool:
        """Whether a claim of the deck states this number."""
        return self.status in ("matches", "rounded")


def in_its_year(
    answer: Comparison, text: str, group: Sequence[Number], said: Sequence[Known]
) -> Comparison:
    """The answer, unless the date beside the number is not the one its claim has for it."""
    number = answer.number
    date = _beside(number, text, group)
    if date is None or not answer.holds:
        return answer
    own = [stated for one in said if one.name in answer.claim.split("\n")
           for stated in one.stated if _states(stated, number)]  # fmt: skip
    if not own or any(within(date, stated.dates) for stated in own):
        return answer
    reason = f"That figure is for {own[0].period}."
    return Comparison(number, "contradicts", answer.claim, reason)


def _states(stated: Stated, number: Number) -> bool:
    value = abs(stated.quantity.value) if stated.is_change else stated.quantity.value
    return (number.bare or stated.kind == number.kind) and rounded(number, value)


def _beside(number: Number, text: str, group: Sequence[Number]) -> Number | None:
    """The date right behind a number, or else the one before it with no number between."""
    at = group.index(number)
    after = group[at + 1] if at + 1 < len(group) else None
    if after and after.kind == "date" and BEHIND.fullmatch(text[number.end : after.start].lower()):
        return after
    before = group[at - 1] if at else None
    if before and before.kind == "date" and BEFORE.fullmatch(text[before.end : number.start]):
        return before
    return None


def within(date: Number, dates: Sequence[Number]) -> bool:
    """A date as exact as the claim's or coarser; never finer, never another."""
    return any(
        date.value == one.value and date.month in (0, one.month) and (date.day in (0, one.day))
        for one in dates
    )
