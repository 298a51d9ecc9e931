"""What a post on Bluesky says about itself that is counted: its hashtags, and nothing else."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from utils.model.hashtags import key

TAG = "app.bsky.richtext.facet#tag"


def hashtags(record: Any) -> frozenset[str]:
    """The hashtags of a post, each once, in the form of `utils.model.hashtags.key`.

    They stand marked in the text (`facets`) or beside it (`tags`). Records are written by the
    programs of their authors, so what is not of the expected kind is passed over.
    """
    if not isinstance(record, dict):
        return frozenset()
    named = [*_items(record.get("tags")), *_marked(record)]
    return frozenset(key(tag) for tag in named if isinstance(tag, str)) - {""}


def _marked(record: dict[str, Any]) -> Iterator[Any]:
    for facet in _items(record.get("facets")):
        for feature in _items(facet.get("features") if isinstance(facet, dict) else None):
            if isinstance(feature, dict) and feature.get("$type") == TAG:
                yield feature.get("tag")


def _items(value: Any) -> list[Any]:
    return value if isinstance(value, list) else []
