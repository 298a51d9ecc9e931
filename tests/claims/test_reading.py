"""Sentences: the answer first, with its uncertainty, and never more than the rows can bear."""

from __future__ import annotations

import datetime as dt

import pytest

from tests.made_up import PLACES, card, cut, evidence, row
from tests.numerals import Shown, unaccounted
from utils.claims import direction, reading
from utils.model import Evidence, Indicator

BASE = dt.date(2000, 1, 1)


def trend(rows: Evidence, **of_card: object) -> str:
    """The sentences about some rows, after every number in them was accounted for."""
    return checked(" ".join(reading.trend(rows, card(**of_card), PLACES)), rows, card(**of_card))


def changes(rows: Evidence, **of_card: object) -> str:
    said = " ".join(reading.changes(rows, card(**of_card), PLACES, BASE))
    return checked(said, rows, card(**of_card), BASE)


def checked(said: str, rows: Evidence, of: Indicator, since: dt.date | None = None) -> str:
    assert unaccounted(said, Shown(rows.rows, of, PLACES, since)) == [], said
    return said


def bounded(year: int, value: float, half: float = 1.0, **more: str) -> dict[str, object]:
    return row(year, value, low=value - half, high=value + half, **more)


def test_the_latest_value_comes_first_with_people_place_period_and_interval() -> None:
    said = trend(evidence(bounded(2000, 20), bounded(2001, 35.9)))
    assert said.startswith(
        "In 2001, 35.9% (95% interval 34.9 to 36.9) of made-up people in the land of Madeup "
        "were made up. That is about 36 in 100."
    )


@pytest.mark.parametrize(
    ("first", "last", "words"),
    [
        (20.0, 30.0, "10.0 points higher now; interval of the change 8.6 to 11.4"),
        (30.0, 20.0, "10.0 points lower now; interval of the change −11.4 to −8.6"),
        (20.0, 20.5, "the difference of 0.5 points is too small to tell from chance"),
    ],
)
def test_a_change_is_told_with_its_interval(first: float, last: float, words: str) -> None:
    said = trend(evidence(bounded(2000, first), bounded(2005, last)))
    assert f"It was {first}% (95% interval" in said
    assert words in said


def test_without_intervals_a_survey_says_that_chance_can_not_be_told() -> None:
    said = trend(evidence(row(2000, 20), row(2001, 30)))
    assert "a difference of 10.0 points; we can't test whether it is more than chance" in said
    assert "higher" not in said


def test_a_count_of_everyone_needs_no_interval() -> None:
    deaths = {"unit": "deaths", "decimals": 0, "method": "counted", "finding": "died"}
    said = trend(evidence(row(2000, 1000), row(2001, 1234)), **deaths)
    assert "1,234 made-up people in the land of Madeup died" in said
    assert "It was 1,000 deaths in 2000: 234 more deaths now." in said
    assert "It was the same" in trend(evidence(row(2000, 5), row(2001, 5)), **deaths)


def test_the_change_stays_on_this_side_of_a_break_and_says_so() -> None:
    rows = evidence(*(row(year, value) for year, value in ((1999, 1), (2000, 5), (2003, 8))))
    said = trend(rows, breaks=(cut(2000),))
    assert "It was 5.0% in 2000" in said
    assert "1999" not in said
    assert "Figures before 1 Jan 2000 can't be compared: The test changed." in said
    alone = trend(rows, breaks=(cut(2002),))
    assert "It was" not in alone
    assert "can't be compared" in alone


@pytest.mark.parametrize(
    ("status", "word"),
    [("P", "provisional"), ("U", "marked unreliable by the source"), ("E", "estimated")],
)
def test_what_is_not_final_says_so(status: str, word: str) -> None:
    assert f"5.0% ({word})" in trend(evidence(row(2000, 5, status=status)))


@pytest.mark.parametrize(
    ("unit", "finding", "words"),
    [
        ("percent", "were made up", "12.0% of made-up people in Nowhere were made up"),
        ("per 100,000", "died", "12.0 per 100,000 made-up people in Nowhere died"),
        ("people", "were counted", "12.0 made-up people in Nowhere were counted"),
        ("days", "felt low on {value}", "made-up people in Nowhere felt low on 12.0 days"),
    ],
)
def test_each_unit_has_its_own_order_of_words(unit: str, finding: str, words: str) -> None:
    said = trend(evidence(row(2000, 12, place="BBB")), unit=unit, finding=finding)
    assert words in said
    assert ("That is" in said) == (unit == "percent")


def test_a_group_is_named_beside_the_people() -> None:
    said = trend(evidence(row(2000, 12, group_by="sex", group="Female")))
    assert "made-up people (Female) in" in said


def test_several_lines_span_from_lowest_to_highest_in_the_last_shared_period() -> None:
    rows = evidence(
        *(bounded(2000, v, place=p) for p, v in (("AAA", 30), ("BBB", 10), ("CCC", 20))),
        bounded(2001, 99, place="AAA"),
    )
    said = trend(rows)
    assert said.startswith("In 2000, figures range from 10.0% (Nowhere; 95% interval 9.0 to 11.0)")
    assert "to 30.0% (Madeupland;" in said
    assert "do not overlap" in said
    assert "highest" not in said


