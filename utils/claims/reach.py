"""What we can say about a campaign: the rung, the size, how fast it faded, how ordinary it was.

Nothing here says that anything happened because of a campaign.
"""

from __future__ import annotations

import math
from collections.abc import Sequence

import pandas as pd

from utils.analysis.attention import Attention, Window, per_100k
from utils.analysis.ladder import MEANING, beyond_everyone, position
from utils.analysis.placebo import Placebo, in_words
from utils.model import Evidence, ReachFact, ReachSeries, limits, periods, units

GRADES = (
    "peer-reviewed study",
    "platform or organiser",
    "research collection",
    "press",
    "agency",
)
"""Who is believed first."""
QUALIFIERS = {"exact": "", "estimate": "an estimated", "approx": "about"}


def attention(
    name: str,
    card: ReachSeries,
    found: Attention,
    placebo: Placebo | None,
    window: Window,
    population: float = 0,
) -> tuple[str, ...]:
    """The event against the usual level, the fading, and how often chance does as much.

    ``population`` of the place lets the peak be said per 100,000 people; 0 leaves it out.
    """
    peak = units.quantity(found.peak, card.unit, card.decimals)
    usual = units.quantity(found.baseline, card.unit, card.decimals)
    day = periods.label(found.peak_day, found.peak_day)
    when = f"on {day}" if window.step == 1 else f"in the week from {day}"
    said = [
        f"{card.plain_title}: {peak} {when}, around {name}, {found.ratio:.1f} times the usual "
        f"{usual} (95% interval {found.ratio_low:.1f} to {found.ratio_high:.1f})."
    ]
    if placebo is not None:
        said.append(f"A rise this large happens on {in_words(placebo, window)}.")
    said += _faded(card, found, window)
    if population:
        rate = units.number(per_100k(found.peak, population), 1)
        said.append(f"The peak is {rate} for every 100,000 people there.")
    said.append(rung(card))
    return tuple(said)


def _faded(card: ReachSeries, found: Attention, window: Window) -> list[str]:
    """How fast a rise went, and how much it came to."""
    said = []
    if not math.isnan(found.half_days):
        text = f"Half of the rise was gone after {_days(found.half_days)}"
        if found.back_days > found.half_days:
            text += f"; after {_days(found.back_days)} it was back where it usually is"
        said.append(f"{text}.")
    if card.additive and found.excess > 0:
        excess = units.quantity(found.excess, card.unit, card.decimals)
        opening = "On the day" if window.step == 1 else "In that week"
        said.append(
            f"{opening} and in the {window.after} {window.noun}s after it, {excess} more than "
            "usual came together."
        )
    return said


def rung(card: ReachSeries) -> str:
    """Where a series stands on the ladder, and what that means."""
    where = "On the reach ladder" if position(card.rung) else "Off the reach ladder"
    return f"{where}: {card.rung}. {MEANING[card.rung]}"


def _days(days: float) -> str:
    return "1 day" if days == 1 else f"{days:.0f} days"


def whole(evidence: Evidence, card: ReachSeries) -> tuple[str, ...]:
    """The last and the largest figure of a series that has no ordinary days to compare with.

    Where figures are withheld, one of them may be later or larger than any that is shown.
    """
    known = evidence.rows.dropna(subset="value").sort_values("start")
    hidden = withheld(evidence)
    if known.empty:
        return hidden or ("There are no figures for this choice.",)
    last, top = known.iloc[-1], known.iloc[known["value"].argmax()]
    if known["group"].nunique() > 1:
        return (f"{card.plain_title}: the largest is {_at(top, card)}, {top['group']}.",)
    can = "that can be shown" if hidden else "there is"
    said = [f"{card.plain_title}: {_at(last, card)}, the last figure {can}."]
    if top["value"] > last["value"]:
        largest = "The largest that can be shown" if hidden else "The largest"
        said.append(f"{largest} is {_at(top, card)}.")
    return (*said, *hidden, rung(card))


def withheld(evidence: Evidence) -> tuple[str, ...]:
    """How many figures are kept back for being about too few; empty when none is."""
    number = int((evidence.rows["status"] == "Q").sum())
    if not number:
        return ()
    figures = "1 figure is" if number == 1 else f"{number:,} figures are"
    few = limits.SMALLEST_COUNT
    return (f"{figures} withheld: a count below {few}, or about fewer than {few} posts.",)


def _at(row: pd.Series, card: ReachSeries) -> str:
    size = units.quantity(row["value"], card.unit, card.decimals)
    status = {"E": " (worked out, not published)", "P": " (provisional)"}.get(row["status"], "")
    on = "on" if row["start"] == row["end"] else "in"
    return f"{size}{status} {on} {periods.label(row['start'], row['end'])}"


def fact(one: ReachFact) -> str:
    """A cited figure with its qualifier, rung, publisher and grade."""
    word = QUALIFIERS.get(one.qualifier, one.qualifier)
    size = f"{word} {units.quantity(one.value, one.unit, decimals(one))}".strip()
    when = periods.label(one.start, one.end) if one.start and one.end else "undated"
    said_by = one.publisher if one.grade in one.publisher else f"{one.publisher} ({one.grade})"
    return f"{size}: {one.metric}, {one.platform}, {when}. {said_by}."


def decimals(one: ReachFact) -> int:
    """Digits behind the point of a cited figure: none where it is whole, cents for money."""
    if one.value == int(one.value):
        return 0
    return 2 if one.rung == "donations" else 1


def warning(one: ReachFact, everyone: float) -> str:
    """What a "reach" above the population really is; empty for all others."""
    if not beyond_everyone(one.value, one.rung, everyone):
        return ""
    return (
        f"That is more than the {units.number(everyone, 0)} people alive: followers counted again "
        "and again, not people reached."
    )


def facts_first(title: str, facts: Sequence[ReachFact]) -> tuple[str, ...]:
    """The best-graded figure of a campaign that has no series, on its firmest rung."""
    if not facts:
        return ("No figure about its reach was found in a source that can be cited.",)
    best = min(facts, key=lambda one: (GRADES.index(one.grade), position(one.rung) or 9))
    return (f"{title}: {fact(best)}", MEANING[best.rung])
