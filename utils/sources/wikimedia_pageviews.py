"""Wikimedia page views by article and day, asked live and summed to weeks from Monday to Sunday.

A day without a view is left out of the reply, and so is a day that is not counted yet: a week
with a day missing is a gap, never a low number.
"""

from __future__ import annotations

from collections.abc import Sequence
from urllib.parse import quote

import pandas as pd

from utils.model import ReachSeries
from utils.model.cards import Live
from utils.model.live import Found, Reply, Request
from utils.sources import replies as live_replies
from utils.sources import tables
from utils.sources.pageviews_weekly import FIRST_DAY, WEEK

FIELDS = ("project", "article", "granularity", "timestamp", "access", "agent", "views")
LAST = "20991231"
"""The interface gives what there is until then."""


def requests(card: ReachSeries, live: Live) -> tuple[Request, ...]:
    """One question an article: its days since 2019 by readers, on any device.

    ``data.live`` gives `project` and `articles`, a title there by the name here. Titles go by
    their present name; views under a former name or a redirect are not in the reply.
    """
    ask = card.data.live or {}
    titles = [title.replace(" ", "_") for title in ask["articles"].values()]
    first = f"{FIRST_DAY:%Y%m%d}"
    return tuple(question(live.base, ask["project"], title, first, LAST) for title in titles)


def question(base: str, project: str, title: str, first: str, last: str) -> Request:
    """What is asked about an article: its views by day, days as `20261125`, both included."""
    return Request(
        f"{base}/metrics/pageviews/per-article/{project}/all-access/user/"
        f"{quote(title, safe='')}/daily/{first}/{last}"
    )


def following(pages: Sequence[Reply]) -> Request | None:
    """None: a reply holds all days."""
    return None


def read(replies: Sequence[Reply], card: ReachSeries, live: Live) -> Found:
    """Weekly views by article, whole weeks only; raises `ValueError` for another question's reply.

    A day that the reply leaves out makes its week a gap.
    """
    ask = card.data.live or {}
    names = list(ask["articles"].items())
    if len(replies) != len(names):
        raise ValueError(f"{len(names)} articles were asked for, {len(replies)} replies came.")
    pieces = [
        _weeks(days(reply, ask["project"], title.replace(" ", "_"))).assign(group=name)
        for reply, (name, title) in zip(replies, names, strict=True)
    ]
    weeks = pd.concat(pieces, ignore_index=True)
    rows = tables.tidy_frame(
        place=card.place,
        group_by="article",
        group=weeks["group"],
        start=weeks["start"],
        end=weeks["end"],
        value=weeks["views"],
    )
    return Found(tables.no_repeats(rows))


def days(reply: Reply, project: str, title: str) -> pd.DataFrame:
    """Columns `day` and `views` of one article, each day once.

    Raises `ValueError` for another question's reply, naming what is off.
    """
    content = live_replies.parsed(reply)
    if not isinstance(content, dict) or not isinstance(content.get("items"), list):
        raise ValueError(f"The reply for {title} has no list 'items': {str(content)[:200]}")
    items = content["items"]
    absent = [name for name in FIELDS if any(name not in item for item in items)]
    if absent or not items:
        raise ValueError(f"The reply for {title} lacks {', '.join(absent) or 'any day'}.")
    found = pd.DataFrame(items)
    expected = {
        "project": project,
        "article": title,
        "granularity": "daily",
        "access": "all-access",
        "agent": "user",
    }
    for column, asked in expected.items():
        if set(found[column]) != {asked}:
            raise ValueError(f"The reply for {title} holds another {column}: {set(found[column])}.")
    if not all(type(views) is int and views >= 0 for views in found["views"]):
        raise ValueError(f"The reply for {title} holds views that are no counts.")
    found = found.drop_duplicates()
    found["day"] = tables.days(found["timestamp"], "%Y%m%d00")
    if found["day"].duplicated().any():
        raise ValueError(f"The reply for {title} holds a day twice with different views.")
    return found[["day", "views"]]


def _weeks(days: pd.DataFrame) -> pd.DataFrame:
    """Sums of whole weeks up to the last day that is there."""
    last = days["day"].max()
    end = days["day"] + pd.to_timedelta(6 - days["day"].dt.day_of_week, unit="D")
    grouped = days["views"].astype("float64").groupby(end.rename("end"))
    every = pd.date_range(end.min(), last, freq="7D", unit="s", name="end")
    weeks = pd.DataFrame({"views": grouped.sum(), "there": grouped.count()}).reindex(every)
    weeks = weeks.reset_index()
    monday = weeks["end"] - WEEK
    start = monday.mask(monday < FIRST_DAY, FIRST_DAY).astype("datetime64[s]")
    whole = weeks["there"] == (weeks["end"] - start).dt.days + 1
    return weeks.assign(start=start, views=weeks["views"].where(whole))
