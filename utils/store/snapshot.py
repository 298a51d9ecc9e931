"""The snapshot on disk: tidy tables with their origin files, read verified, written whole.

Where no folder is named, a series is read from the newest intact generation of refreshed
tables, and from the bundled ones if there is none.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import json
import os
import tomllib
from pathlib import Path
from typing import Any

import pandas as pd

from utils import catalog
from utils.model import COLUMNS, Evidence, Origin, Release
from utils.store import disk, generations
from utils.store.generations import ENDINGS

TABLES = Path(__file__).parents[2] / "data" / "tables"
STORED = [column for column in COLUMNS if column != "series"]
ENTRY = ["id", "source", "release", "url", "retrieved", "sha256", "rows"]
TEXT = ["place", "group_by", "group", "status", "origin"]


class SnapshotError(ValueError):
    """A table that is missing, changed or unreadable: says which file and what to do."""


def home(series: str) -> Path:
    """The folder from which a series is read: an intact generation, else the bundled tables."""
    return generations.home(series, generations.root()) or TABLES


def read(series: str, folder: Path | None = None) -> Evidence:
    """The evidence of one series, after its bytes were checked against the origin file.

    Raises `SnapshotError` when the table is absent or its sha256 is not the recorded one.
    """
    folder = folder or home(series)
    origin = read_origin(series, folder)
    path = folder / f"{series}.csv"
    try:
        raw = path.read_bytes()
    except OSError as error:
        raise SnapshotError(f"{path.name} is missing. Restore it or import it again.") from error
    if hashlib.sha256(raw).hexdigest() != origin["sha256"]:
        raise SnapshotError(
            f"{path.name} is not the table that was imported: its checksum differs from "
            f"{series}.origin.toml. Restore both files, or import the series again."
        )
    return Evidence(parse(path, series), tuple(_origin(entry) for entry in origin["origins"]))


def parse(path: Path, series: str) -> pd.DataFrame:
    """A stored table as rows in the shape of `COLUMNS`; empty value, low and high are gaps."""
    rows = pd.read_csv(
        path,
        # "NA" is Namibia's and a group may be called "None": only an empty cell is a gap
        keep_default_na=False,
        na_values={"value": [""], "low": [""], "high": [""]},
        dtype=dict.fromkeys(TEXT, "str") | dict.fromkeys(("value", "low", "high"), "float64"),
        parse_dates=["start", "end"],
        date_format="%Y-%m-%d",
    )
    if list(rows.columns) != STORED:
        raise SnapshotError(f"{path.name} has the columns {list(rows.columns)}, not {STORED}.")
    # a day that pandas can't read leaves the whole column as text
    if not all(pd.api.types.is_datetime64_dtype(rows[end]) for end in ("start", "end")):
        raise SnapshotError(f"{path.name} holds a start or end that is no date.")
    rows.insert(0, "series", series)
    return rows


def read_origin(series: str, folder: Path | None = None) -> dict[str, Any]:
    """The origin file of a series as plain values: rows, sha256, imported, origins."""
    path = (folder or home(series)) / f"{series}.origin.toml"
    try:
        content = tomllib.loads(path.read_text("utf-8"))
    except OSError as error:
        raise SnapshotError(f"{path.name} is missing. Import the series again.") from error
    except (UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise SnapshotError(f"{path.name} can't be read as TOML: {error}") from error
    absent = [key for key in ("rows", "sha256", "origins") if key not in content]
    entries = content.get("origins", [])
    absent += [key for key in ENTRY if any(key not in entry for entry in entries)]
    if absent:
        raise SnapshotError(
            f"{path.name} lacks {', '.join(absent)}. Restore it, or import the series again."
        )
    return content


def _origin(entry: dict[str, Any]) -> Origin:
    source = catalog.source(entry["source"])
    release = next((one for one in source.releases if one.id == entry["release"]), None)
    if release is None and "vintage" in entry:  # read live, so that no card can know it
        release = Release(entry["release"], "", entry["url"], entry["vintage"], entry["retrieved"])
    if release is None:
        raise SnapshotError(f"The source '{source.id}' has no release '{entry['release']}'.")
    return Origin(
        id=entry["id"],
        source=source,
        release=release,
        url=entry["url"],
        retrieved=entry["retrieved"],
        sha256=entry["sha256"],
        rows=entry["rows"],
    )


def write(evidence: Evidence, series: str, imported: dt.date, folder: Path = TABLES) -> None:
    """Writes table and origin file, the table first; each replaces the old one in one step."""
    rows = evidence.rows.loc[:, STORED].sort_values(
        ["place", "group_by", "group", "start"], kind="stable"
    )
    text = rows.to_csv(index=False, lineterminator="\n", date_format="%Y-%m-%d")
    raw = text.encode("utf-8")
    disk.replace(folder / f"{series}.csv", raw)
    disk.replace(
        folder / f"{series}.origin.toml",
        _origin_text(evidence, imported, raw).encode("utf-8"),
    )


def _origin_text(evidence: Evidence, imported: dt.date, raw: bytes) -> str:
    lines = [
        f"rows = {len(evidence)}",
        f'sha256 = "{hashlib.sha256(raw).hexdigest()}"',
        f"imported = {imported.isoformat()}",
    ]
    for origin in evidence.origins:
        lines += [
            "",
            "[[origins]]",
            f'id = "{origin.id}"',
            f'source = "{origin.source.id}"',
            f'release = "{origin.release.id}"',
            f"url = {json.dumps(origin.url)}",
            *_vintage(origin),
            f"retrieved = {origin.retrieved.isoformat()}",
            f'sha256 = "{origin.sha256}"',
            f"rows = {origin.rows}",
        ]
    return "\n".join(lines) + "\n"


def _vintage(origin: Origin) -> list[str]:
    """The vintage of a live release; that of any other stands on the card."""
    live = origin.release not in origin.source.releases
    return [f"vintage = {json.dumps(origin.release.vintage)}"] if live else []


def stamp(series: str, folder: Path | None = None) -> str:
    """What changes when a series is imported again: cheap enough to ask on every run.

    Raises `SnapshotError` when the table or its origin file is absent.
    """
    if folder is None:
        folder = next(generations.homes(series, generations.root()), TABLES)
    try:
        state = [(folder / f"{series}{end}").stat() for end in ENDINGS]
    except OSError as error:
        raise SnapshotError(
            f"{series} has no table or no origin file. Restore both, or import it again."
        ) from error
    return "-".join(f"{one.st_mtime_ns}.{one.st_size}" for one in state)


def there(*series: str) -> set[str]:
    """Those of the series that have a table, in some generation or bundled."""
    folders = (*generations.in_order(generations.root()), TABLES)
    return {id for id in series if any((one / f"{id}.csv").is_file() for one in folders)}


def stamps() -> dict[str, str]:
    """The stamp of every series that has a table, from one look into each folder."""
    found: dict[str, str] = {}
    for folder in (*generations.in_order(generations.root()), TABLES):
        with os.scandir(folder) as entries:
            states = {one.name: one.stat() for one in entries if one.name.endswith(ENDINGS)}
        said = {name: f"{one.st_mtime_ns}.{one.st_size}" for name, one in states.items()}
        for name in said:
            id = name.removesuffix(".csv")
            if name.endswith(".csv") and id not in found:
                found[id] = "-".join(said.get(f"{id}{end}", "absent") for end in ENDINGS)
    return dict(sorted(found.items()))


def stored(folder: Path | None = None) -> list[str]:
    """Every series that has a table, in alphabetical order."""
    bundled = {path.stem for path in (folder or TABLES).glob("*.csv")}
    refreshed = [] if folder else generations.tables(generations.current(generations.root()))
    return sorted(bundled | set(refreshed))
