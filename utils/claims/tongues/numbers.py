"""The number of a claim in any language, as it stands large where there is no chart."""

from __future__ import annotations

from utils.claims.draft import Draft
from utils.claims.tongues import cited, statistic
from utils.language import say, units
from utils.model import ReachFact, StudyEffect


def printed(draft: Draft) -> str:
    """The same number as `Quantity.text`, in the words and separators of the language."""
    number = draft.quantity
    if isinstance(draft.cited, StudyEffect):
        return cited.estimate(draft, draft.cited)
    if isinstance(draft.cited, ReachFact) and draft.kind in ("fact", "reach"):
        return cited.figure(draft.cited)
    match draft.kind:
        case "change" | "gap":
            unit = "percent" if number.unit == "points" else number.unit
            return units.difference(number.value, unit, number.decimals)
        case "rank":
            ends = {"low": int(number.low), "high": int(number.high)}
            ranks = (
                str(ends["low"]) if number.low == number.high else say("{low} to {high}", **ends)
            )
            return say("{ranks} of {all}", ranks=ranks, all=len(draft.rows))
        case "one-in":
            card = statistic.card(draft)
            exact = units.quantity(number.value, card.unit, card.decimals)
            return f"{statistic.share(draft.rows[0], card)} ({exact})"
    return units.quantity(number.value, number.unit, number.decimals)
