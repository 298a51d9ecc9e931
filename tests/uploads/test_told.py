"""What is said of an upload crosses over as English and is told in the reader's language."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from typing import Any

import pytest

from tests.foreign import left
from tests.language.catalogue import found
from tests.opened import opened
from tests.uploads.made_exports import EVERY, TWO_TERMS, csv
from tests.uploads.reader import counts, outcome, refused, understood
from utils.language import speaking
from utils.language.phrase import Phrase, told
from utils.language.tongue import tongue
from utils.ui.own_data import KEPT, UNDERSTOOD
from utils.uploads import searches, wire
from utils.uploads.errors import MESSAGES
from utils.uploads.outcome import Outcome
from utils.uploads.platforms import BY_ID, networks
from utils.uploads.platforms.metrics import METRICS

OPEN = csv([["when", "what", "seen"], *[["01/02/2024", "#one", "1.234"]] * 12])
"""A table that nobody knows, whose dates and numbers can be read in two ways."""
HEADLESS = csv([["01/02/2024", "#one", "1.234"]] * 12)
"""The same without a row of headings."""
LISTED = {message for message, _ in found()}


IDS = frozenset(
    ("id", "kind", "format", "period", "value", "suggested", "platform", "rung", "unit",
     "coverage_kind", "place", "frequency", "data", "method")
)  # fmt: skip
"""Fields that hold an id, a platform, or a term that is named where it is shown."""


def written(data: bytes) -> str:
    """Everything that stands in a file, a workbook's sheets included."""
    if not data.startswith(b"PK"):
        encoding = "utf-16" if data[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig"
        return data.decode(encoding, "ignore")
    with zipfile.ZipFile(io.BytesIO(data)) as book:
        return "\n".join(book.read(name).decode("utf-8", "ignore") for name in book.namelist())


def texts(value: Any, field: str = "") -> Iterator[tuple[str, str]]:
    """Every text of an outcome with the field that holds it, those inside phrases too."""
    if isinstance(value, Phrase):
        yield field, value
        for inner in (*value.values.values(), *value.parts):
            yield from texts(inner, field)
    elif isinstance(value, str):
        yield field, value
    elif is_dataclass(value):
        for one in fields(value):
            yield from () if one.name in IDS else texts(getattr(value, one.name), one.name)
    elif isinstance(value, list | tuple):
        for one in value:
            yield from texts(one, field)


def own(one: tuple[str, str], whole: Outcome, file: str) -> bool:
    """Whether a text needs no translation: it stands in the file, is an id, a platform or a letter
    of a column."""
    field, text = one
    series = whole.reduced.series if whole.reduced else ()
    known = {"", "UTF-8", *METRICS, *"ABC"} | {one.platform for one in series}
    return text in known if field == "role" else text in known or text in file


def said(data: bytes) -> tuple[list[Phrase], list[tuple[str, str]]]:
    """The phrases of an export, and what is no phrase though it must be one."""
    whole = outcome(data)
    found = list(texts([whole.understanding, whole.reduced]))
    phrases = [text for _, text in found if isinstance(text, Phrase)]
    bare = [one for one in found if not isinstance(one[1], Phrase)]
    return phrases, [one for one in bare if not own(one, whole, written(data))]


@pytest.mark.parametrize("format", [*EVERY, "two terms", "unknown", "headless"])
def test_every_word_about_an_export_is_in_the_catalogue(format: str) -> None:
    more = {"two terms": TWO_TERMS, "unknown": OPEN, "headless": HEADLESS}
    phrases, bare = said((EVERY | more)[format])
    assert len(phrases) > 5
    assert not bare
    named = {one.template for one in phrases if not one.parts} - LISTED
    assert named <= {"", "UTF-8", *networks.NAMES, *(one.platform for one in BY_ID.values())}


def test_a_text_that_is_no_phrase_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(searches, "phrase", lambda text, **values: text.format(**values))
    assert ("label", "Term 1") in said(TWO_TERMS)[1]
    assert ("role", "day") in said(TWO_TERMS)[1]


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


def test_counts_are_shown_in_the_language_and_kept_in_english() -> None:
    data = EVERY["x-content"]
    kept = counts(data)
    held = {KEPT: kept, UNDERSTOOD: understood(data)}
    assert kept.series[0].title.startswith("Your data: posts, X")
    app = opened("your_data", held, lang="es")
    assert app.selectbox(key="own:measure").options[0] == "Sus datos: publicaciones, X"
    assert not left(app, "es")
