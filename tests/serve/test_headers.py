"""Every reply carries the headers, failures too, and the policy names no other host."""

from __future__ import annotations

import asyncio
import re

import pytest
from starlette.types import Receive, Scope, Send

from tests.serve.asgi import ask, asked, replying, scope, socket_scope
from utils.serve import front
from utils.serve.headers import Headers, inline_scripts, policy

SITE = "https://council.example"
NEEDED = (
    "content-security-policy",
    "x-content-type-options",
    "referrer-policy",
    "permissions-policy",
    "cross-origin-opener-policy",
)


def rules(answer_policy: str) -> dict[str, list[str]]:
    return {words[0]: words[1:] for words in map(str.split, answer_policy.split(";"))}


def test_the_policy_names_no_host_but_ours() -> None:
    found = rules(policy("here.example:8501", (), inline_scripts(front.page())))
    hosts = [one for values in found.values() for one in values if "://" in one or "*" in one]
    assert hosts == ["ws://here.example:8501", "wss://here.example:8501"]
    assert found["default-src"] == found["frame-ancestors"] == ["'self'"]
    assert found["object-src"] == found["frame-src"] == ["'none'"]


def test_scripts_run_by_their_hash_and_not_because_they_stand_in_the_page() -> None:
    page = front.page()
    assert len(re.findall(r"<script>", page)) == len(inline_scripts(page)) > 0
    allowed = rules(policy("", (), inline_scripts(page)))["script-src"]
    assert allowed == ["'self'", "'wasm-unsafe-eval'", *inline_scripts(page)]
    assert all(one.startswith("'sha256-") for one in inline_scripts(page))
    # known answer: printf 'alert(1)' | openssl dgst -sha256 -binary | base64
    assert inline_scripts("<script>alert(1)</script>") == [
        "'sha256-bhHHL3z2vDgxUt0W3dWQOrprscmda2Y5pLsLg4GF+pI='"
    ]


@pytest.mark.parametrize("status", [200, 304, 400, 404, 500])
def test_every_reply_carries_the_headers(status: int) -> None:
    answer = ask(Headers(replying(status=status)), "/")
    assert answer.status == status
    assert set(NEEDED) <= set(answer.headers)
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert answer.headers["referrer-policy"] == "no-referrer"
    assert answer.headers["x-frame-options"] == "SAMEORIGIN"


def test_a_failure_is_a_plain_reply_that_tells_nothing() -> None:
    async def failing(scope: Scope, receive: Receive, send: Send) -> None:
        raise ValueError("canary-secret")

    answer = ask(Headers(failing), "/")
    assert answer.status == 500
    assert b"canary" not in answer.body
    assert set(NEEDED) <= set(answer.headers)


def test_a_refused_websocket_carries_them_too() -> None:
    async def refusing(scope: Scope, receive: Receive, send: Send) -> None:
        await send({"type": "websocket.http.response.start", "status": 503, "headers": []})

    sent = []

    async def send(message: dict[str, object]) -> None:
        sent.append(message)

    asyncio.run(Headers(refusing)(socket_scope(), None, send))  # type: ignore[arg-type]
    assert set(NEEDED) <= {name.decode() for name, _ in sent[0]["headers"]}  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("path", "framed"),
    [
        ("/statistics?embed=true", True),
        ("/?place=FRA&embed=true", True),
        ("/statistics", False),
        ("/?embed=false", False),
        ("/?embed=true&embed=false", False),
    ],
)
def test_only_embedded_pages_may_be_framed_by_named_sites(path: str, framed: bool) -> None:
    answer = ask(Headers(replying(), ancestors=[SITE]), path)
    ancestors = rules(answer.headers["content-security-policy"])["frame-ancestors"]
    assert ancestors == (["'self'", SITE] if framed else ["'self'"])
    assert ("x-frame-options" in answer.headers) is not framed


def test_a_host_that_is_not_ours_never_gets_into_the_policy() -> None:
    answer = asyncio.run(asked(Headers(replying()), scope("/", host="evil.example; img-src *")))
    assert "evil" not in answer.headers["content-security-policy"]


def test_files_made_for_one_person_are_not_kept_by_caches() -> None:
    made = ask(Headers(replying(cache_control="public")), "/media/abc.csv")
    assert made.headers["cache-control"] == "no-store"
