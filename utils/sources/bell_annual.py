"""Results of Bell Let's Talk Day by year, typed over from Bell's releases: one column a measure.

Two early years were worked out from the donation (5 cents an interaction). An empty cell is a
figure that nobody published or found: never zero. A row's address belongs to its headline;
measures printed elsewhere have their address on the card.
"""

from __future__ import annotations

import pandas as pd

from utils.model import ReachSeries
from utils.sources import tables

COLUMNS = ["year", "event_date", "source_url"]


def tidy(raw: bytes, card: ReachSeries) -> pd.DataFrame:
    """One measure, one row a year; the period is the day of the event itself.

    ``select``: `column`; `status` (a column) where the file says what was derived; `addresses`
    (year -> address) where the measure was printed elsewhere than the headline. Raises
    `ValueError` for an unknown status, or an address for a year without a figure.
    """
    select = card.data.select
    column, printed = select["column"], select.get("status", "")
    wanted = [*COLUMNS, column, *([printed] if printed else [])]
    frame = tables.read_csv(raw, wanted)
    value = tables.numbers(frame[column])
    day = tables.days(frame["event_date"], "%Y-%m-%d")
    if (day.dt.year.astype("str") != frame["year"]).any():
        raise ValueError("A day of the event lies outside its year.")
    return tables.no_repeats(
        tables.tidy_frame(
            place=card.place,
            group_by="all",
            group="all",
            start=day,
            end=day,
            value=value,
            status=_status(frame[printed]) if printed else "A",
            url=_address(frame, value, select.get("addresses", {})),
        )
    )


def _status(cells: pd.Series) -> pd.Series:
    """`E` for what was worked out from the donation, else `A`."""
    kinds = cells.str.partition(":")[0]
    return tables.mapped(kinds, {"reported": "A", "derived": "E", "": "A"}, "status")


def _address(frame: pd.DataFrame, value: pd.Series, addresses: dict[str, str]) -> pd.Series:
    without = sorted(set(addresses) - set(frame.loc[value.notna(), "year"]))
    if without:
        raise ValueError(f"An address, but no figure, for {', '.join(without)}.")
    elsewhere = frame["year"].isin(list(addresses))
    return frame["source_url"].mask(elsewhere, frame["year"].replace(addresses))
