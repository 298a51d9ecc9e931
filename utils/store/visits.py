"""What is remembered of each visit to a source: when, how it went, and what to ask it by."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, field
from pathlib import Path

from pydantic import TypeAdapter, ValidationError

from utils.store import disk


@dataclass(frozen=True)
class Seen:
    """Validators of one address, and the reply they stand for by its sha256."""

    sha256: str
    etag: str = ""
    modified: str = ""


@dataclass(frozen=True)
class Visit:
    """The last visit for one series. ``checked`` and ``good`` are times as ISO 8601.

    ``good`` is when the figures were last found to be what the publisher says; ``signature``
    is what the publisher said of its columns then.
    """

    checked: str = ""
    outcome: str = ""
    words: str = ""
    good: str = ""
    signature: str = ""
    seen: dict[str, Seen] = field(default_factory=dict)


VISITS: TypeAdapter[dict[str, Visit]] = TypeAdapter(dict[str, Visit])


def read(store: Path) -> dict[str, Visit]:
    """Every last visit by series; nothing if the file is absent or broken: it is only a memory."""
    try:
        return VISITS.validate_json((store / "visits.json").read_bytes())
    except (OSError, ValidationError):
        return {}


def write(store: Path, visits: dict[str, Visit]) -> None:
    """Replaces the memory in one step."""
    content = {id: asdict(visit) for id, visit in sorted(visits.items())}
    disk.replace(store / "visits.json", json.dumps(content, indent=1).encode())
