"""Reach series cards: complete, fair about what they count, and each with its table."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from utils import catalog
from utils.catalog.campaigns import reach
from utils.catalog.cards import DATA
from utils.model import ReachSeries
from utils.model.collecting import SERVER
from utils.model.reach import LADDER
from utils.sources import collect_shape, shape
from utils.store import snapshot

EVERY = list(catalog.reach().values())
CARDS = [card for card in EVERY if snapshot.there(card.id)]
"""Those with a table in the repository; what is fetched or collected has rows only there."""
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


@pytest.mark.parametrize("card", EVERY, ids=lambda card: card.id)
class TestEveryCard:
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

    def test_only_counts_may_be_added(self, card: ReachSeries) -> None:
        assert card.additive == (card.rung in COUNTS)
        assert card.rung in LADDER or card.rung not in ("modelled reach", "follower-sum ceiling")


@pytest.mark.parametrize("card", CARDS, ids=lambda card: card.id)
class TestCardWithTable:
    def test_its_rows_are_of_its_place(self, card: ReachSeries) -> None:
        assert set(snapshot.read(card.id).rows["place"]) == {card.place}

    def test_what_it_offers_first_is_there(self, card: ReachSeries) -> None:
        groups = set(snapshot.read(card.id).rows["group"])
        assert set(card.default_groups) <= groups
        if "all" not in groups and len(groups) > 1:
            assert 1 <= len(card.default_groups) <= 5

    def test_suicide_is_marked_and_methods_are_never_named(self, card: ReachSeries) -> None:
        groups = " ".join(snapshot.read(card.id).rows["group"].unique())
        if "suicide" in f"{card.title} {groups}".lower():
            assert card.about_suicide


@pytest.mark.parametrize(
    "card", [card for card in EVERY if card.data.collected], ids=lambda card: card.id
)
class TestCollectedCard:
    def test_its_source_can_be_asked_and_says_on_which_terms(self, card: ReachSeries) -> None:
        source = catalog.source(card.data.select["source"])
        collect = source.collect
        assert collect
        assert (shape if collect.streamed else collect_shape)(collect.shape)
        assert card.data.select["metric"] in collect.metrics
        assert card.data.releases == source.releases == ()
        assert collect.look_back >= 1
        assert all((collect.limits, collect.terms, collect.cost))
        assert collect.terms_url.startswith("https://")
        assert bool(collect.credential) == bool(collect.get_key)
        assert ("{server}" in collect.base) == bool(collect.servers)
        assert all(
            SERVER.fullmatch(one)
            for one in (*collect.default_servers, *([collect.host] if collect.host else []))
        )
        assert collect.default_servers or not collect.servers

    def test_it_speaks_of_days_and_of_suicide_with_care(self, card: ReachSeries) -> None:
        assert (card.frequency, card.place) == ("P1D", "WLD")
        assert card.about_suicide  # hashtags of suicide prevention are among those counted
        assert card.coverage_kind != "whole"


def test_a_collected_card_of_nobody_is_refused(tmp_path: Path) -> None:
    good = (DATA / "reach" / "mastodon-posts.toml").read_text("utf-8")
    wrong = {
        "source": good.replace('source = "mastodon"', 'source = "cdc-brfss"'),
        "metric": good.replace('metric = "posts"', 'metric = "views"'),
    }
    for key, text in wrong.items():
        (tmp_path / "made-up.toml").write_text(text, "utf-8")
        with pytest.raises(catalog.CardError, match=rf"made-up.toml: 'data.select.{key}'"):
            reach.__wrapped__(tmp_path)
