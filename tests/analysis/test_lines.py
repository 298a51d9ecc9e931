"""Lines: one for each place and group, named as briefly as tells them apart."""

from __future__ import annotations

import pytest

from tests.made_up import PLACES, evidence, row
from utils.analysis.lines import lines

Pair = tuple[str, str]


def labels(*pairs: Pair) -> list[str]:
    rows = evidence(*(row(2000, 1, place=place, group=group) for place, group in pairs))
    return [line.label for line in lines(rows, PLACES)]


@pytest.mark.parametrize(
    ("pairs", "expected"),
    [
        ([("AAA", "all")], ["Madeupland"]),
        ([("AAA", "all"), ("BBB", "all")], ["Madeupland", "Nowhere"]),
        ([("AAA", "Male")], ["Male"]),
        ([("AAA", "Male"), ("AAA", "Female")], ["Male", "Female"]),
        ([("AAA", "Male"), ("BBB", "Male")], ["Madeupland, Male", "Nowhere, Male"]),
        (
            [("AAA", "Male"), ("BBB", "Male"), ("BBB", "Female")],
            ["Madeupland, Male", "Nowhere, Male", "Nowhere, Female"],
        ),
    ],
)
def test_a_line_is_named_by_what_tells_it_from_the_others(
    pairs: list[Pair], expected: list[str]
) -> None:
    assert labels(*pairs) == expected


def test_no_two_lines_share_a_name() -> None:
    pairs = [(place, group) for place in PLACES for group in ("all", "Male", "Female")]
    assert len(set(labels(*pairs))) == len(pairs)


def test_rows_of_a_line_stand_in_order_of_time() -> None:
    (line,) = lines(evidence(row(2001, 2), row(1999, None), row(2000, 1)), PLACES)
    assert line.rows["start"].dt.year.tolist() == [1999, 2000, 2001]
    assert (line.place, line.group) == ("AAA", "all")


def test_no_rows_make_no_lines() -> None:
    assert lines(evidence(), PLACES) == []
