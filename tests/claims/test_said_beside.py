"""Every sentence of the side-by-side page, over real series and campaigns: no cause, no harm."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator

import pytest

from tests.ui.pairs import pair
from utils import wording
from utils.analysis import before_after, interrupted, lead_lag, overlap, robustness
from utils.analysis.comparable import Refusal
from utils.analysis.interrupted import Model
from utils.claims import beside, chance, limits
from utils.ui import campaign_view, load, pairing, pairing_rows
from utils.ui.pairing import Pairing
from utils.wording import Context

PAIRS = sorted(itertools.product(load.indicators(), load.campaigns()))
SAMPLE = PAIRS[:: len(PAIRS) // 6]
TERM = re.compile(
    r"causes? of death|Causes coded by ICD|external causes|choosing a cause|[Pp]roof of a cause"
)
"""Names of things in official statistics, and a limit that names what a study does not prove."""


def told(pair: Pairing) -> Iterator[str]:
    """What the page says of a pair with its defaults, and without any time in common."""
    need = pairing_rows.looked_at(pair)
    cards = [one.card for one in pair.measures]
    if pair.event is not None:
        name = pairing_rows.event_name(pair)
        yield from beside.can(need, pairing_rows.reached(pair), name, pair.event)
    for common in (True, False):
        yield from limits.cannot(need, pair.campaigns, cards, common)
        objection = limits.challenge(need, pair.campaigns, cards, common)
        yield from (objection.question, objection.answer)
    for one in pair.measures:
        rows, places = pairing.reach(one), load.places()
        yield from overlap.overlap(pairing.need(pair), pair.card, rows, one.card, places).sentences


def closer(pair: Pairing) -> Iterator[str]:
    """What a closer look at the day says, or why it may not."""
    need, card = pairing.need(pair), pair.card
    if pair.event is not None:
        others = [day for day in pairing.days(pair.campaigns) if day != pair.event]
        found = before_after.compare(need, card, pair.event, None, others)
        yield from said(found, lambda found: chance.before_after(found, card))
        strip = robustness.strip(need, card, pair.event, None, others)
        yield from said(strip, chance.robust)
        step = interrupted.analyse(
            campaign_view.curve(need.rows), pair.event, Model("rate"), card=card
        )
        yield from said(step, lambda step: step.diagnostics)
    for one in pair.measures:
        lags = lead_lag.compare(need, card, pairing.reach(one), one.card)
        yield from said(lags, lambda lags: (lags.verdict,))


def said(found, words) -> Iterator[str]:  # type: ignore[no-untyped-def]
    yield from (found.reason, found.instead) if isinstance(found, Refusal) else words(found)


def assert_sound(sentence: str, about_suicide: bool) -> None:
    bare = TERM.sub("a term", sentence)
    assert not wording.causal(bare), (sentence, [one.matched for one in wording.causal(bare)])
    context = Context(cross_panel=True, about_suicide=about_suicide, helpline=True, hopeful=True)
    found = wording.blocked(wording.check(bare, context=context))
    assert not found, (sentence, [(one.rule, one.matched) for one in found])
    assert not re.search(r"\b(nan|NaT|None|inf)\b", sentence), sentence


def examined(indicator: str, campaign: str) -> None:
    one = pair(indicator, campaign)
    for sentence in dict.fromkeys((*told(one), *closer(one))):
        assert_sound(_ours(sentence, one), one.card.about_suicide)


def _ours(sentence: str, pair: Pairing) -> str:
    """A sentence without what a producer says of a break: it speaks of how was counted."""
    for one in pair.card.breaks:
        sentence = sentence.replace(one.label, "a break").replace(one.reason, "It is known.")
    return sentence


@pytest.mark.parametrize(("indicator", "campaign"), SAMPLE)
def test_no_sentence_beside_a_campaign_says_a_cause_or_does_harm(
    indicator: str, campaign: str
) -> None:
    examined(indicator, campaign)


@pytest.mark.slow
@pytest.mark.timeout(3_600)
@pytest.mark.parametrize("campaign", sorted(load.campaigns()))
def test_no_sentence_of_any_pair_says_a_cause_or_does_harm(campaign: str) -> None:
    for indicator in load.indicators():
        examined(indicator, campaign)


def test_a_sentence_of_cause_would_be_found() -> None:
    with pytest.raises(AssertionError):
        assert_sound("The campaign led to fewer deaths.", False)
    with pytest.raises(AssertionError):
        assert_sound("It was lower then, thanks to the day.", False)
