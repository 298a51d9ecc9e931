"""What a licence lets a reader take along: rows and pictures, or the cited figure alone."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from utils.language import say
from utils.model import Evidence, Source
from utils.ui.cards import PICTURE, Buttons
from utils.ui.text import plain


def barred(pieces: Sequence[Evidence]) -> list[Source]:
    """The sources behind these rows whose licence does not let them be passed on."""
    every = {origin.source.id: origin.source for one in pieces for origin in one.origins}
    return [source for source in every.values() if not source.redistributable]


def refused(pieces: Sequence[Evidence]) -> bool:
    """Says why these rows are not offered, if they may not be; the citation stays."""
    closed = barred(pieces)
    for source in closed:
        st.markdown(
            say(
                "No download here: the licence of {producer} ([{licence}]({licence_url})) does "
                "not let this app pass its rows or pictures of them on. [Get them from the "
                "publisher]({url}). You can still cite single figures with their source.",
                producer=plain(source.producer),
                licence=plain(source.licence),
                licence_url=source.licence_url,
                url=source.url,
            )
        )
    return bool(closed)


def buttons(pieces: Sequence[Evidence], usual: Buttons = PICTURE) -> Buttons:
    """The buttons of a chart, without the camera where a picture may not be passed on."""
    if barred(pieces):
        return tuple(one for one in usual if one != "toImage")
    return usual
