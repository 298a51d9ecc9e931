"""Which column of a table is read as what. Every other column is left alone."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from itertools import pairwise

import pyarrow as pa

from utils.language.phrase import phrase
from utils.uploads import dates, numbers, spelling
from utils.uploads.errors import UploadError
from utils.uploads.headings import Layout, Rows
from utils.uploads.platforms.format import Format
from utils.uploads.platforms.words import english


@dataclass(frozen=True)
class Plan:
    """Columns by their number: the day, the text, and one for each metric.

    ``platform`` is used where no column (``network``) says it. ``label`` is where the word
    Total may stand; ``post_id`` are the columns that tell posts apart. ``first`` is the first row
    of figures.
    """

    format: Format
    platform: str
    date: int
    first: int
    width: int
    end: int | None = None
    texts: tuple[int, ...] = ()
    tags: int | None = None
    network: int | None = None
    label: int | None = None
    post_id: tuple[int, ...] = ()
    metrics: Mapping[str, int] = field(default_factory=dict)
    second_heading: bool = False

    @property
    def text_columns(self) -> tuple[int, ...]:
        """The columns that are read as text, each once."""
        single = (self.date, self.end, self.tags, self.network, self.label)
        wanted = [*(one for one in single if one is not None), *self.texts, *self.post_id]
        return tuple(dict.fromkeys(wanted))

    def roles(self) -> dict[int, str]:
        """What each column that is read is read as, for the preview."""
        said: dict[int, str] = {self.date: phrase("day")}
        if self.end is not None:
            said[self.end] = phrase("last day, not included")
        for column in (*self.texts, *([self.tags] if self.tags is not None else [])):
            said.setdefault(column, phrase("hashtags; the text itself is not kept"))
        if self.network is not None:
            said[self.network] = phrase("platform")
        for column in self.post_id:
            said.setdefault(column, phrase("what tells posts apart; not kept"))
        return said | {column: metric for metric, column in self.metrics.items()}


def recognised(layout: Layout, rows: Rows) -> list[Plan]:
    """The plans of a table whose format is known: one, or one for each table side by side."""
    format = layout.format
    assert format is not None
    whole = (0, min(len(layout.headings), width(layout, rows)))
    spans = [
        span
        for span in _spans(layout.headings[: whole[1]])
        if format.fits([english(name) for name in _within(layout, span)])
    ]
    chosen = spans if len(spans) > 1 else [whole]
    return [_plan(layout, format, _within(layout, span), rows) for span in chosen]


def _spans(headings: tuple[str, ...]) -> list[tuple[int, int]]:
    """Stretches of columns between columns without a heading."""
    edges = [-1, *(i for i, name in enumerate(headings) if not name.strip()), len(headings)]
    return [(a + 1, b) for a, b in pairwise(edges) if b > a + 1]


def _within(layout: Layout, span: tuple[int, int]) -> list[str]:
    """All headings, with those outside the span blanked, so that numbers stay the same."""
    return [name if span[0] <= i < span[1] else "" for i, name in enumerate(layout.headings)]


def _plan(layout: Layout, format: Format, names: list[str], rows: Rows) -> Plan:
    date = format.find(format.date, names)
    if date is None:  # the rows end before its column
        raise UploadError("no-date")
    found = {metric: format.find(spelt, names) for metric, spelt in format.metrics.items()}
    texts = [format.find((name,), names) for name in format.text]
    plan = Plan(
        format=format,
        platform=format.platform,
        date=date,
        first=layout.row + 1,
        width=width(layout, rows),
        end=format.find(format.end, names),
        texts=tuple(dict.fromkeys(column for column in texts if column is not None)),
        tags=format.find(format.tags, names),
        network=format.find(format.network, names),
        label=format.find(format.labels, names) if format.labels else 0,
        post_id=_apart(format, names),
        metrics={metric: column for metric, column in found.items() if column is not None},
    )
    return skip_second_heading(plan, rows)


def _apart(format: Format, names: list[str]) -> tuple[int, ...]:
    """The columns that tell posts apart: none without an id, whatever else there is."""
    found = [format.find(format.post_id, names), format.find(format.parts, names)]
    return () if found[0] is None else tuple(c for c in found if c is not None)


def width(layout: Layout, rows: Rows) -> int:
    """The number of cells of most rows below the headings, if more than half agree."""
    below = [len(row) for row in rows[layout.row + 1 :] if any(cell.strip() for cell in row)]
    if not below:
        return len(layout.headings)
    usual = max(set(below), key=lambda size: (below.count(size), size))
    return usual if 2 * below.count(usual) > len(below) else len(layout.headings)


def skip_second_heading(plan: Plan, rows: Rows) -> Plan:
    """Leave out a row below the headings that explains them in words: no day, no number."""
    below = rows[plan.first : plan.first + 2]
    if len(below) < 2 or not all(len(row) > plan.date for row in below):
        return plan
    cells = [below[0][i] for i in plan.metrics.values() if i < len(below[0])]
    words = any(cell.strip() and numbers.read(cell[:40])[2].bad for cell in cells)
    figures = any(numbers.read(cell[:40])[2].values > numbers.read(cell[:40])[2].bad
                  for cell in cells)  # fmt: skip
    days = dates.cut(pa.array([row[plan.date] for row in below], pa.string())).to_pylist()
    shapes = [spelling.read(day).shape for day in days]
    dated = ("fixed", "numeric", "serial")
    if words and not figures and shapes[0] not in (*dated, "total") and shapes[1] in dated:
        return replace(plan, first=plan.first + 1, second_heading=True)
    return plan
