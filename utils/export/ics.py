"""Awareness days as an iCalendar file: whole days, so that no time zone can move them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from icalendar import Calendar, Event

from utils.analysis.calendar import Span
from utils.model import AwarenessEvent


def build(events: Sequence[tuple[AwarenessEvent, Span]], stamp: dt.date) -> bytes:
    """RFC 5545 text. Days are dates without a clock, the end is the day after the last.

    ``stamp`` is written as the time of making, so that equal input gives equal bytes.
    """
    book = Calendar()
    book.add("prodid", "-//Groundswell//Awareness days//EN")
    book.add("version", "2.0")
    for event, span in events:
        entry = Event()
        entry.add("uid", f"{event.id}-{span.start.isoformat()}@groundswell")
        entry.add("dtstamp", dt.datetime.combine(stamp, dt.time(), tzinfo=dt.UTC))
        entry.add("dtstart", span.start)
        entry.add("dtend", span.end + dt.timedelta(days=1))
        entry.add("summary", event.name)
        how = "announced" if span.basis == "known" else "by its usual rule; check before you plan"
        entry.add("description", f"{event.rule_text} ({how}). {event.hashtags}")
        entry.add("url", event.url)
        entry.add("transp", "TRANSPARENT")
        book.add_component(entry)
    return bytes(book.to_ical())
