"""Awareness days, weeks and months with the rule for their dates. Quotes are not carried over."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from utils.model.reach import AwarenessEvent
from utils.sources.campaign_words import sentence

REGIONS = {
    "global": "WLD",
    "Australia": "AUS",
    "Brazil": "BRA",
    "Canada": "CAN",
    "United Kingdom": "GBR",
    "United States": "USA",
    "US / UK": "USA;GBR",
    "US / global": "WLD",
}
DATE = r"\d{4}(-\d{2}(-\d{2})?)?"
DATES = re.compile(rf"{DATE}(/{DATE})?(;{DATE}(/{DATE})?)*")
RULE_TEXTS = {
    "blt": "announced by Bell each year; late January, usually but not always a Wednesday",
    "988day": "8 September",
    "988launch": "happened once, on 16 July 2022",
}
KINDS = {"day", "week", "month", "milestone"}
CONFIDENCE = {"high", "medium", "low"}
NO_DATES = {"2003 on": ""}
"""Printed instead of dates; what it says stands in the note."""
NOTES = {
    "blt": "2013 and 2014 were Tuesdays, 2021 a Thursday; no date after 2025 was found",
    "cmhw": "The organiser sets the week each year",
    "umhd": "No fixed rule; the hashtag is the usual one and was not printed in the source",
    "mmhw": (
        "The page doesn't print the year; 29 April was a Monday in 2024. The hashtag is not from "
        "a source"
    ),
    "988day": "First held in 2024; whether it stays on 8 September wasn't found",
    "wspd": "Held every year since 2003",
    "setembro": "Known as the month of suicide prevention; no page about its rule was read",
    "janeiro": "736 of 782 scraped posts with the hashtag were written in January",
    "ndsd": "The year isn't printed: 2020 or 2026 by the weekday",
    "edaw-uk": "The week of the US organiser can be another one",
    "mhaw": "In 2020 it began on the third Monday, so the rule is only a guess",
    "bluemonday": (
        "Invented for marketing and disputed by charities: listed because it draws attention; the "
        "rule is inferred from one date"
    ),
    "tttd": "The rule gives all dates that are known; first held in 2014",
    "988launch": "",
    "cmha": "Others say: the first week of May",
    "nspw": "Sunday to Saturday in 2018, Monday to Sunday in 2023",
    "miaw": "The dates were printed without a year: 2020 or 2026 by the weekday",
    "movember": "Men's health, only partly mental health",
}
"""Notes in our own words; the others stand as they are in the file."""


def events(rows: Iterable[Mapping[str, str]]) -> Iterator[AwarenessEvent]:
    """One event a row, in the order of the file (through the year).

    ``region`` is one or several place codes with ";" between. Raises `ValueError` for an
    unknown region, kind or confidence, and for dates that can't be read.
    """
    for row in rows:
        id, dates = row["event_id"], NO_DATES.get(row["known_dates"], row["known_dates"])
        if row["region"] not in REGIONS:
            raise ValueError(f"{id}: unknown region {row['region']}.")
        if row["kind"] not in KINDS or row["confidence"] not in CONFIDENCE:
            raise ValueError(f"{id}: unknown kind or confidence: {row['kind']}.")
        if dates and not DATES.fullmatch(dates):
            raise ValueError(f"{id}: the dates {dates} can't be read.")
        yield AwarenessEvent(
            id=id,
            name=row["name"],
            kind=row["kind"],
            region=REGIONS[row["region"]],
            hashtags=row["hashtags"],
            rule=row["rule"],
            rule_text=RULE_TEXTS.get(id, row["rule_text"]),
            known_dates=dates,
            url=row["source_url"],
            confidence=row["confidence"],
            note=sentence(NOTES.get(id, row["note"])),
        )
