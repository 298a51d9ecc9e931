"""Selections: what is asked for comes back with its origins, or an error that says what to do."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

import pytest

from tests.made_up import evidence, row
from utils.analysis import select
from utils.analysis.select import SelectionError
from utils.model import Evidence

ROWS = evidence(
    *(
        row(year, 10 * year + number, place=place, group_by=split, group=group)
        for year in (2000, 2001)
        for number, place in enumerate(("AAA", "BBB"))
        for split, group in (("sex", "Female"), ("sex", "Male"), ("all", "all"))
    )
)


def day(text: str) -> dt.date:
    return dt.date.fromisoformat(text)


def told(ask: Callable[[], Evidence]) -> str:
    """The words of the refusal."""
    with pytest.raises(SelectionError) as refusal:
        ask()
    return str(refusal.value)


def test_everyone_together_is_the_first_split() -> None:
    assert select.splits(ROWS) == ["all", "sex"]


def test_places_come_in_the_order_asked_for() -> None:
    found = select.places(ROWS, ["BBB", "AAA"])
    assert list(dict.fromkeys(found.rows["place"])) == ["BBB", "AAA"]
    assert len(found) == len(ROWS)
    assert found.origins == ROWS.origins


def test_no_place_is_refused() -> None:
    assert told(lambda: select.places(ROWS, [])) == "No place is chosen. Choose at least one."


def test_a_place_without_figures_is_named() -> None:
    said = told(lambda: select.places(ROWS, ["AAA", "CCC", "DDD"]))
    assert said == "This series has no figures for CCC, DDD."


def test_an_unknown_split_is_refused_with_those_there_are() -> None:
    said = told(lambda: select.split(ROWS, "age"))
    assert said == "These figures are not split by 'age'. Known: all, sex."


def test_groups_keep_what_is_named() -> None:
    assert set(select.groups(ROWS, ["Male"]).rows["group"]) == {"Male"}


@pytest.mark.parametrize("labels", [[], ["Neither"]])
def test_no_group_is_refused(labels: list[str]) -> None:
    said = told(lambda: select.groups(ROWS, labels))
    assert said == "No group is chosen. Choose at least one."


def test_a_range_holds_the_periods_that_lie_inside_it() -> None:
    whole = select.between(ROWS, day("2000-01-01"), day("2000-12-31"))
    assert set(whole.rows["start"].dt.year) == {2000}
    wide = select.between(ROWS, day("1999-06-01"), day("2001-12-30"))
    assert set(wide.rows["start"].dt.year) == {2000}


def test_a_reversed_range_is_refused_with_both_days() -> None:
    said = told(lambda: select.between(ROWS, day("2001-01-01"), day("2000-01-01")))
    assert said == "The range ends (1 Jan 2000) before it starts (1 Jan 2001). Swap the two."


def test_an_empty_range_is_refused_with_both_days() -> None:
    said = told(lambda: select.between(ROWS, day("1990-01-01"), day("1991-01-01")))
    assert said == "There are no figures between 1 Jan 1990 and 1 Jan 1991."


def test_one_period_is_met_exactly_or_refused() -> None:
    found = select.at(ROWS, day("2001-01-01"), day("2001-12-31"))
    assert set(found.rows["start"].dt.year) == {2001}
    said = told(lambda: select.at(ROWS, day("2001-01-01"), day("2001-06-30")))
    assert said == "There are no figures for Jan to Jun 2001."


def test_periods_are_those_with_a_value_in_order() -> None:
    rows = evidence(row(2002, None), row(2001, 1), row(2000, 2), row(2001, 3, place="BBB"))
    spans = [(day(f"{year}-01-01"), day(f"{year}-12-31")) for year in (2000, 2001)]
    assert select.periods(rows) == spans


def test_the_latest_row_of_a_line_is_the_last_that_has_a_value() -> None:
    rows = evidence(row(2000, 1), row(2001, 2), row(2002, None), row(2000, 3, place="BBB"))
    latest = select.latest(rows).rows
    assert dict(zip(latest["place"], latest["value"], strict=True)) == {"AAA": 2, "BBB": 3}


def test_places_can_be_left_out_but_not_all() -> None:
    assert set(select.without(ROWS, ["AAA"]).rows["place"]) == {"BBB"}
    said = told(lambda: select.without(ROWS, ["AAA", "BBB"]))
    assert said == "There are no figures for single places in this series."


def many(*values: float | None, **more: str) -> list[dict[str, object]]:
    """One year, a place for each value."""
    return [row(2000, v, place=f"P{at}", low=0, high=99, **more) for at, v in enumerate(values)]


@pytest.mark.parametrize(
    ("values", "middle"), [((1, 9, 2), 2), ((1, 2, 4, 9), 3), ((5, 5, 5, 0, 9), 5)]
)
def test_the_median_is_the_middle_place(values: tuple[float, ...], middle: float) -> None:
    (found,) = select.median(evidence(*many(*values))).rows.to_dict("records")
    assert (found["value"], found["place"], found["status"]) == (middle, select.MEDIAN, "E")
    assert found["low"] != found["low"]
    assert found["high"] != found["high"]
    assert found["origin"] == "made-up"


def test_the_median_leaves_out_totals_and_gaps() -> None:
    rows = evidence(*many(1, 2, 6, None), row(2000, 100, place="AAA"))
    assert select.median(rows, leave_out=["AAA"]).rows["value"].tolist() == [2]
    assert select.median(rows).rows["value"].tolist() == [4]


def test_the_median_does_not_move_because_places_come_and_go() -> None:
    came = row(2001, 100, place="P9")
    rows = evidence(*many(1, 2, 6), *(row(2001, v, place=f"P{v - 1}") for v in (1, 2)), came)
    with pytest.raises(SelectionError, match="Fewer than 3 places"):
        select.median(rows)
    whole = evidence(*rows.rows.to_dict("records"), row(2001, 6, place="P2"))
    assert select.median(whole).rows["value"].tolist() == [2, 2]


def test_every_group_has_a_median_of_its_own_places() -> None:
    rows = evidence(
        *many(1, 2, 3, group_by="sex", group="Male"), *many(4, 5, 6, group_by="sex", group="Female")
    )
    found = select.median(rows).rows
    assert dict(zip(found["group"], found["value"], strict=True)) == {"Male": 2, "Female": 5}


def test_too_few_places_have_no_median_in_any_group() -> None:
    rows = evidence(
        *many(1, 2, 3, group_by="sex", group="Male"), *many(4, group_by="sex", group="Female")
    )
    try:
        groups = set(select.median(rows).rows["group"])
    except SelectionError:
        groups = set()
    assert "Female" not in groups


def test_a_benchmark_follows_unless_its_place_is_there_already() -> None:
    mine, other = select.places(ROWS, ["AAA"]), select.places(ROWS, ["BBB"])
    assert list(dict.fromkeys(select.beside(mine, other).rows["place"])) == ["AAA", "BBB"]
    assert len(select.beside(ROWS, other)) == len(ROWS)
