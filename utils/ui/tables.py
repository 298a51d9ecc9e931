"""The numbers of a chart as a table: for eyes, ears and keyboards."""

from __future__ import annotations

from typing import Literal

import pandas as pd
import streamlit as st

from utils.export import csv
from utils.language import say
from utils.model import Card, Evidence
from utils.ui import load
from utils.ui.fold import fold

FULL = 11
"""Rows from which on Streamlit's own height no longer grows; what does not fit is scrolled to."""
FULL_HEIGHT = 425
"""Height of a table of so many rows or more, in px, as Streamlit would find it by itself. Said
beforehand, so that nothing below a table jumps when it is drawn."""


def height(frame: pd.DataFrame) -> int | Literal["auto"]:
    """The height of a table where it is known beforehand."""
    return FULL_HEIGHT if len(frame) >= FULL else "auto"


def rows(card: Card, shown: Evidence, unfolded: bool = False) -> None:
    """The rows of the chart as a table: the same numbers, for eyes, ears and keyboards."""
    if unfolded:
        table(card, shown)
        return
    with fold(say("The same rows as a table"), "table") as is_open:
        if is_open:
            table(card, shown)


def table(card: Card, shown: Evidence, key: str = "table") -> None:
    """The rows as a table that can be sorted and read aloud."""
    frame = csv.short(shown, load.places())
    columns = list(frame)
    number = st.column_config.NumberColumn(format=f"%.{card.decimals}f")
    st.dataframe(
        frame[[c for c in columns if c != "group" or (shown.rows["group"] != "all").any()]],
        height=height(frame),
        hide_index=True,
        column_config={
            "place": say("Place"),
            "group": say("Group"),
            "period": say("Period"),
            "value": st.column_config.NumberColumn(
                say("Value ({unit})", unit=say(card.unit)), format=f"%.{card.decimals}f"
            ),
            "low": number,
            "high": number,
            "status_meaning": say("Status"),
        },
        alt=say("Table of {many} rows: {title}", many=len(frame), title=card.title),
        key=key,
    )


def folded(frame: pd.DataFrame, alt: str, key: str) -> None:
    """Numbers that were worked out for one chart, folded away below it."""
    with fold(say("The same rows as a table"), key) as is_open:
        if is_open:
            words = say("Table of {many} rows. {alt}", many=len(frame), alt=alt)
            st.dataframe(frame, height=height(frame), hide_index=True, alt=words, key=key)
