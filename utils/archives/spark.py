"""Counts on many machines with Apache Spark: the same reader in each, the same count turned."""

from __future__ import annotations

import os
import re
import sys
import zipfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from importlib import metadata
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pyarrow as pa

from utils.archives import definition, pieces, worker
from utils.archives.asked import Asked
from utils.archives.errors import ArchiveError
from utils.archives.found import Counted, Read, found
from utils.archives.inputs import Input, run_key
from utils.archives.recognise import written
from utils.model import limits

ROOMS = ("model", "archives")
"""Rooms whose files the workers need."""
SETTINGS = {
    "spark.eventLog.enabled": "false",
    "spark.io.encryption.enabled": "true",
    "spark.sql.session.timeZone": "UTC",
    "spark.ui.enabled": "false",
}
"""Nothing is written about the questions, and what workers put on their disks is in cipher."""
_TYPES = {pa.int64(): "bigint", pa.string(): "string", pa.date32(): "date"}


def turned(question: str) -> str:
    """A question of `definition` in the dialect of Spark."""
    import sqlglot

    return sqlglot.transpile(question, read="duckdb", write="spark")[0]


def count(
    inputs: Sequence[Input],
    asked: Asked,
    master: str,
    *,
    platform: str = "",
    memory: int = limits.ARCHIVE_MEMORY,
    most: int = limits.ARCHIVE_EXACT_POSTS,
    length: int = pieces.LENGTH,
) -> Counted:
    """The count of an archive that every worker can read under the same paths.

    ``memory`` is that of each reader, ``length`` that of a piece in bytes. Raises
    `ArchiveError` if pyspark is absent or no master answers at ``master``.
    """
    shapes = written(inputs, platform)
    cut = pieces.pieces(inputs, length)
    task = worker.Task(inputs, shapes, cut, asked, run_key(inputs), memory)
    with _session(master) as session:
        sums = _sums(session, inputs)
        _view(session, task)
        answers = found(
            lambda question: [tuple(row) for row in session.sql(turned(question)).collect()],
            asked,
            most,
        )
        versions = _versions(session)
    reads = tuple(map(Read, inputs, shapes, sums))
    return Counted(asked, answers, reads, "spark", versions)


def _view(session: Any, task: worker.Task) -> None:
    """The table `posts`, kept by the workers until the session ends."""
    from pyspark import StorageLevel

    columns = ", ".join(f"{one.name} {_TYPES[one.type]}" for one in worker.FOLDED)
    parts = _each(session, len(task.pieces)).mapInArrow(worker.reading(task), columns)
    parts.createOrReplaceTempView("parts")
    parallel = max(2 * session.sparkContext.defaultParallelism, len(task.pieces))
    session.conf.set("spark.sql.shuffle.partitions", str(parallel))
    posts = session.sql(turned(definition.fold("SELECT * FROM parts")))
    posts.persist(StorageLevel.DISK_ONLY).createOrReplaceTempView("posts")


def _sums(session: Any, inputs: Sequence[Input]) -> list[str]:
    """The SHA-256 of every file, each read by one worker."""
    frame = _each(session, len(inputs)).mapInArrow(
        worker.summing(inputs), "number bigint, sum string"
    )
    known = {row["number"]: row["sum"] for row in frame.collect()}
    return [known[number] for number in range(len(inputs))]


def _each(session: Any, size: int) -> Any:
    """The numbers from nought on, each a task of its own."""
    return session.range(0, size, 1, max(1, size))


@contextmanager
def _session(master: str) -> Iterator[Any]:
    try:
        import sqlglot  # noqa: F401
        from pyspark.sql import SparkSession
    except ImportError:
        raise ArchiveError(
            "Counting with Spark needs Java 17, pyspark and sqlglot, which are not installed. "
            "Install them: python -m pip install pyspark sqlglot"
        ) from None
    # workers call the Python that is here, unless somebody has said which
    os.environ.setdefault("PYSPARK_PYTHON", sys.executable)
    bar = str(sys.stderr.isatty()).lower()
    settings = SETTINGS | {"spark.ui.showConsoleProgress": bar}
    builder = SparkSession.builder.master(master).appName("groundswell count")
    with TemporaryDirectory() as folder, _plain_errors():
        session = builder.config(map=settings).getOrCreate()
        try:
            session.sparkContext.setLogLevel("OFF")  # a log may quote what it could not read
            session.sparkContext.addPyFile(str(_rooms(Path(folder))))
            yield session
        finally:
            session.stop()


@contextmanager
def _plain_errors() -> Iterator[None]:
    """Says in one sentence what Spark says in two pages, and quotes nothing of an archive."""
    from py4j.protocol import Py4JError
    from pyspark.errors import PySparkException

    try:
        yield
        return
    except (PySparkException, Py4JError) as error:
        told = re.search(r"ArchiveError: ([^\n]+)", str(error))
        missing = re.search(r"No module named '(\w+)'", str(error))
        words = told[1] if told else f"Spark gave up ({type(error).__name__})."
        if missing:
            words = (
                f"A worker of Spark lacks {missing[1]}. Install it there, or set PYSPARK_PYTHON."
            )
    raise ArchiveError(words) from None


def _rooms(folder: Path) -> Path:
    """The files that a worker needs, in one archive that Python can import from."""
    utils = Path(__file__).parents[1]
    files = [utils / "__init__.py", *(one for room in ROOMS for one in (utils / room).glob("*.py"))]
    with zipfile.ZipFile(folder / "groundswell_rooms.zip", "w") as archive:
        for one in sorted(files):
            archive.write(one, one.relative_to(utils.parent))
    return folder / "groundswell_rooms.zip"


def _versions(session: Any) -> dict[str, str]:
    return {
        **{name: metadata.version(name) for name in ("duckdb", "pyarrow", "sqlglot")},
        "spark": str(session.version),
    }
