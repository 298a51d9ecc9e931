"""The wire between a page and the server: how many, how fast, and which messages pass.

Streamlit takes every message of every connection as fast as it comes. One script that sends
thousands would slow the app for everybody, and anyone could clear its caches.
"""

from __future__ import annotations

import asyncio
from collections import Counter, OrderedDict

from google.protobuf.message import DecodeError  # type: ignore[import-untyped]
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send
from streamlit.proto.BackMsg_pb2 import BackMsg

from utils.model import limits
from utils.serve.rates import Bucket, address

PASSES = {"rerun_script", "stop_script", "app_heartbeat", "file_urls_request"}
"""What a visitor's page has to say. Not: clear the caches, run on save, read git, shut down."""
PASSES_BACKEND = {"deferred_file", "dataframe_chunk"}
"""Of the operations that a page may ask for: files made on click, and more rows of a table."""
PROTOCOL_ERROR, TOO_BIG = 1002, 1009
"""Codes of RFC 6455 with which a connection is closed."""


def passes(frame: bytes) -> bool:
    """Whether a message is one that visitors send; raises `DecodeError` if it is none at all."""
    message = BackMsg.FromString(frame)
    kind = message.WhichOneof("type")
    if kind == "backend_operation_request":
        return message.backend_operation_request.WhichOneof("payload") in PASSES_BACKEND
    return kind in PASSES


class Sockets:
    """Counts connections, and gives each an `Inbox` that is patient with its messages."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app
        self.open: Counter[str] = Counter()
        self.openings: OrderedDict[str, Bucket] = OrderedDict()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """One connection, from opening to close."""
        if scope["type"] != "websocket":
            return await self.app(scope, receive, send)
        who = address(scope)
        if self._full(who):
            return await _refuse(scope, receive, send)
        self.open[who] += 1
        inbox = Inbox(receive, send)
        try:
            await self.app(scope, inbox.receive, inbox.send)
        finally:
            self.open[who] -= 1
            if not self.open[who]:
                del self.open[who]

    def _full(self, who: str) -> bool:
        return (
            self.open.total() >= limits.SERVER_CONNECTIONS
            or self.open[who] >= limits.SERVER_CONNECTIONS_PER_ADDRESS
            or not self._bucket(who).take()
        )

    def _bucket(self, who: str) -> Bucket:
        """The openings of an address. Without it, a new connection would bring a new burst."""
        if who not in self.openings:
            self.openings[who] = Bucket(
                limits.SERVER_OPENINGS_PER_SECOND, limits.SERVER_CONNECTIONS_PER_ADDRESS
            )
        self.openings.move_to_end(who)
        while len(self.openings) > limits.SERVER_ADDRESSES:
            self.openings.popitem(last=False)
        return self.openings[who]


class Inbox:
    """The messages of one connection: waits where they come too fast, drops what may not pass.

    While it waits nothing more is read, so the sender is held up and nobody else.
    """

    def __init__(self, receive: Receive, send: Send) -> None:
        self._receive, self._send, self._closed = receive, send, False
        self._bucket = Bucket(limits.SERVER_MESSAGES_PER_SECOND, limits.SERVER_MESSAGES_BURST)

    async def receive(self) -> Message:
        """The next message that may pass, or the end."""
        while True:
            message = await self._receive()
            if message["type"] != "websocket.receive":
                return message
            await asyncio.sleep(self._bucket.wait())
            frame = message.get("bytes") or b""
            if len(frame) > limits.SERVER_MESSAGE_BYTES:
                return await self._close(TOO_BIG)
            try:
                if passes(frame):
                    return message
            except DecodeError:
                return await self._close(PROTOCOL_ERROR)

    async def send(self, message: Message) -> None:
        """Passes a message to the page unless the connection was closed here."""
        if not self._closed:
            await self._send(message)

    async def _close(self, code: int) -> Message:
        await self.send({"type": "websocket.close", "code": code})
        self._closed = True
        return {"type": "websocket.disconnect", "code": code}


async def _refuse(scope: Scope, receive: Receive, send: Send) -> None:
    await receive()
    if "websocket.http.response" not in scope.get("extensions", {}):
        return await send({"type": "websocket.close", "code": 1013})
    reply = PlainTextResponse("Too many pages are open. Try again soon.", 503, {"retry-after": "5"})
    await reply(scope, receive, send)
