"""Sizes and changes: words need their number, changes their levels, points their name."""

from __future__ import annotations

from collections.abc import Iterator

from utils.wording.numbers.number import Number
from utils.wording.reading import Reading, Span

LEVELS = ("percent", "rate", "count")
MOST = 12
"""Numbers of one sentence that are compared with each other."""
CLOSE = 0.051
"""How near a change in "percent" is to the difference of two shares to be taken for it."""


def no_period(reading: Reading) -> Iterator[Span]:
    """P01: a stated figure without any date in the text."""
    figures = [span for number, span in reading.numbers if number.kind != "date"]
    if figures and len(figures) == len(reading.numbers):
        yield figures[0]


def _in_sentence(reading: Reading, span: Span) -> list[Number]:
    return reading.numbers_by_sentence.get(reading.sentence(span), [])


def bare_size(reading: Reading) -> Iterator[Span]:
    """P05: "high", "many" or "alarming" in a sentence without a number."""
    with_number = {reading.sentence(span) for number, span in reading.numbers
                   if number.kind != "date"}  # fmt: skip
    for span in reading.listed("size"):
        hidden = reading.hidden("P05").intersection(range(*span))
        if not hidden and reading.sentence(span) not in with_number:
            yield span


def no_levels(reading: Reading) -> Iterator[Span]:
    """P06: "doubled" or "up 60%" without the two levels it goes between."""
    for number, span in reading.numbers:
        levels = [one for one in _in_sentence(reading, span) if one.kind in LEVELS]
        if _is_change(number) and len(levels) < 2:
            yield span


def _is_change(number: Number) -> bool:
    grown = number.sign or number.text.lower().endswith(("ed", "ing", "fold"))
    return number.kind == "relative" or (number.kind == "ratio" and bool(grown))


def points_called_percent(reading: Reading) -> Iterator[Span]:
    """P07: "from 20% to 25%, up 5%": the difference of two shares is in points."""
    for number, span in reading.numbers:
        if number.kind != "relative":
            continue
        beside = _in_sentence(reading, span)[:MOST]
        shares = [one.value for one in beside if one.kind == "percent" or one.bare]
        pairs = [(a, b) for i, a in enumerate(shares) for b in shares[i + 1 :] if a and a != b]
        if any(abs(abs(b - a) - number.value) < CLOSE for a, b in pairs):
            yield span
