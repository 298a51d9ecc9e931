"""The largest or smallest figure of a stretch of time without a break."""

from __future__ import annotations

import datetime as dt
import itertools
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import pandas as pd

from utils.analysis import comparable
from utils.claims import lookup, phrases, statistic, words
from utils.claims.draft import Draft
from utils.claims.library import Library
from utils.claims.line import Line
from utils.claims.refuse import NO_FIGURE, NotMadeError, refused
from utils.claims.spec import Spec
from utils.language import say
from utils.model import Indicator, Sentences, periods, units
from utils.model.evidence import Row

FEWEST = 3
"""Fewer figures have no peak."""


def draft(spec: Spec, library: Library) -> Draft:
    """`peak:SERIES:PLACE:PERIOD..PERIOD[:GROUP]`, and the same for `lowest`."""
    card, line = statistic.line(spec, library)
    rows = _stretch(spec, card, line)
    pick = max if spec.kind == "peak" else min
    row = pick(rows, key=lambda one: one["value"])
    span = periods.label(rows[0]["start"], rows[-1]["end"])
    return replace(
        statistic.one(spec, card, line, row),
        period=span,
        sentences=_sentences(spec, card, line, row, rows, span),
        evidence=line.used(*rows),
        drawn=line.used(*_between(spec, line.records)),
        picture="line",
        at_hand=rows,
    )


def _between(spec: Spec, rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    first, last = pd.Timestamp(str(spec.first)), pd.Timestamp(str(spec.last))
    return [row for row in rows if first <= row["start"] <= last]


def _stretch(spec: Spec, card: Indicator, line: Line) -> list[dict[str, Any]]:
    """The figures of the stretch; refused if a break crosses it or there are too few."""
    rows = _between(spec, line.known)
    if len(rows) < FEWEST:
        ends = [line.known[at]["start"].date() for at in (0, -1)] if line.known else []
        wider = [replace(spec, first=ends[0], last=ends[1])] if ends else []
        raise NotMadeError(
            NO_FIGURE,
            say(
                "Fewer than {few} figures lie in these years for {whose}.",
                few=FEWEST,
                whose=lookup.named(line),
            ),
            say("Choose a longer stretch, or one figure."),
            [*wider, *(statistic.level(spec, day) for day in reversed(ends))],
        )
    if any(one["end"] >= after["start"] for one, after in itertools.pairwise(rows)):
        raise lookup.kind_misfit(
            say(
                "Periods of “{title}” share days, so a figure is in more than one of them.",
                title=card.plain_title,
            ),
            say("Say one figure."),
            [statistic.level(spec, rows[-1]["start"].date())],
        )
    days = [row["start"].date() for row in rows]
    refusal = comparable.refuse_periods(card, line.group.by, days[0], days[-1])
    if refusal is not None:
        raise refused(refusal, _sides(spec, card, line, days))
    return rows


def _sides(spec: Spec, card: Indicator, line: Line, days: list[dt.date]) -> list[Spec]:
    """The stretch after the last break, the one before the first, then the last figure."""
    cuts = [one.date for one in comparable.crossed(card, line.group.by, days[0], days[-1])]
    later = [day for day in days if day >= cuts[-1]]
    earlier = [day for day in days if day < cuts[0]]
    spans = [side for side in (later, earlier) if len(side) >= FEWEST]
    return [
        *(replace(spec, first=side[0], last=side[-1]) for side in spans),
        statistic.level(spec, days[-1]),
    ]


def _sentences(
    spec: Spec, card: Indicator, line: Line, row: Row, rows: list[dict[str, Any]], span: str
) -> Sentences:
    word = "largest" if spec.kind == "peak" else "smallest"
    told = f"That is the {word} of {len(rows):,} figures from {span}"
    value = units.quantity(row["value"], card.unit, card.decimals)
    again, where = _others(spec, card, row, rows), words.where(card, line.place)
    group = "" if row["group"] == "all" else f", {row['group']}"
    return Sentences(
        short=f"{card.plain_title}{group}{where}: {word} {value}, {words.period(row)}",
        written=f"{phrases.when(row)}, {phrases.level(row, card, line.place)}. {told}{again}.",
        spoken=words.aloud(
            f"{phrases.when(row)}, {words.bare(row, card, line.place)}. {told}{again}."
        ),
        plain=words.plain(row, card, line.place),
    )


def _others(spec: Spec, card: Indicator, row: Row, rows: list[dict[str, Any]]) -> str:
    """Periods that share the figure as it is printed, or whose intervals reach it."""
    same, near = shared(spec, card, row, rows)
    if same:
        return f"; {same:,} other{'s have' if same > 1 else ' has'} the same figure"
    if near:
        return f"; the intervals of {near:,} other{'s' if near > 1 else ''} reach it"
    return ""


def shared(spec: Spec, card: Indicator, row: Row, rows: Sequence[Row]) -> tuple[int, int]:
    """How many others have the same printed figure, and how many intervals reach it."""
    others = [one for one in rows if one["start"] != row["start"]]
    shown = units.number(row["value"], card.decimals)
    same = sum(units.number(one["value"], card.decimals) == shown for one in others)
    if spec.kind == "peak":
        return same, sum(one["high"] >= row["low"] for one in others)
    return same, sum(one["low"] <= row["high"] for one in others)
