"""How old a series is, judged by its own frequency."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Literal
from weakref import WeakKeyDictionary

from utils.analysis.select import periods
from utils.language.periods import label
from utils.model import Card, Evidence
from utils.model.periods import frequency_days

FRESH_PERIODS = 2
"""A series is fresh until its last period ended this many periods ago."""
AGEING_PERIODS = 4
"""It is ageing until this many, old after that."""
YEAR = 365.25
FRESH_YEARS, AGEING_YEARS = 3, 6
"""However rare a survey is, its figures are not fresh or ageing beyond these."""

_NEWEST: WeakKeyDictionary[Evidence, tuple[dt.date, dt.date]] = WeakKeyDictionary()

Badge = Literal["fresh", "ageing", "old", "ended"]


@dataclass(frozen=True)
class Age:
    """The badge of a series and the last period it rests on, as printed."""

    badge: Badge
    last: str
    days: int


def age(evidence: Evidence, card: Card, today: dt.date) -> Age:
    """Age of the newest figure; it is at least as late as the day when it was retrieved, so
    that a clock in the past can't make it fresh."""
    start, end = _newest(evidence)
    today = max(today, *(origin.retrieved for origin in evidence.origins))
    return Age(badge(card, end, today), label(start, end), max(0, (today - end).days))


def _newest(evidence: Evidence) -> tuple[dt.date, dt.date]:
    """The last period with a value; looked for once in rows that never change."""
    if evidence not in _NEWEST:
        _NEWEST[evidence] = periods(evidence)[-1]
    return _NEWEST[evidence]


def badge(card: Card, end: dt.date, today: dt.date) -> Badge:
    """What a figure whose period ended on a day is called, by the frequency of its series."""
    if card.discontinued:
        return "ended"
    days = (today - end).days
    step = frequency_days(card.frequency) or YEAR
    if days <= min(FRESH_PERIODS * step, FRESH_YEARS * YEAR):
        return "fresh"
    if days <= min(AGEING_PERIODS * step, AGEING_YEARS * YEAR):
        return "ageing"
    return "old"
