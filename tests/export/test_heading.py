"""Headings on slide and handout name the place and the measure, or the written sentence does."""

from __future__ import annotations

import dataclasses

import pytest

from tests.export import made_claims, read_back
from tests.made_up import PLACES
from utils.export import door, handout, slides
from utils.export.heading import heading, names
from utils.model import Claim, Place

LEVEL = made_claims.all_kinds()[0]
CHANGE = made_claims.all_kinds()[1]


def said(claim: Claim, short: str, written: str) -> Claim:
    words = dataclasses.replace(claim.sentences, short=short, written=written)
    return dataclasses.replace(claim, sentences=words)


@pytest.mark.parametrize(
    ("short", "written", "found"),
    [
        ("In Madeupland, 21.0% felt low", "Long", "In Madeupland, 21.0% felt low"),
        ("21.0% felt low", "In Madeupland, 21.0% felt low.", "In Madeupland, 21.0% felt low."),
        ("21.0% felt low", "In Madeupland, " + "21.0% " * 40, "Madeupland: 21.0% felt low"),
    ],
)
def test_a_place_is_never_missing(short: str, written: str, found: str) -> None:
    claim = said(LEVEL, short, written)
    deck = made_claims.deck(claim)
    assert heading(door.checked(deck), claim) == found
    slide = read_back.slides(slides.build(deck).content)[1]
    assert slide.shapes.title.text_frame.text == found
    assert found in read_back.page(handout.build(deck).content)


def test_a_measure_is_never_missing() -> None:
    claim = said(CHANGE, "Madeupland: 14.0% in 2005, 21.0% in 2019", "Long " * 50)
    found = heading(door.checked(made_claims.deck(claim)), claim)
    assert found == "Made-up share: Madeupland: 14.0% in 2005, 21.0% in 2019"


def test_the_world_needs_no_name() -> None:
    claim = dataclasses.replace(said(LEVEL, "988 calls", "Long"), place="WLD")
    assert heading(door.checked(made_claims.deck(claim, places=PLACES)), claim) == "988 calls"


def test_a_larger_area_is_not_the_place() -> None:
    england = Place("GBR-ENG", "England", "England", "country", "GBR")
    assert not names("Suicide rate in England and Wales: 11.2", england)
    assert names("Suicide rate: England 11.2, Wales 12.7", england)
    assert names("US suicide rate", Place("USA", "United States", "the United States", "c", ""))
