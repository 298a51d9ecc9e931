"""Before the first visitor comes: loads what every page needs, and tells Python that it stays.

Python looks through everything it holds for what can be thrown away. Code, cards and figures are
never thrown away, so they are taken out of that search once they are there.
"""

from __future__ import annotations

import gc
import importlib
import logging
import pkgutil
import threading
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

import streamlit as st

from utils import ui

LOG = logging.getLogger("groundswell.serve")
SOON = 0.3
"""Seconds after which loading starts, so that the server answers first."""


@asynccontextmanager
async def up(_app: st.App) -> AsyncIterator[dict[str, Any] | None]:
    """While the server runs; loading goes on beside it."""
    timer = threading.Timer(SOON, load)
    timer.daemon = True
    timer.start()
    yield None
    timer.cancel()


def load() -> None:
    """Imports all that pages are made of, reads the cards, and freezes what is there.

    A fault in a card or a file is left to the page that meets it, which says so in words.
    """
    try:
        for module in pkgutil.iter_modules(ui.__path__):
            importlib.import_module(f"{ui.__name__}.{module.name}")
        _cards()
    except Exception:  # the server goes on without, as it would have started
        LOG.exception("not everything could be loaded beforehand")
    gc.collect()
    gc.freeze()


def _cards() -> None:
    from utils.ui import load as shelf

    for read in (shelf.series, shelf.campaigns, shelf.calendar, shelf.places, shelf.helplines):
        read()
