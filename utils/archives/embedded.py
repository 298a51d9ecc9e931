"""Counts on one machine: file by file, within the memory allowed, going on where it broke off."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import pyarrow as pa

from utils.archives import definition, reader, work
from utils.archives.asked import Asked
from utils.archives.found import Counted, Read, found
from utils.archives.inputs import Input, run_key
from utils.archives.raw import opened, unpacked
from utils.archives.recognise import written
from utils.archives.work import Work
from utils.model import limits

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

Progress = Callable[[int, int], None]
"""Told how many files are done, and how many bytes were read since the last time."""


def count(
    inputs: Sequence[Input],
    asked: Asked,
    out: Path,
    *,
    platform: str = "",
    memory: int = limits.ARCHIVE_MEMORY,
    progress: Progress = lambda files, size: None,
    most: int = limits.ARCHIVE_EXACT_POSTS,
) -> Counted:
    """The count of an archive. What is done so far is kept inside ``out`` until all is done.

    Beyond ``most`` posts, accounts are estimated. Raises `ArchiveError` for files that are no
    archive, of several platforms or unreadable, and if the engine is absent.
    """
    shapes = written(inputs, platform)
    key = run_key(inputs)
    with (
        work.held(out, key, asked) as kept,
        reader.connected(asked, key, kept.spill, memory) as con,
    ):
        sums = []
        for number, (one, how) in enumerate(zip(inputs, shapes, strict=True)):
            sums.append(_part(con, kept, number, one, reader.folded(one, how, asked), progress))
            progress(number + 1, 0)
        with reader.plain_errors("All files together"):
            _together(con, [kept.part(number) for number in range(len(inputs))])
            answers = found(lambda sql: con.execute(sql).fetchall(), asked, most)
        version = con.execute("SELECT version()").fetchall()[0][0]
    reads = tuple(map(Read, inputs, shapes, sums))
    versions = {"duckdb": str(version).removeprefix("v"), "pyarrow": pa.__version__}
    return Counted(asked, answers, reads, "embedded", versions)


def _part(
    con: DuckDBPyConnection,
    kept: Work,
    number: int,
    one: Input,
    question: str,
    progress: Progress,
) -> str:
    """Reads one file into its part, unless that is there; returns the sum of the file."""
    summed = kept.finished(number)
    if summed:
        progress(number, one.size)
        return summed
    target = _quoted(kept.part(number))
    with opened(one, lambda size: progress(number, size)) as raw:
        feed = reader.Feed(one, number, unpacked(raw, one))
        feed.into(con, lambda: con.execute(f"COPY ({question}) TO {target} (FORMAT parquet)"))
        summed = raw.rest()
    kept.finish(number, summed)
    return summed


def _together(con: DuckDBPyConnection, parts: Sequence[Path]) -> None:
    """All parts folded once more, so that a post in several files counts once."""
    named = ", ".join(map(_quoted, parts))
    question = definition.fold(f"SELECT * FROM read_parquet([{named}])")
    con.execute(f"CREATE TABLE posts AS {question}")


def _quoted(path: Path) -> str:
    return "'" + str(path).replace("'", "''") + "'"
