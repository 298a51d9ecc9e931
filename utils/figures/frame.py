"""The frame around every chart: title, subtitle and source inside the picture, calm axes."""

from __future__ import annotations

import html
import textwrap
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

import plotly.graph_objects as go

from utils.figures.palette import Theme
from utils.model import Evidence

FONT = "Source Sans, Source Sans Pro, Segoe UI, Helvetica, Arial, sans-serif"
TITLE_LENGTH, SUBTITLE_LENGTH, SOURCE_LENGTH = 36, 50, 58
"""Characters in one row of title, subtitle and source: Plotly wraps nothing, and a phone is
narrow. The camera button stands beside the first row of the title."""
PLOT_HEIGHT = 400
MOST_ROOM = 170
"""Most room for names that is set aside, in px: a phone has 356. Longer ones push the plot."""
SMALLEST = 24
"""Smallest text of a slide in px."""
LEFT, EDGE = 56, 4
"""Room for the axis, and where title and source begin, in px from the left: on a phone they need
all the width there is."""


@dataclass(frozen=True)
class Caption:
    """The words around a chart: what it shows, of whom and when, and where it comes from."""

    title: str
    subtitle: str
    source: str


def frame(
    figure: go.Figure,
    caption: Caption,
    theme: Theme,
    height: int = PLOT_HEIGHT,
    below: int = 38,
) -> None:
    """Sets size, colours, title and source line of a figure that is there already.

    ``height`` is that of the plot, ``below`` the room for the axis under it, both in px.
    """
    around = framed(caption, theme, height, below)
    source = around.pop("annotations")
    figure.update_layout(around)
    figure.add_annotation(source[0])
    _bare(figure)


def made(data: list[dict[str, Any]], layout: dict[str, Any]) -> go.Figure:
    """A figure made in one go from plain values, as `framed` gives them for its layout."""
    figure = go.Figure(data=data, layout=layout)
    _bare(figure)
    return figure


def _bare(figure: go.Figure) -> None:
    """Takes the template out, which Plotly can't tell from another one: it would draw twice."""
    figure.layout.template = None


def framed(
    caption: Caption, theme: Theme, height: int = PLOT_HEIGHT, below: int = 38
) -> dict[str, Any]:
    """The same as plain values, for a figure that is made in one go; the source comes first."""
    title = _wrap(caption.title, TITLE_LENGTH)
    subtitle = _wrap(caption.subtitle, SUBTITLE_LENGTH)
    source = _wrap(caption.source, SOURCE_LENGTH)
    top = 22 + 24 * _lines(title) + 19 * _lines(subtitle)
    bottom = below + 10 + 17 * _lines(source)
    return {
        "height": height + top + bottom,
        "margin": {"l": LEFT, "r": 24, "t": top, "b": bottom},
        "paper_bgcolor": theme.background,
        "plot_bgcolor": theme.background,
        "font": {"family": FONT, "size": 14, "color": theme.text},
        "hoverlabel": {"font": {"family": FONT, "size": 14}, "bgcolor": theme.background},
        "hovermode": "closest",
        "showlegend": False,
        "title": _title(title, subtitle, theme),
        "annotations": [_source(source, theme, below)],
        # Streamlit draws each chart twice; told that the data are the same, Plotly need not
        "datarevision": 1,
    }


def _title(title: str, subtitle: str, theme: Theme) -> dict[str, object]:
    return {
        "text": f"{title}<br><span style='font-size:14px;font-weight:normal;"
        f"color:{theme.quiet}'>{subtitle}</span>",
        "font": {"size": 17, "color": theme.text, "weight": 600},
        # from the edge of the picture: long names beside the plot leave a phone little room
        "x": 0,
        "xref": "container",
        "xanchor": "left",
        "y": 1,
        "yref": "container",
        "yanchor": "top",
        "pad": {"t": 12, "l": EDGE},
        "automargin": False,
    }


def _source(source: str, theme: Theme, below: int) -> dict[str, Any]:
    return {
        "text": source,
        "name": "source",
        "x": 0,
        "xref": "paper",
        "xanchor": "left",
        "y": 0,
        "yref": "paper",
        "yanchor": "top",
        "xshift": EDGE - LEFT,
        "yshift": -below,
        "align": "left",
        "showarrow": False,
        "font": {"size": 12, "color": theme.quiet},
    }


def room(figure: go.Figure, names: Iterable[str]) -> None:
    """Room for names beside a plot; the source stays at the edge and runs on below them."""
    letters = max((len(row) for name in names for row in name.split("<br>")), default=0)
    left = min(MOST_ROOM, max(LEFT, 12 + round(7.2 * letters)))
    figure.update_layout(margin_l=left)
    figure.update_annotations(xshift=EDGE - left, selector={"name": "source"})


def axis(theme: Theme, **more: object) -> dict[str, Any]:
    """An axis whose text and lines take the theme's colours, said outright."""
    return {
        "gridcolor": theme.grid,
        "linecolor": theme.quiet,
        "zeroline": False,
        "automargin": True,
        "tickfont": {"size": 14, "color": theme.quiet},
        "title": {"font": {"size": 14, "color": theme.quiet}},
        "fixedrange": True,
        **more,
    }


def source_line(evidence: Evidence, age: str) -> str:
    """`Source: name. Data to …. Licence: …` for the bottom of a picture."""
    names = "; ".join(source.name for source in evidence.sources)
    licences = "; ".join(dict.fromkeys(source.licence for source in evidence.sources))
    return f"Source: {names}. {age} Licence: {licences}."


def escape(text: str) -> str:
    """Text that Plotly shows as it is: it reads a little HTML in every label."""
    return html.escape(text, quote=False)


def _wrap(text: str, length: int) -> str:
    return "<br>".join(escape(line) for line in textwrap.wrap(text, length)) or " "


def _lines(wrapped: str) -> int:
    return wrapped.count("<br>") + 1


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
            note.text = "break"
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