@pytest.mark.parametrize(
    ("rows", "words"),
    [
        ([bounded(2000, 10, 5.0), bounded(2000, 12, 5.0, place="BBB")], "overlap, so that order"),
        ([row(2000, 10), row(2000, 12, place="BBB")], "gives no intervals"),
        ([row(2000, 10), row(2000, 10, place="BBB")], "all 2 figures are the same"),
        ([row(2000, 10), row(2001, 12, place="BBB")], "The 2 lines share no period"),
    ],
)
def test_lines_are_compared_as_far_as_the_source_allows(
    rows: list[dict[str, object]], words: str
) -> None:
    assert words in trend(evidence(*rows))


def test_groups_of_one_place_are_told_apart_by_group_and_of_several_by_both() -> None:
    pairs = [(p, g) for p in ("AAA", "BBB") for g in ("Female", "Male")]
    rows = [row(2000, at, place=p, group_by="sex", group=g) for at, (p, g) in enumerate(pairs)]
    both = trend(evidence(*rows))
    assert "0.0% (Madeupland, Female)" in both
    assert "3.0% (Nowhere, Male)" in both
    assert "0.0% (Female)" in trend(evidence(*rows[:2]))


def test_no_figures_are_said_in_words() -> None:
    nothing = evidence(row(2000, None))
    assert trend(nothing) == "The source gives no figures for this choice."
    assert reading.spread(nothing.rows, card(), PLACES) == (trend(nothing),)


def test_a_chart_of_changes_tells_the_last_change_of_each_line() -> None:
    said = changes(
        evidence(
            *(bounded(y, v, place="AAA") for y, v in ((2000, 0), (2001, 2.5))),
            *(bounded(y, v, place="BBB") for y, v in ((2000, 0), (2002, -0.5))),
            *(row(y, v, place="CCC") for y, v in ((2000, 0), (2001, -3))),
        )
    )
    assert "Madeupland: +2.5 points between 2000 and 2001 (interval 1.5 to 3.5)." in said
    assert "Nowhere: −0.5 points between 2000 and 2002 (interval −1.5 to 0.5, too small" in said
    assert "Utopia: −3.0 points between 2000 and 2001." in said


def test_beyond_three_lines_changes_are_counted() -> None:
    rows = [row(y, 1, group_by="x", group=g) for g in "ABCDE" for y in (2000, 2001)]
    assert changes(evidence(*rows)).endswith("And 2 more.")


def test_a_period_is_not_compared_with_itself() -> None:
    alone = evidence(row(2000, 0), row(2001, None, status="B"), row(1999, -1))
    assert changes(alone) == "Nothing later can be compared with the chosen period."


MANY = evidence(*(bounded(2000, v, place=p) for p, v in zip(PLACES, (5, 1, 9, 4, 3), strict=True)))


def test_a_map_is_read_as_a_span_and_then_the_chosen_places() -> None:
    said = " ".join(reading.spread(MANY.rows, card(), PLACES, ["AAA", "CCC"]))
    checked(said, MANY, card())
    assert "figures for 5 places range from 1.0% (Nowhere;" in said
    assert "Madeupland: 5.0% (95% interval 4.0 to 6.0)." in said
    assert "Utopia: 9.0%" in said


def test_a_map_with_one_figure_tells_that_one() -> None:
    rows = evidence(row(2000, 5, place="BBB"), row(2000, None))
    said = " ".join(reading.spread(rows.rows, card(), PLACES))
    assert checked(said, rows, card()) == (
        "In 2000, 5.0% of made-up people in Nowhere were made up."
    )


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        ([bounded(2000, 10), bounded(2001, 20)], "Higher than in 2000 (10.0%)."),
        ([bounded(2000, 20), bounded(2001, 10)], "Lower than in 2000 (20.0%)."),
        ([bounded(2000, 10), bounded(2001, 10.5)], "Too close to 2000 (10.0%) to call."),
        ([bounded(1990, 1), bounded(2000, 10), bounded(2001, 20)], "Higher than in 2000 (10.0%)."),
        ([row(2001, 1)], "No earlier figure to compare with."),
        (
            [row(2000, 1), row(2001, 2)],
            "1.0% in 2000; we can't test whether it is more than chance.",
        ),
    ],
)
def test_a_direction_is_told_against_a_year_before(
    rows: list[dict[str, object]], said: str
) -> None:
    assert direction.direction(evidence(*rows).rows, card()) == said


def test_a_direction_never_crosses_a_break() -> None:
    rows = evidence(bounded(2000, 10), bounded(2001, 20), bounded(2002, 30)).rows
    assert "Not comparable" in direction.direction(rows, card(breaks=(cut(2002),)))
    found = direction.direction(rows, card(breaks=(cut(2001),)))
    assert found == "Higher than in 2001 (20.0%)."
