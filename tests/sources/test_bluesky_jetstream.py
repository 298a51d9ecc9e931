"""The tally of a stream: each post once, days whole or not, nobody in it. Made-up events."""

from __future__ import annotations

import datetime as dt
import json
import random
from collections import Counter
from typing import Any

import pytest

from tests.sources.made_up_events import Kept, event, micro
from tests.sources.made_up_replies import PERSON
from utils.model.counts import Count
from utils.sources import SourceError, bluesky_jetstream
from utils.sources.bluesky_jetstream import Tally, question

NOON = dt.datetime(2026, 11, 24, 12, tzinfo=dt.UTC)
DAY, NEXT = NOON.date(), dt.date(2026, 11, 25)
LATER = dt.datetime(2026, 11, 25, 18, tzinfo=dt.UTC)


def tally(cursor: str = "", *tags: str, now: dt.datetime = LATER) -> Tally:
    return Tally("jet.example", frozenset(tags or ("one",)), cursor, now.timestamp)


def seconds(number: float) -> int:
    """So many seconds after noon, in microseconds."""
    return micro(NOON + dt.timedelta(seconds=number))


def only(kept: Kept, tag: str = "one", day: dt.date = DAY) -> Count:
    """The one count of a tag and day in the last that was stored."""
    (found,) = [one for one in kept.last.counts if (one.tag, one.day) == (tag, day)]
    return found


def test_listens_from_now_or_a_little_before_what_was_heard() -> None:
    assert tally().cursor() is None
    last = micro(LATER - dt.timedelta(hours=1))
    assert tally(str(last)).cursor() == last - 5_000_000
    assert question("wss://jet.example", 7) == (
        "wss://jet.example/subscribe?wantedCollections=app.bsky.feed.post&cursor=7"
    )
    assert "cursor" not in question("wss://jet.example", None)


def test_asks_for_no_more_than_the_server_keeps() -> None:
    old = micro(LATER - dt.timedelta(hours=50))
    assert tally(str(old)).cursor() == micro(LATER - dt.timedelta(hours=35.5))


def test_counts_a_post_once_for_each_of_its_hashtags() -> None:
    one, kept = tally("", "one", "two", "three"), Kept()
    assert one.add(event(seconds(1), "#One", "one", "TWO", "other"))
    one.hand_over(kept.flush)
    assert only(kept) == Count("one", "posts", DAY, 1, False)
    assert only(kept, "two").value == 1
    assert only(kept, "three").value == 0
    assert kept.cursor == str(seconds(1))


@pytest.mark.parametrize("operation", ["update", "delete"])
def test_counts_new_posts_only(operation: str) -> None:
    one, kept = tally(), Kept()
    changed = json.loads(event(seconds(1), "one"))
    changed["commit"]["operation"] = operation
    if operation == "delete":
        del changed["commit"]["record"]
    other = json.loads(event(seconds(2), "one"))
    other["commit"]["collection"] = "app.bsky.feed.like"
    one.add(event(seconds(0)))
    for heard in (changed, other, {"time_us": seconds(3), "kind": "account", "did": PERSON}):
        assert not one.add(json.dumps(heard))
    one.hand_over(kept.flush)
    assert only(kept).value == 0
    assert kept.cursor == str(seconds(0))  # only posts say that posts were heard


def test_a_post_that_is_sent_again_counts_once() -> None:
    one, kept = tally(), Kept()
    for number in (1, 2, 3, 2, 3, 4):
        one.add(event(seconds(number), "one"))
    one.hand_over(kept.flush)
    assert not one.add(event(seconds(4), "one"))
    one.add(event(seconds(3.5), "one"))  # late, but new
    one.add(event(seconds(5)))
    one.hand_over(kept.flush)
    assert kept.total("one", DAY) == 5


def test_two_posts_of_the_same_moment_are_two() -> None:
    one, kept = tally(), Kept()
    one.add(event(seconds(1), "one", rkey="a"))
    one.add(event(seconds(1), "one", rkey="b"))
    one.hand_over(kept.flush)
    assert kept.total("one", DAY) == 2


