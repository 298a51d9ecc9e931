"""Every kind of claim in every language: the same numbers, nothing but quotes left in English."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from decimal import Decimal

import pytest

from tests.claims import asked
from tests.claims.asked import TODAY, library
from tests.language.test_catalogue import CAUSE, OTHERS, UNSAFE
from utils.claims.make import MAKERS, make
from utils.claims.parts import EXAMPLES
from utils.claims.tongues import Told, tell
from utils.claims.tongues.telling import SAYERS
from utils.language import ENGLISH, speaking
from utils.language.tongue import tongue
from utils.language.units import FEW_WORDS
from utils.model import Claim, Indicator, ReachSeries
from utils.model.claims import Kind

QUOTES = {"es": re.compile(r"«[^«»]*(?:«[^«»]*»[^«»]*)*»"), "pt": re.compile(r"“[^“”]*”")}
NUMERAL = re.compile(r"[−+]?\d+(?:[.,]\d+)*")
ENGLISH_WORDS = re.compile(
    r"\b(the|of|and|from|was|were|with|that|this|than|is|are|it|for|in|on|to|at|higher|lower|about)\b"
)
WAYS = ("written", "spoken", "short", "plain")


def numbers(text: str, language: str = "en") -> set[Decimal]:
    """The numbers of a text, read as the language writes them."""
    point, group = ".," if language == "en" else ",."
    found = NUMERAL.findall(text.replace("\N{NO-BREAK SPACE}", " "))
    return {
        abs(Decimal(one.replace(group, "").replace(point, ".").replace("−", "-"))) for one in found
    }


def sayings(told: Told) -> Iterator[str]:
    """All sentences of a claim."""
    yield from filter(None, (getattr(told.sentences, way) for way in WAYS))


def check(spec: str, language: str) -> bool:
    """Whether a claim can be made; if so it is judged sentence by sentence."""
    claim = make(spec, library(), TODAY)
    if not isinstance(claim, Claim):
        return False
    with speaking(tongue(language)):
        told = tell(spec, library(), TODAY)
    for way in WAYS:
        own, other = getattr(claim.sentences, way), getattr(told.sentences, way)
        assert bool(own) == bool(other), (spec, way)
        bare = QUOTES[language].sub("", other)
        known = (own, claim.sentences.written, claim.quantity.text, claim.period)
        every = numbers(" ".join(known))
        assert numbers(bare, language) <= every, (spec, bare, own)
    # a unit that only its source knows is quoted with its own digits
    unit = claim.quantity.unit
    own = claim.quantity.text.replace("" if unit in FEW_WORDS else unit, "")
    kept = numbers(f"{own} {claim.quantity.interval}")
    kept &= numbers(" ".join(getattr(claim.sentences, way) for way in WAYS))
    assert kept <= numbers(" ".join(sayings(told)), language), spec
    assert numbers(QUOTES[language].sub("", told.number), language) == numbers(own), spec
    sound(told, claim, language)
    return True


def sound(told: Told, claim: Claim, language: str) -> None:
    """No word that harms, says a cause or was forgotten; as many reservations as in English."""
    names = [place.name for place in library().places().values()]
    for text in (*sayings(told), *(one.text for one in told.caveats), *told.reasons):
        bare = QUOTES[language].sub("", text)
        for name in names if ENGLISH_WORDS.search(bare) else ():
            bare = bare.replace(name, "")
        assert not re.search(r"[{}]", bare), text
        assert not ENGLISH_WORDS.search(bare), (claim.spec, text)
        assert not re.search(UNSAFE[language], bare, re.I), text
        assert not re.search(CAUSE[language], bare, re.I) or "causa." in bare, text
    assert [one.id for one in told.caveats] == [one.id for one in claim.caveats]
    assert len(told.reasons) == len(claim.grade.reasons)
    assert bool(told.robustness) == (claim.robustness is not None)
    assert told.challenge.question != claim.challenge.question


def test_every_kind_is_said() -> None:
    assert set(SAYERS) == set(MAKERS) == set(EXAMPLES)


@pytest.mark.parametrize("language", OTHERS)
@pytest.mark.parametrize("kind", EXAMPLES)
def test_an_example_of_each_kind_says_the_same(kind: Kind, language: str) -> None:
    assert check(EXAMPLES[kind], language)


def specs(seed: int, share: float) -> Iterator[str]:
    """Claims of every kind, picked by chance from all that can be asked."""
    chance = random.Random(seed)
    for line in asked.lines(Indicator):
        if chance.random() < share:
            yield from map(str, asked.about(line, chance))
    for line in asked.lines(ReachSeries):
        if chance.random() < share * 3:
            yield from map(str, asked.reached(line, chance))
    cited = [("fact", library().facts()), ("fact", library().reach_facts()),
             ("effect", library().studies())]  # fmt: skip
    for kind, table in cited:
        yield from (f"{kind}:{id}" for id in table if chance.random() < max(share, 0.1))


def test_claims_picked_by_chance_say_the_same() -> None:
    for number, spec in enumerate(specs(8, 0.0015)):
        check(spec, OTHERS[number % len(OTHERS)])


@pytest.mark.slow
@pytest.mark.parametrize("language", OTHERS)
def test_many_claims_say_the_same(language: str) -> None:
    assert sum(check(spec, language) for spec in specs(88, 0.05)) > 1000


@pytest.mark.parametrize("kind", EXAMPLES)
def test_a_claim_is_kept_in_english_whoever_asks_for_it(kind: Kind) -> None:
    english = make(EXAMPLES[kind], library(), TODAY)
    with speaking(tongue("es")):
        other = make(EXAMPLES[kind], library(), TODAY)
    assert isinstance(english, Claim)
    assert isinstance(other, Claim)
    for part in ("sentences", "caveats", "challenge", "grade", "robustness", "title", "period"):
        assert getattr(english, part) == getattr(other, part)


def test_english_is_spoken_again_afterwards() -> None:
    with speaking(tongue("pt")):
        tell(EXAMPLES["attention"], library(), TODAY)
    told, claim = (do(EXAMPLES["rank"], library(), TODAY) for do in (tell, make))
    assert isinstance(claim, Claim)
    assert told.sentences == claim.sentences
    assert told.reasons == claim.grade.reasons
    assert tongue("en") is ENGLISH
