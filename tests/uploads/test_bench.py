"""The benchmark of uploads itself: it runs, cleans up, and the memory it finds is bounded."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from tests.bench import uploads
from utils.model import limits


@pytest.mark.skipif(sys.platform == "win32", reason="Windows can't say what a process held")
def test_a_small_round_is_measured_and_leaves_nothing(tmp_path: Path) -> None:
    found = uploads.measure(tmp_path, rows=30_000, rounds=1)
    assert found.parse_seconds > 0
    assert found.count_seconds > 0
    assert found.steps >= 1
    assert 0 < found.peak_mb < limits.UPLOAD_MEMORY_BYTES / 1e6
    assert not list(tmp_path.iterdir())


def test_the_file_is_the_same_every_time(tmp_path: Path) -> None:
    for name in ("one", "other"):
        uploads.write(tmp_path / name, 500)
    assert (tmp_path / "one").read_bytes() == (tmp_path / "other").read_bytes()
