"""Campaigns: every id exists, every figure and effect can be reached, dates fit the calendar."""

from __future__ import annotations

import csv
import datetime as dt
import re
from pathlib import Path

import pytest

from utils import catalog
from utils.analysis import calendar
from utils.catalog.campaigns import campaigns
from utils.catalog.cards import DATA, CardError
from utils.model import AwarenessEvent, Campaign, ReachFact, StudyEffect
from utils.store import snapshot

CARDS = list(catalog.campaigns().values())
PROMISED = (
    "bell-lets-talk world-suicide-prevention-day world-mental-health-day "
    "mental-health-awareness-month mental-health-awareness-week time-to-talk ruok-day bethe1to "
    "heads-together logic-song whywetweetmh janeiro-branco brazilian-hashtags us-988-launch"
)
WITHOUT_CAMPAIGN = {
    # figures of days that have no card, and of studies of no campaign
    "edaw-17-23",
    "mcclellan-n",
    "ocd-17-23",
    "tw-in-2021",
    "umhd-17-23",
    "us-suicide-tw",
}
NOTHING_FOUND = {"bts-suic", "cote-null"}
HARMFUL = {"13rw-search", "papageno-rct-noaff", "werther-celeb"}
INNER = re.compile(r"\.csv|README|stored|excerpt|catalogue|\bquote[sd]?:|RIS\b", re.I)
METHODS = re.compile(
    r"overdos|\bhang(ed|ing)\b|firearm|gunshot|poison|jump(ed|ing) (off|from)|suffocat", re.I
)
TABLES = ("reach_facts.csv", "studies.csv", "calendar.csv")


@pytest.mark.parametrize("id", PROMISED.split())
def test_the_campaigns_we_promise_are_there(id: str) -> None:
    assert id in catalog.campaigns()


def test_tables_have_as_many_rows_as_were_collected() -> None:
    assert len(catalog.reach_facts()) == 108
    assert len(catalog.studies()) == 32
    assert len(catalog.calendar()) == 31


def test_every_figure_is_reached_or_listed_as_without_campaign() -> None:
    reached = {fact for card in CARDS for fact in card.facts}
    assert set(catalog.reach_facts()) - reached == WITHOUT_CAMPAIGN


def test_every_effect_is_reached_those_that_found_nothing_or_harm_too() -> None:
    reached = {study for card in CARDS for study in card.studies}
    assert reached == set(catalog.studies())
    assert reached >= NOTHING_FOUND | HARMFUL


@pytest.mark.parametrize("card", CARDS, ids=lambda card: card.id)
class TestCard:
    def test_it_is_complete(self, card: Campaign) -> None:
        assert card.title
        assert card.organiser
        assert card.url.startswith("https://")
        assert card.roles
        assert len(set(card.roles)) == len(card.roles)
        assert re.fullmatch(r"[A-Z].*\.", card.about)
        assert 2 <= len(card.not_shown) <= 3
        for text in card.not_shown:
            assert re.fullmatch(r"[A-Z#].*\.", text)
        for tag in card.hashtags:
            assert re.fullmatch(r"#\w+", tag)

    def test_ids_and_region_exist(self, card: Campaign) -> None:
        assert card.region in catalog.places()
        assert set(card.indicators) <= set(catalog.indicators())
        assert card.indicators
        for use in card.series:
            groups = set(snapshot.read(use.id).rows["group"])
            assert set(use.groups) <= groups, use.id

    def test_its_figures_are_all_its_own(self, card: Campaign) -> None:
        own = {id for id, fact in catalog.reach_facts().items() if fact.campaign == card.id}
        assert set(card.facts) == own

    def test_its_dates_are_those_of_the_calendar(self, card: Campaign) -> None:
        assert list(card.dates) == sorted(set(card.dates))
        if card.event:
            event = catalog.calendar()[card.event]
            for day in card.dates:
                span = calendar.span(event, day.year)
                assert span is not None
                assert span.start == day

    def test_suicide_is_marked(self, card: Campaign) -> None:
        words = " ".join([card.title, card.about, *card.not_shown]).lower()
        series = {catalog.reach()[use.id].about_suicide for use in card.series}
        if "suicid" in words or (True in series and card.event in ("wspd", "wmhd", "spm")):
            assert card.about_suicide

    def test_old_helplines_and_methods_are_never_named(self, card: Campaign) -> None:
        words = " ".join([card.about, card.organiser, *card.not_shown])
        assert not METHODS.search(words)
        assert not re.search(r"\d{3}-\d{3}-\d{4}", words)
        if re.search(r"\d{3}-\d{3}-\d{4}", card.title):
            assert "today's number is 988" in card.about


