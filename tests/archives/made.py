"""Made-up posts, written the way each platform writes them, and a plain count to compare with."""

from __future__ import annotations

import bz2
import csv
import datetime as dt
import gzip
import io
import json
from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from utils.archives.found import Counted
from utils.model.hashtags import key

TODAY = dt.date(2026, 11, 25)
ACCOUNT = "quincy_canaryson"
TEXT = "a sentence that nobody else wrote"
CANARIES = (ACCOUNT, TEXT, "9071234567890", "quincy")
"""What must come out nowhere: the account, the text, the id of a post, the name of a file."""


@dataclass(frozen=True)
class Post:
    """One post as its author made it."""

    id: str
    account: str
    day: dt.date
    text: str = ""
    tags: tuple[str, ...] = ()
    likes: int = 0


def in_text(text: str) -> list[str]:
    """Hashtags of a text: what stands free, or right behind another hashtag."""
    found: list[str] = []
    free, tag = True, None
    for letter in text.replace("\uff03", "#") + " ":
        if tag is not None and (letter in "_" or letter.isalnum() or letter > "\x7f"):
            tag += letter
            continue
        if tag:
            found.append(tag)
        opens = letter == "#" and (free or tag is not None)
        tag = "" if opens else None
        free = not (letter.isascii() and (letter.isalnum() or letter in "_/&=?.-"))
    return found


def x_v1(post: Post) -> dict[str, Any]:
    return {
        "created_at": f"{post.day:%a %b %d} 23:59:59 +0000 {post.day.year}",
        "id_str": post.id,
        "text": post.text,
        "user": {"id_str": post.account, "screen_name": ACCOUNT},
        "entities": {"hashtags": [{"text": tag} for tag in post.tags]},
        "favorite_count": post.likes,
    }


def x_v2(post: Post) -> dict[str, Any]:
    return {
        "id": post.id,
        "author_id": post.account,
        "created_at": f"{post.day}T00:00:00.000Z",
        "text": post.text,
        "entities": {"hashtags": [{"start": 0, "tag": tag} for tag in post.tags]},
        "public_metrics": {"like_count": post.likes},
    }


def mastodon(post: Post) -> dict[str, Any]:
    tags = [*post.tags, *in_text(post.text)]
    return {
        "id": "1",
        "uri": post.id,
        "created_at": f"{post.day}T12:00:00.000Z",
        "content": f"<p>{post.text}</p>",
        "account": {"id": "7", "acct": ACCOUNT, "uri": post.account},
        "tags": [{"name": tag} for tag in tags],
        "favourites_count": post.likes,
    }


def jetstream(post: Post) -> dict[str, Any]:
    noon = dt.datetime(post.day.year, post.day.month, post.day.day, 12, tzinfo=dt.UTC)
    features = [{"$type": "app.bsky.richtext.facet#tag", "tag": tag} for tag in post.tags]
    record = {"text": post.text, "facets": [{"features": features}], "createdAt": "1999-01-01"}
    return {
        "did": post.account,
        "time_us": int(noon.timestamp()) * 1_000_000,
        "kind": "commit",
        "commit": {
            "operation": "create",
            "collection": "app.bsky.feed.post",
            "rkey": post.id,
            "record": record,
        },
    }


SHAPES: dict[str, Callable[[Post], dict[str, Any]]] = {
    "x-v1": x_v1,
    "x-v2": x_v2,
    "mastodon": mastodon,
    "jetstream": jetstream,
}


def lines(posts: Sequence[Post], shape: str = "x-v2") -> bytes:
    """Posts as lines of JSON."""
    return "".join(f"{json.dumps(SHAPES[shape](one))}\n" for one in posts).encode()


def columns(posts: Sequence[Post]) -> dict[str, list[str]]:
    """Posts as a table, named as exports name their columns."""
    return {
        "Tweet ID": [one.id for one in posts],
        "Created at": [f"{one.day} 08:00:00" for one in posts],
        "Text": [one.text for one in posts],
        "Hashtags": [json.dumps(list(one.tags)) for one in posts],
        "Author ID": [one.account for one in posts],
        "Likes": [str(one.likes) for one in posts],
    }


def as_csv(posts: Sequence[Post]) -> bytes:
    text = io.StringIO()
    table = columns(posts)
    csv.writer(text).writerows([list(table), *zip(*table.values(), strict=True)])
    return text.getvalue().encode()


def as_parquet(posts: Sequence[Post]) -> bytes:
    sink = io.BytesIO()
    pq.write_table(pa.table(columns(posts)), sink)
    return sink.getvalue()


def packed(data: bytes, ending: str) -> bytes:
    """Data as a file with this ending holds it."""
    if ending == ".zst":
        return pa.compress(data, codec="zstd", asbytes=True)
    return {"": bytes, ".gz": gzip.compress, ".bz2": bz2.compress}[ending](data)


def plain_count(posts: Sequence[Post], tags: Sequence[str]) -> dict[tuple[dt.date, str], Any]:
    """Posts, accounts and likes by day and hashtag ("" for any), the slow and simple way."""
    once: dict[str, list[Any]] = {}
    for post in posts:
        found = {key(tag) for tag in (*in_text(post.text), *post.tags)} & {key(tag) for tag in tags}
        if found:
            day, account, likes, before = once.get(
                post.id, [post.day, post.account, post.likes, set()]
            )
            once[post.id] = [
                min(day, post.day),
                min(account, post.account),
                max(likes, post.likes),
                before | found,
            ]
    cells: dict[tuple[dt.date, str], list[Any]] = defaultdict(lambda: [0, set(), 0])
    for day, account, likes, found in once.values():
        for tag in ("", *found):
            cell = cells[day, tag]
            cell[0], cell[2] = cell[0] + 1, cell[2] + likes
            cell[1].add(account)
    return {cell: (n, len(people), likes) for cell, (n, people, likes) in cells.items()}


def told(counted: Counted, *, likes: bool = True) -> dict[tuple[dt.date, str], Any]:
    """What a count found, in the form of `plain_count`."""
    names = {-1: "", **dict(enumerate(counted.asked.keys))}
    return {
        (one.day, names[one.tag]): (
            one.posts, int(one.accounts), one.gathered["likes"][0] if likes else 0
        )
        for one in counted.found.cells
    }  # fmt: skip


def written(folder: Path, **files: bytes) -> Path:
    """A folder with these files; `a_jsonl_gz` becomes `a.jsonl.gz`."""
    folder.mkdir(exist_ok=True)
    for name, data in files.items():
        (folder / name.replace("_", ".")).write_bytes(data)
    return folder
