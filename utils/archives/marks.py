"""Which of the hashtags asked for a post has: the part of the count that knows Unicode."""

from __future__ import annotations

from collections.abc import Callable

import pyarrow as pa

from utils.archives.asked import Asked
from utils.model.hashtags import key

REMEMBERED = 100_000
"""Spellings whose form is remembered; beyond that all are forgotten and met anew."""


def marker(asked: Asked) -> Callable[[pa.Array], pa.Array]:
    """A function from hashtags on end (`#one#two`) to the bits of those that are asked for."""
    bits = {name: 1 << number for number, name in enumerate(asked.keys)}
    known: dict[str, int] = {}

    def mask(tags: str) -> int:
        found = 0
        for spelt in tags.split("#"):
            if spelt not in known:
                if len(known) >= REMEMBERED:
                    known.clear()
                known[spelt] = bits.get(key(spelt), 0)
            found |= known[spelt]
        return found

    def marks(tags: pa.Array) -> pa.Array:
        return pa.array(map(mask, tags.to_pylist()), pa.int64(), size=len(tags))

    return marks
