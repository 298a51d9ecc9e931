"""A picture made for a screen that is read from the back of a room."""

from __future__ import annotations

import plotly.graph_objects as go

from utils.language import say

SMALLEST = 24
"""Smallest text of a slide in px."""


def enlarge(figure: go.Figure, times: float, height: int) -> None:
    """Makes a picture for a screen that is read from the back of a room.

    All its text grows ``times``; the words that a slide says beside it are taken out.
    """
    figure.update_layout(title_text="", height=height, font_size=figure.layout.font.size * times)
    above = max((note.text.count("<br>") for note in figure.layout.annotations), default=0)
    top = 34 + (36 * above if any(n.name == "panel" for n in figure.layout.annotations) else 0)
    figure.update_layout(margin={"t": top, "b": 64, "l": 40, "r": figure.layout.margin.r * times})
    figure.layout.annotations = [one for one in figure.layout.annotations if one.name != "source"]
    for note in figure.layout.annotations:
        note.font.size = max(SMALLEST, round(note.font.size * times))
        if note.textangle == -90:
            # upright names of breaks would grow beyond the axis; the notes and files hold them
            note.text = say("break")
    figure.for_each_trace(lambda dots: _grow(dots, times), {"mode": "markers"})
    figure.update_yaxes(automargin=True)
    for name in figure.layout:
        if name.startswith(("xaxis", "yaxis")) and figure.layout[name].tickfont.size:
            size = max(SMALLEST, round(figure.layout[name].tickfont.size * times))
            figure.layout[name].tickfont.size = figure.layout[name].title.font.size = size


def embolden(figure: go.Figure) -> None:
    """Half as wide again for every line, for a bright room or weak eyes."""
    for trace in figure.data:
        if trace.type == "scatter" and trace.mode and "lines" in trace.mode and trace.line.width:
            trace.line.width *= 1.5


def _grow(dots: go.Scatter, times: float) -> None:
    size = dots.marker.size
    if size is not None:
        one = isinstance(size, (int, float))
        dots.marker.size = size * times if one else [each * times for each in size]
