"""What plotly.js needs to write numbers and months in the reader's language; nothing is fetched."""

from __future__ import annotations

from typing import Any, Literal

from utils.language.tongue import current, in_english
from utils.language.units import separators
from utils.language.words import say

NAMES: tuple[tuple[Literal["wide", "abbreviated"], str, str], ...] = (
    ("wide", "days", "months"),
    ("abbreviated", "shortDays", "shortMonths"),
)
"""Widths in CLDR, and what plotly.js calls days and months of them."""


def options() -> dict[str, Any]:
    """Options of a chart for its language; none in English, which plotly.js speaks by itself.

    The words are handed over with the chart, because plotly.js brings no language but English
    and would have to load another from a server.
    """
    if in_english():
        return {}
    language = current().language
    return {"locale": language, "locales": {language: {"dictionary": _words(), "format": _dates()}}}


def _words() -> dict[str, str]:
    """What the buttons of a chart are called."""
    return {
        "Download plot": say("Download plot"),
        "Download plot as a PNG": say("Download plot as a PNG"),
        "Zoom": say("Zoom"),
        "Pan": say("Pan"),
        "Reset axes": say("Reset axes"),
    }


def _dates() -> dict[str, Any]:
    """Names of days and months by CLDR, the order of dates, and the marks in numbers."""
    from babel.dates import get_day_names, get_month_names

    language, marks = current().language, separators()
    names: dict[str, Any] = {
        "date": "%d/%m/%Y",
        "year": "%Y",
        "month": "%b %Y",
        "dayMonth": "%-d %b",
        "dayMonthYear": "%-d %b %Y",
        "decimal": marks[0],
        "thousands": marks[1],
    }
    for width, days, months in NAMES:
        found = get_day_names(width, "stand-alone", language)
        # CLDR begins the week with Monday, plotly.js with Sunday
        names[days] = [found[day] for day in (6, 0, 1, 2, 3, 4, 5)]
        names[months] = list(get_month_names(width, "stand-alone", language).values())
    return names
