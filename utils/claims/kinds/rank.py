"""A place's rank among places of its kind, as the range that the intervals leave open."""

from __future__ import annotations

import math

import numpy as np
import pandas as pd

from utils.analysis import rank
from utils.analysis.comparable import refuse_places
from utils.claims import lookup, phrases, statistic, words
from utils.claims.draft import Draft
from utils.claims.library import Library
from utils.claims.line import Line, lines_of
from utils.claims.refuse import NotMadeError, refused
from utils.claims.spec import Spec
from utils.language import places, say
from utils.model import Evidence, Indicator, Quantity, Sentences
from utils.model.evidence import Row

FEWEST = 5
"""Fewer places make no ranking."""
OPEN = 0.9
"""A rank that leaves more than this share of all ranks open is refused."""
NOUNS = {"state": "states", "country": "countries", "service area": "areas", "region": "regions"}


def draft(spec: Spec, library: Library) -> Draft:
    """`rank:SERIES:PLACE:PERIOD[:GROUP]`; only with an interval on the rank (S19)."""
    card, line = statistic.line(spec, library)
    row = lookup.row(spec, line)
    around = _around(spec, library, card)
    if refusal := refuse_places(card):
        raise refused(refusal, around)
    peers = _peers(line, row, library)
    if len(peers) < FEWEST:
        raise lookup.kind_misfit(
            say(
                "Fewer than {few} places like {place} have a figure.",
                few=FEWEST,
                place=places.spoken(line.place),
            ),
            say("Compare two places instead."),
            around,
        )
    ordered = rank.ranking(peers)
    mine = ordered[(ordered["place"] == line.place.code).to_numpy()].iloc[0]
    if reason := _unsure(mine, len(ordered)):
        raise NotMadeError("S19", reason, say("Say the figure without a rank."), around)
    noun = NOUNS.get(line.place.kind, "places")
    quantity = _quantity(ordered, mine)
    return Draft(
        spec=spec,
        title=words.titled(card, line.place, row),
        place=line.place.code,
        period=words.period(row),
        quantity=quantity,
        sentences=_sentences(row, card, line, quantity, noun),
        evidence=peers,
        drawn=peers,
        picture="ranking",
        cards=(card,),
        hopeful=statistic.hopeful(card),
    )


def _unsure(mine: pd.Series, among: int) -> str:
    """Why no rank can be said: no intervals, or intervals that leave nearly every rank open."""
    if math.isnan(mine["rank_low"]):
        return say("The source gives no intervals, so nobody can say how sure a rank would be.")
    low, high = int(mine["rank_low"]), int(mine["rank_high"])
    if high - low + 1 > OPEN * among:
        return say(
            "The intervals leave ranks {low} to {high} of {among} open, so a rank says nothing.",
            low=low,
            high=high,
            among=among,
        )
    return ""


def _around(spec: Spec, library: Library, card: Indicator) -> list[Spec]:
    level = statistic.level(spec)
    if not card.benchmark or card.benchmark in spec.places:
        return [level]
    places = (*spec.places, card.benchmark)
    return [level, Spec("gap", spec.subjects, places, spec.first, None, spec.groups)]


def _peers(line: Line, row: Row, library: Library) -> Evidence:
    """The rows with a value of all places of the same kind, in the same period and group."""
    places = library.places()
    held = [
        rows
        for (code, *split), rows in lines_of(line.evidence).items()
        if tuple(split) == (line.group.by, line.group.label)
        and code in places
        and places[code].kind == line.place.kind
    ]
    whole = held[0].whole
    mine = whole.iloc[np.concatenate([rows.positions for rows in held])]
    at = (mine["start"] == row["start"]) & (mine["end"] == row["end"]) & mine["value"].notna()
    return line.evidence.with_rows(mine[at.to_numpy()])


def _quantity(ordered: pd.DataFrame, mine: pd.Series) -> Quantity:
    low, high, among = int(mine["rank_low"]), int(mine["rank_high"]), len(ordered)
    span = f"{low} to {high}" if high > low else f"{low}"
    position = 1 + int((ordered["value"] > mine["value"]).sum())
    return Quantity(float(position), low, high, "rank", 0, f"{span} of {among}", span)


def _sentences(row: Row, card: Indicator, line: Line, quantity: Quantity, noun: str) -> Sentences:
    span, _, among = quantity.text.partition(" of ")
    ranked = f"between rank {span.replace(' to ', ' and ')}" if " " in span else f"rank {span}"
    group = "" if row["group"] == "all" else f", {row['group']}"
    shown = f"{line.place.name} ranks {span} of {among}"
    told = f"From the largest figure down, that is {ranked} of {among} {noun}"
    return Sentences(
        short=f"{card.plain_title}{group}, {words.period(row)}: {shown}",
        written=f"{phrases.when(row)}, {phrases.level(row, card, line.place)}. "
        f"{told}, as far as the intervals can tell.",
        spoken=words.aloud(f"{phrases.when(row)}, {words.bare(row, card, line.place)}. {told}."),
        plain=words.plain(row, card, line.place),
    )
