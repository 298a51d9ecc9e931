"""Notes: why a number is missing, and what to bear in mind about those that are there."""

from __future__ import annotations

import pytest

from tests.made_up import card, cut, evidence, row
from utils.claims.notes import across, notes


@pytest.mark.parametrize(
    ("statuses", "words"),
    [
        ("M", "1 figure is missing in the source and left open."),
        ("MM", "2 figures are missing in the source and left open."),
        ("Q", "1 figure is suppressed in the source and left open."),
    ],
)
def test_gaps_are_counted_by_their_reason(statuses: str, words: str) -> None:
    rows = [row(2000 + at, None, status=status) for at, status in enumerate(statuses)]
    assert notes(evidence(row(1999, 1), *rows), card()) == [words]


@pytest.mark.parametrize(
    ("status", "words"),
    [
        ("P", "1 of 3 figures are provisional and may be revised."),
        ("U", "1 of 3 figures are marked unreliable by the source."),
    ],
)
def test_what_is_not_firm_is_counted_among_the_figures(status: str, words: str) -> None:
    rows = evidence(
        row(2000, 1), row(2001, 2), row(2002, 3, status=status), row(2003, None, status="M")
    )
    assert words in notes(rows, card())


def test_a_break_is_explained_once_in_the_producers_words() -> None:
    broken = card(breaks=(cut(2001), cut(2003, "sex")))
    rows = evidence(row(2000, 0), row(2001, None, status="B"), row(2002, None, status="B"))
    (said,) = notes(rows, broken)
    assert "1 Jan 2001: The test changed." in said
    assert "2003" not in said
    assert "2003" in across(broken, "sex")


def test_modelled_figures_are_called_estimates() -> None:
    (said,) = notes(evidence(row(2000, 1)), card(method="modelled"))
    assert "best estimates" in said


def test_firm_figures_need_no_note() -> None:
    assert notes(evidence(row(2000, 1), row(2001, 2)), card()) == []
