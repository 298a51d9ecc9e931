"""The server: `python -m utils.serve` starts the app with the same frame for every visitor."""

from __future__ import annotations

from pathlib import Path

import streamlit as st
from streamlit.runtime.pages_manager import PagesManager

ROOT = Path(__file__).parents[1]

# Until the first run of app.py, Streamlit takes the folder pages/ for its own old menu; whoever
# came first by deep link would see that menu. We have a menu, so we say so before anybody comes.
PagesManager.uses_pages_directory = False

app = st.App(ROOT / "app.py")

if __name__ == "__main__":
    app.run()
