"""Archives in columns, CSV and Parquet: their rows in batches, under the names of one table."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Sequence
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from utils.archives.columns import NAMES, SCHEMA, places
from utils.archives.definition import TROUBLES
from utils.archives.inputs import Input
from utils.model import limits

_WIDTH, _BROKEN, _LETTERS = (
    TROUBLES.index(one) for one in ("row of another width", "file breaks off", "not UTF-8")
)
_ROWS = 20_000

Batch = Any
"""Rows as they stand in a file (a record batch), or the number of a trouble in their place."""


def batches(stream: Any, one: Input, number: int) -> Iterator[pa.RecordBatch]:
    """The rows of a table by `SCHEMA`; ``number`` is that of the input.

    Raises `ArchiveError` if no column can be the day, or none holds text or hashtags.
    """
    at = 0
    for batch in _parquet(one) if one.kind == "parquet" else _csv(stream, one):
        made = _trouble(batch) if isinstance(batch, int) else _named(batch, f"{number}:", at)
        at += len(made)
        yield made


def _parquet(one: Input) -> Iterator[Batch]:
    import pyarrow.parquet as pq

    try:
        with pq.ParquetFile(one.path) as file:
            found = places(file.schema_arrow.names, one.path.name)
            names = [file.schema_arrow.names[place] for place in found.values()]
            for batch in file.iter_batches(_ROWS, columns=names, use_threads=False):
                yield batch.select(names).rename_columns(list(found))
    except (OSError, pa.ArrowException):
        yield _BROKEN


def _csv(stream: Any, one: Input) -> Iterator[Batch]:
    head = bytes(stream.read(limits.UPLOAD_HEAD_BYTES)).removeprefix("\ufeff".encode())
    first, _, rest = head.partition(b"\n")
    line = first.decode("utf-8", "replace").rstrip("\r")
    sign = max(",;\t|", key=line.count)
    header = next(csv.reader([line], delimiter=sign), [])
    found = places(header, one.path.name)
    wrong: list[int] = []
    try:
        for batch in _opened(_Joined(rest, stream), sign, len(header), found.values(), wrong):
            yield batch.rename_columns(list(found))
            yield from wrong
            wrong.clear()
    except (OSError, EOFError, pa.ArrowException):  # its message may quote a cell
        yield _BROKEN
    yield from wrong


def _opened(
    stream: Any, sign: str, width: int, chosen: Any, wrong: list[int]
) -> Iterator[pa.RecordBatch]:
    from pyarrow import csv as pa_csv

    def skip(row: Any) -> str:
        wrong.append(_WIDTH)
        return "skip"

    columns = [str(place) for place in chosen]
    read = pa_csv.ReadOptions(
        column_names=[str(place) for place in range(width)],
        block_size=limits.ARCHIVE_LINE_BYTES,
        use_threads=False,
    )
    parse = pa_csv.ParseOptions(delimiter=sign, newlines_in_values=True, invalid_row_handler=skip)
    convert = pa_csv.ConvertOptions(
        include_columns=columns,
        column_types=dict.fromkeys(columns, pa.binary()),
        strings_can_be_null=False,
        check_utf8=False,
    )
    yield from pa_csv.open_csv(stream, read, parse, convert)


class _Joined:
    """What was read ahead, then the rest of a stream."""

    closed = False

    def __init__(self, head: bytes, stream: Any) -> None:
        self._head, self._stream = head, stream

    def read(self, size: int = -1) -> bytes:
        if self._head:
            piece, self._head = self._head[:size], self._head[size:]
            return piece
        return bytes(self._stream.read(size))


def _named(batch: pa.RecordBatch, before: str, at: int) -> pa.RecordBatch:
    """The rows by `SCHEMA`, as text; ``at`` rows of this file came before."""
    troubles = np.zeros(len(batch), "int8")
    columns = {name: _text(batch.column(name), troubles) for name in batch.schema.names}
    ways = [before + str(at + place) for place in range(len(batch))]
    columns |= {"trouble": pa.array(troubles), "place": pa.array(ways, pa.string())}
    return _whole(columns, len(batch))


def _text(cells: pa.Array, troubles: np.ndarray[tuple[int], np.dtype[np.int8]]) -> pa.Array:
    if pa.types.is_list(cells.type) or pa.types.is_large_list(cells.type):
        return pc.binary_join(cells.cast(pa.list_(pa.string())), " ")
    try:
        return cells.cast(pa.string())
    except pa.ArrowInvalid:
        return pa.array(_one_by_one(cells.to_pylist(), troubles), pa.string())


def _one_by_one(
    cells: Sequence[bytes | None], troubles: np.ndarray[tuple[int], np.dtype[np.int8]]
) -> list[str]:
    texts = []
    for place, cell in enumerate(cells):
        try:
            texts.append((cell or b"").decode())
        except UnicodeDecodeError:
            troubles[place] = _LETTERS
            texts.append("")
    return texts


def _trouble(number: int) -> pa.RecordBatch:
    return _whole({"trouble": pa.array([number], pa.int8())}, 1)


def _whole(columns: dict[str, pa.Array], size: int) -> pa.RecordBatch:
    blank = pa.nulls(size, pa.string())
    return pa.record_batch(
        [columns.get(name, blank) for name in (*NAMES, "trouble", "place")], schema=SCHEMA
    )
