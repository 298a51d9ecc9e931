"""The table of caveats: when each holds, how much it weighs, and its sentence."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass

from utils.claims import caveat_words as words
from utils.claims import predicates as when
from utils.claims.draft import Draft
from utils.language import later, say

Sentence = str | Callable[[Draft, dt.date], str]


@dataclass(frozen=True)
class Rule:
    """When a caveat holds, and its sentence; lighter ones give way to heavier ones."""

    id: str
    weight: int
    holds: when.Test
    sentence: Sentence


RULES = (
    Rule("unreliable", 100, when.status("U"), later("The source marks this figure as unreliable.")),
    Rule("small-sample", 95, when.small_sample, later("It rests on very few people.")),
    Rule(
        "self-selected",
        94,
        when.own_accord,
        later("The people asked chose to take part themselves; others may be different."),
    ),
    Rule(
        "screening",
        90,
        when.statistic(lambda card: card.instrument_type == "screened positive"),
        later("A screening score is not a diagnosis."),
    ),
    Rule(
        "two-shares",
        89,
        lambda draft, today: draft.kind == "treatment-gap",
        later("Both are shares of everybody asked; the two groups can be different people."),
    ),
    Rule("rung", 88, when.on_a_rung, words.rung),
    Rule("study", 86, when.study, words.cited),
    Rule("holes", 84, lambda draft, today: draft.holes > 0, words.holes),
    Rule(
        "provisional", 80, when.status("P"), later("Provisional: the source may still revise it.")
    ),
    Rule(
        "modelled",
        78,
        when.statistic(lambda card: card.method == "modelled"),
        later("Modelled, not counted: a best estimate."),
    ),
    Rule(
        "estimated",
        77,
        when.estimated,
        later("Worked out from other figures, not published as such."),
    ),
    Rule(
        "part-of-whole",
        75,
        lambda draft, today: draft.within,
        later(
            "One place is part of the other, so they share people and the difference looks smaller."
        ),
    ),
    Rule(
        "wide-interval",
        74,
        when.wide,
        lambda draft, today: say(
            "The interval is wide: {share} percent of the figure to either side.",
            share=f"{draft.width * 100:.0f}",
        ),
    ),
    Rule(
        "no-interval",
        72,
        when.no_interval,
        later("The source gives no interval, so chance can't be judged."),
    ),
    Rule(
        "few-answered",
        70,
        when.statistic(when.few_answered),
        later("Few of those invited to this survey answered."),
    ),
    Rule(
        "break-nearby",
        68,
        lambda draft, today: (
            draft.kind not in ("gap", "rank") and when.near_break(draft) is not None
        ),
        words.nearest_break,
    ),
    Rule(
        "coverage",
        66,
        when.reach(lambda card: card.coverage_kind != "whole"),
        words.coverage,
    ),
    Rule(
        "self-reported",
        64,
        when.self_reported,
        later("Whoever runs it counted it; nobody else checked."),
    ),
    Rule(
        "second-hand",
        62,
        when.second_hand,
        later("Read in a report about the figure, not where it was counted."),
    ),
    Rule("fact", 60, when.qualified, words.cited),
    Rule(
        "count-without-rate",
        58,
        when.statistic(lambda card: card.unit in when.COUNTS),
        later("A count, not a rate: it follows how many people there are."),
    ),
    Rule(
        "age-standardised",
        57,
        when.statistic(lambda card: card.standardisation == "age-standardised"),
        later("Adjusted for age, to compare places and years: not the share of the people there."),
    ),
    Rule(
        "crude-rate",
        56,
        when.statistic(lambda card: card.unit == "per 100,000" and card.standardisation == "crude"),
        later("A crude rate: places and years with more older people are not made comparable."),
    ),
    Rule(
        "season",
        55,
        when.season,
        later(
            "The two periods lie in different parts of the year, and such figures follow the "
            "season."
        ),
    ),
    Rule(
        "places-not-people",
        54,
        when.between_places,
        later("Figures of places say nothing about any single person there."),
    ),
    Rule(
        "usual-level",
        53,
        lambda draft, today: draft.kind == "attention",
        later(
            "The interval is that of the usual level; the peak could have come out otherwise as "
            "well."
        ),
    ),
    Rule(
        "use-of-care",
        52,
        when.statistic(
            lambda card: card.aspect == "help" and card.instrument_type == "service contact"
        ),
        later(
            "Use of care follows access and cost as well as need: a high figure is neither good "
            "nor bad."
        ),
    ),
    Rule(
        "observed",
        50,
        when.observed,
        later("Observed, not tried out: an association is no proof of a cause."),
    ),
    Rule("old", 48, when.old, words.years),
    Rule(
        "ended",
        46,
        lambda draft, today: any(card.discontinued for card in draft.cards),
        later("The source has stopped publishing this series."),
    ),
)
"""The table of caveats: docs/claims.md lists it, and a test holds each against two claims."""
