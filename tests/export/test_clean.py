"""Texts without harm in them: what stays is what was meant."""

from __future__ import annotations

import dataclasses

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from tests.export import made_claims, read_back
from utils.export import clean

ANY = st.text(st.characters(), max_size=40)


@pytest.mark.parametrize(
    ("raw", "kept"),
    [
        ("Anxiety among adults, 2019–2024: 21.4% (20.7 to 22.2)",) * 2,
        ("−3.2 points",) * 2,
        ("Ünïcödé 漢字 العربية 👩‍👩‍👧",) * 2,
        ("a\tb\r\nc\u2028d", "a b c d"),
        ("\x00nul\x1b[31m\x85", "nul[31m"),
        ("abc\u202etxt.exe\u202c", "abctxt.exe"),
        ("lone \ud800 half", "lone \ufffd half"),
        ("\ufeff\u200bzero\ufffe\U0001fffe", "zero"),
    ],
)
def test_what_is_meant_stays_and_what_harms_goes(raw: str, kept: str) -> None:
    assert clean.text(raw) == kept


@given(ANY, st.integers(1, 50))
def test_any_text_becomes_one_line_of_valid_xml(raw: str, most: int) -> None:
    found = clean.text(raw, most)
    assert len(found) <= most
    assert clean.text(found, most) == found
    read_back.assert_clean(found)
    assert not {"\n", "\t", "\r"} & set(found)
    element = etree.Element("a")
    element.text = found
    assert etree.fromstring(etree.tostring(element)).text == (found or None)


def test_a_long_text_ends_with_an_ellipsis_between_words() -> None:
    assert clean.shortened("made up words of a test", 15) == "made up words…"
    assert clean.shortened("short", 5) == "short"
    assert clean.shortened("W" * 10_000, 20) == "W" * 19 + "…"
    assert clean.shortened("cafe\u0301s and more", 5) == "caf…"


def test_nouns_are_cleaned_all_the_way_down_and_what_was_cut_is_told() -> None:
    claim = made_claims.all_kinds()[0]
    cite = dataclasses.replace(claim.citations[0], title="a\x00b", text="long " * 2_000)
    cut: list[str] = []
    found = clean.every(dataclasses.replace(claim, citations=(cite,)), cut)
    assert found.citations[0].title == "ab"
    assert len(found.citations[0].text) <= clean.LONGEST
    assert cut == [found.citations[0].text]
    assert clean.every(claim.sentences, cut) is claim.sentences


@pytest.mark.parametrize(
    ("raw", "kept"),
    [
        ("https://example.org/a?b=c:d&e=%20f#g",) * 2,
        ('https://example.org/a b\u202e<x>"', "https://example.org/a%20b%3Cx%3E%22"),
        ("javascript:alert(1)", ""),
        ("file:///etc/passwd", ""),
        ("//example.org", ""),
        ("https://", ""),
        ("https://[", ""),
        ("", ""),
    ],
)
def test_only_addresses_of_the_web_are_links(raw: str, kept: str) -> None:
    assert clean.address(raw) == kept


@given(ANY)
def test_any_address_is_plain_ascii_or_none(raw: str) -> None:
    found = clean.address("https://example.org/" + raw)
    assert found.isascii()
    assert not set(found) & set(" <>\"'`{}\\^|") - {"'"}


@pytest.mark.parametrize(
    ("raw", "tag"),
    [
        ("MadeUpDay", "#MadeUpDay"),
        ("##Made Up-Day!", "#MadeUpDay"),
        ("こころの健康", "#こころの健康"),
        ("=cmd|' /C calc'!A0", "#cmdCcalcA0"),
        ("2020", ""),
        ("\u202e", ""),
    ],
)
def test_a_hashtag_is_letters_and_digits(raw: str, tag: str) -> None:
    assert clean.hashtag(raw) == tag
