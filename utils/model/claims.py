"""A claim: one line of text, and everything that follows from it and can be recomputed."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Literal

from utils.model.evidence import Evidence

Kind = Literal[
    "level",
    "change",
    "gap",
    "rank",
    "one-in",
    "peak",
    "lowest",
    "treatment-gap",
    "reach",
    "attention",
    "together",
    "effect",
    "fact",
]
Picture = Literal["line", "bars", "icons", "ranking", "panels", "interval", "number"]
"""How a claim is best shown; `number` is the figure itself, large, for what has no rows."""
Letter = Literal["A", "B", "C", "D"]


@dataclass(frozen=True)
class Quantity:
    """The number of a claim in its unit, with bounds where the source gives them.

    ``value`` is exact, as the source or our documented arithmetic gives it; ``text`` is how it
    is printed everywhere ("21.4%"), ``interval`` the printed bounds ("20.7 to 22.2") or empty.
    ``low`` and ``high`` are nan without an interval. ``of`` says what a difference is taken of
    ("Women minus men"), and is empty where the number stands for itself.
    """

    value: float
    low: float
    high: float
    unit: str
    decimals: int
    text: str
    interval: str
    of: str = ""

    @property
    def said(self) -> str:
        """The printed number, with what it is a difference of where it is one."""
        return f"{self.of}: {self.text}" if self.of else self.text


@dataclass(frozen=True)
class Sentences:
    """The claim in words: a headline, one written and one spoken sentence, and plain words.

    ``short`` is at most some 90 characters, for a slide or a post; ``written`` holds value,
    interval, people, place, period; ``spoken`` can be read aloud as it stands; ``plain`` is the
    natural frequency with the percent kept, or empty where the unit has none.
    """

    short: str
    written: str
    spoken: str
    plain: str


@dataclass(frozen=True)
class Caveat:
    """A reservation that holds for this claim: the id of its predicate, and the sentence."""

    id: str
    text: str


@dataclass(frozen=True)
class Challenge:
    """What a hostile listener would say, and a short honest answer."""

    question: str
    answer: str


@dataclass(frozen=True)
class Robustness:
    """The same question under choices that were fixed before: how many point the same way."""

    same: int
    choices: int
    sentence: str


@dataclass(frozen=True)
class Grade:
    """How strong the evidence is, `A` to `D`, never without the reasons."""

    letter: Letter
    reasons: tuple[str, ...]


@dataclass(frozen=True)
class Citation:
    """The producer's citation as text, and its parts for reference managers."""

    id: str
    text: str
    title: str
    producer: str
    url: str
    licence: str
    licence_url: str
    retrieved: dt.date | None
    redistributable: bool


@dataclass(frozen=True, eq=False)
class Claim:
    """A talking point. ``spec`` alone, with a snapshot, gives all the rest again.

    ``evidence`` holds exactly the rows that the number was made from (`None` for a cited fact or
    a published effect, which have a citation and no rows here); ``drawn`` holds the rows of its
    picture, which show the number in its surroundings. ``place`` is the code whose helpline
    belongs beside it. ``statuses`` are SDMX statuses of the rows used, other than `A`.
    """

    spec: str
    kind: Kind
    title: str
    series: str
    place: str
    period: str
    quantity: Quantity
    sentences: Sentences
    evidence: Evidence | None
    drawn: Evidence | None
    picture: Picture
    caveats: tuple[Caveat, ...]
    challenge: Challenge
    robustness: Robustness | None
    grade: Grade
    citations: tuple[Citation, ...]
    statuses: tuple[str, ...]
    about_suicide: bool
    hopeful: bool
    """Whether it speaks of help, treatment or recovery, which a burden claim needs beside it."""

    @property
    def source_line(self) -> str:
        """`Source: …` for the foot of a slide, a picture or a post."""
        return "Source: " + "; ".join(one.text.rstrip(".") for one in self.citations) + "."


@dataclass(frozen=True)
class Refused:
    """A claim that may not be made: the rule, the reason, what to do, the nearest honest spec.

    ``nearest`` is a spec that can be made, or empty where there is none.
    """

    spec: str
    rule: str
    reason: str
    instead: str
    nearest: str = ""
