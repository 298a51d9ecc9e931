"""Writes small tables: one noun a row, whole and in order, or not at all."""

from __future__ import annotations

import csv
import dataclasses
import datetime as dt
import io
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

DIGITS = 15
"""As many as a float can hold for certain: cents of a sum of hundreds of millions stay."""


def write(rows: Sequence[DataclassInstance], path: Path) -> int:
    """Writes dataclasses of one kind, their fields as columns; returns how many.

    Raises `ValueError` when there is no row, or two have the same `id`; nothing is written then.
    """
    if not rows:
        raise ValueError(f"No row for {path.name}.")
    ids = [cells["id"] for cells in map(_cells, rows)]
    again = sorted({id for id in ids if ids.count(id) > 1})
    if again:
        raise ValueError(f"{path.name}: these repeat: {', '.join(again)}.")
    text = io.StringIO()
    names = [field.name for field in dataclasses.fields(rows[0])]
    writer = csv.DictWriter(text, names, lineterminator="\n")
    writer.writeheader()
    writer.writerows(map(_cells, rows))
    temporary = path.with_name(f".{path.name}.new")
    temporary.write_text(text.getvalue(), "utf-8")
    temporary.replace(path)
    return len(rows)


def _cells(row: DataclassInstance) -> dict[str, str]:
    return {name: _text(cell) for name, cell in dataclasses.asdict(row).items()}


def _text(cell: Any) -> str:
    if cell is None:
        return ""
    if isinstance(cell, float):
        return f"{cell:.{DIGITS}g}"
    return cell.isoformat() if isinstance(cell, dt.date) else str(cell)
