"""NHS Talking Therapies by month, asked live: one CSV file a month at an address of its own.

A file's address can't be derived from its month, so every month stands on the source's card.
Its days are ISO since 2025 and day first before; `*` is suppressed and `-` not counted.
"""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd

from utils.model import Indicator
from utils.model.cards import Live
from utils.model.live import Found, Reply, Request
from utils.sources import replies as live_replies
from utils.sources import tables

COLUMNS = [
    "REPORTING_PERIOD_START",
    "REPORTING_PERIOD_END",
    "GROUP_TYPE",
    "ORG_CODE1",
    "ORG_CODE2",
    "MEASURE_ID",
    "MEASURE_NAME",
    "MEASURE_VALUE_SUPPRESSED",
]
LAYOUTS = ("%Y-%m-%d", "%d/%m/%Y")
GAPS = {"*": "Q", "-": "M"}


def requests(card: Indicator, live: Live) -> tuple[Request, ...]:
    """One question a month, the oldest first: `months` on the source's card, path by month."""
    months: dict[str, str] = live.ask["months"]
    return tuple(
        Request(live_replies.address(live.base, path, {}), "text/csv")
        for _, path in sorted(months.items())
    )


def following(pages: Sequence[Reply]) -> Request | None:
    """None: a month is one file."""
    return None


def read(replies: Sequence[Reply], card: Indicator, live: Live) -> Found:
    """England's figures of the `measure` (and its `id`, if given) in ``data.live``, by month.

    Raises `ValueError` that names the month for a file that lacks a column or the measure, has
    it twice, or is about another month than its address stands for.
    """
    months: dict[str, str] = live.ask["months"]
    ask = dict(card.data.live or {})
    pieces = []
    for month, reply in zip(sorted(months), replies, strict=True):
        try:
            pieces.append(_month(reply.body, month, ask))
        except ValueError as error:
            raise ValueError(f"{month}: {error}") from None
    rows = pd.concat(pieces, ignore_index=True)
    return Found(tables.no_repeats(rows), live_replies.modified(replies, "last-modified"))


def _month(raw: bytes, month: str, ask: dict[str, str]) -> pd.DataFrame:
    frame = tables.read_csv(raw, COLUMNS)
    if "England" not in set(frame["GROUP_TYPE"]):
        kinds = ", ".join(sorted(set(frame["GROUP_TYPE"]))[:10])
        raise ValueError(f"No row has GROUP_TYPE England; there are {kinds}.")
    found = frame[(frame["GROUP_TYPE"] == "England") & (frame["MEASURE_NAME"] == ask["measure"])]
    if len(found) != 1:
        raise ValueError(f"{len(found)} rows of England have MEASURE_NAME {ask['measure']}, not 1.")
    if "id" in ask and set(found["MEASURE_ID"]) != {ask["id"]}:
        raise ValueError(f"{ask['measure']} is now MEASURE_ID {found['MEASURE_ID'].iloc[0]}.")
    start = _days(found["REPORTING_PERIOD_START"])
    end = _days(found["REPORTING_PERIOD_END"])
    first, last = tables.months(pd.Series([month], dtype="str"))
    if start.iloc[0] != first.iloc[0] or end.iloc[0] != last.iloc[0]:
        raise ValueError(f"The file is about {start.iloc[0]:%Y-%m-%d} to {end.iloc[0]:%Y-%m-%d}.")
    printed = found["MEASURE_VALUE_SUPPRESSED"]
    return tables.tidy_frame(
        place="GB-ENG",
        group_by="all",
        group="all",
        start=start.to_list(),
        end=end.to_list(),
        value=tables.numbers(printed.replace(dict.fromkeys(GAPS, ""))).to_list(),
        status=printed.map(GAPS).fillna("A").to_list(),
    )


def _days(cells: pd.Series) -> pd.Series:
    """Days in one of the layouts that the files have had."""
    for layout in LAYOUTS:
        try:
            return tables.days(cells, layout)
        except ValueError:
            continue
    raise ValueError(f"Not a day in a layout that is known: {cells.iloc[0][:40]}.")
