"""Events as Jetstream sends them, made up, and a store in memory that takes what is counted."""

from __future__ import annotations

import datetime as dt
import json
from dataclasses import dataclass, field

from tests.sources.made_up_replies import PERSON
from utils.model.counts import Counted


def micro(moment: dt.datetime) -> int:
    """A moment in microseconds since 1970."""
    return (moment - dt.datetime(1970, 1, 1, tzinfo=dt.UTC)) // dt.timedelta(microseconds=1)


def event(told: int, *tags: str, rkey: str = "") -> str:
    """A new post with these hashtags, told at this time, by which its address goes if absent."""
    features = [{"$type": "app.bsky.richtext.facet#tag", "tag": tag} for tag in tags]
    record = {
        "$type": "app.bsky.feed.post",
        "createdAt": "2026-05-25T14:23:28.757Z",
        "langs": ["en"],
        "text": PERSON,
        "facets": [{"features": [one]} for one in features],
    }
    commit = {
        "rev": "3a",
        "operation": "create",
        "collection": "app.bsky.feed.post",
        "rkey": rkey or str(told),
        "record": record,
        "cid": "b",
    }
    did = f"did:plc:{PERSON}"
    return json.dumps({"did": did, "time_us": told, "kind": "commit", "commit": commit})


@dataclass
class Kept:
    """What was stored: increments added up, the cursor, and what was expected each time."""

    cursor: str = ""
    values: dict[tuple[str, dt.date], float] = field(default_factory=dict)
    whole: dict[tuple[str, dt.date], bool] = field(default_factory=dict)
    expected: list[str] = field(default_factory=list)
    last: Counted = field(default_factory=lambda: Counted("", ()))

    def flush(self, counted: Counted, cursor: str, expected: str) -> None:
        """Adds increments, if the stored cursor is the expected one."""
        assert expected == self.cursor, "somebody else counts too"
        for one in counted.counts:
            name = (one.tag, one.day)
            self.values[name] = self.values.get(name, 0) + (one.value or 0)
            self.whole[name] = one.whole
        self.cursor, self.last = cursor, counted
        self.expected.append(expected)

    def total(self, tag: str, day: dt.date) -> float:
        """Posts of a hashtag on a day, all increments together."""
        return self.values[tag, day]
