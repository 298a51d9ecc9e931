"""The calendar file: whole days, readable by an independent parser, equal bytes each time."""

from __future__ import annotations

import datetime as dt

from icalendar import Calendar

from utils import catalog
from utils.analysis import calendar
from utils.export import ics

TODAY = dt.date(2026, 11, 23)


def dated() -> list[tuple[object, calendar.Span]]:
    spans = [(event, calendar.ahead(event, TODAY)) for event in catalog.calendar().values()]
    return [(event, span) for event, span in spans if span]


def test_every_day_can_be_read_back_as_a_whole_day() -> None:
    made = dated()
    entries = Calendar.from_ical(ics.build(made, TODAY)).walk("VEVENT")  # type: ignore[arg-type]
    assert len(entries) == len(made) > 20
    for entry, (event, span) in zip(entries, made, strict=True):
        assert str(entry["summary"]) == event.name  # type: ignore[attr-defined]
        assert entry.decoded("dtstart") == span.start
        assert entry.decoded("dtend") == span.end + dt.timedelta(days=1)
        assert not isinstance(entry.decoded("dtstart"), dt.datetime), "a clock can be moved"


def test_ids_are_unique_and_bytes_are_equal() -> None:
    first, again = ics.build(dated(), TODAY), ics.build(dated(), TODAY)  # type: ignore[arg-type]
    assert first == again
    uids = [str(one["uid"]) for one in Calendar.from_ical(first).walk("VEVENT")]
    assert len(uids) == len(set(uids))
