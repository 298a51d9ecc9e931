"""How many files, and how many bytes, a page, an internet address and everybody may upload.

Streamlit limits the size of a file but not how many it keeps in memory for a page.
"""

from __future__ import annotations

import re
import time
from collections import OrderedDict, deque
from collections.abc import Callable
from dataclasses import dataclass

from starlette.datastructures import Headers as Asked
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from utils.model import limits
from utils.serve.rates import address

UPLOAD = re.compile(r"/_stcore/upload_file/([^/]+)/[^/]+/?$")
ENOUGH = (
    "Too many files in the last hour. Those that were counted are not lost. Try again later, or "
    "bring a smaller file."
)


@dataclass
class Upload:
    """One upload: when it came, how large it is."""

    at: float
    size: int


class Ledger:
    """What came from each of many senders lately; forgets after ``seconds``."""

    def __init__(
        self,
        files: int,
        size: int,
        seconds: float = limits.SERVER_UPLOADS_SECONDS,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self.files, self.size, self.seconds, self.clock = files, size, seconds, clock
        self.lately: OrderedDict[str, deque[Upload]] = OrderedDict()

    def fits(self, who: str, size: int) -> bool:
        """Whether a sender may add a file of this many bytes."""
        mine = self._mine(who)
        fits_size = sum(one.size for one in mine) + size <= self.size
        return len(mine) < self.files and fits_size

    def add(self, who: str, upload: Upload) -> None:
        """Writes an upload down."""
        self.lately.setdefault(who, deque()).append(upload)
        self.lately.move_to_end(who)
        while len(self.lately) > limits.SERVER_ADDRESSES:
            self.lately.popitem(last=False)

    def strike(self, who: str, upload: Upload) -> None:
        """Takes an upload back that was refused further in."""
        mine = self._mine(who)
        if upload in mine:
            mine.remove(upload)
        if not mine:
            self.lately.pop(who, None)

    def _mine(self, who: str) -> deque[Upload]:
        mine = self.lately.get(who, deque())
        while mine and mine[0].at <= self.clock() - self.seconds:
            mine.popleft()
        return mine


class Quota:
    """Lets an upload through, or answers 429 (enough for now) or 411 (size not told)."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app
        self.sessions = Ledger(
            limits.SERVER_UPLOADS_PER_SESSION, limits.SERVER_UPLOAD_BYTES_PER_SESSION
        )
        self.addresses = Ledger(
            limits.SERVER_UPLOADS_PER_ADDRESS, limits.SERVER_UPLOAD_BYTES_PER_ADDRESS
        )
        self.everybody = Ledger(limits.SERVER_ADDRESSES, limits.SERVER_UPLOAD_BYTES)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """One request; only uploads are looked at."""
        found = UPLOAD.search(scope["path"]) if _puts(scope) else None
        if found is None:
            return await self.app(scope, receive, send)
        size = Asked(scope=scope).get("content-length", "")
        if not size.isdecimal():
            return await PlainTextResponse("Say how large the file is.", 411)(scope, receive, send)
        upload = Upload(time.monotonic(), int(size))
        keys = ((self.sessions, found[1]), (self.addresses, address(scope)), (self.everybody, ""))
        if not all(ledger.fits(who, upload.size) for ledger, who in keys):
            reply = PlainTextResponse(ENOUGH, 429, {"retry-after": "600"})
            return await reply(scope, receive, send)
        for ledger, who in keys:
            ledger.add(who, upload)
        status = 0

        async def noted(message: Message) -> None:
            nonlocal status
            status = message.get("status", status)
            await send(message)

        try:
            await self.app(scope, receive, noted)
        finally:
            if not 200 <= status < 300:
                for ledger, who in keys:
                    ledger.strike(who, upload)


def _puts(scope: Scope) -> bool:
    return bool(scope["type"] == "http" and scope["method"] == "PUT")
