"""`collect`: every hashtag asked for on every server, stored, and given to the pages."""

from __future__ import annotations

import datetime as dt
import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Literal

from utils.cli.collect_ask import Keys, counted, words
from utils.cli.collect_plan import Place, Plan, chosen
from utils.cli.collect_publish import Published, publish
from utils.download import Door, DownloadError
from utils.model import Source
from utils.model.collecting import Asked
from utils.store.collected import Collected, CollectedError, Written

Result = Literal["counted", "nothing", "rested", "failed"]


@dataclass(frozen=True)
class Outcome:
    """What became of one hashtag on one server. ``kind`` says for machines what failed."""

    source: str
    server: str
    tag: str
    result: Result
    words: str = ""
    kind: str = ""
    written: Written = field(default_factory=Written)


@dataclass(frozen=True)
class Round:
    """One round: what became of each question, new gaps by source, and what the pages got."""

    outcomes: tuple[Outcome, ...]
    gaps: dict[str, int]
    published: Published
    when: dt.datetime

    @property
    def well(self) -> bool:
        """Whether nothing failed and the pages have what was counted."""
        failed = any(one.result == "failed" for one in self.outcomes)
        return not failed and not self.published.problem


def collect(
    plan: Plan,
    store: Collected,
    door: Door,
    told: Callable[[Outcome], None],
    now: Callable[[], dt.datetime] = lambda: dt.datetime.now(dt.UTC),
    stop: threading.Event | None = None,
) -> Round:
    """One round over the plan, the servers one after the other.

    ``told`` hears of each question as it is answered; ``stop`` ends the round before the next
    one. A source that fails never stops another. Raises `CollectedError` if the database fails.
    """
    when, outcomes, keys = now(), list[Outcome](), Keys(door)
    good = {(v.source, v.server, v.tag): v.good for v in store.visits()}
    for place in plan.places:
        for tag in plan.tags:
            if stop and stop.is_set():
                break
            last = good.get((place.source.id, place.server, tag))
            one = _rested(place, tag, last, now()) or _visited(place, tag, store, keys, now())
            outcomes.append(one)
            told(one)
    gaps = {one.id: _closed(one, store, when.date()) for one in chosen()}
    return Round(tuple(outcomes), gaps, publish(store, now()), when)


def _closed(source: Source, store: Collected, today: dt.date) -> int:
    assert source.collect is not None
    return store.close(source.id, source.collect, today).new


def _rested(place: Place, tag: str, good: dt.datetime | None, now: dt.datetime) -> Outcome | None:
    rest = dt.timedelta(hours=place.collect.rest_hours)
    if good is None or now - good >= rest or now < good:
        return None
    said = f"Asked at {good:%H:%M} UTC; again after {(good + rest):%Y-%m-%d %H:%M}."
    return Outcome(place.source.id, place.server, tag, "rested", said)


def _visited(place: Place, tag: str, store: Collected, keys: Keys, now: dt.datetime) -> Outcome:
    """One question, stored as a visit however it went; nothing is raised for a source."""
    id, server = place.source.id, place.server
    since = store.since(id, place.collect, server, tag, now.date())
    asked = Asked(id, place.collect, server, tag, now, since)
    try:
        found = counted(asked, keys.door, keys.of(place, asked.base))
        if found is None:
            return Outcome(id, server, tag, "nothing")
        written = store.record(id, found, now)
    except CollectedError:
        raise
    except DownloadError as error:
        said, kind = words(error, keys.door), error.kind
    except (ValueError, KeyError, TypeError, AttributeError, IndexError, OverflowError) as error:
        said, kind = words(error, keys.door), "contract"
    else:
        store.visited(id, server, tag, now)
        return Outcome(id, server, tag, "counted", " ".join(found.notes), written=written)
    store.visited(id, server, tag, now, kind)
    return Outcome(id, server, tag, "failed", said, kind)
