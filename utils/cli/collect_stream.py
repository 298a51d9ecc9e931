"""Counts hashtags from a stream as it runs: tally and connection joined, stored as it goes."""

from __future__ import annotations

import os
import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from utils.download import user_agent
from utils.download.stream import Stream, StreamPolicy
from utils.model import Source
from utils.sources import SourceError
from utils.sources.bluesky_jetstream import Flush, Tally, question

MOST_STRANGE = 200
"""Messages that can't be read between two new posts: then the shape has changed, and what is not
counted would pass for zeros."""


@dataclass
class Counter:
    """Hears a stream for a tally, and stores what it counts."""

    tally: Tally
    base: str
    flush: Flush
    strange: int = field(default=0)

    def address(self, live: bool) -> str:
        """Where to listen on."""
        cursor = self.tally.cursor()
        return question(self.base, None if live else cursor)

    def hear(self, message: str | bytes) -> bool:
        """Counts a message; one that can't be read is passed over.

        Raises `SourceError` that names the field when too many can't be, or when they hold no
        hashtags any more.
        """
        try:
            news = self.tally.add(message)
        except SourceError as error:
            self.strange += 1
            if self.strange >= MOST_STRANGE:
                raise SourceError(f"{self.strange} messages can't be read. {error}") from None
            return False
        if news:
            self.strange = 0
        return news

    def store(self) -> None:
        """Stores the counts and the place in the stream in one step."""
        self.tally.hand_over(self.flush)


def follow(
    source: Source,
    server: str,
    tags: frozenset[str],
    cursor: str,
    flush: Flush,
    stop: threading.Event,
    told: Callable[[str], None] = lambda words: None,
    policy: StreamPolicy | None = None,
) -> None:
    """Counts the hashtags on a server until ``stop`` is set, from ``cursor`` on.

    ``flush(counted, cursor, expected)`` stores increments and cursor together; what it raises
    ends the counting. Raises `DownloadError` if the server can't be listened to, `SourceError` if
    its messages can't be read, `ValueError` without a contact address.
    """
    if source.collect is None:
        raise SourceError(f"{source.id} is not collected.")
    base = source.collect.base.replace("{server}", server)
    counter = Counter(Tally(server, tags, cursor), base, flush)
    hosts = {urlsplit(base).hostname or ""}
    stream = Stream(user_agent(os.environ), hosts, policy or StreamPolicy(), told=told)
    stream.listen(counter, stop)
