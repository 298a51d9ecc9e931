"""The parts of a sentence: one value with its people, place and period; a place's name."""

from __future__ import annotations

import math

from utils.language import later
from utils.model import Indicator, Place, periods, units
from utils.model.evidence import Row

UNSTATED = {"P": "provisional", "U": "marked unreliable by the source", "E": "estimated"}

COUNTED = ("deaths", "people", "referrals", "courses")
"""Units that are said in more and fewer."""
UNTESTED = later("we can't test whether it is more than chance")


def moved(size: str, card: Indicator, verdict: str) -> str:
    """`2.5 points higher`, `912 more deaths`: a difference without its sign, with a direction."""
    if card.unit in COUNTED:
        more = "more" if verdict == "higher" else "fewer"
        return size.replace(f" {card.unit}", f" {more} {card.unit}")
    return f"{size} {verdict}"


def when(row: Row) -> str:
    """`In 2019`, `From 23 Apr to 5 May 2020`: the period at the start of a sentence."""
    label = periods.label(row["start"], row["end"])
    if row["start"] == row["end"]:
        return f"On {label}"
    return f"From {label}" if " to " in label else f"In {label}"


def value(row: Row, card: Indicator, name: str = "") -> str:
    """The value with its unit; in brackets whose it is, the interval and a telling status."""
    said = [name, _interval(row, card), UNSTATED.get(row["status"], "")]
    extra = "; ".join(part for part in said if part)
    return units.quantity(row["value"], card.unit, card.decimals) + (f" ({extra})" if extra else "")


def _interval(row: Row, card: Indicator) -> str:
    if math.isnan(row["low"]) or math.isnan(row["high"]):
        return ""
    return f"{card.interval_name} {units.interval(row['low'], row['high'], card.decimals)}"


def level(row: Row, card: Indicator, place: Place) -> str:
    """One value as a clause, without its period: `21.4% of adults in ... reported ...`."""
    people = card.people
    if row["group"] != "all":
        people += f" ({row['group']})"
    where = f"{people} in {place.spoken}"
    if "{value}" in card.finding:
        return f"{where} {card.finding.format(value=value(row, card))}"
    printed = value(row, card)
    if card.unit == "percent":
        return f"{printed} of {where} {card.finding}"
    if card.unit in ("per 100,000", "days"):
        return f"{printed} {where} {card.finding}"
    bare = printed.replace(f" {card.unit}", "", 1)
    return f"{bare} {where} {card.finding}"


def capital(text: str) -> str:
    """The same text with a capital first letter."""
    return text[:1].upper() + text[1:]
