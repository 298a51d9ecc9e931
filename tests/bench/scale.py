"""What a change costs the server with ten times the rows, and with four times the series.

Ours runs three times, each from a copy of the project's folder: as it is, with one table that is
ten times as long, and with every statistic there four times. The made-up rows and series lie in a
temporary folder and say in their names that they are copies.
"""

from __future__ import annotations

import hashlib
import re
import shutil
import statistics
from collections import defaultdict
from contextlib import ExitStack
from dataclasses import dataclass, replace
from pathlib import Path

from tests.bench.peers.content import STATISTIC
from tests.bench.peers.serving import Running, ours, started
from tests.browser.server import ROOT
from tests.serve.visitors import visiting

CHANGES = 24
TIMES_ROWS, TIMES_SERIES = 10, 4
PLACES = ("USA", "US-CA", "US-TX", "US-FL")
PARTS = ("app.py", "pyproject.toml", "pages", "utils", "data", "static", ".streamlit")


@dataclass(frozen=True)
class Cost:
    """Median seconds of one change, waited for and computed, on each of the three."""

    waited: dict[str, float]
    computed: dict[str, float]


def measure(folder: Path) -> Cost:
    """One change after the other, in turn on all three."""
    waited, computed = defaultdict(list), defaultdict(list)
    makers = {"as it is": None, "rows": more_rows, "series": more_series}
    with ExitStack() as stack:
        servers: dict[str, Running] = {}
        for name, make in makers.items():
            root = folder / name
            for part in PARTS:
                copied(ROOT / part, root / part)
            if make:
                make(root / "data")
            peer = replace(ours(), name=name)
            servers[name] = stack.enter_context(started(peer, folder, root))
        people = {
            name: stack.enter_context(visiting(server.port)) for name, server in servers.items()
        }
        for turn in range(-3, CHANGES):
            for name, person in people.items():
                before = servers[name].computed()
                query = f"indicator={STATISTIC}&place={PLACES[turn % len(PLACES)]}"
                seconds = person.timed("statistics", query)
                if turn >= 0:
                    waited[name].append(seconds)
                    computed[name].append(servers[name].computed() - before)
    return Cost(_middle(waited), {name: statistics.mean(all) for name, all in computed.items()})


def _middle(found: dict[str, list[float]]) -> dict[str, float]:
    return {name: statistics.median(each) for name, each in found.items()}


def copied(source: Path, target: Path) -> None:
    """A file or folder, without what Python made of it."""
    if source.is_dir():
        shutil.copytree(source, target, ignore=shutil.ignore_patterns("__pycache__"))
    else:
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(source, target)


def more_rows(data: Path) -> None:
    """One table ten times as long: every split again under other names."""
    table, origin = (data / "tables" / f"{STATISTIC}{end}" for end in (".csv", ".origin.toml"))
    head, *first = table.read_text("utf-8").splitlines()
    lines = list(first)
    for number in range(1, TIMES_ROWS):
        for line in first:
            place, split, rest = line.split(",", 2)
            lines.append(f"{place},{split} copy {number},{rest}")
    raw = ("\n".join([head, *lines]) + "\n").encode()
    table.write_bytes(raw)
    sealed = re.sub(
        r'^sha256 = "\w+"', f'sha256 = "{hashlib.sha256(raw).hexdigest()}"',
        origin.read_text("utf-8"), count=1, flags=re.MULTILINE,
    )  # fmt: skip
    origin.write_text(sealed, "utf-8")


def more_series(data: Path) -> None:
    """Every statistic again under other names."""
    for number in range(1, TIMES_SERIES):
        for card in sorted((data / "indicators").glob("*.toml")):
            if "-copy-" in card.stem:
                continue
            name = f"{card.stem}-copy-{number}"
            shutil.copy(card, card.with_name(f"{name}.toml"))
            for end in (".csv", ".origin.toml"):
                table = data / "tables" / f"{card.stem}{end}"
                if table.exists():
                    shutil.copy(table, table.with_name(f"{name}{end}"))
