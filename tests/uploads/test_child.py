"""The process apart: the same answer, and any death of it is an error that says why."""

from __future__ import annotations

import os
import sys
import time

import pytest

from tests.uploads import made_exports
from tests.uploads.made_exports import EVERY, csv
from utils.model import limits
from utils.uploads import child, reading, wire
from utils.uploads.errors import UploadError


def died(code: str, monkeypatch: pytest.MonkeyPatch) -> UploadError:
    """What comes of a reader that does something else."""
    monkeypatch.setattr(child, "COMMAND", [sys.executable, "-c", code])
    with pytest.raises(UploadError) as caught:
        child.read(made_exports.VOLUME_ENDS)
    return caught.value


@pytest.mark.parametrize("format", ["x-content", "linkedin-person", "google-trends"])
def test_it_reads_as_the_reader_in_this_process_does(format: str) -> None:
    apart, here = child.read(EVERY[format]), reading.read(EVERY[format])
    assert apart.understanding == here.understanding
    assert apart.reduced is not None
    assert here.reduced is not None
    assert apart.reduced.rows.equals(here.reduced.rows)
    assert apart.reduced.series == here.reduced.series
    assert apart.reduced.not_used == here.reduced.not_used
    assert apart.reduced.rows.dtypes.equals(here.reduced.rows.dtypes)


def test_questions_and_answers_cross_over() -> None:
    data = csv([["date", "numberOfDocuments"], ["01/02/2024", 15]])
    asked = child.read(data)
    assert asked.understanding == reading.read(data).understanding
    assert asked.reduced is None
    answered = child.read(data, {"date-order": "day"})
    assert str(answered.understanding.first) == "2024-02-01"


def test_an_error_crosses_over_with_its_place() -> None:
    data = csv([["date", "numberOfDocuments"], ["2024-01-01", "1,2.5,"], ["2024-01-01", "1,5"],
                ["2024-01-01", "1.5"]])  # fmt: skip
    with pytest.raises(UploadError) as caught:
        child.read(data)
    assert (caught.value.code, caught.value.column) == ("mixed-numbers", "numberOfDocuments")


def test_progress_comes_in_order_and_ends_with_all() -> None:
    line = b'"2024-01-01","made up #a","5","6"\n'
    data = b'"Date","Post text","Impressions","Likes"\n' + line * 500_000
    shares: list[float] = []
    whole = child.read(data, progress=shares.append)
    assert shares == sorted(shares)
    assert shares[-1] == 1
    assert len(set(shares)) > 1
    assert whole.reduced is not None
    assert whole.reduced.used == "about 500,000"


def test_what_hangs_is_stopped_by_the_clock(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "UPLOAD_SECONDS", 0.5)
    begun = time.monotonic()
    assert died("import time; time.sleep(60)", monkeypatch).code == "time"
    assert time.monotonic() - begun < 30, "it sleeps for a minute"


def test_a_busy_machine_is_waited_for(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "UPLOAD_SECONDS", 0.01)
    monkeypatch.setattr(limits, "UPLOAD_PATIENCE", 6_000)
    assert died("import time; time.sleep(0.3)", monkeypatch).code == "stopped", "not for time"


def test_what_counts_for_ever_is_stopped(monkeypatch: pytest.MonkeyPatch) -> None:
    code = "from utils.uploads import process; process._bound(0.2, 10**9)\nwhile True: pass"
    monkeypatch.setattr(limits, "UPLOAD_SECONDS", 100)
    begun = time.monotonic()
    assert died(code, monkeypatch).code == "time"
    assert time.monotonic() - begun < 60, "stopped by its own ceiling, before the clock"


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        ("import os; os.abort()", "memory"),
        ("import os, signal; os.kill(os.getpid(), signal.SIGKILL)", "memory"),
        ("import os, signal; os.kill(os.getpid(), signal.SIGSEGV)", "stopped"),
        ("raise SystemExit(1)", "stopped"),
        ("pass", "stopped"),
        ("print('nothing of ours')", "stopped"),
        ("import sys; sys.stdout.buffer.write((10**9).to_bytes(8, 'big') + b'{}')", "stopped"),
        ("import sys; sys.stdout.buffer.write((2).to_bytes(8, 'big') + b'[]')", "stopped"),
        (
            'import sys; t = b\'{"error": {"code": "x"}}\'\n'
            "sys.stdout.buffer.write(len(t).to_bytes(8, 'big') + t)",
            "stopped",
        ),
    ],
)
def test_every_death_is_an_error(code: str, expected: str, monkeypatch: pytest.MonkeyPatch) -> None:
    assert died(code, monkeypatch).code == expected


@pytest.mark.skipif(sys.platform == "win32", reason="Windows knows no ceiling on memory")
def test_hunger_is_an_error(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "UPLOAD_MEMORY_BYTES", 200_000_000)
    with pytest.raises(UploadError) as caught:
        child.read(bytes(250_000_000))
    assert caught.value.code == "memory"


def test_it_is_told_nothing_of_the_surroundings(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MADE_UP_API_KEY", "canary")
    code = (
        "import os, sys\n"
        "sys.exit(7 if 'MADE_UP_API_KEY' in os.environ else 0)"
    )  # fmt: skip
    monkeypatch.setattr(child, "_why", lambda status: "archive" if status == 7 else "stopped")
    assert died(code, monkeypatch).code == "stopped"
    assert "MADE_UP_API_KEY" in os.environ


def test_no_process_at_all_is_an_error(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(child, "COMMAND", ["/nowhere/python"])
    with pytest.raises(UploadError) as caught:
        child.read(made_exports.VOLUME_ENDS)
    assert caught.value.code == "memory"


def test_a_file_beyond_the_limit_starts_no_process(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "UPLOAD_BYTES", 10)
    monkeypatch.setattr(child, "COMMAND", ["/nowhere"])
    with pytest.raises(UploadError, match="larger"):
        child.read(b"x" * 11)


def test_progress_that_is_stopped_stops_the_process() -> None:
    class GoneError(Exception):
        """As Streamlit stops a page that nobody looks at any more."""

    def leave(share: float) -> None:
        raise GoneError

    line = b'"2024-01-01","made up #a","5","6"\n'
    data = b'"Date","Post text","Impressions","Likes"\n' + line * 1_000_000
    with pytest.raises(GoneError):
        child.read(data, progress=leave)


def test_the_answer_is_no_pickle() -> None:
    packed = wire.pack(reading.read(made_exports.X_CONTENT))
    length = int.from_bytes(packed[:8], "big")
    assert packed[8 : 8 + length].startswith(b'{"understanding"')
    assert b"\x80\x04\x95" not in packed
    torn = [packed[:cut] for cut in range(0, len(packed), 97)]
    for piece in torn:
        with pytest.raises(UploadError) as caught:
            wire.unpack(piece)
        assert caught.value.code == "stopped"
