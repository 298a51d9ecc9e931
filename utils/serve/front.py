"""The page that a browser gets first: Streamlit's own, which names what it will need in a moment.

As it comes, that page learns step by step. Opened at `/statistics`, it looks for its server below
that path, is refused, waits a tenth of a second and looks one level up. Only after the first chart
has arrived does it ask for the script that draws it, which is the largest of all. Ours says both
at once: where the server is, and which scripts the page of this address needs. It also brings the
few lines by which a screen reader hears a new answer, and what is seen until the app is there.
"""

from __future__ import annotations

import gzip
import hashlib
import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from urllib.parse import parse_qs

from starlette.datastructures import Headers as Asked
from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from utils.language import ENGLISH, LANGUAGES, understood
from utils.serve import arrival
from utils.serve.needs import NEEDS, STATIC, WHOLE, link, scripts, wanted
from utils.serve.packed import accepts

INDEX = STATIC / "index.html"
WHERE = """
window.__streamlit = {
  BACKEND_BASE_URL: new URL("./", location.href).href,
  HOST_CONFIG: { allowedOrigins: [location.origin], useExternalAuthToken: false },
}
"""
"""Where the server is: one level up, where Streamlit's page finds its scripts, too. With it, the
page opens its connection without asking first whether anybody is there. The one origin whose
messages it takes is its own; what it asks for later agrees."""
ANNOUNCE = Path(__file__).with_name("announce.js").read_text("utf-8")


def page(name: str = "", language: str = "en") -> str:
    """Streamlit's first page for one of our pages, by the last part of its path.

    It names the language, so that a screen reader pronounces what will be written into it.
    """
    plain = INDEX.read_text("utf-8")
    known = set(re.findall(r"\./static/js/([\w.-]+\.js)", plain))
    links = [link(one, name) for one in scripts(wanted(name)) if one not in known]
    ours = (f"<script>{script}</script>" for script in (WHERE, ANNOUNCE, arrival.SCRIPT))
    added = "\n    ".join([*ours, arrival.style(), *links])
    head, module, rest = plain.partition('<script type="module"')
    changes = {
        "<title>Streamlit</title>": f"<title>{arrival.NAME}</title>",
        '<html lang="en">': f'<html lang="{language}">',
        '<div id="root">': f'{arrival.body(language, name in WHOLE)}\n    <div id="root">',
    }
    text = f"{head}{added}\n    {module}{rest}"
    for old, new in changes.items():
        text = text.replace(old, new)
    return text


@dataclass(frozen=True)
class Copy:
    """One page ready to be sent, and the name by which a browser knows its own copy of it."""

    plain: bytes
    packed: bytes
    etag: str


@cache
def copied(name: str, language: str) -> Copy:
    """A page with its packed form."""
    text = page(name, language).encode()
    tag = hashlib.sha256(text).hexdigest()[:16]
    return Copy(text, gzip.compress(text, 9, mtime=0), f'W/"{tag}"')


class Front:
    """Sends our copy where Streamlit would send its first page; all else goes through."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app
        for name in NEEDS:  # the other languages follow when somebody speaks them
            copied(name, ENGLISH.language)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """One request."""
        if scope["type"] != "http" or scope["method"] not in ("GET", "HEAD"):
            return await self.app(scope, receive, send)
        name = scope["path"].rstrip("/").rpartition("/")[2]
        asked = Asked(scope=scope)
        copy = copied(name if name in NEEDS else "", spoken(scope, asked))
        swapped = False

        async def swap(message: Message) -> None:
            nonlocal swapped
            if message["type"] == "http.response.start" and _first_page(message):
                swapped = True
                await _send(copy, asked, scope["method"] == "HEAD", message, send)
            elif not swapped:
                await send(message)

        # Streamlit would compare a browser's copy with its own page, so it is not told of it
        await self.app(_unconditional(scope), receive, swap)


def spoken(scope: Scope, asked: Asked) -> str:
    """The language that the app will speak: the one its address names, else the browser's first.

    `utils.ui.tongue` decides the same way from what the browser tells it later.
    """
    named = parse_qs(scope["query_string"].decode("latin-1")).get("lang")
    if named:
        return named[-1] if named[-1] in LANGUAGES else ENGLISH.language
    return understood(re.split("[,;]", asked.get("accept-language", ""))[0].strip())


def _first_page(start: Message) -> bool:
    headers = Asked(raw=list(start.get("headers", [])))
    return start["status"] == 200 and headers.get("content-type", "").startswith("text/html")


def _unconditional(scope: Scope) -> Scope:
    """The same request for a page, without what it says about an older copy."""
    if "text/html" not in Asked(scope=scope).get("accept", ""):
        return scope
    left = (b"if-none-match", b"if-modified-since", b"range")
    return {**scope, "headers": [pair for pair in scope["headers"] if pair[0] not in left]}


async def _send(copy: Copy, asked: Asked, head: bool, start: Message, send: Send) -> None:
    headers = MutableHeaders(raw=list(start["headers"]))
    for old in ("content-length", "last-modified", "accept-ranges", "content-encoding"):
        if old in headers:
            del headers[old]
    headers["etag"] = copy.etag
    headers.add_vary_header("Accept-Encoding")
    headers.add_vary_header("Accept-Language")
    known = copy.etag in asked.get("if-none-match", "")
    body = copy.plain
    if accepts(asked.get("accept-encoding", "")):
        headers["content-encoding"] = "gzip"
        body = copy.packed
    headers["content-length"] = str(len(body))
    status = 304 if known else 200
    await send({**start, "status": status, "headers": headers.raw})
    await send({"type": "http.response.body", "body": b"" if known or head else body})
