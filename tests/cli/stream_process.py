"""A counter in a process of its own: `python -m tests.cli.stream_process ADDRESS DATABASE TAGS`.

Counts until SIGTERM; says `moved` if another counter holds the place.
"""

from __future__ import annotations

import dataclasses
import signal
import sys
import threading
from functools import partial

from tests.sources.made_up_replies import collect
from utils import catalog
from utils.cli.collect_stream import follow
from utils.download.stream import StreamPolicy
from utils.model import Source
from utils.store.collected import CursorMovedError, opened

SERVER = "jet.example"
ID = "made-up-stream"
QUICK = StreamPolicy(first_wait=0.01, longest_wait=0.1, store_every=0.05, tick=0.02, loopback=True)


def source(address: str) -> Source:
    """A made-up source whose stream is at this address."""
    card = catalog.source("wikimedia-pageviews")
    return dataclasses.replace(card, id=ID, collect=collect("bluesky_jetstream", address))


def main(address: str, database: str, *tags: str) -> int:
    """Counts until it is told to stop."""
    stop = threading.Event()
    signal.signal(signal.SIGTERM, lambda *_: stop.set())
    store = opened(database)
    cursor, flush = store.cursor(ID, SERVER), partial(store.add, ID)
    try:
        follow(source(address), SERVER, frozenset(tags), cursor, flush, stop, policy=QUICK)
    except CursorMovedError:
        sys.stdout.write("moved")
        return 3
    return 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
