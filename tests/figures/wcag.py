"""Contrast of two colours as WCAG 2.2 computes it, and every colour of a figure's JSON."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

Colour = tuple[float, float, float]
DRAWS = ("line", "marker", "error_x", "error_y")
"""Parts of a trace that have a colour of their own."""
NO_FIGURE = "No figure"


def channels(colour: str, behind: str = "#000000") -> Colour:
    """Red, green and blue from 0 to 255; a see-through colour is laid over ``behind``."""
    if colour.startswith("#"):
        red, green, blue = (int(colour[at : at + 2], 16) for at in (1, 3, 5))
        return red, green, blue
    *front, share = (float(number) for number in re.findall(r"[\d.]+", colour))
    back = channels(behind)
    return tuple(a * share + b * (1 - share) for a, b in zip(front, back, strict=True))


def luminance(colour: Colour) -> float:
    """https://www.w3.org/TR/WCAG22/#dfn-relative-luminance"""
    shares = [channel / 255 for channel in colour]
    red, green, blue = (s / 12.92 if s <= 0.04045 else ((s + 0.055) / 1.055) ** 2.4 for s in shares)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio"""
    lights = sorted((luminance(channels(one, other)), luminance(channels(other))), reverse=True)
    return (lights[0] + 0.05) / (lights[1] + 0.05)


def texts(json: dict[str, Any]) -> Iterator[tuple[str, float, str]]:
    """Where, size and colour of every font that a figure's JSON sets, spans included."""
    base = json["layout"]["font"]
    for way, node in nodes(json):
        name = way.rpartition(".")[2]
        if name in ("font", "tickfont") and "hoverlabel" not in way:
            yield way, node.get("size", 0), node.get("color", base["color"])
    for style in re.findall(r"<span style='([^']*)'", json["layout"]["title"]["text"]):
        size, colour = re.search(r"size:(\d+)px.*color:(#\w+)", style).groups()
        yield "title span", float(size), colour


def marks(json: dict[str, Any]) -> Iterator[tuple[str, str]]:
    """Where and which colour of every line, marker, bar, outline and area; grids stand apart.

    What a map shows of places without a figure is no mark: it has to step back.
    """
    for at, trace in enumerate(json["data"]):
        if trace["type"] == "choropleth":
            yield from _areas(f"data.{at}", trace)
            continue
        for way, node in nodes(trace):
            if way.rpartition(".")[2] in DRAWS and "color" in node and node.get("width") != 0:
                colours = node["color"] if isinstance(node["color"], list) else [node["color"]]
                for colour in colours:
                    yield f"data.{at}.{way}", colour
        if "fillcolor" in trace:  # a tint of its line; the line itself must stand out
            yield f"data.{at}.fillcolor", re.sub(r",[\d.]+\)$", ",1)", trace["fillcolor"])
    for shape in json["layout"].get("shapes", ()):
        yield "shape", shape["line"]["color"]


def _areas(where: str, trace: dict[str, Any]) -> Iterator[tuple[str, str]]:
    yield f"{where}.outline", trace["marker"]["line"]["color"]
    if trace["name"] != NO_FIGURE:
        yield f"{where}.fill", trace["colorscale"][0][1]


def nodes(json: Any, way: str = "") -> Iterator[tuple[str, dict[str, Any]]]:
    """Every object in a JSON value, with the way to it."""
    if isinstance(json, dict):
        yield way, json
        for key, value in json.items():
            yield from nodes(value, f"{way}.{key}" if way else key)
    elif isinstance(json, list):
        for at, value in enumerate(json):
            yield from nodes(value, f"{way}.{at}")
