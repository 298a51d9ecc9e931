"""A counter of a stream: every post once, whatever breaks, is killed, or runs twice."""

from __future__ import annotations

import datetime as dt
import random
import signal
import subprocess
import sys
import threading
import time
from functools import partial
from pathlib import Path

import pytest

from tests.cli.stream_process import ID, QUICK, SERVER, source
from tests.download.fake_jetstream import Jetstream, drops, plays, plays_slowly, says, streaming
from tests.sources.made_up_events import Kept, event, micro
from tests.sources.made_up_replies import PERSON
from utils.cli.collect_stream import follow
from utils.download import DownloadError
from utils.sources import SourceError
from utils.store.collected import Collected, opened
from utils.store.collected.tables import COUNTS

pytestmark = pytest.mark.allow_hosts(["127.0.0.1", "::1"])
ROOT = Path(__file__).parents[2]
TAGS = ("one", "two")


@pytest.fixture(autouse=True)
def contact(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GROUNDSWELL_CONTACT", "mailto:somebody@example.org")


def posts(many: int, *, end: dt.datetime | None = None) -> list[tuple[int, str]]:
    """A post each 10 milliseconds up to now; every third has `one`, every fifth `two`."""
    last = micro(end or dt.datetime.now(dt.UTC))
    times = [last - 10_000 * (many - number) for number in range(many)]
    tags = [("one",) * (not n % 3) + ("two",) * (not n % 5) for n in range(many)]
    return [(told, event(told, *mine)) for told, mine in zip(times, tags, strict=True)]


def count(jet: Jetstream, kept: Kept, last: int, cursor: str = "") -> None:
    """Counts until the event of this time was stored."""
    stop = threading.Event()

    def flush(counted: object, new: str, expected: str) -> None:
        kept.flush(counted, new, expected)  # type: ignore[arg-type]
        if int(new) >= last:
            stop.set()

    guard = threading.Timer(20, stop.set)
    guard.start()
    here = source(f"ws://{jet.host}")
    follow(here, SERVER, frozenset(TAGS), cursor, flush, stop, policy=QUICK)
    guard.cancel()


def totals(kept: Kept) -> dict[str, float]:
    """Posts by hashtag, all days together."""
    return {tag: sum(n for (one, _), n in kept.values.items() if one == tag) for tag in TAGS}


def test_counts_through_breaks_without_counting_twice() -> None:
    kept = Kept()
    with streaming(plays(last=90, then=drops), plays(last=200, then=drops), plays()) as jet:
        jet.events = posts(300)
        count(jet, kept, jet.events[-1][0])
    assert totals(kept) == {"one": 100, "two": 60}
    assert jet.paths[0].endswith("/subscribe?wantedCollections=app.bsky.feed.post")
    assert [cursor > 0 for cursor in jet.cursors] == [False, True, True]


def test_garbage_between_events_is_passed_over() -> None:
    kept, events = Kept(), posts(30)
    noise: list[str | bytes] = ["{", b"\xff\x00", "[]", '{"kind": "commit"}']
    mixed = [one for _, text in events for one in (text, *noise)]
    with streaming(says(*mixed)) as jet:
        count(jet, kept, events[-1][0])
    assert totals(kept) == {"one": 10, "two": 6}


def test_a_changed_shape_is_told_by_the_name_of_the_field() -> None:
    strange = event(micro(dt.datetime.now(dt.UTC)), "one").replace('"time_us"', '"time"')
    with (
        streaming(says(*[strange] * 250)) as jet,
        pytest.raises(SourceError, match=r"200 messages .* lacks the field time_us") as error,
    ):
        count(jet, Kept(), 0)
    assert PERSON not in str(error.value)


def test_a_place_older_than_the_server_keeps_leaves_a_gap_with_its_reason() -> None:
    events = posts(20)
    old = dt.datetime.now(dt.UTC) - dt.timedelta(days=4)
    kept = Kept(str(micro(old)))
    with streaming(plays()) as jet:
        jet.events = events
        count(jet, kept, events[-1][0], kept.cursor)
    asked = dt.datetime.now(dt.UTC) - dt.timedelta(hours=36)
    assert jet.cursors[0] > micro(asked)
    gaps = [one for one in kept.last.counts if one.value is None]
    assert len(gaps) == 2 * 3
    assert {one.reason for one in gaps} == {"Nobody was listening on this day."}
    assert totals(kept) == {"one": 7, "two": 4}


def test_what_storing_raises_ends_the_counting() -> None:
    class FullError(Exception):
        pass

    def full(*_: object) -> None:
        raise FullError

    with streaming(plays()) as jet:
        jet.events = posts(5)
        here, stop = source(f"ws://{jet.host}"), threading.Event()
        with pytest.raises(FullError):
            follow(here, SERVER, frozenset(TAGS), "", full, stop, policy=QUICK)


def test_another_host_than_the_configured_one_is_not_listened_to() -> None:
    with pytest.raises(DownloadError, match="no public host"):
        follow(
            source("wss://10.0.0.1"),
            SERVER,
            frozenset(TAGS),
            "",
            lambda *_: None,
            threading.Event(),
            policy=QUICK,
        )


def process(jet: Jetstream, database: str) -> subprocess.Popen[str]:
    command = [sys.executable, "-m", "tests.cli.stream_process", f"ws://{jet.host}", database]
    return subprocess.Popen([*command, *TAGS], cwd=ROOT, stdout=subprocess.PIPE, text=True)


def stored(store: Collected) -> dict[str, float]:
    """Posts by hashtag in the database, all days together."""
    with store.engine.connect() as connection:
        rows = connection.execute(COUNTS.select()).mappings().all()
    return {tag: sum(row["value"] or 0 for row in rows if row["tag"] == tag) for tag in TAGS}


def reached(store: Collected, last: int) -> None:
    """Waits until the event of this time was stored; a minute without progress is too long."""
    before, end, tick = "", 0.0, threading.Event()
    while (now := store.cursor(ID, SERVER)) < str(last):
        if now != before:
            before, end = now, time.monotonic() + 60
        assert time.monotonic() < end or not before, "it does not get on"
        tick.wait(0.05)


def killed(folder: Path, rounds: int) -> None:
    """Kills the counter again and again while it counts; then lets it come to the end."""
    database = f"sqlite:///{folder}/collected.sqlite"
    store, draw = opened(database), random.Random(5)
    with streaming(plays_slowly) as jet:
        jet.events = posts(240 * rounds)
        for _ in range(rounds):
            running = process(jet, database)
            for _ in range(draw.randrange(20, 200)):
                assert jet.sent.acquire(timeout=60)
            running.send_signal(signal.SIGKILL)
            running.communicate()
            while jet.sent.acquire(blocking=False):
                continue
        running = process(jet, database)
        reached(store, jet.events[-1][0])
        running.send_signal(signal.SIGTERM)
        running.communicate(timeout=30)
        assert running.returncode == 0
    assert stored(store) == {"one": 80 * rounds, "two": 48 * rounds}


def test_kill_9_in_the_middle_counts_every_post_once(tmp_path: Path) -> None:
    killed(tmp_path, rounds=1)


@pytest.mark.slow
@pytest.mark.timeout(900)
def test_kill_9_again_and_again_counts_every_post_once(tmp_path: Path) -> None:
    killed(tmp_path, rounds=20)


@pytest.mark.slow
def test_of_two_counters_one_stops_and_nothing_counts_twice(tmp_path: Path) -> None:
    database = f"sqlite:///{tmp_path}/collected.sqlite"
    store = opened(database)
    with streaming(plays_slowly) as jet:
        jet.events = posts(600)
        both = [process(jet, database) for _ in range(2)]
        reached(store, jet.events[-1][0])
        for one in both:
            one.send_signal(signal.SIGTERM)
        said = sorted(one.communicate(timeout=30)[0] for one in both)
    assert stored(store) == {"one": 200, "two": 120}
    assert said == ["", "moved"]
    assert sorted(one.returncode for one in both) == [0, 3]


def test_a_store_of_this_kind_takes_what_is_counted(tmp_path: Path) -> None:
    store = opened(f"sqlite:///{tmp_path}/collected.sqlite")
    stop = threading.Event()
    with streaming(plays()) as jet:
        jet.events = posts(30)
        threading.Timer(0.5, stop.set).start()
        flush = partial(store.add, ID)
        here = source(f"ws://{jet.host}")
        follow(here, SERVER, frozenset(TAGS), "", flush, stop, policy=QUICK)
    assert stored(store) == {"one": 10, "two": 6}
    assert store.cursor(ID, SERVER) == str(jet.events[-1][0])
    files = [path for path in tmp_path.iterdir() if path.is_file()]
    assert files
    assert PERSON.encode() not in b"".join(path.read_bytes() for path in files)
