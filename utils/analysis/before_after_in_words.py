"""Before and after in sentences: what the windows hold, how unusual it is, what was done to it."""

from __future__ import annotations

import math

from utils.analysis.before_after import LEAST_DATES, BeforeAfter
from utils.analysis.timeline import LEAST_YEARS
from utils.language.units import between
from utils.model import Card, units
from utils.model.periods import label

MIDDLE = {"just before": "before it", "a year before": "at the same time a year before"}


def sentences(found: BeforeAfter, card: Card) -> tuple[str, ...]:
    """The answer: both levels, their difference with its interval, and the verdict."""
    return (_levels(found, card), _difference(found, card), _verdict(found))


def _levels(found: BeforeAfter, card: Card) -> str:
    day = label(found.event, found.event)
    after, before = (_level(value, found, card) for value in (found.after, found.before))
    return (
        f"{card.plain_title}: {after} in the {found.plan.periods} {found.noun} from {day} on "
        f"({label(found.after_start, found.after_end)}), {before} in the {found.plan.periods} "
        f"{MIDDLE[found.plan.baseline]} ({label(found.before_start, found.before_end)})."
    )


def _level(value: float, found: BeforeAfter, card: Card) -> str:
    decimals = max(1, card.decimals)
    if found.measure == "rate per day":
        return f"{units.quantity(value, card.unit, decimals)} a day"
    return f"a mean of {units.quantity(value, card.unit, decimals)}"


def _difference(found: BeforeAfter, card: Card) -> str:
    with_season = "With the season taken out the" if found.season_removed else "The"
    size = _size(found.statistic, found, card)
    if math.isnan(found.low):
        return f"{with_season} difference is {size}; there is too little to give an interval."
    ends = between(_size(found.low, found, card), _size(found.high, found, card))
    return f"{with_season} difference is {size} (95% interval {ends}; {found.interval})."


def _size(value: float, found: BeforeAfter, card: Card) -> str:
    if found.scale == "ratio":
        return units.difference(100 * (value - 1), "%", 1).replace(" %", "%")
    return units.difference(value, card.unit, max(1, card.decimals))


def _verdict(found: BeforeAfter) -> str:
    others = len(found.placebo)
    as_far = round(found.share * (1 + others)) - 1
    return (
        f"That is {found.verdict}: at {as_far:,} of {others:,} other dates the difference is at "
        "least as far from the usual one."
    )


def notes(found: BeforeAfter) -> tuple[str, ...]:
    """How it was worked out and what it can't tell; every sentence holds for this answer."""
    said = [
        "Counts are set per day: periods differ in length."
        if found.measure == "rate per day"
        else "Each window is the mean of its periods."
    ]
    if found.straddling:
        said.append(
            f"The event lies inside {label(*found.straddling)}, which belongs to neither side."
        )
    said.append(_season(found))
    said.append(
        f"Other dates next to each other share most of their days; about {found.separate} pairs "
        f"of windows fit side by side. At least {LEAST_DATES} other dates are asked for."
    )
    if found.touched:
        days = ", ".join(label(day, day) for day in found.touched)
        said.append(f"Another event lies inside these windows: {days}.")
    said.append("Other things happened at the same time, so this does not say why.")
    return tuple(said)


def _season(found: BeforeAfter) -> str:
    if found.season_removed:
        return (
            "The usual level of each calendar month is taken out, and with it whatever comes back "
            "every year at this time, a yearly campaign included."
        )
    if found.plan.baseline == "a year before":
        return "The same time of the year is compared, so there is no season to take out."
    if found.plan.season:
        return (
            f"The season is left in: not every calendar month was seen in {LEAST_YEARS} years, or "
            "the periods are years."
        )
    return "The season is left in."
