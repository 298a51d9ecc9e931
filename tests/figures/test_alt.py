"""Charts in words: the same numbers as in the rows, and nothing else."""

from __future__ import annotations

import pytest

from tests.made_up import PLACES, card, cut, evidence, row
from tests.numerals import Shown, unaccounted
from utils.analysis import rank
from utils.figures import alt
from utils.model import Evidence, Indicator

BOUNDED = evidence(
    row(2000, 5.5, low=4, high=7),
    row(2001, 9.25, low=8, high=11),
    row(2002, None),
    row(2003, 7.0, low=5, high=9),
)


def trend(rows: Evidence, of: Indicator | None = None, changed: bool = False) -> str:
    return alt.trend(rows, of or card(), PLACES, changed)


def slips(text: str, rows: Evidence) -> list[str]:
    return unaccounted(text, Shown(rows.rows, card(), PLACES), apart=True)


def test_a_line_is_told_by_its_ends_and_extremes() -> None:
    assert trend(BOUNDED) == (
        "Line chart of Made-up share, 1 line. Madeupland: from 5.5% in 2000 to 7.0% in 2003; "
        "highest 9.2% in 2001, lowest 5.5% in 2000. Shaded bands are the intervals given by the "
        "source. The table below holds every value."
    )
    assert slips(trend(BOUNDED), BOUNDED) == []
    assert slips(trend(BOUNDED).replace("9.2", "9.3"), BOUNDED) == ["9.3"]


def test_each_line_is_told_under_its_own_name() -> None:
    rows = evidence(
        row(2000, 1), row(2001, 2), row(2000, 8, place="BBB"), row(2001, 9, place="BBB")
    )
    said = trend(rows)
    assert slips(said, rows) == []
    assert slips(said.replace("Nowhere", "Madeupland"), rows) != []


def test_a_line_with_one_value_has_no_extremes() -> None:
    assert "Madeupland: 5.0% in 2000." in trend(evidence(row(2000, 5)))


@pytest.mark.parametrize(("lines", "more"), [(8, ""), (9, "And 1 more"), (11, "And 3 more")])
def test_beyond_eight_lines_the_rest_is_counted(lines: int, more: str) -> None:
    rows = evidence(*(row(2000, at, group_by="x", group=f"Group {at:02}") for at in range(lines)))
    said = trend(rows)
    assert f"{lines} lines" in said
    assert (more in said) if more else ("more" not in said)
    assert slips(said, rows) == []


def test_breaks_in_view_are_told_with_their_reason() -> None:
    broken = card(breaks=(cut(2001), cut(1990)))
    said = trend(BOUNDED, broken)
    assert "The lines are cut at 1 Jan 2001: The test changed." in said
    assert "1990" not in said


def test_changes_are_told_with_their_sign() -> None:
    said = trend(evidence(row(2000, 0), row(2001, -2.5), row(2002, 3)), changed=True)
    assert "changes in Made-up share" in said
    assert "from 0.0 points in 2000 to +3.0 points in 2002" in said
    assert "lowest −2.5 points in 2001" in said


def test_no_intervals_means_no_word_of_bands() -> None:
    assert "band" not in trend(evidence(row(2000, 1), row(2001, 2)))


@pytest.mark.parametrize("say", [trend, lambda rows: alt.world(rows, card(), PLACES)])
def test_nothing_to_show_is_said(say: object) -> None:
    assert "no figures" in say(evidence(row(2000, None)))  # type: ignore[operator]


def test_an_empty_ranking_is_said() -> None:
    assert "no figures" in alt.ranking(rank.ranking(evidence()), card(), PLACES)


PLACES_OF_2000 = evidence(
    row(2000, 5, low=4, high=6),
    row(2000, 9, place="BBB", low=8, high=10),
    row(2000, 7, place="CCC"),
)


def test_a_map_is_told_by_its_ends() -> None:
    said = alt.world(PLACES_OF_2000, card(), PLACES)
    assert "Map of Made-up share, 2000, 3 places" in said
    assert "Highest: Nowhere, 9.0%. Lowest: Madeupland, 5.0%." in said
    assert slips(said, PLACES_OF_2000) == []


def test_a_ranking_is_told_by_its_ends_and_by_what_ranks_mean() -> None:
    said = alt.ranking(rank.ranking(PLACES_OF_2000), card(), PLACES)
    assert "Dots for 3 places" in said
    assert "Highest: Nowhere, 9.0%. Lowest: Madeupland, 5.0%." in said
    assert "not ranked" in said
    whole = PLACES_OF_2000.with_rows(PLACES_OF_2000.rows.dropna(subset="low"))
    assert "share a range of ranks" in alt.ranking(rank.ranking(whole), card(), PLACES)
