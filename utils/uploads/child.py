"""Reads an upload in a process of its own, with a ceiling on memory, computing and time.

A hostile file can then kill that process and nothing else. The file goes in by a pipe and never
touches the disk; out come JSON and an Arrow stream (see `wire`). What the process prints is
thrown away, because a traceback may quote a cell. `process` is the other side.
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
from pathlib import Path
from typing import IO

from utils.model import limits
from utils.uploads import wire
from utils.uploads.errors import UploadError
from utils.uploads.outcome import Outcome
from utils.uploads.process import HUNGRY
from utils.uploads.questions import Answers
from utils.uploads.reading import NO_ANSWERS, Progress

COMMAND = [sys.executable, "-m", "utils.uploads.process"]
_ROOT = Path(__file__).parents[2]
_TICK = 0.02
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
    answers: Answers = NO_ANSWERS,
    progress: Progress = lambda share: None,
) -> Outcome:
    """Like `reading.read`, apart. ``progress`` is called in the calling thread.

    Raises `UploadError` and nothing else, also when the process is killed or too slow. Where
    the system knows no limits for processes (Windows), only the clock bounds it.
    """
    if len(data) > limits.UPLOAD_BYTES:
        raise UploadError("too-large")
    seconds = limits.UPLOAD_SECONDS + limits.UPLOAD_SECONDS_PER_MB * len(data) / _MB
    task = {
        "answers": dict(answers),
        "size": len(data),
        "seconds": seconds,
        "memory": limits.UPLOAD_MEMORY_BYTES,
    }
    with _start() as process:
        try:
            clock = seconds * limits.UPLOAD_PATIENCE
            answer, late = _talk(process, f"{json.dumps(task)}\n".encode(), data, clock, progress)
        finally:
            process.kill()
    if late or process.returncode:
        raise UploadError("time" if late else _why(process.returncode))
    return wire.unpack(answer)


def _start() -> subprocess.Popen[bytes]:
    try:
        return subprocess.Popen(
            COMMAND,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            cwd=_ROOT,
            env=_QUIET | {name: os.environ[name] for name in _KEPT if name in os.environ},
        )
    except OSError:
        failed = UploadError("memory")  # nothing else keeps our own interpreter from starting
    raise failed


def _talk(
    process: subprocess.Popen[bytes],
    head: bytes,
    data: bytes,
    seconds: float,
    progress: Progress,
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
    return (names | {HUNGRY: "memory"}).get(code, "stopped")
