"""Refuses what is no count: whatever could carry a person, a secret or a wrong number."""

from __future__ import annotations

import math
import re
from typing import get_args

from utils.model import hashtags
from utils.model.collecting import SERVER
from utils.model.counts import Count, Counted, Metric

SOURCE = re.compile(r"[a-z0-9][a-z0-9-]{0,59}")
CURSOR = re.compile(r"[0-9A-Za-z:._-]{0,64}")
REASON_LETTERS = 120
PERSONAL = re.compile(r"@|did:|https?:|/")
"""Signs of an account or an address, which no reason of ours needs."""


def check(source: str, counted: Counted) -> None:
    """Raises `ValueError` that names what is off; nothing is stored then."""
    wrong = {
        "source": not SOURCE.fullmatch(source),
        "server": not SERVER.fullmatch(counted.server),
    }
    for one in counted.counts:
        wrong |= {name: wrong.get(name, False) or bad for name, bad in _count(one).items()}
    found = [name for name, bad in wrong.items() if bad]
    if found:
        raise ValueError(f"Not stored: no fit {', '.join(found)} in what {source} counted.")
    keys = [(one.tag, one.metric, one.day) for one in counted.counts]
    if len(set(keys)) < len(keys):
        raise ValueError(f"Not stored: {source} names the same day of a hashtag twice.")


def _count(one: Count) -> dict[str, bool]:
    value = one.value
    return {
        "hashtag": not one.tag or len(one.tag) > 100 or hashtags.key(one.tag) != one.tag,
        "metric": one.metric not in get_args(Metric),
        "value": value is not None and not (math.isfinite(value) and value >= 0),
        "gap": value is None and one.whole,
        "reason": len(one.reason) > REASON_LETTERS or bool(PERSONAL.search(one.reason)),
    }


def cursor(text: str) -> str:
    """A cursor that may be kept; raises `ValueError` for any other."""
    if not CURSOR.fullmatch(text):
        raise ValueError("Not stored: a cursor has at most 64 letters, digits and : . _ -")
    return text
