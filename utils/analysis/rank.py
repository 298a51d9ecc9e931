"""Ranking of places in one period: dots with intervals and a range of ranks, ties grouped."""

from __future__ import annotations

import pandas as pd

from utils.model import Evidence


def ranking(evidence: Evidence) -> pd.DataFrame:
    """The rows of one period from highest to lowest, with `rank_low` and `rank_high`.

    A place's rank lies between 1 + the places whose whole interval is above its own, and
    the number of places less those whose whole interval is below it (Klein, Wright and
    Wieczorek, J R Stat Soc A 2020;183:589-606, without their joint correction). Where the
    source gives no intervals there is no rank: both columns are missing (rule S19).
    """
    rows = evidence.rows.dropna(subset="value")
    rows = rows.sort_values(["value", "place"], ascending=[False, True], ignore_index=True)
    bounded = rows["low"].notna() & rows["high"].notna()
    if not bounded.all():
        return rows.assign(rank_low=float("nan"), rank_high=float("nan"))
    low, high = rows["low"].to_numpy(), rows["high"].to_numpy()
    above = [(low > top).sum() for top in high]
    below = [(high < bottom).sum() for bottom in low]
    return rows.assign(
        rank_low=[1 + int(number) for number in above],
        rank_high=[len(rows) - int(number) for number in below],
    )


def quantiles(values: pd.Series, classes: int) -> list[float]:
    """Upper bounds of classes with about equal numbers of places, for a map's colours.

    Fewer bounds come back than asked for when many places share a value.
    """
    known = values.dropna()
    if known.empty:
        return []
    edges = known.quantile([step / classes for step in range(1, classes + 1)])
    return sorted(set(edges.tolist()))
