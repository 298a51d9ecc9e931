"""Counts by month with a column that says whether they are final: one place, one column.

Two data sets may lie in one file; the card then names the address of each.
"""

from __future__ import annotations

import pandas as pd

from utils.model import Indicator
from utils.sources import tables

STATUSES = {"final": "A", "provisional": "P"}


def tidy(raw: bytes, card: Indicator) -> pd.DataFrame:
    """Counts by month; other count columns of the file belong to other indicators.

    ``select``: `count` (column), `place` (code), and where the file names them
    `jurisdiction` (the one area that may stand there) and `addresses` (data set as printed
    in `source_dataset` -> address). Raises `ValueError` for an unknown area, status or set.
    """
    select = card.data.select
    frame = tables.read_csv(raw, ["month", select["count"], "status"])
    if "jurisdiction" in frame:
        tables.mapped(frame["jurisdiction"], {select["jurisdiction"]: ""}, "jurisdiction")
    start, end = tables.months(frame["month"])
    columns = {
        "place": select["place"],
        "group_by": "all",
        "group": "all",
        "start": start,
        "end": end,
        "value": tables.numbers(frame[select["count"]]),
        "status": tables.mapped(frame["status"], STATUSES, "status"),
    }
    if "source_dataset" in frame:
        sets = frame["source_dataset"]
        columns["url"] = tables.mapped(sets, select["addresses"], "source_dataset")
    return tables.no_repeats(tables.tidy_frame(**columns))
