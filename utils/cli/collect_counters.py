"""`collect --stream`: long-running counters, whose counts and place are stored together."""

from __future__ import annotations

import argparse
import datetime as dt
import threading
from dataclasses import dataclass

from utils.cli.collect_plan import chosen as known
from utils.cli.collect_plan import servers, tags
from utils.cli.collect_stream import follow
from utils.download import DownloadError
from utils.model import Source
from utils.model.counts import Counted
from utils.sources import SourceError
from utils.store.collected import Collected, CursorMovedError, opened

NOTED = dt.timedelta(minutes=10)
"""How often a running counter is noted as a visit."""


@dataclass
class Flush:
    """Stores what a counter has counted; hands on `CursorMovedError` if another one counts."""

    store: Collected
    source: Source
    server: str
    tags: frozenset[str]
    noted: dt.datetime | None = None

    def __call__(self, found: Counted, cursor: str, expected_cursor: str) -> None:
        """Stores increments and cursor in one transaction."""
        now = dt.datetime.now(dt.UTC)
        self.store.add(self.source.id, found, cursor, expected_cursor, now)
        if self.noted is None or now - self.noted >= NOTED:
            self.note(now)

    def note(self, now: dt.datetime, kind: str = "") -> None:
        """Notes a visit for every hashtag."""
        self.noted = now
        for tag in sorted(self.tags):
            self.store.visited(self.source.id, self.server, tag, now, kind)


def counted(chosen: argparse.Namespace, stop: threading.Event) -> int:
    """Runs the streamed source that is named, or the only one, until told to stop."""
    streamed = {one.id: one for one in known(chosen.source) if one.collect and one.collect.streamed}
    if len(streamed) != 1:
        names = ", ".join(streamed) or "none"
        raise ValueError(f"Name one streamed source with --source. There are: {names}.")
    (source,) = streamed.values()
    assert source.collect is not None
    server, wanted = servers(source.collect)[0], frozenset(tags(chosen.campaigns, chosen.hashtags))
    return _followed(Flush(opened(), source, server, wanted), stop)


def _followed(flush: Flush, stop: threading.Event) -> int:
    source, server = flush.source, flush.server
    cursor = flush.store.cursor(source.id, server)
    print(f"{source.id}: counting {len(flush.tags)} hashtags on {server}. Stop with Ctrl+C.")
    try:
        follow(source, server, flush.tags, cursor, flush, stop, told=_said)
    except CursorMovedError as error:
        raise ValueError(str(error)) from None
    except (DownloadError, SourceError) as error:
        flush.note(dt.datetime.now(dt.UTC), getattr(error, "kind", "contract"))
        raise ValueError(str(error)) from None
    flush.note(dt.datetime.now(dt.UTC))
    print(f"{source.id}: stopped; everything counted is stored.", flush=True)
    return 0


def _said(words: str) -> None:
    print(words, flush=True)
