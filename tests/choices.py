"""Views of the statistics page: a sample that meets every kind of choice, or nearly all."""

from __future__ import annotations

import datetime as dt
import itertools
from collections.abc import Iterator

from utils.analysis import comparable, select
from utils.figures import map as maps
from utils.model import Evidence, Indicator
from utils.ui.view import View

PAGES = list(itertools.product(("trend", "table"), (False, True), (False, True)))
"""Kind, whether changes are shown, whether something lies beside: the corners of a choice."""
MOST_GROUPS = 7
"""One more than lines that fit into one panel."""


def sample(card: Indicator, everything: Evidence) -> Iterator[View]:
    """One corner of every split, and wide views of some; the series together meet them all."""
    turn = sum(map(ord, card.id))
    for position, split in enumerate(select.splits(everything)):
        part = select.split(everything, split)
        corner = PAGES[(turn + 3 * position) % len(PAGES)]
        size = 1 if position % 2 else 3
        found = list(_corner(card, part, split, *corner, bases=1, sizes=(size,), late=True))
        if not found:  # nothing that could lie beside
            found = list(_corner(card, part, split, *corner[:2], False, 1, (size,), late=True))
        yield found[turn % len(found)]
        if position % 3 == 0:
            wide = list(_wide(card, part, split, sizes=(3,), most=1))
            yield from wide if position == 0 else wide[turn % 2 :][:1]


def every(card: Indicator, everything: Evidence) -> Iterator[View]:
    """Every split, kind and benchmark, one to twelve places, several bases of a change."""
    for split in select.splits(everything):
        part = select.split(everything, split)
        for corner in PAGES:
            sizes = (3,) if corner[1] else (1, 12)
            yield from _corner(card, part, split, *corner, bases=2, sizes=sizes)
        yield from _wide(card, part, split, sizes=(3,), most=3)


def _corner(
    card: Indicator,
    part: Evidence,
    split: str,
    kind: str,
    changed: bool,
    compared: bool,
    bases: int,
    sizes: tuple[int, ...],
    late: bool = False,
) -> Iterator[View]:
    spans = select.periods(part)
    spans = spans[len(spans) // 2 :] if late and len(spans) > 30 else spans
    days = _bases(card, split, [start for start, _ in spans], bases) if changed else [None]
    others = benchmarks(card, part) if compared else [""]
    last = max(end for _, end in spans)
    for size, since, beside in itertools.product(sizes, days, others):
        groups = _groups(part, MOST_GROUPS if size == 1 else 2)
        yield View(
            card, _places(card, part, size), split, groups, spans[0][0], last, since, beside, kind
        )


def _wide(
    card: Indicator, part: Evidence, split: str, sizes: tuple[int, ...], most: int
) -> Iterator[View]:
    """Maps and rankings, where the page offers them."""
    spans = select.periods(part)
    kinds = ["map"] if maps.covers(part) else []
    if card.rankable and part.rows["place"].nunique() > 2:
        kinds.append("ranking")
    for kind, size in itertools.product(kinds, sizes):
        for group in _groups(part, most):
            last = max(end for _, end in spans)
            places = _places(card, part, size)
            yield View(card, places, split, (group,), spans[0][0], last, None, "", kind)


def benchmarks(card: Indicator, part: Evidence) -> list[str]:
    """What the page offers to lay beside the chosen places."""
    codes = set(part.rows["place"])
    found = [code for code in dict.fromkeys((card.benchmark, "WLD")) if code in codes]
    return found + ([select.MEDIAN] if card.rankable and len(codes) > 3 else [])


def _places(card: Indicator, part: Evidence, size: int) -> tuple[str, ...]:
    codes = list(dict.fromkeys(part.rows["place"]))
    first = [card.benchmark] if card.benchmark in codes else codes[:1]
    others = [code for code in codes if code not in first]
    return (*first, *others[:: max(1, len(others) // size)][: size - 1])


def _groups(part: Evidence, most: int) -> tuple[str, ...]:
    return tuple(dict.fromkeys(part.rows["group"]))[:most]


def _bases(card: Indicator, split: str, days: list[dt.date], most: int) -> list[dt.date]:
    """Bases of a change: one in the middle, or also the ends and the days beside breaks."""
    wanted = [days[len(days) // 2]]
    for one in comparable.breaks(card, split):
        wanted += [day for day in days if day >= one.date][:1]
    return list(dict.fromkeys([*wanted, days[0], days[-1]]))[:most]
