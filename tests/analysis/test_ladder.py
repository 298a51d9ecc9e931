"""The reach ladder: what may stand together, and why the rest may not."""

from __future__ import annotations

from dataclasses import dataclass, replace

import pytest

from utils.analysis import ladder
from utils.model.reach import Rung


@dataclass(frozen=True)
class Figure:
    """Anything on a rung."""

    rung: Rung = "posts counted"
    platform: str = "Twitter"
    unit: str = "posts"


def test_the_same_rung_platform_and_unit_may_stand_together() -> None:
    assert ladder.refuse(Figure(), Figure()) is None


@pytest.mark.parametrize(
    ("other", "words"),
    [
        (Figure(rung="measured views", unit="views"), "different things"),
        (Figure(unit="tweets and retweets"), "posts, the other in tweets"),
        (Figure(platform="Mastodon"), "different people"),
    ],
)
def test_everything_else_is_refused_with_a_reason(other: Figure, words: str) -> None:
    refusal = ladder.refuse(Figure(), other)
    assert refusal is not None
    assert refusal.rule == "S22"
    assert words in refusal.reason
    assert refusal == ladder.refuse(Figure(), other)


def test_two_search_indices_are_never_joined() -> None:
    index = Figure(rung="search index", platform="Google", unit="index")
    assert ladder.refuse(index, replace(index)) is not None


def test_the_firmest_rung_is_the_first() -> None:
    assert ladder.position("posts counted") == 1
    assert ladder.position("follower-sum ceiling") == 5
    assert ladder.position("donations") is None


def test_every_rung_says_what_it_means() -> None:
    assert set(ladder.MEANING) == set(Rung.__args__)  # type: ignore[attr-defined]


def test_more_reach_than_people_is_called_what_it_is() -> None:
    assert ladder.beyond_everyone(22e9, "follower-sum ceiling", 7.9e9)
    assert not ladder.beyond_everyone(22e9, "measured views", 7.9e9)
    assert not ladder.beyond_everyone(1e9, "follower-sum ceiling", 7.9e9)
