"""Hashtags: one key for all spellings, each counted once a post, none of the text kept."""

from __future__ import annotations

import re

import pyarrow as pa
import pytest
from hypothesis import given
from hypothesis import strategies as st

from utils.uploads import hashtags
from utils.uploads.hashtags import Tags


def found(*texts: str) -> list[list[str]]:
    """The keys of the hashtags of each text, in order of the alphabet."""
    tags = Tags()
    rows, numbers = hashtags.extract(pa.array(texts, pa.string()), tags)
    names = {number: name for name, number in tags.numbers.items()}
    out: list[list[str]] = [[] for _ in texts]
    for row, number in zip(rows.tolist(), numbers.tolist(), strict=True):
        out[row].append(names[number])
    return [sorted(one) for one in out]


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        ("#BellLetsTalk and #bellletstalk", ["bellletstalk"]),
        ("\uff03\uff22\uff45\uff4c\uff4cLetsTalk", ["bellletstalk"]),
        ("#Straße #STRASSE", ["strasse"]),
        ("#e\u0301t\u00e9 #ÉTÉ", ["été"]),
        ("#日本語。#テスト", ["テスト", "日本語"]),
        ("#one#two (#three), #four!", ["four", "one", "three", "two"]),
        ("#World🌍 #1\ufe0f\u20e3", ["world"]),
        ("#हिन्दी #தமிழ் #ไทยแล้ว", ["हिन्दी", "தமிழ்", "ไทยแล้ว"]),
        ("#under_score #1 #2024 #2024now", ["2024now", "under_score"]),
        ("https://example.org/#part a&#39;b word#tag #", []),
        ("https://example.org/page#part#more", []),
        ("", []),
        ("##double", ["double"]),
    ],
)
def test_hashtags_of_one_post(text: str, keys: list[str]) -> None:
    assert found(text) == [keys]


def test_rows_are_kept_apart_also_in_a_slice() -> None:
    texts = pa.array(["#zero", "no", "#one tail", "#two#three", "#four"])
    tags = Tags()
    rows, numbers = hashtags.extract(texts.slice(1, 3), tags)
    assert [(row, list(tags.numbers)[n]) for row, n in zip(rows, numbers, strict=True)] == [
        (1, "one"), (2, "two"), (2, "three"),
    ]  # fmt: skip
    assert "zero" not in tags.numbers
    assert "four" not in tags.numbers


@given(st.integers(1, 120))
def test_long_hashtags_are_cut_and_short_ones_are_not(length: int) -> None:
    (keys,) = found("see #" + "x" * length + " end")
    assert keys == ["x" * min(length, hashtags.LONGEST - 1)]


WORDS = st.lists(
    st.sampled_from(
        ["#Aa", "#aA", "#b_1", "plain", "#é", "a#no", "#12", "(#d)", "#e,", "😀", "#f#g"]
    ),
    max_size=8,
)


@given(st.lists(WORDS, max_size=6))
def test_the_batch_agrees_with_a_plain_reading_of_each_post(posts: list[list[str]]) -> None:
    texts = [" ".join(words) for words in posts]
    plain = []
    for text in texts:
        spelt = re.findall(r"(?<![\w/&=?.-])((?:#\w+)+)", text)
        keys = {hashtags.key(tag) for run in spelt for tag in run.split("#")[1:]}
        plain.append(sorted(keys - {""}))
    assert found(*texts) == plain


def test_the_commonest_spelling_is_shown() -> None:
    tags = Tags()
    hashtags.extract(pa.array(["#bellletstalk", "#BellLetsTalk x", "#BellLetsTalk"]), tags)
    assert tags.label(0) == "#BellLetsTalk"


def test_a_column_of_hashtags_needs_no_marks() -> None:
    tags = Tags()
    cells = pa.array(["BellLetsTalk, mentalhealth", "#a;#b", "['x', 'y']", "", "\uff03c d"])
    rows, numbers = hashtags.listed(cells, tags)
    names = list(tags.numbers)
    pairs = [(row, names[n]) for row, n in zip(rows.tolist(), numbers.tolist(), strict=True)]
    assert pairs == [
        (0, "bellletstalk"), (0, "mentalhealth"), (1, "a"), (1, "b"), (2, "x"), (2, "y"),
        (4, "c"), (4, "d"),
    ]  # fmt: skip


def test_there_is_an_end_to_different_hashtags(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("utils.model.limits.UPLOAD_HASHTAGS_SEEN", 3)
    tags = Tags()
    hashtags.extract(pa.array(["#a #b #c #d #e #a"]), tags)
    assert list(tags.numbers) == ["a", "b", "c"]
    assert tags.beyond == 2
