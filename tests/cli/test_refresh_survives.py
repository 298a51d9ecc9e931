"""Refresh survives full disks, kill -9 and company: old or new figures, never a mixture."""

from __future__ import annotations

import datetime as dt
import itertools
import os
import random
import socket
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.cli.live_house import SERIES, door, move_in, records, world_bank
from tests.download.fault_server import Server, http, serving
from utils import catalog
from utils.cli.refresh import Run, refresh
from utils.store import generations, lock, snapshot
from utils.store.verify import verify

pytestmark = pytest.mark.allow_hosts(["127.0.0.1", "::1"])
ROOT = Path(__file__).parents[2]
TODAY = dt.datetime(2026, 11, 25, 12, tzinfo=dt.UTC)
OTHER = "us-anxiety-symptoms"


class Versions:
    """A publisher whose figures are a little higher each time it is asked."""

    def __init__(self) -> None:
        self.asked = 0
        self.hold: threading.Event | None = None

    def answer(self, connection: socket.socket, path: str) -> None:
        self.asked += 1
        if self.hold:
            self.hold.wait(100)
        factor = 1 + (self.asked % 7) / 100
        rows = records(factor)
        connection.sendall(http(world_bank(rows, lastupdated=f"2026-01-{self.asked % 28 + 1:02}")))


@pytest.fixture
def house(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[tuple[Server, Versions]]:
    monkeypatch.setenv("GROUNDSWELL_STORE", os.environ["GROUNDSWELL_STORE"])
    versions = Versions()
    with serving(versions.answer) as server:
        move_in(monkeypatch.setattr, server.url, tmp_path)
        yield server, versions


def run() -> Run:
    return refresh([catalog.indicator(SERIES)], door(), lambda *_: None, lambda: TODAY)


def one_version() -> float:
    """The factor of what is in use; fails if rows of two versions stand side by side."""
    evidence = snapshot.read(SERIES)
    made = {(one["countryiso3code"], one["date"]): one["value"] for one in records()}
    factors = {
        round(row["value"] / made[row["place"], f"{row['start']:%Y}"], 2)
        for _, row in evidence.rows.iterrows()
    }
    assert len(evidence) == 110
    assert len(factors) == 1
    return factors.pop()


STEPS: dict[str, tuple[object, str]] = {
    "write": (os, "write"),
    "fsync": (os, "fsync"),
    "replace": (Path, "replace"),
    "mkdir": (Path, "mkdir"),
}


@pytest.mark.parametrize("step", STEPS)
def test_whichever_write_fails_the_old_figures_stay_or_the_new_ones_are_whole(
    step: str, house: tuple[Server, Versions], monkeypatch: pytest.MonkeyPatch
) -> None:
    run()
    owner, name = STEPS[step]
    real: Callable[..., object] = getattr(owner, name)
    for k in itertools.count(1):
        calls = []

        def failing(*arguments: object, **named: object) -> object:
            calls.append(arguments)  # noqa: B023 - used within this turn of the loop
            if len(calls) == k:  # noqa: B023
                raise OSError(28, "No space left on device")
            return real(*arguments, **named)

        before = one_version()
        with monkeypatch.context() as broken:
            broken.setattr(owner, name, failing)
            try:
                found = run().outcomes[0].result
            except OSError:  # the very last one, of the memory of visits
                found = "raised"
        after = one_version()
        assert verify(SERIES, generations.current(generations.root())) == []
        if len(calls) < k:
            assert found == "new"
            break
        assert found in ("failed", "raised")
        # past the swap of the pointer a failure comes too late to keep the old figures in use
        assert after == before or found == "raised" or step in ("fsync", "replace")
    assert k > 1
    assert run().well
    assert not list(generations.root().rglob(".*.new"))


def started(server: Server, folder: Path) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-m", "tests.cli.refresh_process", server.url, str(folder)]
    return subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE)


def killed(rounds: int, house: tuple[Server, Versions], folder: Path) -> set[str]:
    """Kills so many refreshes at random moments after their first question."""
    server, versions = house
    chance, seen = random.Random(7), set()
    run()
    for _ in range(rounds):
        before, asked = one_version(), versions.asked
        process = started(server, folder)
        for _ in range(400):
            if versions.asked > asked or process.poll() is not None:
                break
            threading.Event().wait(0.05)
        threading.Event().wait(chance.uniform(0, 1.5))
        process.kill()
        process.communicate()
        seen.add("old" if one_version() == before else "new")
        assert verify(SERIES, generations.current(generations.root())) == []
    assert run().well
    assert not list(generations.root().rglob(".*.new"))
    return seen


def test_a_few_kills(house: tuple[Server, Versions], tmp_path: Path) -> None:
    assert killed(2, house, tmp_path) <= {"old", "new"}


@pytest.mark.slow
@pytest.mark.timeout(3_600)
def test_two_hundred_kills(house: tuple[Server, Versions], tmp_path: Path) -> None:
    assert killed(200, house, tmp_path) == {"old", "new"}


@pytest.mark.parametrize("many", [3, pytest.param(8, marks=pytest.mark.slow)])
def test_of_many_at_once_one_writes(
    many: int, house: tuple[Server, Versions], tmp_path: Path
) -> None:
    server, versions = house
    versions.hold = threading.Event()
    processes = [started(server, tmp_path) for _ in range(many)]
    waiting = list(processes)
    for _ in range(1_000):
        waiting = [one for one in processes if one.poll() is None]
        if len(waiting) == 1:
            break
        threading.Event().wait(0.1)
    assert len(waiting) == 1
    versions.hold.set()
    told = sorted(one.communicate()[0].decode() for one in processes)
    assert told == ["new", *["running"] * (many - 1)]
    assert [one.returncode for one in processes] == [0] * many
    assert len(generations.numbered(generations.root())) == 1
    assert versions.asked == 1


def test_a_second_refresh_leaves_at_once(house: tuple[Server, Versions]) -> None:
    with lock.held(generations.root()), pytest.raises(lock.LockedError):
        run()
    assert run().well


def test_what_lies_half_done_is_swept(house: tuple[Server, Versions]) -> None:
    store = generations.root()
    for folder in (store, store / "raw", store / "generations" / ".000009.new"):
        folder.mkdir(parents=True, exist_ok=True)
        (folder / ".CURRENT.new").write_bytes(b"0000")
    (store / "generations" / "000007").mkdir()  # renamed, but the pointer was never swapped
    assert run().well
    assert one_version() == 1.01
    assert not list(store.rglob(".*.new"))


def test_a_lost_pointer_is_found_again(house: tuple[Server, Versions]) -> None:
    run()
    run()
    for content in (b"", b"\xff", b"../../etc", b"000099"):
        (generations.root() / "CURRENT").write_bytes(content)
        assert one_version() == 1.02
