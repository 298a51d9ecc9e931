"""One number as it stands in a text: its kind, value, precision, hedge and direction."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Kind = Literal["percent", "points", "relative", "ratio", "rate", "count", "date"]
Hedge = Literal["", "about", "over", "under"]


@dataclass(frozen=True)
class Number:
    """``text[start:end]`` is ``text`` in the text as given.

    ``value`` is a percentage (`percent`, also "1 in 5" and "a third", with ``base`` 5 or 3, 0 when
    written as percent), percentage points (`points`), percent of change (`relative`), later over
    earlier (`ratio`: "doubled" is 2, "up by half" 1.5), per 100,000 (`rate`; ``base`` as written),
    a plain number (`count`), or a year (`date`, with ``month`` and ``day`` 0 where not said).
    ``step`` is the size of the last digit that was written, in the same unit. ``sign`` is 1 for
    rises, -1 for falls, 0 where no direction is said. ``bare`` marks a count without a noun, such
    as the bounds in "21.4% (20.7 to 22.2)".
    """

    kind: Kind
    value: float
    start: int
    end: int
    text: str
    step: float = 1
    base: int = 0
    hedge: Hedge = ""
    sign: int = 0
    month: int = 0
    day: int = 0
    bare: bool = False
