"""Charts in words: alternative text from the same rows that are drawn."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import pandas as pd

from utils.analysis import comparable
from utils.analysis.lines import Line, lines
from utils.model import Card, Evidence, Indicator, Place, periods, units

LONGEST = 8
"""Lines that are described one by one; more are summed up."""


def trend(
    evidence: Evidence, card: Card, places: Mapping[str, Place], changed: bool = False
) -> str:
    """Every line's first and last value, its extremes, the breaks and the gaps."""
    drawn = [line for line in lines(evidence, places) if line.rows["value"].notna().any()]
    if not drawn:
        return f"Line chart of {card.title}: no figures for this choice."
    what = f"changes in {card.title}" if changed else card.title
    parts = [f"Line chart of {what}, {len(drawn)} line" + ("s." if len(drawn) > 1 else ".")]
    parts += [_line(line, card, changed) for line in drawn[:LONGEST]]
    if len(drawn) > LONGEST:
        parts.append(f"And {len(drawn) - LONGEST} more.")
    if evidence.rows[["low", "high"]].notna().all(axis=1).any():
        parts.append("Shaded bands are the intervals given by the source.")
    rows = evidence.rows
    for one in comparable.breaks(card, rows["group_by"].iloc[0]):
        if rows["start"].min() < pd.Timestamp(one.date) <= rows["end"].max():
            day = periods.label(one.date, one.date)
            parts.append(f"The lines are cut at {day}: {one.reason}")
    return " ".join([*parts, "The table below holds every value."])


def _line(line: Line, card: Card, changed: bool) -> str:
    rows = line.rows.dropna(subset="value")
    show = units.difference if changed else units.quantity
    first, last = rows.iloc[0], rows.iloc[-1]
    if len(rows) == 1:
        return f"{line.label}: {_at(first, card, show)}."
    high, low = rows.iloc[rows["value"].argmax()], rows.iloc[rows["value"].argmin()]
    return (
        f"{line.label}: from {_at(first, card, show)} to {_at(last, card, show)}; "
        f"highest {_at(high, card, show)}, lowest {_at(low, card, show)}."
    )


def _at(row: pd.Series, card: Card, show: Callable[[float, str, int], str]) -> str:
    value = show(row["value"], card.unit, card.decimals)
    return f"{value} in {periods.label(row['start'], row['end'])}"


def world(evidence: Evidence, card: Indicator, places: Mapping[str, Place]) -> str:
    """A map in words: what, when, how many places, the highest and the lowest."""
    known = evidence.rows.dropna(subset="value").sort_values("value")
    if known.empty:
        return f"Map of {card.title}: no figures."
    when = periods.label(known["start"].iloc[0], known["end"].iloc[0])
    opening = f"Map of {card.title}, {when}, {len(known)} places in classes of equal number."
    return f"{opening} {_ends(known[::-1], card, places)} The table below holds every value."


def ranking(
    ranked: pd.DataFrame, card: Indicator, places: Mapping[str, Place], among: int = 0
) -> str:
    """A ranking in words: how many places, highest, lowest, and whether ranks are known.

    ``among`` is how many places have a figure, where ``ranked`` is cut to some of them.
    """
    if ranked.empty:
        return f"Ranking of {card.title}: no figures."
    ranks = (
        "Bars are intervals; places whose intervals overlap share a range of ranks."
        if ranked["rank_low"].notna().any()
        else "The source gives no intervals, so places are ordered but not ranked."
    )
    cut = len(ranked) < among
    number = f"{len(ranked)} of {among}" if cut else f"{len(ranked)}"
    table = "every value shown" if cut else "every value"
    return (
        f"Dots for {number} places from highest to lowest, {card.title}. "
        f"{_ends(ranked, card, places)} {ranks} The table below holds {table}."
    )


def _ends(ordered: pd.DataFrame, card: Indicator, places: Mapping[str, Place]) -> str:
    high, low = ordered.iloc[0], ordered.iloc[-1]
    return (
        f"Highest: {places[high['place']].name}, "
        f"{units.quantity(high['value'], card.unit, card.decimals)}. "
        f"Lowest: {places[low['place']].name}, "
        f"{units.quantity(low['value'], card.unit, card.decimals)}."
    )
