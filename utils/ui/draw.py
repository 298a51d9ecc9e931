"""Draws a view in the theme of the visitor and on the day of the server."""

from __future__ import annotations

import streamlit as st

from utils.figures import palette
from utils.model import Evidence
from utils.ui import extent, load
from utils.ui.clock import today
from utils.ui.view import View
from utils.views import drawing as drawings
from utils.views.drawing import Drawing, Setting

__all__ = ["Drawing", "drawing", "setting"]


def setting() -> Setting:
    """What pictures depend on besides their rows, for the page at hand."""
    theme = palette.theme(st.context.theme.type)
    return Setting(load.places(), today(), theme, extent.drawable())


def drawing(view: View, shown: Evidence, everything: Evidence) -> Drawing:
    """The picture of a view's rows and the words that go with it, see `drawings.drawing`."""
    return drawings.drawing(view, shown, everything, setting())