def test_what_lies_a_minute_back_is_taken_for_counted() -> None:
    one, kept = tally(), Kept()
    one.add(event(seconds(0), "one"))
    one.add(event(seconds(100), "one"))
    one.hand_over(kept.flush)
    one.add(event(seconds(0), "one"))
    one.add(event(seconds(30), "one", rkey="never heard"))
    one.add(event(seconds(101)))
    one.hand_over(kept.flush)
    assert kept.total("one", DAY) == 2
    assert len(one.recent) == 1  # the memory ends with the minute


def test_what_was_stored_is_not_counted_again_after_a_restart() -> None:
    kept = Kept()
    one = tally()
    for number in range(10):
        one.add(event(seconds(number), "one"))
    one.hand_over(kept.flush)
    one.add(event(seconds(10), "one"))  # heard, never stored: the program is killed
    again = tally(kept.cursor)
    for number in range(4, 12):
        again.add(event(seconds(number), "one"))
    again.hand_over(kept.flush)
    assert kept.total("one", DAY) == 12
    assert kept.expected == ["", str(seconds(9))]


def test_nothing_is_lost_if_storing_fails() -> None:
    one, kept = tally(), Kept()
    one.add(event(seconds(1), "one"))

    def full(*_: object) -> None:
        raise OSError("disk full")

    with pytest.raises(OSError, match="disk full"):
        one.hand_over(full)
    one.hand_over(kept.flush)
    one.hand_over(kept.flush)
    assert kept.total("one", DAY) == 1
    assert len(kept.expected) == 1


def test_a_day_is_whole_when_the_next_one_has_begun() -> None:
    one, kept = tally(str(seconds(0))), Kept(str(seconds(0)))
    one.add(event(seconds(1), "one"))
    one.hand_over(kept.flush)
    assert not only(kept).whole
    one.add(event(micro(dt.datetime(2026, 11, 25, 0, 0, 1, tzinfo=dt.UTC)), "one"))
    one.hand_over(kept.flush)
    assert only(kept) == Count("one", "posts", DAY, 0, True)
    assert only(kept, day=NEXT) == Count("one", "posts", NEXT, 1, False)


def test_a_lost_stretch_within_a_day_is_told() -> None:
    one, kept = tally(str(seconds(0))), Kept(str(seconds(0)))
    one.cursor()
    one.add(event(seconds(3_600), "one"))
    one.hand_over(kept.flush)
    assert only(kept) == Count("one", "posts", DAY, 1, False, "Not read from 12:00 to 13:00 UTC.")


def test_a_lost_stretch_over_days_makes_gaps() -> None:
    before = dt.datetime(2026, 11, 22, 22, tzinfo=dt.UTC)
    one, kept = tally(str(micro(before))), Kept(str(micro(before)))
    one.cursor()
    one.add(event(seconds(0), "one"))
    one.hand_over(kept.flush)
    assert [(c.day.day, c.value, c.whole, c.reason) for c in kept.last.counts] == [
        (22, 0, False, "Not read after 22:00 UTC."),
        (23, None, False, "Nobody was listening on this day."),
        (24, 1, False, "Not read before 12:00 UTC."),
    ]


def test_a_quiet_hour_within_a_connection_is_no_loss() -> None:
    one, kept = tally(str(seconds(0))), Kept(str(seconds(0)))
    one.cursor()
    one.add(event(seconds(1)))
    one.add(event(seconds(3_600), "one"))
    one.hand_over(kept.flush)
    assert only(kept).reason == ""


def test_the_day_on_which_it_began_is_told_even_without_a_post_of_ours() -> None:
    one, kept = tally(), Kept()
    one.add(event(seconds(1)))
    one.add(event(micro(dt.datetime(2026, 11, 25, 0, 0, 1, tzinfo=dt.UTC)), "one"))
    one.hand_over(kept.flush)
    assert [(c.day, c.value) for c in kept.last.counts] == [(DAY, 0), (NEXT, 1)]


