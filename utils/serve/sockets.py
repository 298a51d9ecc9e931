"""The wire between a page and the server: how many, how fast, and which messages pass.

Streamlit takes every message of every connection as fast as it comes. One script that sends
thousands would slow the app for everybody, and anyone could clear its caches.
"""

from __future__ import annotations

import asyncio
import time
from collections import Counter, OrderedDict
from contextlib import suppress

from google.protobuf.message import DecodeError  # type: ignore[import-untyped]
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

from utils.model import limits
from utils.serve.rates import Bucket, address
from utils.serve.returning import Returning
from utils.serve.turns import Turn, slots

PASSES = {
    "rerun_script",
    "stop_script",
    "app_heartbeat",
    "file_urls_request",
    "deferred_file",  # made on click
    "dataframe_chunk",  # more rows of a table
}
"""What a visitor's page has to say. Not: clear the caches, run on save, read git, shut down."""
SMALL = 200  # bytes of a message that is worth looking into for the end of a page
PROTOCOL_ERROR, NO_TEXT, TOO_BIG = 1002, 1003, 1009
"""Codes of RFC 6455 with which a connection is closed."""


def kind(frame: bytes) -> str:
    """What a message asks for; raises `DecodeError` if it is none at all."""
    message = BackMsg.FromString(frame)
    if message.WhichOneof("type") == "backend_operation_request":
        return str(message.backend_operation_request.WhichOneof("payload"))
    return str(message.WhichOneof("type"))


def finishes(frame: bytes) -> bool:
    """Whether a message to the page says that it is drawn; such messages are very small."""
    if not frame or len(frame) > SMALL:
        return False
    return bool(ForwardMsg.FromString(frame).WhichOneof("type") == "script_finished")


class Sockets:
    """Counts connections, and gives each an `Inbox` that is patient with its messages."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app
        self.open: Counter[str] = Counter()
        self.openings: OrderedDict[str, Bucket] = OrderedDict()
        self.slots = slots()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """One connection, from opening to close."""
        if scope["type"] != "websocket":
            return await self.app(scope, receive, send)
        who = address(scope)
        if self._full(who):
            return await _refuse(scope, receive, send)
        self.open[who] += 1
        inbox = Inbox(receive, send, Turn(self.slots), Returning(scope))
        try:
            await self.app(scope, inbox.receive, inbox.send)
        finally:
            inbox.turn.give()
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

    While it waits nothing more is read, so the sender is held up and nobody else. A page that is
    being drawn may be asked for anew a few times and then has to be finished, because Streamlit
    gives each try a thread of its own and gives up the old one only when it gets to it. Then
    comes a rest as long as drawing took, so that half of the time is for others.
    """

    def __init__(
        self, receive: Receive, send: Send, turn: Turn, returning: Returning | None = None
    ) -> None:
        self._receive, self._send, self._closed = receive, send, False
        self.turn, self._returning = turn, returning
        self._held = b""
        self._bucket = Bucket(limits.SERVER_MESSAGES_PER_SECOND, limits.SERVER_MESSAGES_BURST)
        self._drawn = asyncio.Event()
        self._drawn.set()
        self._asked = self._took = 0.0
        self._undrawn = 0

    async def receive(self) -> Message:
        """The next message that may pass, or the end."""
        return await (self._let_go() if self._held else self._next())

    async def _next(self) -> Message:
        while True:
            message = await self._receive()
            if message["type"] != "websocket.receive":
                return message
            wait = self._bucket.wait()
            if wait or self._undrawn >= limits.SERVER_REDRAWS:
                await self._rest(wait)
            frame = message.get("bytes")
            if frame is None:
                return await self._close(NO_TEXT)
            if len(frame) > limits.SERVER_MESSAGE_BYTES:
                return await self._close(TOO_BIG)
            try:
                asked = kind(frame)
            except DecodeError:
                return await self._close(PROTOCOL_ERROR)
            if asked == "rerun_script":
                message = self._in_order(message, frame)
                await self._begin()
            if asked in PASSES:
                return message

    def _in_order(self, message: Message, frame: bytes) -> Message:
        """The message itself, or what has to be done before it, which then is held back."""
        first = self._returning.before(frame) if self._returning else b""
        if not first:
            return message
        self._held = frame
        return {**message, "bytes": first}

    async def _let_go(self) -> Message:
        """The message that was held back until its page is drawn."""
        with suppress(TimeoutError):
            await asyncio.wait_for(self._drawn.wait(), limits.SERVER_REST_SECONDS)
        frame, self._held = self._held, b""
        await self._begin()
        return {"type": "websocket.receive", "bytes": frame}

    async def send(self, message: Message) -> None:
        """Passes a message to the page unless the connection was closed here."""
        if self._closed:
            return
        await self._send(message)
        if finishes(message.get("bytes") or b""):
            self._took = time.monotonic() - self._asked
            self._undrawn = 0
            self._drawn.set()
            self.turn.give()

    async def _begin(self) -> None:
        await self.turn.take()
        self._drawn.clear()
        self._undrawn += 1
        self._asked = time.monotonic()

    async def _rest(self, wait: float) -> None:
        """Waits until the page is drawn and as long again, or for the token if that is longer."""
        most = limits.SERVER_REST_SECONDS
        begun = time.monotonic()
        with suppress(TimeoutError):
            await asyncio.wait_for(self._drawn.wait(), most)
        self._undrawn = 0
        await asyncio.sleep(max(min(self._took, most), wait - (time.monotonic() - begun)))

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
