"""Evidence: tidy rows that never travel without their origins."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import TYPE_CHECKING, Any, Protocol

from utils.model.cards import Release, Source

if TYPE_CHECKING:  # half a second that whoever reads an upload apart need not wait for
    import pandas as pd

COLUMNS = (
    "series",
    "place",
    "group_by",
    "group",
    "start",
    "end",
    "value",
    "low",
    "high",
    "status",
    "origin",
)
"""Columns of `Evidence.rows`, in this order, for statistics and reach alike."""

KEY = ("series", "place", "group_by", "group", "start", "end")
"""No two rows of one piece of evidence may share these."""

STATUSES = {
    "A": "normal value",
    "B": "break in series",
    "E": "estimated or modelled",
    "M": "missing",
    "P": "provisional",
    "Q": "suppressed",
    "U": "low reliability",
}
"""SDMX observation status codes (code list CL_OBS_STATUS) that rows may carry."""


class Row(Protocol):
    """One row by its columns: a row of a frame, or a plain dictionary, which is quicker."""

    def __getitem__(self, column: str, /) -> Any:
        """The cell of a column."""


class EvidenceError(ValueError):
    """Rows that may not be called evidence: no origin, wrong columns, unknown status."""


@dataclass(frozen=True)
class Origin:
    """Where rows come from: one address of one release of one source.

    ``sha256`` and ``rows`` describe the raw file as it was read, before tidying.
    """

    id: str
    source: Source
    release: Release
    url: str
    retrieved: dt.date
    sha256: str
    rows: int


@dataclass(frozen=True, eq=False)
class Evidence:
    """Tidy rows and the origins they come from.

    Raises `EvidenceError` if origins are empty, a column is missing or out of order,
    a status is unknown, or a row names an origin that is not carried along.
    """

    _rows: pd.DataFrame = field(repr=False)
    origins: tuple[Origin, ...]

    def __post_init__(self) -> None:
        if not self.origins:
            raise EvidenceError("These rows have no origin. A number without a source is no use.")
        if tuple(self._rows.columns) != COLUMNS:
            raise EvidenceError(
                f"Rows need the columns {', '.join(COLUMNS)}; "
                f"found {', '.join(map(str, self._rows.columns))}."
            )
        unknown = set(self._rows["status"].unique()) - set(STATUSES)
        if unknown:
            raise EvidenceError(f"Unknown status {sorted(map(str, unknown))}.")
        strange = set(self._rows["origin"].unique()) - {origin.id for origin in self.origins}
        if strange:
            raise EvidenceError(f"Rows name origins that are not here: {sorted(strange)}.")
        # whoever handed these rows over may still write to their own frame
        object.__setattr__(self, "_rows", self._rows.copy(deep=False))

    @property
    def rows(self) -> pd.DataFrame:
        """A shallow copy: pandas copies on write, so nobody can change another's rows."""
        return self._rows.copy(deep=False)

    def with_rows(self, rows: pd.DataFrame) -> Evidence:
        """The same origins with other rows: the only way to derive evidence."""
        return replace(self, _rows=rows.reset_index(drop=True))

    @cached_property
    def cited(self) -> tuple[Origin, ...]:
        """The origins that the rows at hand really use, in their own order."""
        used = set(self._rows["origin"].unique())
        return tuple(origin for origin in self.origins if origin.id in used)

    @cached_property
    def sources(self) -> tuple[Source, ...]:
        """The distinct sources behind the rows at hand."""
        return tuple({origin.source.id: origin.source for origin in self.cited}.values())

    def __len__(self) -> int:
        """Number of rows, those without a value included."""
        return len(self._rows)


def merge(pieces: Iterable[Evidence]) -> Evidence:
    """Several pieces on top of each other, with all their origins.

    Raises `EvidenceError` when there is no piece at all.
    """
    import pandas as pd

    pieces = list(pieces)
    if not pieces:
        raise EvidenceError("There is nothing to put together.")
    origins = {origin.id: origin for piece in pieces for origin in piece.origins}
    rows = pd.concat([piece.rows for piece in pieces], ignore_index=True)
    return Evidence(rows, tuple(origins.values()))
