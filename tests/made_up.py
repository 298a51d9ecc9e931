"""Made-up cards, places and rows for tests. No number in here was ever measured."""

from __future__ import annotations

import dataclasses
import datetime as dt
from typing import Any

import pandas as pd

from utils.model import (
    COLUMNS,
    Break,
    DataSpec,
    Evidence,
    Indicator,
    Origin,
    Place,
    Release,
    Source,
)

PLACES = {
    code: Place(code, name, spoken, kind, parent)
    for code, name, spoken, kind, parent in [
        ("AAA", "Madeupland", "the land of Madeup", "country", ""),
        ("BBB", "Nowhere", "Nowhere", "country", ""),
        ("CCC", "Utopia", "Utopia", "country", ""),
        ("AA-1", "North Madeup", "the north of Madeup", "state", "AAA"),
        ("WLD", "World", "the world", "world", ""),
    ]
}
RELEASE = Release(
    "made-up-2020", "made/up.csv", "https://example.org/up", "2020", dt.date(2021, 2, 3)
)
SOURCE = Source(
    id="made-up-source",
    title="Made-up survey",
    producer="Office of Made-up Figures",
    url="https://example.org/",
    licence="Made-up licence",
    licence_url="https://example.org/licence",
    redistributable=True,
    citation="Office of Made-up Figures. Made-up survey.",
    releases=(RELEASE,),
)
ORIGIN = Origin("made-up", SOURCE, RELEASE, RELEASE.url, RELEASE.retrieved, "0" * 64, 3)
CARD = Indicator(
    id="made-up-share",
    title="Made-up share",
    plain_title="Made-up share",
    question="How many people are made up?",
    topic="Tests",
    aspect="need",
    role="education",
    unit="percent",
    decimals=1,
    people="made-up people",
    finding="were made up",
    definition="Nothing that was ever measured.",
    instrument="A test",
    instrument_type="self-rated",
    recall="",
    population="Nobody",
    missed="Everybody",
    method="survey",
    standardisation="crude",
    frequency="P1Y",
    data=DataSpec("made_up", ("made-up-2020",), {}),
)


def card(**changes: Any) -> Indicator:
    """The made-up card with some fields changed."""
    return dataclasses.replace(CARD, **changes)


def cut(year: int, *splits: str, label: str = "Made-up break") -> Break:
    """A break on New Year's Day."""
    return Break(dt.date(year, 1, 1), label, "The test changed.", "https://example.org/", splits)


def row(start: int | str, value: float | None, **more: Any) -> dict[str, Any]:
    """One row; a year stands for the whole of it, text such as `2020-03-01` for one day."""
    first, last = (f"{start}-01-01", f"{start}-12-31") if isinstance(start, int) else (start,) * 2
    plain = {
        "series": CARD.id,
        "place": "AAA",
        "group_by": "all",
        "group": "all",
        "start": first,
        "end": last,
        "value": value,
        "low": None,
        "high": None,
        "status": "A" if value is not None else "M",
        "origin": ORIGIN.id,
    }
    return {**plain, **more}


def frame(*records: dict[str, Any]) -> pd.DataFrame:
    """Rows in the columns of `Evidence`, typed as the store types them."""
    rows = pd.DataFrame(list(records), columns=list(COLUMNS))
    numbers = dict.fromkeys(("value", "low", "high"), "float64")
    days = dict.fromkeys(("start", "end"), "datetime64[s]")
    return rows.astype({**numbers, **days})


def evidence(*records: dict[str, Any], origins: tuple[Origin, ...] = (ORIGIN,)) -> Evidence:
    """Made-up rows with their made-up origin."""
    return Evidence(frame(*records), origins)
