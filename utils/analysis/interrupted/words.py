"""The checks of an interrupted series in plain sentences, without a word of cause."""

from __future__ import annotations

import calendar
import datetime as dt
import math

from utils.analysis.interrupted.result import Estimate, Interruption, Kind
from utils.analysis.timeline import counted
from utils.language import later, periods, say, units

_WEAK, _STRONG = 0.25, 0.5
_PATTERN = 0.05
_LONG = ("month", "quarter")
PER = {
    "day": later("per day"),
    "week": later("per week"),
    "month": later("per month"),
    "quarter": later("per quarter"),
    "year": later("per year"),
}
"""Periods as they stand behind a change of trend."""


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
        say("Whatever else happened at the same time is part of this number."),
    )
    return tuple(part for part in parts if part)


def amount(kind: Kind, value: float) -> str:
    """`11% lower` for a ratio of 0.89, `2.1 points higher` for a difference of 2.1."""
    change = _change(kind, value)
    return _way(_size(kind, abs(change)), change > 0)


def interval(kind: Kind, estimate: Estimate) -> str:
    """`7.5% to 13% lower`, `1.2 to 3.0 points lower`, or `4.0% lower to 8.1% higher`."""
    low, high = (_change(kind, value) for value in (estimate.low, estimate.high))
    if (low > 0) != (high > 0):
        ends = {"low": amount(kind, estimate.low), "high": amount(kind, estimate.high)}
        return say("{low} to {high}", **ends)
    near, far = sorted((abs(low), abs(high)))
    return _way(units.between(_size(kind, near), _size(kind, far)), high > 0)


def _change(kind: Kind, value: float) -> float:
    return value - 1 if kind == "count" else value


def _way(size: str, up: bool) -> str:
    return say("{size} higher", size=size) if up else say("{size} lower", size=size)


def _size(kind: Kind, size: float) -> str:
    if kind == "rate":
        return units.measured(_digits(size), "points")
    if size < 10:
        return units.measured(_digits(100 * size), "percent")
    return units.measured(units.number(size + 1, 0), "times")


def _digits(size: float) -> str:
    """Two leading digits, all digits before the point."""
    if size == 0 or not math.isfinite(size):
        return "0"
    return units.number(size, max(0, 1 - math.floor(math.log10(size))))


def _day(day: dt.date, period: str) -> str:
    """A period by its first day, or by that day's month or year where it is a long one."""
    if period == "year":
        return periods.label(dt.date(day.year, 1, 1), dt.date(day.year, 12, 31))
    if period not in _LONG:
        return periods.label(day, day)
    last = calendar.monthrange(day.year, day.month)[1]
    return periods.label(day.replace(day=1), day.replace(day=last))


def _verdict(found: Interruption) -> str:
    values = {
        "since": _day(found.first_after, found.period),
        "line": _line(found.seasonal, found.controlled),
        "bounds": interval(found.kind, found.level),
    }
    if found.is_step:
        size = amount(found.kind, found.level.value)
        return say(
            "From {since} on the level was {size} than {line} (95% interval: {bounds}).",
            size=size,
            **values,
        )
    return say(
        "From {since} on the level can't be told from {line} (95% interval: {bounds}).", **values
    )


def _line(seasonal: bool, controlled: bool) -> str:
    """What the level afterwards is set against."""
    line = say("a line that carries on the earlier trend")
    if seasonal:
        line = say("a line that carries on the earlier trend and season")
    return line + (say(", both set against the control series") if controlled else "")


def _periods(found: Interruption) -> str:
    before, after = (counted(many, f"{found.period}s") for many in (found.n_before, found.n_after))
    return say("{before} before the date and {after} from it on.", before=before, after=after)


def _slope(found: Interruption) -> str:
    if found.slope is None:
        return say("One trend is assumed for the whole series.")
    values = {"per": say(PER[found.period]), "bounds": interval(found.kind, found.slope)}
    none = 1.0 if found.kind == "count" else 0.0
    if found.slope.low <= none <= found.slope.high:
        return say(
            "The later trend can't be told from the earlier one ({per}, 95% interval: {bounds}).",
            **values,
        )
    return say(
        "The later trend differs from the earlier one ({per}, 95% interval: {bounds}).", **values
    )


def _memory(rho: float) -> str:
    if rho < _WEAK:
        return say("The interval allows for a little resemblance between neighbouring periods.")
    about = units.number(rho, 1)
    if rho > _STRONG:
        return say(
            "Neighbouring periods strongly resemble each other (correlation about {rho}); "
            "the interval is wider for it.",
            rho=about,
        )
    return say(
        "Neighbouring periods resemble each other (correlation about {rho}); "
        "the interval is wider for it.",
        rho=about,
    )


def _left(p: float) -> str:
    chance = units.number(p, 2)
    if p < _PATTERN:
        return say(
            "Some pattern remains around the curve (Ljung-Box p = {p}): read with care.", p=chance
        )
    return say("Beyond that, no pattern was found around the curve (Ljung-Box p = {p}).", p=chance)


def _scatter(found: Interruption) -> str:
    if math.isnan(found.dispersion):
        return ""
    if found.dispersion < 1.5:
        return say("The counts scatter about as much as chance alone would make them.")
    return say(
        "The counts scatter more than chance alone would make them (variance {many} times the "
        "mean); the interval is wider for it.",
        many=units.number(found.dispersion, 0),
    )


def _far(found: Interruption) -> str:
    if not found.influential:
        return say("No single period lies far off the curve.")
    days = ", ".join(_day(day, found.period) for day in found.influential)
    return say("Far off the curve: {days}.", days=days)


def _fragile(found: Interruption) -> str:
    if not found.fragile:
        return ""
    return say("Without one single period the interval would hold no change: a fragile finding.")