def test_posts_without_any_hashtag_do_not_pass_for_zeros(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bluesky_jetstream, "BARE", 50)
    one = tally()
    for number in range(50):
        one.add(event(seconds(number)))
    one.add(event(seconds(50), "other"))
    for number in range(51, 101):
        one.add(event(seconds(number)))
    with pytest.raises(SourceError, match="50 posts without a hashtag: the field facets"):
        one.add(event(seconds(101)))
    assert one.last == seconds(100)


def without(*path: str) -> Any:
    whole = json.loads(event(seconds(1), "one"))
    inner = whole
    for name in path[:-1]:
        inner = inner[name]
    del inner[path[-1]]
    return whole


@pytest.mark.parametrize(
    ("heard", "words"),
    [
        (b"\xff\x00", "no sound JSON"),
        ("{" * 100_000, "no sound JSON"),
        ("[" * 100_000, "no sound JSON"),
        ("7", "event is no record"),
        (without("time_us"), "lacks the field time_us"),
        (without("kind"), "lacks the field kind"),
        (without("commit"), "commit is no record"),
        (without("commit", "operation"), "lacks the field operation"),
        (without("commit", "collection"), "lacks the field collection"),
        (without("commit", "record"), "record of a post is no record"),
        (without("commit", "record", "createdAt"), "lacks the field createdAt"),
        ({**without("did"), "time_us": PERSON}, "time_us holds no count"),
        ({**without("did"), "time_us": 10**17}, "far from our clock"),
        ({**without("did"), "time_us": 5}, "far from our clock"),
    ],
)
def test_what_is_off_is_named(heard: Any, words: str) -> None:
    one = tally(str(seconds(0)))
    with pytest.raises(SourceError, match=words) as error:
        one.add(heard if isinstance(heard, str | bytes) else json.dumps(heard))
    assert PERSON not in str(error.value)
    assert one.last == seconds(0)


def test_nothing_of_a_person_is_kept() -> None:
    one, kept = tally(), Kept()
    one.add(event(seconds(1), "one"))
    inside = repr(vars(one))
    one.hand_over(kept.flush)
    assert PERSON in event(seconds(1), "one")
    assert PERSON not in inside + repr(vars(one)) + repr(kept.last)
    twin = tally()
    twin.add(event(seconds(1), "one"))
    other = tally()
    other.add(event(seconds(1), "one"))
    assert set(twin.recent) != set(other.recent)  # so the numbers lead back to nobody


def test_any_order_of_breaks_and_stores_counts_every_post_once() -> None:
    draw = random.Random(7)
    sent = [event(seconds(number / 4), *["one"] * (number % 3 == 0)) for number in range(400)]
    for _ in range(8):
        kept, one, place, stored = Kept(), tally(), 0, 0
        one.add(event(seconds(-1)))
        while place < len(sent):
            one.add(sent[place])
            place += 1
            happens = draw.random()
            if happens < 0.1:
                one.hand_over(kept.flush)
                stored = place
            elif happens < 0.12:  # the connection breaks: a few are sent again
                place = max(0, place - draw.randrange(20))
            elif happens < 0.14 and kept.cursor:  # killed: what was not stored is heard again
                one, place = tally(kept.cursor), max(0, stored - 20)
        one.add(event(seconds(200)))
        one.hand_over(kept.flush)
        assert kept.total("one", DAY) == 134


def test_the_recorded_order_of_times_loses_nothing() -> None:
    """Times within one connection need not rise; seen in a recording of 2026."""
    one, kept = tally(), Kept()
    for micros in (132_431, 157_119, 134_740, 153_272):
        one.add(event(seconds(0) + micros, "one"))
    one.hand_over(kept.flush)
    assert kept.total("one", DAY) == 4
    assert Counter(kept.expected) == {"": 1}
