"""The pieces of a sentence in any language: a period, a value with its interval, a quoted title."""

from __future__ import annotations

import datetime as dt
import math
from typing import Any

from utils.claims import phrases, words
from utils.language import ENGLISH, current, groups, periods, places, say, units, verbatim
from utils.model import Card, Indicator, Place
from utils.model.evidence import Row

PERCENT_ALOUD = ("\N{NO-BREAK SPACE}%", "\N{NARROW NO-BREAK SPACE}%", "%")


def when(row: Row, whole: bool = False) -> str:
    """`In 2019`, `From 23 April to 5 May 2020`; ``whole`` writes months out."""
    return during(row["start"], row["end"], whole)


def during(start: Any, end: Any, whole: bool = False) -> str:
    """The same for a first and a last day."""
    first, last = periods.parts(start, end, whole)
    if not first:
        return say("On {day}", day=last) if start == end else say("In {period}", period=last)
    if start.day == 1 and (end + dt.timedelta(days=1)).day == 1:
        return say("Between {first} and {last}", first=first, last=last)
    return say("From {first} to {last}", first=first, last=last)


def period(row: Row) -> str:
    """The period alone, as it stands in brackets."""
    return periods.label(row["start"], row["end"])


def small(text: str) -> str:
    """The same text with a small first letter."""
    return text[:1].lower() + text[1:]


def capital(text: str) -> str:
    """The same text with a capital first letter."""
    return text[:1].upper() + text[1:]


def whose(card: Card, place: Place, group: str = "all") -> str:
    """What is spoken of: the title in quotes; in brackets place, people and group."""
    said = [places.name(place)]
    if isinstance(card, Indicator) and card.people != "people":
        said.append(say("people: {people}", people=verbatim(card.people)))
    if group != "all":
        said.append(say("group: {group}", group=groups.quoted(group)))
    return f"{verbatim(card.plain_title)} ({'; '.join(said)})"


def number(row: Row, card: Card) -> str:
    """The value with its unit."""
    return units.quantity(float(row["value"]), card.unit, card.decimals)


def value(row: Row, card: Card) -> str:
    """The value with its unit; in brackets the interval and a telling status."""
    if current() == ENGLISH and isinstance(card, Indicator):
        return phrases.value(row, card)
    said = [interval(row, card), status(row)]
    extra = "; ".join(part for part in said if part)
    return number(row, card) + (f" ({extra})" if extra else "")


def interval(row: Row, card: Card) -> str:
    """The interval by its name; empty where the source gives none."""
    low, high = float(row["low"]), float(row["high"])
    if math.isnan(low) or math.isnan(high):
        return ""
    name = say(getattr(card, "interval_name", "95% interval"))
    bounds = units.interval(low, high, card.decimals)
    return say("{name}: {bounds}", name=name, bounds=bounds)


def status(row: Row) -> str:
    """`provisional` and the like; empty for a normal value."""
    word = phrases.UNSTATED.get(row["status"], "")
    return say(word) if word else ""


def named(row: Row, card: Card, name: str) -> str:
    """The value; in brackets whose it is, the interval and a telling status."""
    if current() == ENGLISH and isinstance(card, Indicator):
        return phrases.value(row, card, name)
    said = [name, interval(row, card), status(row)]
    return f"{number(row, card)} ({'; '.join(part for part in said if part)})"


def sentence(row: Any, card: Indicator, place: Place) -> str:
    """One value as a whole sentence: with the card's words in English, quoted elsewhere."""
    if current() == ENGLISH:
        return f"{phrases.when(row)}, {phrases.level(row, card, place)}."
    return level(row, card, place)


def level(row: Row, card: Card, place: Place) -> str:
    """The same where the title is quoted and the sentence is built around it."""
    return say(
        "{when}, the value of {what} was {value}.",
        when=when(row),
        what=whose(card, place, row["group"]),
        value=value(row, card),
    )


def level_aloud(row: Row, card: Card, place: Place) -> str:
    """The same to be read aloud: months in full, the interval in a sentence of its own."""
    told = say(
        "{when}, the value of {what} was {value}.",
        when=when(row, whole=True),
        what=whose(card, place, row["group"]),
        value=number(row, card),
    )
    low, high = float(row["low"]), float(row["high"])
    if not (math.isnan(low) or math.isnan(high)):
        upper = units.quantity(high, card.unit, card.decimals)
        told += " " + runs(units.number(low, card.decimals), upper)
    if word := status(row):
        told += " " + say("The figure is {status}.", status=word)
    return aloud(told)


def runs(low: str, high: str) -> str:
    """The interval as a sentence."""
    return say("The interval runs from {low} to {high}.", low=low, high=high)


def aloud(text: str) -> str:
    """A written text as it is read: `%` and signs as words."""
    if current() == ENGLISH:
        return words.aloud(text)
    for mark in PERCENT_ALOUD:
        text = text.replace(mark, f" {say('percent')}")
    return text.replace("\N{MINUS SIGN}", say("minus") + " ")


def short(row: Row, card: Card, place: Place) -> str:
    """The value with what it is, where and when, in one line."""
    group = "" if row["group"] == "all" else f", {groups.quoted(row['group'])}"
    where = f"{places.name(place)}{group}"
    return f"{verbatim(card.plain_title)}, {where}, {period(row)}: {number(row, card)}"


def people(row: Row, card: Card, place: Place, share: str) -> str:
    """A natural frequency with the exact value beside it."""
    return say(
        "{when}, by {what}: {share} ({value}).",
        when=when(row),
        what=whose(card, place, row["group"]),
        share=share,
        value=number(row, card),
    )


def verdict(found: str, size: str, bounds: str, one: str, other: str) -> str:
    """What may be said of a difference, ``one`` against ``other``: a direction only if tested."""
    values = {"size": size, "one": one, "other": other}
    match found:
        case "higher":
            text = say("The value of {one} is higher than that of {other}, by {size}", **values)
        case "lower":
            text = say("The value of {one} is lower than that of {other}, by {size}", **values)
        case "the same":
            text = say("The two values are the same")
        case "unclear":
            text = say("The difference of {size} is too small to tell from chance", **values)
        case _:
            text = say(
                "There is a difference of {size}; we can't test whether it is more than chance",
                **values,
            )
    if bounds:
        text += " " + say("(interval of the difference: {interval})", interval=bounds)
    return text + "."
