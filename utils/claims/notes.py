"""Says why there is nothing where a reader might look for a number, and what to bear in mind."""

from __future__ import annotations

from utils.analysis import comparable
from utils.language import periods, say, say_many, units, verbatim
from utils.model import STATUSES, Card, Evidence, Indicator


def notes(evidence: Evidence, card: Indicator) -> list[str]:
    """One sentence for each reason that values of these rows are missing or special."""
    rows = evidence.rows
    said = []
    empty = rows[rows["value"].isna()]
    for status, count in empty["status"].value_counts().items():
        if status == "B":
            said.append(across(card, rows["group_by"].iloc[0]))
        else:
            said.append(_empty(str(status), int(count)))
    present = rows[rows["value"].notna()]["status"]
    all = units.number(len(present), 0)
    if count := int((present == "P").sum()):
        some = units.number(count, 0)
        said.append(
            say("{some} of {all} figures are provisional and may be revised.", some=some, all=all)
        )
    if count := int((present == "U").sum()):
        some = units.number(count, 0)
        said.append(
            say("{some} of {all} figures are marked unreliable by the source.", some=some, all=all)
        )
    if card.method == "modelled":
        said.append(say("These figures are modelled, not counted: they are best estimates."))
    return said


def _empty(status: str, count: int) -> str:
    if status == "M":
        return say_many(
            "{count} figure is missing in the source and left open.",
            "{count} figures are missing in the source and left open.",
            count,
        )
    if status == "Q":
        return say_many(
            "{count} figure is suppressed in the source and left open.",
            "{count} figures are suppressed in the source and left open.",
            count,
        )
    return say_many(
        "{count} figure is {status} in the source and left open.",
        "{count} figures are {status} in the source and left open.",
        count,
        status=say(STATUSES[status]),
    )


def across(card: Card, group_by: str) -> str:
    """Why changes across a break are left out, in the producer's words."""
    reasons = " ".join(
        f"{periods.label(one.date, one.date)}: {verbatim(one.reason)}"
        for one in comparable.breaks(card, group_by)
    )
    told = say("Changes across a break are not shown, because the figures can't be compared.")
    return f"{told} {reasons}"
