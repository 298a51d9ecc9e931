"""What is said about reach: the same numbers as measured, the rung, and never an effect."""

from __future__ import annotations

import datetime as dt
import re

import pytest

from tests.made_up import evidence, row
from utils import catalog
from utils.analysis import attention, placebo
from utils.claims import reach, reach_cited
from utils.model import Campaign, Evidence, ReachSeries
from utils.ui import campaign_view
from utils.ui.campaign_view import CampaignView

CAUSE = re.compile(
    r"\b(because|caused?|led to|leads to|thanks to|due to|drove|driven|effect of|resulted in|"
    r"prevented|saved|reduced|increased by|helped)\b",
    re.I,
)


def views(campaign: Campaign, card: ReachSeries) -> list[CampaignView]:
    """The last two events of a campaign in every part of a series that can be measured."""
    window = campaign_view.FREQUENCIES.get(card.frequency)
    return [
        CampaignView(campaign, card, group, day, window.after)
        for group in campaign_view.groups(campaign, card)
        if window and campaign_view.readable_by_day(card, group)
        for day in campaign_view.events(campaign, card, group)[:2]
    ]


USES = [(one, use.id) for one in catalog.campaigns().values() for use in one.series]


def test_there_are_many_sentences_to_read() -> None:
    found = [view for campaign, id in USES for view in views(campaign, catalog.reach()[id])]
    assert len(found) > 50


@pytest.mark.parametrize(
    ("campaign", "series"), USES, ids=[f"{campaign.id}-{id}" for campaign, id in USES]
)
def test_every_sentence_gives_the_measured_numbers_and_claims_no_cause(
    campaign: Campaign, series: str
) -> None:
    for view in views(campaign, catalog.reach()[series]):
        assert view.card is not None
        assert view.event is not None
        found = campaign_view.measured(view, view.event)
        said = reach.attention(campaign.title, view.card, found.found, found.placebo, found.window)
        text = " ".join(said)
        where = (view.group, view.event, text)
        assert f"{found.found.ratio:.1f} times" in text, where
        assert f"{found.found.peak:,.{view.card.decimals}f}" in text, where
        assert f"{found.found.baseline:,.{view.card.decimals}f}" in text, where
        assert view.card.rung in text, where
        assert not CAUSE.search(text), where
        if found.placebo is not None:
            assert placebo.in_words(found.placebo, found.window) in text, where


def test_the_rise_of_2018_is_said_as_published() -> None:
    card = catalog.reach()["us-suicide-mentions-with-retweets"]
    campaign = catalog.campaigns()["world-suicide-prevention-day"]
    view = CampaignView(campaign, card, "all", dt.date(2018, 9, 10), attention.DAILY.after)
    found = campaign_view.measured(view, dt.date(2018, 9, 10))
    said = reach.attention("the day", card, found.found, found.placebo, found.window, 327e6)
    assert "5.7 times the usual" in said[0]
    assert any("for every 100,000 people there" in sentence for sentence in said)


@pytest.mark.parametrize("fact", catalog.reach_facts().values(), ids=lambda fact: fact.id)
def test_cited_figures_keep_their_qualifier_and_say_who_says_it(fact: object) -> None:
    text = reach_cited.fact(fact)  # type: ignore[arg-type]
    assert fact.publisher in text  # type: ignore[attr-defined]
    assert fact.grade in text  # type: ignore[attr-defined]
    if fact.qualifier in ("over", "almost", "at least"):  # type: ignore[attr-defined]
        assert text.startswith(fact.qualifier)  # type: ignore[attr-defined]
    if fact.start is None:  # type: ignore[attr-defined]
        assert "undated" in text


def test_only_more_reach_than_people_is_warned_about() -> None:
    facts = catalog.reach_facts().values()
    warned = [one.id for one in facts if reach_cited.warning(one, 7_909_295_104)]
    assert warned == ["uk-listen-reach"]


def test_a_campaign_without_series_is_answered_by_its_firmest_figure() -> None:
    campaign: Campaign = catalog.campaigns()["uk-mental-health-mentions"]
    facts = [catalog.reach_facts()[id] for id in campaign.facts]
    answer = reach_cited.facts_first(campaign.title, facts)
    assert "posts" in answer[0]
    assert "potential reach" not in answer[0]


def test_a_campaign_without_any_figure_says_so() -> None:
    assert "No figure" in reach_cited.facts_first("X", [])[0]


def own(*values: float | None) -> Evidence:
    """Posts by day, `None` where withheld."""
    return evidence(
        *(
            row(f"2024-10-{day:02}", value, status="A" if value is not None else "Q")
            for day, value in enumerate(values, start=1)
        )
    )


CARD = catalog.reach()["br-hashtag-posts"]


def test_the_last_and_the_largest_figure_are_said() -> None:
    last, largest, rung = reach.whole(own(10, 50, 20), CARD)
    assert last.endswith("20 posts on 3 Oct 2024, the last figure there is.")
    assert largest == "The largest is 50 posts on 2 Oct 2024."
    assert rung == reach.rung(CARD)


def test_a_withheld_figure_may_be_the_largest_and_is_counted() -> None:
    last, withheld, _ = reach.whole(own(0, None, 0, None), CARD)
    assert last.endswith("0 posts on 3 Oct 2024, the last figure that can be shown.")
    assert withheld == "2 figures are withheld: a count below 10, or about fewer than 10 posts."
    said = reach.whole(own(None, 50, 20), CARD)
    assert said[1:3] == (
        "The largest that can be shown is 50 posts on 2 Oct 2024.",
        "1 figure is withheld: a count below 10, or about fewer than 10 posts.",
    )


def test_nothing_but_withheld_figures_is_said() -> None:
    assert reach.whole(own(None), CARD)[0].startswith("1 figure is withheld")
    assert reach.whole(own(), CARD) == ("There are no figures for this choice.",)
