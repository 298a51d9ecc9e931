"""Dates of awareness days: every rule against the dates its organiser announced."""

from __future__ import annotations

import datetime as dt

import pytest

from utils import catalog
from utils.analysis import calendar
from utils.analysis.calendar import RuleError
from utils.model import AwarenessEvent

EXCEPTIONS = {
    ("mhaw", 2020): "held a week later than the second Monday of May",
    ("nspw", 2023): "began on a Monday that year, on a Sunday in 2018",
    ("ruok", 2009): "the first one was in November",
}


def event(rule: str, known: str = "") -> AwarenessEvent:
    return AwarenessEvent("x", "X", "day", "global", "", rule, "", known, "", "high", "")


@pytest.mark.parametrize("one", catalog.calendar().values(), ids=lambda one: one.id)
def test_rules_give_the_dates_that_were_announced(one: AwarenessEvent) -> None:
    for start, end in calendar.known(one.known_dates):
        by_rule = calendar.span(
            event(one.rule.removeprefix("list_or_")) if one.rule != "list" else one, start.year
        )
        assert by_rule is not None
        if (one.id, start.year) in EXCEPTIONS:
            assert (by_rule.start, by_rule.end) != (start, end), "no longer an exception"
        else:
            assert (by_rule.start, by_rule.end) == (start, end)


def test_announced_dates_come_before_the_rule() -> None:
    found = calendar.span(catalog.calendar()["mhaw"], 2020)
    assert found is not None
    assert (found.start, found.basis) == (dt.date(2020, 5, 18), "known")


@pytest.mark.parametrize(
    ("rule", "year", "start", "end"),
    [
        ("fixed(9,10)", 2027, "2027-09-10", "2027-09-10"),
        ("month(2)", 2028, "2028-02-01", "2028-02-29"),
        ("nth_weekday(2,thu,1)", 2027, "2027-02-04", "2027-02-04"),
        ("nth_weekday(9,thu,2)", 2027, "2027-09-09", "2027-09-09"),
        ("week_containing(9,10)", 2027, "2027-09-05", "2027-09-11"),
        ("first_full_week(10)", 2027, "2027-10-03", "2027-10-09"),
        ("thursday_of(first_full_week(10))", 2027, "2027-10-07", "2027-10-07"),
        ("offset(nth_weekday(11,thu,4),-5)", 2025, "2025-11-22", "2025-11-22"),
        ("mon_sun_containing(nth_weekday(5,mon,2))", 2019, "2019-05-13", "2019-05-19"),
        ("first_week(5)", 2021, "2021-05-03", "2021-05-09"),
    ],
)
def test_each_rule(rule: str, year: int, start: str, end: str) -> None:
    found = calendar.span(event(rule), year)
    assert found is not None
    assert (found.start.isoformat(), found.end.isoformat()) == (start, end)


def test_a_day_without_rule_has_no_date_until_it_is_announced() -> None:
    bell = catalog.calendar()["blt"]
    assert calendar.span(bell, 2030) is None
    assert calendar.ahead(bell, dt.date(2030, 1, 1)) is None
    announced = calendar.span(bell, 2024)
    assert announced is not None
    assert announced.start == dt.date(2024, 1, 24)


def test_an_event_that_is_on_counts_as_ahead_until_its_last_day() -> None:
    month = event("month(5)")
    last, over = dt.date(2027, 5, 31), dt.date(2027, 6, 1)
    assert calendar.ahead(month, last) == calendar.span(month, 2027)
    assert calendar.ahead(month, over) == calendar.span(month, 2028)


@pytest.mark.parametrize("rule", ["", "someday", "full_moon(3)"])
def test_an_unknown_rule_is_named(rule: str) -> None:
    with pytest.raises(RuleError, match="rule"):
        calendar.span(event(rule), 2027)
