"""How much room a text takes before it is set, so that nothing overlaps and nothing is cut."""

from __future__ import annotations

import math
import unicodedata

from utils.export import clean

WIDTHS = {
    "iljI|.,:;'!’‘ ": 0.28,
    "ftr()[]/\\-°": 0.34,
    "mMW%@—": 0.92,
    "ABCDEFGHKNOPQRSTUVXYZ&w+=<>": 0.7,
}
"""Widths of letters of Arial in parts of its size, rounded up to the widest of each class."""
USUAL, FULL = 0.56, 1.0
EACH = {letter: width for letters, width in WIDTHS.items() for letter in letters}
LEADING = 1.2
"""Height of a line in parts of the size of its letters."""
POINTS = 72
"""Points an inch."""


def width(text: str, size: float) -> float:
    """Inches that a text takes on one line at this size in points."""
    return sum(EACH.get(one) or _other(one) for one in text) * size / POINTS


BOLD = 1.1
"""How much wider bold letters are."""


def _other(letter: str) -> float:
    if letter.isascii() or unicodedata.combining(letter):
        return USUAL
    return FULL if unicodedata.east_asian_width(letter) in "WF" or ord(letter) > 0x2000 else 0.7


def lines(text: str, size: float, room: float) -> int:
    """Lines that a text fills in so many inches; a word longer than a line is broken."""
    found, used, space = 1, 0.0, width(" ", size)
    for word in text.split():
        wide = width(word, size)
        if used and used + space + wide > room:
            found, used = found + 1, 0.0
        if wide > room:
            found += math.ceil(wide / room) - 1
            wide = wide % room
        used += wide + (space if used else 0.0)
    return found


def height(text: str, size: float, room: float) -> float:
    """Inches that a text takes from top to bottom."""
    return lines(text, size, room) * size * LEADING / POINTS


def shrunk(text: str, room: float, tall: float, sizes: tuple[int, ...]) -> tuple[str, int]:
    """The text at the largest of the sizes at which it fits; cut with an ellipsis at the last."""
    longest = max(text.split(), key=len, default="")
    for size in sizes:
        if height(text, size, room) <= tall and width(longest, size) <= room:
            return text, size
    return cut(text, room, tall, sizes[-1]), sizes[-1]


def cut(text: str, room: float, tall: float, size: float) -> str:
    """As much of a text as fits, with an ellipsis where something is missing."""
    low, high = 1, len(text)
    while low < high:
        middle = (low + high + 1) // 2
        if height(clean.shortened(text, middle), size, room) <= tall:
            low = middle
        else:
            high = middle - 1
    return clean.shortened(text, low)
