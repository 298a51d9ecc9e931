"""Reads a chart in a few plain sentences, from the rows that it draws: the answer first."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence

import pandas as pd

from utils.analysis import change, comparable
from utils.analysis.comparable import Refusal
from utils.analysis.lines import Line, lines
from utils.claims import difference, phrases, pieces
from utils.language import ENGLISH, current, groups, periods, say, units, verbatim
from utils.language.places import name as named
from utils.model import Evidence, Indicator, Place

Sentences = tuple[str, ...]


def trend(evidence: Evidence, card: Indicator, places: Mapping[str, Place]) -> Sentences:
    """What the lines show: the latest value, and its change or the spread between lines."""
    drawn = [line for line in lines(evidence, places) if line.rows["value"].notna().any()]
    if not drawn:
        return (say("The source gives no figures for this choice."),)
    if len(drawn) == 1:
        return _single(drawn[0], card, places)
    return _several(drawn, card, places)


def _single(line: Line, card: Indicator, places: Mapping[str, Place]) -> Sentences:
    rows = line.rows.dropna(subset="value")
    last = rows.iloc[-1]
    said = [pieces.sentence(last, card, places[line.place])]
    if card.unit == "percent" and card.standardisation != "age-standardised":
        said.append(say("That is {share}.", share=units.one_in(last["value"])))
    return (*said, *_change(rows, card))


def _change(rows: pd.DataFrame, card: Indicator) -> Sentences:
    """The change over the part of the line that may be compared with its end."""
    last = rows.iloc[-1]
    same = [
        not comparable.crossed(card, last["group_by"], start, last["start"])
        for start in rows["start"]
    ]
    alike = rows[same]
    season = alike[alike["start"].dt.strftime("%m-%d") == f"{last['start']:%m-%d}"]
    # a month is set against the same month, because many series rise and fall with the season
    first = (season if len(season) > 1 else alike).iloc[0]
    note = () if all(same) else (_since_break(card, last),)
    if first["start"] == last["start"]:
        return note
    found = change.between(card, first, last)
    if isinstance(found, Refusal):
        return (found.reason,)
    return (difference.sentence(found, card), *note)


def _since_break(card: Indicator, last: pd.Series) -> str:
    day = last["start"].date()
    latest = [b for b in comparable.breaks(card, last["group_by"]) if b.date <= day][-1]
    when = periods.label(latest.date, latest.date)
    told = say("Figures before {when} can't be compared:", when=when)
    return f"{told} {verbatim(latest.reason)}"


def _several(drawn: list[Line], card: Indicator, places: Mapping[str, Place]) -> Sentences:
    """The last period that all lines share, from the lowest line to the highest."""
    shared = set.intersection(*(_starts(line) for line in drawn))
    if not shared:
        apart = say(
            "The {many} lines share no period, so they are not compared here.", many=len(drawn)
        )
        return (apart, *_single(drawn[0], card, places))
    at = max(shared)
    rows = pd.DataFrame([line.rows[line.rows["start"] == at].iloc[0] for line in drawn])
    return _range(rows, card, places, say("figures"))


def _range(
    rows: pd.DataFrame, card: Indicator, places: Mapping[str, Place], what: str
) -> Sentences:
    """From lowest to highest: a span, never a "highest rate in ..." (rule W05)."""
    known = rows.sort_values(["value", "place"], ignore_index=True)
    low, high = known.iloc[0], known.iloc[-1]
    if low["value"] == high["value"]:
        opening = pieces.sentence(high, card, places[high["place"]]).removesuffix(".")
        same = say("; all {many} {what} are the same.", many=len(known), what=what)
        return (opening + same,)
    ends = [_named(row, known, card, places) for row in (low, high)]
    said = say(
        "{when}, {what} range from {low} to {high}.",
        when=pieces.when(high) if current() != ENGLISH else phrases.when(high),
        what=what,
        low=ends[0],
        high=ends[1],
    )
    return (said, _apart(low, high, card))


def changes(
    evidence: Evidence, card: Indicator, places: Mapping[str, Place], since: dt.date
) -> Sentences:
    """What a chart of changes shows: the last change of each line, up to three lines."""
    drawn = [line for line in lines(evidence, places) if len(_later(line, since))]
    if not drawn:
        return (say("Nothing later can be compared with the chosen period."),)
    said = [_changed(line, card, since) for line in drawn[:3]]
    more = [say("And {more} more.", more=len(drawn) - 3)] if len(drawn) > 3 else []
    return (*said, *more)


def _changed(line: Line, card: Indicator, since: dt.date) -> str:
    row = _later(line, since).iloc[-1]
    size = units.difference(row["value"], card.unit, card.decimals)
    first = periods.label(*_base(line, since))
    last = periods.label(row["start"], row["end"])
    when = say("between {first} and {last}", first=first, last=last)
    if pd.isna(row["low"]):
        return f"{line.label}: {size} {when}."
    bounds = units.interval(row["low"], row["high"], card.decimals)
    sure = row["low"] > 0 or row["high"] < 0
    told = say("(interval {bounds})", bounds=bounds)
    if not sure:
        told = say("(interval {bounds}, too small to tell from chance)", bounds=bounds)
    return f"{line.label}: {size} {when} {told}."


def _later(line: Line, since: dt.date) -> pd.DataFrame:
    """The changes of a line after the period that they are counted from."""
    rows = line.rows.dropna(subset="value")
    return rows[rows["start"] > pd.Timestamp(since)]


def _base(line: Line, since: dt.date) -> tuple[dt.date, dt.date]:
    row = line.rows[line.rows["start"] == pd.Timestamp(since)].iloc[0]
    return row["start"], row["end"]


def _starts(line: Line) -> set[pd.Timestamp]:
    return set(line.rows.dropna(subset="value")["start"])


def _named(
    row: pd.Series, among: pd.DataFrame, card: Indicator, places: Mapping[str, Place]
) -> str:
    """A value with what tells its line from the others: its group, its place, or both."""
    name = named(places[row["place"]])
    if among["place"].nunique() == 1:
        name = groups.name(str(row["group"]))
    elif among["group"].nunique() > 1:
        name = f"{name}, {groups.name(row['group'])}"
    return pieces.named(row, card, name)


def _apart(low: pd.Series, high: pd.Series, card: Indicator) -> str:
    if card.counted:
        return say("These are counts of every case known, not a sample.")
    if pd.isna(low["high"]) or pd.isna(high["low"]):
        return say("The source gives no intervals, so we can't say how sure that order is.")
    if low["high"] < high["low"]:
        return say("The intervals of these two do not overlap.")
    return say("The intervals of these two overlap, so that order is not certain.")


def spread(
    rows: pd.DataFrame, card: Indicator, places: Mapping[str, Place], chosen: Sequence[str] = ()
) -> Sentences:
    """One period over many places, for a map or ranking; then the chosen places, up to three."""
    known = rows.dropna(subset="value")
    if known.empty:
        return (say("The source gives no figures for this choice."),)
    if len(known) == 1:
        only = known.iloc[0]
        return (pieces.sentence(only, card, places[only["place"]]),)
    mine = known[known["place"].isin(list(chosen[:3]))]
    each = [
        f"{named(places[row['place']])}: {pieces.value(row, card)}." for _, row in mine.iterrows()
    ]
    return (*_range(known, card, places, say("figures for {many} places", many=len(known))), *each)
