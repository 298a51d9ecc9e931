"""Charts in words: alternative text from the same rows that are drawn."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import pandas as pd

from utils.analysis import comparable
from utils.analysis.lines import Line, lines
from utils.language import periods, say, say_many, units, verbatim
from utils.language.places import name as named
from utils.model import Card, Evidence, Indicator, Place

LONGEST = 8
"""Lines that are described one by one; more are summed up."""


def trend(
    evidence: Evidence, card: Card, places: Mapping[str, Place], changed: bool = False
) -> str:
    """Every line's first and last value, its extremes, the breaks and the gaps."""
    drawn = [line for line in lines(evidence, places) if line.rows["value"].notna().any()]
    if not drawn:
        return say("Line chart of {title}: no figures for this choice.", title=card.title)
    what = say("changes in {title}", title=card.title) if changed else card.title
    parts = [
        say_many(
            "Line chart of {what}, {count} line.",
            "Line chart of {what}, {count} lines.",
            len(drawn),
            what=what,
        )
    ]
    parts += [_line(line, card, changed) for line in drawn[:LONGEST]]
    if len(drawn) > LONGEST:
        parts.append(say("And {more} more.", more=len(drawn) - LONGEST))
    if evidence.rows[["low", "high"]].notna().all(axis=1).any():
        parts.append(say("Shaded bands are the intervals given by the source."))
    rows = evidence.rows
    for one in comparable.breaks(card, rows["group_by"].iloc[0]):
        if rows["start"].min() < pd.Timestamp(one.date) <= rows["end"].max():
            day = periods.label(one.date, one.date)
            cut = say("The lines are cut at {day}:", day=day)
            parts.append(f"{cut} {verbatim(one.reason)}")
    return " ".join([*parts, say("The table below holds every value.")])


def _line(line: Line, card: Card, changed: bool) -> str:
    rows = line.rows.dropna(subset="value")
    show = units.difference if changed else units.quantity
    first, last = rows.iloc[0], rows.iloc[-1]
    if len(rows) == 1:
        return f"{line.label}: {_at(first, card, show)}."
    high, low = rows.iloc[rows["value"].argmax()], rows.iloc[rows["value"].argmin()]
    return say(
        "{line}: from {first} to {last}; highest {high}, lowest {low}.",
        line=line.label,
        first=_at(first, card, show),
        last=_at(last, card, show),
        high=_at(high, card, show),
        low=_at(low, card, show),
    )


def _at(row: pd.Series, card: Card, show: Callable[[float, str, int], str]) -> str:
    value = show(row["value"], card.unit, card.decimals)
    when = periods.label(row["start"], row["end"])
    return say("{value} in {period}", value=value, period=when)


def world(evidence: Evidence, card: Indicator, places: Mapping[str, Place]) -> str:
    """A map in words: what, when, how many places, the highest and the lowest."""
    known = evidence.rows.dropna(subset="value").sort_values("value")
    if known.empty:
        return say("Map of {title}: no figures.", title=card.title)
    when = periods.label(known["start"].iloc[0], known["end"].iloc[0])
    opening = say(
        "Map of {title}, {when}, {many} places in classes of equal number.",
        title=card.title,
        when=when,
        many=len(known),
    )
    table = say("The table below holds every value.")
    return f"{opening} {_ends(known[::-1], card, places)} {table}"


def ranking(
    ranked: pd.DataFrame, card: Indicator, places: Mapping[str, Place], among: int = 0
) -> str:
    """A ranking in words: how many places, highest, lowest, and whether ranks are known.

    ``among`` is how many places have a figure, where ``ranked`` is cut to some of them.
    """
    if ranked.empty:
        return say("Ranking of {title}: no figures.", title=card.title)
    ranks = (
        say("Bars are intervals; places whose intervals overlap share a range of ranks.")
        if ranked["rank_low"].notna().any()
        else say("The source gives no intervals, so places are ordered but not ranked.")
    )
    cut = len(ranked) < among
    number = f"{len(ranked)}"
    if cut:
        number = say("{shown} of {all}", shown=len(ranked), all=among)
    table = say("The table below holds every value.")
    if cut:
        table = say("The table below holds every value shown.")
    opening = say(
        "Dots for {number} places from highest to lowest, {title}.",
        number=number,
        title=card.title,
    )
    return f"{opening} {_ends(ranked, card, places)} {ranks} {table}"


def _ends(ordered: pd.DataFrame, card: Indicator, places: Mapping[str, Place]) -> str:
    high, low = ordered.iloc[0], ordered.iloc[-1]
    return say(
        "Highest: {highest}, {high}. Lowest: {lowest}, {low}.",
        highest=named(places[high["place"]]),
        high=units.quantity(high["value"], card.unit, card.decimals),
        lowest=named(places[low["place"]]),
        low=units.quantity(low["value"], card.unit, card.decimals),
    )
