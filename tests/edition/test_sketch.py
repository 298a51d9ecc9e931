"""The lines for paper stand where their values are, with the same gaps as in the chart."""

from __future__ import annotations

import re

import pytest

from tests.edition.reading import read
from tests.made_up import PLACES, card, cut, evidence, row
from utils.edition import sketch
from utils.edition.sketch import BOTTOM, TOP
from utils.model import Card, Evidence

ROWS = evidence(
    row(2018, 20.0, low=19.0, high=21.0), row(2019, 25.0, low=24.0, high=26.0), row(2020, None),
    row(2021, 40.0), row(2022, 10.0, status="P"),
)  # fmt: skip


def drawn(rows: Evidence, one: Card | None = None) -> list[tuple[str, dict[str, str | None]]]:
    return read(sketch.sketch(rows, one or card(), PLACES).encode()).tags


def heights(path: str) -> list[float]:
    return [float(y) for y in re.findall(r"[ML][\d.]+ ([\d.]+)", path)]


def strokes(rows: Evidence, one: Card | None = None) -> list[str]:
    return [given["d"] or "" for tag, given in drawn(rows, one)
            if tag == "path" and (given["class"] or "").startswith("line")]  # fmt: skip


def test_values_stand_at_their_height() -> None:
    ticks = [float(text) for text in ("0", "10", "20", "30", "40")]
    grid = [given["d"] or "" for tag, given in drawn(ROWS) if given.get("class") == "grid"]
    levels = dict(zip(ticks, (heights(line)[0] for line in grid), strict=True))
    assert (levels[0], levels[40]) == (BOTTOM, TOP)
    first, later = strokes(ROWS)
    assert heights(later)[0] == levels[40]
    assert heights(later)[1] == levels[10]
    assert heights(first)[0] == levels[20]
    assert heights(first)[1] == pytest.approx((levels[20] + levels[30]) / 2, abs=0.1)


def test_a_gap_and_a_break_stay_open() -> None:
    assert len(strokes(ROWS)) == 2
    alone = [tag for tag, _ in drawn(ROWS)].count("circle")
    cut_off = [tag for tag, _ in drawn(ROWS, card(breaks=(cut(2019),)))].count("circle")
    assert cut_off == alone + 2, "2018 and 2019 may not be joined"


def test_provisional_is_dashed_and_intervals_are_bands() -> None:
    classes = [given.get("class") or "" for _, given in drawn(ROWS)]
    assert "line c0 dashed" in classes
    assert "band c0" in classes


def test_too_many_lines_are_left_to_the_table() -> None:
    many = evidence(*(row(2018, 1.0 + n, group_by="age", group=f"age {n}") for n in range(7)))
    assert sketch.sketch(many, card(), PLACES) == ""
    assert sketch.sketch(evidence(row(2018, None)), card(), PLACES) == ""


@pytest.mark.parametrize("values", [(0.0, 0.0), (1e-6, 2e-6), (1e9, 3e9), (-5.0, 5.0)])
def test_any_values_fit_into_the_picture(values: tuple[float, float]) -> None:
    rows = evidence(row(2018, values[0]), row(2019, values[1]))
    for path in strokes(rows):
        assert all(TOP <= y <= BOTTOM for y in heights(path)), path
