"""When a caveat holds: one small test each, on what a claim was drafted from."""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Callable

from utils.analysis import comparable
from utils.claims.draft import Draft
from utils.model import Break, Fact, Indicator, ReachFact, ReachSeries, StudyEffect
from utils.model.periods import frequency_days

Test = Callable[[Draft, dt.date], bool]
WIDE = 0.15
"""An interval is called wide when half of it is more than this share of the value."""
NEAR_DAYS = 730
"""A break is near when it lies at most this far from a period spoken of."""
FEW_ANSWERED = "few of those invited answered"
"""What a card says of a survey in which most people did not answer."""
FEW_PEOPLE = "very few people"
OWN_ACCORD = "joined of their own accord"
COUNTS = ("deaths", "referrals", "courses")
YEAR_DAYS, SEASON_DAYS = 365, 31
OLD_YEARS = 6
"""From here on a figure of a series that has ended, or a cited one, is old."""


def status(wanted: str) -> Test:
    """A row used has this status."""
    return lambda draft, today: wanted in draft.statuses


def statistic(test: Callable[[Indicator], bool]) -> Test:
    """The card of the statistic spoken of passes a test."""
    return lambda draft, today: draft.statistic is not None and test(draft.statistic)


def reach(test: Callable[[ReachSeries], bool]) -> Test:
    """The card of the reach series spoken of passes a test."""
    return lambda draft, today: draft.reach is not None and test(draft.reach)


def few_answered(card: Indicator) -> bool:
    """Most of the people who were asked did not answer, by what the card says."""
    return FEW_ANSWERED in " ".join((card.missed, *card.caveats))


def near_break(draft: Draft) -> Break | None:
    """The break nearest to a row used, if it is at most two years away."""
    found: list[tuple[int, Break]] = []
    for card in draft.cards:
        rows = draft.rows_of(card)
        if not rows:
            continue
        days = [row["start"].date() for row in (rows[0], rows[-1])]
        found += [
            (min(abs((day - one.date).days) for day in days), one)
            for one in comparable.breaks(card, rows[0]["group_by"])
        ]
    apart, nearest = min(found, key=lambda pair: pair[0], default=(NEAR_DAYS + 1, None))
    return nearest if apart <= NEAR_DAYS else None


def estimated(draft: Draft, today: dt.date) -> bool:
    """A figure was worked out by the source or by us, in a series that is not modelled."""
    modelled = draft.statistic is not None and draft.statistic.method == "modelled"
    return "E" in draft.statuses and not modelled


def wide(draft: Draft, today: dt.date) -> bool:
    """The interval of a value is wide for its size."""
    return draft.width > WIDE


def no_interval(draft: Draft, today: dt.date) -> bool:
    """A survey whose source gives no interval."""
    card = draft.statistic
    if card is None or card.method != "survey":
        return False
    return any(math.isnan(row["low"]) for row in draft.rows_of(card))


def old(draft: Draft, today: dt.date) -> bool:
    """The newest row used is old for a series of its frequency."""
    # a series that has ended is judged by its years, like one of facts: six are old
    badge = draft.badge(today)
    if badge in (None, "ended"):
        return draft.years(today) > OLD_YEARS
    return badge == "old"


def season(draft: Draft, today: dt.date) -> bool:
    """A change between different parts of the year, in a series of weeks, months or quarters."""
    step = frequency_days(draft.cards[0].frequency) if draft.cards else 0
    if draft.kind != "change" or not 0 < step < YEAR_DAYS - SEASON_DAYS:
        return False
    days = [row["start"].day_of_year for row in draft.rows]
    apart = abs(int(days[0]) - int(days[-1]))
    return min(apart, YEAR_DAYS - apart) > SEASON_DAYS


def small_sample(draft: Draft, today: dt.date) -> bool:
    """A cited figure that its source says rests on very few people."""
    return isinstance(draft.cited, Fact) and FEW_PEOPLE in draft.cited.qualifier


def own_accord(draft: Draft, today: dt.date) -> bool:
    """A study of people who chose themselves to take part."""
    return isinstance(draft.cited, StudyEffect) and OWN_ACCORD in draft.cited.caveat


def observed(draft: Draft, today: dt.date) -> bool:
    """A study that watched and did not try out."""
    return isinstance(draft.cited, StudyEffect) and "randomised" not in draft.cited.design


def study(draft: Draft, today: dt.date) -> bool:
    """A study with a reservation of its own in the table."""
    return isinstance(draft.cited, StudyEffect) and bool(draft.cited.caveat)


def qualified(draft: Draft, today: dt.date) -> bool:
    """A cited figure whose table says what to bear in mind."""
    return isinstance(draft.cited, Fact) and bool(draft.cited.qualifier)


def self_reported(draft: Draft, today: dt.date) -> bool:
    """A figure about a campaign that comes from whoever runs it."""
    cited = draft.cited
    return isinstance(cited, ReachFact) and (
        cited.grade == "platform or organiser" or "self-reported" in cited.publisher
    )


def second_hand(draft: Draft, today: dt.date) -> bool:
    """A figure read in the news or from an agency, and not where it was counted."""
    match draft.cited:
        case ReachFact(grade=grade):
            return grade in ("press", "agency")
        case Fact(source_type=kind):
            return "news" in kind
        case _:
            return False


def on_a_rung(draft: Draft, today: dt.date) -> bool:
    """Something that stands on a rung of reach."""
    return draft.reach is not None or isinstance(draft.cited, ReachFact)


def between_places(draft: Draft, today: dt.date) -> bool:
    """Places are set beside each other."""
    return draft.kind in ("rank", "gap") and len({row["place"] for row in draft.rows}) > 1
