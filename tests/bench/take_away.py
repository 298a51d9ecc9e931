"""Twenty made-up claims as slides and as an evidence pack: how long, beside writing the bytes.

Both are given by the clock and in seconds of computing, which a busy machine does not stretch.
Compared with nothing but writing files of the same bytes to the same disk. Ours begins with the
claims in memory and ends with the file on disk.
"""

from __future__ import annotations

import dataclasses
import time
from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from tests.export import made_claims
from utils.export import pack, slides
from utils.export.deck import Deck, Made

CLAIMS = 20
SLIDES_SECONDS, PACK_SECONDS = 2.0, 3.0
"""Seconds that each may take."""


@dataclass(frozen=True)
class Measured:
    """Seconds are the best of some rounds; ``written`` are those of the bytes alone."""

    claims: int
    slides_mb: float
    pack_mb: float
    slides_seconds: float
    pack_seconds: float
    slides_cpu: float
    pack_cpu: float
    slides_written: float
    pack_written: float

    @property
    def slides_times(self) -> float:
        """How many times longer making the slides takes than writing their bytes."""
        return self.slides_seconds / self.slides_written

    @property
    def pack_times(self) -> float:
        """How many times longer making the pack takes than writing its bytes."""
        return self.pack_seconds / self.pack_written


def deck() -> Deck:
    """Claims of every kind in turn until there are enough, each with a spec of its own."""
    kinds = made_claims.all_kinds()
    chosen = [kinds[n % len(kinds)] for n in range(CLAIMS)]
    return made_claims.deck(
        *(dataclasses.replace(one, spec=f"{one.spec}:{n}") for n, one in enumerate(chosen))
    )


def measure(folder: Path, rounds: int = 3) -> Measured:
    """Make both in turns in the folder, then write the same bytes, and delete all of it."""
    path = folder / "made_up_take_away"
    made = deck()
    found: dict[str, list[tuple[float, float]]] = defaultdict(list)
    try:
        for _ in range(rounds):
            found["slides"].append(_timed(lambda: _write(path, slides.build(made))))
            found["pack"].append(_timed(lambda: _write(path, pack.build(made))))
        shown, packed = slides.build(made), pack.build(made)
        for _ in range(rounds):
            found["shown"].append(_timed(lambda: _write(path, shown)))
            found["packed"].append(_timed(lambda: _write(path, packed)))
    finally:
        path.unlink(missing_ok=True)
    best = {name: min(seconds)[0] for name, seconds in found.items()}
    cpu = [min(found[name], key=lambda pair: pair[1])[1] for name in ("slides", "pack")]
    sizes = len(shown.content) / 1e6, len(packed.content) / 1e6
    return Measured(
        CLAIMS, *sizes, best["slides"], best["pack"], *cpu, best["shown"], best["packed"]
    )


def _write(path: Path, made: Made) -> None:
    path.write_bytes(made.content)


def _timed(work: Callable[[], object]) -> tuple[float, float]:
    begun, computed = time.perf_counter(), time.process_time()
    work()
    return time.perf_counter() - begun, time.process_time() - computed
