"""Series and evidence made from an upload: labelled as the reader's own, fit for every chart."""

from __future__ import annotations

import datetime as dt

import pytest

from tests.uploads.made_exports import EVERY
from tests.uploads.reader import counts
from utils.analysis import ladder
from utils.model import Evidence, ReachSeries
from utils.uploads import cards
from utils.uploads.outcome import Reduced

MADE = dt.date(2026, 11, 23)
SERIES = [(name, one) for name in EVERY for one in counts(EVERY[name]).series]


@pytest.mark.parametrize("format", EVERY)
def test_counts_are_evidence_with_an_origin_that_says_whose_they_are(format: str) -> None:
    whole = counts(EVERY[format])
    evidence = cards.evidence(whole, MADE)
    assert isinstance(evidence, Evidence)
    assert len(evidence) == len(whole.rows)
    (origin,) = evidence.cited
    assert origin.source.short == "Your data"
    assert origin.retrieved == MADE
    assert origin.url == ""
    assert len(origin.sha256) == 64


def test_a_place_can_be_given() -> None:
    whole = counts(EVERY["google-trends"])
    assert set(cards.evidence(whole, MADE).rows["place"]) == {"WLD"}
    assert set(cards.evidence(whole, MADE, "USA").rows["place"]) == {"USA"}


@pytest.mark.parametrize(("format", "one"), SERIES, ids=[f"{f}:{o.id}" for f, o in SERIES])
def test_every_card_says_what_was_counted_and_what_is_missing(
    format: str, one: ReachSeries
) -> None:
    assert one.title.startswith("Your data: ")
    assert one.rung in ladder.MEANING
    assert one.what
    assert one.missed
    assert one.formula.endswith(".")
    assert (cards.RULE in one.caveats) == (one.rung != "search index")
    assert one.additive == (one.unit not in ("accounts reached", "potential reach", "index points"))


def test_two_series_of_one_upload_are_never_on_one_axis() -> None:
    for format in ("instagram", "sprout-days", "brandwatch-mentions"):
        first, *others = counts(EVERY[format]).series
        assert all(ladder.refuse(first, other) for other in others)


def frequency(reduced: Reduced) -> set[str]:
    return {one.frequency for one in reduced.series}


@pytest.mark.parametrize(
    ("period", "expected"), [("day", "P1D"), ("week", "P1W"), ("month", "P1M")]
)
def test_the_length_of_periods_is_on_the_card(period: str, expected: str) -> None:
    assert frequency(counts(EVERY["x-content"], {"period": period})) == {expected}
