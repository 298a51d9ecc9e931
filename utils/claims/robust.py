"""The same question under choices fixed before anybody looked: how many point the same way."""

from __future__ import annotations

import datetime as dt

import numpy as np
import pandas as pd

from utils.analysis import change as changes
from utils.analysis import comparable
from utils.analysis.change import Change
from utils.claims.lookup import Line
from utils.model import Indicator, Robustness
from utils.model.periods import frequency_days

YEARS_BEFORE = (1, 2, 3, 5, 10)
"""Starting points of a change: this many years before its end, and the first comparable figure."""
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


def _starts(line: Line, card: Indicator, found: Change) -> list[pd.Series]:
    """Rows at the fixed starting points, each once, other than the one of the claim."""
    end, group_by = found.second["start"], found.second["group_by"]
    known = line.known
    known = known[((known["start"] < end) & (known["end"] < end)).to_numpy()]
    alike = [not comparable.crossed(card, group_by, day, end) for day in known["start"]]
    known = known[alike]
    if known.empty:
        return []
    slack = max(SLACK_DAYS, frequency_days(card.frequency) / 2)
    picked = {0}
    for years in YEARS_BEFORE:
        apart = (known["start"] - _before(end, years)).abs().dt.days.to_numpy()
        if apart.min() <= slack:
            picked.add(int(apart.argmin()))
    rows = [known.iloc[at] for at in sorted(picked)]
    return [row for row in rows if row["start"] != found.first["start"]]


def _before(day: pd.Timestamp, years: int) -> pd.Timestamp:
    return pd.Timestamp(day - dt.timedelta(days=round(365.25 * years)))


def gap(one: Line, other: Line, at: pd.Timestamp, difference: float) -> Robustness | None:
    """Other periods in which the same side has the larger figure; `None` where there are none."""
    columns = ["start", "value"]
    both = one.known[columns].merge(other.known[columns], on="start")
    both = both[(both["start"] != at).to_numpy()]
    if both.empty or difference == 0:
        return None
    apart = np.sign(both["value_x"] - both["value_y"])
    same = int((apart == np.sign(difference)).sum())
    word = "period" if len(both) == 1 else "periods"
    return Robustness(
        same,
        len(both),
        f"The same side has the larger figure in {same:,} of {len(both):,} other {word}.",
    )
