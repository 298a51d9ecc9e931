"""When to ask again: what the publisher says, else a little longer each time."""

from __future__ import annotations

import datetime as dt
import random
from email.utils import parsedate_to_datetime

from utils.download.policy import Clock, Policy


def asked_to_wait(header: str | None, now: dt.datetime) -> float | None:
    """Seconds named by a `Retry-After` header; absent if it is missing, negative or no time."""
    text = (header or "").strip()
    if text.isdecimal():
        return float(text[:9])
    try:
        until = parsedate_to_datetime(text)
    except ValueError:
        return None
    if until.tzinfo is None:
        until = until.replace(tzinfo=dt.UTC)
    return max(0.0, (until - now).total_seconds())


def pause(attempt: int, policy: Policy) -> float:
    """Seconds before the next try when nobody says how long: doubled each time, plus up to half."""
    return float(policy.first_wait * 2**attempt * random.uniform(1.0, 1.5))


class Pace:
    """Keeps requests to one host apart, whoever asks."""

    def __init__(self, spacing: float, clock: Clock) -> None:
        self.spacing, self.clock = spacing, clock
        self.last: dict[str, float] = {}

    def take_turn(self, host: str, spacing: float = 0.0) -> None:
        """Waits until the host may be asked again, and notes that it is asked now."""
        due = self.last.get(host, float("-inf")) + max(self.spacing, spacing)
        wait = due - self.clock.now()
        if wait > 0:
            self.clock.sleep(wait)
        self.last[host] = self.clock.now()
