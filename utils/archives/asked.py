"""What a count is asked for: which hashtags, which days. One bit stands for each hashtag."""

from __future__ import annotations

import datetime as dt
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass

from utils.archives.errors import ArchiveError
from utils.model import limits
from utils.model.hashtags import key

LONGEST = 90
"""Longest hashtag in bytes that is counted; in a text, a hashtag is read up to 99 bytes."""

_MARKS = "#\uff03"


@dataclass(frozen=True)
class Asked:
    """Hashtags as somebody spelt them, and the first and last day, both inclusive.

    ``today`` is the day of the count: what is dated later than the day after it is not believed.
    """

    labels: tuple[str, ...]
    today: dt.date
    since: dt.date | None = None
    until: dt.date | None = None

    @property
    def keys(self) -> tuple[str, ...]:
        """The one form of each hashtag, in the order of the bits."""
        return tuple(map(key, self.labels))

    @property
    def first(self) -> dt.date:
        """The first day that is counted."""
        return max(self.since or dt.date.min, dt.date(limits.UPLOAD_FIRST_YEAR, 1, 1))

    @property
    def last(self) -> dt.date:
        """The last day that is counted."""
        return min(self.until or dt.date.max, self.today + dt.timedelta(days=1))


def ask(
    hashtags: Iterable[str],
    today: dt.date,
    since: dt.date | None = None,
    until: dt.date | None = None,
) -> Asked:
    """A checked question: every hashtag once, in alphabetical order of its form.

    Raises `ArchiveError` for what is no hashtag, for none, too many or too long ones, and for
    days that end before they begin.
    """
    spelt = sorted("#" + one.strip().lstrip(_MARKS) for one in hashtags if one.strip())
    for one in spelt:
        _check(one)
    by_key = {key(one): one for one in reversed(spelt)}
    if not 0 < len(by_key) <= limits.ARCHIVE_HASHTAGS:
        most = limits.ARCHIVE_HASHTAGS
        raise ArchiveError(f"There are {len(by_key)} hashtags. Ask for 1 to {most} at a time.")
    if since and until and until < since:
        raise ArchiveError(f"The days end on {until}, before they begin on {since}. Swap them.")
    return Asked(tuple(by_key[one] for one in sorted(by_key)), today, since, until)


def _check(tag: str) -> None:
    form = key(tag)
    if not form:
        raise ArchiveError(f"'{tag}' is no hashtag. Give letters or digits, as in #WMHD2026.")
    if unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", tag[1:]).casefold()) != form:
        raise ArchiveError(
            f"'{tag}' is read as #{form} only. Give a hashtag of letters and digits."
        )
    if len(form.encode()) > LONGEST:
        raise ArchiveError(f"'{tag}' is longer than {LONGEST} bytes. Give a shorter hashtag.")
