"""`import`, the part for campaigns: cited figures, published effects, the calendar."""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from utils.catalog.cards import DATA
from utils.cli import tables
from utils.sources import awareness_calendar, campaign_facts, campaign_studies

Reader = Callable[[Iterable[Mapping[str, str]]], Iterator[Any]]
READERS: dict[str, tuple[str, Reader]] = {
    "reach_facts.csv": ("campaigns/campaign_facts.csv", campaign_facts.facts),
    "studies.csv": ("campaigns/campaign_studies_effects.csv", campaign_studies.effects),
    "calendar.csv": ("campaigns/awareness_calendar.csv", awareness_calendar.events),
}
"""Which table is read from which file of the folder, and by what."""


def write_campaign_tables(folder: Path, data: Path = DATA) -> dict[str, int]:
    """Writes the three tables into ``data``; returns how many rows each has.

    All are read before the first is written. Raises `ValueError` for a row that no rule knows
    and `OSError` when a file is absent.
    """
    found = {name: list(_rows(folder / file, read)) for name, (file, read) in READERS.items()}
    return {
        name.removesuffix(".csv"): tables.write(rows, data / name) for name, rows in found.items()
    }


def _rows(path: Path, read: Reader) -> Iterator[Any]:
    with path.open(encoding="utf-8-sig", newline="") as lines:
        yield from read(csv.DictReader(lines))
