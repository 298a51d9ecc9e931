"""Lines of an archive in batches of a few megabytes, however long or broken a line may be."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import numpy as np
import numpy.typing as npt
import pyarrow as pa

from utils.archives.definition import TROUBLES
from utils.archives.raw import CHUNK
from utils.model import limits

SCHEMA = pa.schema({"line": pa.string(), "trouble": pa.int8(), "place": pa.string()})
"""What a batch has: the text, a number of `TROUBLES`, and no place, for these posts have ids."""

BLANK, LONG, LETTERS, BROKEN = (
    TROUBLES.index(one) for one in ("blank", "line too long", "not UTF-8", "file breaks off")
)
_MARK = "\ufeff".encode()
_NEWLINE, _RETURN = ord("\n"), ord("\r")


def batches(stream: Any, *, begins: bool = True, size: int = CHUNK) -> Iterator[pa.RecordBatch]:
    """Every line of a plain stream with `read(size)`, which ``begins`` its file or a later line.

    A line that is too long is never held whole. Where the packing of a file breaks off, what
    came before is given, and one entry that says so.
    """
    rest, dropping = b"", False
    while True:
        piece = _read(stream, size)
        if not piece:
            break
        piece, begins = piece.removeprefix(_MARK) if begins else piece, False
        if dropping:
            _, newline, piece = piece.partition(b"\n")
            dropping = not newline
        text, rest = _cut(rest + piece)
        if text:
            yield _batch(text)
        if len(rest) > limits.ARCHIVE_LINE_BYTES:
            rest, dropping = b"", True
            yield _told(LONG)
    if piece is None:
        yield _told(BROKEN)
    elif rest:
        yield _batch(rest + b"\n")


def _read(stream: Any, size: int) -> bytes | None:
    """The next bytes; nothing at the end, `None` where the packing breaks off."""
    try:
        return bytes(stream.read(size))
    except (OSError, EOFError, pa.ArrowException):
        return None


def _cut(data: bytes) -> tuple[bytes, bytes]:
    end = data.rfind(b"\n") + 1
    return data[:end], data[end:]


def _batch(text: bytes) -> pa.RecordBatch:
    raw = np.frombuffer(text, "uint8")
    ends = np.flatnonzero(raw == _NEWLINE) + 1
    offsets = np.concatenate([[0], ends])
    lengths = np.diff(offsets)
    troubles = np.zeros(len(ends), "int8")
    troubles[(lengths == 1) | ((lengths == 2) & (raw[offsets[:-1]] == _RETURN))] = BLANK
    troubles[lengths > limits.ARCHIVE_LINE_BYTES] = LONG
    buffers = [None, pa.py_buffer(offsets.astype("int32")), pa.py_buffer(text)]
    lines = pa.BinaryArray.from_buffers(pa.binary(), len(ends), buffers)
    try:
        if (troubles == LONG).any():
            raise pa.ArrowInvalid
        clean = lines.cast(pa.string())
    except pa.ArrowInvalid:  # at most one batch in hand is looked at line by line
        clean = _one_by_one(lines, troubles)
    return _made(clean, troubles)


def _one_by_one(lines: pa.Array, troubles: npt.NDArray[np.int8]) -> pa.Array:
    """The lines that are text; the others empty, and marked."""
    kept = []
    for place, line in enumerate(lines.to_pylist()):
        try:
            kept.append("" if troubles[place] else line.decode())
        except UnicodeDecodeError:
            troubles[place] = LETTERS
            kept.append("")
    return pa.array(kept, pa.string())


def _told(trouble: int) -> pa.RecordBatch:
    return _made(pa.array([""], pa.string()), np.array([trouble], "int8"))


def _made(lines: pa.Array, troubles: npt.NDArray[np.int8]) -> pa.RecordBatch:
    places = pa.nulls(len(lines), pa.string())
    return pa.record_batch([lines, pa.array(troubles, pa.int8()), places], schema=SCHEMA)
