"""The catalogues hold every text of the code, whole, with the same names and marks in each."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import get_args

import pytest
from babel.messages.catalog import Message
from babel.messages.pofile import read_po

from tests.language import catalogue
from utils import catalog
from utils.analysis.before_after import Verdict
from utils.analysis.uncertainty import IntervalKind
from utils.claims.tongues.vocabulary import TERMS
from utils.language import LANGUAGES, say, speaking
from utils.language.tongue import tongue
from utils.language.units import FEW_WORDS
from utils.model import STATUSES, units
from utils.model.reach import CoverageKind, Grade, Rung

OTHERS = [language for language in LANGUAGES if language != "en"]
MARKS = re.compile(r":material/\w+:|\*\*|\]\(|<br>|`")
NAMES = re.compile(r"\{\w+\}")
UNSAFE = {
    "es": r"comet\w+ (el |un )?suicid|suicid\w+ (consumad|exitos|logrado|fallid|frustrad)|"
    r"se quitó la vida|epidemia",
    "pt": r"comet\w+ (o |um )?suic[ií]d|suic[ií]di\w+ (consumad|bem.sucedid|êxito|fracassad|"
    r"frustrad)|tirou a (própria )?vida|epidemia",
}
"""What guidance for the media by WHO and PAHO in these languages says not to write."""
CAUSE = {
    "es": r"gracias a|debido a|provoc|a causa de|causó|logró|redujo|salvó|impacto|condujo",
    "pt": r"graças a|devido a|provoc|por causa d|causou|conseguiu|reduziu|salvou|impacto|levou a",
}


def kept(language: str) -> Iterator[tuple[Message, list[str], list[str]]]:
    """Each text with its English forms and those of a language."""
    for message in catalogue.translated(language):
        if message.id:
            forms = message.id if isinstance(message.id, tuple) else (message.id,)
            said = message.string if isinstance(message.string, tuple) else (message.string,)
            yield message, list(forms), [str(one) for one in said]


def test_the_template_lists_what_the_code_says() -> None:
    with catalogue.TEMPLATE.open("rb") as file:
        listed = {message.id for message in read_po(file) if message.id}
    assert listed == {message for message, _ in catalogue.found()}, (
        "run python -m tests.language.catalogue"
    )


@pytest.mark.parametrize("language", OTHERS)
def test_a_language_has_every_text_in_every_form(language: str) -> None:
    texts = {message.id for message, *_ in kept(language)}
    assert texts == {message for message, _ in catalogue.found()}
    for message, english, said in kept(language):
        assert not message.fuzzy, message.id
        assert all(said), f"{language} lacks {message.id}"
        assert len(said) == (2 if len(english) > 1 else 1), message.id


@pytest.mark.parametrize("language", OTHERS)
def test_a_translation_keeps_names_marks_and_ends(language: str) -> None:
    for _, english, said in kept(language):
        for own, other in zip(english, said, strict=True):
            assert set(NAMES.findall(own)) == set(NAMES.findall(other)), other
            assert Counter(MARKS.findall(own)) == Counter(MARKS.findall(other)), other
            ends = [(text[:1].isspace(), text[-1:].isspace()) for text in (own, other)]
            assert ends[0] == ends[1], repr(other)
            assert "{" not in NAMES.sub("", other), other


@pytest.mark.parametrize("language", OTHERS)
def test_a_translation_keeps_every_digit(language: str) -> None:
    for _, english, said in kept(language):
        for own, other in zip(english, said, strict=True):
            # numbers of the telephone above all; a hundred thousand has other marks elsewhere
            told = [sorted(re.findall(r"\d+", text)) for text in (own, other)]
            assert "100,000" in own or told[0] == told[1], other


@pytest.mark.parametrize("language", OTHERS)
def test_no_translation_is_unsafe_or_says_a_cause(language: str) -> None:
    assert re.search(
        UNSAFE[language], {"es": "cometió suicidio", "pt": "cometeu suicídio"}[language]
    )
    for _, english, said in kept(language):
        for text in said:
            assert not re.search(UNSAFE[language], text, re.I), text
            if "cause" not in " ".join(english):
                assert not re.search(CAUSE[language], text, re.I), text


def test_every_term_of_cards_has_a_name_in_the_catalogue() -> None:
    known = {message for message, _ in catalogue.found()}
    cards = [*catalog.indicators().values(), *catalog.reach().values()]
    told = {*get_args(Rung), *get_args(Grade), *get_args(CoverageKind)}
    told |= {getattr(card, "interval_name", "95% interval") for card in cards}
    told |= {getattr(card, "standardisation", "none") for card in cards} - {"none"}
    told |= {study.direction for study in catalog.studies().values()}
    told |= {units.AXIS.get(card.unit, card.unit.capitalize()) for card in cards} - {"Cad"}
    told |= {card.topic for card in cards} | set(STATUSES.values())
    told |= {getattr(card, "instrument_type", "diagnosed") for card in cards}
    told |= {*get_args(Verdict), *get_args(IntervalKind)} - {"none"}
    assert told <= known, told - known
    assert set(TERMS) <= known
    assert {card.unit for card in cards} - {"percent", "CAD"} <= set(FEW_WORDS)


def test_what_has_no_translation_stays_english() -> None:
    with speaking(tongue("es")):
        assert say("A text that nobody wrote") == "A text that nobody wrote"
        assert say("Statistics") == "Estadísticas"
    assert say("Statistics") == "Statistics"
