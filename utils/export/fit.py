"""How much room a text takes before it is set, so that nothing overlaps and nothing is cut."""

from __future__ import annotations

import math
import unicodedata

from utils.export import clean

WIDTHS = {
    "'": 0.191,
    "ijl’‘": 0.222,
    " !,./:;I[\\]ft|": 0.278,
    "()-`r": 0.333,
    '"*°': 0.4,
    "cksvxyzJ": 0.5,
    "+<=>~^": 0.584,
    "FTZ": 0.611,
    "&ABEKPSVXY": 0.667,
    "CDHNRUw": 0.722,
    "GOQ": 0.778,
    "Mm": 0.833,
    "%": 0.889,
    "W": 0.944,
    "@—…": 1.015,
}
"""Widths of letters of Arial in parts of its size; digits and all others take `USUAL`."""
USUAL, FULL = 0.556, 1.0
EACH = {letter: width for letters, width in WIDTHS.items() for letter in letters}
LEADING = 1.17
"""Height of a line in parts of the size of its letters."""
POINTS = 72
"""Points an inch."""


def width(text: str, size: float) -> float:
    """Inches that a text takes on one line at this size in points."""
    return sum(EACH.get(one) or _other(one) for one in text) * size / POINTS


BOLD = 1.1
"""How much wider bold letters are."""


def _other(letter: str) -> float:
    if letter.isascii():
        return USUAL
    bare = unicodedata.normalize("NFD", letter)[0]
    if bare.isascii():
        return EACH.get(bare, USUAL)
    return 0.7 if ord(letter) < 0x2000 else FULL


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
