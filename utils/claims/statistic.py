"""The parts that claims about one statistic share: its line, its row, its rows as evidence."""

from __future__ import annotations

import datetime as dt

from utils.claims import alike, lookup, phrases, words
from utils.claims.draft import Draft
from utils.claims.library import Library
from utils.claims.line import Line
from utils.claims.spec import Spec
from utils.model import Indicator, Sentences
from utils.model.claims import Picture
from utils.model.evidence import Row


def line(spec: Spec, library: Library) -> tuple[Indicator, Line]:
    """The card and the line that a spec about one statistic, place and group names."""
    card = alike.single(spec, library)
    place = lookup.place(spec, library)
    group = spec.groups[0] if spec.groups else None
    return card, lookup.line(spec, library, card, place, group)


def level(spec: Spec, day: dt.date | None = None) -> Spec:
    """The plain figure at the end of what a spec asks for: what can nearly always be said."""
    return Spec(
        "level",
        spec.subjects[:1],
        spec.places[:1],
        day or spec.last or spec.first,
        None,
        spec.groups[:1],
    )


def hopeful(card: Indicator) -> bool:
    """Whether a series is about help that people got or sought, not what they think of it."""
    return card.aspect == "help" and card.instrument_type != "attitude"


def picture(line: Line) -> Picture:
    """A line where there is more than one figure; one share as icons; else the number."""
    if len(line.known) > 1:
        return "line"
    card = line.card
    adjusted = isinstance(card, Indicator) and card.standardisation == "age-standardised"
    share = card.unit == "percent" and not adjusted
    return "icons" if share else "number"


def one(spec: Spec, card: Indicator, line: Line, row: Row) -> Draft:
    """The draft of a claim about one row."""
    return Draft(
        spec=spec,
        title=words.titled(card, line.place, row),
        place=line.place.code,
        period=words.period(row),
        quantity=words.quantity(row, card),
        sentences=Sentences(
            short=words.short(row, card, line.place),
            written=f"{phrases.when(row)}, {phrases.level(row, card, line.place)}.",
            spoken=words.spoken(row, card, line.place),
            plain=words.plain(row, card, line.place),
        ),
        evidence=line.used(row),
        drawn=line.whole(),
        picture=picture(line),
        cards=(card,),
        hopeful=hopeful(card),
    )
