"""Coverage first: shared time, time of one alone, gaps, and how the places lie."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import Any

import numpy as np
import pytest

from tests.analysis.simulated import MONTHLY, line
from tests.made_up import PLACES
from utils import catalog
from utils.analysis import overlap, select
from utils.analysis.overlap import Overlap
from utils.analysis.select import SelectionError
from utils.model import Evidence
from utils.store import snapshot
from utils.ui import load

TWEETS = catalog.reach()["us-suicide-mentions"]
MONTHS = replace(TWEETS, frequency="P1M")


def at(rows: Evidence, place: str) -> Evidence:
    return rows.with_rows(rows.rows.assign(place=place))


def both(start: str, months: int, place: str = "AAA", **more: Any) -> Overlap:
    """Nine years of a statistic from 2010 on beside some months of reach."""
    reach = at(line(np.ones(months), MONTHLY, start), place)
    of = replace(MONTHS, **more)
    return overlap.overlap(line(np.ones(108), MONTHLY), MONTHLY, reach, of, PLACES)


def test_time_inside_the_statistic_is_told_with_before_and_after() -> None:
    answer = both("2012-01", 24)
    assert answer.shared == (dt.date(2012, 1, 1), dt.date(2013, 12, 31))
    assert (answer.in_shared, answer.periods) == (24, 108)
    assert answer.statistic_alone == (
        (dt.date(2010, 1, 1), dt.date(2011, 12, 31)),
        (dt.date(2014, 1, 1), dt.date(2018, 12, 31)),
    )
    assert answer.reach_alone == ()
    assert answer.sentences == (
        "The two overlap from 1 Jan 2012 to 31 Dec 2013: 24 of the 108 months.",
        "Before that, from 1 Jan 2010 to 31 Dec 2011, no reach is counted.",
        "After that, from 1 Jan 2014 to 31 Dec 2018, no reach is counted.",
        "Both are about the land of Madeup.",
    )


def test_reach_before_and_after_the_statistic_is_told() -> None:
    answer = both("2008-01", 150)
    assert answer.in_shared == 108
    assert answer.statistic_alone == ()
    assert "Before that, from 1 Jan 2008 to 31 Dec 2009, there is no statistic." in answer.sentences


def test_no_shared_time_is_said_first() -> None:
    answer = both("2020-01", 12)
    assert (answer.shared, answer.in_shared) == (None, 0)
    assert answer.sentences[0] == (
        "The two share no time: the statistic covers 2010 to 2018, the reach series 2020. "
        "Nothing can be said about them together."
    )


def test_gaps_of_either_are_named_and_take_their_months_away() -> None:
    statistic, reach = line(np.ones(24), MONTHLY), line(np.ones(24), MONTHLY)
    reach = reach.with_rows(reach.rows.drop(index=[5, 6]))
    values = statistic.rows["value"].mask(statistic.rows.index == 10)
    statistic = statistic.with_rows(statistic.rows.assign(value=values))
    answer = overlap.overlap(statistic, MONTHLY, reach, MONTHS, PLACES)
    assert answer.reach_gaps == ((dt.date(2010, 6, 1), dt.date(2010, 7, 31)),)
    assert answer.statistic_gaps == ((dt.date(2010, 11, 1), dt.date(2010, 11, 30)),)
    assert (answer.in_shared, answer.periods) == (21, 23)
    assert "The reach series has 1 gap of its own." in answer.sentences


@pytest.mark.parametrize(
    ("here", "there", "relation", "words"),
    [
        ("AAA", "AAA", "same", "Both are about the land of Madeup."),
        ("AA-1", "AAA", "statistic inside", "the whole of the land of Madeup, the statistic is"),
        ("AAA", "AA-1", "reach inside", "for the north of Madeup only"),
        ("WLD", "AAA", "reach inside", "for the land of Madeup only"),
        ("AAA", "BBB", "apart", "in Nowhere, the statistic is about the land of Madeup"),
        ("AAA", "WLD", "no country", "a language or a platform, not a country"),
        ("WLD", "WLD", "no country", "a language or a platform, not a country"),
    ],
)
def test_places_are_told_as_they_lie(here: str, there: str, relation: str, words: str) -> None:
    statistic, reach = (at(line(np.ones(12), MONTHLY), place) for place in (here, there))
    answer = overlap.overlap(statistic, MONTHLY, reach, MONTHS, PLACES)
    assert answer.relation == relation
    assert words in answer.sentences[-1]


def test_one_place_at_a_time() -> None:
    rows = line(np.ones(12), MONTHLY)
    nothing = rows.with_rows(rows.rows.assign(value=np.nan))
    for wrong, count in ((nothing, 0), (two_places(rows), 2)):
        with pytest.raises(SelectionError, match=f"for {count}"):
            overlap.overlap(wrong, MONTHLY, rows, MONTHS, PLACES)


def two_places(rows: Evidence) -> Evidence:
    return rows.with_rows(rows.rows.assign(place=["AAA", "BBB"] * 6))


def test_national_tweets_beside_a_state_are_announced() -> None:
    of = catalog.indicator("us-suicide-rate-quarterly")
    state = select.places(select.split(snapshot.read(of.id), "all"), ["US-CA"])
    answer = overlap.overlap(state, of, snapshot.read(TWEETS.id), TWEETS, load.places())
    assert answer.relation == "statistic inside"
    assert answer.sentences[-1] == (
        "The campaign is counted for the whole of the United States, the statistic is about "
        "California."
    )
    assert "quarters" in answer.sentences[0]
