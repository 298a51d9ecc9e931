"""YouTube, videos with a hashtag: how many were published each day, and their views so far.

Long spans lose videos, so the search goes week by week, newest first; then the views of the
videos found are asked for. Views are a running total as it is now, of the videos published since
Monday: a reading of each day, whose difference from the day before, within a week, is what was
viewed in between. The key goes into a header, never into an address.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import Any
from urllib.parse import parse_qs, urlsplit

from utils.model.collecting import Asked
from utils.model.counts import Count, Counted
from utils.model.live import Reply, Request
from utils.sources import SourceError, daily
from utils.sources import replies as live_replies

PAGES_OF_A_WEEK = 10
"""Paging ends at about 500 results; a week with more is cut."""
SOME = 50
"""Results of a page, and videos whose views are asked for at once."""
WEEK = dt.timedelta(days=7)
USED_UP = "YouTube refuses the key: wrong, or its 100 searches of the day are used up."
CUT = "A week had more videos than the search shows, so its days and the views are left open."
HIDDEN = "Some videos do not show their views and are not in the total."


def requests(asked: Asked) -> tuple[Request, ...]:
    """The first page of the newest week."""
    return (_search(asked, 0),)


def following(pages: Sequence[Reply], asked: Asked) -> Request | None:
    """Next page of the week, else the week before, and in the end the views in groups of 50."""
    searches = [page for page in pages if _is_search(page)]
    done = len(pages) - len(searches)
    if not done:
        weeks = _by_week(searches)
        token = _token(searches[-1])
        if token and len(weeks[-1]) < PAGES_OF_A_WEEK:
            return _search(asked, len(weeks) - 1, token)
        if len(weeks) < len(_weeks(asked)):
            return _search(asked, len(weeks))
    return _views(asked, list(_videos(searches))[done * SOME : (done + 1) * SOME])


def refused(status: int) -> str:
    """What a refusal means, in words for the operator; empty if nothing special."""
    return USED_UP if status in (400, 401, 403) else ""


def read(replies: Sequence[Reply], asked: Asked) -> Counted:
    """Videos by day of publication, and today's reading of the views of those of this week.

    A lower bound: the search leaves videos out. No views are told if a week was cut.
    """
    searches = [page for page in replies if _is_search(page)]
    weeks, videos = _by_week(searches), _videos(searches)
    cut = [number for number, pages in enumerate(weeks) if _token(pages[-1])]
    over = daily.today(replies, asked)
    seen = [time.date() for time in videos.values()]
    lost = [day for number in cut for day in _days(asked, number)]
    counted = daily.counts(asked, "posts", seen, asked.since, over)
    posts = tuple(one for one in counted if one.day not in lost)
    if cut or "views" not in asked.collect.metrics:
        return Counted(asked.server, posts, (CUT,) if cut else ())
    week = {id for id, time in videos.items() if time.date() >= _monday(asked)}
    views, hidden = _total([page for page in replies if not _is_search(page)], set(videos), week)
    reading = Count(asked.tag, "views", asked.today, float(views), whole=True)
    return Counted(asked.server, (*posts, reading), (HIDDEN,) if hidden else ())


def _monday(asked: Asked) -> dt.date:
    """The first day of this week, from which on views are added up."""
    return asked.today - dt.timedelta(days=asked.today.weekday())


def _weeks(asked: Asked) -> list[tuple[dt.date, dt.date]]:
    """First day of each week and the day after it, newest first, back to all that is wanted."""
    first = min(asked.since, _monday(asked))
    ends = [asked.today + daily.DAY]
    while ends[-1] - WEEK > first:
        ends.append(ends[-1] - WEEK)
    return [(max(first, end - WEEK), end) for end in ends]


def _days(asked: Asked, number: int) -> list[dt.date]:
    start, end = _weeks(asked)[number]
    return daily.days(start, end - daily.DAY)


def _search(asked: Asked, number: int, token: str = "") -> Request:
    start, end = _weeks(asked)[number]
    question = {
        "part": "snippet",
        "type": "video",
        "order": "date",
        "q": f"#{asked.tag}",
        "maxResults": str(SOME),
        "publishedAfter": f"{start:%Y-%m-%d}T00:00:00Z",
        "publishedBefore": f"{end:%Y-%m-%d}T00:00:00Z",
        "fields": "kind,nextPageToken,items(id/videoId,snippet/publishedAt)",
    }
    if token:
        question["pageToken"] = token
    return Request(live_replies.address(asked.base, "search", question), personal=True)


def _views(asked: Asked, ids: Sequence[str]) -> Request | None:
    if not ids or "views" not in asked.collect.metrics:
        return None
    question = {
        "part": "statistics",
        "id": ",".join(ids),
        "fields": "kind,items(id,statistics/viewCount)",
    }
    return Request(live_replies.address(asked.base, "videos", question), personal=True)


def _is_search(page: Reply) -> bool:
    return urlsplit(page.request.url).path.endswith("/search")


def _by_week(searches: Sequence[Reply]) -> list[list[Reply]]:
    weeks: dict[str, list[Reply]] = {}
    for page in searches:
        asked_from = parse_qs(urlsplit(page.request.url).query)["publishedAfter"][0]
        weeks.setdefault(asked_from, []).append(page)
    return list(weeks.values())


def _videos(searches: Sequence[Reply]) -> dict[str, dt.datetime]:
    """When each video was published."""
    found = {}
    for page in searches:
        for item in _items(page, "searchListResponse"):
            entry = daily.record(item, "result", "id", "snippet")
            id = str(daily.record(entry["id"], "field id", "videoId")["videoId"])
            told = daily.record(entry["snippet"], "snippet", "publishedAt")["publishedAt"]
            found[id] = daily.moment(told, "publishedAt")
    return found


def _total(pages: Sequence[Reply], asked_for: set[str], week: set[str]) -> tuple[int, int]:
    """Views of the videos of this week together, and how many of those show none."""
    shown: dict[str, int] = {}
    for page in pages:
        for item in _items(page, "videoListResponse"):
            entry = daily.record(item, "video", "id")
            views = daily.record(entry.get("statistics", {}), "field statistics").get("viewCount")
            if entry["id"] not in asked_for:
                raise SourceError("The reply tells the views of a video that was not asked for.")
            if views is not None:
                shown[entry["id"]] = daily.number(views, "viewCount")
    return sum(shown.get(id, 0) for id in week), len(week - set(shown))


def _items(reply: Reply, kind: str) -> list[Any]:
    """The results of a reply of this kind; an empty list may be left out."""
    content = daily.page(reply, "kind")
    if content["kind"] != f"youtube#{kind}":
        raise SourceError("The field kind names another kind of reply than was asked for.")
    return daily.listed(content.get("items", []), "field items")


def _token(reply: Reply) -> str:
    token = daily.page(reply).get("nextPageToken")
    return token if isinstance(token, str) else ""
