"""Wikimedia, views of the article about a campaign, by day, beside the campaign's hashtag.

The card names the article of a hashtag; a hashtag without one is not asked for. Days are counted
whole, about one day late; a day that is left out has no view or is not counted yet.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from utils.model.collecting import Asked
from utils.model.counts import Count, Counted
from utils.model.live import Reply, Request
from utils.sources import SourceError, daily
from utils.sources.wikimedia_pageviews import days, question

MORE = dt.timedelta(days=30)
"""Asked for beside what is wanted: a span without a view is answered like a wrong title."""
LEFT_OUT = "The reply leaves this day out."


def requests(asked: Asked) -> tuple[Request, ...]:
    """One question: the article in ``ask.articles`` under the hashtag; none if there is none."""
    if not (title := _title(asked)):
        return ()
    project, first = asked.collect.ask["project"], asked.since - MORE
    return (question(asked.base, project, title, f"{first:%Y%m%d}", f"{asked.today:%Y%m%d}"),)


def following(pages: Sequence[Reply], asked: Asked) -> Request | None:
    """None: there is one page."""
    return None


def read(replies: Sequence[Reply], asked: Asked) -> Counted:
    """Views by day up to the last day that is counted; a day left out in between is a gap."""
    if not replies:
        return Counted(asked.server, ())
    try:
        rows = days(replies[0], asked.collect.ask["project"], _title(asked))
    except ValueError as error:  # it names the field that is off
        raise SourceError(str(error)) from None
    views = {day.date(): int(one) for day, one in zip(rows["day"], rows["views"], strict=True)}
    if max(views) > daily.today(replies, asked):
        raise SourceError("The reply holds a day that lies ahead. Check the clock.")
    return Counted(
        asked.server,
        tuple(_count(asked, day, views.get(day)) for day in daily.days(asked.since, max(views))),
    )


def _count(asked: Asked, day: dt.date, views: int | None) -> Count:
    if views is None:
        return Count(asked.tag, "views", day, None, False, LEFT_OUT)
    return Count(asked.tag, "views", day, float(views), whole=day < asked.today)


def _title(asked: Asked) -> str:
    return str(asked.collect.ask["articles"].get(asked.tag, "")).replace(" ", "_")
