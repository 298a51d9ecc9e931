"""A small SVG of the lines of a view, for browsers that run no scripts, and for paper."""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import pandas as pd

from utils.analysis.lines import Line, lines
from utils.edition.markup import Html, join, tag
from utils.figures.segments import Points, Segment, points, segments
from utils.figures.strokes import MOST_LINES
from utils.model import Card, Evidence, Place, periods, units

WIDTH, HEIGHT = 560, 300
LEFT, RIGHT, TOP, BOTTOM = 78, 548, 12, 264
"""Edges of the plot inside the picture."""
TICKS = 5
"""Most steps of an axis."""


@dataclass(frozen=True)
class Scale:
    """Where days and values stand: first and last day, lowest and highest value."""

    first: float
    last: float
    low: float
    high: float

    def x(self, day: str | dt.date) -> float:
        """Pixels from the left."""
        share = (_number(day) - self.first) / ((self.last - self.first) or 1)
        return round(LEFT + share * (RIGHT - LEFT), 1)

    def y(self, value: float) -> float:
        """Pixels from the top."""
        share = (value - self.low) / ((self.high - self.low) or 1)
        return round(BOTTOM - share * (BOTTOM - TOP), 1)


def _number(day: str | dt.date) -> float:
    return float(pd.Timestamp(day).timestamp())


def sketch(shown: Evidence, card: Card, places: Mapping[str, Place]) -> Html:
    """The lines with bands, gaps and a legend; nothing where there are too many to tell apart."""
    drawn = [one for one in lines(shown, places) if one.rows["value"].notna().any()]
    if not drawn or len(drawn) > MOST_LINES:
        return Html("")
    scale = _scale(shown)
    pieces = [piece for n, one in enumerate(drawn) for piece in _line(one, card, scale, n)]
    picture = tag(
        "svg", *_values(scale), *_days(scale), *pieces,
        viewBox=f"0 0 {WIDTH} {HEIGHT}", aria_hidden="true", focusable="false",
    )  # fmt: skip
    unit = units.AXIS.get(card.unit, card.unit.capitalize())
    return join([tag("p", unit, class_="unit"), picture, _legend(drawn, card)])


def _scale(shown: Evidence) -> Scale:
    known = shown.rows.dropna(subset="value")
    values = [float(one) for name in ("value", "low", "high") for one in known[name].dropna()]
    low, high = min(0.0, *values), max(0.0, *values)
    step = _step(high - low)
    ends = _number(known["start"].min()), _number(known["end"].max())
    return Scale(*ends, math.floor(low / step) * step, math.ceil(high / step) * step or step)


def _step(span: float) -> float:
    """The smallest of 1, 2, 5 times a power of ten that takes at most `TICKS` steps."""
    if span <= 0:
        return 1.0
    power = 10.0 ** math.floor(math.log10(span / TICKS))
    return next(power * times for times in (1, 2, 5, 10) if span / (power * times) <= TICKS)


def _values(scale: Scale) -> list[Html]:
    step = _step(scale.high - scale.low)
    count = round((scale.high - scale.low) / step)
    digits = max(0, -math.floor(math.log10(step)))
    found = []
    for at in range(count + 1):
        value = scale.low + at * step
        y = scale.y(value)
        found.append(tag("path", class_="grid", d=f"M{LEFT} {y}H{RIGHT}"))
        found.append(
            tag("text", units.number(value, digits), x=LEFT - 8, y=str(round(y + 5, 1)), class_="v")
        )
    return found


def _days(scale: Scale) -> list[Html]:
    first, last = (pd.Timestamp(one, unit="s") for one in (scale.first, scale.last))
    years = list(range(first.year + (first.day_of_year > 1), last.year + 1))
    years = years[:: max(1, -(-len(years) // (TICKS + 1)))]
    marks = [(dt.date(year, 1, 1), str(year)) for year in years]
    if len(marks) < 2:
        marks = [(day.date(), periods.label(day, day)) for day in (first, last)]
    return [
        tag("text", words, x=str(scale.x(day)), y=BOTTOM + 24, class_=_anchor(scale.x(day)))
        for day, words in marks
    ]


def _anchor(x: float) -> str:
    """Words at an edge stay inside the picture."""
    return "d first" if x < LEFT + 30 else "d last" if x > RIGHT - 30 else "d"


def _line(line: Line, card: Card, scale: Scale, n: int) -> list[Html]:
    found = points(line)
    pieces = segments(line, card, found)
    bands = [_band(found, piece, scale, n) for piece in pieces]
    return [*(one for one in bands if one), *(_stroke(found, one, scale, n) for one in pieces)]


def _band(found: Points, piece: Segment, scale: Scale, n: int) -> Html:
    at = [one for one in piece.at if found.bounded(one)]
    if not at:
        return Html("")
    if len(at) == 1:
        x = scale.x(found.x[at[0]])
        ends = scale.y(found.high[at[0]]), scale.y(found.low[at[0]])
        return tag("path", class_=f"bar c{n}", d=f"M{x} {ends[0]}V{ends[1]}")
    upper = [f"{scale.x(found.x[one])} {scale.y(found.high[one])}" for one in at]
    lower = [f"{scale.x(found.x[one])} {scale.y(found.low[one])}" for one in reversed(at)]
    return tag("path", class_=f"band c{n}", d=f"M{'L'.join([*upper, *lower])}Z")


def _stroke(found: Points, piece: Segment, scale: Scale, n: int) -> Html:
    where = [f"{scale.x(found.x[one])} {scale.y(found.value[one])}" for one in piece.at]
    if len(where) == 1:
        x, y = where[0].split(" ")
        return tag("circle", class_=f"dot c{n}", cx=x, cy=y, r=4)
    dashed = " dashed" if piece.dashed else ""
    return tag("path", class_=f"line c{n}{dashed}", d=f"M{'L'.join(where)}")


def _legend(drawn: Sequence[Line], card: Card) -> Html:
    """The name of each line, with its last figure."""
    items = []
    for n, line in enumerate(drawn):
        last = line.rows.dropna(subset="value").iloc[-1]
        value = units.quantity(last["value"], card.unit, card.decimals)
        words = f"{line.label}: {value} in {periods.label(last['start'], last['end'])}"
        items.append(tag("li", tag("span", class_=f"key c{n}"), words))
    return tag("ul", *items, class_="legend")
