"""Refreshed tables: where they lie, which generation counts, and whether it is intact.

A store is a folder outside the repository. `generations/<number>` holds whole tables with their
origin files and a manifest of checksums; `CURRENT` names the generation that counts.
"""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

STORE = "GROUNDSWELL_STORE"
"""Environment variable with the folder of refreshed figures."""
REPOSITORY = Path(__file__).parents[2]
ENDINGS = (".csv", ".origin.toml")
KEPT = 3
"""Generations that stay at least, the current one included."""


class StoreError(ValueError):
    """A store that can't be used: says why and what to do."""


def root() -> Path:
    """The folder of refreshed figures, which need not exist.

    Raises `StoreError` for a folder in the repository: what may not be passed on would be
    there, one commit away from being passed on.
    """
    return _root(os.environ.get(STORE, "").strip(), os.environ.get("XDG_DATA_HOME", ""))


@cache  # asked for by every table of every page, and resolving a path is slow
def _root(named: str, home: str) -> Path:
    folder = Path(named or Path(home or "~/.local/share") / "groundswell").expanduser().resolve()
    if folder.is_relative_to(REPOSITORY.resolve()):
        raise StoreError(f"{STORE} must name a folder outside the repository, not {folder.name}.")
    return folder


def current(store: Path) -> Path | None:
    """The generation that counts; the newest whole one if the pointer was lost."""
    known = numbered(store)
    try:
        name = (store / "CURRENT").read_text("ascii").strip()
    except (OSError, UnicodeDecodeError):
        name = ""
    return next((one for one in known if one.name == name), known[0] if known else None)


def numbered(store: Path) -> list[Path]:
    """Every generation that was finished, the newest first."""
    folder = store / "generations"
    found = folder.iterdir() if folder.is_dir() else ()
    return sorted((one for one in found if one.name.isdecimal()), reverse=True)


def homes(series: str, store: Path) -> Iterator[Path]:
    """Generations that hold a series, the current one first, then older ones."""
    for one in in_order(store):
        if (one / f"{series}.csv").is_file():
            yield one


def in_order(store: Path) -> list[Path]:
    """The generation that counts and the older ones, in the order in which they are asked."""
    newest = current(store)
    return [one for one in numbered(store) if newest is not None and one <= newest]


def mark(store: Path, bundled: Path) -> str:
    """What changes when a table comes or goes anywhere: asked on every run, so it is cheap."""
    folders = (one for one in (*in_order(store), bundled) if one.is_dir())
    return " ".join(f"{one} {one.stat().st_mtime_ns}" for one in folders)


def home(series: str, store: Path) -> Path | None:
    """The newest generation whose table and origin file of a series are as they were written."""
    return next((one for one in homes(series, store) if intact(series, one)), None)


def manifest(generation: Path) -> dict[str, Any]:
    """What a generation holds; empty if its list can't be read."""
    try:
        content = json.loads((generation / "manifest.json").read_bytes())
        return dict(content) if isinstance(content.get("tables"), dict) else {}
    except (OSError, ValueError, AttributeError, RecursionError):
        return {}


def intact(series: str, generation: Path) -> bool:
    """Whether both files of a series have the checksums that the manifest promises."""
    entry = manifest(generation).get("tables", {}).get(series, {})
    try:
        return all(
            hashlib.sha256((generation / f"{series}{end}").read_bytes()).hexdigest()
            == entry.get(end)
            for end in ENDINGS
        )
    except OSError:
        return False


def tables(generation: Path | None) -> list[str]:
    """The series that a generation holds, in alphabetical order."""
    return sorted(path.stem for path in generation.glob("*.csv")) if generation else []
