"""What the figures cover: places with figures by series, and countries that a map can draw."""

from __future__ import annotations

import json
from pathlib import Path

import streamlit as st

from utils.store import snapshot
from utils.ui import load
from utils.views import headlines

GEOMETRY = Path(__file__).parents[2] / "static" / "geo"


@st.cache_data(show_spinner=False)
def drawable() -> frozenset[str]:
    """Codes of the countries that the bundled world map can draw."""
    shapes = json.loads((GEOMETRY / "world_110m.json").read_text("utf-8"))
    countries = shapes["objects"]["countries"]["geometries"]
    return frozenset(str(country["id"]) for country in countries)


@st.cache_data(show_spinner=False)
def _coverage(stamps: tuple[str, ...]) -> dict[str, frozenset[str]]:
    return {id: headlines.covers(load.evidence(id)) for id in load.indicators()}


def coverage() -> dict[str, frozenset[str]]:
    """The places that each series has figures for, taking everyone together."""
    return _coverage(tuple(snapshot.stamp(id) for id in load.indicators()))
