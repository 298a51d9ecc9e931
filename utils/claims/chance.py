"""Before and after, beside every other date, in plain sentences that say when and never why."""

from __future__ import annotations

import math

from utils.analysis.before_after import BeforeAfter
from utils.analysis.robustness import Strip
from utils.model import Card, periods, units

ASSUMED = (
    "What this assumes: the windows were fixed before anybody looked; every other date of the "
    "series is measured in the same way, though dates beside each other share most of their "
    "days. Whatever else happened in these windows is part of the difference."
)
"""What the comparison rests on, for the reader to see beside it."""


def before_after(found: BeforeAfter, card: Card) -> tuple[str, ...]:
    """Both levels, their difference with its interval, and how ordinary it is."""
    per = " a day" if found.measure == "rate per day" else ""
    before, after = (_level(value, card, per) for value in (found.before, found.after))
    old = periods.label(found.before_start, found.before_end)
    new = periods.label(found.after_start, found.after_end)
    said = [
        f"Before ({old}): {before}. After ({new}): {after}. {_difference(found, card)}",
        _ordinary(found),
    ]
    if found.season_removed:
        said.append("The usual level of each month of the year is taken out first.")
    if found.straddling is not None:
        when = periods.label(*found.straddling)
        said.append(f"The day lies inside {when}; that period is left out on both sides.")
    if found.touched:
        days = ", ".join(periods.label(day, day) for day in found.touched)
        said.append(f"Other campaign days lie in these windows as well: {days}.")
    return tuple(said)


def _level(value: float, card: Card, per: str) -> str:
    decimals = max(card.decimals, 1) if per else card.decimals
    return units.quantity(value, card.unit, decimals) + per


def _difference(found: BeforeAfter, card: Card) -> str:
    """The difference in points or units, or as a ratio, with its interval and what kind it is."""
    season = "With the usual season taken out, " if found.season_removed else ""
    if found.scale == "ratio":
        size = f"{season}after is {found.statistic:.2f} times before"
        bounds = f"{found.low:.2f} to {found.high:.2f}"
    else:
        points = units.difference(found.statistic, card.unit, card.decimals)
        size = f"{season}the difference is {points}"
        bounds = (
            "" if math.isnan(found.low) else units.interval(found.low, found.high, card.decimals)
        )
    size = size[0].upper() + size[1:]
    if found.interval == "none":
        return f"{size}; there are too few other dates for an interval."
    kind = (
        "from the survey's own intervals"
        if found.interval == "sampling error of the source"
        else "from how the series moves at other dates"
    )
    return f"{size} (95% interval {bounds}, {kind})."


def _ordinary(found: BeforeAfter) -> str:
    share = max(1, round(found.share * 100))
    count = len(found.placebo)
    verdict = (
        "That is larger than at most other dates."
        if found.unusual
        else "That is not unusual for this series."
    )
    return (
        f"A difference at least this far from the usual is found at about {share} in 100 of the "
        f"{count:,} other dates ({found.separate:,} windows fit side by side). {verdict}"
    )


def robust(found: Strip) -> tuple[str, ...]:
    """How many of the choices that were fixed in advance point the same way."""
    firm = (
        "The answer does not hang on how one asks."
        if found.firm
        else "So the answer hangs on how one asks: do not build on it."
    )
    return (found.sentence, firm)
