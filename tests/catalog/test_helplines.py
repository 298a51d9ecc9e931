"""Helplines: complete, linked, and looked up not too long ago."""

from __future__ import annotations

import datetime as dt
import re

import pytest

from utils import catalog
from utils.catalog.cards import DATA
from utils.model import Helpline
from utils.model.limits import HELPLINE_MAX_AGE_DAYS

NEEDED = "AUS BRA CAN DEU ESP FRA GBR IND IRL ITA JPN MEX NLD NZL USA WLD ZAF"
LINES = list(catalog.helplines().values())


def old(line: Helpline, today: dt.date) -> bool:
    return (today - line.checked).days > HELPLINE_MAX_AGE_DAYS


def test_the_countries_we_promise_have_one() -> None:
    assert [place for place in NEEDED.split() if place not in catalog.helplines()] == []


def test_no_place_has_two() -> None:
    entries = (DATA / "helplines.toml").read_text("utf-8").count("[[helplines]]")
    assert entries == len(LINES)


@pytest.mark.parametrize("line", LINES, ids=lambda line: line.place)
class TestEntry:
    def test_place_is_known(self, line: Helpline) -> None:
        assert line.place in catalog.places()

    def test_it_is_complete(self, line: Helpline) -> None:
        for text in (line.name, line.contact, line.hours):
            assert text
            assert text == text.strip()

    def test_it_says_how_to_reach_somebody(self, line: Helpline) -> None:
        number = re.search(r"\d{3}", line.contact)
        assert number or line.place == "WLD"
        assert re.match("Call|Choose", line.contact)

    def test_it_links_over_https(self, line: Helpline) -> None:
        assert re.fullmatch(r"https://[a-z0-9.-]+\.[a-z]+/\S*", line.url)

    def test_it_was_checked_and_not_too_long_ago(self, line: Helpline) -> None:
        assert line.checked <= dt.date.today()
        assert not old(line, dt.date.today()), (
            f"Look up {line.name} again: it was checked on {line.checked}, more than "
            f"{HELPLINE_MAX_AGE_DAYS} days ago. Mend data/helplines.toml and its date."
        )


def test_age_is_counted_in_days() -> None:
    line = LINES[0]
    limit = dt.timedelta(days=HELPLINE_MAX_AGE_DAYS)
    assert not old(line, line.checked + limit)
    assert old(line, line.checked + limit + dt.timedelta(days=1))


def test_old_numbers_are_gone() -> None:
    assert not any("273" in line.contact for line in LINES if line.place == "USA")
