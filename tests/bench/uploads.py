"""A made-up export of a million posts: how long and how much memory until there are daily counts.

Compared with nothing but parsing the same file with pandas' fastest reader. Both begin with the
file on disk; ours includes starting the process apart, sending it the file, and the answer.
"""

from __future__ import annotations

import datetime as dt
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.csv as pa_csv

from utils.uploads import child

SEED = 20_260
WORDS = "made up text for a test of speed and nothing that anybody ever wrote or read".split()  # noqa: SIM905
HASHTAGS = ["BellLetsTalk", "bellletstalk", "MadeUpDay", *(f"madeup{i}" for i in range(300))]
MOST_TIMES = 3.0
"""Times the parsing alone that counting may take."""


@dataclass(frozen=True)
class Measured:
    """Seconds are the best of some rounds; ``peak_mb`` is the most that the process held."""

    rows: int
    file_mb: float
    parse_seconds: float
    count_seconds: float
    peak_mb: float
    steps: int

    @property
    def times(self) -> float:
        return self.count_seconds / self.parse_seconds


def write(path: Path, rows: int) -> None:
    """Twelve columns in the layout of an X content export, every figure drawn by chance."""
    chance = np.random.default_rng(SEED)
    texts = np.array(
        [
            " ".join([*chance.choice(WORDS, 16), *(f"#{t}" for t in chance.choice(HASHTAGS, n))])
            for n in chance.integers(0, 4, 5_000)
        ]
    )
    ids = 10**18 + np.arange(rows)
    year = np.arange(rows) % 525_600 * np.timedelta64(1, "m")
    minutes = np.datetime64(dt.datetime(2023, 1, 1), "m") + year
    counts = {"Impressions": 90_000, "Likes": 900, "Engagements": 2_000, "Bookmarks": 20,
              "Shares": 90, "New follows": 3, "Replies": 50, "Reposts": 80}  # fmt: skip
    table = pa.table(
        {
            "Post id": ids.astype(str),
            "Date": np.char.replace(minutes.astype(str), "T", " "),
            "Post text": texts[chance.integers(0, len(texts), rows)],
            "Post Link": np.char.add("https://example.org/made_up/", ids.astype(str)),
            **{name: chance.integers(0, most, rows) for name, most in counts.items()},
        }
    )
    pa_csv.write_csv(table, path)


def measure(folder: Path, rows: int = 1_000_000, rounds: int = 3) -> Measured:
    """Write the file into the folder, take turns in reading it, and delete it again."""
    path = folder / "made_up_export.csv"
    write(path, rows)
    size = path.stat().st_size / 1e6
    parse, count = [], []
    shares: list[float] = []
    try:
        for _ in range(rounds):
            parse.append(_timed(lambda: pd.read_csv(path, engine="pyarrow")))
            shares.clear()
            count.append(_timed(lambda: child.read(path.read_bytes(), progress=shares.append)))
        peak = _peak(path)
    finally:
        path.unlink()
    return Measured(rows, size, min(parse), min(count), peak, len(set(shares)))


_LAUNCH = """
import pathlib, resource, sys
from utils.uploads import child
child.read(pathlib.Path(sys.argv[1]).read_bytes())
print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)
"""


def _peak(path: Path) -> float:
    """Megabytes that the process apart held at most, started by one that holds little itself."""
    command = [sys.executable, "-c", _LAUNCH, str(path)]
    said = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    return int(said) / 1_000


def _timed(work: Callable[[], object]) -> float:
    begun = time.perf_counter()
    work()
    return time.perf_counter() - begun
