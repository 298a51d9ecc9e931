"""Brings together what an edition is made from: cards, verified rows, helplines, licences."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Collection

from utils import catalog
from utils.cli.library import SnapshotLibrary
from utils.cli.publish_write import EditionError
from utils.edition.told import Told
from utils.store import snapshot


def told(date: dt.date, base: str, live: str, only: Collection[str] = ()) -> Told:
    """What there is to tell; raises `EditionError` for an id in ``only`` that nobody knows."""
    library = SnapshotLibrary()
    known = {*catalog.indicators(), *library.campaigns()}
    if strange := sorted(set(only) - known):
        raise EditionError(f"There is no statistic or campaign {', '.join(strange)}.")
    return Told(
        library=library,
        helplines=catalog.helplines(),
        snapshot=snapshot_id(),
        date=date,
        base=base,
        live=live,
        licences=_licences(library),
        only=frozenset(only),
    )


def snapshot_id() -> str:
    """Names the figures at hand as the app does: twelve letters that change with any table."""
    sums = [f"{id} {snapshot.read_origin(id)['sha256']}" for id in snapshot.stamps()]
    return hashlib.sha256("\n".join(sums).encode()).hexdigest()[:12]


def _licences(library: SnapshotLibrary) -> dict[str, bytes]:
    """The licence texts that must travel with the data under them, by the licence's first word."""
    folder = snapshot.TABLES.parent / "licences"
    every = {source.licence for id in library.series() for source in library.evidence(id).sources}
    used = {licence.partition(" ")[0] for licence in every}
    return {
        path.stem: path.read_bytes() for path in sorted(folder.glob("*.txt")) if path.stem in used
    }
