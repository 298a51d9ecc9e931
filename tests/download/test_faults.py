"""What a broken or hostile server sends is refused, in time, and in words that help."""

from __future__ import annotations

import gzip
import resource
import threading
import time
import zlib
from collections.abc import Iterator

import pytest

from tests.download.doors import Waits, door
from tests.download.fault_server import drips, http, says, serving
from utils.download import (
    DownloadError,
    NotDataError,
    NotWholeError,
    RateLimitError,
    RefusedError,
    TooBigError,
    TooSlowError,
    UnreachableError,
)
from utils.model.live import Request

pytestmark = pytest.mark.allow_hosts(["127.0.0.1", "::1"])
GOOD = b'{"value": 1}'
LATER = "Thu, 01 Jan 2099 00:00:00 GMT"


@pytest.fixture
def stop() -> Iterator[threading.Event]:
    event = threading.Event()
    yield event
    event.set()


def test_nobody_listens() -> None:
    with serving(says(http(GOOD))) as server:
        url = server.url
    waits = Waits()
    with pytest.raises(UnreachableError, match="no connection, 4 times"):
        door(waits).fetch(Request(url))
    assert len(waits.asked) >= 3


def test_a_host_that_failed_is_not_asked_again() -> None:
    with serving(says(http(b"", status="503 Down"))) as server:
        one = door()
        for path in ("/a", "/b"):
            with pytest.raises(UnreachableError):
                one.fetch(Request(server.url + path))
        assert len(server.asked) == 4


def test_waits_as_long_as_it_is_asked_to() -> None:
    busy = http(b"", "Retry-After: 1", status="429 Busy")
    waits = Waits()
    with serving(says(busy, busy, http(GOOD))) as server:
        assert door(waits).fetch(Request(server.url)).reply.body == GOOD
    assert sum(waits.asked) >= 2
    assert len(server.asked) == 3


@pytest.mark.parametrize("header", ["86400", LATER, "99999999999999999999"])
def test_gives_up_when_asked_to_wait_too_long(header: str) -> None:
    waits = Waits()
    with (
        serving(says(http(b"", f"Retry-After: {header}", status="429 Busy"))) as server,
        pytest.raises(RateLimitError, match="asks to wait"),
    ):
        door(waits).fetch(Request(server.url))
    assert sum(waits.asked) <= 120
    assert len(server.asked) == 1


@pytest.mark.parametrize("header", ["soon", "-5", "", "1e9", "\u0661"])
def test_a_wait_that_is_no_time_is_a_short_one(header: str) -> None:
    waits = Waits()
    busy = http(b"", f"Retry-After: {header}", status="429 Busy")
    with serving(says(busy)) as server, pytest.raises(RateLimitError):
        door(waits).fetch(Request(server.url))
    assert sum(waits.asked) <= 120
    assert len(server.asked) == 4


@pytest.mark.parametrize("status", ["500 A", "502 B", "503 C", "504 D", "202 E"])
def test_failing_for_ever_is_bounded(status: str) -> None:
    with (
        serving(says(http(b"", status=status))) as server,
        pytest.raises(UnreachableError, match="4 times"),
    ):
        door().fetch(Request(server.url))
    assert len(server.asked) == 4


def test_not_ready_then_ready() -> None:
    with serving(says(http(b"", status="202 Wait"), http(GOOD))) as server:
        assert door().fetch(Request(server.url)).reply.body == GOOD


@pytest.mark.parametrize("status", ["401 No", "403 No", "404 No", "400 No"])
def test_a_no_is_not_asked_twice(status: str) -> None:
    reply = http(b'{"message": "No such column: state"}', status=status)
    with serving(says(reply)) as server, pytest.raises(RefusedError, match="No such column: state"):
        door().fetch(Request(server.url))
    assert len(server.asked) == 1


