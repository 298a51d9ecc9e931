"""Counts as evidence: tidy rows by day, each with an origin that names server and month."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Sequence
from typing import Any

import pandas as pd
from sqlalchemy import Connection, Row, select

from utils import catalog
from utils.model import COLUMNS, Evidence, Origin, ReachSeries, Release, Source, hashtags
from utils.store.collected.tables import COUNTS

GIVEN = ["place", "group_by", "group", "start", "end", "value", "status"]
"""Columns whose text, as CSV, an origin's sha256 is of."""


def days(connection: Connection, card: ReachSeries, today: dt.date) -> Sequence[Row[Any]]:
    """The stored days of a series. A day that is not over is not given out: it would look low."""
    mine = card.data.select
    order = [COUNTS.c.server, COUNTS.c.tag, COUNTS.c.day]
    asked = select(COUNTS).where(
        COUNTS.c.source == mine["source"],
        COUNTS.c.metric == mine["metric"],
        COUNTS.c.day < today,
    )
    return connection.execute(asked.order_by(*order)).all()


def evidence(found: Sequence[Row[Any]], card: ReachSeries, today: dt.date) -> Evidence | None:
    """Rows and origins. Hashtags without a single value are left out.

    A whole day is `A`. A day seen in part is `P` while it can still be completed; after that its
    number would pass for a whole day's, so it is left open, as a gap is: `M`.
    """
    source = catalog.source(card.data.select["source"])
    assert source.collect is not None
    oldest = today - dt.timedelta(days=source.collect.look_back)
    spelled = {hashtags.key(tag): tag for one in _campaigns() for tag in one.hashtags}
    rows = pd.DataFrame([_row(one, card, oldest, spelled, source) for one in found])
    if rows.empty:
        return None
    rows = rows[rows.groupby("group")["value"].transform("count") > 0]
    if rows.empty:
        return None
    origins = tuple(
        _origin(str(id), part, source) for id, part in rows.groupby("origin", sort=True)
    )
    return Evidence(rows[list(COLUMNS)].reset_index(drop=True), origins)


def _campaigns() -> Sequence[Any]:
    return [*catalog.campaigns().values()][::-1]  # of two spellings the first card's stays


def _row(
    one: Row[Any], card: ReachSeries, oldest: dt.date, spelled: dict[str, str], source: Source
) -> dict[str, Any]:
    late = one.day < oldest and not one.whole
    value = None if late or one.value is None else float(one.value)
    day = pd.Timestamp(one.day).as_unit("us")
    return {
        "series": card.id,
        "place": card.place,
        "group_by": "hashtag",
        "group": hashtags.label(spelled.get(one.tag, one.tag), one.server),
        "start": day,
        "end": day,
        "value": float("nan") if value is None else value,
        "low": float("nan"),
        "high": float("nan"),
        "status": "M" if value is None else "A" if one.whole else "P",
        "origin": f"{source.id}-{one.server}-{one.day:%Y-%m}",
        "server": one.server,
        "read": one.read,
    }


def _origin(id: str, rows: pd.DataFrame, source: Source) -> Origin:
    """The rows of one server and month. Their release keeps its name when others are added, so
    that a claim on a month that is over is not taken for superseded."""
    read: dt.date = rows["read"].max().date()
    url = f"https://{rows['server'].iloc[0]}/"
    text = rows[GIVEN].to_csv(index=False, lineterminator="\n", date_format="%Y-%m-%d")
    digest = hashlib.sha256(text.encode()).hexdigest()
    vintage = f"collected day by day, {rows['start'].iloc[0]:%B %Y}"
    return Origin(id, source, Release(id, "", url, vintage, read), url, read, digest, len(rows))
