"""The reach ladder: which figures may stand together, and why others may not (rule S22)."""

from __future__ import annotations

from typing import Protocol

from utils.analysis.comparable import Refusal as Refusal
from utils.language import later, say
from utils.model.reach import LADDER, Rung

MEANING: dict[Rung, str] = {
    "posts counted": later("Posts that were counted one by one. One person may post many times."),
    "accounts counted": later("Different accounts that posted. One person may have several."),
    "measured views": later(
        "Times something was shown or played, as measured by the platform. "
        "One person may view many times."
    ),
    "modelled reach": later("People reached, as estimated by a model or a survey."),
    "follower-sum ceiling": later(
        "The followers of everybody who posted, added up. The same people "
        "are counted again and again: a ceiling, never people reached."
    ),
    "interactions": later(
        "Clicks, calls, texts or likes. Doing something is not the same as being "
        "reached, and not the same as being helped."
    ),
    "contacts": later("Calls, chats and texts to a helpline."),
    "donations": later("Money."),
    "search index": later(
        "Searches on a scale from 0 to 100 of its own; a count can't be worked out."
    ),
    "page views": later("Times a page was opened."),
    "news share": later("Share of news articles."),
    "message share": later("What part of the posts said something of a kind."),
    "survey answer": later("What people said when asked."),
}


class OnARung(Protocol):
    """Anything that stands on a rung: a series or a single figure."""

    @property
    def rung(self) -> Rung:
        """What was counted."""

    @property
    def platform(self) -> str:
        """Where."""

    @property
    def unit(self) -> str:
        """In what."""


def refuse(one: OnARung, other: OnARung) -> Refusal | None:
    """Why two figures may not be added or share an axis; `None` when they may."""
    if one.rung != other.rung:
        apart = say(
            "“{one}” and “{other}” are different things.", one=say(one.rung), other=say(other.rung)
        )
        reason = f"{apart} {say(MEANING[one.rung])} {say(MEANING[other.rung])}"
    elif one.unit != other.unit:
        reason = say(
            "One is in {one}, the other in {other}.", one=say(one.unit), other=say(other.unit)
        )
    elif one.platform != other.platform:
        reason = say(
            "{one} and {other} count different people in different ways; many people are on both.",
            one=one.platform,
            other=other.platform,
        )
    elif one.rung == "search index":
        reason = say("Each search index has a scale of its own, so two can't be set side by side.")
    else:
        return None
    return Refusal("S22", reason, say("Show each by itself, with its own unit."))


def position(rung: Rung) -> int | None:
    """1 for the firmest rung to 5 for the loosest; `None` off the ladder."""
    return LADDER.index(rung) + 1 if rung in LADDER else None


def people(value: float, rung: Rung, population: float) -> tuple[float, float] | None:
    """The fewest and the most people that can stand behind a figure; `None` where none do.

    One person may have made every post or view, so the low end is one. Nobody is counted more
    than once by the high end only if everybody did it once, so it is the figure itself, and
    never more than there are people.
    """
    if rung not in LADDER and rung not in ("interactions", "contacts"):
        return None
    if value <= 0:
        return 0.0, 0.0
    return 1.0, min(value, population) if population > 0 else value


def beyond_everyone(value: float, rung: Rung, population: float) -> bool:
    """Whether a "reach" is larger than the population it could reach at most."""
    return rung in ("modelled reach", "follower-sum ceiling") and value > population > 0
