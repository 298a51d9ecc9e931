"""One writer at a time: a lock that the system itself lets go when its holder dies."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO


class LockedError(RuntimeError):
    """Another refresh is at work."""


@contextmanager
def held(store: Path) -> Iterator[None]:
    """Holds the lock of a store; raises `LockedError` at once if somebody else does."""
    store.mkdir(parents=True, exist_ok=True)
    with (store / "LOCK").open("ab") as file:
        try:
            _take(file)
        except OSError as error:
            raise LockedError("Another refresh is running. Nothing was done here.") from error
        yield


def _take(file: IO[bytes]) -> None:
    if sys.platform == "win32":
        import msvcrt

        msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
    else:
        import fcntl

        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
