"""The overview has something about help for every place and topic, and never too much."""

from __future__ import annotations

import pytest
from streamlit.testing.v1 import AppTest

from tests.opened import address, announced, opened, words
from utils.model import Indicator
from utils.ui import extent, load
from utils.ui.headlines import headlines

HEADLINE = {id: card for id, card in load.indicators().items() if card.headline}
TOPICS = sorted({card.topic for card in HEADLINE.values()})
PLACES = ["USA", "US-CA", "GB-ENG", "JPN", "AFG", "WLD"]
FEWEST, MOST = 4, 6


def shown(app: AppTest) -> list[Indicator]:
    """The cards of the headline figures, in order."""
    titles = {card.plain_title: card for card in HEADLINE.values()}
    return [titles[one.label.rsplit(": ", 1)[0]] for one in app.metric]


@pytest.mark.parametrize("topic", TOPICS)
def test_help_is_found_for_any_place(topic: str) -> None:
    for place in sorted(set().union(*extent.coverage().values()))[::25]:
        found = headlines(topic, place)
        assert any(one.card.aspect == "help" for one in found), (place, topic)
        assert len(found) <= MOST


@pytest.mark.parametrize("place", PLACES)
def test_help_is_among_the_figures_of_a_topic(place: str) -> None:
    turn = PLACES.index(place)
    for topic in TOPICS[turn % 3 :: 3]:
        app = opened("overview", home=place, topic=topic)
        cards = shown(app)
        assert any(card.aspect == "help" for card in cards), (place, topic)
        assert len(cards) == len({card.id for card in cards}) <= MOST
        assert load.helpline(place).contact in announced(app)


@pytest.mark.parametrize("topic", TOPICS)
def test_the_united_states_have_four_to_six_figures_on_every_topic(topic: str) -> None:
    app = opened("overview", topic=topic)
    assert FEWEST <= len(app.metric) <= MOST
    assert any(card.topic == topic for card in shown(app)) or f"“{topic}”" in announced(app)
    assert set(address(app)) <= {"topic"}


@pytest.mark.parametrize("topic", TOPICS)
def test_every_figure_says_when_whose_and_where_from(topic: str) -> None:
    app = opened("overview", topic=topic)
    assert words(app).count("Source: ") == len(app.metric)
    assert len(app.get("page_link")) >= len(app.metric), "each figure is a door to its chart"
    for one in app.metric:
        assert one.value.strip("−%").replace(",", "").replace(".", "")[:1].isdigit(), one.value


def test_the_choice_stays_when_another_page_was_visited() -> None:
    app = opened("overview", home="JPN", topic="Suicide")
    app.switch_page("pages/sources.py").run()
    app.switch_page("pages/overview.py").run()
    assert app.selectbox(key="overview.home").value == "JPN"
    assert address(app) == {"home": ["JPN"], "topic": ["Suicide"]}
