"""`/healthz`: whether the tables at hand are those that were imported, and which they are.

What reads tables is loaded when somebody asks, so that the server answers sooner after its start.
"""

from __future__ import annotations

import asyncio
import hashlib
import time
import tomllib
from functools import lru_cache
from pathlib import Path

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import JSONResponse

from utils.model import limits

PROJECT = Path(__file__).parents[2] / "pyproject.toml"
NAMED = 5
"""Most series that are named in one answer."""


class Health:
    """Answers 200 with the snapshot's id and the app's version, or 503 with what is wrong."""

    def __init__(self, folder: Path | None = None) -> None:
        self.folder = folder
        self.version = str(tomllib.loads(PROJECT.read_text("utf-8"))["project"]["version"])
        self.checked: tuple[float, dict[str, str]] | None = None
        self.looking: asyncio.Task[dict[str, str]] | None = None

    async def answer(self, request: Request) -> JSONResponse:
        """The reply. However many ask at once, the tables are looked at by one."""
        found = await self._found()
        return JSONResponse(
            {"status": "failing" if "problem" in found else "ok", "app": self.version, **found},
            status_code=503 if "problem" in found else 200,
            headers={"cache-control": "no-store"},
        )

    async def _found(self) -> dict[str, str]:
        now = time.monotonic()
        if self.checked and now - self.checked[0] < limits.SERVER_HEALTH_KEPT_SECONDS:
            return self.checked[1]
        if self.looking is None or self.looking.done():
            self.looking = asyncio.create_task(run_in_threadpool(check, self.folder))
        try:
            found = await asyncio.wait_for(
                asyncio.shield(self.looking), limits.SERVER_HEALTH_SECONDS
            )
        except TimeoutError:
            return {"problem": "the tables could not be checked in time"}
        self.checked = (now, found)
        return found


def check(folder: Path | None = None) -> dict[str, str]:
    """``snapshot`` with the id that pages show, or ``problem``; reads only what has changed.

    Without a folder, the tables that come with the app.
    """
    from utils.store import snapshot

    folder = folder or snapshot.TABLES
    try:
        stamps = {id: snapshot.stamp(id, folder) for id in snapshot.stored(folder)}
        sums = {id: _sum(id, stamp, folder) for id, stamp in stamps.items()}
    except (OSError, ValueError) as error:
        # own words of the store, which name a file; of others only the kind
        told = str(error) if isinstance(error, snapshot.SnapshotError) else type(error).__name__
        return {"problem": told}
    wrong = [id for id, (recorded, real) in sums.items() if recorded != real]
    if wrong:
        named = ", ".join(wrong[:NAMED]) + (" and others" if wrong[NAMED:] else "")
        return {"problem": f"{len(wrong)} of {len(sums)} tables have changed: {named}"}
    if not sums:
        return {"problem": "there are no tables"}
    lines = "\n".join(f"{id} {recorded}" for id, (recorded, _) in sums.items())
    return {"snapshot": hashlib.sha256(lines.encode()).hexdigest()[:12]}


@lru_cache(maxsize=2_048)
def _sum(id: str, stamp: str, folder: Path) -> tuple[str, str]:
    """The recorded sha256 of a table and its real one; asked anew when a file changes."""
    from utils.store import snapshot

    real = hashlib.sha256((folder / f"{id}.csv").read_bytes()).hexdigest()
    return str(snapshot.read_origin(id, folder)["sha256"]), real
