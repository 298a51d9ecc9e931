"""Numbers in words: a value with its unit, and a share as a natural frequency."""

from __future__ import annotations

import math

SUFFIX = {"percent": "%", "per 100,000": " per 100,000", "days": " days"}
AXIS = {
    "percent": "Percent",
    "per 100,000": "Per 100,000 people",
    "deaths": "Deaths",
    "days": "Days in the last 30",
    "people": "People",
    "referrals": "Referrals",
    "courses": "Courses of treatment",
}
BASES = (100, 1_000, 100_000)
"""What shares are counted out of where they are not one in N."""
FIRST_CLEAN = 10
"""Shares of one in N are said only for N up to this; beyond it N hides the size."""


def number(value: float, decimals: int) -> str:
    """`1234.5` -> `1,234.5`; a true minus sign for negative numbers.

    Raises `ValueError` for a value that is not a finite number: a gap has no digits.
    """
    if not math.isfinite(value):
        raise ValueError("A missing value cannot be printed as a number.")
    text = f"{abs(value):,.{decimals}f}"
    negative = value < 0 and float(text.replace(",", "")) != 0
    return f"\N{MINUS SIGN}{text}" if negative else text


def quantity(value: float, unit: str, decimals: int) -> str:
    """`35.9`, `percent` -> `35.9%`; counts carry their noun: `4,407 deaths`."""
    return number(value, decimals) + SUFFIX.get(unit, f" {unit}")


def difference(value: float, unit: str, decimals: int) -> str:
    """A difference with its sign; two percents differ by points, never by percent (P07)."""
    text = number(value, decimals)
    sign = "+" if value > 0 and float(text.replace(",", "")) else ""
    suffix = " points" if unit == "percent" else SUFFIX.get(unit, f" {unit}")
    return sign + text + suffix


def interval(low: float, high: float, decimals: int) -> str:
    """`(35.0 to 36.8)`: the words leave no doubt where a minus sign could."""
    return f"{number(low, decimals)} to {number(high, decimals)}"


def out_of(percent: float, *others: float) -> str:
    """A share that is compared with others, in people out of as many as they are (rule P02).

    `23.9`, `11.4` -> `about 24 in 100`: "1 in 4" beside "1 in 9" hides which is larger. All are
    out of the first of 100, 1,000 and 100,000 in which the smallest is at least one. Raises
    `ValueError` outside 0 to 100.
    """
    if not all(0 <= one <= 100 for one in (percent, *others)):
        raise ValueError(f"{(percent, *others)} are not all shares of 100.")
    least = min((one for one in (percent, *others) if one > 0), default=100.0)
    base = next((base for base in BASES if round(least * base / 100) >= 1), BASES[-1])
    shown = round(percent * base / 100)
    if shown == base and percent < 100:
        return f"more than {base - 1:,} in {base:,}"
    return f"about {shown:,} in {base:,}" if shown or not percent else f"fewer than 1 in {base:,}"


def one_in(percent: float) -> str:
    """A share in natural frequency: "about 1 in 5", else "about 36 in 100".

    One in N is used only where N is at most 10 and the rounded share is within a tenth
    of the true one, because "1 in X" misleads when X is large (Sirota et al. 2018).
    Below one percent it counts per 1,000, then per 100,000. Raises `ValueError` outside
    0 to 100.
    """
    if not 0 <= percent <= 100:
        raise ValueError(f"{percent} is not a share of 100.")
    if percent >= 100 / FIRST_CLEAN:
        nearest = round(100 / percent)
        if nearest > 1 and abs(100 / nearest - percent) <= percent * 0.05:
            return f"about 1 in {nearest}"
        return "more than 99 in 100" if 99.5 <= percent < 100 else f"about {percent:.0f} in 100"
    for base in BASES:
        shown = round(percent * base / 100)
        if shown >= 1 or base == BASES[-1]:
            return f"about {shown:,} in {base:,}" if shown else "fewer than 1 in 100,000"
    raise AssertionError("unreachable")
