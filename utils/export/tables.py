"""Claims as tables: the rows behind each one, and all of them on a page of figures."""

from __future__ import annotations

import pandas as pd

from utils.export import csv
from utils.export.door import Parcel
from utils.model import Evidence


def rows(parcel: Parcel, evidence: Evidence) -> pd.DataFrame:
    """Rows of one or several series as they leave the house, in the columns of `csv.COLUMNS`."""
    frame, deck = evidence.rows, parcel.deck
    ids = list(frame["series"].unique())
    if len(ids) == 1:
        return csv.table(evidence, deck.cards[ids[0]], deck.places)
    parts = [
        csv.table(evidence.with_rows(frame[frame["series"] == id]), deck.cards[id], deck.places)
        for id in ids
    ]
    return pd.concat(parts, ignore_index=True) if parts else pd.DataFrame(columns=csv.COLUMNS)


def figures(parcel: Parcel) -> pd.DataFrame:
    """One row a claim: value, interval and period as printed, the sentence, source and link."""
    columns = (
        "number", "title", "value", "unit", "printed", "interval", "period", "sentence",
        "caveats", "grade", "source", "licence", "link", "spec",
    )  # fmt: skip
    lines = [
        (
            n,
            claim.title,
            claim.quantity.value,
            claim.quantity.unit,
            claim.quantity.text,
            parcel.interval(claim),
            claim.period,
            claim.sentences.written,
            " ".join(one.text for one in claim.caveats),
            claim.grade.letter,
            claim.source_line,
            "; ".join(dict.fromkeys(one.licence for one in claim.citations)),
            parcel.link(claim),
            claim.spec,
        )
        for n, claim in enumerate(parcel.deck.claims, 1)
    ]
    return pd.DataFrame(lines, columns=list(columns))
