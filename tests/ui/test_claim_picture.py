"""The picture of a claim: a long ranking is cut to what can be read on a slide."""

from __future__ import annotations

import pytest

from tests.made_up import evidence, row
from utils.analysis import rank
from utils.ui import claim_picture


@pytest.mark.parametrize(("at", "first", "last"), [(25, 21, 29), (0, 0, 11), (50, 39, 50)])
def test_a_long_ranking_keeps_the_place_its_neighbours_and_the_ends(
    at: int, first: int, last: int
) -> None:
    rows = evidence(*(row(2019, 90.0 - n, place=f"P{n:02}") for n in range(51)))
    found = claim_picture.around(rank.ranking(rows), f"P{at:02}")
    kept = {int(code[1:]) for code in found["place"]}
    assert len(kept) == claim_picture.MOST == 15
    assert {0, 1, 2, 48, 49, 50, *range(first, last + 1)} == kept
    assert list(found["value"]) == sorted(found["value"], reverse=True)


def test_a_short_ranking_is_whole() -> None:
    rows = evidence(*(row(2019, 90.0 - n, place=f"P{n:02}") for n in range(15)))
    assert len(claim_picture.around(rank.ranking(rows), "P07")) == 15
