"""Reach series cards: complete, fair about what they count, and each with its table."""

from __future__ import annotations

import re

import pytest

from utils import catalog
from utils.catalog.cards import DATA
from utils.model import ReachSeries
from utils.model.reach import LADDER
from utils.store import snapshot

CARDS = [card for card in catalog.reach().values() if snapshot.there(card.id)]
COUNTS = {"posts counted", "interactions", "donations", "page views"}


def test_no_series_has_the_id_of_an_indicator() -> None:
    assert not set(catalog.reach()) & set(catalog.indicators())


def test_the_gpl_lies_beside_the_data_and_names_its_tables() -> None:
    text = (DATA / "licences" / "GPL-3.0.txt").read_text("utf-8")
    assert "GNU GENERAL PUBLIC LICENSE" in text
    assert "END OF TERMS AND CONDITIONS" in text
    under = {
        card.id
        for card in CARDS
        if any("GPL-3.0" in s.licence for s in snapshot.read(card.id).sources)
    }
    listed = re.search(r"^- Tables: (.*)$", (DATA / "LICENCES.md").read_text("utf-8"), re.M)
    assert listed
    assert set(re.findall(r"`([\w-]+)`", listed[1])) == under
    assert under == {card.id for card in CARDS if card.id.startswith("us-suicide")}


@pytest.mark.parametrize("card", CARDS, ids=lambda card: card.id)
class TestCard:
    def test_it_says_what_it_counts_and_what_not(self, card: ReachSeries) -> None:
        for text in (card.title, card.formula, card.coverage, card.what, card.missed, card.day):
            assert text == text.strip()
            assert text[0].isupper()
            assert not text.endswith(".")
        assert len(card.plain_title) <= 45
        assert 1 <= len(card.caveats) <= 3
        assert all(caveat.endswith(".") for caveat in card.caveats)

    def test_place_and_frequency_are_known(self, card: ReachSeries) -> None:
        assert card.place in catalog.places()
        assert card.frequency in ("P1D", "P1W", "P1Y")
        assert set(snapshot.read(card.id).rows["place"]) == {card.place}

    def test_only_counts_may_be_added(self, card: ReachSeries) -> None:
        assert card.additive == (card.rung in COUNTS)
        assert card.rung in LADDER or card.rung not in ("modelled reach", "follower-sum ceiling")

    def test_what_it_offers_first_is_there(self, card: ReachSeries) -> None:
        groups = set(snapshot.read(card.id).rows["group"])
        assert set(card.default_groups) <= groups
        if "all" not in groups and len(groups) > 1:
            assert 1 <= len(card.default_groups) <= 5

    def test_suicide_is_marked_and_methods_are_never_named(self, card: ReachSeries) -> None:
        groups = " ".join(snapshot.read(card.id).rows["group"].unique())
        if "suicide" in f"{card.title} {groups}".lower():
            assert card.about_suicide
