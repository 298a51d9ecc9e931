"""A refusal in another language: the same rule and way out, in words of that language."""

from __future__ import annotations

import pytest

from tests.claims.asked import TODAY, library
from utils.claims.make import make
from utils.claims.tongues import refusal
from utils.language import speaking
from utils.language.tongue import tongue
from utils.model import Refused

PULSE = "us-anxiety-or-depression"
ASKED = {
    "no such place": f"level:{PULSE}:XYZ:2024-08-20",
    "no such period": f"level:{PULSE}:USA:2024",
    "a break": f"change:{PULSE}:USA:2020-04-23..2024-08-20",
    "posts are no people": "level:us-suicide-mentions:USA:2018-09-10",
    "no claim at all": "how many are there",
}


def refused(spec: str) -> Refused:
    one = make(spec, library(), TODAY)
    assert isinstance(one, Refused)
    return one


def test_english_is_kept_as_it_is() -> None:
    one = refused(ASKED["a break"])
    assert refusal(one, library()) is one


@pytest.mark.parametrize("language", ["es", "pt"])
@pytest.mark.parametrize("why", ASKED)
def test_nothing_but_words_is_another(why: str, language: str) -> None:
    one = refused(ASKED[why])
    with speaking(tongue(language)):
        other = refusal(one, library())
    assert (other.spec, other.rule, other.nearest) == (one.spec, one.rule, one.nearest)
    assert other.reason != one.reason
    assert other.instead != one.instead


@pytest.mark.parametrize(
    ("language", "day"), [("en", "1 Jan 2024"), ("es", "1 ene 2024"), ("pt", "1 de jan. de 2024")]
)
def test_a_day_is_named_as_the_language_names_it(language: str, day: str) -> None:
    one = refused(ASKED["no such period"])
    with speaking(tongue(language)):
        assert day in refusal(one, library()).reason
    assert "2024-01-01" not in one.reason


def test_a_claim_that_can_be_made_by_now_keeps_the_refusal_it_had() -> None:
    one = Refused(f"level:{PULSE}:USA:2024-08-20", "S15", "An old reason.", "Another way.")
    with speaking(tongue("es")):
        assert refusal(one, library()) is one
