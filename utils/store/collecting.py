"""What the pages are told about collecting: when each server was asked, and how it went."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from pathlib import Path

from pydantic import TypeAdapter, ValidationError

from utils.store import disk

NAME = "collected.json"


@dataclass(frozen=True)
class Server:
    """The visits to one server: of how many hashtags, the last and the last good one (ISO 8601),
    and how many failed the last time, with the kinds of failure."""

    source: str
    server: str
    tags: int
    last: str
    good: str
    failed: int
    kinds: tuple[str, ...]


@dataclass(frozen=True)
class Told:
    """When this was written, and every server that was ever asked."""

    when: str = ""
    servers: tuple[Server, ...] = ()


TOLD: TypeAdapter[Told] = TypeAdapter(Told)


def read(store: Path) -> Told:
    """What was told last; nothing if the file is absent or broken: it is only a memory."""
    try:
        return TOLD.validate_json((store / NAME).read_bytes())
    except (OSError, ValidationError):
        return Told()


def write(store: Path, told: Told) -> None:
    """Replaces the memory in one step. Only the holder of the lock may call this."""
    disk.replace(store / NAME, json.dumps(asdict(told), indent=1).encode())
