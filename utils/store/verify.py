"""Checks a stored series: bytes, rows, keys, intervals, places, statuses, dates."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import Path

import pandas as pd

from utils import catalog
from utils.language import later
from utils.model import STATUSES
from utils.model.evidence import KEY
from utils.store import generations, snapshot

CHECKS = (
    later("the table is byte for byte the one that was imported (sha256)"),
    later("it has as many rows as were imported"),
    later("no two rows stand for the same place, group and period"),
    later("every value lies inside its interval"),
    later("a row without a value says why"),
    later("every place and status is known"),
    later("every period starts before it ends"),
    later("every row names an origin whose licence allows it to be kept here"),
)


@dataclass(frozen=True)
class Finding:
    """Something wrong with a series: which file, what, and what to do next."""

    series: str
    problem: str


def verify(series: str, folder: Path = snapshot.TABLES, *, passed_on: bool = True) -> list[Finding]:
    """Everything that is wrong with a stored series; an empty list when all is well.

    ``passed_on`` is false for a folder of one's own, where any licence may be kept.
    """
    try:
        origin = snapshot.read_origin(series, folder)
        path = folder / f"{series}.csv"
        raw = path.read_bytes()
        rows = snapshot.parse(path, series)
    except (OSError, ValueError) as error:
        return [Finding(series, str(error))]
    problems = []
    if hashlib.sha256(raw).hexdigest() != origin["sha256"]:
        problems.append("the checksum differs from the origin file. Import the series again.")
    if len(rows) != origin["rows"]:
        problems.append(f"{origin['rows']} rows were imported, {len(rows)} are there.")
    problems += wrong(rows) + _origins(rows, origin["origins"], passed_on)
    return [Finding(series, problem) for problem in problems]


def verify_in_use(series: str) -> list[Finding]:
    """What is wrong with the table that is read: that of a generation, else the bundled one."""
    generation = generations.home(series, generations.root())
    return verify(series, generation, passed_on=False) if generation else verify(series)


def wrong(rows: pd.DataFrame) -> list[str]:
    """What is wrong with rows in the columns of `COLUMNS`, whatever table they are for."""
    known = set(catalog.places())
    wrong = {
        "same place, group and period as another row": rows.duplicated(list(KEY), keep=False),
        "value outside its interval": (rows["value"] < rows["low"])
        | (rows["value"] > rows["high"]),
        "only one end of an interval": rows["low"].isna() != rows["high"].isna(),
        "no value, but a status that promises one": rows["value"].isna()
        & ~rows["status"].isin(["M", "Q", "U"]),
        "a value in spite of the status missing or suppressed": rows["value"].notna()
        & rows["status"].isin(["M", "Q"]),
        "unknown status": ~rows["status"].isin(list(STATUSES)),
        "unknown place": ~rows["place"].isin(known),
        "period that ends before it starts": rows["end"] < rows["start"],
    }
    return [
        f"{int(bad.sum())} rows with {what}, the first in line {int(bad.to_numpy().argmax()) + 2}."
        for what, bad in wrong.items()
        if bad.any()
    ]


def _origins(rows: pd.DataFrame, entries: list[dict[str, object]], passed_on: bool) -> list[str]:
    sources = catalog.sources()
    problems = []
    absent = set(rows["origin"]) - {entry["id"] for entry in entries}
    if absent:
        problems.append(f"rows name origins that are not recorded: {sorted(absent)}.")
    for entry in entries:
        source = sources.get(str(entry["source"]))
        if source is None:
            problems.append(f"the source '{entry['source']}' has no card.")
        elif passed_on and not source.redistributable:
            problems.append(f"the licence of '{source.id}' does not allow it to be kept here.")
    return problems
