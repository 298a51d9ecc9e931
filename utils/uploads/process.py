"""The other side of `child`: reads one file from standard input, answers, and is gone.

Run as `python -m utils.uploads.process` by `child` and by nobody else.
"""

from __future__ import annotations

import json
import os
import sys
import threading
from importlib.abc import MetaPathFinder
from typing import Any

from utils.uploads.errors import UploadError

HUNGRY = 3
"""Exit status of a process that ran out of memory."""


def _bound(seconds: float, memory: int) -> None:
    """Ceilings on memory and computing; more than one core may count at the same time."""
    try:
        import resource
    except ImportError:  # Windows has none; the clock of the other side remains
        return
    cpu = int(2 * seconds) + 1
    resource.setrlimit(resource.RLIMIT_CPU, (cpu, cpu + 1))
    resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))


def main() -> None:
    """The other side: one file from standard input, one answer to standard output."""
    try:
        answer = _answer(json.loads(sys.stdin.buffer.readline()))
        sys.stdout.buffer.write(answer)
        sys.stdout.flush()
    except MemoryError:
        os._exit(HUNGRY)
    except BaseException:  # whatever it is, its text may hold a cell
        os._exit(1)
    os._exit(0)  # freeing half a gigabyte piece by piece takes longer than saying so


def _answer(task: dict[str, Any]) -> bytes:
    _bound(task["seconds"], task["memory"])
    sys.meta_path.insert(0, _NoPandas())
    data = bytearray(task["size"])
    arrived = threading.Thread(target=_receive, args=(data,), daemon=True)
    arrived.start()
    from utils.uploads import reading, wire  # while the file is on its way

    arrived.join()
    try:
        return wire.pack(reading.read(data, task["answers"], progress=_report))
    except UploadError as error:
        return wire.pack(error)


class _NoPandas(MetaPathFinder):
    """Arrow would load pandas only to ask whether our arrays are frames; none of them is."""

    def find_spec(self, name: str, path: object = None, target: object = None) -> None:
        """Say that there is none."""
        if name == "pandas":
            raise ImportError("not needed here")


def _receive(data: bytearray) -> None:
    pipe: Any = sys.stdin.buffer
    view, filled = memoryview(data), 0
    while filled < len(data) and (count := pipe.readinto(view[filled:])):
        filled += count


def _report(share: float) -> None:
    sys.stderr.write(f"{share:.3f}\n")
    sys.stderr.flush()


if __name__ == "__main__":
    main()
