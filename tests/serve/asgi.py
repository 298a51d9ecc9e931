"""Speaks ASGI with an app in this process: no sockets, no server."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from starlette.types import ASGIApp, Message, Receive, Scope, Send

VISITOR = "192.0.2.7"


@dataclass(frozen=True)
class Answer:
    """What came back."""

    status: int
    headers: dict[str, str]
    body: bytes


def scope(path: str, method: str = "GET", client: str = VISITOR, **headers: str) -> Scope:
    """A request as a server hands it to an app; write header names with _ for -."""
    path, _, query = path.partition("?")
    named = {"host": "localhost"} | {name.replace("_", "-"): v for name, v in headers.items()}
    return {
        "type": "http", "method": method, "path": path, "query_string": query.encode(),
        "headers": [(name.lower().encode(), value.encode()) for name, value in named.items()],
        "client": (client, 40_000), "scheme": "http",
    }  # fmt: skip


async def asked(app: ASGIApp, wanted: Scope, body: bytes = b"") -> Answer:
    """Sends one request and gathers the whole reply."""
    sent: list[Message] = []

    async def receive() -> Message:
        return {"type": "http.request", "body": body, "more_body": False}

    async def send(message: Message) -> None:
        sent.append(message)

    await app(wanted, receive, send)
    start = next(one for one in sent if one["type"] == "http.response.start")
    headers = {name.decode(): value.decode() for name, value in start["headers"]}
    whole = b"".join(one.get("body", b"") for one in sent if one["type"] == "http.response.body")
    return Answer(start["status"], headers, whole)


def ask(app: ASGIApp, path: str, method: str = "GET", body: bytes = b"", **headers: str) -> Answer:
    """The reply to one request."""
    return asyncio.run(asked(app, scope(path, method, **headers), body))


def replying(*, status: int = 200, body: bytes = b"", **headers: str) -> ASGIApp:
    """An app that always says the same, and counts how often it was asked in `.times`."""

    async def app(scope: Scope, receive: Receive, send: Send) -> None:
        app.times += 1  # type: ignore[attr-defined]
        raw = [(name.replace("_", "-").encode(), v.encode()) for name, v in headers.items()]
        await send({"type": "http.response.start", "status": status, "headers": raw})
        await send({"type": "http.response.body", "body": body})

    app.times = 0  # type: ignore[attr-defined]
    return app


class Wire:
    """A websocket as the server's end sees it: gives messages, keeps what is sent."""

    def __init__(self, frames: Sequence[bytes | str]) -> None:
        self.coming: list[Message] = [
            {"type": "websocket.receive", ("text" if isinstance(one, str) else "bytes"): one}
            for one in frames
        ]
        self.coming.append({"type": "websocket.disconnect", "code": 1000})
        self.sent: list[Message] = []

    async def receive(self) -> Message:
        return self.coming.pop(0)

    async def send(self, message: Message) -> None:
        self.sent.append(message)


def socket_scope(client: str = VISITOR, **more: Any) -> Scope:
    """A websocket that asks to be opened."""
    return {
        "type": "websocket", "path": "/_stcore/stream", "headers": [],
        "client": (client, 40_000), "extensions": {"websocket.http.response": {}},
    } | more  # fmt: skip
