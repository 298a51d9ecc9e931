"""Writes an edition aside and puts it in place whole, and tells how far it is."""

from __future__ import annotations

import hashlib
import json
import shutil
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from types import TracebackType

from utils.edition import files
from utils.edition.told import Told
from utils.store import disk


class EditionError(ValueError):
    """An edition that can't be written where it should be: says why and what to do."""


def written(told: Told, out: Path, done: Callable[[str], None]) -> tuple[int, int]:
    """Writes an edition to a folder; how many files it has, and bytes in all.

    Whoever looks into the folder meanwhile sees the old edition or the new one. Raises
    `EditionError` where the folder holds anything else, and `OSError` if the disk fails.
    """
    out = out.absolute()
    free(out)
    out.parent.mkdir(parents=True, exist_ok=True)
    aside = Path(tempfile.mkdtemp(prefix=f".{out.name}.", suffix=".new", dir=out.parent))
    try:
        sums = {}
        for path, content in files.files(told):
            _put(aside / path, content)
            sums[path] = (len(content), hashlib.sha256(content).hexdigest())
            done(path)
        _put(aside / files.MANIFEST, files.manifest(told, sums))
        aside.chmod(0o755)
        free(out)
        _swap(aside, out)
    finally:
        shutil.rmtree(aside, ignore_errors=True)
    return len(sums) + 1, sum(size for size, _ in sums.values())


def _put(path: Path, content: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    disk.write(path, content)


def free(out: Path) -> None:
    """Raises `EditionError` unless a folder is absent, empty, or an edition and nothing else."""
    if not out.exists():
        return
    if not out.is_dir():
        raise EditionError(f"{out} is a file. Name a folder.")
    there = {one.relative_to(out).as_posix() for one in out.rglob("*") if not one.is_dir()}
    if not there:
        return
    known = _listed(out / files.MANIFEST)
    if known is None:
        raise EditionError(
            f"{out} holds files that are no edition, and they would be lost. Name an empty "
            "folder, or one that does not exist."
        )
    if strange := sorted(there - known - {files.MANIFEST}):
        raise EditionError(
            f"{out} holds {', '.join(strange[:3])}, which its edition did not bring and which "
            "would be lost. Move it away, or name another folder."
        )


def _listed(manifest: Path) -> set[str] | None:
    """The files of an edition; `None` where there is no manifest of one."""
    try:
        content = json.loads(manifest.read_text("utf-8"))
        return set(content["files"]) if content["format"] == files.FORMAT else None
    except (OSError, ValueError, KeyError, TypeError):
        return None


def _swap(aside: Path, out: Path) -> None:
    """Puts the new folder in the place of the old one, which is put back if that fails."""
    if not out.exists():
        aside.rename(out)
    else:
        old = aside.with_name(aside.name.removesuffix(".new") + ".old")
        out.rename(old)
        try:
            aside.rename(out)
        except OSError:
            old.rename(out)
            raise
        shutil.rmtree(old, ignore_errors=True)
    disk.settle(out.parent)


class Tally:
    """How many pages are made: one line that counts on a terminal, a line each elsewhere.

    Standard error carries it, so that standard output stays for the result.
    """

    def __init__(self, pages: int) -> None:
        self._pages, self._made = pages, 0
        self._live = sys.stderr.isatty()

    def __enter__(self) -> Tally:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        at: TracebackType | None,
    ) -> None:
        if self._live:
            sys.stderr.write("\n")

    def tell(self, path: str) -> None:
        """A file is written; only pages are counted."""
        if not path.endswith(".html"):
            return
        self._made += 1
        told = f"{self._made} of {self._pages} pages: {path}"
        sys.stderr.write(f"\r\x1b[K{told}" if self._live else f"{told}\n")
        sys.stderr.flush()
