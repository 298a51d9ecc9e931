"""What `count` writes: tables with origins, their cards, and the record of the count."""

from __future__ import annotations

import dataclasses
import json
from pathlib import Path
from typing import Any

from utils.archives import rows
from utils.archives.found import Counted
from utils.archives.record import record
from utils.model import ReachSeries, Source
from utils.store import disk, snapshot

RECORD = "count.json"


def write(counted: Counted, name: str, out: Path) -> dict[str, int]:
    """Writes everything into ``out``, the same bytes for the same count; rows by series.

    Folders are those of `data/`, so that what is written can be copied there as it is. Raises
    `OSError`.
    """
    for folder in ("tables", "reach", "sources"):
        (out / folder).mkdir(parents=True, exist_ok=True)
    written = {}
    for card, evidence in rows.evidence(counted, name):
        snapshot.write(evidence, card.id, counted.asked.today, out / "tables")
        disk.replace(out / "reach" / f"{card.id}.toml", toml(card).encode())
        written[card.id] = len(evidence)
    source = rows.source()
    disk.replace(out / "sources" / f"{source.id}.toml", toml(source).encode())
    text = json.dumps(record(counted), indent=1, ensure_ascii=False)
    disk.replace(out / RECORD, f"{text}\n".encode())
    return written


def toml(card: ReachSeries | Source) -> str:
    """A card as it stands in `data/`, without its id, which is the name of the file."""
    fields = {key: value for key, value in dataclasses.asdict(card).items() if key != "id"}
    nested = {key: value for key, value in fields.items() if isinstance(value, dict)}
    flat = {key: value for key, value in fields.items() if key not in nested}
    lines = _lines(flat)
    for key, value in nested.items():
        inner = {name: one for name, one in value.items() if not isinstance(one, dict)}
        lines += ["", f"[{key}]", *_lines(inner)]
        for name, one in value.items():
            lines += ["", f"[{key}.{name}]", *_lines(one)] if isinstance(one, dict) else []
    return "\n".join(lines) + "\n"


def _lines(fields: dict[str, Any]) -> list[str]:
    return [
        f"{key} = {json.dumps(value, ensure_ascii=False)}"
        for key, value in fields.items()
        if value is not None
    ]
