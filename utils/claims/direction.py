"""Whether a figure is higher or lower than about a year before, in few words."""

from __future__ import annotations

import pandas as pd

from utils.analysis import change, comparable
from utils.analysis.comparable import Refusal
from utils.claims import phrases
from utils.model import Indicator, periods, units

YEAR = 350
"""Days after which a period counts as the one a year before: surveys drift by a week or two."""


def direction(rows: pd.DataFrame, card: Indicator) -> str:
    """The latest value against about a year before, or the nearest to it that is comparable."""
    known = rows.dropna(subset="value").sort_values("start", ignore_index=True)
    last = known.iloc[-1]
    earlier = known[known["start"] < last["start"]]
    if earlier.empty:
        return "No earlier figure to compare with."
    alike = earlier[
        [not comparable.crossed(card, "all", day, last["start"]) for day in earlier["start"]]
    ]
    if alike.empty:
        return "Not comparable with earlier figures: the way of asking or counting changed."
    year = alike[alike["start"] <= last["start"] - pd.Timedelta(days=YEAR)]
    found = change.between(card, (year.tail(1) if len(year) else alike.head(1)).iloc[0], last)
    return found.reason if isinstance(found, Refusal) else _direction(found, card)


def _direction(found: change.Change, card: Indicator) -> str:
    when = periods.label(found.first["start"], found.first["end"])
    value = units.quantity(found.first["value"], card.unit, card.decimals)
    match found.verdict:
        case "higher" | "lower":
            return f"{phrases.capital(found.verdict)} than in {when} ({value})."
        case "the same":
            return f"The same as in {when}."
        case "unclear":
            return f"Too close to {when} ({value}) to call."
        case _:
            return f"{value} in {when}; {phrases.UNTESTED}."
