"""Where things stand on a page. On a phone the parts follow each other in the same order."""

from __future__ import annotations

from typing import Literal
from urllib.parse import urlsplit

import streamlit as st
from streamlit.delta_generator import DeltaGenerator


def statistics() -> tuple[DeltaGenerator, ...]:
    """Question and answer, choices, chart, meaning beside it, source and downloads below."""
    top, choices = st.container(), st.container()
    left, right = st.columns([13, 5], gap="medium")
    return top, choices, left, right, st.container()


def menu() -> Literal["top", "hidden"]:
    """Where the menu stands: on top, and out of sight while somebody presents."""
    here = urlsplit(st.context.url or "").path.rstrip("/")
    return "hidden" if here.endswith("/present") else "top"
