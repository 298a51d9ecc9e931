"""Google Trends, multiTimeline.csv: two lines of preamble, then a column for each search term.

Headings read `mental health: (United States)`; weeks begin on Sunday. `<1` is more than
nothing and too little to print, so it is withheld here too. An index is not a count: it is
neither rounded nor added up.
"""

from __future__ import annotations

import calendar
import datetime as dt
import re
from dataclasses import dataclass

from utils.language import later
from utils.model import limits
from utils.uploads.platforms.format import Format
from utils.uploads.platforms.words import english

FORMAT = Format(
    id="google-trends",
    name=later("Google Trends, interest over time"),
    family="google-trends",
    platform="Google Trends",
    basis="total",
    needs=(("day", "week", "month", "time"),),
    date=("day", "week", "month", "time"),
    metrics={"search-index": ()},
    caveats=(
        later(
            "The scale ends at the highest point of this one download, so two downloads can't be "
            "compared."
        ),
        later("It says how often people searched, not what they felt."),
    ),
)
_TERM = re.compile(r"(.{1,100}?)\s*:\s*\(([^()]{1,60}(?:\([^()]{1,40}\))?)\)\s*")
_DAYS = {"day": 1, "week": 7}
MOST_TERMS = 25


@dataclass(frozen=True)
class Term:
    """One searched term with its region, and its points: day, last day, value or `None`."""

    text: str
    region: str
    points: tuple[tuple[dt.date, dt.date, float | None], ...]


def headings(row: list[str]) -> list[tuple[str, str]] | None:
    """Term and region of every column but the first; `None` if this is no such row."""
    if not 2 <= len(row) <= MOST_TERMS + 1 or unit(row[0]) is None:
        return None
    found = [_TERM.fullmatch(cell.strip()) for cell in row[1:]]
    return [(one[1], one[2]) for one in found if one] if all(found) else None


def unit(heading: str) -> str | None:
    """What a row stands for: day, week, month or an hour; `None` for any other heading."""
    return next((one for one in FORMAT.date if one in english(heading)), None)


def terms(rows: list[list[str]], row: int) -> tuple[list[Term], int]:
    """The terms below the headings, and how many rows could not be read."""
    named = headings(rows[row]) or []
    kind = unit(rows[row][0]) or "day"
    points: list[list[tuple[dt.date, dt.date, float | None]]] = [[] for _ in named]
    unread = 0
    for cells in rows[row + 1 :]:
        span = _span(cells[0], kind) if len(cells) == len(named) + 1 else None
        values = [_value(cell) for cell in cells[1:]]
        if span is None or -1 in values:
            unread += any(cell.strip() for cell in cells)
            continue
        for place, value in zip(points, values, strict=True):
            place.append((*span, value))
    made = [Term(text, region, tuple(p)) for (text, region), p in zip(named, points, strict=True)]
    return made, unread


def _span(cell: str, kind: str) -> tuple[dt.date, dt.date] | None:
    match = re.fullmatch(r"(\d{4})-(\d{2})(?:-(\d{2}))?", cell.strip())
    if match is None or kind == "time":
        return None
    try:
        first = dt.date(int(match[1]), int(match[2]), int(match[3] or 1))
    except ValueError:
        return None
    # searches are counted since 2004; other years are a damaged cell
    if not limits.UPLOAD_FIRST_YEAR <= first.year <= dt.date.today().year:
        return None
    if kind == "month" or match[3] is None:
        last = calendar.monthrange(first.year, first.month)[1]
        return first.replace(day=1), first.replace(day=last)
    return first, first + dt.timedelta(days=_DAYS[kind] - 1)


def _value(cell: str) -> float | None:
    """A whole number from 0 to 100, `None` for `<1`, -1 for anything else."""
    text = cell.strip()
    if re.fullmatch(r"<\s?1", text):
        return None
    return float(text) if re.fullmatch(r"\d{1,3}", text) and int(text) <= 100 else -1
