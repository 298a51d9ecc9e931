"""Evidence as lines: one per place and group, named as briefly as the choice allows."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import pandas as pd

from utils.language import groups
from utils.language.places import name
from utils.model import Evidence, Place


@dataclass(frozen=True, eq=False)
class Line:
    """The rows of one place and group in order of time, and what to call them."""

    place: str
    group: str
    label: str
    rows: pd.DataFrame


def lines(evidence: Evidence, places: Mapping[str, Place]) -> list[Line]:
    """One line per place and group, in the order of the rows."""
    rows = evidence.rows
    pairs = list(dict.fromkeys(zip(rows["place"], rows["group"], strict=True)))
    several_places = len({place for place, _ in pairs}) > 1
    several_groups = len({group for _, group in pairs}) > 1
    return [
        Line(
            place,
            group,
            _label(places[place], group, several_places, several_groups),
            frame.sort_values("start", kind="stable", ignore_index=True),
        )
        for (place, group), frame in _frames(rows, pairs)
    ]


def _frames(
    rows: pd.DataFrame, pairs: list[tuple[str, str]]
) -> list[tuple[tuple[str, str], pd.DataFrame]]:
    grouped = rows.groupby(["place", "group"], sort=False)
    return [(pair, grouped.get_group(pair)) for pair in pairs]


def _label(place: Place, group: str, several_places: bool, several_groups: bool) -> str:
    where = name(place)
    if group == "all":
        return where
    return f"{where}, {groups.name(group)}" if several_places else groups.name(group)