@pytest.mark.parametrize(
    ("reply", "kind"),
    [
        (http(b"<!doctype html><p>Maintenance</p>"), NotDataError),
        (http(b"\xef\xbb\xbf  <?xml version='1.0'?><a/>"), NotDataError),
        (http(b""), NotDataError),
        (http(b"  \n"), NotDataError),
        (http(b"a,b\n1,\xff\n"), NotDataError),
        (http(GOOD, "Content-Encoding: br"), NotDataError),
        (http(GOOD, "Content-Encoding: " + ", ".join(["gzip"] * 6)), NotDataError),
        (http(GOOD, "Content-Encoding: gzip"), NotDataError),
        (http(gzip.compress(GOOD)[:-9], "Content-Encoding: gzip"), NotWholeError),
        (http(GOOD, "Content-Length: 400", length=False), NotWholeError),
        (http(b"a,b\n1,2\n3", length=False), NotWholeError),
        (http(b'5\r\n{"a":\r\n', "Transfer-Encoding: chunked", length=False), NotWholeError),
        (http(b"zz\r\n{}\r\n", "Transfer-Encoding: chunked", length=False), NotWholeError),
        (http(b"x" * 2_000_000), TooBigError),
        (http(b"x" * 2_000_000, length=False), TooBigError),
        (http(gzip.compress(b"x" * 50_000_000), "Content-Encoding: gzip"), TooBigError),
    ],
    ids=range(16),
)
def test_what_is_no_whole_data_is_refused(reply: bytes, kind: type[DownloadError]) -> None:
    with serving(says(reply)) as server, pytest.raises(kind):
        door(most_bytes=1_000_000).fetch(Request(server.url))


def test_a_bomb_is_not_unpacked() -> None:
    packer = zlib.compressobj(9, zlib.DEFLATED, 31)
    bomb = b"".join(packer.compress(b"0" * 1_000_000) for _ in range(400)) + packer.flush()
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    with serving(says(http(bomb, "Content-Encoding: gzip"))) as server, pytest.raises(TooBigError):
        door(most_bytes=20_000_000).fetch(Request(server.url))
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 60_000  # kilobytes


@pytest.mark.parametrize(
    ("head", "piece"),
    [
        (b"HTTP/1.1 200 OK\r\nContent-Length: 9999\r\n\r\n", b"x"),
        (b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n", b"1\r\nx\r\n"),
        (b"HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n", b"x"),
        (b"HTTP/1.1 200 OK\r\nX-Slow: ", b"x"),
        (b"", b""),
    ],
    ids=["length", "chunks", "no length", "headers", "silence"],
)
def test_a_drip_ends_in_time(head: bytes, piece: bytes, stop: threading.Event) -> None:
    begun = time.monotonic()
    with (
        serving(drips(head, piece, 0.05, stop)) as server,
        pytest.raises((TooSlowError, UnreachableError)),
    ):
        door(deadline=0.5, silence=0.4, tries=1).fetch(Request(server.url))
    stop.set()
    assert time.monotonic() - begun < 20, "the drip itself goes on for minutes"


def test_utf8_without_a_charset_stays_utf8() -> None:
    body = "Entity,Code\nTürkiye,TUR\n".encode()
    with serving(says(http(body, "Content-Type: text/csv"))) as server:
        assert "Türkiye" in door().fetch(Request(server.url)).reply.body.decode()


def test_another_alphabet_is_read_where_it_is_named() -> None:
    body = "Entity\nTürkiye\n".encode("latin-1")
    with serving(says(http(body, "Content-Type: text/csv; charset=iso-8859-1"))) as server:
        assert "Türkiye" in door().fetch(Request(server.url)).reply.body.decode()


def test_packed_and_chunked_replies_are_read_whole() -> None:
    chunked = b'5\r\n{"a":\r\n3\r\n 1}\r\n0\r\n\r\n'
    replies = [
        http(gzip.compress(GOOD), "Content-Encoding: gzip"),
        http(chunked, "Transfer-Encoding: chunked", length=False),
    ]
    with serving(says(*replies)) as server:
        one = door()
        assert one.fetch(Request(server.url)).reply.body == GOOD
        assert one.fetch(Request(server.url)).reply.body == b'{"a": 1}'
