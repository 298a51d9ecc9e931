"""Before and after in sentences: what the windows hold, how unusual it is, what was done to it."""

from __future__ import annotations

import math

from utils.analysis.before_after import LEAST_DATES, BeforeAfter
from utils.analysis.timeline import LEAST_YEARS, counted
from utils.language import later, say, units, verbatim
from utils.language.periods import label
from utils.model import Card

VERDICTS = (later("larger than at most other dates"), later("not unusual"))
"""What `BeforeAfter.verdict` may be; a test compares."""
INTERVALS = (later("sampling error of the source"), later("movement at other dates"))
"""What an interval may rest on, but for `none`."""


def sentences(found: BeforeAfter, card: Card) -> tuple[str, ...]:
    """The answer: both levels, their difference with its interval, and the verdict."""
    return (_levels(found, card), _difference(found, card), _verdict(found))


def _levels(found: BeforeAfter, card: Card) -> str:
    values = {
        "title": verbatim(card.plain_title),
        "after": _level(found.after, found, card),
        "before": _level(found.before, found, card),
        "periods": counted(found.plan.periods, found.noun),
        "day": label(found.event, found.event),
        "when": label(found.after_start, found.after_end),
        "earlier": label(found.before_start, found.before_end),
    }
    if found.plan.baseline == "a year before":
        return say(
            "{title}: {after} in the {periods} from {day} on ({when}), {before} in the {periods} "
            "at the same time a year before ({earlier}).",
            **values,
        )
    return say(
        "{title}: {after} in the {periods} from {day} on ({when}), {before} in the {periods} "
        "before it ({earlier}).",
        **values,
    )


def _level(value: float, found: BeforeAfter, card: Card) -> str:
    size = units.quantity(value, card.unit, max(1, card.decimals))
    if found.measure == "rate per day":
        return say("{size} a day", size=size)
    return say("a mean of {size}", size=size)


def _difference(found: BeforeAfter, card: Card) -> str:
    size = _size(found.statistic, found, card)
    told = say("The difference is {size}", size=size)
    if found.season_removed:
        told = say("With the season taken out the difference is {size}", size=size)
    if math.isnan(found.low):
        return told + say("; there is too little to give an interval.")
    ends = units.between(_size(found.low, found, card), _size(found.high, found, card))
    return told + say(" (95% interval {ends}; {kind}).", ends=ends, kind=say(found.interval))


def _size(value: float, found: BeforeAfter, card: Card) -> str:
    if found.scale == "ratio":
        return units.signed(100 * (value - 1), "percent", 1)
    return units.difference(value, card.unit, max(1, card.decimals))


def _verdict(found: BeforeAfter) -> str:
    others = len(found.placebo)
    as_far = round(found.share * (1 + others)) - 1
    return say(
        "That is {verdict}: at {as_far} of {others} other dates the difference is at least as far "
        "from the usual one.",
        verdict=say(found.verdict),
        as_far=units.number(as_far, 0),
        others=units.number(others, 0),
    )


def notes(found: BeforeAfter) -> tuple[str, ...]:
    """How it was worked out and what it can't tell; every sentence holds for this answer."""
    said = [
        say("Counts are set per day: periods differ in length.")
        if found.measure == "rate per day"
        else say("Each window is the mean of its periods.")
    ]
    if found.straddling:
        inside = label(*found.straddling)
        said.append(
            say("The event lies inside {period}, which belongs to neither side.", period=inside)
        )
    said.append(_season(found))
    said.append(
        say(
            "Other dates next to each other share most of their days; about {pairs} pairs of "
            "windows fit side by side. At least {least} other dates are asked for.",
            pairs=found.separate,
            least=LEAST_DATES,
        )
    )
    if found.touched:
        days = ", ".join(label(day, day) for day in found.touched)
        said.append(say("Another event lies inside these windows: {days}.", days=days))
    said.append(say("Other things happened at the same time, so this does not say why."))
    return tuple(said)


def _season(found: BeforeAfter) -> str:
    if found.season_removed:
        return say(
            "The usual level of each calendar month is taken out, and with it whatever comes back "
            "every year at this time, a yearly campaign included."
        )
    if found.plan.baseline == "a year before":
        return say("The same time of the year is compared, so there is no season to take out.")
    if found.plan.season:
        return say(
            "The season is left in: not every calendar month was seen in {years} years, or the "
            "periods are years.",
            years=LEAST_YEARS,
        )
    return say("The season is left in.")
