"""Coverage first: when and where a statistic and a reach series are about the same thing."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Literal

from utils.analysis.grid import COVERED
from utils.analysis.select import SelectionError, periods
from utils.analysis.timeline import PATIENCE
from utils.model import Card, Evidence, Place, ReachSeries
from utils.model.periods import frequency_days, label, length

Span = tuple[dt.date, dt.date]
Relation = Literal["same", "statistic inside", "reach inside", "no country", "apart"]
PERIODS = {"P1D": "days", "P1W": "weeks", "P1M": "months", "P3M": "quarters", "P1Y": "years"}


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


def overlap(
    statistic: Evidence,
    card: Card,
    reach: Evidence,
    reach_card: ReachSeries,
    places: Mapping[str, Place],
) -> Overlap:
    """Compares time and place of two pieces of evidence, each of one place.

    Rows without a value cover nothing. Raises `SelectionError` when a piece has no value or more
    than one place.
    """
    here, there = place_of(statistic), place_of(reach)
    mine, theirs = periods(statistic), periods(reach)
    first, last = _span(mine), _span(theirs)
    start, end = max(first[0], last[0]), min(first[1], last[1])
    shared = (start, end) if start <= end else None
    holes = _gaps(theirs, reach_card)
    inside = sum(_covered(one, shared, holes) for one in mine)
    relation = related(here, there, places)
    found = Overlap(
        shared,
        inside,
        len(mine),
        _outside(first, shared),
        _outside(last, shared),
        _gaps(mine, card),
        holes,
        relation,
        (),
    )
    said = (*_when(found, card, first, last), _where(relation, here, there, places))
    return replace(found, sentences=said)


def place_of(evidence: Evidence) -> str:
    """The one place of some rows; raises `SelectionError` for none or several."""
    codes = evidence.rows.dropna(subset="value")["place"].unique()
    if len(codes) != 1:
        raise SelectionError(f"Choose one place; these rows have figures for {len(codes)}.")
    return str(codes[0])


def related(here: str, there: str, places: Mapping[str, Place]) -> Relation:
    """How the statistic's place lies to the reach series' place, by the parents of places.

    A reach series whose place is the world follows a language or a platform, which is no place.
    """
    if there == "WLD":
        return "no country"
    if here == there:
        return "same"
    if there in _above(here, places):
        return "statistic inside"
    return "reach inside" if here == "WLD" or here in _above(there, places) else "apart"


def _above(code: str, places: Mapping[str, Place]) -> list[str]:
    found: list[str] = []
    while code in places and places[code].parent and places[code].parent not in found:
        code = places[code].parent
        found.append(code)
    return found


def _span(pairs: list[Span]) -> Span:
    return pairs[0][0], max(end for _, end in pairs)


def _gaps(pairs: list[Span], card: Card) -> tuple[Span, ...]:
    """Holes between periods that are longer than the rhythm of the series explains."""
    step, day, found = frequency_days(card.frequency), dt.timedelta(days=1), []
    for (before, end), (after, _) in pairwise(pairs):
        if step and (after - before).days > PATIENCE * step and after - end > day:
            found.append((end + day, after - day))
    return tuple(found)


def _covered(period: Span, shared: Span | None, holes: tuple[Span, ...]) -> bool:
    if shared is None or period[0] < shared[0] or period[1] > shared[1]:
        return False
    open_days = sum(
        max(0, (min(period[1], end) - max(period[0], start)).days + 1) for start, end in holes
    )
    return open_days <= (1 - COVERED) * length(*period)


def _outside(whole: Span, shared: Span | None) -> tuple[Span, ...]:
    if shared is None:
        return (whole,)
    day = dt.timedelta(days=1)
    ends = ((whole[0], shared[0] - day), (shared[1] + day, whole[1]))
    return tuple(pair for pair in ends if pair[0] <= pair[1])


def _when(found: Overlap, card: Card, first: Span, last: Span) -> tuple[str, ...]:
    if found.shared is None:
        return (
            f"The two share no time: the statistic covers {label(*first)}, the reach series "
            f"{label(*last)}. Nothing can be said about them together.",
        )
    noun = PERIODS.get(card.frequency, "periods")
    share = f"{found.in_shared:,} of the {found.periods:,} {noun}"
    said = [f"The two overlap from {_day(found.shared[0])} to {_day(found.shared[1])}: {share}."]
    said += [_alone(span, found.shared, "no reach is counted") for span in found.statistic_alone]
    said += [_alone(span, found.shared, "there is no statistic") for span in found.reach_alone]
    if found.reach_gaps:
        count = len(found.reach_gaps)
        said.append(f"The reach series has {count:,} gap{'s' if count > 1 else ''} of its own.")
    if found.statistic_gaps:
        count = len(found.statistic_gaps)
        said.append(f"The statistic has {count:,} gap{'s' if count > 1 else ''} of its own.")
    return tuple(said)


def _alone(span: Span, shared: Span, what: str) -> str:
    when = "Before that" if span[1] < shared[0] else "After that"
    return f"{when}, from {_day(span[0])} to {_day(span[1])}, {what}."


def _day(day: dt.date) -> str:
    return label(day, day)


def _where(relation: Relation, here: str, there: str, places: Mapping[str, Place]) -> str:
    mine, theirs = places[here].spoken, places[there].spoken
    match relation:
        case "same":
            return f"Both are about {mine}."
        case "statistic inside":
            return (
                f"The campaign is counted for the whole of {theirs}, the statistic is about {mine}."
            )
        case "reach inside":
            return f"The campaign is counted for {theirs} only, the statistic is about {mine}."
        case "no country":
            return (
                "The reach series follows a language or a platform, not a country; the statistic "
                f"is about {mine}."
            )
        case _:
            return f"The campaign is counted in {theirs}, the statistic is about {mine}."
