"""Suggestions: claims that can be made, the strong and fitting first, help never absent."""

from __future__ import annotations

import itertools

import pytest

from tests.claims.asked import TODAY, library
from utils.claims.candidates import candidates
from utils.claims.make import make
from utils.claims.suggest import AUDIENCES, MOST, ORDINARY, suggest
from utils.model import Claim

TOPICS = sorted({card.topic for card in library().series().values()} - {"Population"})
PLACES = ["USA", "US-WV", "GB-ENG", "JPN", "BRA"]
EVERY = [*itertools.product(AUDIENCES, TOPICS, PLACES)]
ASKED = [*EVERY[::7], *((audience, TOPICS[0], "USA") for audience in AUDIENCES)]


@pytest.mark.parametrize(("audience", "topic", "place"), ASKED)
def test_what_is_suggested_can_be_made_and_speaks_of_help(audience, topic, place):
    hold(audience, topic, place)


@pytest.mark.slow
def test_everything_that_can_be_asked_for_is_suggested_with_help():
    for asked in EVERY:
        hold(*asked)


def hold(audience, topic, place):
    """Suggests, and holds that each claim is real and that help is among them."""
    found = suggest(audience, topic, place, library(), TODAY)
    assert 0 < len(found) <= MOST
    assert len({one.spec for one in found}) == len(found)
    assert any(one.claim.hopeful for one in found), [str(one.spec) for one in found]
    for one in found:
        again = make(str(one.spec), library(), TODAY)
        assert isinstance(again, Claim)
        assert again.sentences == one.claim.sentences
        assert one.reason.endswith(f"evidence grade {again.grade.letter}.")


def test_each_audience_gets_its_own_first_claim():
    first = {
        audience: suggest(audience, "Anxiety and depression", "USA", library(), TODAY)[0].claim.kind
        for audience in AUDIENCES
    }
    assert first["legislator"] == "treatment-gap"
    assert first["school"] == "one-in"
    assert len(set(first.values())) > 2


def test_figures_of_the_place_come_first_and_others_say_whose_they_are():
    found = suggest("press", "Loneliness and support", "DEU", library(), TODAY)
    others = [one for one in found if one.claim.place != "DEU"]
    assert others
    assert all(f"for {library().places()[one.claim.place].spoken}" in one.reason for one in others)


def test_a_topic_nobody_knows_gives_nothing():
    assert suggest("press", "No such topic", "USA", library(), TODAY) == ()


def test_an_attitude_is_no_help_that_anybody_got():
    line = "level:research-funding-extremely-important:USA:2020"
    attitude = make(line, library(), TODAY)
    assert isinstance(attitude, Claim)
    assert not attitude.hopeful


def test_a_change_that_most_starting_points_contradict_is_not_offered():
    offered = [
        one.claim.robustness
        for topic in TOPICS
        for one in suggest("press", topic, "USA", library(), TODAY)
    ]
    assert any(offered)
    assert all(one.same >= one.choices / 2 for one in offered if one)


def test_a_gap_is_between_named_groups_and_never_with_what_is_left_over():
    found = list(candidates("Treatment and services", "GB-ENG", library()))
    pairs = [tuple(group.label for group in one.groups) for one in found if one.kind == "gap"]
    assert ("Female", "Male") in pairs
    assert not any("Indeterminate" in label or "Not " in label for pair in pairs for label in pair)


def test_an_ordinary_rise_is_not_offered():
    found = [
        one for topic in TOPICS for one in suggest("social media", topic, "USA", library(), TODAY)
    ]
    rises = [one.claim.quantity for one in found if one.claim.kind == "attention"]
    assert all(one.low > ORDINARY for one in rises)
