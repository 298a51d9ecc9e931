"""Everything the app itself says passes its own rules of wording: cards, claims, pages, files."""

from __future__ import annotations

import dataclasses
import io
import random
from collections.abc import Iterator
from typing import Any

import pytest
from docx import Document
from pptx import Presentation

from tests.claims.asked import TODAY, library
from tests.opened import PAGES, opened, words
from utils import catalog, wording
from utils.claims import suggest
from utils.claims.deck import from_text
from utils.claims.make import make
from utils.export import csv, handout, posts, slides
from utils.model import Claim
from utils.ui import take_away
from utils.wording import Context

CODES = {"id", "url", "source", "study", "licence_url", "confidence", "studies", "doi"}
"""Fields of cards that are no prose, and names of works that are quoted as they are."""
QUOTED = {"W10"}
"""Terms that studies use for what they measured; a published effect says them as printed."""
PLACES = ("USA", "US-CA", "GB-ENG", "JPN", "CAN", "FRA", "WLD")
DECK = (
    "1~~title=Our_case~~ask=Please_fund_school_counsellors"
    "~~level:us-anxiety-or-depression:USA:2024-08-20"
    "~~treatment-gap:us-unmet-need-for-counselling,us-counselling-or-medication:USA:2022-04-27"
    "~~level:us-suicide-deaths-monthly:USA:2022-09"
    "~~attention:world-suicide-prevention-day:us-suicide-mentions:2020-09-10"
)


def wrong(text: str, context: Context, quoted: frozenset[str] = frozenset()) -> list[str]:
    """What a text says that it should not, in words that a failing test can print."""
    return [
        f"{one.rule} “{one.matched}” in: {text[:200]}"
        for one in wording.check(text, context=context)
        if one.severity != "inform" and one.rule not in quoted
    ]


@pytest.mark.parametrize("text", ["He committed suicide.", "The campaign cut suicides by 1 in 5."])
def test_a_text_that_breaks_a_rule_is_named(text: str) -> None:
    assert wrong(text, Context(helpline=True, hopeful=True, cross_panel=True))


def prose(card: Any) -> Iterator[str]:
    """Every text of a card that a reader may see."""
    for field in dataclasses.fields(card):
        value = getattr(card, field.name)
        if field.name in CODES:
            continue
        for part in value if isinstance(value, tuple) else (value,):
            if isinstance(part, str):
                yield part
            elif dataclasses.is_dataclass(part):
                yield from prose(part)


CATALOGUES = {
    "indicators": catalog.indicators,
    "campaigns": catalog.campaigns,
    "reach": catalog.reach,
    "facts": catalog.facts,
    "reach facts": catalog.reach_facts,
    "calendar": catalog.calendar,
    "helplines": catalog.helplines,
}


@pytest.mark.parametrize("name", CATALOGUES)
def test_every_card_passes(name: str) -> None:
    known = Context(helpline=True, hopeful=True)
    cards: Any = CATALOGUES[name]()
    found = [
        f"{id}: {no}" for id, card in cards.items() for t in prose(card) for no in wrong(t, known)
    ]
    assert not found


def said(claim: Claim) -> Iterator[str]:
    """Every text of a claim."""
    yield from (claim.title, *dataclasses.astuple(claim.sentences))
    yield from (claim.challenge.question, claim.challenge.answer, *claim.grade.reasons)
    yield from (caveat.text for caveat in claim.caveats)
    if claim.robustness is not None:
        yield claim.robustness.sentence


def faults(claim: Claim) -> list[str]:
    """What a claim says that it should not; a study's own terms are quoted."""
    study = claim.kind == "effect"
    context = Context(
        about_suicide=claim.about_suicide, helpline=True, hopeful=True, study=study, tested=True
    )
    quoted = frozenset(QUOTED if study else ())
    return [f"{claim.spec}: {no}" for text in said(claim) for no in wrong(text, context, quoted)]


def asked(topics: list[str], places: tuple[str, ...]) -> Iterator[Claim]:
    """Every claim that is suggested for some topics and places, to every audience."""
    for topic in topics:
        for place in places:
            for audience in suggest.AUDIENCES:
                for one in suggest.suggest(audience, topic, place, library(), TODAY):
                    yield one.claim


TOPICS = sorted({card.topic for card in catalog.indicators().values()})


def test_suggested_claims_pass() -> None:
    chance = random.Random(7)
    topics, places = chance.sample(TOPICS, 3), tuple(chance.sample(PLACES, 2))
    claims = {one.spec: one for one in asked(topics, places)}
    assert len(claims) > 10
    assert not [no for one in claims.values() for no in faults(one)]


@pytest.mark.slow
def test_every_suggested_claim_passes() -> None:
    claims = {one.spec: one for one in asked(TOPICS, PLACES)}
    assert not [no for one in claims.values() for no in faults(one)]


@pytest.mark.parametrize("page", PAGES)
def test_every_page_passes(page: str) -> None:
    asked = {"deck": DECK} if page in ("talking_points", "present") else {}
    app = opened(page, **asked)
    context = Context(about_suicide=True, helpline=True, hopeful=True, study=True, tested=True)
    alts = [chart.proto.alt for chart in app.get("plotly_chart")]
    lines = [line for line in words(app).splitlines() if not line.startswith("- ")]
    found = [no for text in (*lines, *alts) for no in wrong(text, context, frozenset(QUOTED))]
    assert not found


def test_what_is_taken_along_passes() -> None:
    deck = from_text(DECK)
    claims = [make(spec, library(), TODAY) for spec in deck.specs]
    assert all(isinstance(one, Claim) for one in claims)
    made = take_away.bundle(deck, tuple(one for one in claims if isinstance(one, Claim)))
    shown = Presentation(io.BytesIO(slides.build(made).content))
    texts = [
        paragraph.text
        for slide in shown.slides
        for shape in slide.shapes
        if shape.has_text_frame
        for paragraph in shape.text_frame.paragraphs
    ]
    texts += [slide.notes_slide.notes_text_frame.text for slide in shown.slides]
    texts += [p.text for p in Document(io.BytesIO(handout.build(made).content)).paragraphs]
    texts += [line for post in posts.build(made) for line in post.text.splitlines()]
    context = Context(about_suicide=True, helpline=True, hopeful=True, tested=True)
    assert len(texts) > 40
    assert not [no for text in texts for no in wrong(text, context)]


def test_file_names_pass() -> None:
    names = [csv.file_name(id, "shown") for id in (*catalog.indicators(), *catalog.reach())]
    found = [no for name in names for no in wrong(name.replace("-", " "), Context(helpline=True))]
    assert not found
