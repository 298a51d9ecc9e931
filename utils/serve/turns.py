"""Pages take turns at being drawn, a few at a time: the whole server computes on one core.

Thirty pages drawn at once are each done at the very end, and nothing else is answered until then.
"""

from __future__ import annotations

import asyncio

from utils.model import limits


def slots() -> asyncio.Semaphore:
    """As many slots as pages may be drawn at once; who waits longest is next."""
    return asyncio.Semaphore(limits.SERVER_DRAWINGS)


class Turn:
    """The one slot that a connection may hold; it lapses, so that nobody can keep it."""

    def __init__(self, free: asyncio.Semaphore) -> None:
        self._free = free
        self._lapses: asyncio.TimerHandle | None = None

    async def take(self) -> None:
        """Waits for a slot; who has one keeps it, because a page drawn anew gives up the old."""
        if self._lapses is None:
            await self._free.acquire()
        else:
            self._lapses.cancel()
        loop = asyncio.get_running_loop()
        self._lapses = loop.call_later(limits.SERVER_REST_SECONDS, self.give)

    def give(self) -> None:
        """Gives the slot back, if there is one."""
        if self._lapses is not None:
            self._lapses.cancel()
            self._lapses = None
            self._free.release()
