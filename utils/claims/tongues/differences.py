"""A change and a gap in any language: both levels, the difference, and what may be said of it."""

from __future__ import annotations

import math

from utils.claims import pieces
from utils.claims.draft import Draft
from utils.claims.library import Library
from utils.claims.tongues import statistic
from utils.language import groups, places, say, units, verbatim
from utils.model import Indicator, Place, Sentences
from utils.model.evidence import Row


def size(draft: Draft) -> str:
    """The difference without its sign, in points where it is one of shares."""
    number = draft.quantity
    text = units.difference(abs(number.value), _unit(draft), number.decimals)
    return text.lstrip("+")


def _unit(draft: Draft) -> str:
    return "percent" if draft.quantity.unit == "points" else draft.quantity.unit


def bounds(draft: Draft) -> str:
    """The interval of the difference; empty where there is none."""
    number = draft.quantity
    if math.isnan(number.low) or math.isnan(number.high):
        return ""
    return units.interval(number.low, number.high, number.decimals)


def _told(draft: Draft, one: str, other: str) -> str:
    """The verdict with its interval."""
    return pieces.verdict(draft.verdict, size(draft), bounds(draft), one, other)


def change(draft: Draft, library: Library) -> Sentences:
    """Two periods of one line."""
    card, place = statistic.card(draft), statistic.place(draft, library)
    first, second = sorted(draft.rows, key=lambda row: row["start"])
    was = say("{when}, it was {value}.", when=pieces.when(first), value=pieces.value(first, card))
    then = say(
        "{when}, it was {value}.",
        when=pieces.when(first, whole=True),
        value=pieces.number(first, card),
    )
    told = _told(draft, pieces.period(second), pieces.period(first))
    group = "" if second["group"] == "all" else f", {groups.quoted(second['group'])}"
    figures = f"{pieces.number(first, card)} ({pieces.period(first)}), " + (
        f"{pieces.number(second, card)} ({pieces.period(second)})"
    )
    return Sentences(
        short=f"{verbatim(card.plain_title)}, {places.name(place)}{group}: {figures}",
        written=f"{pieces.level(second, card, place)} {was} {told}",
        spoken=f"{pieces.level_aloud(second, card, place)} {pieces.aloud(f'{then} {told}')}",
        plain=_plain(draft, card, place, second, first, say("before")),
    )


def gap(draft: Draft, library: Library) -> Sentences:
    """Two places or two groups in one period."""
    card, known = statistic.card(draft), library.places()
    row, against = draft.rows
    name, other = _names(row, against, known[row["place"]], known[against["place"]])
    where = known[row["place"]]
    told = _told(draft, name, other)
    values = [pieces.number(side, card) for side in (row, against)]
    beside = say("For {name}, it was {value}.", name=other, value=pieces.value(against, card))
    plainly = say("For {name}, it was {value}.", name=other, value=values[1])
    what = f"{verbatim(card.plain_title)}, {pieces.period(row)}"
    return Sentences(
        short=f"{what}: {name} {values[0]}, {other} {values[1]}",
        written=f"{pieces.level(row, card, where)} {beside} {told}",
        spoken=f"{pieces.level_aloud(row, card, where)} {pieces.aloud(f'{plainly} {told}')}",
        plain=_plain(draft, card, where, row, against, other),
    )


def _names(row: Row, against: Row, one: Place, other: Place) -> tuple[str, str]:
    """What tells one side from the other: group or place."""
    if one.code == other.code:
        return groups.quoted(row["group"]), groups.quoted(against["group"])
    return places.name(one), places.name(other)


def _plain(draft: Draft, card: Indicator, place: Place, row: Row, against: Row, name: str) -> str:
    """Both levels out of as many people."""
    if not draft.sentences.plain:
        return ""
    one, other = float(row["value"]), float(against["value"])
    now = pieces.people(row, card, place, statistic.share(row, card, other))
    then = statistic.share(against, card, one)
    exact = pieces.number(against, card)
    return f"{now} {pieces.capital(name)}: {then} ({exact})."
