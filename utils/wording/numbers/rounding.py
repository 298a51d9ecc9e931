"""When a number as written is an honest rounding of the exact one."""

from __future__ import annotations

import math

from utils.wording.numbers.number import Number

ONE_IN = 0.05
"""Relative error of "1 in 5": as in the app's own sentences (`model.units.one_in`)."""
HEDGED = 0.1
"""Relative error of "about", "nearly", "over" with a natural frequency, and of any large count."""
RATIO = 0.025
"""Relative error of "doubled", "halved": 1.95 to 2.05, 0.4875 to 0.5125 times."""
MORE_THAN_DOUBLED = 0.25
"""How far beyond it "more than doubled" reaches: to 2.5 times."""
SLACK = 1e-9


def rounded(number: Number, exact: float) -> bool:
    """Whether the number is what a careful person may write for ``exact``.

    In digits: within half of the last digit written, ties either way. "Over" and "under" must
    also be true, and within one step of it. As one in N, a fraction or "doubled": within a named
    share of the exact value, and for N the nearest N there is.
    """
    if math.isnan(exact):
        return False
    if number.hedge in ("over", "under"):
        return _beyond(number, exact)
    error = abs(number.value - exact)
    if number.base and number.kind in ("percent", "relative"):
        return _share(number, exact, error)
    if number.kind == "ratio" and number.text[:1].isalpha():
        return error <= RATIO * number.value * (2 if number.hedge else 1) + SLACK
    if error > number.step / 2 + SLACK:
        return False
    # 48,183 may be called 50,000, yet 5,100 may not be called 10,000
    return number.kind == "date" or error <= _allowed(number, exact)


def _allowed(number: Number, exact: float) -> float:
    loose = number.step > 1 or number.kind == "ratio"
    return HEDGED * abs(exact) + SLACK if loose else math.inf


def _share(number: Number, exact: float, error: float) -> bool:
    if number.base >= 100:
        return error <= number.step / 2 + SLACK
    allowed = HEDGED if number.hedge else ONE_IN
    nearest = round(exact * number.base / 100) == round(number.value * number.base / 100)
    return nearest and error <= allowed * abs(exact) + SLACK


def _beyond(number: Number, exact: float) -> bool:
    """ "Over 1 in 5", "nearly 50,000": true, and no further off than the next such number."""
    gap = exact - number.value if number.hedge == "over" else number.value - exact
    if number.kind == "ratio":
        far = MORE_THAN_DOUBLED * number.value if number.hedge == "over" else HEDGED * exact
    elif number.base and number.kind == "percent":
        far = HEDGED * abs(exact)
    else:
        far = min(number.step, HEDGED * abs(exact) if number.step > 1 else math.inf)
    return 0 < gap <= far + SLACK
