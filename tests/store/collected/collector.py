"""A collector in a process of its own: `python -m tests.store.collected.collector URL both|stream`.

`both N ROUNDS` says how many days were new to it and how many increments it added.
"""

from __future__ import annotations

import datetime as dt
import random
import sys

from utils.model.counts import Count, Counted
from utils.store.collected import Collected, CursorMovedError, opened

DAY, SERVER = dt.date(2026, 11, 20), "mastodon.example"
NOON = dt.datetime(2026, 11, 25, 12, tzinfo=dt.UTC)


def recorded(store: Collected, number: int, rounds: int) -> int:
    """Sixty days read again and again, each time a little later and larger."""
    chance, new = random.Random(number), 0
    for turn in range(rounds):
        order = number * rounds + turn + 1
        days = [DAY + dt.timedelta(days=n) for n in range(30)]
        chance.shuffle(days)
        whole = chance.random() < 0.5 or turn == rounds - 1
        found = [
            Count(tag, "posts", day, float(order), whole) for tag in ("one", "two") for day in days
        ]
        told = store.record("merge", Counted(SERVER, tuple(found)), NOON + dt.timedelta(0, order))
        new += told.new
    return new


def added(store: Collected, times: int) -> int:
    """One more at a time; whoever comes too late looks again."""
    done = 0
    while done < times:
        cursor = store.cursor("stream", SERVER)
        one = Counted(SERVER, (Count("streamed", "posts", DAY, 1.0, False),))
        try:
            store.add("stream", one, str(int(cursor or 0) + 1), cursor)
        except CursorMovedError:
            continue
        done += 1
        sys.stdout.write(f"{done}\n" if times > 10**6 else "")
        sys.stdout.flush()
    return done


def main(url: str, kind: str, number: str = "0", rounds: str = "0") -> int:
    """Runs one collector."""
    store = opened(url)
    if kind == "stream":
        return added(store, 10**9)
    new = recorded(store, int(number), int(rounds))
    sys.stdout.write(f"{new} {added(store, int(rounds))}")
    return 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
