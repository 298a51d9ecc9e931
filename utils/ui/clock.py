"""Today, in one place, so that ages can be tested, and what else words and colours depend on."""

from __future__ import annotations

import datetime as dt

import streamlit as st

from utils.language import current


def today() -> dt.date:
    """The server's date."""
    return dt.date.today()


def moment() -> tuple[str, str, str]:
    """What counts beside the figures: the day, because ages are said, colours, and the language.

    It belongs in the key of everything that is kept with words or colours in it.
    """
    return today().isoformat(), st.context.theme.type or "", current().locale
