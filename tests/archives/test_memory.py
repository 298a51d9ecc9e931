"""Far more posts than fit are counted within the memory allowed, and what spills names nobody."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.archives.made import ACCOUNT, TEXT

ROOT = Path(__file__).parents[2]
POSTS, FILES = 1_200_000, 2
MEMORY = 600
PROGRAM = """
import resource, sys
from utils.cli.__main__ import main
code = main(sys.argv[1:])
print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1_000)
sys.exit(code)
"""
LINE = (
    '{{"id":"{n}","author_id":"{account}{n}","created_at":"2024-10-{day:02}T00:00:00.000Z",'
    '"text":"{text} #wmhd","public_metrics":{{"like_count":1}}}}\n'
)


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    folder = tmp_path / "in"
    folder.mkdir()
    for start in range(0, POSTS, POSTS // FILES):
        with (folder / f"{start}.jsonl").open("w") as file:
            for n in range(start, start + POSTS // FILES):
                file.write(LINE.format(n=n, account=ACCOUNT, day=1 + n % 28, text=TEXT))
    return folder


def spilt(folder: Path) -> bytes:
    """The beginning of every file that waits on disk, as long as it is there."""
    found = b""
    for one in folder.glob(".count-*/spill/*"):
        try:
            with one.open("rb") as file:
                found += file.read(1_000_000)
        except FileNotFoundError:
            continue
    return found


@pytest.mark.slow
@pytest.mark.timeout(1_200)
def test_the_memory_allowed_is_enough_and_nobody_spills(archive: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    command = ["count", str(archive), "--hashtags", "wmhd", "--out", str(out)]
    process = subprocess.Popen(
        [sys.executable, "-c", PROGRAM, *command, "--memory", f"{MEMORY}MB"],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )
    seen = 0
    while process.poll() is None:
        piece = spilt(out)
        seen += len(piece)
        assert ACCOUNT.encode() not in piece
        assert TEXT.encode() not in piece
        try:
            process.wait(0.1)
        except subprocess.TimeoutExpired:
            continue
    assert process.stdout is not None
    said = process.stdout.read()
    assert process.returncode == 0
    assert seen > 1_000_000, "nothing was spilt: give more posts"
    assert int(said.split()[-1]) < MEMORY
    table = (out / "tables" / "archive-wmhd-accounts.csv").read_text().splitlines()
    shown = [float(line.split(",")[5]) for line in table[1:] if ",all," in line]
    assert sum(shown) == pytest.approx(POSTS, rel=0.02)
