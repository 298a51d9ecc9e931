"""The newer pages under any link and any choice: what can't be shown is said in words."""

from __future__ import annotations

import pytest

from tests.opened import address, announced, opened, sound, words
from utils.claims.spec import EXAMPLES
from utils.ui import load

GOOD = EXAMPLES["level"]
LATER = GOOD.replace("2024-08-20", "2024-07-23")
GONE = "level:no-such-series:USA:2019"
DECK = f"1~~title=Our_case~~ask=Fund_it~~{GOOD}~~{LATER}"
MARKUP = "level:**bold**<b>x</b>:USA:2019"
SQL = "level:us'; DROP TABLE claims; --:USA:2019"


CAMPAIGNS = sorted(load.campaigns())


@pytest.mark.parametrize(
    "campaign",
    [
        pytest.param(id, marks=[pytest.mark.slow] if at % 7 else [])
        for at, id in enumerate(CAMPAIGNS)
    ],
)
def test_every_campaign_stands_beside_the_statistic(campaign: str) -> None:
    app = opened("side_by_side", campaign=campaign)
    assert app.multiselect(key="side_by_side.campaign").value == [campaign]
    assert "link asks" not in announced(app)
    said = [one.value for one in app.subheader]
    assert {"What we can say", "What we cannot say"} <= set(said), announced(app)


@pytest.mark.parametrize(
    "asked",
    [
        {
            "indicator": "no-such-series",
            "place": "XXX",
            "campaign": "none",
            "reach": "no-such~part",
        },
        {"from": "1066", "to": "tomorrow", "event": "1066-10-14", "ask": "why", "scale": "log"},
        {
            "event": "'; DROP TABLE x; --",
            "campaign": "<b>x</b>",
            "of": "**x**",
            "group": "x" * 9_999,
        },
    ],
)
def test_what_a_link_asks_in_vain_is_told_side_by_side(asked: dict[str, str]) -> None:
    app = opened("side_by_side", **asked)
    for name, value in asked.items():
        told = announced(app)
        assert f"{name} “{value[:40]}”" in told or f"“{name}”, which this view" in told, name
    assert len(app.get("plotly_chart")) >= 1
    assert not address(app)


def test_what_goes_wrong_with_a_range_or_a_part_is_told_side_by_side() -> None:
    app = opened("side_by_side", ask="step", window="6", **{"from": "2020", "to": "2015"})
    assert "swapped" in announced(app)
    assert "“window”, which this view does not use" in announced(app)
    assert address(app)["from"] == ["2015"]


@pytest.mark.parametrize("empty", ["campaign", "reach"])
def test_an_empty_choice_is_answered_and_can_be_mended(empty: str) -> None:
    app = opened("side_by_side")
    key = f"side_by_side.{empty}"
    before = app.multiselect(key=key).value
    app.multiselect(key=key).set_value([])
    sound(app.run())
    assert "Choose a reach series" in words(app) or "no day to look at" in words(app)
    assert "never counted at the same time" not in words(app)
    app.multiselect(key=key).set_value(before)
    assert "Both were at the same time" in words(sound(app.run()))


@pytest.mark.parametrize("ask", ["before-after", "step", "lead-lag"])
def test_each_question_is_answered_or_refused_by_a_rule(ask: str) -> None:
    app = opened("side_by_side", ask=ask)
    assert app.radio(key="side_by_side.ask").value == ask
    refused = [one for one in announced(app).splitlines() if "(Rule S" in one]
    assert refused or len(app.get("plotly_chart")) > 1


@pytest.mark.parametrize("text", [SQL, MARKUP, "x" * 10_000, "level", "fact:\x00", "💥" * 50])
def test_a_point_that_can_not_be_read_is_told_once_and_another_is_shown(text: str) -> None:
    app = opened("talking_points", point=text)
    assert announced(app).count("The link brings a point that can't be read.") == 1
    assert announced(app).count("link asks") == 0
    assert not address(app)
    assert len(app.code) >= 2


