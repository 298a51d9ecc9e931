"""Lines over time with interval bands, open gaps, labelled breaks and dashed provisional."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import plotly.graph_objects as go
from plotly.subplots import make_subplots

from utils.analysis.lines import Line, lines
from utils.figures import labels, marks
from utils.figures.frame import Caption, axis, escape, framed, made
from utils.figures.palette import Theme
from utils.figures.strokes import MOST_LINES, Plain, traces
from utils.language import say, units
from utils.language.places import name as named
from utils.model import Card, Evidence, Place

NAMES = 14
"""Px for the names of the upper panels, which stand above the plot."""


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
        for trace in traces(members, card, theme, changed)
    ]
    axes, titles = ({"xaxis": {}, "yaxis": {}}, []) if one else _grid(panels, theme)
    for name in axes:
        axes[name] |= _axis(name, card, theme, changed, named=one)
    around = framed(caption, theme, 400 if one else 190 * -(-len(panels) // 2))
    ends, room = labels.at_the_end(drawn, card, theme) if one else ([], None)
    around["margin"] |= {"r": room} if room else {}
    around["margin"]["t"] += 0 if one else NAMES
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
    return made(data, around | axes)


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
        unit = units.axis(card.unit)
        if changed:
            unit = (
                say("Change in points")
                if card.unit == "percent"
                else say("Change, {unit}", unit=unit.lower())
            )
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
    return [(named(places[code]), members) for code, members in by_place.items()]
