"""Shares said as one in N: one base at a time, with the percent, and no false exactness."""

from __future__ import annotations

from collections.abc import Iterator

from utils.wording.numbers.number import Number
from utils.wording.reading import Reading, Span

SMALL_SAMPLE = 1_000
"""People asked below which a share is said in whole percent (P04)."""


def _natural(number: Number) -> bool:
    """Whether it is written as "x in y"."""
    return number.kind == "percent" and number.base > 0 and " in " in number.text.replace("-", " ")


def _near(reading: Reading) -> Iterator[tuple[Number, Span, list[Number]]]:
    """Each "x in y" with its words and the numbers of its own and the neighbouring sentences."""
    for number, span in reading.numbers:
        if _natural(number):
            sentence = reading.sentence(span)
            close = [
                other
                for near in (sentence - 1, sentence, sentence + 1)
                for other in reading.numbers_by_sentence.get(near, [])
            ]
            yield number, span, close


def mixed_bases(reading: Reading) -> Iterator[Span]:
    """P02: "1 in 5" beside "1 in 12", which hides which is larger."""
    for number, span, close in _near(reading):
        bases = {other.base for other in close if _natural(other)}
        if len(bases) > 1 and number.base != min(bases):
            yield span


def no_percent(reading: Reading) -> Iterator[Span]:
    """P03: "1 in X" without the percent; "36 in 100" is one already."""
    for number, span, close in _near(reading):
        told = any(other.kind == "percent" and not other.base for other in close)
        if number.text.split()[0].lower() in ("1", "one") and number.base != 100 and not told:
            yield span


def too_exact(reading: Reading) -> Iterator[Span]:
    """P04: decimals of a share of fewer than 1,000 people."""
    if 0 < reading.context.sample < SMALL_SAMPLE:
        for number, span in reading.numbers:
            if number.kind == "percent" and not number.base and number.step < 1:
                yield span
