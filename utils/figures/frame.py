"""The frame around every chart: title, subtitle and source inside the picture, calm axes."""

from __future__ import annotations

import html
import textwrap
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

import plotly.graph_objects as go

from utils.figures.palette import Theme
from utils.language import say
from utils.model import Evidence

FONT = "Source Sans, Source Sans Pro, Segoe UI, Helvetica, Arial, sans-serif"
TITLE_LENGTH, SUBTITLE_LENGTH, SOURCE_LENGTH = 36, 50, 58
"""Characters in one row of title, subtitle and source: Plotly wraps nothing, and a phone is
narrow. The camera button stands beside the first row of the title."""
PLOT_HEIGHT = 400
MOST_ROOM = 170
"""Most room for names that is set aside, in px: a phone has 356. Longer ones push the plot."""
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
    return f"{say('Source:')} {names}. {age} {say('Licence:')} {licences}."


def escape(text: str) -> str:
    """Text that Plotly shows as it is: it reads a little HTML in every label."""
    return html.escape(text, quote=False)


def _wrap(text: str, length: int) -> str:
    return "<br>".join(escape(line) for line in textwrap.wrap(text, length)) or " "


def _lines(wrapped: str) -> int:
    return wrapped.count("<br>") + 1
