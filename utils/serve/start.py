"""Starts the app: `python -m streamlit run utils/serve/start.py`, which is what `make run` does."""

from __future__ import annotations

from pathlib import Path

import streamlit as st
from starlette.middleware import Middleware
from starlette.routing import Route
from streamlit.runtime.pages_manager import PagesManager

from utils.serve import health, redact, settings, take, warm
from utils.serve.door import Door
from utils.serve.front import Front
from utils.serve.headers import Headers
from utils.serve.icons import Icons
from utils.serve.packed import Packed
from utils.serve.quota import Quota
from utils.serve.sockets import Sockets
from utils.ui import served

ROOT = Path(__file__).resolve().parents[2]

# Until the first run of app.py, Streamlit takes the folder pages/ for its own old menu; whoever
# came first by deep link would see that menu. We have a menu, so we say so before anybody comes.
PagesManager.uses_pages_directory = False

redact.logs()
served.GUARDED.set()

shelf = take.Take()
app = st.App(
    ROOT / "app.py",
    routes=[
        Route("/healthz", health.Health().answer),
        Route("/take/{name}", shelf.newest),
        Route("/take/{digest}/{name}", shelf.exact),
    ],
    middleware=[  # the outermost first
        Middleware(Headers, ancestors=settings.frame_ancestors()),
        Middleware(Door),
        Middleware(Sockets),
        Middleware(Quota),
        Middleware(Icons),
        Middleware(Front),
        Middleware(Packed),
    ],
    lifespan=warm.up,
    on_script_error=redact.shown,
)

if __name__ == "__main__":
    app.run()
