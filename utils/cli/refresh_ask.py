"""Asks one live source for one series: every page, the replies kept raw, old ones used again."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from utils.download import Door
from utils.model import Card
from utils.model.cards import Live
from utils.model.live import Reply, Request
from utils.sources import live_shape
from utils.store import raw
from utils.store.visits import Seen

MOST_PAGES = 200
"""Pages of one chain; a publisher that always says "more" ends here."""


@dataclass
class Asker:
    """Asks through one door and remembers, so that no address is asked twice in a run."""

    door: Door
    store: Path
    known: dict[str, Seen] = field(default_factory=dict)
    asked: dict[str, Reply] = field(default_factory=dict)

    def replies(self, card: Card, live: Live) -> list[Reply]:
        """All pages of all chains, in order.

        Raises `DownloadError`, or `ValueError` for a reply that is not what the shape promises
        or a chain that does not end.
        """
        shape = live_shape(live.shape)
        found: list[Reply] = []
        for first in shape.requests(card, live):
            pages: list[Reply] = []
            request: Request | None = first
            while request:
                if len(pages) == MOST_PAGES or request.url in {one.request.url for one in pages}:
                    raise ValueError(f"The pages don't end: {len(pages)} were read.")
                pages.append(self._one(request, credentials(live)))
                request = shape.following(pages)
            found += pages
        return found

    def _one(self, request: Request, key: Mapping[str, str]) -> Reply:
        if request.url not in self.asked:
            self.asked[request.url] = self._fetched(request, key)
        return self.asked[request.url]

    def _fetched(self, request: Request, key: Mapping[str, str]) -> Reply:
        seen = self.known.get(request.url)
        body = raw.again(self.store, seen.sha256) if seen else None
        validators = _validators(seen) if seen and body is not None else {}
        answer = self.door.fetch(request, key, validators)
        reply = answer.reply
        if answer.unchanged:
            if body is None:
                raise ValueError("The publisher says 'unchanged', but was not asked that.")
            reply = Reply(request, body, reply.headers, reply.served)
        headers = reply.headers
        old = seen if answer.unchanged and seen else Seen("")
        self.known[request.url] = Seen(
            raw.keep(self.store, reply.body),
            headers.get("etag", old.etag),
            headers.get("last-modified", old.modified),
        )
        return reply


def credentials(live: Live, environment: Mapping[str, str] = os.environ) -> dict[str, str]:
    """The header that carries the operator's key, if the card names one and it is set."""
    key = environment.get(live.credential, "").strip() if live.credential else ""
    return {live.header: key} if key else {}


def _validators(seen: Seen) -> dict[str, str]:
    both = {"If-None-Match": seen.etag, "If-Modified-Since": seen.modified}
    return {name: value for name, value in both.items() if value}
