"""What is said of an upload crosses over as English and is told in the reader's language."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import asdict, is_dataclass
from typing import Any

import pytest

from tests.foreign import left
from tests.language.catalogue import found
from tests.opened import opened
from tests.uploads.made_exports import EVERY, csv
from tests.uploads.reader import counts, outcome, refused, understood
from utils.language import speaking
from utils.language.phrase import Phrase, packed, phrase, told, unpacked
from utils.language.tongue import tongue
from utils.ui.own_data import KEPT, UNDERSTOOD
from utils.uploads import wire
from utils.uploads.errors import MESSAGES
from utils.uploads.outcome import Reduced

OPEN = csv([["when", "what", "seen"], *[["01/02/2024", "#one", "1.234"]] * 12])
"""A table that nobody knows, whose dates and numbers can be read in two ways."""
LISTED = {message for message, _ in found()}


def phrases(value: Any) -> Iterator[Phrase]:
    """Every phrase inside an outcome, those inside phrases too."""
    if isinstance(value, Phrase):
        yield value
        for inner in (*value.values.values(), *value.parts):
            yield from phrases(inner)
    elif isinstance(value, Reduced):
        yield from phrases([value.used, value.not_used, value.notes, value.series])
    elif is_dataclass(value):
        yield from phrases(list(asdict(value).values()))  # type: ignore[arg-type]
    elif isinstance(value, dict | list | tuple):
        for one in value.values() if isinstance(value, dict) else value:
            yield from phrases(one)


@pytest.mark.parametrize("format", EVERY)
def test_every_word_about_an_export_is_in_the_catalogue(format: str) -> None:
    whole = outcome(EVERY[format])
    said = list(phrases([whole.understanding, whole.reduced]))
    assert len(said) > 5
    own = {"", "UTF-8", "utf-8"} | {one.platform for one in whole.reduced.series if whole.reduced}
    assert {one.template for one in said if not one.parts} - LISTED <= own


@pytest.mark.parametrize("code", MESSAGES)
def test_every_trouble_is_told_in_both_languages(code: str) -> None:
    for language in ("es", "pt"):
        with speaking(tongue(language)):
            assert not {told(one) for one in MESSAGES[code]} & set(MESSAGES[code])


def test_questions_cross_over_and_are_asked_in_spanish() -> None:
    whole = wire.unpack(wire.pack(outcome(OPEN)))
    asked = {one.id: one for one in whole.understanding.questions}
    assert asked["date"].text == "Which column holds the day?"
    with speaking(tongue("es")):
        assert told(asked["date"].text) == "¿Qué columna contiene el día?"
        assert told(asked["metric:2"].text) == "¿Qué cuenta «seen»?"
        assert "Una publicación" in [told(one.label) for one in asked["rows"].options]


def test_a_refusal_says_where_in_english_and_in_portuguese() -> None:
    error = refused(b"<!doctype html><html></html>")
    assert str(error).startswith("This is a web page")
    with speaking(tongue("pt")):
        assert error.said().startswith("Isto é uma página da web")


def test_a_phrase_comes_back_as_it_was() -> None:
    one = phrase("{many} cells of {unit} hold no number.", many=1234, unit=phrase("likes"))
    assert one == "1,234 cells of likes hold no number."
    back = unpacked(json.loads(json.dumps(packed([one, {"plain": "text"}]))))
    assert back == [one, {"plain": "text"}]
    with speaking(tongue("es")):
        assert told(back[0]) == "1.234 celdas de me gusta no contienen ningún número."  # type: ignore[index]


@pytest.mark.parametrize("text", ["{x.__class__}", "{x:>999999999}", "{x!r}", "{0}", "{x[0]}"])
def test_a_template_that_holds_more_than_names_is_refused(text: str) -> None:
    with pytest.raises((ValueError, TypeError)):
        unpacked({"say": text, "with": {"x": 1}})


def test_counts_are_shown_in_the_language_and_kept_in_english() -> None:
    data = EVERY["x-content"]
    kept = counts(data)
    held = {KEPT: kept, UNDERSTOOD: understood(data)}
    assert kept.series[0].title.startswith("Your data: posts, X")
    app = opened("your_data", held, lang="es")
    assert app.selectbox(key="own:measure").options[0] == "Sus datos: publicaciones, X"
    assert not left(app, "es")
