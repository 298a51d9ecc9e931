"""An archive cut for many workers: large plain files into stretches of whole lines."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, BinaryIO

from utils.archives.inputs import Input
from utils.archives.raw import CHUNK, opened, unpacked

LENGTH = 256_000_000
"""About how many bytes of a plain file of lines one task reads."""


@dataclass(frozen=True)
class Piece:
    """The bytes of an input from ``first`` to before ``last``; ``number`` is its place."""

    number: int
    first: int
    last: int


def pieces(inputs: Sequence[Input], length: int = LENGTH) -> list[Piece]:
    """Every byte of every input in one piece; only plain files of lines can be cut."""
    made = []
    for number, one in enumerate(inputs):
        borders = [0, one.size]
        if one.kind == "lines" and not one.packing:
            cuts = (line_start(one.path, at) for at in range(length, one.size, length))
            borders = sorted({0, *cuts, one.size})
        made += [
            Piece(number, first, last)
            for first, last in itertools.pairwise(borders)
            if first < last
        ]
    return made


def line_start(path: Path, at: int) -> int:
    """Where the first line begins that begins at ``at`` or later; the size if none does."""
    with path.open("rb") as file:
        file.seek(max(0, at - 1))
        begins = file.tell()
        while piece := file.read(CHUNK):
            found = piece.find(b"\n")
            if found >= 0:
                return begins + found + 1 if at else 0
            begins += len(piece)
    return begins


@contextmanager
def stretch(one: Input, piece: Piece) -> Iterator[Any]:
    """The plain bytes of a piece, with `read(size)`."""
    if piece.first == 0 and piece.last == one.size:
        with opened(one) as raw:
            yield unpacked(raw, one)
    else:
        with one.path.open("rb") as file:
            file.seek(piece.first)
            yield _Stretch(file, piece.last - piece.first)


class _Stretch:
    def __init__(self, file: BinaryIO, left: int) -> None:
        self._file, self._left = file, left

    def read(self, size: int) -> bytes:
        piece = self._file.read(min(size, self._left))
        self._left -= len(piece)
        return piece
