"""Every way of counting against a broken or hostile server: refused, bounded, and nobody told."""

from __future__ import annotations

import json
import logging
import threading
import traceback
from collections.abc import Callable
from typing import Any

import pytest

from tests.download.doors import AGENT, Waits, door
from tests.download.fault_server import Script, Server, drips, http, says, serving
from tests.sources.made_up_replies import (
    PERSON,
    asked,
    bluesky_post,
    gdelt,
    mastodon_history,
    mastodon_post,
    shown,
    wikimedia,
    x_bucket,
    x_page,
    youtube_page,
)
from utils.cli.collect_ask import counted, words
from utils.download import (
    AddressError,
    DownloadError,
    NotDataError,
    NotWholeError,
    RateLimitError,
    RefusedError,
    TooBigError,
    TooSlowError,
    UnreachableError,
)
from utils.model.counts import Counted
from utils.sources import SourceError

pytestmark = pytest.mark.allow_hosts(["127.0.0.1", "::1"])
KEY = "canary-key-0f-this-test"
CREDENTIALS = {"Authorization": f"Bearer {KEY}", "X-Goog-Api-Key": KEY}
GOOD: dict[str, Any] = {
    "mastodon_tag": mastodon_history(),
    "mastodon_timeline": [mastodon_post(1, 1)],
    "bluesky_search": {"posts": [bluesky_post(1, 1)]},
    "x_counts": x_page([x_bucket(1, 11)]),
    "youtube_search": youtube_page(),
    "gdelt_share": gdelt(),
    "wikimedia_article": wikimedia(2, 1),
}
SHAPES = sorted(GOOD)
QUICK = ("mastodon_timeline", "youtube_search")
EVERY = [pytest.param(one, marks=[pytest.mark.slow] * (one not in QUICK)) for one in SHAPES]
"""All shapes go through the same door, so only two are tried each time and the rest with all."""
PERSONAL = sorted({*GOOD} - {"gdelt_share", "wikimedia_article"})


def ok(content: object, *headers: str) -> bytes:
    return http(json.dumps(content).encode(), *headers)


def ask(server: Server, shape: str, waits: Waits | None = None, **limits: Any) -> Counted:
    one = door(waits, (KEY,), **limits)
    return counted(asked(shape, server.url, back=3), one, CREDENTIALS)


def fails(shape: str, script: Script, kind: type[Exception], **limits: Any) -> Server:
    with serving(script) as server, pytest.raises(kind):
        ask(server, shape, **limits)
    return server


@pytest.mark.parametrize("shape", SHAPES)
def test_a_good_reply_is_counted_and_who_asks_says_so(shape: str) -> None:
    with serving(says(ok(GOOD[shape]))) as server:
        found = ask(server, shape)
    assert found.server == "127.0.0.1"
    assert found.counts
    assert all(f"User-Agent: {AGENT}\r\n" in one for one in server.asked)
    assert server.most_together == 1


@pytest.mark.parametrize("shape", EVERY)
def test_nobody_listens(shape: str) -> None:
    with serving(says(b"")) as server:
        pass
    with pytest.raises(UnreachableError, match="no connection"):
        ask(server, shape)


@pytest.mark.parametrize("shape", EVERY)
def test_waits_when_asked_to_and_gives_up_when_asked_too_much(shape: str) -> None:
    busy = http(b"", "Retry-After: 1", status="429 Busy")
    waits = Waits()
    with serving(says(busy, busy, ok(GOOD[shape]))) as server:
        assert ask(server, shape, waits).counts
    assert sum(waits.asked) >= 2
    long = says(http(b"", "Retry-After: 86400", status="429 Busy"))
    assert len(fails(shape, long, RateLimitError).asked) == 1


@pytest.mark.parametrize("shape", EVERY)
@pytest.mark.parametrize("status", ["500 A", "503 C"])
def test_failing_for_ever_is_bounded(shape: str, status: str) -> None:
    server = fails(shape, says(http(b"", status=status)), UnreachableError)
    assert len(server.asked) == 4


