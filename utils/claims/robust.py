"""The same question under choices fixed before anybody looked: how many point the same way."""

from __future__ import annotations

import datetime as dt

from utils.analysis import change as changes
from utils.analysis import comparable
from utils.analysis.change import Change
from utils.claims.line import Line
from utils.model import Indicator, Robustness
from utils.model.evidence import Row
from utils.model.periods import frequency_days

YEARS_BEFORE = (1, 2, 3, 5, 10)
"""Starting points of a change: this many years before its end, and the first comparable figure."""
HALF = 0.5
"""Surveys alone are also looked at from half a year before."""
SLACK_DAYS = 20
"""How far a period may begin from the wanted day, at least; half a period where that is more."""


def change(line: Line, card: Indicator, found: Change) -> Robustness | None:
    """Starting points that give the same verdict; `None` without a tested direction or choice."""
    if found.verdict not in ("higher", "lower"):
        return None
    others = [changes.between(card, row, found.second) for row in _starts(line, card, found)]
    verdicts = [one.verdict for one in others if isinstance(one, Change)]
    if not verdicts:
        return None
    same = verdicts.count(found.verdict)
    points = "other starting point" + ("s" if len(verdicts) > 1 else "")
    return Robustness(
        same,
        len(verdicts),
        f"Also {found.verdict} from {same} of {len(verdicts)} {points} that were fixed before.",
    )


def _starts(line: Line, card: Indicator, found: Change) -> list[Row]:
    """Rows at the fixed starting points, each once, other than the one of the claim."""
    end, group_by = found.second["start"], found.second["group_by"]
    known = [
        row
        for row in line.known
        if row["end"] < end and not comparable.crossed(card, group_by, row["start"], end)
    ]
    if not known:
        return []
    slack = max(SLACK_DAYS, frequency_days(card.frequency) / 2)
    picked = {0}
    # counts of deaths follow the season, so half a year is no fair start for them
    halves = (HALF,) if card.method == "survey" else ()
    for years in (*halves, *YEARS_BEFORE):
        apart = [abs((end - row["start"]).days - 365.25 * years) for row in known]
        if min(apart) <= slack:
            picked.add(apart.index(min(apart)))
    rows = [known[at] for at in sorted(picked)]
    return [row for row in rows if row["start"] != found.first["start"]]


def gap(one: Line, other: Line, at: dt.datetime, difference: float) -> Robustness | None:
    """Other periods in which the same side has the larger figure; `None` where there are none."""
    against = {row["start"]: row["value"] for row in other.known}
    apart = [
        row["value"] - against[row["start"]]
        for row in one.known
        if row["start"] in against and row["start"] != at
    ]
    if not apart or difference == 0:
        return None
    same = sum(value * difference > 0 for value in apart)
    word = "period" if len(apart) == 1 else "periods"
    return Robustness(
        same,
        len(apart),
        f"The same side has the larger figure in {same:,} of {len(apart):,} other {word}.",
    )
