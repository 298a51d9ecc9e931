"""Headline figures typed over from printed releases: one row a figure, with its own address.

Years and quarters may stand in one file, and the same year in several states of revision.
"""

from __future__ import annotations

import pandas as pd

from utils.model import Indicator
from utils.sources import tables

PERIODS = {"P1Y": r"\d{4}", "P3M": r"\d{4}-Q[1-4]"}
STATUSES = {
    "final": "A",
    "revised": "P",
    "preliminary": "P",
    "as first released": "P",
    "provisional": "P",
}
"""In this order the first one wins where a figure was released more than once."""
SPLITS = {"All": "all", "Total": "all", "Female": "sex", "Male": "sex"}


def tidy(raw: bytes, card: Indicator) -> pd.DataFrame:
    """One measure at the card's frequency; one value for each place, sex and period.

    ``select``: `measure` as printed; `place` (code), or `area` (column) and `places`
    (as printed -> code). Rows of other measures and of the other length of period belong
    to other indicators. Raises `ValueError` for any other period, place, sex or status.
    """
    select = card.data.select
    frame = tables.read_csv(raw, ["sex", "measure", "value", "source_url"])
    frame = frame.rename(columns={"year": "period"})
    frame = frame[frame["measure"] == select["measure"]]
    strange = frame.loc[~frame["period"].str.fullmatch("|".join(PERIODS.values())), "period"]
    if not strange.empty:
        raise ValueError(f"Neither year nor quarter: {sorted(strange.unique())}.")
    frame = frame[frame["period"].str.fullmatch(PERIODS[card.frequency])]
    quarterly = card.frequency == "P3M"
    start, end = (tables.quarters if quarterly else tables.years)(frame["period"])
    split = tables.mapped(frame["sex"], SPLITS, "sex")
    printed = frame["status"] if "status" in frame else pd.Series("final", frame.index)
    rows = tables.tidy_frame(
        place=_places(frame, select),
        group_by=split,
        group=frame["sex"].where(split == "sex", "all"),
        start=start,
        end=end,
        value=tables.numbers(frame["value"]),
        status=tables.mapped(printed, STATUSES, "status"),
        url=frame["source_url"],
    )
    return tables.no_repeats(_best(rows, printed))


def _places(frame: pd.DataFrame, select: dict[str, object]) -> pd.Series:
    if "place" in select:
        return pd.Series(str(select["place"]), frame.index)
    places, area = select["places"], str(select["area"])
    assert isinstance(places, dict)
    return tables.mapped(frame[area], places, area)


def _best(rows: pd.DataFrame, printed: pd.Series) -> pd.DataFrame:
    """The most settled release of each figure; equals stay, to be found as repeats."""
    rank = printed.map({status: rank for rank, status in enumerate(STATUSES)})
    best = rank.groupby([rows[column] for column in ("place", "group", "start")]).transform("min")
    return rows[rank == best].reset_index(drop=True)
