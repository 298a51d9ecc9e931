"""The checks of an interrupted series in plain sentences, without a word of cause."""

from __future__ import annotations

import datetime as dt
import math

from utils.analysis.interrupted.result import Estimate, Interruption, Kind

_WEAK, _STRONG = 0.25, 0.5
_PATTERN = 0.05


def diagnostics(found: Interruption) -> tuple[str, ...]:
    """Verdict, step, periods, slope, memory, scatter and single periods; one sentence each."""
    parts = (
        _verdict(found),
        _periods(found),
        _slope(found),
        _memory(found.memory),
        _left(found.ljung_box_p),
        _scatter(found),
        _far(found),
        _fragile(found),
        "Whatever else happened at the same time is part of this number.",
    )
    return tuple(part for part in parts if part)


def amount(kind: Kind, value: float) -> str:
    """`11% lower` for a ratio of 0.89, `2.1 points higher` for a difference of 2.1."""
    change = value - 1 if kind == "count" else value
    direction = "higher" if change > 0 else "lower"
    return f"{_size(kind, abs(change))} {direction}"


def interval(kind: Kind, estimate: Estimate) -> str:
    """`7.5% to 13% lower`, or `4.0% lower to 8.1% higher`."""
    low, high = amount(kind, estimate.low), amount(kind, estimate.high)
    direction = low.rsplit(" ", 1)[1]
    if high.endswith(direction):
        near, far = (low, high) if direction == "higher" else (high, low)
        return f"{near.removesuffix(f' {direction}')} to {far}"
    return f"{low} to {high}"


def _size(kind: Kind, size: float) -> str:
    if kind == "rate":
        return f"{_digits(size)} points"
    return f"{_digits(100 * size)}%" if size < 10 else f"{size + 1:,.0f} times"


def _digits(size: float) -> str:
    """Two leading digits, all digits before the point."""
    if size == 0 or not math.isfinite(size):
        return "0"
    return f"{size:,.{max(0, 1 - math.floor(math.log10(size)))}f}"


def _day(day: dt.date, period: str) -> str:
    return f"{day:%Y}" if period == "year" else f"{day:%Y-%m}" if period in _LONG else f"{day}"


_LONG = ("month", "quarter")


def _verdict(found: Interruption) -> str:
    since = _day(found.first_after, found.period)
    line = "a line that carries on the earlier trend" + (" and season" if found.seasonal else "")
    if found.controlled:
        line += ", both set against the control series"
    bounds = interval(found.kind, found.level)
    if found.is_step:
        size = amount(found.kind, found.level.value)
        return f"From {since} on the level was {size} than {line} (95% interval: {bounds})."
    return f"From {since} on the level can't be told from {line} (95% interval: {bounds})."


def _periods(found: Interruption) -> str:
    return f"{found.n_before} {found.period}s before the date and {found.n_after} from it on."


def _slope(found: Interruption) -> str:
    if found.slope is None:
        return "One trend is assumed for the whole series."
    bounds = interval(found.kind, found.slope)
    none = 1.0 if found.kind == "count" else 0.0
    holds = found.slope.low <= none <= found.slope.high
    said = "can't be told from the earlier one" if holds else "differs from the earlier one"
    return f"The later trend {said} (per {found.period}, 95% interval: {bounds})."


def _memory(rho: float) -> str:
    if rho < _WEAK:
        return "The interval allows for a little resemblance between neighbouring periods."
    how = "strongly " if rho > _STRONG else ""
    return (
        f"Neighbouring periods {how}resemble each other (correlation about {rho:.1f}); "
        "the interval is wider for it."
    )


def _left(p: float) -> str:
    if p < _PATTERN:
        return f"Some pattern remains around the curve (Ljung-Box p = {p:.2f}): read with care."
    return f"Beyond that, no pattern was found around the curve (Ljung-Box p = {p:.2f})."


def _scatter(found: Interruption) -> str:
    if math.isnan(found.dispersion):
        return ""
    if found.dispersion < 1.5:
        return "The counts scatter about as much as chance alone would make them."
    return (
        f"The counts scatter more than chance alone would make them (variance "
        f"{found.dispersion:,.0f} times the mean); the interval is wider for it."
    )


def _far(found: Interruption) -> str:
    if not found.influential:
        return "No single period lies far off the curve."
    days = ", ".join(_day(day, found.period) for day in found.influential)
    return f"Far off the curve: {days}."


def _fragile(found: Interruption) -> str:
    if not found.fragile:
        return ""
    return "Without one single period the interval would hold no change: a fragile finding."
