"""One file per platform: what its exports look like. Add a format here and it is recognised."""

from __future__ import annotations

from collections.abc import Sequence

from utils.uploads.platforms import (
    brandwatch,
    google_trends,
    linkedin,
    meta,
    monitors,
    own,
    tiktok,
    x,
    youtube,
)
from utils.uploads.platforms.format import Format
from utils.uploads.platforms.words import english

FORMATS: tuple[Format, ...] = (
    *x.FORMATS,
    *meta.FORMATS,
    *tiktok.FORMATS,
    *youtube.FORMATS,
    *linkedin.FORMATS,
    *brandwatch.FORMATS,
    *monitors.FORMATS,
)
"""Every layout that is recognised by its headings. Google Trends has a shape of its own."""

BY_ID: dict[str, Format] = {one.id: one for one in (*FORMATS, *own.FORMATS, google_trends.FORMAT)}
"""Every format by id, those included that nobody recognises by headings."""


_FIRST = frozenset(name for one in FORMATS for name in one.needs[0])


def recognise(headings: Sequence[str]) -> tuple[int, Format | None]:
    """The format that knows most of these headings, and how many; `None` if none fits."""
    spelt = [english(heading) for heading in headings]
    if _FIRST.isdisjoint(frozenset().union(*spelt)):
        return 0, None  # a row of posts, as nearly all are
    best, found = max(((one.fits(spelt), one) for one in FORMATS), key=lambda pair: pair[0])
    return best, found if best else None
