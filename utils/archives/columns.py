"""Which column of a table is what, and a table as one more shape of an archive."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

import pyarrow as pa

from utils.archives import shapes
from utils.archives.errors import ArchiveError
from utils.archives.shapes import Shape

NAMES: Mapping[str, tuple[str, ...]] = {
    "post_id": ("idstr", "id", "postid", "tweetid", "statusid", "uri"),
    "account": ("authorid", "userid", "accountid", "did", "account", "author", "username"),
    "stamp": ("createdat", "published", "timestamp", "datetime", "date", "time", "day"),
    "text": ("fulltext", "text", "content", "body", "tweet", "message"),
    "tags": ("hashtags", "tags", "hashtag"),
    "likes": ("likecount", "likes", "favoritecount", "favouritescount", "favorites"),
    "reposts": ("repostcount", "reposts", "retweetcount", "retweets", "reblogscount"),
    "replies": ("replycount", "replies", "repliescount"),
    "views": ("viewcount", "views", "impressioncount", "impressions"),
}
"""What a column may be called, letters and digits only; the first that is there is taken."""

SCHEMA = pa.schema(
    {**dict.fromkeys(NAMES, pa.string()), "trouble": pa.int8(), "place": pa.string()}
)
"""Rows of any table, as text, with what is wrong with one and where in its file it stands."""

_BETWEEN = r"[#\x{FF03},;|\[\]''\"\s]+"
_SINCE_1970 = {10: 1_000_000, 13: 1_000, 16: 1}
"""How many digits a number since 1970 has, and how many microseconds each unit of it is."""


def places(header: Sequence[str], file: str) -> dict[str, int]:
    """The place of each column of `NAMES` that a table has.

    Raises `ArchiveError` if no column can be the day, or none holds text or hashtags. The
    message names no column, for a heading may be a person's name.
    """
    plain = [re.sub(r"[^a-z0-9]", "", one.casefold()) for one in header]
    found = {
        name: plain.index(known)
        for name, spellings in NAMES.items()
        if (known := next((one for one in spellings if one in plain), ""))
    }
    if "stamp" not in found or not {"text", "tags"} & set(found):
        raise ArchiveError(
            f"{file} has no column for the day, or none for text or hashtags. Name them "
            "created_at, text or hashtags in its first row."
        )
    return found


def table(platform: str) -> Shape:
    """A table as a shape: each row is a post of the platform that somebody named."""
    numbers = {one: f"try_cast(p.{one} AS BIGINT)" for one in shapes.NUMBERS}
    return Shape(
        id="table",
        title="A table of posts",
        platform=platform,
        days="The day that the table prints; numbers since 1970 are days in UTC.",
        marks=(),
        structure="",
        post="p.stamp <> ''",
        post_id="nullif(p.post_id, '')",
        account="p.account",
        day=_day("p.stamp"),
        text="coalesce(p.text, '')",
        listed=f"list_filter(regexp_split_to_array(p.tags, '{_BETWEEN}'), lambda t: t <> '')",
        **numbers,
    )


def _day(stamp: str) -> str:
    epochs = " ".join(
        f"WHEN regexp_full_match({stamp}, '[0-9]{{{size}}}') "
        f"THEN make_timestamp({stamp}::BIGINT * {factor})::DATE"
        for size, factor in _SINCE_1970.items()
    )
    return f"CASE {epochs} ELSE coalesce({shapes.iso_day(stamp)}, {shapes.old_day(stamp)}) END"


def parsed() -> str:
    """Rows as `definition.posts` wants them."""
    fields = ", ".join(f"'{name}': {name}" for name in NAMES)
    return f"SELECT {{{fields}}} AS p, trouble, true AS sound, place FROM lines"
