"""Doors for tests: to this machine only, with a clock that counts instead of waiting."""

from __future__ import annotations

import time
from dataclasses import dataclass, field

from utils.download import Clock, Door, Policy

AGENT = "Groundswell/0 (mailto:somebody@example.org) python-requests/0"


@dataclass
class Waits:
    """Seconds that the door wanted to wait; they pass at once."""

    asked: list[float] = field(default_factory=list)

    def sleep(self, seconds: float) -> None:
        self.asked.append(seconds)

    def now(self) -> float:
        """Real time plus what was slept, so that nobody waits twice for the same thing."""
        return time.monotonic() + sum(self.asked)


def door(waits: Waits | None = None, secrets: tuple[str, ...] = (), **limits: object) -> Door:
    """A door with the limits of production unless told otherwise."""
    waits = waits or Waits()
    policy = Policy(**{"loopback": True, **limits})  # type: ignore[arg-type]
    return Door(AGENT, policy, Clock(waits.now, waits.sleep), secrets)
