"""Figures are equal everywhere: value, interval and period are the same text in every format."""

from __future__ import annotations

import csv as standard
import dataclasses
import io
import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.export import made_claims, read_back
from tests.made_up import evidence, row
from utils.export import csv, handout, pack, posts, slides
from utils.model import Claim, Sentences, units

PICTURES = ("line", "bars", "icons", "ranking", "number")


@st.composite
def claims(draw: st.DrawFn) -> Claim:
    """A made-up level with any share, any bounds, and sentences that may not say them."""
    share = draw(st.integers(0, 1_000)) / 10
    below, above = (draw(st.integers(0, 200)) / 10 for _ in "ab")
    low, high = round(share - below, 1), round(share + above, 1)
    bounded = draw(st.booleans())
    year = draw(st.integers(1990, 2024))
    rows = evidence(
        row(year - 1, draw(st.integers(0, 1_000)) / 10),
        row(year, share, **({"low": low, "high": high} if bounded else {})),
    )
    used = rows.with_rows(rows.rows.iloc[[1]])
    number = made_claims.quantity(share, *((low, high) if bounded else ()))
    said = f"In {year}, {number.text} of made-up adults reported symptoms."
    if draw(st.booleans()):
        said = "Many made-up adults reported symptoms."
    return dataclasses.replace(
        made_claims.claim("level", "line", number, used, rows, period=str(year)),
        sentences=Sentences(said, said, said, f"That is {units.one_in(share)}."),
        picture=draw(st.sampled_from(PICTURES)),
    )


@settings(max_examples=5, deadline=None)
@given(claims())
def test_value_interval_and_period_are_the_same_everywhere(claim: Claim) -> None:
    assert_the_same(claim)


@pytest.mark.slow
@settings(max_examples=100, deadline=None)
@given(claims())
def test_they_are_the_same_for_many_more_claims(claim: Claim) -> None:
    assert_the_same(claim)


def assert_the_same(claim: Claim) -> None:
    deck = made_claims.deck(claim)
    number, shown = claim.quantity, claim.quantity.interval or "no interval given"
    slide = read_back.slides(slides.build(deck).content)[1]
    files = read_back.files(pack.build(deck).content)
    (told,) = json.loads(files["claims.json"])["claims"]
    (line,) = standard.DictReader(io.StringIO(files["claims.csv"].decode("utf-8-sig")))
    texts = [
        read_back.words(slide),
        read_back.page(handout.build(deck).content),
        *(post.alt for post in posts.build(deck)),
        files["alt-texts.txt"].decode(),
        files["README.md"].decode(),
    ]
    for text in texts:
        for part in (number.text, claim.period, shown):
            assert part in text
    for post in posts.build(deck):
        assert all(part in post.text for part in (number.text, claim.period, number.interval))
    assert line["printed"] == csv.neutral(number.text) == csv.neutral(told["quantity"]["text"])
    assert line["interval"].endswith(shown)
    assert told["quantity"]["interval"] == number.interval
    assert line["period"] == told["period"] == claim.period
    # the digits on the slide are those of the row in the pack and in the chart
    (row_,) = standard.DictReader(io.StringIO(files["claims/01/rows.csv"].decode()))
    assert units.quantity(float(row_["value"]), "percent", 1) == number.text
    assert row_["period_start"][:4] == claim.period
    if number.interval:
        low, high = float(row_["low"]), float(row_["high"])
        assert units.interval(low, high, 1) == number.interval
    for chart in read_back.charts(slide):
        head, *lines = read_back.cells(chart)
        values = {cell[head.index(f"{head[1]}: period")]: cell for cell in lines}
        assert values[claim.period][1] == float(row_["value"])
        assert dict(read_back.cells(chart, "Source"))["Value"] == number.text
