"""Download, chart, table and sentence of one view show the same numbers, and the table's own."""

from __future__ import annotations

import dataclasses
import itertools
import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator

import pytest

from tests import choices
from tests.agreement import assert_one_set_of_rows
from tests.numerals import NUMERAL, Shown, printed, unaccounted
from tests.opened import opened, plain
from utils import catalog
from utils.analysis import select
from utils.analysis.select import SelectionError
from utils.model import Evidence, Indicator
from utils.store import snapshot
from utils.ui import load
from utils.ui import view as views
from utils.ui.draw import drawing
from utils.ui.view import View

SERIES = sorted(set(catalog.indicators()) & set(snapshot.stored()))


def checked(cards: Iterable[View], everything: Evidence) -> int:
    """Holds every view to the rule; how many had rows."""
    count = 0
    for view in cards:
        try:
            assert_one_set_of_rows(view, everything)
            count += 1
        except SelectionError as error:
            if "Fewer than" not in str(error):  # a median of too few; all else must have rows
                raise
    return count


@pytest.mark.parametrize("series", SERIES)
def test_one_set_of_rows(series: str) -> None:
    card, everything = catalog.indicator(series), load.evidence(series)
    assert checked(choices.sample(card, everything), everything) >= 1


def test_the_sample_meets_every_kind_of_choice() -> None:
    met: set[tuple[str, bool, str]] = set()
    for series in SERIES:
        for view in choices.sample(catalog.indicator(series), load.evidence(series)):
            other = view.beside if view.beside in ("", select.MEDIAN) else "a place"
            met.add((view.kind, view.since is not None, other))
    others = ("", "a place", select.MEDIAN)
    wanted = set(itertools.product(("trend", "table"), (False, True), others))
    assert met == wanted | {("map", False, ""), ("ranking", False, "")}


@pytest.mark.slow
@pytest.mark.timeout(1800)
@pytest.mark.parametrize("series", SERIES)
def test_one_set_of_rows_whatever_is_chosen(series: str) -> None:
    card, everything = catalog.indicator(series), load.evidence(series)
    assert checked(choices.every(card, everything), everything) >= 4


# ---------------------------------------------------------------------------- the page itself

OPENED = [
    ("us-loneliness", "sex", "trend"),
    ("us-suicide-rate-crude", "age", "trend"),
    ("us-anxiety-or-depression", "all", "map"),
    ("us-anxiety-or-depression", "all", "ranking"),
]


@pytest.mark.parametrize(("series", "split", "kind"), OPENED)
def test_the_page_shows_one_set_of_numbers(series: str, split: str, kind: str) -> None:
    app = opened("statistics", indicator=series, split=split, view=kind)
    decimals = catalog.indicator(series).decimals
    table = app.dataframe[0].value[["value", "low", "high"]]
    listed = [
        tuple(printed(number, decimals) for number in row if number == number)
        for row in table.itertuples(index=False, name=None)
    ]
    (chart,) = app.get("plotly_chart")
    hovers = [
        said.partition("<br>rank")[0].rpartition(": ")[2].replace("per 100,000", "")
        for trace in json.loads(chart.proto.spec)["data"]
        for said in trace.get("customdata", ())
        if said
    ]
    pointed = [tuple(NUMERAL.findall(said)) for said in hovers]
    if kind == "map":  # whose pointer shows values alone
        listed = [numbers[:1] for numbers in listed]
    assert Counter(pointed) == Counter(numbers for numbers in listed if numbers)
    answer = plain(app.markdown[0].value)
    assert any(numbers[0] in NUMERAL.findall(answer) for numbers in listed if numbers)


# --------------------------------------------------------------- the check must be able to fail


def told() -> Iterator[tuple[Shown, str]]:
    """What is said about some views, without drawing them."""
    for series in ("us-anxiety-or-depression", "us-suicide-rate", "gb-talking-therapies-recovery"):
        card, everything = catalog.indicator(series), load.evidence(series)
        for view in choices.sample(card, everything):
            if view.beside != select.MEDIAN:
                view = dataclasses.replace(view, kind=view.kind.replace("trend", "table"))
                shown = views.rows(view, everything)
                context = Shown(shown.rows, card, load.places(), view.since)
                yield context, " ".join(drawing(view, shown, everything).answer)


def slips(text: str) -> Iterator[str]:
    """The text with one digit of one number changed, for every digit of every number."""
    for found in re.finditer(r"\d", text):
        other = str((int(found[0]) + 1) % 10)
        yield text[: found.start()] + other + text[found.end() :]


def test_a_slip_in_any_digit_of_a_sentence_is_found() -> None:
    missed, tried = [], 0
    for context, answer in told():
        for wrong in slips(answer):
            tried += 1
            if not unaccounted(wrong, context):
                missed.append(wrong)
    assert tried > 500
    assert len(missed) <= tried / 100, missed  # a slip may hit another true number of the view


def test_a_sentence_with_the_number_of_another_period_is_found() -> None:
    card = catalog.indicator("jp-suicides-monthly")
    rows = load.evidence(card.id).rows
    context = Shown(rows, card, load.places())
    number = printed(rows["value"].iloc[3], 0)
    assert unaccounted(f"In Apr 2008, {number} people died.", context) == []
    assert unaccounted(f"In May 2008, {number} people died.", context) == [number]
    assert unaccounted(f"{number} people died.", context) == [number]


def test_a_sentence_with_the_number_of_another_place_is_found() -> None:
    card: Indicator = catalog.indicator("us-loneliness")
    everything = select.split(load.evidence(card.id), "all")
    rows = select.places(everything, ["US-AK", "US-TX"]).rows
    context = Shown(rows, card, load.places())
    when, number = "From 9 Jan to 5 Feb 2024", printed(rows["value"].iloc[0], 1)
    assert unaccounted(f"{when}, Alaska: {number}%.", context) == []
    assert unaccounted(f"{when}, Texas: {number}%.", context) == [number]
