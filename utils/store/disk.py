"""Files that are whole or not there: written aside, pushed to the disk, swapped in one step."""

from __future__ import annotations

import os
from pathlib import Path


def write(path: Path, content: bytes) -> None:
    """A file whose bytes have reached the disk when this returns; raises `OSError`."""
    number = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o644)
    try:
        left = memoryview(content)
        while left:
            left = left[os.write(number, left) :]
        os.fsync(number)
    finally:
        os.close(number)


def replace(path: Path, content: bytes) -> None:
    """All or nothing: a reader sees the old file or the new one, never half of one."""
    temporary = path.with_name(f".{path.name}.new")
    write(temporary, content)
    temporary.replace(path)
    settle(path.parent)


def settle(folder: Path) -> None:
    """Pushes the names in a folder to the disk, where the system can do that."""
    if os.name == "nt":
        return
    number = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(number)
    finally:
        os.close(number)
