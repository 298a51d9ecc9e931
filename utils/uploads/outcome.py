"""What comes out of reading an upload: what was understood, what is asked, and the counts."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

import pyarrow as pa

from utils.model import ReachSeries

if TYPE_CHECKING:
    import pandas as pd

Period = Literal["day", "week", "month", "as given"]
"""Length of the periods that posts are counted in; `as given` where the file brings its own."""


@dataclass(frozen=True)
class Choice:
    """One answer to a question: what is sent back, and how it reads."""

    value: str
    label: str


@dataclass(frozen=True)
class Question:
    """Something that the file leaves open. The answer goes into `answers[id]`.

    ``suggested`` is the value that is likely, or empty; it is never taken by itself.
    """

    id: str
    text: str
    why: str
    options: tuple[Choice, ...]
    suggested: str = ""


@dataclass(frozen=True)
class Column:
    """A column that is read, by a label that may be shown, and what it is read as."""

    label: str
    role: str


@dataclass(frozen=True)
class Understanding:
    """What the reader took the file for. Holds labels of columns and days, and no other cell.

    ``preamble`` counts the rows above the headings. ``numbers`` and ``dates`` are sentences.
    ``dropped`` names the columns that were not read; nothing of them was kept.
    """

    kind: str
    format: str
    format_name: str
    encoding: str
    preamble: int = 0
    used: tuple[Column, ...] = ()
    dropped: tuple[str, ...] = ()
    dates: str = ""
    numbers: str = ""
    first: dt.date | None = None
    last: dt.date | None = None
    notes: tuple[str, ...] = ()
    questions: tuple[Question, ...] = ()


@dataclass(frozen=True)
class Unused:
    """Rows that were not counted: why, how many, and near which row the first one is."""

    reason: str
    number: int
    near_row: int | None = None


@dataclass(frozen=True, eq=False)
class Reduced:
    """Counts by period and hashtag, protected by `analysis.suppress`, and nothing else.

    ``table`` has the columns of `Evidence` (place `WLD`, origin `your-data`); `group_by` is
    `all` or `hashtag`, or `term` for searches. Every platform and metric is a series of its
    own. ``used`` says in protected words how many rows were counted.
    """

    format: str
    period: Period
    table: pa.Table
    series: tuple[ReachSeries, ...]
    used: str
    not_used: tuple[Unused, ...] = ()
    notes: tuple[str, ...] = ()

    @property
    def rows(self) -> pd.DataFrame:
        """The table as `Evidence` holds it: text as `str`, days in seconds, gaps as `nan`."""
        frame: pd.DataFrame = self.table.to_pandas(strings_to_categorical=False)
        words = ("series", "place", "group_by", "group", "status", "origin")
        return frame.astype(
            dict.fromkeys(words, "str") | dict.fromkeys(("start", "end"), "datetime64[s]")
        )


@dataclass(frozen=True, eq=False)
class Outcome:
    """Understanding, and the counts if no question is left open."""

    understanding: Understanding
    reduced: Reduced | None = None