def test_bells_dates_are_the_list_and_no_formula() -> None:
    bell = catalog.campaigns()["bell-lets-talk"]
    assert len(bell.dates) == 15
    assert catalog.calendar()["blt"].rule == "list"
    stored = snapshot.read("bell-lets-talk-interactions").rows["start"].dt.date
    assert set(stored) <= set(bell.dates)


@pytest.mark.parametrize("fact", catalog.reach_facts().values(), ids=lambda fact: fact.id)
def test_every_figure_can_be_cited(fact: ReachFact) -> None:
    assert fact.url.startswith("http")
    assert (fact.start is None) == (fact.end is None) == ("gives no date." in fact.note)
    if fact.start and fact.end:
        assert dt.date(2008, 1, 1) <= fact.start <= fact.end <= dt.date(2026, 11, 22)
    assert fact.value > 0
    for text in (fact.metric, fact.unit, fact.qualifier, fact.publisher, fact.source):
        assert text
    assert fact.source != "same"
    assert not fact.note or re.fullmatch(r".*[.!]", fact.note)


@pytest.mark.parametrize(
    ("id", "qualifier", "value"),
    [
        ("tw-2020-letstalk", "almost", 170_000),
        ("wspd-2020-film", "over", 33_000_000),
        ("wmhd-2019-people", "approx", 10_000_000),
        ("blt-2017-rt1", "at least", 311_000),
        ("ttc-2019-ppl", "estimate", 5_400_000),
        ("tt-2021-mh", "over", 15_300_000_000),
        ("blt-2022-cum", "exact", 129_588_747.75),
    ],
)
def test_qualifiers_and_cents_are_kept(id: str, qualifier: str, value: float) -> None:
    fact = catalog.reach_facts()[id]
    assert (fact.qualifier, fact.value) == (qualifier, value)


def test_qualifiers_are_as_many_as_were_collected() -> None:
    found = [fact.qualifier for fact in catalog.reach_facts().values()]
    counts = {word: found.count(word) for word in set(found)}
    assert counts == {
        "exact": 88,
        "over": 15,
        "almost": 2,
        "at least": 1,
        "approx": 1,
        "estimate": 1,
    }


@pytest.mark.parametrize("id", ["tt-action", "uk-listen-reach", "uk-listen-tweets", "tt-20b-mh"])
def test_a_figure_without_a_date_says_so(id: str) -> None:
    assert re.search(r"no date|without a date", catalog.reach_facts()[id].note)


def test_potential_reach_is_called_a_ceiling() -> None:
    fact = catalog.reach_facts()["uk-listen-reach"]
    assert fact.rung == "follower-sum ceiling"
    assert fact.value > 8_000_000_000


@pytest.mark.parametrize("effect", catalog.studies().values(), ids=lambda effect: effect.id)
def test_an_effect_is_a_number_with_a_unit_or_nothing_found(effect: StudyEffect) -> None:
    assert (effect.estimate is None) == (effect.id in NOTHING_FOUND)
    assert (effect.estimate is None) == (effect.direction == "no effect found")
    assert (effect.estimate is None) == (effect.unit == "")
    assert (effect.low is None) == (effect.high is None)
    if effect.estimate is not None and effect.low is not None and effect.high is not None:
        assert effect.low < effect.estimate < effect.high
    assert "(" not in effect.unit
    assert effect.caveat.endswith(".")


@pytest.mark.parametrize("event", catalog.calendar().values(), ids=lambda event: event.id)
def test_events_have_places_and_rules_that_can_be_read(event: AwarenessEvent) -> None:
    assert set(event.region.split(";")) <= set(catalog.places())
    found = calendar.span(event, 2027)
    assert (found is None) == (event.rule == "list")
    assert event.url.startswith("http")


@pytest.mark.parametrize("name", TABLES)
def test_tables_hold_no_inner_words_and_no_methods(name: str) -> None:
    with (DATA / name).open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines):
            words = " ".join(cell for key, cell in row.items() if key not in ("url", "source"))
            assert not INNER.search(words), row["id"]
            assert not METHODS.search(words), row["id"]


def test_a_card_that_names_what_does_not_exist_is_refused(tmp_path: Path) -> None:
    text = (DATA / "campaigns" / "whywetweetmh.toml").read_text("utf-8")
    (tmp_path / "made-up.toml").write_text(text.replace('"whywetweet"', '"made-up-fact"'), "utf-8")
    with pytest.raises(CardError, match="made-up-fact"):
        campaigns(tmp_path)
