"""The limits of the door, each with its name, and the clock it goes by."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from importlib import metadata

CONTACT = "GROUNDSWELL_CONTACT"
"""Environment variable with the operator's own address (mailto: or https:)."""
PROJECT = "Groundswell"


@dataclass(frozen=True)
class Policy:
    """How long, how much and how often. Seconds and bytes.

    ``loopback`` lets plain http to this machine pass: for tests with a server of their own.
    """

    deadline: float = 60.0
    silence: float = 15.0
    most_bytes: int = 100_000_000
    tries: int = 4
    longest_wait: float = 120.0
    first_wait: float = 1.0
    spacing: float = 1.0
    redirects: int = 5
    loopback: bool = False


@dataclass(frozen=True)
class Clock:
    """Seconds that never run backwards, and a way to let them pass."""

    now: Callable[[], float] = time.monotonic
    sleep: Callable[[float], None] = time.sleep


def user_agent(environment: Mapping[str, str] = os.environ) -> str:
    """Who asks: name, version, the operator's contact, and the library.

    Raises `ValueError` when no contact is set, because publishers ask for one and turn
    nameless programs away.
    """
    contact = environment.get(CONTACT, "").strip()
    if not contact.startswith(("mailto:", "https://")) or not contact.isprintable():
        raise ValueError(
            f"Publishers want to know whom to write to. Set {CONTACT} to your own address, "
            "such as mailto:you@your-organisation.org."
        )
    return f"{PROJECT}/{version()} ({contact}) python-requests/{metadata.version('requests')}"


def version() -> str:
    """The version of this program, from the file that declares it."""
    import tomllib
    from pathlib import Path

    declared = tomllib.loads((Path(__file__).parents[2] / "pyproject.toml").read_text("utf-8"))
    return str(declared["project"]["version"])
