"""The benchmark of uploads itself: it runs, cleans up, and the memory it finds is bounded."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from tests.bench import __main__ as bench
from tests.bench import take_away, uploads
from tests.bench.uploads import Measured
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


@pytest.mark.parametrize(("seconds", "verdict"), [(3.0, "3.0 times: kept"), (3.2, "missed")])
def test_the_report_states_the_limit_and_whether_it_was_kept(seconds: float, verdict: str) -> None:
    found = Measured(1_000_000, 210.4, 1.0, seconds, 487.2, 55)
    made = take_away.Measured(20, 1.5, 0.5, seconds - 1.1, 2.5, 1, 1, 0.1, 0.1)
    text = bench.report([bench.Line("Start", 1, 0.5, "s")], [], found, made, "made-up machine", 3)
    section = text.partition("## A large export")[2]
    for figure in ("1,000,000", "210 MB", "1.00 s", f"{seconds:.2f} s", "487 MB", "55", verdict):
        assert f"{figure} |" in section, figure
    assert "Ours to parsing alone (limit 3)" in section
    verdict = "kept" if seconds == 3.0 else "missed"
    assert f"20 claims as slides (PPTX) (limit 2 s) | {seconds - 1.1:.2f} s: {verdict} |" in text
    assert "20 claims as an evidence pack (limit 3 s) | 2.50 s: kept |" in text
    assert "| Start | 1.00 s | 0.50 s | 2.0 |" in text
