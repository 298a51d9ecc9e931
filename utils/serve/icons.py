"""The small pictures on buttons and folds: those that are used, in place of four thousand.

Streamlit's own file of icons has 376 kB and is fetched by every first visit. Ours has 11 kB and
holds each icon that this app or Streamlit's pages name; static/fonts/README.md says how.
"""

from __future__ import annotations

import hashlib
from pathlib import Path

from starlette.datastructures import Headers as Asked
from starlette.responses import Response
from starlette.types import ASGIApp, Receive, Scope, Send

THEIRS = "/static/media/MaterialSymbols-Rounded."
FILE = Path(__file__).resolve().parents[2] / "static" / "fonts" / "icons.woff2"


class Icons:
    """Answers for Streamlit's file of icons with ours; all else goes through.

    A browser asks each time whether its copy is still good, because the address is Streamlit's
    and stays the same when an icon is added here.
    """

    def __init__(self, app: ASGIApp) -> None:
        self.app = app
        self.body = FILE.read_bytes()
        self.etag = f'"{hashlib.sha256(self.body).hexdigest()[:16]}"'

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """One request."""
        wanted = scope["type"] == "http" and scope["method"] in ("GET", "HEAD")
        if not wanted or THEIRS not in scope["path"]:
            return await self.app(scope, receive, send)
        known = self.etag in Asked(scope=scope).get("if-none-match", "")
        body = b"" if known or scope["method"] == "HEAD" else self.body
        headers = {"etag": self.etag, "cache-control": "no-cache"}
        reply = Response(body, 304 if known else 200, headers, media_type="font/woff2")
        if scope["method"] == "HEAD":
            reply.headers["content-length"] = str(len(self.body))
        await reply(scope, receive, send)
