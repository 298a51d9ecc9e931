"""The parts that claims about one statistic share: its line, its row, its rows as evidence."""

from __future__ import annotations

import datetime as dt

import pandas as pd

from utils.claims import alike, lookup, phrases, words
from utils.claims.draft import Draft
from utils.claims.library import Library
from utils.claims.lookup import Line
from utils.claims.spec import Spec
from utils.model import Evidence, Indicator, Sentences
from utils.model.claims import Picture


def line(spec: Spec, library: Library) -> tuple[Indicator, Line]:
    """The card and the line that a spec about one statistic, place and group names."""
    card = alike.single(spec, library)
    place = lookup.place(spec, library)
    group = spec.groups[0] if spec.groups else None
    return card, lookup.line(spec, library, card, place, group)


def used(line: Line, *rows: pd.Series) -> Evidence:
    """Some rows of a line as evidence, in the order of the line."""
    names = [row.name for row in rows]
    return line.evidence.with_rows(line.rows.loc[line.rows.index.isin(names)])


def whole(line: Line) -> Evidence:
    """All rows of a line as evidence, gaps included."""
    return line.evidence.with_rows(line.rows)


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


def picture(line: Line) -> Picture:
    """A line where there is more than one figure; one share as icons; else the number."""
    if len(line.known) > 1:
        return "line"
    card = line.card
    return "icons" if card.unit == "percent" else "number"


def one(spec: Spec, card: Indicator, line: Line, row: pd.Series) -> Draft:
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
        evidence=used(line, row),
        drawn=whole(line),
        picture=picture(line),
        cards=(card,),
        hopeful=card.aspect == "help",
    )
