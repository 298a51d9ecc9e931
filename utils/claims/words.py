"""Sentences of a claim: short, written, spoken and plain, from the parts in `phrases`."""

from __future__ import annotations

import math
import re
from collections.abc import Sequence

from utils.claims import phrases
from utils.model import Indicator, Place, Quantity, periods, units
from utils.model.evidence import COLUMNS, Row
from utils.model.periods import MONTHS

SHORT = 90
"""Letters of the short sentence, where its parts allow it."""
WHOLE_MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
NAMES = dict(zip(MONTHS, WHOLE_MONTHS, strict=True))
MONTH = re.compile(rf"\b({'|'.join(MONTHS)})\b(?= \d| to )")
OF_EVERY = 100_000


def period(row: Row) -> str:
    """The period of a row as printed."""
    return periods.label(row["start"], row["end"])


def aloud(text: str) -> str:
    """A written text as it is read: months in full, `%` and the minus sign as words."""
    text = MONTH.sub(lambda month: NAMES[month[1]], text)
    return text.replace("%", " percent").replace("\N{MINUS SIGN}", "minus ")


def lower(text: str) -> str:
    """The same text with a small first letter."""
    return text[:1].lower() + text[1:]


def fitting(candidates: Sequence[str]) -> str:
    """The first candidate of at most `SHORT` letters, else the shortest.

    Each must name what was measured and where: a slide may show nothing but this line.
    """
    return next((one for one in candidates if len(one) <= SHORT), min(candidates, key=len))


def quantity(row: Row, card: Indicator) -> Quantity:
    """The value of a row as the number of a claim."""
    value, low, high = (float(row[name]) for name in ("value", "low", "high"))
    bounded = not (math.isnan(low) or math.isnan(high))
    return Quantity(
        value=value,
        low=low,
        high=high,
        unit=card.unit,
        decimals=card.decimals,
        text=units.quantity(value, card.unit, card.decimals),
        interval=units.interval(low, high, card.decimals) if bounded else "",
    )


def bare(row: Row, card: Indicator, place: Place) -> str:
    """One value as a clause, without period, interval or status."""
    quiet = {name: row[name] for name in COLUMNS}
    quiet |= {"low": math.nan, "high": math.nan, "status": "A"}
    clause = phrases.level(quiet, card, place)
    if row["group"] == "all":
        return clause
    return clause.replace(f"({row['group']})", f"in the group “{row['group']}”", 1)


def spoken(row: Row, card: Indicator, place: Place) -> str:
    """One value as a sentence to be read aloud, the interval in a second one."""
    said = f"{phrases.when(row)}, {bare(row, card, place)}."
    found = quantity(row, card)
    if found.interval:
        said += f" The interval runs from {found.interval}{units.SUFFIX.get(card.unit, '')}."
    status = phrases.UNSTATED.get(row["status"], "")
    return aloud(said + (f" The figure is {status}." if status else ""))


def short(row: Row, card: Indicator, place: Place) -> str:
    """The value with what it is, where and when, in one line."""
    value = units.quantity(row["value"], card.unit, card.decimals)
    group = "" if row["group"] == "all" else f", {row['group']}"
    when = period(row)
    return fitting(
        [
            f"{when}: {bare(row, card, place)}",
            f"{card.plain_title}: {value}{group}{where(card, place)}, {when}",
        ]
    )


def plain(row: Row, card: Indicator, place: Place, beside: float | None = None) -> str:
    """The natural frequency with the exact value beside it; empty where there is none.

    An age-standardised figure is no share of the people there, so it is not told as heads.

    ``beside`` is the value it is compared with, so that both are out of as many people.
    """
    shares = card.unit in ("percent", "per 100,000")
    if "{value}" in card.finding or not shares or card.standardisation == "age-standardised":
        return ""
    people = card.people
    if row["group"] != "all":
        people += f" ({row['group']})"
    value = units.quantity(row["value"], card.unit, card.decimals)
    share = frequency(float(row["value"]), card.unit, beside)
    return f"{phrases.capital(share)} {people} in {place.spoken} {card.finding} ({value})."


def frequency(value: float, unit: str, beside: float | None = None) -> str:
    """`about 1 in 5`, out of 100 where it is compared; a rate per 100,000 stays one, rounded."""
    if unit == "percent":
        return units.one_in(value) if beside is None else units.out_of(value, beside)
    shown = round(value)
    return f"about {shown:,} in {OF_EVERY:,}" if shown >= 1 else f"fewer than 1 in {OF_EVERY:,}"


def titled(card: Indicator, place: Place, row: Row) -> str:
    """What a claim is about: the series, the place, the group where there is one."""
    group = "" if row["group"] == "all" else f" ({row['group']})"
    return f"{card.plain_title}{group}{where(card, place)}"


def where(card: Indicator, place: Place) -> str:
    """The place behind a title, unless the title names it already as its whole area."""
    # "in England and Wales" does not name England
    whole = rf"\bin (the )?{re.escape(place.name)}\b(?! and\b)"
    named = re.search(whole, card.plain_title)
    american = place.code == "USA" and card.plain_title.startswith("US ")
    return "" if named or american else f", {place.name}"
