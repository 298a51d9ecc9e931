"""Streamlit's files are packed once, kept within a limit, and still good for every browser."""

from __future__ import annotations

import asyncio
import gzip

import pytest
from starlette.types import ASGIApp, Receive, Scope, Send

from tests.serve.asgi import Answer, ask, asked, replying, scope
from utils.model import limits
from utils.serve.packed import Packed, accepts

SCRIPT = b"let words = 'the same words over and over';\n" * 1_000
JS = "/static/js/app.D9.js"
LASTING = {
    "content_type": "application/javascript",
    "cache_control": "public, immutable, max-age=31536000",
    "etag": '"abc"',
    "accept_ranges": "bytes",
}


def files(body: bytes = SCRIPT, **headers: str) -> ASGIApp:
    return replying(body=body, **(LASTING | {"content_length": str(len(body))} | headers))


def packed(app: ASGIApp, path: str = JS, **headers: str) -> Answer:
    return ask(app, path, **({"accept_encoding": "gzip, deflate, br"} | headers))


def test_a_script_is_packed_once_and_says_what_it_said_before() -> None:
    inside = files()
    app = Packed(inside)
    first, second = packed(app), packed(app)
    assert first == second
    assert gzip.decompress(first.body) == SCRIPT
    assert len(first.body) < len(SCRIPT) / 3
    assert first.headers["content-length"] == str(len(first.body))
    assert first.headers["content-encoding"] == "gzip"
    assert first.headers["vary"] == "Accept-Encoding"
    assert first.headers["cache-control"] == LASTING["cache_control"]
    assert first.headers["etag"] == 'W/"abc"'
    assert "accept-ranges" not in first.headers
    assert inside.times == 1  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("header", "yes"),
    [
        ("gzip", True),
        ("gzip, deflate, br, zstd", True),
        ("GZIP;q=0.5", True),
        ("*", True),
        ("br, *;q=0.1", True),
        ("gzip;q=0", False),
        ("*;q=0", False),
        ("gzip;q=0, *", False),
        ("br", False),
        ("identity", False),
        ("gzip;q=often", False),
        ("", False),
    ],
)
def test_a_browser_says_whether_it_can_unpack(header: str, yes: bool) -> None:
    assert accepts(header) is yes
    assert ("content-encoding" in packed(Packed(files()), accept_encoding=header).headers) is yes


def test_who_cannot_unpack_gets_it_whole_even_after_others() -> None:
    app = Packed(files())
    packed(app)
    plain = packed(app, accept_encoding="identity")
    assert plain.body == SCRIPT
    assert plain.headers["vary"] == "Accept-Encoding"


@pytest.mark.parametrize(
    "asked_for",
    [
        {"range": "bytes=0-9"},
        {"if_none_match": 'W/"abc"'},
        {"if_modified_since": "Wed, 25 Nov 2026 17:31:29 GMT"},
    ],
)
def test_pieces_and_old_copies_are_streamlits_business(asked_for: dict[str, str]) -> None:
    inside = files()
    app = Packed(inside)
    packed(app)
    assert "content-encoding" not in packed(app, **asked_for).headers
    assert inside.times == 2  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("path", "headers", "body"),
    [
        ("/app/static/geo/world_110m.json", {}, SCRIPT),
        ("/healthz", {}, SCRIPT),
        (JS, {"content_type": "font/woff2"}, SCRIPT),
        (JS, {"cache_control": "no-cache"}, SCRIPT),
        (JS, {"content_encoding": "br"}, SCRIPT),
        (JS, {}, b"x" * (limits.SERVER_PACKED_FROM_BYTES - 1)),
        (JS, {}, b"x" * (limits.SERVER_PACKED_FILE_BYTES + 1)),
    ],
)
def test_everything_else_goes_through_as_it_is(
    path: str, headers: dict[str, str], body: bytes
) -> None:
    app = Packed(files(body, **headers))
    for _ in range(2):
        answer = packed(app, path)
        assert answer.body == body
        assert answer.headers.get("content-encoding") == headers.get("content_encoding")
    assert not app.kept


def test_the_copies_stay_within_a_limit_and_the_least_used_goes(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    app = Packed(files())
    one = len(packed(app, "/static/a.js").body)
    monkeypatch.setattr(limits, "SERVER_PACKED_BYTES", 2 * one)
    for path in ("/static/b.js", "/static/a.js", "/static/c.js"):
        packed(app, path)
    assert list(app.kept) == ["/static/a.js", "/static/c.js"]


def test_who_comes_meanwhile_takes_the_same_copy() -> None:
    inside = files()

    async def slowly(scope: Scope, receive: Receive, send: Send) -> None:
        await asyncio.sleep(0)
        await inside(scope, receive, send)

    async def crowd() -> list[Answer]:
        app = Packed(slowly)
        wanted = [asked(app, scope(JS, accept_encoding="gzip")) for _ in range(20)]
        return await asyncio.gather(*wanted)

    told = asyncio.run(crowd())
    assert {gzip.decompress(one.body) for one in told} == {SCRIPT}
    assert inside.times == 1  # type: ignore[attr-defined]
