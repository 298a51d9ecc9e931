"""A statistic and reach on one page: shared years, days of a campaign, letters, rates, coverage."""

from __future__ import annotations

import datetime as dt

import pandas as pd
import pytest

from tests.made_up import evidence, row
from tests.ui.pairs import pair
from utils.analysis import scale
from utils.ui import load, pairing, pairing_rows, people

DEATHS, DAY = "us-suicide-deaths-monthly", "world-suicide-prevention-day"
PAIR = pair(DEATHS, DAY)
LONG_AGO, LATER = (dt.date(2010, 1, 1), dt.date(2026, 12, 31))


def years(first: int, last: int, *missing: int):  # type: ignore[no-untyped-def]
    return evidence(*(row(y, None if y in missing else 1.0) for y in range(first, last + 1)))


@pytest.mark.parametrize(
    ("reached", "shared"),
    [
        ([years(2012, 2030)], (2012, 2020)),
        ([years(2012, 2014), years(2018, 2019)], (2012, 2019)),
        ([years(2012, 2014, 2012)], (2013, 2014)),
        ([years(2030, 2031)], None),
        ([], None),
    ],
)
def test_shared_years_are_those_in_which_both_have_figures(
    reached: list, shared: tuple[int, int] | None
) -> None:
    assert pairing.shared_years(years(2000, 2020), reached) == shared


def test_a_span_leaves_out_what_has_no_figure() -> None:
    assert pairing.span(years(2000, 2005, 2000, 2005), years(2002, 2010, 2010)) == (
        dt.date(2001, 1, 1),
        dt.date(2009, 12, 31),
    )


def test_a_day_is_covered_where_every_piece_has_a_figure_for_it() -> None:
    need, reach = years(2000, 2005), years(2003, 2009, 2004)
    assert pairing.covered(dt.date(2003, 5, 1), need, reach)
    assert not pairing.covered(dt.date(2004, 5, 1), need, reach), "no value is no figure"
    assert not pairing.covered(dt.date(2008, 5, 1), need, reach)


def test_a_rule_is_followed_between_the_days_and_never_before_its_first_known_one() -> None:
    days = [one.start for one in pairing.spans(load.campaigns()[DAY], LONG_AGO, LATER)]
    assert days == sorted(set(days))
    assert all((day.month, day.day) == (9, 10) for day in days)
    bell = load.campaigns()["bell-lets-talk"]
    known = min(bell.dates)
    assert min(one.start for one in pairing.spans(bell, dt.date(1990, 1, 1), LATER)) == known


def test_marks_lie_in_the_time_shown_each_campaign_with_its_letter() -> None:
    both = (load.campaigns()[DAY], load.campaigns()["mental-health-awareness-month"])
    marks = pairing_rows.marks(pair(DEATHS, DAY, campaigns=both))
    assert {mark.letter for mark in marks} == {"A", "B"}
    assert all(PAIR.first <= mark.start <= PAIR.last for mark in marks)
    assert all((mark.end - mark.start).days == (0 if mark.letter == "A" else 30) for mark in marks)


def test_panels_hold_the_rows_of_the_snapshot_in_the_time_shown() -> None:
    need, reach = pairing_rows.panels(PAIR)
    assert "United States" in need.title
    whole = load.evidence(DEATHS).rows
    mine = whole[(whole["place"] == "USA") & (whole["group_by"] == "all")]
    inside = (mine["end"] >= pd.Timestamp(PAIR.first)) & (mine["start"] <= pd.Timestamp(PAIR.last))
    assert need.evidence.rows["value"].tolist() == mine[inside]["value"].tolist()
    assert reach.card.id == PAIR.measures[0].card.id


def test_counts_per_100_000_are_the_count_over_the_people_of_its_year() -> None:
    scaled, *_ = pairing_rows.panels(pair(DEATHS, DAY, rate=True))
    plain, *_ = pairing_rows.panels(PAIR)
    assert (scaled.card.unit, plain.card.unit) == ("per 100,000", "deaths")
    rates, counts = (one.evidence.rows.set_index("start") for one in (scaled, plain))
    day = pd.Timestamp("2019-09-01")
    living = people.population("USA", 2019)
    assert rates.loc[day, "value"] == pytest.approx(counts.loc[day, "value"] / living * 100_000)


def test_a_count_without_people_to_divide_by_stays_a_count() -> None:
    card = load.indicators()[DEATHS]
    early = evidence(row(1900, 5.0, place="USA"))
    assert scale.per_100k(early, load.evidence("population")).rows["value"].isna().all()
    assert pairing_rows.per_100k(card, early) == (card, early)


def test_the_day_is_one_on_which_both_have_a_figure_and_has_its_campaigns_name() -> None:
    assert PAIR.event is not None
    need, reach = pairing.need(PAIR), pairing.reach(PAIR.measures[0])
    assert pairing.covered(PAIR.event, need, reach)
    assert pairing_rows.event_name(PAIR) == load.campaigns()[DAY].title
