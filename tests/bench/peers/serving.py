"""Starts one of the three, waits until it answers with its page, and stops it again."""

from __future__ import annotations

import http.client
import json
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.bench import machine
from tests.bench.peers import content, site
from tests.browser.server import HOST, ROOT, _free_port

SECONDS = 60


@dataclass(frozen=True)
class Peer:
    """One of the three: how it is started, and where its two pages are."""

    name: str
    command: tuple[str, ...]
    statistics: str
    campaigns: str


@dataclass(frozen=True)
class Running:
    """A started peer: its address, its process, and the seconds until it first answered."""

    peer: Peer
    url: str
    process: subprocess.Popen[bytes]
    seconds: float

    @property
    def port(self) -> int:
        """Where it listens."""
        return int(self.url.rpartition(":")[2])

    def computed(self) -> float:
        """Seconds of computing of the server so far."""
        return machine.computed(self.process.pid)


def ours() -> Peer:
    """The app as it is served."""
    command = (
        sys.executable, "-m", "streamlit", "run", "utils/serve/start.py",
        "--server.port", "{port}", "--server.headless", "true",
    )  # fmt: skip
    measured = f"campaign={content.CAMPAIGN}&measure={content.MEASURE}"
    statistics = f"/statistics?indicator={content.STATISTIC}"
    return Peer("ours", command, statistics, f"/campaigns?{measured}")


def prepared(folder: Path) -> dict[str, Peer]:
    """Writes what the peers need; all three by name, ours first."""
    made: dict[str, Any] = {
        "statistics": content.statistics(),
        "campaigns": content.campaigns(),
        "columns": site.COLUMNS,
    }
    (folder / "content.json").write_text(json.dumps(made))
    (folder / "site").mkdir(exist_ok=True)
    site.write(folder / "site", made["statistics"], made["campaigns"])
    python, port = sys.executable, "{port}"
    peers = (
        ours(),
        Peer(
            "dash",
            (python, "-m", "tests.bench.peers.dash_app", port, str(folder / "content.json")),
            "/",
            "/campaigns/",
        ),
        Peer(
            "static",
            (python, "-m", "tests.bench.peers.site", port, str(folder / "site")),
            "/",
            "/campaigns.html",
        ),
    )
    return {peer.name: peer for peer in peers}


@contextmanager
def started(peer: Peer, folder: Path, root: Path = ROOT) -> Iterator[Running]:
    """Runs a peer from ``root`` until the block ends; `RuntimeError` if it does not answer."""
    port = _free_port()
    command = [part.replace("{port}", str(port)) for part in peer.command]
    log = folder / f"{peer.name}.txt"
    begun = time.monotonic()
    with log.open("w") as out:
        process = subprocess.Popen(
            command, cwd=root, stdin=subprocess.DEVNULL, stdout=out, stderr=subprocess.STDOUT
        )
    try:
        while not _answers(port, peer.statistics):
            if time.monotonic() - begun > SECONDS or process.poll() is not None:
                raise RuntimeError(f"{peer.name} did not start:\n{log.read_text()[-4_000:]}")
            time.sleep(0.01)
        yield Running(peer, f"http://{HOST}:{port}", process, time.monotonic() - begun)
    finally:
        process.terminate()
        try:
            process.wait(10)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


def _answers(port: int, path: str) -> bool:
    connection = http.client.HTTPConnection(HOST, port, timeout=5)
    try:
        connection.request("GET", path)
        return connection.getresponse().status == 200
    except (OSError, http.client.HTTPException):
        return False
    finally:
        connection.close()
