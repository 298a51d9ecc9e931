"""The opening and closing of every page: title, notes about the address, errors in words."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from utils import catalog
from utils.analysis.attention import AttentionError
from utils.analysis.calendar import RuleError
from utils.analysis.select import SelectionError
from utils.language import say
from utils.model import EvidenceError
from utils.store.snapshot import SnapshotError
from utils.ui import address, served, tongue
from utils.ui.text import plain

NAME = "Groundswell"
TROUBLE = (
    SnapshotError,
    SelectionError,
    EvidenceError,
    AttentionError,
    RuleError,
    catalog.CardError,
)
"""Errors that are told in their own words, because they say what to do next."""


@contextmanager
def page(id: str, title: str) -> Iterator[None]:
    """Frames a page: sets its title, reads the address, shows trouble politely, writes back.

    Without the guards of `utils.serve` it also warns in the terminal, see `served`.
    """
    tongue.begin()
    st.set_page_config(page_title=f"{say(title)} · {NAME}", layout="wide")
    served.warn()
    address.begin(id)
    tongue.settle()
    top = st.container()
    with part():
        yield
    address.end()
    with top:
        for sentence in address.notes():
            st.info(plain(sentence), icon=":material/info:")


@contextmanager
def part(*places: DeltaGenerator) -> Iterator[None]:
    """Shows trouble politely where it came up.

    ``places`` are what a part writes to elsewhere on the page: Streamlit keeps a spot in each
    only if something was written there when the page was first drawn.
    """
    try:
        yield
    except TROUBLE as error:
        st.warning(plain(str(error)))
        for place in places:
            place.empty()
