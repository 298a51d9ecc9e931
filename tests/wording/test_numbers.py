"""Numbers of a text: what kind each is, and whether a claim of the deck states it."""

from __future__ import annotations

import pytest

from tests.wording.deck import CALLS, DECK, HONEST, SADNESS, SYMPTOMS, near_misses, stated
from utils.wording import numbers
from utils.wording.numbers import Known

NEAR = near_misses()


@pytest.mark.parametrize(
    ("text", "kind", "value"),
    [
        ("21.4% of adults", "percent", 21.4),
        ("21 per cent of adults", "percent", 21),
        ("twelve percent", "percent", 12),
        ("about 1 in 5", "percent", 20),
        ("three in ten", "percent", 30),
        ("9 out of 10", "percent", 90),
        ("a third of adults", "percent", 100 / 3),
        ("two thirds", "percent", 200 / 3),
        ("half of them", "percent", 50),
        ("3 in 1,000 people", "percent", 0.3),
        ("up 5.8 points", "points", 5.8),
        ("3 percentage points", "points", 3),
        ("rose by 60%", "relative", 60),
        ("60% higher", "relative", 60),
        ("up by half", "relative", 50),
        ("doubled", "ratio", 2),
        ("halved", "ratio", 0.5),
        ("2.4 times the usual", "ratio", 2.4),
        ("fourfold", "ratio", 4),
        ("14.2 per 100,000", "rate", 14.2),
        ("14 deaths in every 100,000 people", "rate", 14),
        ("5 per million", "rate", 0.5),
        ("48,183 deaths", "count", 48_183),
        ("1.2 million calls", "count", 1_200_000),
        ("2000 deaths", "count", 2_000),
        ("in 2019", "date", 2019),
        ("in May 2020", "date", 2020),
    ],
)
def test_a_number_is_found_with_its_kind(text: str, kind: str, value: float) -> None:
    (found,) = numbers.found(text)
    assert found.kind == kind
    assert found.value == pytest.approx(value)
    assert text[found.start : found.end] == found.text


@pytest.mark.parametrize(
    "text",
    ["Call 988.", "Call 116 123, day or night.", "adults aged 18 to 24", "15-year-olds",
     "a 95% interval", "It may be.", "COVID-19", "24/7"],
)  # fmt: skip
def test_what_no_claim_states_is_left_out(text: str) -> None:
    assert numbers.found(text) == ()


@pytest.mark.parametrize(
    ("text", "dates"),
    [
        ("23 Apr to 5 May 2020", [(2020, 4, 23), (2020, 5, 5)]),
        ("Jan to Mar 2021", [(2021, 1, 0), (2021, 3, 0)]),
        ("2017 to 2022", [(2017, 0, 0), (2022, 0, 0)]),
        ("2017-22", [(2017, 0, 0), (2022, 0, 0)]),
        ("3 to 9 September 2019", [(2019, 9, 3), (2019, 9, 9)]),
        ("September 10, 2019", [(2019, 9, 10)]),
    ],
)
def test_periods_are_read_as_they_are_labelled(
    text: str, dates: list[tuple[int, int, int]]
) -> None:
    assert [(int(one.value), one.month, one.day) for one in numbers.found(text)] == dates


@pytest.mark.parametrize("sentence", HONEST)
def test_an_honest_restatement_is_accepted(sentence: str) -> None:
    wrong = [one for one in numbers.compare(sentence, DECK) if not one.holds]
    assert numbers.agrees(sentence, DECK), wrong


@pytest.mark.parametrize(("claim", "sentence"), NEAR, ids=[sentence for _, sentence in NEAR])
def test_a_near_miss_is_rejected(claim: Known, sentence: str) -> None:
    assert not numbers.agrees(sentence, [claim])


def test_the_lists_are_long_enough_and_say_nothing_twice() -> None:
    assert len(set(HONEST)) == len(HONEST) >= 60
    assert len({sentence for _, sentence in NEAR}) == len(NEAR) >= 200


def test_doubled_is_not_what_sixty_percent_more_is_called() -> None:
    (answer,) = numbers.compare("Calls doubled.", [CALLS])
    assert answer.status == "contradicts"
    assert answer.reason == "The claim's change is +60%, 1.60 times."


def test_percent_for_points_is_told_apart() -> None:
    answer = numbers.compare("The share rose by 5.8% from 2018 to 2020.", [SADNESS])[0]
    assert answer.status == "contradicts"


def test_a_wrong_year_names_the_right_one() -> None:
    answers = numbers.compare("In September 2023, 21.4% reported symptoms.", [SYMPTOMS])
    assert [one.status for one in answers] == ["contradicts", "contradicts"]
    assert "Sep 2024" in answers[0].reason


def test_a_number_from_elsewhere_is_unknown() -> None:
    (answer,) = numbers.compare("We have 12,000 members.", DECK)
    assert (answer.status, answer.claim, answer.reason) == ("unknown", "", "Not from your deck.")


def test_a_figure_as_printed_and_a_rounded_one_are_told_apart() -> None:
    printed, whole = numbers.compare("It was 21.4%, so about 21%.", [SYMPTOMS])
    assert (printed.status, whole.status) == ("matches", "rounded")


def test_a_text_without_numbers_states_no_claim() -> None:
    assert not numbers.agrees("Help is there.", DECK)


GROUPS = Known(
    "men and women",
    (
        stated(12.6, "per 100,000", "12.6 per 100,000", "2022"),
        stated(10.3, "per 100,000", "10.3 per 100,000", "2022"),
        stated(22.9, "per 100,000", "22.9 per 100,000", "2022"),
    ),
)


@pytest.mark.parametrize(
    "text",
    [
        "The rate doubled, from 10.3 to 22.9 per 100,000.",
        "It rose from 10.3 per 100,000 to 22.9 per 100,000.",
        "The rate of 22.9 per 100,000 has doubled.",
    ],
)
def test_two_groups_of_one_period_are_no_change_over_time(text: str) -> None:
    assert "contradicts" in [one.status for one in numbers.compare(text, [GROUPS])]


def test_the_same_two_groups_side_by_side_are_as_in_the_deck() -> None:
    text = "In 2022 it was 10.3 per 100,000 women and 22.9 per 100,000 men."
    assert numbers.agrees(text, [GROUPS])
