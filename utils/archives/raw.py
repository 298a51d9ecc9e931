"""The bytes of an input: summed while they are read, unpacked, a stretch of the file at most."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any, BinaryIO

import pyarrow as pa

from utils.archives.inputs import Input

CHUNK = 1 << 22
"""Bytes that are read at a time."""
STEP = 1 << 16
"""Bytes that are unpacked at a time."""

Tell = Callable[[int], None]
"""Told how many bytes of the file were read since the last time."""


class Summed:
    """A file whose SHA-256 is known when it has been read to its end."""

    closed = False

    def __init__(self, file: BinaryIO, tell: Tell) -> None:
        self._file = file
        self._tell = tell
        self._sum = hashlib.sha256()

    def read(self, size: int = -1) -> bytes:
        """The next bytes, added to the sum."""
        piece = self._file.read(size)
        self._sum.update(piece)
        self._tell(len(piece))
        return piece

    def close(self) -> None:
        """Nothing: an unpacker closes what it has done with, and the sum may need the rest."""

    def rest(self) -> str:
        """The sum of the whole file; reads what nobody has asked for."""
        while self.read(CHUNK):
            pass
        return self._sum.hexdigest()


@contextmanager
def opened(one: Input, tell: Tell = lambda size: None) -> Iterator[Summed]:
    """The file of an input, not yet unpacked."""
    with one.path.open("rb") as file:
        yield Summed(file, tell)


def unpacked(raw: Summed, one: Input) -> Any:
    """The same as a stream of plain bytes, with `read(size)`."""
    return _Unpacked(raw, one) if one.packing else raw


class _Unpacked:
    """A packed file in small steps, so that little is lost where it breaks off."""

    def __init__(self, raw: Summed, one: Input) -> None:
        self._stream = pa.CompressedInputStream(pa.PythonFile(raw, "r"), one.packing)
        self._error: Exception | None = None

    closed = False

    def read(self, size: int = -1) -> bytes:
        """Up to ``size`` bytes; raises what unpacking raises after what came before is given."""
        pieces: list[bytes] = []
        left = size if size >= 0 else CHUNK
        while left and not self._error:
            try:
                piece = self._stream.read(min(left, STEP))
            except (OSError, EOFError, pa.ArrowException) as error:
                self._error = error
                break
            if not piece:
                break
            pieces.append(piece)
            left -= len(piece)
        if self._error and not pieces:
            raise self._error
        return b"".join(pieces)
