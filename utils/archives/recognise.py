"""Tells from the first lines of a file how its posts are written."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Any

from utils.archives import columns, lines, shapes
from utils.archives.errors import ArchiveError
from utils.archives.inputs import Input
from utils.archives.raw import opened, unpacked
from utils.archives.shapes import Shape

LOOKED_AT = 1_000
_LONGEST = 100_000
_HEAD = 1 << 18


def shape(one: Input, platform: str) -> Shape | None:
    """How the posts of a file are written; `None` for a file without a line.

    ``platform`` names where the posts of a table are from. Raises `ArchiveError` if no line near
    the beginning is a post that is known.
    """
    if one.kind != "lines":
        return columns.table(platform or "a platform that is not named")
    with opened(one) as raw:
        first = next(lines.batches(unpacked(raw, one), size=_HEAD), None)
    if first is None:
        return None
    votes = Counter(filter(None, map(_vote, first.column("line").slice(0, LOOKED_AT).to_pylist())))
    if not votes:
        known = "; ".join(one.title for one in shapes.LINES)
        raise ArchiveError(
            f"{one.path.name}: none of its first {LOOKED_AT:,} lines is a known post ({known}). "
            "Leave the file out, or turn it into a table with created_at, text and id."
        )
    best = max(votes, key=lambda id: (votes[id], id))
    return next(one for one in shapes.LINES if one.id == best)


def _vote(line: str) -> str:
    try:
        fields = json.loads(line) if len(line) < _LONGEST else _head(line)
    except (ValueError, RecursionError):
        return ""
    data = fields.get("data") if isinstance(fields, dict) else None
    inner = data[0] if isinstance(data, list) and data else data
    if _has(inner, shapes.X_V2.marks):
        return shapes.X_V2_PAGES.id
    return next((one.id for one in shapes.LINES if _has(fields, one.marks)), "")


def _head(line: str) -> Any:
    """A page of posts is too long to be read for this: what it names is enough."""
    named = {name: "" for name in shapes.X_V2.marks if f'"{name}"' in line}
    return {"data": named} if '"data"' in line else named


def _has(fields: Any, marks: Iterable[str]) -> bool:
    return isinstance(fields, dict) and all(mark in fields for mark in marks)


def written(inputs: Sequence[Input], platform: str) -> list[Shape]:
    """How the posts of each file are written; one without a line is taken for one of the others.

    Raises `ArchiveError` if they are of several platforms, or there is no line at all.
    """
    found = [shape(one, platform) for one in inputs]
    known = [one for one in found if one]
    platforms = sorted({one.platform for one in known})
    if not platforms:
        raise ArchiveError("There is no line in any of these files. Name others.")
    if len(platforms) > 1:
        raise ArchiveError(
            f"The files are of {', '.join(platforms)}. Platforms can't be added up: count each "
            "by itself, and say with --platform where a table is from."
        )
    return [one or known[0] for one in found]
