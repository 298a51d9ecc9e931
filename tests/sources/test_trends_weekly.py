"""The search index: one whole download, one place, never two of them joined."""

from dataclasses import replace

import pytest

from utils import catalog
from utils.sources import trends_weekly

HEAD = "week_start,term,geo,interest_0_100\n"
CARD = catalog.reach()["us-search-mental-health"]
TOP = "2022-05-01,mental health,US,100"


def _tidy(*lines, card=CARD):
    return trends_weekly.tidy((HEAD + "\n".join(lines)).encode(), card)


def test_weeks_run_from_sunday_to_saturday():
    rows = _tidy(TOP)
    assert [f"{rows[edge][0]:%F}" for edge in ("start", "end")] == ["2022-05-01", "2022-05-07"]
    assert (rows["group_by"][0], rows["group"][0], rows["place"][0]) == (
        "term",
        "mental health",
        "USA",
    )


def test_two_downloads_are_never_joined():
    two = replace(CARD, data=replace(CARD.data, releases=("one", "another")))
    with pytest.raises(ValueError, match="two scales"):
        _tidy(TOP, card=two)


@pytest.mark.parametrize("line", ["2022-05-01,mental health,US,99", f"{TOP}0"])
def test_a_download_that_is_not_whole_raises(line):
    with pytest.raises(ValueError, match="index runs"):
        _tidy(line)


def test_another_place_raises_naming_it():
    with pytest.raises(ValueError, match="GB"):
        _tidy(TOP, "2022-05-08,mental health,GB,60")


def test_the_place_must_be_that_of_the_card():
    with pytest.raises(ValueError, match="GBR"):
        _tidy(TOP, card=replace(CARD, place="GBR"))
