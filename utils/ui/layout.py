"""Where things stand on a page. On a phone the parts follow each other in the same order."""

from __future__ import annotations

from typing import Literal
from urllib.parse import urlsplit

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

CHART_AND_WORDS = (3, 1)
"""Shares of a chart and the words beside it. Quarters, because Streamlit draws a chart first in the
width that the browser prints, of six digits, and again if the width it measures is another one."""


def statistics() -> tuple[DeltaGenerator, ...]:
    """Question and answer, choices, chart, meaning beside it, source and downloads below."""
    top, choices = st.container(), st.container()
    left, right = st.columns(CHART_AND_WORDS, gap="medium")
    return top, choices, left, right, st.container()


def row() -> DeltaGenerator:
    """Buttons beside each other, as wide as each other; on a phone as many as there is room for.

    One message at every change, where columns are one more for each of them.
    """
    return st.container(horizontal=True)


def menu() -> Literal["top", "hidden"]:
    """Where the menu stands: on top, and out of sight while somebody presents."""
    here = urlsplit(st.context.url or "").path.rstrip("/")
    return "hidden" if here.endswith("/present") else "top"
