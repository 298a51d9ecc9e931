"""Which files make up an archive: folders and patterns spelt out, each file once, in order."""

from __future__ import annotations

import hashlib
import hmac
import itertools
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from utils.archives.errors import ArchiveError

Packing = Literal["", "gzip", "zstd", "bz2"]
Kind = Literal["lines", "csv", "parquet"]

PACKED: dict[str, Packing] = {".gz": "gzip", ".zst": "zstd", ".bz2": "bz2"}
KINDS: dict[str, Kind] = {
    ".jsonl": "lines",
    ".ndjson": "lines",
    ".json": "lines",
    ".csv": "csv",
    ".tsv": "csv",
    ".parquet": "parquet",
}
_SAMPLE = 65_536


@dataclass(frozen=True)
class Input:
    """One file: how it is packed, what it holds, its size, and a sum of its two ends."""

    path: Path
    kind: Kind
    packing: Packing
    size: int
    ends: str


def find(paths: Iterable[str]) -> tuple[Input, ...]:
    """Every file that is named, lies in a named folder, or fits a pattern; sorted by content.

    Two runs over the same files agree whatever the files are called. Raises `ArchiveError` for
    a path that leads nowhere and a file whose ending says nothing.
    """
    named = {path.resolve(): None for one in paths for path in _spelt_out(one)}
    found = [_input(path) for path in named]
    if not found:
        raise ArchiveError(f"No file to count. Known endings: {', '.join(KINDS)}, packed or not.")
    return tuple(sorted(found, key=lambda one: (one.ends, one.size, str(one.path))))


def _spelt_out(text: str) -> list[Path]:
    path = Path(text)
    if path.is_dir():
        inside = (one for one in path.rglob("*") if one.is_file())
        return [one for one in inside if not _hidden(one, path) and _endings(one) is not None]
    found = [path] if path.is_file() else _fitting(path)
    files = [one for one in found if one.is_file()]
    if not files:
        raise ArchiveError(f"'{text}' is no file, no folder with archives and fits none. Mend it.")
    return files


def _fitting(pattern: Path) -> list[Path]:
    """What a pattern fits, from the last folder before its first star or bracket on."""
    plain = list(itertools.takewhile(lambda part: not set("*?[") & set(part), pattern.parts))
    if len(plain) == len(pattern.parts):
        return []
    return list(Path(*plain).glob(str(Path(*pattern.parts[len(plain) :]))))


def _hidden(path: Path, folder: Path) -> bool:
    return any(part.startswith(".") for part in path.relative_to(folder).parts)


def _endings(path: Path) -> tuple[Kind, Packing] | None:
    endings = [one.casefold() for one in path.suffixes]
    packing = PACKED.get(endings[-1], "") if endings else ""
    kind = KINDS.get(endings[-2 if packing else -1]) if len(endings) > bool(packing) else None
    return (kind, packing) if kind else None


def _input(path: Path) -> Input:
    endings = _endings(path)
    if endings is None:
        raise ArchiveError(
            f"{path.name} has an ending that says nothing. Rename it to end in "
            f"{', '.join(KINDS)}, and {', '.join(PACKED)} after that if it is packed."
        )
    size = path.stat().st_size
    with path.open("rb") as file:
        ends = hashlib.sha256(f"{size}:".encode() + file.read(_SAMPLE))
        file.seek(max(0, size - _SAMPLE))
        ends.update(file.read(_SAMPLE))
    return Input(path, *endings, size, ends.hexdigest())


def run_key(inputs: Iterable[Input]) -> str:
    """The key with which ids are made unreadable: drawn from the archive, never written down.

    Whoever can draw it again holds the archive, and learns nothing that they don't have. It is
    the same for the same files, so that a broken count can go on and estimates don't change.
    """
    drawn = hmac.new(b"groundswell archive", digestmod="sha256")
    for one in inputs:
        drawn.update(one.ends.encode())
    return drawn.hexdigest()
