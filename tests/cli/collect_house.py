"""A house that collects from a Mastodon on this machine; its numbers are made up."""

from __future__ import annotations

import dataclasses
import datetime as dt
import json
import socket
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from tests.cli.live_house import door
from tests.download.fault_server import Server, http
from utils import catalog
from utils.catalog import cards
from utils.cli.collect import Outcome, Round, collect
from utils.cli.collect_plan import plan
from utils.model import Source
from utils.store.collected import opened

ONE, OTHER = "one.example", "other.example"
CAMPAIGN, TAG = "ruok-day", "ruokday"
POSTS, ACCOUNTS = "mastodon-posts", "mastodon-accounts"
TODAY = dt.datetime(2026, 11, 25, 12, tzinfo=dt.UTC)
DAY = dt.timedelta(days=1)
HANDLE = "somebody@one.example"


def history(today: dt.date, uses: Callable[[dt.date], int], days: int = 7) -> list[dict[str, str]]:
    """The days that a Mastodon server tells, newest first. Values are made up."""
    found = []
    for day in (today - n * DAY for n in range(days)):
        start = dt.datetime.combine(day, dt.time(), dt.UTC)
        seconds = str(int(start.timestamp()))
        number = uses(day)
        found.append({"day": seconds, "uses": str(number), "accounts": str((number + 1) // 2)})
    return found


@dataclass
class Mastodon:
    """Servers that tell as many posts as the day of the month; each can be made to fail."""

    now: dt.datetime = TODAY
    extra: int = 0
    broken: dict[str, bytes] = field(default_factory=dict)

    def answer(self, connection: socket.socket, path: str) -> None:
        """Answers `/<server>/api/v1/tags/<name>`."""
        _, server, *_, tag = path.split("/")
        if server in self.broken:
            connection.sendall(self.broken[server])
            return
        days = history(self.now.date(), lambda day: day.day + self.extra)
        content = {"id": "1", "name": tag, "url": f"https://{server}/tags/{tag}", "history": days}
        connection.sendall(http(json.dumps(content).encode()))


def move_in(
    put: Callable[[Any, str, Any], None], url: str, folder: Path, **changes: Any
) -> dict[str, Source]:
    """Leaves one source to collect, at the test's address, and a store of its own."""
    known = cards.sources()
    one = known["mastodon"]
    assert one.collect
    local = dataclasses.replace(
        one.collect, **{"base": f"{url}/{{server}}", "rest_hours": 0.0, **changes}
    )
    mine = {id: dataclasses.replace(card, collect=None) for id, card in known.items()}
    mine["mastodon"] = dataclasses.replace(one, collect=local)
    put(catalog, "sources", lambda: mine)
    put(catalog, "source", lambda id: mine[id])
    here = {id: card for id, card in catalog.reach().items() if id in (POSTS, ACCOUNTS)}
    there = {id: card for id, card in catalog.reach().items() if not card.data.collected}
    put(catalog, "reach", lambda: {**there, **here})
    return mine


def went(when: dt.datetime = TODAY, **named: Any) -> tuple[Round, list[Outcome]]:
    """One round for one campaign on the servers that the environment names."""
    told: list[Outcome] = []
    asked = plan([CAMPAIGN], **named)
    return collect(asked, opened(), door(), told.append, lambda: when), told


__all__ = ["Server"]
