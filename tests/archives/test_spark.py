"""A real Spark, a master and two workers on loopback, counts like the embedded engine does.

Needs Java 17 and a Python with pyspark: `make test-all` makes one. Where it is absent these
tests fail; they are never passed over in silence.
"""

from __future__ import annotations

import json
import os
import random
import shutil
import signal
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import IO

import pytest

from tests.archives import made
from tests.archives.made import CANARIES, TODAY, Post
from utils.archives import embedded
from utils.archives.asked import ask
from utils.archives.inputs import find
from utils.cli.count_output import write

ROOT = Path(__file__).parents[2]
PYTHON = Path(os.environ.get("GROUNDSWELL_SPARK_PYTHON", ROOT / ".venv-spark" / "bin" / "python"))
TAGS = ("wmhd", "café", "日本")
pytestmark = [pytest.mark.slow, pytest.mark.timeout(1_800)]


@dataclass
class Cluster:
    """A master and the workers that are alive."""

    master: str
    home: Path
    work: Path
    processes: list[subprocess.Popen[str]]

    def start(self, kind: str, *options: str) -> subprocess.Popen[str]:
        """Starts a master or a worker in a group of its own."""
        process = subprocess.Popen(
            [self.home / "bin" / "spark-class", f"org.apache.spark.deploy.{kind}", *options],
            env=environment() | {"SPARK_HOME": str(self.home)},
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            text=True,
            start_new_session=True,
        )
        self.processes.append(process)
        return process

    def worker(self) -> subprocess.Popen[str]:
        """Starts a worker with one core and waits until the master knows it."""
        folder = self.work / str(len(self.processes))
        options = ("--host", "127.0.0.1", "--cores", "1", "--memory", "1g", "--webui-port", "0")
        process = self.start("worker.Worker", *options, "--work-dir", str(folder), self.master)
        until(process.stderr, "Successfully registered")
        return process


def environment() -> dict[str, str]:
    return os.environ | {
        "SPARK_LOCAL_IP": "127.0.0.1",
        "PYSPARK_PYTHON": str(PYTHON),
        "PYTHONPATH": "",
        "PYTHONDONTWRITEBYTECODE": "1",
    }


def until(stream: IO[str] | None, words: str) -> str:
    """The first line with these words."""
    assert stream is not None
    lines = []
    for line in stream:
        lines.append(line)
        if words in line:
            return line
    pytest.fail(f"Spark ended before it said '{words}':\n{''.join(lines[-20:])}")


@pytest.fixture(scope="module")
def cluster(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Cluster]:
    if not PYTHON.exists() or not shutil.which("java"):
        pytest.fail(f"No Java, or no Python with pyspark at {PYTHON}: run `make test-all`.")
    asked = [PYTHON, "-c", "import pyspark; print(pyspark.__path__[0])"]
    home = Path(subprocess.run(asked, capture_output=True, text=True, check=True).stdout.strip())
    made_up = Cluster("", home, tmp_path_factory.mktemp("spark"), [])
    try:
        options = ("--host", "127.0.0.1", "--port", "0", "--webui-port", "0")
        master = made_up.start("master.Master", *options)
        made_up.master = until(master.stderr, "Starting Spark master at").split()[-1]
        yield made_up
    finally:
        for process in made_up.processes:
            if process.poll() is None:
                os.killpg(process.pid, signal.SIGKILL)
            process.communicate()


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Posts in plain, packed and broken lines, many of them twice."""
    dice = random.Random(3)
    texts = ["#wmhd today", "#WMHD and #CAFE\u0301", "#日本 #wmhd", "nothing", "x#wmhd"]
    posts = [
        Post(
            f"9071234567890{dice.randrange(9_000)}",
            f"{made.ACCOUNT} {dice.randrange(800)}",
            TODAY.replace(day=dice.randint(1, 9)),
            f"{made.TEXT} {dice.choice(texts)}",
            likes=dice.randrange(50),
        )
        for _ in range(9_000)
    ]
    lines = made.lines(posts[:6_000]).splitlines(keepends=True)
    lines[::501] = [b"{broken\n", b"\n", b"\xff\n", b'{"id": "1\x00"}\n'] * 3
    return made.written(
        tmp_path_factory.mktemp("archive") / "in",
        a_jsonl=b"".join(lines),
        b_jsonl_gz=made.packed(made.lines(posts[5_000:], "x-v1"), ".gz"),
        c_jsonl=b"".join(lines[:900]) + b"x" * 9_000_000,
    )


def on_spark(cluster: Cluster, archive: Path, out: Path, *options: str) -> str:
    """Counts on the cluster; what was said."""
    command = [PYTHON, "-m", "tests.archives.on_spark", cluster.master, archive, out]
    done = subprocess.run(
        [*command, "--hashtags", ",".join(TAGS), *options],
        cwd=ROOT,
        env=environment() | {"PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stderr[-3_000:]
    return done.stdout + done.stderr


def alike(archive: Path, theirs: Path, ours: Path, most: int = 1_000_000) -> None:
    counted = embedded.count(find([str(archive)]), ask(TAGS, TODAY), ours, most=most)
    write(counted, "archive", ours)
    tables = sorted(one.name for one in (ours / "tables").iterdir())
    assert len(tables) == 8
    for name in tables:
        assert (theirs / "tables" / name).read_bytes() == (ours / "tables" / name).read_bytes()
    records = [json.loads((one / "count.json").read_text()) for one in (theirs, ours)]
    assert [one.pop("engine") for one in records] == ["spark", "embedded"]
    versions = [one.pop("versions") for one in records]
    assert {"spark", "sqlglot"} == set(versions[0]) - set(versions[1])
    assert records[0] == records[1]


def nobody_in(said: str, folder: Path) -> None:
    files = [one for one in folder.rglob("*") if one.is_file()]
    said += "".join(one.read_bytes().decode("latin-1") for one in files)
    assert not [canary for canary in CANARIES[:2] if canary in said]


def test_rows_are_those_of_the_embedded_engine(
    cluster: Cluster, archive: Path, tmp_path: Path
) -> None:
    workers = [cluster.worker(), cluster.worker()]
    said = on_spark(cluster, archive, tmp_path / "spark")
    alike(archive, tmp_path / "spark", tmp_path / "embedded")
    nobody_in(said, cluster.work)
    nobody_in("", tmp_path / "spark")
    on_spark(cluster, archive, tmp_path / "estimated", "--most", "1000")
    alike(archive, tmp_path / "estimated", tmp_path / "embedded too", most=1_000)
    said = on_spark(cluster, archive, tmp_path / "hurt", "--kill", str(workers[1].pid))
    assert "killed after" in said
    assert workers[1].wait() == -signal.SIGKILL
    alike(archive, tmp_path / "hurt", tmp_path / "embedded three")
