"""Asking one server: pages end, keys stay with their host, answers are about what was asked."""

from __future__ import annotations

import dataclasses
import datetime as dt
import json
import socket
from collections.abc import Callable, Sequence
from typing import Any

import pytest

from tests.cli.live_house import door
from tests.download.fault_server import http, serving
from utils.catalog import cards
from utils.cli import collect_ask
from utils.download import RefusedError, UnreachableError
from utils.model.collecting import Asked
from utils.model.counts import Count, Counted
from utils.model.live import Reply, Request
from utils.sources import SourceError

pytestmark = pytest.mark.allow_hosts(["127.0.0.1", "::1"])
NOW = dt.datetime(2026, 11, 25, 12, tzinfo=dt.UTC)
SERVER = "one.example"


@dataclasses.dataclass
class Shape:
    """A shape that asks for `next` for as long as the reply names one."""

    read: Callable[[Sequence[Reply], Asked], Counted]

    def requests(self, asked: Asked) -> tuple[Request, ...]:
        return (Request(f"{asked.base}/1"),)

    def following(self, pages: Sequence[Reply], asked: Asked) -> Request | None:
        url = json.loads(pages[-1].body)["next"]
        return Request(url) if url else None


def pages(replies: Sequence[Reply], asked: Asked) -> Counted:
    """As many posts as there were pages."""
    return said(asked, Count(asked.tag, "posts", asked.today, float(len(replies)), False))


def said(asked: Asked, *counts: Count) -> Counted:
    return Counted(asked.server, counts)


def asked(url: str) -> Asked:
    collect = cards.sources()["mastodon"].collect
    assert collect
    local = dataclasses.replace(collect, base=url)
    return Asked("mastodon", local, SERVER, "wmhd", NOW, NOW.date())


def counted(
    monkeypatch: pytest.MonkeyPatch, following: Callable[[str, int], str], read: Any = pages
) -> tuple[Counted | None, list[str]]:
    """What comes of a chain; ``following`` makes the next address from an address and a number."""
    monkeypatch.setattr(collect_ask, "collect_shape", lambda name: Shape(read))

    def answer(connection: socket.socket, path: str) -> None:
        body = {"next": following(server.url, int(path.strip("/")) + 1)}
        connection.sendall(http(json.dumps(body).encode()))

    with serving(answer) as server:
        return collect_ask.counted(asked(server.url), door(), {"Key": "k"}), server.asked


def test_pages_are_followed_to_their_end(monkeypatch: pytest.MonkeyPatch) -> None:
    found, questions = counted(monkeypatch, lambda url, n: f"{url}/{n}" if n < 4 else "")
    assert found
    assert found.counts[0].value == 3.0
    assert len(questions) == 3


@pytest.mark.parametrize(
    ("following", "words"),
    [
        (lambda url, n: f"{url}/1", "pages don't end: 1 "),
        (lambda url, n: f"{url}/{n}", "pages don't end: 200 "),
        (lambda url, n: "https://elsewhere.example/2", "on another host"),
        (lambda url, n: url.replace("http:", "https:") + "/2", "on another host"),
    ],
)
def test_a_chain_that_goes_astray_is_left(
    following: Callable[[str, int], str], words: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    with pytest.raises(SourceError, match=words):
        counted(monkeypatch, following)


ASTRAY = {
    "another hashtag": lambda a: said(a, Count("else", "posts", a.today, 1.0, False)),
    "another metric": lambda a: said(a, Count(a.tag, "views", a.today, 1.0, False)),
    "another server": lambda a: Counted("two.example", ()),
    "tomorrow": lambda a: said(a, Count(a.tag, "posts", dt.date(2026, 11, 26), 1.0, False)),
}


@pytest.mark.parametrize("how", ASTRAY)
def test_only_what_was_asked_is_taken(how: str, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(SourceError, match=r"something else|not begun"):
        counted(monkeypatch, lambda *_: "", lambda replies, asked: ASTRAY[how](asked))


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (RefusedError("one.example: it answered 403. Check the key. It said: a name"), "the key."),
        (UnreachableError("one.example: nobody with hidden-key there."), "nobody with [hidden]"),
        (SourceError("The field day holds no midnight UTC."), "The field day holds no midnight"),
        (ValueError("invalid literal for int() with base 10: 'a name'"), "promises (ValueError)"),
        (KeyError("a name"), "promises (KeyError)"),
    ],
)
def test_failures_are_told_without_a_word_of_the_reply(error: Exception, said: str) -> None:
    words = collect_ask.words(error, door(("hidden-key",)))
    assert said in words
    assert "a name" not in words
