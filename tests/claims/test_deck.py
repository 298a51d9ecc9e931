"""Decks: one line for an address, one small file, both read strictly."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as some

from tests.claims.asked import TODAY, library
from tests.claims.test_spec import specs
from utils.claims import deck_file
from utils.claims.deck import Deck, DeckError, from_text, to_text
from utils.claims.make import make
from utils.claims.spec import EXAMPLES, parse
from utils.claims.verify import recorded
from utils.model import Claim
from utils.model.limits import CLAIM_LETTERS, DECK_BYTES, DECK_CLAIMS

WORDS = some.text(some.characters(exclude_categories=["Cs", "Cc"]), max_size=60)
SPECS = tuple(map(parse, EXAMPLES.values()))


@given(WORDS, WORDS, some.lists(specs(), max_size=5, unique=True))
def test_a_deck_is_read_back_from_its_line_and_its_file(title, ask, claims):
    fitting = tuple(spec for spec in claims if len(str(spec)) <= CLAIM_LETTERS)
    deck = Deck(title, ask, fitting)
    assert from_text(to_text(deck)) == deck
    assert deck_file.read(deck_file.write(deck).encode("utf-8"))[0] == deck


@given(some.text(max_size=200))
def test_any_line_is_a_deck_or_an_error(text):
    for line in (text, f"1~~{text}", f"1~~title={text}"):
        try:
            deck = from_text(line)
        except DeckError:
            continue
        assert from_text(to_text(deck)) == deck


@given(
    some.binary(max_size=200) | some.text(max_size=99).map(lambda text: json.dumps([text]).encode())
)
def test_any_file_is_a_deck_or_an_error(raw):
    with pytest.raises(DeckError):
        deck_file.read(raw)


def test_order_title_and_ask_are_kept():
    deck = Deck("Our case", "Fund 20 more places, please.", SPECS[:3])
    assert to_text(deck).startswith("1~~title=Our_case~~ask=Fund_20_more_places~2C_please.~~level:")
    assert [spec.kind for spec in from_text(to_text(deck)).specs] == ["level", "change", "gap"]


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("", "begins with its version"),
        ("2~~level:a:USA:2019", "begins with its version, which is 1, not '2'"),
        ("1~~level:a:USA", "Part 1 of the deck is no claim. Part 4 of the line"),
        ("1~~title=%", "The title of the deck can't be read"),
        ("1~~fact:a~~fact:a", "fact:a stands twice"),
        ("1~~title=" + "a" * 101, "at most 100 fit"),
        ("1~~title=a~0Ab", "no letter"),
        ("1" + "~~fact:a" * 60, "at most 40 claims"),
        ("1" + "".join(f"~~fact:a{at}" for at in range(41)), "at most 40 claims"),
    ],
)
def test_an_error_names_the_part(line, words):
    with pytest.raises(DeckError, match=words):
        from_text(line)


def content(**changes):
    return {"format": "groundswell deck", "version": 1, "claims": [], **changes}


@pytest.mark.parametrize(
    ("raw", "words"),
    [
        (b"{", "no JSON"),
        (b"[" * 100_000, "no JSON"),
        (b"\xff", "no JSON"),
        (b" " * (DECK_BYTES + 1), "at most 200,000 bytes"),
        ([], "no set of named entries"),
        (content(more=1), "'more' in the deck is unknown. Known are format, version"),
        (content(version=2), "no deck file of version 1"),
        (content(version=True), "no deck file of version 1"),
        (content(title=3), "'title' must be text"),
        (content(claims={}), "must be a list"),
        (
            content(claims=[{"spec": f"fact:a{n}"} for n in range(DECK_CLAIMS + 1)]),
            "must be a list",
        ),
        (content(claims=["fact:a"]), "In claim 1 stands no set"),
        (content(claims=[{"spec": "fact:a", "author": "x"}]), "'author' in claim 1 is unknown"),
        (content(claims=[{}]), "Claim 1 has no 'spec'"),
        (content(claims=[{"spec": "fact"}]), "Claim 1 can't be read. Part 2"),
        (content(claims=[{"spec": "fact:a", "rows": "x"}]), "'rows' of claim 1 must be a list"),
        (content(claims=[{"spec": "fact:a", "rows": ["x"] * 13}]), "a list of at most 12"),
        (content(claims=[{"spec": "fact:a", "ended": 1}]), "must be true or false"),
        (content(claims=[{"spec": "fact:a", "value": "x" * 4_001}]), "at most 4000 letters"),
        (content(claims=[{"spec": "fact:a", "value": "\ud800"}]), "half a letter"),
    ],
)
def test_a_file_is_read_strictly(raw, words):
    data = raw if isinstance(raw, bytes) else json.dumps(raw).encode()
    with pytest.raises(DeckError, match=words):
        deck_file.read(data)


def test_a_file_keeps_what_was_printed():
    made = [make(spec, library(), TODAY) for spec in SPECS]
    kept = tuple(recorded(claim, library()) for claim in made if isinstance(claim, Claim))
    assert len(kept) == len(SPECS)
    text = deck_file.write(Deck("", "", SPECS), kept)
    assert deck_file.read(text.encode("utf-8"))[1] == kept
    assert len(text) < 20_000
