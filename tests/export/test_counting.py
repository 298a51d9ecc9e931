"""Lengths as the platforms count them, by their own published rules."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from utils.export import counting

FAMILY, THUMB, FLAGS, KEYCAP = "👨‍👩‍👧‍👦", "👍🏽", "🇩🇪🇫🇷", "1️⃣"
SCOTLAND = "\U0001f3f4\U000e0067\U000e0062\U000e0073\U000e0063\U000e0074\U000e007f"


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("", 0),
        ("plain", 5),
        ("e\u0301", 1),
        ("q\u0323\u0307", 1),
        (FAMILY, 1),
        (THUMB, 1),
        (FLAGS, 2),
        (SCOTLAND, 1),
        (KEYCAP, 1),
        ("❤️", 1),
        ("\r\n", 1),
        ("\n\n", 2),
        ("각", 1),
        ("\u1100\u1161\u11a8", 1),
        ("가\u11a8", 1),
        ("नमस्ते", 4),
        ("漢字", 2),
        ("a\u200db", 2),
    ],
)
def test_a_grapheme_is_what_a_reader_takes_for_a_letter(text: str, count: int) -> None:
    assert len(counting.graphemes(text)) == count


@pytest.mark.parametrize(
    ("text", "length"),
    [
        # by twitter-text, config/v3.json
        ("a" * 280, 280),
        ("漢" * 140, 280),
        ("á" * 10, 10),
        ("A\u0301", 1),
        (FAMILY, 2),
        (THUMB, 2),
        (FLAGS, 4),
        (KEYCAP, 2),
        ("🧡" * 3, 6),
        ("http://test.co", 23),
        ("see https://example.org/" + "x" * 300 + " now", 31),
        ("“quoted” – …", 13),
        ("−", 2),
    ],
)
def test_x_weighs_letters_and_shortens_addresses(text: str, length: int) -> None:
    assert counting.on_x(text) == length


def test_bluesky_counts_addresses_in_full_and_bytes_too() -> None:
    assert counting.on_bluesky("https://example.org/" + "x" * 80) == 100
    assert counting.on_bluesky(FAMILY) == 3, "25 bytes of the 3,000"


def test_mastodon_counts_graphemes_and_short_addresses() -> None:
    assert counting.on_mastodon(f"{FAMILY} https://example.org/{'x' * 80}") == 25


def test_captions_count_what_a_browser_counts() -> None:
    assert counting.units("a漢🧡") == 4


@pytest.mark.parametrize("platform", counting.PLATFORMS, ids=lambda one: one.id)
def test_every_rule_says_where_it_is_written_down(platform: counting.Platform) -> None:
    assert platform.rule
    assert platform.count("") == 0


@given(st.text(max_size=30))
def test_nothing_is_lost_and_no_count_is_shorter_than_a_letter_a_grapheme(text: str) -> None:
    import unicodedata

    found = counting.graphemes(text)
    assert "".join(found) == unicodedata.normalize("NFC", text)
    if "http" not in text:
        assert counting.on_x(text) >= len(found)
        assert counting.units(text) * 3 >= len(found)