@pytest.mark.parametrize("shape", EVERY)
@pytest.mark.parametrize(
    ("body", "kind"),
    [
        (http(b"<!doctype html><p>Log in</p>"), NotDataError),
        (http(b""), NotDataError),
        (http(b'{"error": "canary-person"}'), SourceError),
        (http(b'[{"message": "canary-person"}]'), SourceError),
        (http(b'{"a": ['), SourceError),
        (http(b"[" * 100_000 + b"]" * 100_000), SourceError),
        (http(b"{}", "Content-Length: 400", length=False), NotWholeError),
        (http(b'[{"id": 1},\n{"id": 2', length=False), NotWholeError),
        (http(b'5\r\n{"a":\r\n', "Transfer-Encoding: chunked", length=False), NotWholeError),
        (http(b"[" + b" " * 2_000_000 + b"]"), TooBigError),
    ],
    ids=["html", "empty", "error", "list", "cut", "deep", "short", "mid-row", "chunk", "big"],
)
def test_what_is_no_whole_data_is_refused(shape: str, body: bytes, kind: type[Exception]) -> None:
    with serving(says(body)) as server, pytest.raises(kind) as error:
        ask(server, shape, most_bytes=1_000_000)
    assert shape not in PERSONAL or PERSON not in str(error.value)


@pytest.mark.parametrize("shape", EVERY)
def test_a_drip_ends_in_time(shape: str) -> None:
    stop = threading.Event()
    head = b"HTTP/1.1 200 OK\r\nContent-Length: 9999\r\n\r\n"
    fails(shape, drips(head, b" ", 0.05, stop), TooSlowError, deadline=0.3, tries=1)
    stop.set()


@pytest.mark.parametrize("shape", SHAPES)
def test_a_key_never_goes_to_another_host(shape: str) -> None:
    with serving(says(ok(GOOD[shape]))) as other:
        moved = http(b"", f"Location: {other.url}/there", status="302 Moved")
        with serving(says(moved)) as first:
            ask(first, shape)
    assert KEY in first.asked[0]
    assert KEY not in first.asked[0].partition("\r\n")[0]  # a header, never the address
    assert other.asked
    assert all(KEY not in one for one in other.asked)


@pytest.mark.parametrize("shape", EVERY)
def test_a_redirect_into_this_network_is_not_followed(shape: str) -> None:
    fails(shape, says(http(b"", "Location: http://10.0.0.1/", status="302 Moved")), AddressError)


ENDLESS: dict[str, tuple[Callable[[int], object], type[Exception]]] = {
    "bluesky_search": (lambda n: {"posts": [bluesky_post(n, 0)], "cursor": "same"}, SourceError),
    "x_counts": (lambda n: x_page([], "same"), SourceError),
}


@pytest.mark.parametrize("shape", sorted(ENDLESS))
def test_a_circle_of_pages_ends(shape: str) -> None:
    content, kind = ENDLESS[shape]
    server = fails(shape, says(ok(content(1))), kind)
    assert len(server.asked) == 2


def test_a_circle_of_links_ends() -> None:
    posts = [mastodon_post(1, 0)]

    def again(connection: Any, path: str) -> None:
        link = f'Link: <http://127.0.0.1:{connection.getsockname()[1]}/api/x>; rel="next"'
        connection.sendall(ok(posts, link))

    assert len(fails("mastodon_timeline", again, SourceError).asked) == 2


def test_a_week_without_end_is_cut() -> None:
    with serving(says(ok(youtube_page(token="same")))) as server, pytest.raises(SourceError):
        ask(server, "youtube_search")
    assert len(server.asked) <= 3


def test_a_link_to_another_host_is_not_followed() -> None:
    led = ok([mastodon_post(1, 0)], 'Link: <http://127.0.0.2:9/x>; rel="next"')
    assert len(fails("mastodon_timeline", says(led), SourceError).asked) == 1


def test_a_page_that_fails_leaves_nothing_half_counted() -> None:
    first = ok({"posts": [bluesky_post(1, 0)], "cursor": "one"})
    fails("bluesky_search", says(first, http(b"", status="503 Down")), UnreachableError)


def test_an_unknown_hashtag_is_zero_posts_on_that_server() -> None:
    none = http(b'{"error":"Record not found"}', status="404 Not Found")
    with serving(says(none)) as server:
        found = ask(server, "mastodon_timeline")
    assert shown(found.counts) == {0: (0, False), **dict.fromkeys(range(1, 4), (0, True))}
    fails("mastodon_tag", says(none), RefusedError)


