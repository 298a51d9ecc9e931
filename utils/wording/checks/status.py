"""What a figure's status asks of the words: a date, "modelled", "provisional"."""

from __future__ import annotations

from collections.abc import Iterator

from utils.wording.reading import Reading, Span


def undated(reading: Reading) -> Iterator[Span]:
    """S02: "the latest figures" in a text that gives no date."""
    if not any(number.kind == "date" for number, _ in reading.numbers):
        yield from reading.listed("latest")


def not_called_modelled(reading: Reading) -> Iterator[Span]:
    """S14: a modelled figure that is not called modelled or estimated."""
    yield from _unsaid(reading, "modelled")


def not_called_provisional(reading: Reading) -> Iterator[Span]:
    """S16: a provisional figure that is not called so."""
    yield from _unsaid(reading, "provisional")


def _unsaid(reading: Reading, name: str) -> Iterator[Span]:
    figures = [span for number, span in reading.numbers if number.kind != "date"]
    if figures and not reading.listed(name):
        yield figures[0]
