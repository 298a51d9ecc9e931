"""Counts beside the people they could be about: rates per 100,000, with their denominator."""

from __future__ import annotations

import pandas as pd

from utils.model import Evidence, Origin

VALUES = ("value", "low", "high")


def per_100k(evidence: Evidence, population: Evidence) -> Evidence:
    """Every count per 100,000 people of its place in the year in which its period begins.

    ``population`` holds one row a place and year. Periods keep their length: a month's rate is
    not a year's. Rows whose place or year has no population are left without a value, `M`;
    the others are our own arithmetic and marked `E` unless the source had marked them already.
    Origins of both travel along.
    """
    people = population.rows.dropna(subset="value")
    known = people.assign(year=people["start"].dt.year).set_index(["place", "year"])["value"]
    rows = evidence.rows
    keys = pd.MultiIndex.from_arrays([rows["place"], rows["start"].dt.year])
    divisor = known[~known.index.duplicated()].reindex(keys).to_numpy()
    scaled = rows.assign(**{name: rows[name] / divisor * 100_000 for name in VALUES})
    lost = rows["value"].notna() & scaled["value"].isna()
    status = rows["status"].mask(lost, "M").mask(~lost & (rows["status"] == "A"), "E")
    return Evidence(
        scaled.assign(status=status).reset_index(drop=True),
        (*evidence.origins, *_others(evidence, population)),
    )


def _others(evidence: Evidence, population: Evidence) -> list[Origin]:
    known = {origin.id for origin in evidence.origins}
    return [origin for origin in population.cited if origin.id not in known]
