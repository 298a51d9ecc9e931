"""Days in UTC: which is not over, whose clock is believed, and what is no day or number."""

from __future__ import annotations

import dataclasses
import datetime as dt

import pytest

from tests.sources.made_up_replies import NOW, TODAY, asked, mastodon_history, reply, shown
from utils.sources import SourceError, daily, mastodon_tag

TWO_DAYS = dt.timedelta(days=2)


def test_the_day_that_is_not_over_goes_by_the_clock_that_is_behind() -> None:
    told = dataclasses.replace(reply(mastodon_history()), served=NOW)
    ahead = asked("mastodon_tag", now=NOW + TWO_DAYS)
    found = shown(mastodon_tag.read([told], ahead).counts)
    assert found[0] == (10, False)
    assert found[1] == (11, True)
    with pytest.raises(SourceError, match="lies ahead"):
        mastodon_tag.read([told], asked("mastodon_tag", now=NOW - TWO_DAYS))
    early = dataclasses.replace(
        told, served=dt.datetime(2026, 11, 25, 1, tzinfo=dt.timezone(TWO_DAYS / 12))
    )
    assert daily.today([early], asked("mastodon_tag")) == TODAY - dt.timedelta(days=1)


@pytest.mark.parametrize(
    ("printed", "moment"),
    [
        ("2026-11-25T23:59:59.999Z", dt.datetime(2026, 11, 25, 23, 59, 59, 999_000, dt.UTC)),
        ("2026-11-25T23:00:00-05:00", dt.datetime(2026, 11, 26, 4, tzinfo=dt.UTC)),
        ("2026-11-25T10:00:00", dt.datetime(2026, 11, 25, 10, tzinfo=dt.UTC)),
    ],
)
def test_times_are_read_in_utc(printed: str, moment: dt.datetime) -> None:
    assert daily.moment(printed, "x") == moment


@pytest.mark.parametrize(
    "printed", [None, 5, "", "soon", "2026-13-01T00:00:00Z", "0001-01-01T00:00:00+14:00"]
)
def test_what_is_no_time_is_named(printed: object) -> None:
    with pytest.raises(SourceError, match="field x holds no time"):
        daily.moment(printed, "x")


@pytest.mark.parametrize(
    "printed", [None, "", "-1", -1, 1.5, "1.5", "1e3", True, "\u0661", [1], "9" * 30]
)
def test_what_is_no_count_is_named(printed: object) -> None:
    with pytest.raises(SourceError, match="field x holds no count"):
        daily.number(printed, "x")


def test_posts_from_the_future_are_left_out() -> None:
    seen = [TODAY + dt.timedelta(days=1), TODAY, TODAY - dt.timedelta(days=9)]
    found = daily.counts(asked("x_counts"), "posts", seen, TODAY - dt.timedelta(days=1), TODAY)
    assert shown(found) == {0: (1, False), 1: (0, True)}
