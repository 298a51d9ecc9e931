"""What a line is drawn with: the band of its intervals, and strokes with the pen lifted at gaps."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from utils.analysis.lines import Line
from utils.figures.frame import escape
from utils.figures.palette import SYMBOLS, Theme, transparent
from utils.figures.segments import Points, Segment, points, segments
from utils.language import periods, say, units
from utils.model import Card

MOST_LINES = 6
"""More lines than this in one panel can't be told apart: they become small multiples."""
MARKED = 40
"""Lines with up to this many points show a marker at each."""
GAP = float("nan")
Plain = dict[str, Any]
"""A part of a figure as plain values: Plotly checks each assignment, so it gets all at once."""


def traces(members: list[Line], card: Card, theme: Theme, changed: bool) -> Iterator[Plain]:
    """Bands and strokes of the lines of one panel, each line's band before its strokes."""
    colours = theme.series(card.aspect)
    for position, line in enumerate(members):
        style = colours[position % MOST_LINES], SYMBOLS[position % MOST_LINES]
        found = points(line)
        pieces = segments(line, card, found)
        band = _band(found, pieces)
        if band["x"]:
            yield band | {
                "fillcolor": transparent(style[0], 0.16),
                "name": f"interval: {escape(line.label)}",
            }
        for dashed in (False, True):
            mine = [piece for piece in pieces if piece.dashed is dashed]
            if mine:
                yield _stroke(found, mine, card, line, style, changed)


def _band(found: Points, pieces: list[Segment]) -> Plain:
    """Outlines of the interval bands: along the upper bounds and back along the lower."""
    x: list[Any] = []
    y: list[float] = []
    for piece in pieces:
        at = [one for one in piece.at if found.bounded(one)]
        if len(at) < 2:
            continue
        back = at[::-1]
        x += [found.x[one] for one in (*at, *back, at[0])]
        y += [*(found.high[one] for one in at), *(found.low[one] for one in back), GAP]
    return {
        "type": "scatter",
        "x": x,
        "y": y,
        "fill": "toself",
        "line": {"width": 0},
        "mode": "lines",
        "hoverinfo": "skip",
    }


def _stroke(
    found: Points,
    pieces: list[Segment],
    card: Card,
    line: Line,
    style: tuple[str, str],
    changed: bool,
) -> Plain:
    """One line with the pen lifted between its pieces."""
    colour, symbol = style
    steps = [step for piece in pieces for step in (*piece.at, ~piece.at[-1])][:-1]
    name = escape(line.label)
    few = sum(step >= 0 for step in steps) <= MARKED
    trace = {
        "type": "scatter",
        "x": [found.x[max(step, ~step)] for step in steps],
        "y": [found.value[step] if step >= 0 else GAP for step in steps],
        "mode": "lines+markers",
        "connectgaps": False,
        "line": {"color": colour, "width": 2.5, "dash": "dash" if pieces[0].dashed else "solid"},
        "marker": {"color": colour, "symbol": symbol, "size": 7 if few else 4},
        "name": name,
        "customdata": [_hover(found, step, card, changed) for step in steps],
        "hovertemplate": f"%{{customdata}}<extra>{name}</extra>",
    }
    bars = _bars(found, pieces, steps)
    return trace | ({"error_y": {**bars, "color": colour}} if bars else {})


def _bars(found: Points, pieces: list[Segment], steps: list[int]) -> Plain:
    """A band needs two intervals; what stands alone shows its own as a bar."""
    bounded = [[at for at in piece.at if found.bounded(at)] for piece in pieces]
    alone = {at for some in bounded if len(some) < 2 for at in some}
    if not alone:
        return {}
    return {
        "array": [found.high[at] - found.value[at] if at in alone else GAP for at in steps],
        "arrayminus": [found.value[at] - found.low[at] if at in alone else GAP for at in steps],
    }


def _hover(found: Points, at: int, card: Card, changed: bool) -> str:
    """What the pointer shows over a point; nothing where the pen is lifted."""
    if at < 0:
        return ""
    printed = units.difference if changed else units.quantity
    text = f"{periods.label(found.start[at], found.end[at])}: "
    text += printed(found.value[at], card.unit, card.decimals)
    if found.bounded(at):
        interval = units.interval(found.low[at], found.high[at], card.decimals)
        text += "<br>" + say("interval {bounds}", bounds=interval)
    return text
