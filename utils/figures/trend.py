"""Lines over time with interval bands, open gaps, labelled breaks and dashed provisional."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import plotly.graph_objects as go
from plotly.subplots import make_subplots

from utils.analysis.lines import Line, lines
from utils.figures import labels, marks
from utils.figures.frame import Caption, axis, escape, framed
from utils.figures.palette import SYMBOLS, Theme, transparent
from utils.figures.segments import Points, Segment, points, segments
from utils.model import Card, Evidence, Place, periods, units

MOST_LINES = 6
"""More lines than this in one panel can't be told apart: they become small multiples."""
MARKED = 40
"""Lines with up to this many points show a marker at each."""
GAP = float("nan")
Plain = dict[str, Any]
"""A part of a figure as plain values: Plotly checks each assignment, so it gets all at once."""


def figure(
    evidence: Evidence,
    card: Card,
    places: Mapping[str, Place],
    caption: Caption,
    theme: Theme,
    changed: bool = False,
) -> go.Figure:
    """One panel, or one for each place or group when there are more than six lines.

    ``changed`` says that the values are differences, so that zero is drawn and named.
    """
    drawn = lines(evidence, places)
    panels = _panels(drawn, places)
    one = len(panels) == 1
    data = [
        {**trace, "xaxis": f"x{_number(n)}", "yaxis": f"y{_number(n)}"}
        for n, (_, members) in enumerate(panels)
        for trace in _traces(members, card, theme, changed)
    ]
    axes, titles = ({"xaxis": {}, "yaxis": {}}, []) if one else _grid(panels, theme)
    for name in axes:
        axes[name] |= _axis(name, card, theme, changed, named=one)
    around = framed(caption, theme, 400 if one else 190 * -(-len(panels) // 2))
    ends, room = labels.at_the_end(drawn, card, theme) if one else ([], None)
    around["margin"] |= {"r": room} if room else {}
    cuts, named = marks.breaks(evidence, card, theme, named=one)
    zero = [_zero(theme)] if changed else []
    around["annotations"] = [*titles, *around["annotations"], *named, *ends]
    around["shapes"] = [
        {
            **shape,
            "xref": shape["xref"].format(_number(n)),
            "yref": shape["yref"].format(_number(n)),
        }
        for n in range(len(panels))
        for shape in (*cuts, *zero)
    ]
    return go.Figure(data=data, layout=around | axes)


def _zero(theme: Theme) -> Plain:
    """Where nothing has changed."""
    line = {"color": theme.quiet, "width": 1}
    ends = {"x0": 0, "x1": 1, "y0": 0, "y1": 0}
    return {"type": "line", **ends, "xref": "x{} domain", "yref": "y{}", "line": line}


def _number(panel: int) -> str:
    """How Plotly counts axes: nothing for the first, then 2, 3, and so on."""
    return str(panel + 1) if panel else ""


def _grid(panels: Sequence[tuple[str, list[Line]]], theme: Theme) -> tuple[Plain, list[Plain]]:
    """Axes of two columns of panels that share their scales, and the name over each."""
    rows = -(-len(panels) // 2)
    made = make_subplots(
        rows=rows,
        cols=2,
        shared_xaxes="all",
        shared_yaxes="all",
        vertical_spacing=0.3 / rows if rows > 1 else 0,
        horizontal_spacing=0.06,
        subplot_titles=[escape(title) for title, _ in panels],
    ).layout.to_plotly_json()
    font = {"size": 14, "color": theme.text}
    notes = [{**note, "font": font} for note in made.get("annotations", ())]
    return {name: made[name] for name in made if "axis" in name}, notes


def _axis(name: str, card: Card, theme: Theme, changed: bool, named: bool) -> Plain:
    if name.startswith("x"):
        return axis(theme, showgrid=False, type="date", ticklabelmode="period", showticklabels=True)
    found = axis(theme, rangemode="normal" if changed else "tozero", tickformat=",~f")
    if named:
        unit = units.AXIS.get(card.unit, card.unit.capitalize())
        if changed:
            unit = "Change in points" if card.unit == "percent" else f"Change, {unit.lower()}"
        found["title"] = {**found["title"], "text": unit}
    return found


def _panels(drawn: list[Line], places: Mapping[str, Place]) -> list[tuple[str, list[Line]]]:
    if len(drawn) <= MOST_LINES:
        return [("", drawn)]
    by_place: dict[str, list[Line]] = {}
    for line in drawn:
        by_place.setdefault(line.place, []).append(line)
    if len(by_place) == 1 or any(len(group) > MOST_LINES for group in by_place.values()):
        return [(line.label, [line]) for line in drawn]
    return [(places[code].name, members) for code, members in by_place.items()]


def _traces(members: list[Line], card: Card, theme: Theme, changed: bool) -> Iterator[Plain]:
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
        text += f"<br>interval {interval}"
    return text
