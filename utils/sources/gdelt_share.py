"""GDELT, news share by day beside a hashtag: how much of the news holds the campaign's phrase.

It measures news sites, not social media: hashtags can't be searched there, so the card names the
phrase that stands for one. A hashtag without a phrase is not asked for.
"""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd

from utils.model.collecting import Asked
from utils.model.counts import Count, Counted
from utils.model.live import Reply, Request
from utils.sources import SourceError, daily
from utils.sources.gdelt_timeline import question, shares


def requests(asked: Asked) -> tuple[Request, ...]:
    """One question: the query in ``ask.phrases`` under the hashtag; none if there is none."""
    query = asked.collect.ask["phrases"].get(asked.tag)
    return (question(asked.base, query),) if query else ()


def following(pages: Sequence[Reply], asked: Asked) -> Request | None:
    """None: there is one page."""
    return None


def read(replies: Sequence[Reply], asked: Asked) -> Counted:
    """Percent of all watched articles by day, today's in part; raises `SourceError`."""
    if not replies:
        return Counted(asked.server, ())
    try:
        rows = shares(replies[0]).drop_duplicates()
    except ValueError as error:  # GDELT says in a sentence what it did not like
        raise SourceError(str(error)) from None
    over = daily.today(replies, asked)
    if rows["day"].duplicated().any():
        raise SourceError("The timeline holds a day twice with different shares.")
    if (rows["day"] > pd.Timestamp(over)).any():
        raise SourceError("The timeline holds a day that lies ahead. Check the clock.")
    return Counted(
        asked.server,
        tuple(
            Count(asked.tag, "news share", day.date(), float(value), whole=day.date() < over)
            for day, value in zip(rows["day"], rows["value"], strict=True)
        ),
    )
