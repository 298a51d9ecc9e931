"""Bell's years: derived figures say so, unpublished ones are gaps, addresses follow figures."""

from dataclasses import replace

import pytest

from utils import catalog
from utils.model import DataSpec, ReachSeries
from utils.sources import bell_annual

HEAD = "year,event_date,interactions_total,interactions_status,tweets,source_url,note\n"
INTERACTIONS = catalog.reach()["bell-lets-talk-interactions"]
TWEETS = catalog.reach()["bell-lets-talk-tweets"]


def _with(card: ReachSeries, **select: object) -> ReachSeries:
    return replace(card, data=DataSpec("bell_annual", (), {**card.data.select, **select}))


def _tidy(*lines: str, card: ReachSeries = INTERACTIONS):
    return bell_annual.tidy((HEAD + "\n".join(lines)).encode(), card)


def test_the_period_is_the_day_of_the_event():
    rows = _tidy("2013,2013-02-12,96266266,reported,1562485,http://one.ca/,")
    assert [f"{rows[edge][0]:%F}" for edge in ("start", "end")] == ["2013-02-12"] * 2
    assert (rows["value"][0], rows["status"][0], rows["place"][0]) == (96266266.0, "A", "CAN")


def test_what_was_worked_out_is_marked():
    rows = _tidy("2011,2011-02-09,66079236,derived: donation / CAD 0.05,,http://one.ca/,")
    assert rows["status"].tolist() == ["E"]


def test_no_count_is_a_gap_and_never_zero():
    rows = _tidy("2023,2023-01-25,,,,http://one.ca/,no count from 2023 on")
    assert rows["value"].isna().tolist() == [True]
    assert rows["status"].tolist() == ["M"]


def test_a_figure_printed_elsewhere_has_its_own_address():
    card = _with(TWEETS, addresses={"2014": "http://two.ca/"})
    rows = _tidy(
        "2013,2013-02-12,96266266,reported,1562485,http://one.ca/,",
        "2014,2014-01-28,109451718,reported,3016621,http://one.ca/,",
        card=card,
    )
    assert rows["url"].tolist() == ["http://one.ca/", "http://two.ca/"]


@pytest.mark.parametrize("cell", ["guessed", "estimated: by us"])
def test_an_unknown_status_raises_naming_it(cell):
    with pytest.raises(ValueError, match=cell.partition(":")[0]):
        _tidy(f"2013,2013-02-12,96266266,{cell},,http://one.ca/,")


def test_an_address_without_a_figure_raises():
    with pytest.raises(ValueError, match="2015"):
        _tidy(
            "2015,2015-01-28,1,reported,,http://one.ca/,",
            card=_with(TWEETS, addresses={"2015": "http://two.ca/"}),
        )


def test_a_day_outside_its_year_raises():
    with pytest.raises(ValueError, match="outside its year"):
        _tidy("2013,2014-02-12,1,reported,,http://one.ca/,")
