"""Buckets fill at their rate and no further; an address is a household."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.serve.asgi import scope
from utils.serve.rates import Bucket, address


class Clock:
    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now


def test_a_burst_is_free_and_the_rest_waits_its_turn() -> None:
    clock = Clock()
    bucket = Bucket(rate=2, burst=3, clock=clock)
    assert [bucket.wait() for _ in range(5)] == [0, 0, 0, 0.5, 1.0]
    clock.now = 60
    assert [bucket.wait() for _ in range(4)] == [0, 0, 0, 0.5], "it holds no more than its burst"


def test_taking_never_borrows() -> None:
    clock = Clock()
    bucket = Bucket(rate=1, burst=2, clock=clock)
    assert [bucket.take() for _ in range(4)] == [True, True, False, False]
    clock.now = 1.5
    assert [bucket.take() for _ in range(2)] == [True, False]


@given(st.lists(st.floats(0, 5), min_size=1, max_size=200))
def test_never_more_than_burst_and_rate_allow(pauses: list[float]) -> None:
    clock = Clock()
    bucket = Bucket(rate=2, burst=10, clock=clock)
    passed = 0
    for pause in pauses:
        clock.now += pause
        passed += bucket.take()
    assert passed <= 10 + 2 * clock.now + 1e-6


@pytest.mark.parametrize(
    ("client", "who"),
    [
        ("192.0.2.7", "192.0.2.7"),
        ("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"),
        ("2001:db8:1:2::ffff", "2001:db8:1:2::/64"),
        ("::ffff:192.0.2.7", "192.0.2.7"),
        ("testclient", "testclient"),
    ],
)
def test_an_address_is_a_household(client: str, who: str) -> None:
    assert address(scope("/", client=client)) == who


def test_an_unknown_address_has_a_name_too() -> None:
    assert address({"type": "http", "client": None}) == "unknown"
