"""Campaigns and their reach: what was counted, on which rung of evidence, and by whom."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Any, ClassVar, Literal

from utils.model.cards import Break, DataSpec, Indicator, Role
from utils.model.strict import STRICT

Rung = Literal[
    "posts counted",
    "accounts counted",
    "measured views",
    "modelled reach",
    "follower-sum ceiling",
    "interactions",
    "contacts",
    "donations",
    "search index",
    "page views",
    "news share",
    "message share",
    "survey answer",
]
LADDER: tuple[Rung, ...] = (
    "posts counted",
    "accounts counted",
    "measured views",
    "modelled reach",
    "follower-sum ceiling",
)
"""From the firmest rung to the loosest. Everything else in `Rung` stands off the ladder."""
Grade = Literal[
    "peer-reviewed study", "platform or organiser", "research collection", "press", "agency"
]
"""Who says it, in order of trust."""
CoverageKind = Literal["whole", "sample", "one server", "scrape", "not stated"]


@dataclass(frozen=True)
class ReachSeries:
    """One series of attention: what is counted, how completely, and what it may not be used for.

    ``additive`` says whether values of different periods may be summed (counts may, an index
    may not). ``place`` is a place code, `WLD` where the series follows a language or a platform
    and not a country. ``day`` says whose days these are.
    """

    __pydantic_config__: ClassVar[dict[str, Any]] = STRICT

    id: str
    title: str
    plain_title: str
    platform: str
    rung: Rung
    unit: str
    decimals: int
    formula: str
    coverage: str
    coverage_kind: CoverageKind
    what: str
    missed: str
    day: str
    place: str
    frequency: str
    additive: bool
    data: DataSpec
    hashtags: tuple[str, ...] = ()
    about_suicide: bool = False
    discontinued: bool = False
    breaks: tuple[Break, ...] = ()
    caveats: tuple[str, ...] = ()
    default_groups: tuple[str, ...] = ()

    @property
    def definition(self) -> str:
        """What a value is, in one sentence."""
        return self.formula

    @property
    def topic(self) -> str:
        """Under which heading the series is listed beside the statistics."""
        return "Reach and attention"

    @property
    def aspect(self) -> Literal["reach"]:
        """Reach has a colour of its own, so that it is never taken for need."""
        return "reach"


Card = Indicator | ReachSeries
"""What a chart, a table and a file can be made of: need or reach."""


@dataclass(frozen=True)
class SeriesUse:
    """A reach series as one campaign uses it: all of it, or only some groups."""

    __pydantic_config__: ClassVar[dict[str, Any]] = STRICT

    id: str
    groups: tuple[str, ...] = ()


@dataclass(frozen=True)
class Campaign:
    """A campaign: who runs it, when, where, for which of the four roles, and what is known.

    ``event`` is the id of its row in `data/calendar.csv`, empty for a campaign without a day.
    ``not_shown`` says what the figures of this campaign do not show, in plain words.
    """

    __pydantic_config__: ClassVar[dict[str, Any]] = STRICT

    id: str
    title: str
    organiser: str
    about: str
    hashtags: tuple[str, ...]
    region: str
    roles: tuple[Role, ...]
    url: str
    not_shown: tuple[str, ...]
    event: str = ""
    dates: tuple[dt.date, ...] = ()
    series: tuple[SeriesUse, ...] = ()
    facts: tuple[str, ...] = ()
    studies: tuple[str, ...] = ()
    indicators: tuple[str, ...] = ()
    about_suicide: bool = False


@dataclass(frozen=True)
class ReachFact:
    """One cited figure about a campaign, with its qualifier ("over") and who says it.

    ``start`` and ``end`` are absent where the page that gives the figure gives no date.
    """

    id: str
    campaign: str
    hashtag: str
    platform: str
    metric: str
    rung: Rung
    unit: str
    value: float
    qualifier: str
    start: dt.date | None
    end: dt.date | None
    geography: str
    publisher: str
    grade: Grade
    source: str
    url: str
    note: str


@dataclass(frozen=True)
class StudyEffect:
    """One published effect; ``estimate`` is absent where a study reports finding none."""

    id: str
    study: str
    year: int
    exposure: str
    country: str
    period: str
    design: str
    outcome: str
    estimate: float | None
    unit: str
    low: float | None
    high: float | None
    p_value: str
    direction: str
    url: str
    doi: str
    caveat: str


@dataclass(frozen=True)
class AwarenessEvent:
    """A row of the calendar: an awareness day, week or month and the rule for its dates."""

    id: str
    name: str
    kind: str
    region: str
    hashtags: str
    rule: str
    rule_text: str
    known_dates: str
    url: str
    confidence: str
    note: str
