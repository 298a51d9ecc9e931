"""The largest or smallest figure of a stretch of time without a break."""

from __future__ import annotations

from dataclasses import replace

import pandas as pd

from utils.analysis import comparable
from utils.claims import lookup, phrases, statistic, words
from utils.claims.draft import Draft
from utils.claims.library import Library
from utils.claims.lookup import Line
from utils.claims.refuse import NO_FIGURE, NotMadeError, refused
from utils.claims.spec import Spec
from utils.model import Indicator, Sentences, periods, units

FEWEST = 3
"""Fewer figures have no peak."""


def draft(spec: Spec, library: Library) -> Draft:
    """`peak:SERIES:PLACE:PERIOD..PERIOD[:GROUP]`, and the same for `lowest`."""
    card, line = statistic.line(spec, library)
    rows = _stretch(spec, card, line)
    at = rows["value"].argmax() if spec.kind == "peak" else rows["value"].argmin()
    row = rows.iloc[int(at)]
    span = periods.label(rows["start"].min(), rows["end"].max())
    return replace(
        statistic.one(spec, card, line, row),
        period=span,
        sentences=_sentences(spec, card, line, row, rows, span),
        evidence=line.evidence.with_rows(rows),
        drawn=line.evidence.with_rows(_between(spec, line.rows)),
        picture="line",
    )


def _between(spec: Spec, rows: pd.DataFrame) -> pd.DataFrame:
    first, last = pd.Timestamp(str(spec.first)), pd.Timestamp(str(spec.last))
    return rows[((rows["start"] >= first) & (rows["start"] <= last)).to_numpy()]


def _stretch(spec: Spec, card: Indicator, line: Line) -> pd.DataFrame:
    """The figures of the stretch; refused if a break crosses it or there are too few."""
    rows = _between(spec, line.known)
    if len(rows) < FEWEST:
        known = line.known
        ends = [known["start"].iloc[at].date() for at in (0, -1)] if len(known) else []
        wider = [replace(spec, first=ends[0], last=ends[1])] if ends else []
        raise NotMadeError(
            NO_FIGURE,
            f"Fewer than {FEWEST} figures lie in these years for {lookup.named(line)}.",
            "Choose a longer stretch, or one figure.",
            [*wider, *(statistic.level(spec, day) for day in reversed(ends))],
        )
    first, last = rows["start"].iloc[0], rows["start"].iloc[-1]
    refusal = comparable.refuse_periods(card, line.group.by, first, last)
    if refusal is not None:
        raise refused(refusal, _sides(spec, card, line, rows))
    return rows


def _sides(spec: Spec, card: Indicator, line: Line, rows: pd.DataFrame) -> list[Spec]:
    """The stretch after the last break, the one before the first, then the last figure."""
    first, last = rows["start"].iloc[0], rows["start"].iloc[-1]
    cuts = [pd.Timestamp(one.date) for one in comparable.crossed(card, line.group.by, first, last)]
    later = rows["start"][(rows["start"] >= cuts[-1]).to_numpy()]
    earlier = rows["start"][(rows["start"] < cuts[0]).to_numpy()]
    spans = [days for days in (later, earlier) if len(days) >= FEWEST]
    return [
        *(replace(spec, first=days.iloc[0].date(), last=days.iloc[-1].date()) for days in spans),
        statistic.level(spec, last.date()),
    ]


def _sentences(
    spec: Spec, card: Indicator, line: Line, row: pd.Series, rows: pd.DataFrame, span: str
) -> Sentences:
    word = "largest" if spec.kind == "peak" else "smallest"
    told = f"That is the {word} of {len(rows):,} figures from {span}"
    value = units.quantity(row["value"], card.unit, card.decimals)
    again = _others(spec, row, rows)
    return Sentences(
        short=words.fitting(
            [
                f"{card.plain_title}, {line.place.name}: {word} {value}, {words.period(row)}",
                f"{line.place.name}: {word} {value}, {words.period(row)}",
            ]
        ),
        written=f"{phrases.when(row)}, {phrases.level(row, card, line.place)}. {told}{again}.",
        spoken=words.aloud(
            f"{phrases.when(row)}, {words.bare(row, card, line.place)}. {told}{again}."
        ),
        plain=words.plain(row, card, line.place),
    )


def _others(spec: Spec, row: pd.Series, rows: pd.DataFrame) -> str:
    """Periods that share the figure, or whose intervals reach it."""
    others = rows[(rows["start"] != row["start"]).to_numpy()]
    same = int((others["value"] == row["value"]).sum())
    if same:
        return f"; {same:,} other{'s have' if same > 1 else ' has'} the same figure"
    if spec.kind == "peak":
        near = int((others["high"] >= row["low"]).sum())
    else:
        near = int((others["low"] <= row["high"]).sum())
    if near:
        return f"; the intervals of {near:,} other{'s' if near > 1 else ''} reach it"
    return ""
