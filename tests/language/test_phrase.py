"""Phrases: told anew in any language, carried as JSON, and no trap for whoever unpacks them."""

from __future__ import annotations

import json

import pytest

from utils.language import say, speaking
from utils.language.phrase import DEEPEST, LIST, LONGEST, joined, packed, phrase, told, unpacked
from utils.language.tongue import tongue


def nested(depth: int, template: str = "{a}") -> object:
    """A phrase inside phrases, ``depth`` of them, as it travels."""
    value: object = "x"
    for _ in range(depth):
        value = {"say": template, "with": {"a": value}}
    return value


def test_a_phrase_reads_in_english_and_is_told_in_another_language() -> None:
    one = phrase("{many} cells of {unit} hold no number.", many=1234, unit=phrase("likes"))
    assert one == "1,234 cells of likes hold no number."
    assert told(one) == one
    assert told("plain words") == "plain words"
    with speaking(tongue("es")):
        assert told(one) == f"1.234 celdas de {say('likes')} no contienen ningún número."


def test_a_phrase_comes_back_as_it_was() -> None:
    one = phrase("{many} cells of {unit} hold no number.", many=1234, unit=phrase("likes"))
    back = unpacked(json.loads(json.dumps(packed([one, {"plain": "text"}]))))
    assert back == [one, {"plain": "text"}]
    with speaking(tongue("es")):
        assert told(back[0]) == f"1.234 celdas de {say('likes')} no contienen ningún número."  # type: ignore[index]


def test_a_list_and_sentences_keep_their_phrases_on_the_way() -> None:
    for between in (" ", LIST):
        one = joined([phrase("likes"), "Canada"], between)
        back = unpacked(json.loads(json.dumps(packed(one))))
        assert back == one == f"likes{between}Canada"
        with speaking(tongue("es")):
            assert told(back) == f"{say('likes')}{between}Canada"  # type: ignore[arg-type]


@pytest.mark.parametrize("text", ["{x.__class__}", "{x:>999999999}", "{x!r}", "{0}", "{x[0]}", "{"])
def test_a_template_that_holds_more_than_names_is_refused(text: str) -> None:
    with pytest.raises((ValueError, TypeError)):
        unpacked({"say": text, "with": {"x": 1}})


def test_a_name_that_stands_twice_is_refused() -> None:
    # twelve of these inside one another, 700 letters, would ask for more than any memory holds
    with pytest.raises(ValueError, match="once"):
        unpacked(nested(2, "{a}{a}"))


def test_phrases_inside_one_another_have_an_end() -> None:
    assert unpacked(nested(DEEPEST)) == "x"
    with pytest.raises(ValueError, match="deep"):
        unpacked(nested(DEEPEST + 1))
    value: object = {"parts": ["x"], "between": " "}
    for _ in range(DEEPEST):
        value = {"parts": [value], "between": " "}
    with pytest.raises(ValueError, match="deep"):
        unpacked(value)


def test_what_is_too_long_is_refused_before_it_is_told() -> None:
    half = "x" * (LONGEST // 2)
    assert unpacked({"say": "{a}{b}", "with": {"a": half, "b": half}}) == half + half
    for value in (
        {"say": "{a}{b}!", "with": {"a": half, "b": half}},
        {"parts": [half, half], "between": " "},
        {"parts": ["x", "x"], "between": half},
    ):
        with pytest.raises(ValueError, match=r"long|list"):
            unpacked(value)


@pytest.mark.parametrize("value", [True, 1.5, None, [1], {"plain": "text"}])
def test_a_name_is_filled_with_words_or_a_whole_number(value: object) -> None:
    with pytest.raises(TypeError, match="words"):
        unpacked({"say": "{a}", "with": {"a": value}})
