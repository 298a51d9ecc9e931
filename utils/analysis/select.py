"""Chooses rows: places, one split, a range of time, one period, a benchmark beside them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Sequence

import numpy as np
import pandas as pd

from utils.language import say
from utils.language.periods import label
from utils.model import Evidence
from utils.model.evidence import merge

MEDIAN = "MEDIAN"
"""Place code of a median that we calculated over the places of a series."""
LEAST_PLACES = 3


class SelectionError(ValueError):
    """A choice that leads nowhere: says what was asked and what there is."""


def splits(evidence: Evidence) -> list[str]:
    """The ways in which a series can be split, `all` first."""
    found = sorted(evidence.rows["group_by"].unique())
    return sorted(found, key=lambda split: split != "all")


def places(evidence: Evidence, codes: Sequence[str]) -> Evidence:
    """The rows of some places, in the order asked for.

    Raises `SelectionError` if no place is given or one has no row in this series.
    """
    if not codes:
        raise SelectionError(say("No place is chosen. Choose at least one."))
    rows = evidence.rows
    there = set(rows["place"].unique())
    absent = [code for code in codes if code not in there]
    if absent:
        raise SelectionError(
            say("This series has no figures for {places}.", places=", ".join(absent))
        )
    order = {code: position for position, code in enumerate(codes)}
    kept = rows[rows["place"].isin(list(codes))]
    return evidence.with_rows(kept.sort_values("place", key=lambda p: p.map(order), kind="stable"))


def without(evidence: Evidence, codes: Collection[str]) -> Evidence:
    """The rows of all places but some; raises `SelectionError` if none is left."""
    rows = evidence.rows
    kept = rows[~rows["place"].isin(list(codes))]
    if kept.empty:
        raise SelectionError(say("There are no figures for single places in this series."))
    return evidence.with_rows(kept)


def split(evidence: Evidence, group_by: str) -> Evidence:
    """The rows split one way, such as `sex`; raises `SelectionError` if there are none."""
    rows = evidence.rows
    kept = rows[rows["group_by"] == group_by]
    if kept.empty:
        known = ", ".join(splits(evidence))
        raise SelectionError(
            say(
                "These figures are not split by '{split}'. Known: {known}.",
                split=group_by,
                known=known,
            )
        )
    return evidence.with_rows(kept)


def groups(evidence: Evidence, labels: Sequence[str]) -> Evidence:
    """The rows of some groups, by their printed labels; `SelectionError` if none is left."""
    rows = evidence.rows
    kept = rows[rows["group"].isin(list(labels))]
    if kept.empty:
        raise SelectionError(say("No group is chosen. Choose at least one."))
    return evidence.with_rows(kept)


def between(evidence: Evidence, first: dt.date, last: dt.date) -> Evidence:
    """The rows whose period lies inside two days, both included.

    Raises `SelectionError` if the range is reversed or holds no period.
    """
    if first > last:
        raise SelectionError(
            say(
                "The range ends ({last}) before it starts ({first}). Swap the two.",
                last=label(last, last),
                first=label(first, first),
            )
        )
    rows = evidence.rows
    kept = rows[(rows["start"] >= pd.Timestamp(first)) & (rows["end"] <= pd.Timestamp(last))]
    if kept.empty:
        raise SelectionError(
            say(
                "There are no figures between {first} and {last}.",
                first=label(first, first),
                last=label(last, last),
            )
        )
    return evidence.with_rows(kept)


def periods(evidence: Evidence) -> list[tuple[dt.date, dt.date]]:
    """First and last day of every period that has a value somewhere, in order."""
    rows = evidence.rows
    known = rows["value"].notna().to_numpy()
    starts, ends = (rows[end].to_numpy().astype("datetime64[D]")[known] for end in ("start", "end"))
    # one number a period, so that each is looked at once and not each row
    numbers = np.unique(starts.astype("int64") << 32 | (ends - starts).astype("int64"))
    first, days = (numbers >> 32).astype("datetime64[D]"), numbers & 0xFFFFFFFF
    last = first + days.astype("timedelta64[D]")
    return list(zip(first.tolist(), last.tolist(), strict=True))


def at(evidence: Evidence, start: dt.date, end: dt.date) -> Evidence:
    """The rows of exactly one period; raises `SelectionError` if there are none."""
    rows = evidence.rows
    kept = rows[(rows["start"] == pd.Timestamp(start)) & (rows["end"] == pd.Timestamp(end))]
    if kept.empty:
        raise SelectionError(say("There are no figures for {period}.", period=label(start, end)))
    return evidence.with_rows(kept)


def latest(evidence: Evidence) -> Evidence:
    """The last row with a value of every place and group."""
    rows = evidence.rows.dropna(subset="value").sort_values("start", kind="stable")
    return evidence.with_rows(rows.groupby(["series", "place", "group"], sort=False).tail(1))


def median(evidence: Evidence, leave_out: Sequence[str] = ()) -> Evidence:
    """The median over the places of a series, per group and period, as place `MEDIAN`.

    It is the middle one of the places that have a value in every period, so that it never
    moves because places came or went; each counts once whatever its size. ``leave_out`` names
    totals that are not places of their own. Marked `E`, because nobody published it, and
    without an interval. Raises `SelectionError` where fewer than three places are complete.
    """
    rows = evidence.rows
    rows = rows[~rows["place"].isin(list(leave_out))].dropna(subset="value")
    seen = rows.groupby(["group", "place"])["start"].transform("nunique")
    rows = rows[seen == rows.groupby("group")["start"].transform("nunique")]
    rows = rows[rows.groupby("group")["place"].transform("nunique") >= LEAST_PLACES]
    if rows.empty:
        raise SelectionError(
            say(
                "Fewer than {least} places have a figure in every period, so there is "
                "no middle one to show. Choose a shorter period.",
                least=LEAST_PLACES,
            )
        )
    keys = ["series", "group_by", "group", "start", "end"]
    middle = rows.groupby(keys, as_index=False, sort=False).agg(
        value=("value", "median"), origin=("origin", "last")
    )
    middle = middle.assign(place=MEDIAN, low=float("nan"), high=float("nan"), status="E")
    return evidence.with_rows(middle[list(rows.columns)])


def beside(evidence: Evidence, benchmark: Evidence) -> Evidence:
    """The benchmark's rows after the chosen ones, unless its place is there already."""
    if set(benchmark.rows["place"]) <= set(evidence.rows["place"]):
        return evidence
    return merge([evidence, benchmark])
