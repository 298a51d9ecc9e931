"""The embedded engine as a reader: one file in, its posts folded, everybody in it unreadable.

The same connection reads on one machine and in every worker of many.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pyarrow as pa

from utils.archives import columns, definition, lines, tables
from utils.archives.asked import Asked
from utils.archives.errors import ArchiveError
from utils.archives.inputs import Input
from utils.archives.marks import marker
from utils.archives.shapes import Shape
from utils.model import limits

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

OVERHEAD = 400_000_000
"""Memory for Python, Arrow and the stretch of a file at hand, which the engine can't count."""
_PER_THREAD = 125_000_000


@contextmanager
def connected(
    asked: Asked,
    key: str,
    spill: Path,
    memory: int = limits.ARCHIVE_MEMORY,
    threads: int = 0,
) -> Iterator[DuckDBPyConnection]:
    """A connection that knows the hashtags and the key of the run, and closes at the end.

    What does not fit into memory goes to ``spill``: sums of ids and numbers, nothing else,
    because only they reach a step that has to hold all of its rows. Raises `ArchiveError` if
    the engine is not installed.
    """
    try:
        import duckdb
        from duckdb.func import PythonUDFType
    except ImportError:
        raise ArchiveError(
            "Counting archives needs the library DuckDB, which is not installed. Install it: "
            "python -m pip install duckdb"
        ) from None
    room = max(memory - OVERHEAD, _PER_THREAD)
    settings: dict[str, str | bool | int | float | list[str]] = {
        "memory_limit": f"{room // 1_000_000}MB",
        "threads": threads or max(1, min(os.cpu_count() or 1, room // _PER_THREAD)),
        "preserve_insertion_order": False,
        "autoinstall_known_extensions": False,
        "autoload_known_extensions": False,
        "temp_directory": str(spill),
    }
    with duckdb.connect(":memory:", config=settings) as connection:
        connection.execute("SET VARIABLE key = ?", [key])
        connection.create_function(
            "asked_for", marker(asked), ["VARCHAR"], "BIGINT", type=PythonUDFType.ARROW
        )
        yield connection


@contextmanager
def plain_errors(what: str) -> Iterator[None]:
    """Turns what the engine says into an `ArchiveError`: its own words may quote a post."""
    import duckdb

    try:
        yield
        return
    except duckdb.InterruptException:
        raise KeyboardInterrupt from None
    except duckdb.OutOfMemoryException:
        words = "there is too little memory. Give more with --memory"
    except duckdb.IOException:
        words = "the disk can't be read or written, or is full. Look at it and start again"
    except duckdb.Error as error:
        words = f"the engine stopped ({type(error).__name__}). Leave the file out, or tell us"
    raise ArchiveError(f"{what}: {words}.") from None


class Feed:
    """The batches of one file for the engine; what goes wrong in reading is raised as it was."""

    def __init__(self, one: Input, number: int, stream: Any, *, begins: bool = True) -> None:
        self._error: ArchiveError | None = None
        self._name = one.path.name
        if one.kind == "lines":
            schema, made = lines.SCHEMA, lines.batches(stream, begins=begins)
        else:
            schema, made = columns.SCHEMA, tables.batches(stream, one, number)
        self._reader = pa.RecordBatchReader.from_batches(schema, self._guarded(made))

    def _guarded(self, made: Iterator[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
        try:
            yield from made
        except ArchiveError as error:
            self._error = error

    def into(self, connection: DuckDBPyConnection, work: Callable[[], Any]) -> Any:
        """Does the work while `lines` is this file; raises the `ArchiveError` of reading."""
        connection.register("lines", self._reader)
        try:
            with plain_errors(self._name):
                return work()
        finally:
            connection.unregister("lines")
            if self._error:
                raise self._error


def folded(one: Input, shape: Shape, asked: Asked) -> str:
    """The question that folds what is registered as `lines`."""
    parsed = definition.json_lines(shape) if one.kind == "lines" else columns.parsed()
    return definition.fold(definition.posts(shape, asked, parsed))
