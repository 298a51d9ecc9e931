"""Parts that are folded away: neither worked out nor sent before somebody opens them."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import streamlit as st


@contextmanager
def fold(label: str, key: str) -> Iterator[bool]:
    """A fold-out; tells whether it is open, and what is written inside belongs to it.

    It stays open while its label is the same, so nothing that changes belongs in a label.
    """
    box = st.expander(label, key=f"fold-{key}", on_change="rerun")
    with box:
        yield bool(box.open)