def test_a_point_that_can_not_be_made_is_refused_by_its_rule() -> None:
    app = opened("talking_points", point=GONE)
    assert "(Rule " in announced(app)
    assert address(app) == {"point": [GONE]}


def test_a_point_that_a_link_brings_stays_in_the_address() -> None:
    app = opened("talking_points", point=LATER)
    assert app.radio(key="talking_points.point").value == LATER
    assert address(app) == {"point": [LATER]}, "a reload must bring it again"
    sound(app.run())
    assert address(app) == {"point": [LATER]}


def test_a_point_in_another_spelling_is_taken_as_meant() -> None:
    app = opened("talking_points", point=" level:us-suicide-rate:USA:2018-01-01 ")
    assert address(app) == {"point": ["level:us-suicide-rate:USA:2018"]}
    assert not [one for one in app.info if "link" in one.value.lower()], announced(app)


@pytest.mark.parametrize(
    "deck",
    ["x" * 10_000, "1~~" + "fact:a~~" * 2_000, f"1~~{SQL}", f"1~~{MARKUP}", f"1~~{GOOD}~~{GOOD}"],
)
@pytest.mark.parametrize("page", ["talking_points", "present"])
def test_a_deck_that_can_not_be_read_is_told(page: str, deck: str) -> None:
    app = opened(page, deck=deck)
    assert "The link brings a deck that can't be read." in announced(app)
    assert not address(app)


def test_a_deck_keeps_the_points_that_can_be_made_and_says_which_can_not() -> None:
    deck = f"1~~{GOOD}~~{GONE}"
    app = opened("talking_points", deck=deck)
    assert "This point can't be made from the figures at hand." in words(app)
    assert address(app) == {"deck": [deck]}
    shown = opened("present", deck=deck)
    assert "Not shown: 1 point of this deck" in " ".join(
        one.proto.body for one in shown.get("html")
    )
    assert "2 of 2" not in words(shown)
    nothing = opened("present", deck=f"1~~{GONE}")
    assert "Nothing to present yet" in words(nothing)
    assert "Not shown: 1 point of this deck" in announced(nothing)


@pytest.mark.parametrize(
    ("slide", "shown", "told"),
    [
        ("2", 2, False), ("999", 3, True), ("0", 1, True), ("-1", 1, True), ("abc", 1, True),
        ("²", 1, True), ("1.5", 1, True), ("9" * 30, 1, True), ("<b>2</b>", 1, True),
    ],
)  # fmt: skip
def test_a_slide_that_is_not_there_is_told_and_the_nearest_is_shown(
    slide: str, shown: int, told: bool
) -> None:
    app = opened("present", deck=DECK, slide=slide)
    assert f"{shown} of 3" in words(app)
    assert ("There is no slide" in announced(app)) == told
    assert address(app).get("slide", ["1"]) == [str(shown)]


def test_notes_come_back_with_their_address() -> None:
    app = opened("present", deck=DECK, slide="2", notes="1")
    assert "If somebody objects:" in words(app)
    assert address(app)["notes"] == ["1"]
    assert "If somebody objects:" not in words(opened("present", deck=DECK, slide="2"))


def test_a_title_is_in_the_address_as_soon_as_it_is_written() -> None:
    app = opened("talking_points", deck=DECK)
    app.text_input(key="deck:title").set_value("Another case")
    assert "title=Another_case" in address(sound(app.run()))["deck"][0]
    assert "title=Another_case" in app.code[-1].value


@pytest.mark.parametrize("text", [SQL, MARKUP, "x" * 20_000, "http://[::1", "1~~title=Only"])
def test_what_can_not_be_verified_is_told(text: str) -> None:
    app = opened("verify", claim=text)
    assert app.warning
    assert "checked" not in words(app).split("compared with what was told.")[1]


@pytest.mark.parametrize("text", [GOOD, DECK, f"https://example.org/present?deck={DECK}"])
def test_what_holds_is_said_to_hold(text: str) -> None:
    app = opened("verify", claim=text)
    assert "0 changed" not in words(app)
    assert f"checked: {'2 hold' if '~~' in text else '1 holds'}." in words(app)
