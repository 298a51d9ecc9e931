"""Makes a new generation of refreshed tables and swaps it in, whole or not at all."""

from __future__ import annotations

import datetime as dt
import hashlib
import json
import shutil
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from utils.model import Evidence
from utils.store import disk, generations, snapshot
from utils.store.verify import verify


def publish(store: Path, fresh: Mapping[str, Evidence], made: dt.datetime, tool: str) -> Path:
    """A generation with the fresh tables and all others of the one before; returns its folder.

    The pointer is swapped last, so that a reader finds the old generation or the new one. Only
    the holder of the lock may call this. Raises `StoreError` if a table is not as it should be
    and `OSError` if the disk fails; the old generation then stays.
    """
    sweep(store)
    (store / "generations").mkdir(parents=True, exist_ok=True)
    known, before = generations.numbered(store), generations.current(store)
    name = f"{int(known[0].name) + 1 if known else 1:06d}"
    aside, final = (store / "generations" / text for text in (f".{name}.new", name))
    aside.mkdir()
    carried = [id for id in generations.tables(before) if id not in fresh]
    for id in carried:
        _carry(id, store, aside)
    for id, evidence in fresh.items():
        snapshot.write(evidence, id, made.date(), aside)
    _checked(aside, list(fresh))
    disk.write(aside / "manifest.json", _manifest(aside, name, made, tool))
    disk.settle(aside)
    aside.replace(final)
    disk.settle(final.parent)
    disk.replace(store / "CURRENT", name.encode())
    prune(store)
    return final


def _carry(series: str, store: Path, aside: Path) -> None:
    """Copies a table from the newest generation in which it is intact; else the bundle serves."""
    source = generations.home(series, store)
    for end in generations.ENDINGS if source else ():
        disk.write(aside / f"{series}{end}", (source / f"{series}{end}").read_bytes())  # type: ignore[operator]


def _checked(aside: Path, fresh: list[str]) -> None:
    for id in fresh:
        problems = [found.problem for found in verify(id, aside, passed_on=False)]
        if problems:
            raise generations.StoreError(f"{id} is not published: {' '.join(problems)}")


def _manifest(aside: Path, name: str, made: dt.datetime, tool: str) -> bytes:
    listed = {id: _entry(id, aside) for id in generations.tables(aside)}
    content = {"generation": name, "made": made.isoformat(), "tool": tool, "tables": listed}
    return json.dumps(content, indent=1, ensure_ascii=False).encode()


def _entry(series: str, folder: Path) -> dict[str, Any]:
    evidence = snapshot.read(series, folder)
    filled = evidence.rows.dropna(subset="value")
    return {
        **{
            end: hashlib.sha256((folder / f"{series}{end}").read_bytes()).hexdigest()
            for end in generations.ENDINGS
        },
        "rows": len(evidence),
        "first": str(filled["start"].min())[:10],
        "last": str(filled["end"].max())[:10],
        "citations": [source.citation for source in evidence.sources],
        "licences": [source.licence for source in evidence.sources],
        "passed_on": all(source.redistributable for source in evidence.sources),
        "read": max(origin.retrieved for origin in evidence.origins).isoformat(),
    }


def prune(store: Path) -> None:
    """Removes the oldest generations beyond those that are kept, by number and never by age."""
    newest = generations.current(store)
    for old in generations.numbered(store)[generations.KEPT :]:
        if old != newest:
            shutil.rmtree(old, ignore_errors=True)


def sweep(store: Path) -> None:
    """Removes what an interrupted run left half done. Only the holder of the lock may."""
    for folder in (store, store / "generations", store / "raw", store / "quarantine"):
        for left in folder.glob(".*.new"):
            if left.is_dir():
                shutil.rmtree(left, ignore_errors=True)
            else:
                left.unlink(missing_ok=True)
