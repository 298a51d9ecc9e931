"""Specs worth trying for a topic and a place: the latest figure, its past, its groups, help."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator

from utils.analysis import comparable
from utils.claims.library import Library
from utils.claims.line import EVERYONE, Rows, lines_of
from utils.claims.spec import Group, Spec
from utils.model import Card, Fact, Indicator, ReachSeries

YEARS = 5
"""A change is looked at over about this many years, or as long as figures can be compared."""
GROUPS = ("sex", "gender", "age")
"""Splits that are looked at for a gap, in this order."""
PAIR = ("Female", "Male")
RESIDUAL = re.compile(
    r"\b(indeterminate|other|unknown|not (stated|known|recorded|specified)|refused|missing|"
    r"unspecified|prefer not|none of these|total|all)\b",
    re.IGNORECASE,
)
"""Labels that name whoever was left over, and no group of people."""


def candidates(topic: str, place: str, library: Library) -> Iterator[Spec]:
    """Claims about the series, facts, campaigns and studies of a topic in a place."""
    cards = [card for card in library.series().values() if card.topic == topic]
    for code in around(place, library):
        mine = [card for card in cards if _has(card, code, library)]
        for card in mine:
            yield from _about(card, code, library)
        yield from (Spec("fact", (one.id,)) for one in _facts(topic, code, library))
        if mine:
            break
    else:
        yield from _defaults(cards, library)
    yield from _campaigns(place, cards, library)


def helping(topic: str, place: str, library: Library) -> Iterator[Spec]:
    """Claims about help: first what the topic's cards are related to, then any there is."""
    series = library.series()
    cards = [card for card in series.values() if isinstance(card, Indicator)]
    related = {id for card in cards if card.topic == topic for id in card.related}
    help = [card for card in cards if card.aspect == "help" and card.unit == "percent"]
    help.sort(key=lambda card: (card.instrument_type == "attitude", card.id not in related))
    for code in (*around(place, library), "WLD"):
        yield from (_latest(card, code, library) for card in help if _has(card, code, library))


def around(place: str, library: Library) -> list[str]:
    """A place, then what it lies in."""
    found = []
    while place and place in library.places() and place not in found:
        found.append(place)
        place = library.places()[place].parent
    return found


def _has(card: Card, place: str, library: Library) -> bool:
    held = lines_of(library.evidence(card.id)).get((place, "all", "all"))
    return held is not None and bool(_days(held))


def _days(held: Rows) -> list[dt.date]:
    """First days of the periods with a value, in order."""
    return [row["start"].date() for row in held.records if row["value"] == row["value"]]


def _line(card: Card, place: str, library: Library) -> Rows:
    return lines_of(library.evidence(card.id))[place, EVERYONE.by, EVERYONE.label]


def _latest(card: Card, place: str, library: Library) -> Spec:
    return Spec("level", (card.id,), (place,), _days(_line(card, place, library))[-1])


def _about(card: Card, place: str, library: Library) -> Iterator[Spec]:
    """The latest figure in several forms, and what it may be compared with."""
    if not isinstance(card, Indicator):
        return
    days = _days(_line(card, place, library))
    last = days[-1]
    yield Spec("level", (card.id,), (place,), last)
    if card.unit == "percent":
        yield Spec("one-in", (card.id,), (place,), last)
    yield from _changes(card, place, days)
    yield from _gaps(card, place, last, library)
    if card.rankable and card.method == "survey":
        yield Spec("rank", (card.id,), (place,), last)
    if card.aspect == "need":
        yield from _treatment(card, place, days, library)


def _changes(card: Indicator, place: str, days: list[dt.date]) -> Iterator[Spec]:
    """From about five years before, or from the first figure on this side of a break."""
    last = days[-1]
    alike = [day for day in days[:-1] if not comparable.crossed(card, "all", day, last)]
    if not alike:
        return
    wanted = (last - alike[0]).days / 365.25
    # the same time of the year where the series is shorter than a year apart
    near = min(alike, key=lambda day: abs((last - day).days - 365.25 * min(YEARS, int(wanted))))
    yield Spec("change", (card.id,), (place,), near, last)
    if len(alike) > 1:
        yield Spec("peak", (card.id,), (place,), alike[0], last)


def _gaps(card: Indicator, place: str, last: dt.date, library: Library) -> Iterator[Spec]:
    lines = lines_of(library.evidence(card.id))
    for by in GROUPS:
        labels = [key[2] for key in lines if key[:2] == (place, by)]
        shown = [label for label in labels if last in _days(lines[place, by, label])]
        if len(shown := _telling(shown)) > 1:
            pair = (Group(by, shown[0]), Group(by, shown[-1]))
            yield Spec("gap", (card.id,), (place,), last, None, pair)
            return


def _telling(labels: list[str]) -> list[str]:
    """The labels that name a group of people, women and men first where both are there."""
    if set(PAIR) <= set(labels):
        return list(PAIR)
    return [label for label in labels if not RESIDUAL.search(label)]


def _treatment(
    card: Indicator, place: str, days: list[dt.date], library: Library
) -> Iterator[Spec]:
    """The need beside related help, in the last period that both have."""
    for id in card.related:
        help = library.series().get(id)
        if isinstance(help, Indicator) and help.aspect == "help" and _has(help, place, library):
            shared = set(days) & set(_days(_line(help, place, library)))
            if shared:
                yield Spec("treatment-gap", (card.id, id), (place,), max(shared))


def _facts(topic: str, place: str, library: Library) -> list[Fact]:
    """Cited figures of the topic and place, the newest first, a few."""
    found = [one for one in library.facts().values() if (one.topic, one.place) == (topic, place)]
    return sorted(found, key=lambda one: (one.end, one.id), reverse=True)[:6]


def _defaults(cards: list[Card], library: Library) -> Iterator[Spec]:
    """For a place without figures: the places that the cards themselves put forward."""
    for card in cards:
        if isinstance(card, Indicator):
            codes = [code for code in (card.benchmark, *card.default_places) if code]
            every = [key[0] for key in lines_of(library.evidence(card.id))]
            for code in (*codes, *every[:1]):
                if _has(card, code, library):
                    yield from _about(card, code, library)
                    break


def _campaigns(place: str, cards: list[Card], library: Library) -> Iterator[Spec]:
    """Attention to campaigns that the topic's cards are named in, and what studies found."""
    ids = {card.id for card in cards}
    codes = {*around(place, library), "WLD"}
    for campaign in library.campaigns().values():
        if campaign.region not in codes or not ids & set(campaign.indicators):
            continue
        yield from (Spec("effect", (id,)) for id in campaign.studies[:3])
        yield from (Spec("reach", (id,)) for id in campaign.facts[-1:])
    if place in codes and any(isinstance(card, ReachSeries) for card in cards):
        yield from _attention(codes, library)


def _attention(codes: set[str], library: Library) -> Iterator[Spec]:
    for campaign in library.campaigns().values():
        if campaign.region in codes:
            for use in campaign.series[:1]:
                days = campaign.dates[-3:]
                yield from (
                    Spec("attention", (campaign.id,), first=day, beside=use.id) for day in days
                )
            yield from (Spec("reach", (id,)) for id in campaign.facts[-2:])
