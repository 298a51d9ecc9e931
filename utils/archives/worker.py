"""What a worker of Spark does: reads its pieces with the embedded engine and hands on their sums.

Only this file and what it imports travels to the workers.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

import pyarrow as pa

from utils.archives import reader
from utils.archives.asked import Asked
from utils.archives.inputs import Input
from utils.archives.pieces import Piece, stretch
from utils.archives.raw import opened
from utils.archives.shapes import Shape

FOLDED = pa.schema(
    {
        "id": pa.int64(),
        "reason": pa.string(),
        "day": pa.date32(),
        "mask": pa.int64(),
        "account": pa.int64(),
        **dict.fromkeys(("likes", "reposts", "replies", "views", "lines"), pa.int64()),
    }
)
"""The columns of `definition.fold`."""

Batches = Iterator[pa.RecordBatch]


@dataclass(frozen=True)
class Task:
    """All that a worker has to know. The key travels in memory and is in no text."""

    inputs: Sequence[Input]
    shapes: Sequence[Shape]
    pieces: Sequence[Piece]
    asked: Asked
    key: str
    memory: int


def reading(task: Task) -> Callable[[Batches], Batches]:
    """A function from numbers of pieces to their folded posts."""

    def read(numbers: Batches) -> Batches:
        for batch in numbers:
            for number in batch.column(0).to_pylist():
                yield from _piece(task, task.pieces[number])

    return read


def _piece(task: Task, piece: Piece) -> Batches:
    one, shape = task.inputs[piece.number], task.shapes[piece.number]
    question = reader.folded(one, shape, task.asked)
    with (
        TemporaryDirectory() as spill,
        reader.connected(task.asked, task.key, Path(spill), task.memory, threads=1) as con,
        stretch(one, piece) as stream,
    ):
        feed = reader.Feed(one, piece.number, stream, begins=piece.first == 0)
        folded = feed.into(con, lambda: con.execute(question).to_arrow_table())
    yield from folded.cast(FOLDED).to_batches(max_chunksize=20_000)


def summing(inputs: Sequence[Input]) -> Callable[[Batches], Batches]:
    """A function from numbers of inputs to their numbers and sums."""

    def read(numbers: Batches) -> Batches:
        for batch in numbers:
            found = batch.column(0).to_pylist()
            sums = [_sum(inputs[number]) for number in found]
            yield pa.record_batch({"number": pa.array(found, pa.int64()), "sum": pa.array(sums)})

    return read


def _sum(one: Input) -> str:
    with opened(one) as raw:
        return raw.rest()
