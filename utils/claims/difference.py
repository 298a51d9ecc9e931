"""How the last figure of a line differs from an earlier one, in one sentence."""

from __future__ import annotations

import math

from utils.analysis import change
from utils.claims import phrases, pieces
from utils.language import ENGLISH, current, say, units
from utils.model import Indicator


def sentence(found: change.Change, card: Indicator) -> str:
    """The earlier value, and a direction only where it was tested."""
    if current() != ENGLISH:
        return _quoting(found, card)
    before = phrases.when(found.first)
    before = before[0].lower() + before[1:]
    value = phrases.value(found.first, card)
    size = units.difference(abs(found.difference), card.unit, card.decimals).lstrip("+")
    match found.verdict:
        case "higher" | "lower":
            moved = phrases.moved(size, card, found.verdict)
            return f"It was {value} {before}: {moved} now{_bounds(found, card)}."
        case "the same":
            return f"It was the same {before}."
        case "unclear":
            return (
                f"It was {value} {before}; the difference of {size} is too small to tell "
                "from chance."
            )
        case _:
            return f"It was {value} {before}, a difference of {size}; {phrases.UNTESTED}."


def _quoting(found: change.Change, card: Indicator) -> str:
    """The same in sentences that hold in any language."""
    size = units.difference(abs(found.difference), card.unit, card.decimals).lstrip("+")
    bounds = "" if math.isnan(found.low) else units.interval(found.low, found.high, card.decimals)
    ends = pieces.period(found.second), pieces.period(found.first)
    when, value = pieces.when(found.first), pieces.value(found.first, card)
    was = say("{when}, it was {value}.", when=when, value=value)
    return f"{was} {pieces.verdict(found.verdict, size, bounds, *ends)}"


def _bounds(found: change.Change, card: Indicator) -> str:
    """The interval of a change, where the source lets us work one out."""
    if math.isnan(found.low) or math.isnan(found.second["low"]):
        return ""
    return f"; interval of the change {units.interval(found.low, found.high, card.decimals)}"
