"""What a statistic offers to choose from, found once for each split of a series."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from utils.analysis import select
from utils.figures import map as maps
from utils.model import Evidence, Indicator
from utils.ui import load
from utils.ui.kept import kept
from utils.ui.view import KINDS
from utils.views import default

KEPT = 256
"""Splits kept at once; the least recently used one goes first."""


@dataclass(frozen=True, eq=False)
class Offer:
    """One split of a series: its rows, and every place, group, period and kind of view in it.

    ``places`` are codes in the order of their English names, ``spans`` the first and last day of
    each period, ``groups`` printed labels.
    """

    part: Evidence
    places: tuple[str, ...]
    groups: tuple[str, ...]
    spans: tuple[tuple[dt.date, dt.date], ...]
    kinds: tuple[str, ...]


def splits(card: Indicator) -> tuple[str, ...]:
    """The ways in which a series can be split, `all` first."""
    return _splits((card.id, load.stamp(card.id)))


@kept(load.MOST_SERIES)
def _splits(key: tuple[str, str]) -> tuple[str, ...]:
    return tuple(select.splits(load.evidence(key[0])))


def offer(card: Indicator, split: str) -> Offer:
    """What one split of a series holds; raises `select.SelectionError` for an unknown one."""
    return _offer((card.id, split, load.stamp(card.id)), card)


@kept(KEPT)
def _offer(key: tuple[str, str, str], card: Indicator) -> Offer:
    part, known = select.split(load.evidence(card.id), key[1]), load.places()
    codes, groups = part.rows["place"].unique(), part.rows["group"].unique()
    kinds = [kind for kind in KINDS if kind != "map" or maps.covers(part)]
    if not card.rankable or len(codes) <= 2:
        kinds.remove("ranking")
    return Offer(
        part,
        tuple(default.named(codes, known)),
        tuple(groups),
        tuple(select.periods(part)),
        tuple(kinds),
    )
