"""What a count keeps until it is done, so that one that was broken off can go on by file.

It holds sums of ids that nobody can undo without the key of the run, and the key is never
written: it is drawn from the archive itself. No name, text or id is ever in it.
"""

from __future__ import annotations

import hashlib
import hmac
import json
import os
import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from utils.archives.asked import Asked
from utils.archives.errors import ArchiveError

PREFIX = ".count-"
FORMAT = "1"
"""Changes whenever a part of an older program can't be used any more."""


class Work:
    """The folder of one count: parts by number of file, and room for what memory can't hold."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.spill = folder / "spill"

    def part(self, number: int) -> Path:
        """Where the part of a file is, or will be."""
        return self.folder / f"{number:06}.parquet"

    def finished(self, number: int) -> str:
        """The sum of a file whose part is whole; empty if it has to be read."""
        try:
            said = json.loads(self._note(number).read_bytes())
            whole = self.part(number).stat().st_size == said["size"]
        except (OSError, ValueError, KeyError, TypeError):
            return ""
        return str(said["sha256"]) if whole else ""

    def finish(self, number: int, sha256: str) -> None:
        """Says that a part is whole: what was written before it counts from now on."""
        with self.part(number).open("rb") as part:
            os.fsync(part.fileno())
            note = {"sha256": sha256, "size": os.fstat(part.fileno()).st_size}
        beside = self.folder / "note.new"
        with beside.open("w", encoding="utf-8") as file:
            json.dump(note, file)
            file.flush()
            os.fsync(file.fileno())
        beside.replace(self._note(number))

    def _note(self, number: int) -> Path:
        return self.folder / f"{number:06}.json"


def mark(key: str, asked: Asked) -> str:
    """What tells this count from others: it gives away neither the key nor the archive."""
    said = f"{FORMAT} {asked.keys} {asked.first} {asked.last}".encode()
    return hmac.new(key.encode(), said, hashlib.sha256).hexdigest()[:16]


@contextmanager
def held(out: Path, key: str, asked: Asked) -> Iterator[Work]:
    """The folder of this count inside ``out``, its owner's alone; gone when the count is done.

    A count that breaks off leaves it, the next one with other files or hashtags removes it.
    Raises `ArchiveError` if another count is at work in ``out``.
    """
    out.mkdir(parents=True, exist_ok=True)
    with _alone(out):
        folder = out / f"{PREFIX}{mark(key, asked)}"
        for old in out.glob(f"{PREFIX}*"):
            if old != folder:
                shutil.rmtree(old)
        folder.mkdir(mode=0o700, exist_ok=True)
        work = Work(folder)
        shutil.rmtree(work.spill, ignore_errors=True)
        yield work
        shutil.rmtree(folder)


@contextmanager
def _alone(out: Path) -> Iterator[None]:
    """One count at a time in a folder, where the system can say so."""
    if sys.platform == "win32":
        yield
        return
    import fcntl

    number = os.open(out, os.O_RDONLY)
    try:
        fcntl.flock(number, fcntl.LOCK_EX | fcntl.LOCK_NB)
        yield
    except BlockingIOError:
        raise ArchiveError(
            f"Another count is at work in {out}. Wait, or name another --out."
        ) from None
    finally:
        os.close(number)
