"""What two series share in time and place, and how that is said."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from utils.language import later, say, say_many, units
from utils.language.periods import label
from utils.language.places import spoken
from utils.model import Card, Place

Span = tuple[dt.date, dt.date]
Relation = Literal["same", "statistic inside", "reach inside", "no country", "apart"]
PERIODS = {
    "P1D": later("days"),
    "P1W": later("weeks"),
    "P1M": later("months"),
    "P3M": later("quarters"),
    "P1Y": later("years"),
}


@dataclass(frozen=True)
class Overlap:
    """What two series share. Spans are first and last day, both included.

    ``shared`` is absent when they share no day; ``in_shared`` of the ``periods`` of the
    statistic lie wholly inside the shared span, with at most a quarter of their days in gaps of
    the reach series.
    ``statistic_alone`` and ``reach_alone`` are spans outside the shared one that only one of
    them covers; the gaps are holes inside each. ``relation`` says how the places lie to each
    other, for the two places of the rows. ``sentences`` say it all, time first, then place.
    """

    shared: Span | None
    in_shared: int
    periods: int
    statistic_alone: tuple[Span, ...]
    reach_alone: tuple[Span, ...]
    statistic_gaps: tuple[Span, ...]
    reach_gaps: tuple[Span, ...]
    relation: Relation
    sentences: tuple[str, ...]


def when(found: Overlap, card: Card, first: Span, last: Span) -> tuple[str, ...]:
    """How much time two series share, and what each covers alone."""
    if found.shared is None:
        return (
            say(
                "The two share no time: the statistic covers {one}, the reach series {other}. "
                "Nothing can be said about them together.",
                one=label(*first),
                other=label(*last),
            ),
        )
    said = [
        say(
            "The two overlap from {first} to {last}: {some} of the {all} {periods}.",
            first=_day(found.shared[0]),
            last=_day(found.shared[1]),
            some=units.number(found.in_shared, 0),
            all=units.number(found.periods, 0),
            periods=say(PERIODS.get(card.frequency, later("periods"))),
        )
    ]
    none, no = say("no reach is counted"), say("there is no statistic")
    said += [_alone(span, found.shared, none) for span in found.statistic_alone]
    said += [_alone(span, found.shared, no) for span in found.reach_alone]
    return (*said, *_gaps_told(found))


def _gaps_told(found: Overlap) -> Iterator[str]:
    if many := len(found.reach_gaps):
        yield say_many(
            "The reach series has {count} gap of its own.",
            "The reach series has {count} gaps of its own.",
            many,
        )
    if many := len(found.statistic_gaps):
        yield say_many(
            "The statistic has {count} gap of its own.",
            "The statistic has {count} gaps of its own.",
            many,
        )


def _alone(span: Span, shared: Span, what: str) -> str:
    ends = {"first": _day(span[0]), "last": _day(span[1]), "what": what}
    if span[1] < shared[0]:
        return say("Before that, from {first} to {last}, {what}.", **ends)
    return say("After that, from {first} to {last}, {what}.", **ends)


def _day(day: dt.date) -> str:
    return label(day, day)


def where(relation: Relation, here: str, there: str, places: Mapping[str, Place]) -> str:
    """How the places of two series lie to each other."""
    mine, theirs = spoken(places[here]), spoken(places[there])
    match relation:
        case "same":
            return say("Both are about {mine}.", mine=mine)
        case "statistic inside":
            return say(
                "The campaign is counted for the whole of {theirs}, the statistic is about {mine}.",
                theirs=theirs,
                mine=mine,
            )
        case "reach inside":
            return say(
                "The campaign is counted for {theirs} only, the statistic is about {mine}.",
                theirs=theirs,
                mine=mine,
            )
        case "no country":
            return say(
                "The reach series follows a language or a platform, not a country; the statistic "
                "is about {mine}.",
                mine=mine,
            )
        case _:
            return say(
                "The campaign is counted in {theirs}, the statistic is about {mine}.",
                theirs=theirs,
                mine=mine,
            )
