"""How each kind of archive writes a post: where the day, the account and the hashtags stand.

Everything here is an expression over ``p``, one parsed line. What each field means is taken from
the platforms' own documentation; docs/count.md says it in words.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

NONE = "NULL"
NUMBERS = ("likes", "reposts", "replies", "views")
"""What a post may have gathered, where the archive says so."""

_MONTHS = "JanFebMarAprMayJunJulAugSepOctNovDec"


def iso_day(stamp: str) -> str:
    """The day that an ISO 8601 stamp prints, as the platform wrote it."""
    return f"CASE WHEN {stamp} LIKE '____-__-__%' THEN try_cast(left({stamp}, 10) AS DATE) END"


def old_day(stamp: str) -> str:
    """The day of `Wed Oct 10 20:19:24 +0000 2018`."""
    month = f"((position(substr({stamp}, 5, 3) IN '{_MONTHS}') + 2) // 3)"
    return (
        f"CASE WHEN {stamp} LIKE '___ ___ __ __:__:__ +0000 ____' THEN try_cast("
        f"right({stamp}, 4) || '-' || {month} || '-' || substr({stamp}, 9, 2) AS DATE) END"
    )


def _micro_day(micros: str) -> str:
    """The day in UTC of microseconds since 1970; what is no such number has none."""
    return (
        f"CASE WHEN {micros} BETWEEN 1000000000000000 AND 9999999999999999 "
        f"THEN make_timestamp({micros})::DATE END"
    )


@dataclass(frozen=True)
class Shape:
    """One kind of line. ``structure`` says which fields are read, all else is never looked at.

    ``post`` tells posts from other lines, ``passed_on`` marks a bare repost, ``listed`` is the
    list of hashtags that the platform made itself, and ``days`` says whose days are counted.
    """

    id: str
    title: str
    platform: str
    days: str
    marks: tuple[str, ...]
    structure: str
    post: str
    post_id: str
    account: str
    day: str
    text: str
    listed: str
    likes: str
    reposts: str
    replies: str
    views: str = NONE
    passed_on: str = "false"
    each: str = "line"


_UTC = "The day on which {} says that the post was made, in UTC."
X_V1 = Shape(
    id="x-v1",
    title="X, objects of version 1.1",
    platform="X",
    days=_UTC.format("X"),
    marks=("id_str", "user", "created_at"),
    structure="""{"id_str":"VARCHAR","id":"VARCHAR","created_at":"VARCHAR","text":"VARCHAR",
        "full_text":"VARCHAR","entities":{"hashtags":[{"text":"VARCHAR"}]},
        "extended_tweet":{"full_text":"VARCHAR","entities":{"hashtags":[{"text":"VARCHAR"}]}},
        "user":{"id_str":"VARCHAR","id":"VARCHAR"},"retweeted_status":{"id":"VARCHAR"},
        "favorite_count":"BIGINT","retweet_count":"BIGINT","reply_count":"BIGINT"}""",
    post="p.created_at IS NOT NULL AND coalesce(p.id_str, p.id) IS NOT NULL",
    post_id="coalesce(p.id_str, p.id)",
    account='coalesce(p."user".id_str, p."user".id)',
    day=old_day("p.created_at"),
    text="concat_ws(' ', p.text, p.full_text, p.extended_tweet.full_text)",
    listed="""list_concat(list_transform(p.entities.hashtags, lambda h: h.text),
        list_transform(p.extended_tweet.entities.hashtags, lambda h: h.text))""",
    likes="p.favorite_count",
    reposts="p.retweet_count",
    replies="p.reply_count",
    passed_on="p.retweeted_status.id IS NOT NULL",
)
X_V2 = Shape(
    id="x-v2",
    title="X, objects of version 2",
    platform="X",
    days=_UTC.format("X"),
    marks=("author_id", "text", "created_at"),
    structure="""{"id":"VARCHAR","author_id":"VARCHAR","created_at":"VARCHAR","text":"VARCHAR",
        "note_tweet":{"text":"VARCHAR","entities":{"hashtags":[{"tag":"VARCHAR"}]}},
        "entities":{"hashtags":[{"tag":"VARCHAR"}]},"referenced_tweets":[{"type":"VARCHAR"}],
        "public_metrics":{"like_count":"BIGINT","retweet_count":"BIGINT","reply_count":"BIGINT",
        "impression_count":"BIGINT"}}""",
    post="p.created_at IS NOT NULL AND p.id IS NOT NULL",
    post_id="p.id",
    account="p.author_id",
    day=iso_day("p.created_at"),
    text="concat_ws(' ', p.text, p.note_tweet.text)",
    listed="""list_concat(list_transform(p.entities.hashtags, lambda h: h.tag),
        list_transform(p.note_tweet.entities.hashtags, lambda h: h.tag))""",
    likes="p.public_metrics.like_count",
    reposts="p.public_metrics.retweet_count",
    replies="p.public_metrics.reply_count",
    views="p.public_metrics.impression_count",
    passed_on="list_contains(list_transform(p.referenced_tweets, lambda r: r.type), 'retweeted')",
)
X_V2_PAGES = replace(
    X_V2,
    id="x-v2-pages",
    title="X, pages or single replies of version 2",
    # the posts are inside "data": a list of them, or one
    each="""unnest(CASE json_type(line, '$.data') WHEN 'ARRAY' THEN json_extract(line, '$.data[*]')
        WHEN 'OBJECT' THEN [json_extract(line, '$.data')] ELSE [line::JSON] END)""",
)
MASTODON = Shape(
    id="mastodon",
    title="Mastodon statuses",
    platform="Mastodon",
    days=_UTC.format("the server"),
    marks=("account", "created_at", "content"),
    structure="""{"id":"VARCHAR","uri":"VARCHAR","created_at":"VARCHAR",
        "account":{"id":"VARCHAR","acct":"VARCHAR","url":"VARCHAR","uri":"VARCHAR"},
        "tags":[{"name":"VARCHAR"}],"reblog":{"id":"VARCHAR"},"favourites_count":"BIGINT",
        "reblogs_count":"BIGINT","replies_count":"BIGINT"}""",
    post="p.created_at IS NOT NULL AND coalesce(p.uri, p.id) IS NOT NULL",
    # its number is the server's own; its address is the same on every server
    post_id="coalesce(p.uri, p.id)",
    account="coalesce(p.account.uri, p.account.url, p.account.acct, p.account.id)",
    day=iso_day("p.created_at"),
    text="''",  # of HTML; the server lists every hashtag
    listed="list_transform(p.tags, lambda t: t.name)",
    likes="p.favourites_count",
    reposts="p.reblogs_count",
    replies="p.replies_count",
    passed_on="p.reblog.id IS NOT NULL",
)
JETSTREAM = Shape(
    id="jetstream",
    title="Bluesky Jetstream commits",
    platform="Bluesky",
    days="The day on which the stream saw the post, in UTC; clocks of clients can be wrong.",
    marks=("did", "time_us", "kind"),
    structure="""{"did":"VARCHAR","time_us":"BIGINT","commit":{"operation":"VARCHAR",
        "collection":"VARCHAR","rkey":"VARCHAR","record":{"text":"VARCHAR","tags":["VARCHAR"],
        "facets":[{"features":[{"tag":"VARCHAR"}]}]}}}""",
    post="p.commit.collection = 'app.bsky.feed.post' AND p.commit.operation = 'create'",
    post_id="p.did || '/' || p.commit.rkey",
    account="p.did",
    day=_micro_day("p.time_us"),
    text="p.commit.record.text",
    listed="""list_concat(p.commit.record.tags, flatten(list_transform(p.commit.record.facets,
        lambda f: list_transform(f.features, lambda x: x.tag))))""",
    likes=NONE,
    reposts=NONE,
    replies=NONE,
)
LINES: tuple[Shape, ...] = (X_V2, X_V2_PAGES, X_V1, MASTODON, JETSTREAM)
"""Every kind of line of JSON, those that are told apart most surely first."""
