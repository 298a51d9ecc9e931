"""The reasonable ways to ask what came after a day, fixed before any series was looked at."""

from __future__ import annotations

from dataclasses import dataclass, replace

from utils.analysis import windows
from utils.analysis.windows import Plan
from utils.language import later
from utils.model import Card

WEEK_OF_DAYS = 7
"""First days that are left out of a daily series; of all others it is one period."""


@dataclass(frozen=True)
class Choice:
    """One reasonable way to ask; ``times`` is the length of window beside the usual one."""

    id: str
    words: str
    times: float = 1.0
    year_before: bool = False
    season: bool = True
    without_largest: bool = False
    without_first: bool = False


CHOICES = (
    Choice("usual", later("the usual window")),
    Choice("half", later("a window half as long"), 0.5),
    Choice("double", later("a window twice as long"), 2.0),
    Choice("with-season", later("the usual window with the season left in"), season=False),
    Choice("half-with-season", later("half the window, season left in"), 0.5, season=False),
    Choice("double-with-season", later("twice the window, season left in"), 2.0, season=False),
    Choice("without-largest", later("without the largest period"), without_largest=True),
    Choice("without-first", later("without the first days after it"), without_first=True),
    Choice(
        "double-without-largest",
        later("twice the window, without the largest period"),
        2.0,
        without_largest=True,
    ),
    Choice("year-before", later("beside the same time a year before"), year_before=True),
    Choice(
        "half-year-before", later("half the window, beside a year before"), 0.5, year_before=True
    ),
    Choice(
        "double-year-before", later("twice the window, beside a year before"), 2.0, year_before=True
    ),
)
"""Fixed before any series was looked at. Whoever changes them changes every strip at once."""


def plan(choice: Choice, card: Card) -> Plan:
    """A choice in periods of one series."""
    usual = windows.usual(card)
    skip = WEEK_OF_DAYS if card.frequency == "P1D" else 1
    return replace(
        usual,
        periods=max(1, round(usual.periods * choice.times)),
        baseline="a year before" if choice.year_before else "just before",
        # the same months a year before have the same season, so there is none to take out
        season=choice.season and not choice.year_before,
        without_largest=choice.without_largest,
        skip=skip if choice.without_first else 0,
    )
