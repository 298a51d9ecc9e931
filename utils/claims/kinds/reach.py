"""How large attention was: one figure of a series, a sum over time, or a cited figure."""

from __future__ import annotations

import datetime as dt
import math
from dataclasses import replace

import pandas as pd

from utils.analysis import comparable
from utils.claims import alike, lookup, nearest, words
from utils.claims.draft import Draft
from utils.claims.kinds import fact
from utils.claims.library import Library
from utils.claims.line import Line
from utils.claims.refuse import NO_FIGURE, NotMadeError, refused
from utils.claims.spec import Group, Spec
from utils.language import later, say, term
from utils.model import Quantity, ReachSeries, Sentences, periods, units

STATUS = {"E": " (worked out, not published)", "P": " (provisional)"}


def draft(spec: Spec, library: Library) -> Draft:
    """`reach:FACT`, or `reach:SERIES:PLACE:PERIOD[..PERIOD][:GROUP]`; never two added (S22)."""
    if spec.first is None:
        return _cited(spec, library)
    if len(spec.subjects) > 1:
        one, other = (_series(spec, library, id) for id in spec.subjects)
        raise alike.never_added(one, other, [replace(spec, subjects=(id,)) for id in spec.subjects])
    card = _series(spec, library, spec.subjects[0])
    line = lookup.line(spec, library, card, lookup.place(spec, library), _group(spec))
    rows = taken(spec, card, line, spec.first, spec.last)
    quantity, when = total(card, rows, spec.last is not None)
    group = "" if line.group.by == "all" else f", {line.group.label}"
    name = f"{card.plain_title}{group}"
    mark = STATUS.get(str(rows["status"].iloc[0]), "") if len(rows) == 1 else ""
    return Draft(
        spec=spec,
        title=name,
        place=line.place.code,
        period=when,
        quantity=quantity,
        sentences=Sentences(
            short=f"{name}: {quantity.text}, {when}",
            written=f"{name}: {quantity.text}{mark}, {when}. Rung: {card.rung}, {card.platform}.",
            spoken=words.aloud(f"{when}: {quantity.text}. Counted were: {card.formula}."),
            plain="",
        ),
        evidence=line.evidence.with_rows(rows),
        drawn=line.evidence.with_rows(rows) if spec.last else line.whole(),
        picture="line" if spec.last or len(line.known) > 1 else "number",
        cards=(card,),
        holes=holes(line, spec.first, spec.last) if spec.last else 0,
    )


def _group(spec: Spec) -> Group | None:
    return spec.groups[0] if spec.groups else None


def _cited(spec: Spec, library: Library) -> Draft:
    known = library.reach_facts()
    for id in spec.subjects:
        if id in library.facts():
            raise lookup.kind_misfit(
                say("'{id}' is a fact, not a figure of reach.", id=id),
                say("Quote it as a fact."),
                [Spec("fact", (id,))],
            )
        if id not in known:
            like = nearest.close(id, known)
            raise fact.unknown(
                id, later("figure of reach"), [Spec("reach", (name,)) for name in like]
            )
    if len(spec.subjects) > 1:
        one, other = (known[id] for id in spec.subjects)
        raise alike.never_added(one, other, [Spec("reach", (id,)) for id in spec.subjects])
    return fact.reach(spec, known[spec.subjects[0]], library)


def _series(spec: Spec, library: Library, id: str) -> ReachSeries:
    card = lookup.card(spec, library, id)
    if isinstance(card, ReachSeries):
        return card
    raise lookup.kind_misfit(
        say("“{title}” is a statistic, not a series of reach.", title=card.plain_title),
        say("Say it as a level."),
        [Spec("level", (id,), spec.places, spec.last or spec.first, None, spec.groups)],
    )


def taken(
    spec: Spec, card: ReachSeries, line: Line, first: dt.date, last: dt.date | None
) -> pd.DataFrame:
    """The rows of one period, or those with a value from a first to a last one."""
    if last is None:
        row = lookup.row(spec, line, first)
        return line.rows.iloc[[row["at"]]]
    every = line.rows
    inside = (every["start"] >= pd.Timestamp(first)) & (every["start"] <= pd.Timestamp(last))
    rows = every[(inside & every["value"].notna()).to_numpy()]
    single = [replace(spec, first=day.date(), last=None) for day in rows["start"].iloc[-1:]]
    if rows.empty:
        raise NotMadeError(
            NO_FIGURE,
            say(
                "“{title}” has no figure from {first} to {last}.",
                title=card.plain_title,
                first=first,
                last=last,
            ),
            say("Choose another time."),
            nearest.near(replace(spec, last=None), line.known, first),
        )
    if not card.additive:
        raise NotMadeError(
            "S23" if card.rung == "search index" else "S22",
            say(
                "“{title}” can't be added up over time: it is in {unit}, and the same people "
                "or the same scale stand behind every period.",
                title=card.plain_title,
                unit=term(card.unit),
            ),
            say("Say one period."),
            single,
        )
    refusal = comparable.refuse_periods(card, line.group.by, *rows["start"].iloc[[0, -1]])
    if refusal is not None:
        raise refused(refusal, single)
    return rows


def total(card: ReachSeries, rows: pd.DataFrame, ranged: bool) -> tuple[Quantity, str]:
    """The sum of some rows and the time they span, as printed."""
    value = float(rows["value"].sum())
    text = units.quantity(value, card.unit, card.decimals)
    span = (
        (rows["start"].min(), rows["end"].max())
        if ranged
        else tuple(rows.iloc[0][["start", "end"]])
    )
    quantity = Quantity(value, math.nan, math.nan, card.unit, card.decimals, text, "")
    return quantity, periods.label(*span)


def holes(line: Line, first: dt.date, last: dt.date) -> int:
    """Periods from a first to a last one that the source leaves without a value."""
    inside = [row for row in line.records if first <= row["start"].date() <= last]
    return sum(math.isnan(row["value"]) for row in inside)
