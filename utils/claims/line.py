"""One series for one place and group: its rows as a frame, and as plain dictionaries."""

from __future__ import annotations

import functools
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import pandas as pd

from utils.claims.spec import Group
from utils.model import Card, Evidence, Place
from utils.model.evidence import Row

EVERYONE = Group("all", "all")
Key = tuple[str, str, str]
"""Place, split and label of a line."""
KEPT = 128
"""Pieces of evidence whose lines are kept, the least recently used going first."""


@dataclass(frozen=True, eq=False)
class Rows:
    """The rows of a line in order of time, taken from the evidence when first asked for."""

    whole: pd.DataFrame
    positions: Any

    @cached_property
    def frame(self) -> pd.DataFrame:
        """As a frame."""
        frame: pd.DataFrame = self.whole.iloc[self.positions]
        return frame

    @cached_property
    def records(self) -> list[dict[str, Any]]:
        """As dictionaries; `at` is the position in the frame."""
        found = self.frame.to_dict("records")
        return [{**{str(key): row[key] for key in row}, "at": at} for at, row in enumerate(found)]


@dataclass(frozen=True, eq=False)
class Line:
    """The rows of one series for one place and group, gaps included."""

    card: Card
    place: Place
    group: Group
    evidence: Evidence
    held: Rows

    @property
    def rows(self) -> pd.DataFrame:
        """Every row, in order of time."""
        return self.held.frame

    @property
    def records(self) -> list[dict[str, Any]]:
        """Every row as a dictionary."""
        return self.held.records

    @cached_property
    def known(self) -> list[dict[str, Any]]:
        """The rows that have a value."""
        return [row for row in self.records if row["value"] == row["value"]]

    def used(self, *rows: Row) -> Evidence:
        """Some rows of the line as evidence, in order of time."""
        return self.evidence.with_rows(self.rows.iloc[sorted(row["at"] for row in rows)])

    def whole(self) -> Evidence:
        """All rows of the line as evidence."""
        return self.evidence.with_rows(self.rows)


@functools.lru_cache(maxsize=KEPT)
def lines_of(evidence: Evidence) -> Mapping[Key, Rows]:
    """The rows of every place and group; kept, because evidence never changes."""
    rows = evidence.rows.sort_values("start", kind="stable", ignore_index=True)
    found = rows.groupby(["place", "group_by", "group"], sort=False).indices
    return {_key(key): Rows(rows, positions) for key, positions in found.items()}


def _key(key: object) -> Key:
    assert isinstance(key, tuple)
    place, by, label = key
    return str(place), str(by), str(label)
