"""A count that was broken off goes on with the next file; nothing of it stays behind."""

from __future__ import annotations

import contextlib
import datetime as dt
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.archives import made
from tests.archives.made import TODAY, Post, plain_count, told
from utils.archives import embedded, work
from utils.archives.asked import ask
from utils.archives.errors import ArchiveError
from utils.archives.inputs import find, run_key

DAY = dt.date(2024, 10, 10)
ASKED = ask(["wmhd"], TODAY)
ROOT = Path(__file__).parents[2]


class BreakOff(BaseException):
    """Stands for Ctrl-C or a loss of power."""


def archive(folder: Path) -> list[Post]:
    posts = [Post(str(n), f"account {n % 7}", DAY, "#wmhd", likes=n) for n in range(60)]
    for number in range(3):
        data = made.lines([*posts[20 * number : 20 * (number + 1)], posts[0]])
        (folder / f"{number}.jsonl").write_bytes(data)
    return posts


def broken_off(folder: Path, out: Path, files: int) -> None:
    def progress(done: int, size: int) -> None:
        if done >= files:
            raise BreakOff

    with pytest.raises(BreakOff):
        embedded.count(find([str(folder)]), ASKED, out, progress=progress)


def test_what_was_read_is_not_read_again(tmp_path: Path) -> None:
    posts = archive(tmp_path)
    out = tmp_path / "out"
    broken_off(tmp_path, out, 2)
    (kept,) = out.glob(f"{work.PREFIX}*")
    assert kept.stat().st_mode & 0o777 == 0o700
    parts = sorted(kept.glob("*.parquet"))
    assert len(parts) == 2
    before = [one.stat().st_mtime_ns for one in parts]
    seen: list[list[int]] = []

    def progress(done: int, size: int) -> None:
        if not seen and all(one.exists() for one in parts):
            seen.append([one.stat().st_mtime_ns for one in parts])

    found = embedded.count(find([str(tmp_path)]), ASKED, out, progress=progress)
    assert seen == [before]
    assert told(found) == plain_count(posts, ["wmhd"])
    assert not list(out.glob(".*"))


def test_a_half_written_part_is_read_again(tmp_path: Path) -> None:
    posts = archive(tmp_path)
    out = tmp_path / "out"
    broken_off(tmp_path, out, 2)
    part = next(out.glob(f"{work.PREFIX}*/*.parquet"))
    part.write_bytes(part.read_bytes()[:-9])
    assert told(embedded.count(find([str(tmp_path)]), ASKED, out)) == plain_count(posts, ["wmhd"])


def test_other_files_or_hashtags_begin_anew(tmp_path: Path) -> None:
    archive(tmp_path)
    out = tmp_path / "out"
    broken_off(tmp_path, out, 1)
    (old,) = out.glob(f"{work.PREFIX}*")
    (tmp_path / "3.jsonl").write_bytes(made.lines([Post("99", "new", DAY, "#wmhd")]))
    found = embedded.count(find([str(tmp_path)]), ASKED, out)
    assert found.found.seen == {DAY: 61}
    assert not old.exists()


def test_one_count_at_a_time_in_a_folder(tmp_path: Path) -> None:
    archive(tmp_path)
    inputs = find([str(tmp_path)])
    with (
        work.held(tmp_path / "out", run_key(inputs), ASKED),
        pytest.raises(ArchiveError, match="Another count"),
    ):
        embedded.count(inputs, ASKED, tmp_path / "out")


@pytest.mark.slow
def test_a_count_that_is_killed_goes_on(tmp_path: Path) -> None:
    posts = [Post(str(n), f"a{n % 999}", DAY, "#wmhd " + "x" * 200, likes=n) for n in range(40_000)]
    for number in range(6):
        (tmp_path / f"{number}.jsonl").write_bytes(made.lines(posts[number * 6_000 :]))
    out = tmp_path / "out"
    command = [sys.executable, "-m", "utils.cli", "count", str(tmp_path), "--hashtags", "wmhd"]
    command += ["--out", str(out), "--date", str(TODAY)]
    process = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    end = time.monotonic() + 100
    while not list(out.glob(f"{work.PREFIX}*/*.json")) and time.monotonic() < end:
        with contextlib.suppress(subprocess.TimeoutExpired):
            process.wait(0.02)
    process.send_signal(signal.SIGKILL)
    process.communicate()
    assert list(out.glob(f"{work.PREFIX}*/*.json"))
    assert told(embedded.count(find([str(tmp_path)]), ASKED, out)) == plain_count(posts, ["wmhd"])
    assert not list(out.glob(".*"))
