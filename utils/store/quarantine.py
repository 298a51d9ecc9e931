"""Refreshed tables that a gate stopped: kept aside with the reasons until a person decides."""

from __future__ import annotations

import datetime as dt
import json
import shutil
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from utils.model import Evidence
from utils.store import disk, generations, snapshot
from utils.store.gates import Objection


@dataclass(frozen=True)
class Held:
    """A stopped table: its id, its series, since when, and what the gates said."""

    id: str
    series: str
    since: str
    objections: tuple[Objection, ...]
    signature: str = ""


def keep(
    store: Path,
    evidence: Evidence,
    series: str,
    objections: Sequence[Objection],
    now: dt.datetime,
    signature: str = "",
) -> Held:
    """Keeps a table aside. The same table has the same id, whenever it comes."""
    (store / "quarantine").mkdir(parents=True, exist_ok=True)
    aside = store / "quarantine" / f".{series}.new"
    shutil.rmtree(aside, ignore_errors=True)
    aside.mkdir()
    snapshot.write(evidence, series, now.date(), aside)
    digest = snapshot.read_origin(series, aside)["sha256"]
    held = Held(f"{series}-{digest[:8]}", series, now.isoformat(), tuple(objections), signature)
    content = {
        "series": series,
        "since": held.since,
        "signature": signature,
        "objections": [[one.gate, one.words] for one in objections],
    }
    disk.write(aside / "report.json", json.dumps(content, indent=1).encode())
    shutil.rmtree(store / "quarantine" / held.id, ignore_errors=True)
    aside.rename(store / "quarantine" / held.id)
    return held


def waiting(store: Path) -> list[Held]:
    """Everything kept aside that can be read, in alphabetical order."""
    folders = sorted((store / "quarantine").glob("*/report.json"))
    return [held for held in map(_read, folders) if held]


def _read(path: Path) -> Held | None:
    try:
        content = json.loads(path.read_bytes())
        reasons = tuple(Objection(gate, words) for gate, words in content["objections"])
        series, since, signature = (content[key] for key in ("series", "since", "signature"))
    except (OSError, ValueError, KeyError, TypeError):
        return None
    return Held(path.parent.name, series, since, reasons, signature)


def find(store: Path, id: str) -> tuple[Held, Evidence]:
    """A stopped table by id, verified; raises `StoreError` if there is none, or it was changed."""
    held = next((one for one in waiting(store) if one.id == id), None)
    if held is None:
        known = ", ".join(one.id for one in waiting(store)) or "none"
        raise generations.StoreError(f"Nothing is kept aside as '{id}'. Known: {known}.")
    try:
        return held, snapshot.read(held.series, store / "quarantine" / id)
    except snapshot.SnapshotError as error:
        raise generations.StoreError(f"{id} can't be accepted: {error}") from error


def drop(store: Path, series: str) -> None:
    """Forgets what is kept aside of a series: it was accepted, or something newer came through."""
    for held in waiting(store):
        if held.series == series:
            shutil.rmtree(store / "quarantine" / held.id, ignore_errors=True)
