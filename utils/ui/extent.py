"""What the figures cover: places with figures by series, and countries that a map can draw."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path

from utils.ui import load
from utils.ui.kept import kept
from utils.views import headlines

GEOMETRY = Path(__file__).parents[2] / "static" / "geo"


@cache
def drawable() -> frozenset[str]:
    """Codes of the countries that the bundled world map can draw."""
    shapes = json.loads((GEOMETRY / "world_110m.json").read_text("utf-8"))
    countries = shapes["objects"]["countries"]["geometries"]
    return frozenset(str(country["id"]) for country in countries)


@kept(2)
def _coverage(stamps: load.Stamps) -> dict[str, frozenset[str]]:
    return {id: headlines.covers(load.evidence(id)) for id in load.indicators()}


def coverage() -> dict[str, frozenset[str]]:
    """The places that each series has figures for, taking everyone together."""
    return _coverage(load.stamps())
