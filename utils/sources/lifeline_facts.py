"""Volumes of the US Lifeline (988) that news and policy pages quoted: single months and totals.

They are not a series: three months before and after the number changed, and totals since.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping

from utils.model import Fact

RETRIEVED = dt.date(2026, 11, 22)
MEASURES = {
    "Contacts to the Lifeline (calls, chats, texts), US": (
        ("contacts", "The Lifeline (now 988) received {} calls, chats and texts")
    ),
    "Overall answer rate, US": (
        "answered",
        "{} of contacts to the Lifeline (now 988) were answered",
    ),
    "Cumulative contacts since 988 launch, US": (
        ("contacts-since-launch", "The 988 Lifeline received about {} calls, chats and texts")
    ),
    "Cumulative calls since 988 launch, US": (
        ("calls-since-launch", "The 988 Lifeline received about {} calls")
    ),
    "Cumulative text messages since 988 launch, US": (
        ("texts-since-launch", "The 988 Lifeline received about {} text messages")
    ),
    "Cumulative chats since 988 launch, US": (
        ("chats-since-launch", "The 988 Lifeline received about {} chats")
    ),
}
MILLION = 1_000_000
ROUNDED = "Cumulative since July 2022, rounded by the source"
NO_CUT_OFF = "; the last day is when the figure was published, not a stated end of counting"
NOTES = {
    "": "One month, not a series.",
    "pre-988 ten-digit NSPL": "One month, not a series; before the number 988 existed.",
    "first full month of 988": "One month, not a series; the first full month of 988.",
    "rounded by the source": f"{ROUNDED}.",
    "rounded; end date is the KFF publication date, not a stated data cut-off": (
        f"{ROUNDED}{NO_CUT_OFF}."
    ),
    "rounded; see above": f"{ROUNDED}{NO_CUT_OFF}.",
}


def facts(rows: Iterable[Mapping[str, str]]) -> Iterator[Fact]:
    """One fact a row; raises `ValueError` for a measure or note that no rule knows."""
    for row in rows:
        if row["measure"] not in MEASURES or row["note"] not in NOTES:
            raise ValueError(f"Unknown in the quoted volumes: {row['measure']}, {row['note']}.")
        name, words = MEASURES[row["measure"]]
        value = float(row["value"])
        start, end = (dt.date.fromisoformat(row[f"period_{edge}"]) for edge in ("start", "end"))
        yield Fact(
            id=f"lifeline-{name}-{end:%Y-%m}",
            topic="Treatment and services",
            statement=words.format(_printed(value, row["unit"])),
            place="USA",
            start=start,
            end=end,
            value=value,
            unit=row["unit"],
            qualifier=NOTES[row["note"]],
            source_type="news or policy page quoting SAMHSA",
            source=row["source"][:1].upper() + row["source"][1:],
            url=row["source_url"],
            retrieved=RETRIEVED,
        )


def _printed(value: float, unit: str) -> str:
    if unit == "percent":
        return f"{value:g}%"
    return f"{value / MILLION:g} million" if value >= MILLION else f"{value:,.0f}"
