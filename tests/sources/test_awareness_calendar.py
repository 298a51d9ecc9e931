"""The calendar: places as codes, dates that can be read, unknown words refused."""

import pytest

from utils.sources import awareness_calendar

ROW = {
    "event_id": "made-up",
    "name": "A day",
    "kind": "day",
    "region": "US / UK",
    "hashtags": "#One;#Two",
    "rule": "fixed(9,10)",
    "rule_text": "10 September",
    "known_dates": "2018-05;2021-02-01/2021-02-07;2024-09-10",
    "source_url": "https://one.org/",
    "quote": "a sentence that is not carried over",
    "confidence": "high",
    "note": "a note",
}


def _one(**cells: str):
    return next(awareness_calendar.events([{**ROW, **cells}]))


def test_a_row_becomes_an_event_without_the_quote():
    event = _one()
    assert (event.region, event.note) == ("USA;GBR", "A note.")
    assert event.known_dates == ROW["known_dates"]
    assert not any("carried over" in str(cell) for cell in vars(event).values())


def test_every_year_since_is_no_list_of_dates():
    assert _one(known_dates="2003 on").known_dates == ""


@pytest.mark.parametrize(
    "cells",
    [
        {"region": "Atlantis"},
        {"kind": "hour"},
        {"confidence": "none"},
        {"known_dates": "in spring"},
    ],
)
def test_what_no_rule_knows_raises(cells):
    with pytest.raises(ValueError, match="made-up"):
        _one(**cells)
