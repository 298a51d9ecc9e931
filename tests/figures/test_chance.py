"""An answer beside chance: marks that name both axes, and sizes in digits for whoever listens."""

from __future__ import annotations

from types import SimpleNamespace

import pandas as pd

from tests.figures.every import dated, lagged
from utils.figures import chance, palette
from utils.language import speaking
from utils.language.tongue import tongue

LIGHT = palette.theme("light")


def test_what_hovers_names_both_axes() -> None:
    said = [dated(LIGHT).data[0].hovertemplate, lagged(LIGHT).data[0].hovertemplate]
    assert said == [
        "After less before: %{x}<br>Other dates: %{y}<extra></extra>",
        "Lag in months: %{x}<br>Likeness of changes: %{y:.2f}<extra></extra>",
    ]
    with speaking(tongue("es")):
        spanish = [dated(LIGHT).data[0].hovertemplate, lagged(LIGHT).data[0].hovertemplate]
    assert not set(said) & set(spanish)


def test_sizes_are_read_aloud_in_digits() -> None:
    found = SimpleNamespace(
        placebo=pd.Series([12_345.0] * 40), statistic=-98_765.4, verdict="not unusual"
    )
    said = chance.dates_alt(found)  # type: ignore[arg-type]
    assert "lie between 12,300 and 12,300; this day has \N{MINUS SIGN}98,800" in said
