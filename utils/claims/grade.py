"""How strong the evidence of a claim is: points off for each weakness, each with its reason.

Nothing off is an A, one or two points a B, three or four a C, more a D. docs/claims.md gives
the table.
"""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Iterator

from utils.claims import predicates
from utils.claims.draft import Draft
from utils.language import later, say, say_many, term
from utils.model import Fact, Grade, Indicator, ReachFact, ReachSeries, StudyEffect
from utils.model.claims import Letter

LETTERS: tuple[tuple[int, Letter], ...] = ((0, "A"), (2, "B"), (4, "C"))
"""Most points off for a letter; beyond the last it is a D."""
AT_MOST_C = 3
"""Points of a difference that nothing can test, whatever else is good about it."""
NARROW, WIDE = 0.10, 0.30
"""Half an interval as a share of its value: up to here nothing off, up to here one point."""
COVERAGE = {"whole": 0, "sample": 1, "one server": 2, "scrape": 2, "not stated": 3}
WHO = {
    "peer-reviewed study": 0,
    "research paper": 0,
    "public body restating the survey": 1,
    "research collection": 1,
    "platform or organiser": 2,
    "news brief restating the survey": 3,
    "news or policy page quoting SAMHSA": 3,
    "press": 3,
    "agency": 5,
}
"""Points off for who says a cited figure; unlisted ones count as press."""
DESIGN = {"randomised": 0, "meta-analysis": 1, "series": 1, "ARIMA": 1, "classification": 1}
"""Points off for the first of these words in a study's design; two for any other design."""
LOOSE = {"modelled reach": 1, "follower-sum ceiling": 3}
COUNTED = later("Every known case was counted.")
UNTESTED = later("Whether the difference is more than chance can't be tested.")
Reason = tuple[int, str]


def grade(draft: Draft, today: dt.date) -> Grade:
    """The letter and every reason, those that cost nothing included."""
    # two series of one survey are weak for the same reason, which counts once
    found = (*_source(draft), *_width(draft), *_age(draft, today), *_quality(draft))
    reasons = dict.fromkeys(found)
    points = sum(point for point, _ in reasons)
    if draft.verdict == "untested" and not math.isnan(draft.quantity.value):
        points = max(points, AT_MOST_C)
    letter: Letter = next((letter for most, letter in LETTERS if points <= most), "D")
    return Grade(letter, tuple(text for _, text in reasons))


def _source(draft: Draft) -> Iterator[Reason]:
    for card in draft.cards:
        if isinstance(card, Indicator):
            yield from _statistic(card)
        else:
            yield from _reach(card)
    match draft.cited:
        case Fact(source_type=who):
            yield WHO.get(who, 3), say("Source: {who}.", who=term(who))
        case ReachFact(grade=who, rung=rung):
            yield WHO.get(who, 3), say("Source: {who}.", who=term(who))
            yield LOOSE.get(rung, 0), say("Rung: {rung}.", rung=say(rung))
        case StudyEffect(design=design):
            points = next((off for word, off in DESIGN.items() if word in design), 2)
            yield points, say("Study design: {design}.", design=design)


def _statistic(card: Indicator) -> Iterator[Reason]:
    words = {
        "counted": (0, say(COUNTED)),
        "survey": (0, say("People were asked in a survey.")),
        "modelled": (1, say("Modelled, not counted.")),
    }
    yield words[card.method]
    if predicates.few_answered(card):
        yield 1, say("Few of those invited answered.")


def _reach(card: ReachSeries) -> Iterator[Reason]:
    yield (
        COVERAGE[card.coverage_kind],
        say("What was counted: {kind}.", kind=say(card.coverage_kind)),
    )
    yield LOOSE.get(card.rung, 0), say("Rung: {rung}.", rung=say(card.rung))


def _width(draft: Draft) -> Iterator[Reason]:
    if isinstance(draft.cited, StudyEffect) and draft.cited.low is None:
        yield 1, say("No interval was read.")
    elif isinstance(draft.cited, Fact) and draft.cited.unit == "percent":
        yield 1, say("The source gives no interval.")
    if math.isnan(draft.width):
        if predicates.no_interval(draft, dt.date.max):
            yield 1, say("The source gives no interval.")
        return
    share = f"{draft.width * 100:.0f}"
    points = 0 if draft.width <= NARROW else 1 if draft.width <= WIDE else 2
    yield (
        points,
        say("The interval reaches {share} percent of the value to either side.", share=share),
    )


def _age(draft: Draft, today: dt.date) -> Iterator[Reason]:
    years = draft.years(today)
    if math.isnan(years):
        yield 1, say("Undated.")
        return
    if any(card.discontinued for card in draft.cards):
        yield 1, say("The source has stopped publishing the series.")
    elif not isinstance(draft.cited, StudyEffect):
        points = int(predicates.old(draft, today))
        yield points, _years(years)


def _years(years: float) -> str:
    if years < 1:
        return say("Less than a year old.")
    # the English form is one for all numbers, as it has been printed from the start
    return say_many("{count} years old.", "{count} years old.", round(years))


def _quality(draft: Draft) -> Iterator[Reason]:
    if "U" in draft.statuses:
        yield 2, say("Marked unreliable by the source.")
    if "P" in draft.statuses:
        yield 1, say("Provisional.")
    if predicates.estimated(draft, dt.date.max):
        yield 1, say("Worked out, not published as such.")
    if predicates.small_sample(draft, dt.date.max):
        yield 2, say("Rests on very few people.")
    if predicates.own_accord(draft, dt.date.max):
        yield 1, say("The people asked chose to take part themselves.")
    if draft.holes:
        yield 1, say("Some periods are missing.")
    if draft.verdict == "untested" and not math.isnan(draft.quantity.value):
        yield 1, say(UNTESTED)
