"""How many people there are, by the bundled population series."""

from __future__ import annotations

from utils.ui import load
from utils.ui.kept import kept


def everyone() -> float:
    """How many people there are, by the last figure of the bundled population series."""
    return _everyone(load.stamp("population"))


@kept(2)
def _everyone(stamp: str) -> float:
    rows = load.evidence("population").rows
    return float(rows[rows["place"] == "WLD"].sort_values("start")["value"].iloc[-1])


def population(place: str, year: int) -> float:
    """People in a country in a year by the bundled series; 0 where it has no figure."""
    rows = load.evidence("population").rows
    mine = rows[(rows["place"] == place) & (rows["start"].dt.year == year)]
    return float(mine["value"].iloc[0]) if len(mine) and place != "WLD" else 0.0
