"""What a reader chose on the side-by-side page, and the rows and events that follow from it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

import pandas as pd

from utils.analysis import aggregate, calendar, select
from utils.language import places
from utils.model import Campaign, Card, Evidence, Indicator, ReachSeries
from utils.ui import campaign_view, load

MOST_PANELS = 3
"""Reach series below one statistic: more no longer fit a shared screen."""
MOST_ELSEWHERE = 4
"""Other places in which the same question is asked."""
MOST_PARTS = 40
"""Parts of one series that are offered, in the order of its table."""
PART = "~"
"""Between a reach series and its part in an address."""
COUNTS = ("deaths", "people", "posts", "accounts", "interactions", "referrals", "courses")


@dataclass(frozen=True)
class Measure:
    """A reach series, or one part of it such as a hashtag or an article."""

    card: ReachSeries
    part: str

    @property
    def id(self) -> str:
        """As it stands in the address."""
        return self.card.id if self.part == "all" else f"{self.card.id}{PART}{self.part}"

    @property
    def title(self) -> str:
        """As it is called on the page."""
        name = self.card.plain_title
        return name if self.part == "all" else f"{name}: {self.part}"


@dataclass(frozen=True)
class Pairing:
    """Choices of the page; ``event`` is `None` where no campaign has a day in the time shown."""

    card: Indicator
    place: str
    split: str
    group: str
    campaigns: tuple[Campaign, ...]
    measures: tuple[Measure, ...]
    first: dt.date
    last: dt.date
    rate: bool
    event: dt.date | None

    @property
    def key(self) -> tuple[str, ...]:
        """Names the choice and the figures behind it, for what is kept between runs."""
        ids = [*(one.id for one in self.campaigns), *(one.id for one in self.measures)]
        days = (self.first, self.last, self.event)
        chosen = (self.card.id, self.place, self.split, self.group, *ids, *map(str, days))
        return (*chosen, str(self.rate), load.snapshot_id())


def measures_of(campaign: Campaign) -> dict[str, Measure]:
    """The series of one campaign and their parts, by id."""
    known = load.reach()
    found = [
        Measure(known[use.id], part)
        for use in campaign.series
        for part in campaign_view.groups(campaign, known[use.id])
    ]
    return {one.id: one for one in found}


def measures(campaigns: Sequence[Campaign]) -> dict[str, Measure]:
    """Everything that can stand below a statistic, the chosen campaigns' series first."""
    found = {id: one for c in campaigns for id, one in measures_of(c).items()}
    for card in load.reach().values():
        for part in load.parts(card.id)[:MOST_PARTS]:
            found.setdefault(Measure(card, part).id, Measure(card, part))
    return found


def covered(day: dt.date, *pieces: Evidence) -> bool:
    """Whether every piece has a figure for a period that holds the day."""
    at = pd.Timestamp(day)
    return all(
        bool(((rows["start"] <= at) & (rows["end"] >= at)).any())
        for rows in (piece.rows.dropna(subset="value") for piece in pieces)
    )


def need(pairing: Pairing) -> Evidence:
    """The statistic's rows of one place and group, whole and as published."""
    evidence = select.split(load.evidence(pairing.card.id), pairing.split)
    return select.places(select.groups(evidence, [pairing.group]), [pairing.place])


def reach(measure: Measure) -> Evidence:
    """The rows of a measure; sums by month where days are too sparse to be drawn one by one."""
    evidence = campaign_view.line(measure.card, measure.part)
    sparse = measure.card.frequency == "P1D" and not aggregate.dense(evidence)
    return aggregate.monthly(evidence) if sparse and measure.card.additive else evidence


def span(*pieces: Evidence) -> tuple[dt.date, dt.date]:
    """First and last day on which any of the pieces has a figure."""
    known = [piece.rows.dropna(subset="value") for piece in pieces]
    starts = min(rows["start"].min() for rows in known if len(rows))
    ends = max(rows["end"].max() for rows in known if len(rows))
    return starts.date(), ends.date()


def shared_years(need: Evidence, reached: Sequence[Evidence]) -> tuple[int, int] | None:
    """First and last year in which the statistic and one of the others both have a figure."""
    years = _years(need)
    both = set().union(*(_years(one) & years for one in reached)) if reached else set()
    return (min(both), max(both)) if both else None


def _years(evidence: Evidence) -> set[int]:
    rows = evidence.rows.dropna(subset="value")
    found: set[int] = set()
    for start, end in zip(rows["start"].dt.year, rows["end"].dt.year, strict=True):
        found.update(range(start, end + 1))
    return found


def spans(campaign: Campaign, first: dt.date, last: dt.date) -> list[calendar.Span]:
    """Every time a campaign was on between two days, by announced date or rule.

    A rule is not followed back beyond the first date that is known.
    """
    found = {day: calendar.Span(day, day, "known") for day in campaign.dates}
    if campaign.event:
        event = load.calendar()[campaign.event]
        since = min((day.year for day in campaign.dates), default=first.year)
        years = range(max(first.year, since), last.year + 1)
        found |= {one.start: one for year in years if (one := calendar.span(event, year))}
    return [found[day] for day in sorted(found) if first <= day <= last]


def days(campaigns: Sequence[Campaign]) -> list[dt.date]:
    """First day of every time that one of the campaigns was on, in all years."""
    always = dt.date(1990, 1, 1), dt.date(2040, 12, 31)
    return [one.start for campaign in campaigns for one in spans(campaign, *always)]


def elsewhere(card: Card, evidence: Evidence) -> dict[str, Evidence]:
    """The same figures of other places, those that the card names first."""
    everything, own = load.evidence(card.id), evidence.rows.iloc[0]
    rows = everything.rows
    mine = rows[(rows["group_by"] == own["group_by"]) & (rows["group"] == own["group"])]
    wished = getattr(card, "default_places", ())
    codes = list(dict.fromkeys([*wished, *mine["place"]]))
    others = [code for code in codes if code != own["place"] and (mine["place"] == code).any()]
    known = load.places()
    return {
        places.spoken(known[code]): everything.with_rows(mine[mine["place"] == code])
        for code in others[:MOST_ELSEWHERE]
    }
