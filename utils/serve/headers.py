"""Headers that every reply carries: what a browser may load, and who may frame the page."""

from __future__ import annotations

import base64
import hashlib
import logging
import re
from collections.abc import Sequence
from urllib.parse import parse_qs

from starlette.datastructures import Headers as Asked
from starlette.datastructures import MutableHeaders
from starlette.requests import ClientDisconnect
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from utils.serve import front, settings

LOG = logging.getLogger("groundswell.serve")
STARTS = ("http.response.start", "websocket.http.response.start")
DEVICES = """
accelerometer browsing-topics camera display-capture geolocation gyroscope hid magnetometer
microphone midi payment serial usb
""".split()  # noqa: SIM905, a list of thirteen strings would hide how short it is
FIXED = {
    "x-content-type-options": "nosniff",
    "referrer-policy": "no-referrer",  # a link outside does not tell which view was open
    "permissions-policy": ", ".join(f"{one}=()" for one in DEVICES),
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
}


def inline_scripts(page: str) -> list[str]:
    """The hashes by which a browser knows the scripts written into a page, in the words of CSP."""
    scripts = re.findall(r"<script>(.*?)</script>", page, re.DOTALL)
    digests = (hashlib.sha256(script.encode()).digest() for script in scripts)
    return [f"'sha256-{base64.b64encode(digest).decode()}'" for digest in digests]


def policy(host: str, ancestors: Sequence[str], scripts: Sequence[str]) -> str:
    """A content security policy that names no host but our own.

    Styles may be written into the page, because Streamlit makes its own while it runs, and it
    tries WebAssembly on every page, which can do no more than a script from a file. Browsers
    before 2022 don't count a websocket as ``'self'``, so ours is named where the host is known.
    """
    sockets = [f"ws://{host}", f"wss://{host}"] if host else []
    rules: dict[str, Sequence[str]] = {
        "default-src": ["'self'"],
        "script-src": ["'self'", "'wasm-unsafe-eval'", *scripts],
        "style-src": ["'self'", "'unsafe-inline'"],
        "img-src": ["'self'", "data:", "blob:"],
        "font-src": ["'self'", "data:"],
        "connect-src": ["'self'", *sockets],
        "worker-src": ["'self'", "blob:"],
        "frame-src": ["'none'"],
        "frame-ancestors": ["'self'", *ancestors],
        "object-src": ["'none'"],
        "base-uri": ["'self'"],
        "form-action": ["'self'"],
    }
    return "; ".join(" ".join([rule, *values]) for rule, values in rules.items())


class Headers:
    """Adds the headers to every reply, and turns any failure into a plain one that tells nothing.

    ``ancestors`` are sites that may frame pages asked for with ``embed=true``, and only those.
    """

    def __init__(self, app: ASGIApp, ancestors: Sequence[str] = ()) -> None:
        self.app = app
        self.ancestors = ancestors
        self.scripts = inline_scripts(front.page())

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """One request; see https://asgi.readthedocs.io for the shapes."""
        if scope["type"] not in ("http", "websocket"):
            return await self.app(scope, receive, send)
        begun = False

        async def dressed(message: Message) -> None:
            nonlocal begun
            begun = True
            if message["type"] in STARTS:
                message.setdefault("headers", [])
                MutableHeaders(scope=message).update(self._for(scope))
            await send(message)

        try:
            await self.app(scope, receive, dressed)
        except ClientDisconnect:
            LOG.info("a visitor left in the middle of a request")
        except Exception as error:
            LOG.error("a request failed", exc_info=error)
            if scope["type"] == "http" and not begun:
                reply = PlainTextResponse("The server failed. Please try again.", 500)
                await reply(scope, receive, dressed)

    def _for(self, scope: Scope) -> dict[str, str]:
        framed = parse_qs(scope.get("query_string", b"").decode("latin-1")).get("embed") == ["true"]
        ancestors = self.ancestors if framed else ()
        asked = Asked(scope=scope).get("host", "")
        host = asked if settings.allowed(asked) else ""
        found = FIXED | {"content-security-policy": policy(host, ancestors, self.scripts)}
        if not ancestors:
            found["x-frame-options"] = "SAMEORIGIN"
        if "/media/" in scope["path"]:
            found["cache-control"] = "no-store"  # files made for one person
        elif "/app/static/" in scope["path"]:
            found["cache-control"] = "public, max-age=86400"  # outlines of maps, the same for all
        return found
