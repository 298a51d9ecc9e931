"""The app's library of claims makes the same claims as that of the terminal."""

from __future__ import annotations

import pytest

from tests.claims import asked
from utils.claims.make import make
from utils.claims.spec import EXAMPLES
from utils.model import Claim
from utils.ui.library import library


@pytest.mark.parametrize("line", EXAMPLES.values())
def test_a_claim_is_the_same_in_the_app_and_in_the_terminal(line: str) -> None:
    here, there = (make(line, shelf, asked.TODAY) for shelf in (library(), asked.library()))
    assert isinstance(here, Claim)
    assert isinstance(there, Claim)
    for name in ("sentences", "quantity", "caveats", "grade", "challenge", "robustness"):
        # nan is not itself, so that quantities are compared as they are written
        assert repr(getattr(here, name)) == repr(getattr(there, name)), name


def test_the_two_know_the_same_series_and_people() -> None:
    assert set(library().series()) == set(asked.library().series())
    assert library().everyone() == asked.library().everyone()
    assert library().population("USA", 2021) == asked.library().population("USA", 2021) > 3e8
    assert library().population("USA", 1066) == 0
