"""The machine and the versions that a measurement was taken with."""

from __future__ import annotations

import os
import platform
import subprocess
from importlib.metadata import version
from pathlib import Path

LIBRARIES = ("streamlit", "plotly", "pandas")


def cores() -> int:
    """Processors that this process may use."""
    affinity = getattr(os, "sched_getaffinity", None)
    return len(affinity(0)) if affinity else os.cpu_count() or 1


def memory() -> float:
    """Memory of the machine in GB."""
    return os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 1e9


def resident(process: int) -> float:
    """Memory that a process holds now, in MB."""
    told = subprocess.run(
        ["ps", "-o", "rss=", "-p", str(process)], capture_output=True, text=True, check=True
    )
    return int(told.stdout) * 1024 / 1e6


def computed(process: int) -> float:
    """Seconds of computing of a process so far, told by /proc and so on Linux alone."""
    stat = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()
    return (int(stat[11]) + int(stat[12])) / os.sysconf("SC_CLK_TCK")


def described(browser: str) -> str:
    """One line about the machine, with the load that others put on it."""
    libraries = ", ".join(f"{name} {version(name)}" for name in LIBRARIES)
    return (
        f"{cores()} cores, {memory():.0f} GB, {platform.system()} {platform.machine()}, "
        f"Python {platform.python_version()}, {libraries}, Chromium {browser}; "
        f"load before the start {os.getloadavg()[0]:.1f}"
    )
