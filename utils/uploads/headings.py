"""Names of columns: which may be shown, which row holds them, and what lies below.

A file without headings begins with a post. So a cell is shown as the name of a column only if
it reads like one; else the column goes by its letter.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass

from utils.language.phrase import Phrase, phrase
from utils.uploads import numbers, spelling
from utils.uploads.errors import UploadError
from utils.uploads.platforms import recognise
from utils.uploads.platforms.format import Format

SEARCHED = 20
"""Rows from the top among which the headings are looked for."""
_LONGEST = 60
_SUSPECT = re.compile(r"[@#<>{}\\]|://|www\.|\d{4}|\.(com|org|net|io|me)\b", re.IGNORECASE)

Rows = list[list[str]]


@dataclass(frozen=True)
class Layout:
    """Where the headings are. ``row`` is -1 for a table that begins without any."""

    headings: tuple[str, ...]
    row: int
    format: Format | None


def letter(position: int) -> str:
    """`0` -> `A`, `26` -> `AA`, as spreadsheets name columns."""
    name = ""
    position += 1
    while position:
        position, rest = divmod(position - 1, 26)
        name = chr(65 + rest) + name
    return name


def label(heading: str, position: int) -> str:
    """A heading if it reads like one, else the letter of its column."""
    if isinstance(heading, Phrase):
        return heading  # ours, for a table without headings
    text = " ".join(heading.replace("\ufeff", "").split())
    shown = 0 < len(text) <= _LONGEST and text.isprintable() and not _SUSPECT.search(text)
    if shown and not _is_value(text) and len(text.split()) <= 8:
        return text
    return _by_letter(position)


def _by_letter(position: int) -> Phrase:
    return phrase("Column {letter}", letter=letter(position))


def find(rows: Rows) -> Layout:
    """The row of headings: one that a platform is known by, else the first that reads like one.

    Raises `UploadError` for a file without any row of at least two cells.
    """
    top = rows[:SEARCHED]
    known = [(*recognise(row), index) for index, row in enumerate(top)]
    best, format, index = max(known, key=lambda entry: (entry[0], -entry[2]), default=(0, None, 0))
    if best:
        return Layout(tuple(rows[index]), index, format)
    width = _width(rows)
    for index, row in enumerate(top):
        filled = [cell for cell in row if cell.strip()]
        if len(row) >= width and len(filled) > len(row) / 2 and not any(map(_is_value, filled)):
            return Layout(tuple(row), index, None)
    if not any(len(row) >= width for row in rows):
        raise UploadError("no-table")
    return Layout(tuple(map(_by_letter, range(width))), -1, None)


def duplicates(headings: tuple[str, ...]) -> list[str]:
    """Labels of headings that occur more than once."""
    names = [heading.strip() for heading in headings]
    counts = Counter(name for name in names if name)
    return [label(name, names.index(name)) for name, n in counts.items() if n > 1]


def _width(rows: Rows) -> int:
    """The number of cells that most rows have."""
    widths = Counter(len(row) for row in rows if any(cell.strip() for cell in row))
    if not widths:
        raise UploadError("no-table")
    return widths.most_common(1)[0][0]


def _is_value(cell: str) -> bool:
    """Whether a cell is a number or a date, and so no name of a column."""
    text = cell.strip()
    if not any(sign.isdecimal() for sign in text):
        return False
    signs = numbers.read(text[:40])[2]
    number = signs.values > 0 and not signs.bad
    return number or spelling.read(text[:40]).shape in ("fixed", "numeric", "serial", "no-year")