@pytest.mark.parametrize(
    ("shape", "status", "said"),
    [
        ("mastodon_tag", "401 No", "members only"),
        ("mastodon_timeline", "422 No", "members only"),
        ("bluesky_search", "403 No", "only with an account"),
        ("x_counts", "403 No", "does not accept the key"),
        ("youtube_search", "403 No", "100 searches"),
    ],
)
def test_a_refusal_is_told_in_our_words(shape: str, status: str, said: str) -> None:
    reply = http(f'{{"error": "not for {PERSON}"}}'.encode(), status=status)
    with serving(says(reply)) as server, pytest.raises(RefusedError, match=said):
        ask(server, shape)


@pytest.mark.parametrize("shape", [one for one in EVERY if one.values[0] in PERSONAL])
@pytest.mark.parametrize(
    "reply",
    [
        http(f'{{"error": "{PERSON} is blocked"}}'.encode(), status="400 No"),
        http(f'{{"error": "{PERSON}", "your key": "{KEY}"}}'.encode(), status="403 No"),
        http(f'{{"you sent": "{KEY}", "who": "{PERSON}"}}'.encode()),
        http(f'[{{"id": "{PERSON}", "created_at": "{PERSON}"}}]'.encode()),
        http(f'{{"posts": [{{"uri": "{PERSON}"}}], "items": ["{PERSON}"]}}'.encode()),
        http(f'{{"name": "{PERSON}", "history": [], "data": "{PERSON}", "meta": {{}}}}'.encode()),
        http(b"", "Retry-After: 9999", status="429 Busy"),
        http(b"", status="503 Down"),
        http(b"", f"Location: http://10.0.0.1/?key={KEY}", status="302 Moved"),
    ],
    ids=range(9),
)
def test_no_key_and_no_person_is_in_any_error_or_log(
    shape: str, reply: bytes, caplog: pytest.LogCaptureFixture, capfd: pytest.CaptureFixture[str]
) -> None:
    caplog.set_level(logging.DEBUG)
    with (
        serving(says(reply)) as server,
        pytest.raises((DownloadError, SourceError)) as refusal,
    ):
        ask(server, shape)
    assert KEY in server.asked[0]
    told = "".join(traceback.format_exception(refusal.value)) + caplog.text
    told += words(refusal.value, door(secrets=(KEY,))) + "".join(capfd.readouterr())
    assert KEY not in told
    assert PERSON not in told
    assert caplog.text  # else nothing was looked at


@pytest.mark.parametrize("shape", ["mastodon_timeline", "bluesky_search"])
def test_nobody_is_in_what_was_counted_or_logged(
    shape: str, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    posts = {
        "mastodon_timeline": [mastodon_post(number, 1) for number in range(3)],
        "bluesky_search": {"posts": [bluesky_post(number, 1) for number in range(3)]},
    }[shape]
    with serving(says(ok(posts))) as server:
        found = ask(server, shape)
    assert shown(found.counts)[1] == (3, True)
    assert PERSON in json.dumps(posts)
    assert PERSON not in repr(found) + caplog.text


def test_a_post_of_the_operators_own_account_counts_too() -> None:
    posts = {"posts": [bluesky_post(1, 1)]}
    with serving(says(ok(posts))) as server:
        one = door(secrets=(KEY, f"{PERSON}.example"))
        found = counted(asked("bluesky_search", server.url, back=3), one, CREDENTIALS)
    assert shown(found.counts)[1] == (1, True)


def test_ids_of_posts_in_addresses_are_not_logged(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    posts = [mastodon_post(1, 0)]

    def first(connection: Any, path: str) -> None:
        port = connection.getsockname()[1]
        more = f'Link: <http://127.0.0.1:{port}/x?max_id={PERSON}>; rel="next"'
        connection.sendall(ok(posts, *([] if PERSON in path else [more])))

    with serving(first) as server:
        ask(server, "mastodon_timeline")
    assert PERSON in server.asked[1]
    assert PERSON not in caplog.text
    assert "max_id=[hidden]" in caplog.text
