"""Says why there is nothing where a reader might look for a number, and what to bear in mind."""

from __future__ import annotations

from utils.analysis import comparable
from utils.model import STATUSES, Card, Evidence, Indicator, periods


def notes(evidence: Evidence, card: Indicator) -> list[str]:
    """One sentence for each reason that values of these rows are missing or special."""
    rows = evidence.rows
    said = []
    empty = rows[rows["value"].isna()]
    for status, count in empty["status"].value_counts().items():
        if status == "B":
            said.append(across(card, rows["group_by"].iloc[0]))
        else:
            word = "figure is" if count == 1 else "figures are"
            said.append(f"{count:,} {word} {STATUSES[str(status)]} in the source and left open.")
    told = {"P": "provisional and may be revised", "U": "marked unreliable by the source"}
    present = rows[rows["value"].notna()]["status"]
    for status, words in told.items():
        count = int((present == status).sum())
        if count:
            said.append(f"{count:,} of {len(present):,} figures are {words}.")
    if card.method == "modelled":
        said.append("These figures are modelled, not counted: they are best estimates.")
    return said


def across(card: Card, group_by: str) -> str:
    """Why changes across a break are left out, in the producer's words."""
    reasons = " ".join(
        f"{periods.label(one.date, one.date)}: {one.reason}"
        for one in comparable.breaks(card, group_by)
    )
    return f"Changes across a break are not shown, because the figures can't be compared. {reasons}"
