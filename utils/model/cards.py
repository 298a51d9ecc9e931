"""Source and indicator cards: what is declared about data, never guessed from a name."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Any, ClassVar, Literal

from utils.model.collecting import Collect
from utils.model.strict import STRICT

Unit = Literal["percent", "per 100,000", "deaths", "days", "people", "referrals", "courses"]
Method = Literal["survey", "counted", "modelled"]
Standardisation = Literal["crude", "age-standardised", "none"]
Instrument = Literal[
    "diagnosed",
    "screened positive",
    "symptoms reported",
    "self-rated",
    "service contact",
    "death record",
    "attitude",
    "population count",
    "help reported",
    "treatment outcome",
]
Role = Literal["stigma", "education", "support", "empowerment"]
Aspect = Literal["need", "help", "denominator"]


@dataclass(frozen=True)
class Release:
    """One file of a source as we read it.

    ``file`` is its path inside the folder given to the import, ``vintage`` what the
    publisher calls this state of the data, ``copy`` the public copy that was read when it
    was not the publisher's own address, ``hand_copied`` whether figures were typed over
    from printed text.
    """

    __pydantic_config__: ClassVar[dict[str, Any]] = STRICT

    id: str
    file: str
    url: str
    vintage: str
    retrieved: dt.date
    copy: str = ""
    hand_copied: bool = False


@dataclass(frozen=True)
class Live:
    """How a source answers live: its address, the shape of its reply and what to ask.

    ``shape`` is a file in `utils/sources` that offers `requests` and `read`. ``ask`` holds what
    all series of the source share; a series adds its own in ``data.live``. ``credential`` names
    the environment variable that may hold a key and ``header`` the header that carries it.
    """

    __pydantic_config__: ClassVar[dict[str, Any]] = STRICT

    base: str
    shape: str
    ask: dict[str, Any]
    credential: str = ""
    header: str = ""


@dataclass(frozen=True)
class Source:
    """Who publishes: producer, licence and the citation that must travel with the rows."""

    __pydantic_config__: ClassVar[dict[str, Any]] = STRICT

    id: str
    title: str
    producer: str
    url: str
    licence: str
    licence_url: str
    redistributable: bool
    citation: str
    releases: tuple[Release, ...]
    short: str = ""
    live: Live | None = None
    collect: Collect | None = None

    @property
    def name(self) -> str:
        """The source in a few words, for the line under a chart."""
        return self.short or f"{self.producer}, {self.title}"


@dataclass(frozen=True)
class Break:
    """A date on which the figures stop being comparable, with the producer's reason.

    Periods that start on or after ``date`` may not be compared with periods that start
    before it. ``splits`` limits it to some values of ``group_by``; empty means all.
    """

    __pydantic_config__: ClassVar[dict[str, Any]] = STRICT

    date: dt.date
    label: str
    reason: str
    source: str
    splits: tuple[str, ...] = ()


@dataclass(frozen=True)
class DataSpec:
    """How the rows are read: reply shape, releases in order, and what to pick from them.

    ``live`` is what this series adds to the questions of its source; absent, it is not refreshed.
    ``source`` names that source where no release does: a series that was never a file has no
    ``releases``, its shape is that of the live reply, and it has no table until it is refreshed.
    The shape `collected` stands for the days that `collect` gathers: ``select`` then names the
    `source` and one of its `metric`s, and there are no releases.
    """

    __pydantic_config__: ClassVar[dict[str, Any]] = STRICT

    shape: str
    releases: tuple[str, ...]
    select: dict[str, Any]
    live: dict[str, Any] | None = None
    source: str = ""

    @property
    def only_live(self) -> bool:
        """Whether the rows come from a live reply alone, so that none are bundled."""
        return not self.releases and self.live is not None

    @property
    def collected(self) -> bool:
        """Whether the rows are gathered day by day, so that there may be none yet."""
        return self.shape == "collected"

    @property
    def gathered(self) -> bool:
        """Whether no rows are bundled: they are fetched or collected where the app runs."""
        return self.only_live or self.collected


@dataclass(frozen=True)
class Indicator:
    """What is measured, of whom, how, and what it may be compared with.

    ``frequency`` is an ISO 8601 duration (``P1Y``, ``P1M``, ``P2W``) or ``irregular``.
    ``people`` and ``finding`` complete the sentence "About 1 in 5 <people> <finding>".
    ``lower_is_better`` is absent where neither direction is good in itself.
    """

    __pydantic_config__: ClassVar[dict[str, Any]] = STRICT

    id: str
    title: str
    plain_title: str
    question: str
    topic: str
    aspect: Aspect
    role: Role
    unit: Unit
    decimals: int
    people: str
    finding: str
    definition: str
    instrument: str
    instrument_type: Instrument
    recall: str
    population: str
    missed: str
    method: Method
    standardisation: Standardisation
    frequency: str
    data: DataSpec
    lower_is_better: bool | None = None
    rankable: bool = True
    about_suicide: bool = False
    discontinued: bool = False
    breaks: tuple[Break, ...] = ()
    caveats: tuple[str, ...] = ()
    related: tuple[str, ...] = ()
    benchmark: str = ""
    headline: bool = False
    default_places: tuple[str, ...] = ()
    interval_name: str = "95% interval"

    @property
    def counted(self) -> bool:
        """Whether every event was counted, so that no sampling error applies."""
        return self.method == "counted"
