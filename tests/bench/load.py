"""`python -m tests.bench.load`: many visitors at once, how long each waits, what stays behind."""

from __future__ import annotations

import argparse
import random
import statistics
import sys
import threading
import time
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.bench import machine
from tests.bench.machine import computed
from tests.browser.server import Server, running
from tests.serve.visitors import get, visiting

MOST_SESSIONS, MOST_SECONDS = 200, 900
THINKING = (4.0, 6.0)
"""Seconds somebody looks at a page before the next click."""
FEW, MANY, SECONDS = 25, 100, 40.0
"""Sessions that `make bench` compares, and how long it watches them."""
PER_ADDRESS = 40
VIEWS = (
    ("overview", ("home=FRA", "home=JPN", "topic=Suicide", "topic=Anxiety")),
    ("statistics", ("indicator=suicide-rate-world&place=FRA", "place=JPN&place=CAN", "view=map")),
    ("campaigns", ("", "campaign=world-suicide-prevention-day")),
    ("sources", ("",)),
)


@dataclass
class Log:
    """Seconds of everything that was waited for, and what went wrong."""

    clicks: list[float] = field(default_factory=list)
    health: list[float] = field(default_factory=list)
    failures: list[str] = field(default_factory=list)


def visitor(port: int, number: int, until: float, log: Log) -> None:
    """Opens a page, chooses and looks, until time is up."""
    chance = random.Random(number)
    try:
        with visiting(port, f"127.0.{1 + number // PER_ADDRESS}.1") as person:
            while time.monotonic() < until:
                page, queries = chance.choice(VIEWS)
                log.clicks.append(person.timed(page, chance.choice(queries)))
                time.sleep(chance.uniform(*THINKING))
    except Exception as error:  # one visitor's trouble is a figure, not the end of the run
        log.failures.append(f"visitor {number}: {type(error).__name__}")


def watched(port: int, stop: threading.Event, log: Log) -> None:
    """Asks for the health twice a second, as a proxy or an orchestrator would."""
    while not stop.wait(0.5):
        begun = time.monotonic()
        if get(port, "/healthz").status != 200:
            log.failures.append("the server said that it is not well")
        log.health.append(time.monotonic() - begun)


def crowd(server: Server, sessions: int, seconds: float) -> Log:
    """That many visitors for that long, coming within the first tenth of it."""
    log, stop, begun = Log(), threading.Event(), time.monotonic()
    watch = threading.Thread(target=watched, args=(server.port, stop, log))
    watch.start()
    with ThreadPoolExecutor(sessions) as people:
        for number in range(sessions):
            people.submit(visitor, server.port, number, begun + seconds, log)
            time.sleep(seconds / 10 / sessions)
    stop.set()
    watch.join()
    return log


@dataclass(frozen=True)
class Crowd:
    """Many sessions at once: what a click waits for, and what one costs beside a few sessions."""

    median: float
    p95: float
    clicks: int
    failures: int
    times: float


def measure(folder: Path) -> Crowd:
    """A hundred sessions that each change something every five seconds, after a few did."""
    with running(folder / "crowd.txt") as server:
        crowd(server, 4, 15)  # every page once, so that nothing is loaded for the first time
        costs = []
        for sessions in (FEW, MANY):
            before = computed(server.process.pid)
            log = crowd(server, sessions, SECONDS)
            costs.append((computed(server.process.pid) - before) / max(1, len(log.clicks)))
    cuts = statistics.quantiles(log.clicks, n=20)
    return Crowd(cuts[9], cuts[18], len(log.clicks), len(log.failures), costs[1] / costs[0])


def told(name: str, found: Sequence[float]) -> str:
    """Median, 95th percentile and longest, in seconds."""
    cuts = statistics.quantiles(found, n=20)
    figures = {"median": cuts[9], "p95": cuts[18], "longest": max(found)}
    return f"{name}: {len(found)}, " + ", ".join(f"{k} {v:.2f} s" for k, v in figures.items())


def main(arguments: Sequence[str] | None = None) -> int:
    """Measures and prints; 1 if anything failed on the way."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sessions", type=int, default=100, help=f"at most {MOST_SESSIONS}")
    parser.add_argument("--seconds", type=float, default=300, help=f"at most {MOST_SECONDS}")
    parser.add_argument("--rest", type=float, default=150, help="seconds to wait after they left")
    asked = parser.parse_args(arguments)
    sessions, seconds = min(asked.sessions, MOST_SESSIONS), min(asked.seconds, MOST_SECONDS)
    print(machine.described("no browser"))
    with TemporaryDirectory() as folder, running(Path(folder) / "log.txt") as server:
        for _ in range(2):  # every page once, so that nothing is loaded for the first time
            crowd(server, 4, 5)
        before = machine.resident(server.process.pid)
        log = crowd(server, sessions, seconds)
        during = machine.resident(server.process.pid)
        time.sleep(min(asked.rest, MOST_SECONDS))  # Streamlit keeps a session 120 s after it left
        with visiting(server.port) as last:
            last.asks("overview")
        after = machine.resident(server.process.pid)
    print(f"{sessions} visitors for {seconds:.0f} s")
    print(told("clicks", log.clicks))
    print(told("/healthz", log.health))
    print(f"memory: {before:.0f} MB before, {during:.0f} MB at the end, {after:.0f} MB later")
    print(f"failures: {len(log.failures)}", *log.failures[:10], sep="\n  ")
    return 1 if log.failures else 0


if __name__ == "__main__":
    sys.exit(main())
