"""Whatever the order, however often, from however many: a day is counted once, and at its best."""

from __future__ import annotations

import dataclasses
import datetime as dt
import itertools
import random
import subprocess
import sys
import threading
from pathlib import Path

import pytest
from sqlalchemy import inspect, text

from utils.model.counts import Count, Counted, Metric
from utils.store.collected import (
    Collected,
    CollectedError,
    CursorMovedError,
    Written,
    engine,
    opened,
)

ROOT = Path(__file__).parents[3]
DAY, NOON = dt.date(2026, 11, 20), dt.datetime(2026, 11, 25, 12, tzinfo=dt.UTC)
SERVER, SOURCE = "mastodon.example", "mastodon"
GAP, PART, WHOLE = (None, False), (3.0, False), (5.0, True)


def count(value: float | None, whole: bool, tag: str = "wmhd", day: dt.date = DAY) -> Count:
    return Count(tag, "posts", day, value, whole, "" if value is not None else "was away")


def said(*counts: Count) -> Counted:
    return Counted(SERVER, counts)


def after(hours: float) -> dt.datetime:
    return NOON + dt.timedelta(hours=hours)


def stored(store: Collected) -> list[tuple[object, ...]]:
    with store.engine.begin() as connection:
        asked = text("SELECT tag, day, value, whole, reason FROM counts ORDER BY tag, day")
        return [
            (tag, str(day)[:10], value, bool(whole), reason)
            for tag, day, value, whole, reason in connection.execute(asked)
        ]


@pytest.mark.parametrize(
    ("first", "second", "stays"),
    [
        (PART, WHOLE, WHOLE),
        (WHOLE, PART, WHOLE),
        (GAP, PART, PART),
        (PART, GAP, PART),
        (WHOLE, GAP, WHOLE),
        (GAP, WHOLE, WHOLE),
        (PART, (4.0, False), (4.0, False)),
        (PART, (2.0, False), (2.0, False)),
        (WHOLE, (6.0, True), (6.0, True)),
        ((0.0, True), GAP, (0.0, True)),
    ],
)
def test_which_of_two_readings_stays(
    first: tuple[float | None, bool],
    second: tuple[float | None, bool],
    stays: tuple[float | None, bool],
    url: str,
) -> None:
    store = opened(url)
    assert store.record(SOURCE, said(count(*first)), after(0)) == Written(1, 0, 0)
    changed = first != second and stays == second
    told = store.record(SOURCE, said(count(*second)), after(1))
    assert told == (Written(0, 1, 0) if changed else Written(0, 0, 1))
    assert [row[2:4] for row in stored(store)] == [stays]


def test_the_order_of_readings_never_matters(url: str) -> None:
    store = opened(url)
    readings = [(GAP, 5), (PART, 1), ((7.0, False), 2), (WHOLE, 0), ((4.0, True), 3), (PART, 3)]
    ends = set()
    for number, order in enumerate(itertools.permutations(readings)):
        if number % 48:
            continue
        tag = f"tag{number}"
        for what, hours in (*order, *order[:2]):
            store.record(SOURCE, said(count(*what, tag=tag)), after(hours))
        ends.add(next(row[2:] for row in stored(store) if row[0] == tag))
    assert ends == {(4.0, True, "")}


def test_the_same_visit_again_changes_nothing(url: str) -> None:
    store = opened(url)
    days = [DAY + dt.timedelta(days=n) for n in range(700)]
    visit = said(*(count(float(n), True, day=day) for n, day in enumerate(days)))
    assert store.record(SOURCE, visit, after(0)) == Written(700, 0, 0)
    before = stored(store)
    assert store.record(SOURCE, visit, after(1)) == Written(0, 0, 700)
    assert stored(store) == before


def test_increments_and_cursor_move_together(url: str) -> None:
    store = opened(url)
    yesterday = DAY - dt.timedelta(days=1)
    store.add(SOURCE, said(count(0.0, False, day=yesterday)), "10", "")
    store.add(SOURCE, said(count(2.0, False)), "20", "10")
    with pytest.raises(CursorMovedError, match="Another counter"):
        store.add(SOURCE, said(count(2.0, False)), "20", "10")
    with pytest.raises(CursorMovedError):
        store.add(SOURCE, said(count(2.0, False)), "20", "")
    store.add(SOURCE, said(count(1.5, True)), "30", "20")
    assert store.cursor(SOURCE, SERVER) == "30"
    assert stored(store)[1] == ("wmhd", str(DAY), 3.5, True, "")
    assert store.cursor(SOURCE, "other.example") == ""


def test_a_day_not_counted_from_its_beginning_is_never_whole(url: str) -> None:
    store = opened(url)
    following = DAY + dt.timedelta(days=1)
    store.add(SOURCE, said(count(2.0, False)), "10", "")
    store.add(SOURCE, said(count(1.0, True), count(4.0, False, day=following)), "20", "10")
    lost = dataclasses.replace(count(0.0, False, day=following), reason="the line was lost")
    store.add(SOURCE, said(lost), "30", "20")
    store.add(SOURCE, said(count(1.0, True, day=following)), "40", "30")
    assert [row[2:] for row in stored(store)] == [
        (3.0, False, "counting began within this day"),
        (5.0, False, "the line was lost"),
    ]


def test_a_stretch_that_nobody_saw_stays_a_gap(url: str) -> None:
    store = opened(url)
    store.add(SOURCE, said(count(2.0, False)), "10", "")
    unseen = DAY + dt.timedelta(days=1)
    store.add(SOURCE, said(count(None, False, day=unseen)), "20", "10")
    assert stored(store)[1] == ("wmhd", str(unseen), None, False, "was away")


