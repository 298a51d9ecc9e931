"""What a reader takes from the side-by-side page: sources, citations, and one file of its rows."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd
import streamlit as st

from utils.export import csv
from utils.figures.spans import Panel
from utils.language import say_many
from utils.model.evidence import merge
from utils.ui import freshness, leave, load, passing_on


def download(drawn: Sequence[Panel]) -> None:
    """One file with exactly the rows of all panels, each with its own unit and source."""
    if passing_on.refused([panel.evidence for panel in drawn]):
        return
    count = sum(len(panel.evidence) for panel in drawn)
    st.download_button(
        say_many(
            "Download the {count} row shown (CSV)", "Download the {count} rows shown (CSV)", count
        ),
        data=lambda: csv.text(
            pd.concat(
                [csv.table(one.evidence, one.card, load.places()) for one in drawn],
                ignore_index=True,
            )
        ),
        file_name=csv.file_name("side-by-side", *(one.card.id for one in drawn[:2])),
        mime="text/csv",
        on_click="ignore",
        icon=":material/download:",
        key="download-panels",
    )


def sources(drawn: Sequence[Panel]) -> None:
    """Who published each series, its licence, and how to cite it."""
    whole = merge([panel.evidence for panel in drawn])
    for one in whole.sources:
        st.markdown(leave.published(one))
    for panel in drawn:
        freshness.note(panel.card, panel.evidence)
    leave.citation(whole)
