"""Whether a figure is higher or lower than about a year before, in few words."""

from __future__ import annotations

import pandas as pd

from utils.analysis import change, comparable
from utils.analysis.comparable import Refusal
from utils.claims import phrases
from utils.language import periods, say, units
from utils.model import Indicator

YEAR = 350
"""Days after which a period counts as the one a year before: surveys drift by a week or two."""


def direction(rows: pd.DataFrame, card: Indicator) -> str:
    """The latest value against about a year before, or the nearest to it that is comparable."""
    known = rows.dropna(subset="value").sort_values("start", ignore_index=True)
    last = known.iloc[-1]
    earlier = known[known["start"] < last["start"]]
    if earlier.empty:
        return say("No earlier figure to compare with.")
    alike = earlier[
        [not comparable.crossed(card, "all", day, last["start"]) for day in earlier["start"]]
    ]
    if alike.empty:
        return say("Not comparable with earlier figures: the way of asking or counting changed.")
    year = alike[alike["start"] <= last["start"] - pd.Timedelta(days=YEAR)]
    found = change.between(card, (year.tail(1) if len(year) else alike.head(1)).iloc[0], last)
    return found.reason if isinstance(found, Refusal) else _direction(found, card)


def _direction(found: change.Change, card: Indicator) -> str:
    when = periods.label(found.first["start"], found.first["end"])
    value = units.quantity(found.first["value"], card.unit, card.decimals)
    match found.verdict:
        case "higher":
            return say("Higher than in {when} ({value}).", when=when, value=value)
        case "lower":
            return say("Lower than in {when} ({value}).", when=when, value=value)
        case "the same":
            return say("The same as in {when}.", when=when)
        case "unclear":
            return say("Too close to {when} ({value}) to call.", when=when, value=value)
        case _:
            untested = say(phrases.UNTESTED)
            return say("{value} in {when}; {untested}.", value=value, when=when, untested=untested)
