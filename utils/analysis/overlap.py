"""Coverage first: when and where a statistic and a reach series are about the same thing."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import replace
from itertools import pairwise

from utils.analysis.grid import COVERED
from utils.analysis.select import SelectionError, periods
from utils.analysis.shared import Overlap, Relation, Span, when, where
from utils.analysis.timeline import PATIENCE
from utils.language import say
from utils.model import Card, Evidence, Place, ReachSeries
from utils.model.periods import frequency_days, length


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
    said = (*when(found, card, first, last), where(relation, here, there, places))
    return replace(found, sentences=said)


def place_of(evidence: Evidence) -> str:
    """The one place of some rows; raises `SelectionError` for none or several."""
    codes = evidence.rows.dropna(subset="value")["place"].unique()
    if len(codes) != 1:
        raise SelectionError(
            say("Choose one place; these rows have figures for {many}.", many=len(codes))
        )
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
