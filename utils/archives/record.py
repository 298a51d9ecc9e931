"""The record of a count: from it and the same files, anybody can make the same numbers again."""

from __future__ import annotations

from typing import Any

from utils.analysis import suppress
from utils.archives import columns, definition, sketch
from utils.archives.found import Counted, shapes
from utils.archives.rows import digest
from utils.model import limits

WORDS = (
    "A post counts once, however often it stands in the archive, on the earliest day that is "
    "said of it. It counts once for each hashtag asked for that its text or its list of hashtags "
    "has, and once for all of them. Hashtags are compared after Unicode NFKC and case folding. "
    "A post that only passes another one on is not counted. Posts and accounts are told apart "
    "by 63 bits of a keyed SHA-256; the key is gone when the count ends. In a hundred million "
    "posts the chance that two are taken for one is below one in a thousand."
)


def record(counted: Counted) -> dict[str, Any]:
    """Plain values: the question, the files by their sums, the exact definition, what was left.

    Files are named by their sums only, because the name of a file may be that of a person.
    """
    asked, found = counted.asked, counted.found
    return {
        "hashtags": [
            {"label": label, "form": form}
            for label, form in zip(asked.labels, asked.keys, strict=True)
        ],
        "first_day_asked": asked.first.isoformat(),
        "last_day_asked": asked.last.isoformat(),
        "archive_sha256": digest(counted),
        "files": [
            {"sha256": one.sha256, "bytes": one.input.size, "written_as": one.shape.title}
            for one in counted.reads
        ],
        "posts_read": suppress.words(sum(found.seen.values())),
        "repeats": suppress.words(found.repeats),
        "left_out": dict(sorted(found.left.items())),
        "days": {one.title: one.days for one in shapes(counted)},
        "accounts": _accounts(counted),
        "definition": WORDS,
        "expressions": _expressions(counted),
        "engine": counted.engine,
        "versions": dict(counted.versions),
    }


def _accounts(counted: Counted) -> str:
    if not counted.found.estimated:
        return f"counted one by one, as up to {limits.ARCHIVE_EXACT_POSTS:,} posts are"
    return f"estimated by HyperLogLog, standard error {100 * sketch.ERROR:.2f} percent"


def _expressions(counted: Counted) -> dict[str, str]:
    """Every question as it was put, in the dialect of DuckDB; Spark gets the last four turned."""
    asked = counted.asked
    read = {}
    for one in shapes(counted):
        parsed = definition.json_lines(one) if one.structure else columns.parsed()
        read[f"read {one.title}"] = _plain(definition.posts(one, asked, parsed))
    accounts = definition.registers if counted.found.estimated else definition.accounts
    return read | {
        "fold": _plain(definition.fold("parts")),
        "sums": _plain(definition.sums(asked)),
        "accounts": _plain(accounts(asked)),
        "read": _plain(definition.read()),
    }


def _plain(question: str) -> str:
    return " ".join(question.split())
