"""A chart as data that a page carries: the light figure, and what is different in the dark."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import plotly.graph_objects as go

Change = tuple[list[str | int], Any]


def data(light: go.Figure, dark: go.Figure) -> dict[str, Any]:
    """`figure` as Plotly reads it, and `dark`: paths into it with the value they have there.

    Raises `ValueError` where the two figures differ in more than single values.
    """
    one, other = _plain(light), _plain(dark)
    return {"figure": one, "dark": [list(change) for change in _changes(one, other, [])]}


def _plain(figure: go.Figure) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(figure.to_json(engine="json"))
    return {"data": found["data"], "layout": found["layout"]}


def _changes(one: Any, other: Any, path: list[str | int]) -> Iterator[Change]:
    if isinstance(one, dict) and isinstance(other, dict):
        if one.keys() != other.keys():
            raise ValueError(f"The dark figure has other parts at {path}.")
        for key in one:
            yield from _changes(one[key], other[key], [*path, key])
    elif isinstance(one, list) and isinstance(other, list) and len(one) == len(other):
        for at, (left, right) in enumerate(zip(one, other, strict=True)):
            yield from _changes(left, right, [*path, at])
    elif one != other:
        yield path, other