@pytest.mark.parametrize(
    "odd",
    [
        Count("WMHD", "posts", DAY, 1, True),
        Count("", "posts", DAY, 1, True),
        Count("wmhd", "likes", DAY, 1, True),  # type: ignore[arg-type]
        Count("wmhd", "posts", DAY, -1, True),
        Count("wmhd", "posts", DAY, float("nan"), True),
        Count("wmhd", "posts", DAY, None, True),
        Count("wmhd", "posts", DAY, None, False, "see @somebody"),
        Count("wmhd", "posts", DAY, None, False, "did:plc:abc"),
        Count("wmhd", "posts", DAY, None, False, "x" * 121),
    ],
)
def test_what_is_no_count_is_refused_whole(odd: Count, url: str) -> None:
    store = opened(url)
    good = count(1, True, day=DAY - dt.timedelta(days=1))
    with pytest.raises(ValueError, match="Not stored: no fit"):
        store.record(SOURCE, said(good, odd), NOON)
    for server in ("10.0.0.1", "somebody@mastodon.example", "mastodon.example:80", "localhost"):
        with pytest.raises(ValueError, match="server"):
            store.record(SOURCE, Counted(server, (count(1, True),)), NOON)
    with pytest.raises(ValueError, match="twice"):
        store.record(SOURCE, said(count(1, True), count(2, True)), NOON)
    with pytest.raises(ValueError, match="cursor"):
        store.record(SOURCE, said(count(1, True)), NOON, cursor="at://did/x y")
    assert stored(store) == []


def test_no_column_could_hold_a_person(url: str) -> None:
    with opened(url).engine.begin() as connection:
        looked = inspect(connection)
        found = {
            name: {column["name"] for column in looked.get_columns(name)}
            for name in looked.get_table_names()
        }
    where = {"source", "server", "tag"}
    assert found == {
        "counts": where | {"metric", "day", "value", "whole", "reason", "read"},
        "cursors": {"source", "server", "cursor"},
        "visits": where | {"first", "last", "good", "kind"},
        "alembic_version": {"version_num"},
    }


METRICS: tuple[Metric, ...] = ("posts", "accounts")


def started(url: str, *words: str) -> subprocess.Popen[str]:
    command = [sys.executable, "-m", "tests.store.collected.collector", url, *words]
    pipes = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
    return subprocess.Popen(command, cwd=ROOT, text=True, **pipes)  # type: ignore[call-overload,no-any-return]


def told(process: subprocess.Popen[str]) -> str:
    out, err = process.communicate(timeout=600)
    assert process.returncode == 0, err
    return out


def hammered(url: str, many: int, rounds: int) -> None:
    """Collectors at once, each recording the same days in another order and adding to a stream."""
    processes = [started(url, "both", str(number), str(rounds)) for number in range(many)]
    words = [told(one).split() for one in processes]
    new = sum(int(one[0]) for one in words)
    added = sum(int(one[1]) for one in words)
    store = opened(url)
    rows = {(tag, day): (value, whole) for tag, day, value, whole, _ in stored(store)}
    merged = {key: told for key, told in rows.items() if key[0] != "streamed"}
    assert len(merged) == new == 60
    assert set(merged.values()) == {(float(many * rounds), True)}
    assert rows["streamed", str(DAY)][0] == added
    assert store.cursor("stream", SERVER) == str(added)
    assert added == many * rounds


def test_collectors_at_once_lose_and_double_nothing(url: str) -> None:
    hammered(url, 3, 4)


@pytest.mark.slow
@pytest.mark.timeout(900)
def test_many_collectors_at_once_lose_and_double_nothing(url: str) -> None:
    hammered(url, 8, 20)


def killed(url: str, rounds: int) -> None:
    """Counters that are killed at random moments: counts and cursor agree whenever one looks."""
    chance, store = random.Random(11), opened(url)
    for _ in range(rounds):
        process = started(url, "stream")
        assert process.stdout
        for _ in range(chance.randrange(1, 30)):
            process.stdout.readline()
        process.kill()
        process.communicate()
        (row,) = stored(store)
        assert store.cursor("stream", SERVER) == str(int(float(str(row[2]))))
    assert float(str(stored(store)[0][2])) > rounds


def test_a_killed_counter_never_counts_twice(url: str) -> None:
    killed(url, 2)


@pytest.mark.slow
@pytest.mark.timeout(3_600)
def test_a_counter_killed_forty_times_never_counts_twice(url: str) -> None:
    killed(url, 40)


@pytest.mark.parametrize(
    ("url", "same"),
    # a file has one writer, whatever is written
    [("sqlite", True), ("postgresql", True), ("postgresql", False)],
    indirect=["url"],
)
def test_whoever_writes_to_the_same_server_waits_for_its_turn(url: str, same: bool) -> None:
    store, done = opened(url), threading.Event()

    def write() -> None:
        store.record(SOURCE, said(count(1, True)), NOON)
        done.set()

    held = f"{SOURCE} {SERVER if same else 'other.example'}"
    with engine.transaction(store.engine, held):
        thread = threading.Thread(target=write)
        thread.start()
        assert done.wait(0.5 if same else 60) is not same
    thread.join(60)
    assert done.is_set()


@pytest.mark.parametrize("url", ["postgresql"], indirect=True)  # a file has no password
def test_a_database_that_is_away_is_told_without_the_password(url: str) -> None:
    for gone in (url.replace("host=", "host=/nonexistent"), url.replace("groundswell:", "nobody:")):
        with pytest.raises(CollectedError, match="can't be used") as caught:
            opened(gone)
        assert "pass-canary" not in f"{caught.value!r} {caught.value.__cause__!r}"
