"""Sends scripts and styles packed. Each is packed once and kept in memory, up to a limit.

Streamlit sends them as they are, because packing anew for each visitor would cost more than it
saves. The largest, plotly's, shrinks from 4.7 to 1.4 MB.
"""

from __future__ import annotations

import asyncio
import gzip
from collections import OrderedDict, defaultdict
from dataclasses import dataclass, field

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import Headers as Asked
from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from utils.model import limits

FOLDER, OURS = "/static/", "/app/static/"
"""Streamlit's own files, whose names change with their content; ours, which Streamlit packs."""
TEXTS = ("javascript", "text/", "json", "svg", "wasm")


def accepts(header: str) -> bool:
    """Whether an `Accept-Encoding` lets gzip in (RFC 9110, section 12.5.3)."""
    found: dict[str, float] = {}
    for part in header.lower().split(","):
        coding, _, weight = part.partition(";")
        _, _, number = weight.partition("q=")
        try:
            found[coding.strip()] = float(number) if number else 1.0
        except ValueError:
            found[coding.strip()] = 0.0
    return found.get("gzip", found.get("x-gzip", found.get("*", 0.0))) > 0


@dataclass
class Reply:
    """A reply on its way: how it starts, its bytes, and whether they were packed here."""

    start: Message = field(default_factory=dict)
    body: bytearray = field(default_factory=bytearray)
    packed: bool = False

    async def take(self, message: Message) -> None:
        """Keeps what would have been sent."""
        if message["type"] == "http.response.start":
            self.start = message
        else:
            self.body += message.get("body", b"")

    @property
    def worth(self) -> bool:
        """Whether packing pays: a whole text of some size that will never change."""
        headers = MutableHeaders(scope=self.start)
        fits = limits.SERVER_PACKED_FROM_BYTES <= len(self.body) <= limits.SERVER_PACKED_FILE_BYTES
        text = any(word in headers.get("content-type", "") for word in TEXTS)
        lasting = "immutable" in headers.get("cache-control", "")
        plain = "content-encoding" not in headers
        return bool(self.start["status"] == 200 and fits and text and lasting and plain)

    async def send(self, send: Send) -> None:
        """Sends it on; whatever is added to the headers later stays out of the kept copy."""
        headers = MutableHeaders(raw=list(self.start["headers"]))
        headers.add_vary_header("Accept-Encoding")
        await send({**self.start, "headers": headers.raw})
        await send({"type": "http.response.body", "body": bytes(self.body)})


class Packed:
    """Answers requests for Streamlit's files from packed copies where the browser takes them."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app
        self.kept: OrderedDict[str, Reply] = OrderedDict()
        self.locks: defaultdict[str, asyncio.Lock] = defaultdict(asyncio.Lock)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """One request."""
        if scope["type"] != "http" or scope["method"] != "GET" or not _lasting(scope["path"]):
            return await self.app(scope, receive, send)
        asked = Asked(scope=scope)
        plain = not accepts(asked.get("accept-encoding", ""))
        # a browser that asks whether its copy is still good gets its 304 from Streamlit
        if plain or "range" in asked or "if-none-match" in asked or "if-modified-since" in asked:
            return await self.app(scope, receive, _varied(send))
        path = scope["path"]
        if path not in self.kept:
            async with self.locks[path]:  # who comes meanwhile waits and takes the same copy
                if path not in self.kept:
                    reply = await self._pack(scope, receive)
                    if not reply.packed:
                        self.locks.pop(path, None)
                        return await reply.send(send)
                    self._keep(path, reply)
            self.locks.pop(path, None)
        self.kept.move_to_end(path)
        await self.kept[path].send(send)

    async def _pack(self, scope: Scope, receive: Receive) -> Reply:
        """The reply, packed if that pays."""
        reply = Reply()
        await self.app(scope, receive, reply.take)
        if not reply.worth:
            return reply
        small = await run_in_threadpool(gzip.compress, bytes(reply.body), 6, mtime=0)
        headers = MutableHeaders(scope=reply.start)
        headers["content-encoding"] = "gzip"
        headers["content-length"] = str(len(small))
        if "etag" in headers:
            headers["etag"] = "W/" + headers["etag"].removeprefix("W/")
        if "accept-ranges" in headers:
            del headers["accept-ranges"]
        return Reply(reply.start, bytearray(small), packed=True)

    def _keep(self, path: str, reply: Reply) -> None:
        self.kept[path] = reply
        while sum(len(one.body) for one in self.kept.values()) > limits.SERVER_PACKED_BYTES:
            self.kept.popitem(last=False)


def _lasting(path: str) -> bool:
    return FOLDER in path and OURS not in path


def _varied(send: Send) -> Send:
    """Says of an unpacked reply, too, that a cache may not hand it to everybody."""

    async def varied(message: Message) -> None:
        if message["type"] == "http.response.start":
            MutableHeaders(scope=message).add_vary_header("Accept-Encoding")
        await send(message)

    return varied
