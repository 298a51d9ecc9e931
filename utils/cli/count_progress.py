"""How far a count is: a bar on a terminal, a line for each file elsewhere."""

from __future__ import annotations

import sys
import time
from collections.abc import Sequence
from types import TracebackType

from utils.archives.inputs import Input

_WIDTH = 20
_EVERY = 0.2


class Bar:
    """Tells how many bytes of the archive are read and how long the rest will take.

    Standard error carries it, so that standard output stays for the result.
    """

    def __init__(self, inputs: Sequence[Input], *, silent: bool) -> None:
        self._inputs = inputs
        self._all = max(1, sum(one.size for one in inputs))
        self._silent, self._live = silent, sys.stderr.isatty()
        self._read, self._files, self._told = 0, 0, 0.0
        self._start = time.monotonic()

    def __enter__(self) -> Bar:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        at: TracebackType | None,
    ) -> None:
        if self._live and not self._silent:
            sys.stderr.write("\n")

    def tell(self, files: int, size: int) -> None:
        """``files`` are done, ``size`` more bytes are read."""
        self._read += size
        new, self._files = files > self._files, max(files, self._files)
        now = time.monotonic()
        if self._silent or not (new or (self._live and now - self._told > _EVERY)):
            return
        self._told = now
        sys.stderr.write(f"\r{self.line(now)}\x1b[K" if self._live else f"{self.line(now)}\n")
        sys.stderr.flush()

    def line(self, now: float) -> str:
        """The bar in words, for the moment ``now`` of the monotonic clock."""
        share = min(1.0, self._read / self._all)
        bar = "#" * int(_WIDTH * share)
        left = (now - self._start) * (1 - share) / share if share else 0
        files = f"{self._files}/{len(self._inputs)} files"
        return f"[{bar:<{_WIDTH}}] {100 * share:3.0f} %, {files}, about {left:,.0f} s left"
