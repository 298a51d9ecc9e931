"""Reads an upload in a process of its own, with a ceiling on memory, computing and time.

A hostile file can then kill that process and nothing else. The file goes in by a pipe and never
touches the disk; out come JSON and an Arrow stream (see `wire`). What the process prints is
thrown away, because a traceback may quote a cell. Run as `python -m utils.uploads.child`.
"""

from __future__ import annotations

import contextlib
import json
import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Mapping
from importlib.abc import MetaPathFinder
from pathlib import Path
from types import MappingProxyType
from typing import IO, TYPE_CHECKING, Any

from utils.model import limits
from utils.uploads.errors import UploadError

if TYPE_CHECKING:  # the other side begins to receive before it has loaded the reader
    from utils.uploads.outcome import Outcome

NO_ANSWERS: Mapping[str, str] = MappingProxyType({})
COMMAND = [sys.executable, "-m", "utils.uploads.child"]
_ROOT = Path(__file__).parents[2]
_TICK = 0.02
_HUNGRY = 3
_MB = 1_000_000
# One arena and one thread of mathematics: more reserve gigabytes and use none. Freed memory is
# kept for the next batch, because giving it back and asking for it anew took half a second.
_QUIET = {
    "ARROW_DEFAULT_MEMORY_POOL": "system",
    "MALLOC_ARENA_MAX": "2",
    "MALLOC_MMAP_THRESHOLD_": "268435456",
    "MALLOC_TRIM_THRESHOLD_": "536870912",
    "OPENBLAS_NUM_THREADS": "1",
    "OMP_NUM_THREADS": "1",
    "PYTHONDONTWRITEBYTECODE": "1",
}
_KEPT = ("PATH", "LANG", "LC_ALL", "TZ", "SYSTEMROOT", "LD_LIBRARY_PATH")


def read(
    data: bytes,
    answers: Mapping[str, str] = NO_ANSWERS,
    progress: Callable[[float], None] = lambda share: None,
) -> Outcome:
    """Like `reading.read`, apart. ``progress`` is called in the calling thread.

    Raises `UploadError` and nothing else, also when the process is killed or too slow. Where
    the system knows no limits for processes (Windows), only the clock bounds it.
    """
    from utils.uploads import wire

    if len(data) > limits.UPLOAD_BYTES:
        raise UploadError("too-large")
    seconds = limits.UPLOAD_SECONDS + limits.UPLOAD_SECONDS_PER_MB * len(data) / _MB
    task = {
        "answers": dict(answers),
        "size": len(data),
        "seconds": seconds,
        "memory": limits.UPLOAD_MEMORY_BYTES,
    }
    with subprocess.Popen(
        COMMAND,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        cwd=_ROOT,
        env=_QUIET | {name: os.environ[name] for name in _KEPT if name in os.environ},
    ) as process:
        try:
            answer, late = _talk(process, f"{json.dumps(task)}\n".encode(), data, seconds, progress)
        finally:
            process.kill()
    if process.returncode == 0 or answer:
        return wire.unpack(answer)
    raise UploadError("time" if late else _why(process.returncode))


def _talk(
    process: subprocess.Popen[bytes],
    head: bytes,
    data: bytes,
    seconds: float,
    progress: Callable[[float], None],
) -> tuple[bytes, bool]:
    """Feed the process and listen to it until it ends or its time is over."""
    answer: list[bytes] = []
    shares: list[float] = []
    assert process.stdin is not None
    assert process.stdout is not None
    assert process.stderr is not None
    _widen(process.stdin)
    threads = [
        threading.Thread(target=_feed, args=(process.stdin, head, data), daemon=True),
        threading.Thread(target=_collect, args=(process.stdout, answer), daemon=True),
        threading.Thread(target=_follow, args=(process.stderr, shares), daemon=True),
    ]
    for thread in threads:
        thread.start()
    end = time.monotonic() + seconds
    while threads[1].is_alive() and time.monotonic() < end:
        threads[1].join(_TICK)
        if shares:
            progress(shares[-1])
    late = threads[1].is_alive()
    process.kill() if late else process.wait()
    for thread in threads:
        thread.join(_TICK)
    return b"" if late else b"".join(answer), late


def _widen(pipe: IO[bytes]) -> None:
    """A pipe of a megabyte where the system can: fewer turns between the two processes."""
    with contextlib.suppress(ImportError, AttributeError, OSError):
        import fcntl

        fcntl.fcntl(pipe, fcntl.F_SETPIPE_SZ, 1 << 20)


def _feed(pipe: IO[bytes], head: bytes, data: bytes) -> None:
    # a process that refuses the file after its first bytes closes the pipe: no failure
    with contextlib.suppress(OSError, ValueError), pipe:
        pipe.write(head)
        pipe.write(data)


def _collect(pipe: IO[bytes], answer: list[bytes]) -> None:
    answer.append(pipe.read(limits.UPLOAD_BYTES))


def _follow(pipe: IO[bytes], shares: list[float]) -> None:
    """Take shares of progress from the lines that hold nothing else, drop all other lines."""
    for line in pipe:
        with contextlib.suppress(ValueError):
            shares.append(min(1.0, max(0.0, float(line[:20]))))


def _why(code: int) -> str:
    """What ended the process: its own ceilings, or the system's last resort against hunger."""
    ended = {"SIGXCPU": "time", "SIGKILL": "memory", "SIGABRT": "memory"}
    names = {-getattr(signal, name): why for name, why in ended.items() if hasattr(signal, name)}
    return (names | {_HUNGRY: "memory"}).get(code, "stopped")


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
        os._exit(_HUNGRY)
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
