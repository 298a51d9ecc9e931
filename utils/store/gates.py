"""Gates between a reply and the app: what changed too much for a machine to wave through."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

import numpy as np
import pandas as pd

from utils.model.evidence import KEY

ROWS_KEPT = 0.95
NULLS_MORE = 0.05
WHOLE_SHIFT = 1.5
"""All values taken together may not become this many times larger or smaller."""
PLACE_SHIFT = 2.0
FEWEST = 3
"""Values that a place must share with its past before its shift is judged."""
SKEW = dt.timedelta(days=1)
NAMED = 6


@dataclass(frozen=True)
class Objection:
    """One gate that stayed shut: its name and what a person should look at."""

    gate: str
    words: str


def objections(old: pd.DataFrame | None, new: pd.DataFrame, today: dt.date) -> list[Objection]:
    """Why new rows may not replace old ones unseen; empty if they may.

    Both are rows in the columns of `COLUMNS`. ``old`` is absent for a series without a table.
    """
    found = [_future(new, today), _empty(new)]
    if old is not None:
        gates = (_rows, _vanished, _backwards, _nulls, _shifted, _places_shifted)
        found += [gate(old, new) for gate in gates]
    return [one for one in found if one]


def signature(old: str, new: str) -> list[Objection]:
    """An objection if the publisher now describes its columns in other words."""
    if not old or old == new:
        return []
    before, after = set(old.split("\n")), set(new.split("\n"))
    gone, come = sorted(before - after), sorted(after - before)
    return [Objection("columns", f"The publisher's columns changed: gone {gone}, new {come}.")]


def clocks(served: dt.datetime | None, now: dt.datetime) -> list[Objection]:
    """An objection if our clock and the server's differ by more than a day."""
    if served is None or abs(served - now) <= SKEW:
        return []
    words = f"This computer says {now:%Y-%m-%d}, the server {served:%Y-%m-%d}. Set the clock."
    return [Objection("clock", words)]


def _empty(new: pd.DataFrame) -> Objection | None:
    if new["value"].notna().any():
        return None
    return Objection("values", "There is not a single value.")


def _future(new: pd.DataFrame, today: dt.date) -> Objection | None:
    late = new[new["value"].notna() & (new["start"] > pd.Timestamp(today + SKEW))]
    if late.empty:
        return None
    words = f"{len(late)} values are for periods that lie ahead, first {_row(late.iloc[0])}."
    return Objection("future", words)


def _rows(old: pd.DataFrame, new: pd.DataFrame) -> Objection | None:
    if len(new) >= ROWS_KEPT * len(old):
        return None
    return Objection("rows", f"{len(old):,} rows before, {len(new):,} now.{_lost(old, new)}")


def _vanished(old: pd.DataFrame, new: pd.DataFrame) -> Objection | None:
    kept = new.loc[new["value"].notna(), list(KEY)].assign(here=True)
    both = old[old["value"].notna()].merge(kept, how="left", on=list(KEY))
    gone = both[both["here"].isna()]
    if gone.empty:
        return None
    where = f" in {_named(gone['place'])}" if gone["place"].nunique() else ""
    words = f"{len(gone)} values are gone{where}, first {_row(gone.iloc[0])}."
    return Objection("vanished", words)


def _backwards(old: pd.DataFrame, new: pd.DataFrame) -> Objection | None:
    before, now = (rows.loc[rows["value"].notna(), "end"].max() for rows in (old, new))
    if pd.isna(now) or now >= before:
        return None
    return Objection("last day", f"The last value was for {before:%Y-%m-%d}, now {now:%Y-%m-%d}.")


def _nulls(old: pd.DataFrame, new: pd.DataFrame) -> Objection | None:
    before, now = (float(rows["value"].isna().mean()) for rows in (old, new))
    if now <= before + NULLS_MORE:
        return None
    return Objection("gaps", f"{before:.0%} of the rows had no value before, {now:.0%} now.")


def _ratios(old: pd.DataFrame, new: pd.DataFrame) -> pd.DataFrame:
    """New value by old value, of the keys that both have a value above zero for."""
    both = old.merge(new, on=list(KEY), suffixes=("_old", "_new"))
    both = both[(both["value_old"] > 0) & (both["value_new"] > 0)]
    return both.assign(ratio=both["value_new"] / both["value_old"])


def _shifted(old: pd.DataFrame, new: pd.DataFrame) -> Objection | None:
    ratios = _ratios(old, new)["ratio"]
    if len(ratios) < FEWEST or _within(ratios.median(), WHOLE_SHIFT):
        return None
    words = f"The {len(ratios):,} values known before are now {ratios.median():.3g} times as large."
    return Objection("unit", words)


def _places_shifted(old: pd.DataFrame, new: pd.DataFrame) -> Objection | None:
    grouped = _ratios(old, new).groupby(["place", "group"])["ratio"]
    medians = grouped.median()[grouped.count() >= FEWEST]
    off = medians[[not _within(ratio, PLACE_SHIFT) for ratio in medians]]
    if off.empty:
        return None
    worst = off.loc[[np.log(off).abs().idxmax()]]
    (place, group), ratio = worst.index[0], worst.iloc[0]
    where = _named(pd.Series(off.index.get_level_values(0)))
    words = f"Past values moved in {where}; most in {place}, {group}: {ratio:.3g} times."
    return Objection("abrupt", words)


def _within(ratio: float, factor: float) -> bool:
    return 1 / factor <= ratio <= factor


def _lost(old: pd.DataFrame, new: pd.DataFrame) -> str:
    lost = sorted(set(old["place"]) - set(new["place"]))
    return f" Places gone: {_named(pd.Series(lost))}." if lost else ""


def _named(places: pd.Series) -> str:
    names = sorted(places.unique())
    more = f" and {len(names) - NAMED} more" if len(names) > NAMED else ""
    return ", ".join(names[:NAMED]) + more


def _row(row: pd.Series) -> str:
    return f"{row['place']}, {row['group']}, {row['start']:%Y-%m-%d}"
