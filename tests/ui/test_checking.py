"""What may be pasted on the verify page: a claim, a link, a deck; all else is told in words."""

from __future__ import annotations

import pytest

from utils.claims.deck import DeckError
from utils.claims.spec import EXAMPLES, SpecError
from utils.ui import checking

LEVEL, CHANGE = EXAMPLES["level"], EXAMPLES["change"]
DECK = f"1~~title=Our_case~~{LEVEL}~~{CHANGE}"
HERE = "https://example.org/talking_points"


@pytest.mark.parametrize("kind", EXAMPLES)
def test_every_kind_of_claim_is_read(kind: str) -> None:
    (one,) = checking.pasted(f"  {EXAMPLES[kind]}\n")
    assert one.spec == EXAMPLES[kind]
    (linked,) = checking.pasted(f"{HERE}?point={EXAMPLES[kind]}")
    assert linked == one


@pytest.mark.parametrize(
    "text",
    [
        DECK,
        f"{HERE}?deck={DECK}",
        f"/present?slide=2&deck={DECK}&embed=true",
        f"{HERE}?deck={DECK}#top",
        f"{HERE}?deck={DECK.replace(':', '%3A').replace('~', '%7E')}",
    ],
)
def test_a_deck_is_read_from_its_text_or_any_link_that_carries_it(text: str) -> None:
    assert [one.spec for one in checking.pasted(text)] == [LEVEL, CHANGE]


@pytest.mark.parametrize(
    "text",
    [
        "hello",
        "https://example.org/statistics?indicator=us-suicide-rate",
        "http://[::1",
        "http://[",
        "?point=",
        "?deck=1~~nonsense:x",
        "2~~fact:a",
        "1~~title=Only_a_title",
        "x" * 20_000,
        "level:us:USA:2019'; DROP TABLE x; --",
        "<script>alert(1)</script>",
        "\x00",
        "level:\ud800:USA:2019",
    ],
)
def test_anything_else_is_refused_in_words(text: str) -> None:
    with pytest.raises((SpecError, DeckError)) as told:
        checking.pasted(text)
    assert 20 < len(str(told.value)) < 500
